#include "ui/bridge/lesson_library.h"

#include "ui/widgets/translations.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr const char* kGeneral = "general";
constexpr qint64 kMostBytes = 1 << 20;

// Nothing of a file that is not there, is empty or has no business to be that long.
std::optional<QByteArray> bytesOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) {
        return std::nullopt;
    }
    auto bytes = file.readAll();
    return bytes.trimmed().isEmpty() ? std::nullopt : std::optional(std::move(bytes));
}

bool comesBefore(const LessonLibrary::Entry& a, const LessonLibrary::Entry& b) {
    if (a.lesson.has_value() != b.lesson.has_value()) {
        return a.lesson.has_value();
    }
    return a.lesson.has_value() && a.lesson->number != b.lesson->number
               ? a.lesson->number < b.lesson->number
               : a.id < b.id;
}

} // namespace

LessonLibrary::LessonLibrary() : LessonLibrary(QStringLiteral(":/lessons"), interfaceLanguage()) {}

LessonLibrary::LessonLibrary(QString folder, QString language)
    : m_folder(std::move(folder)), m_language(std::move(language)) {
    for (const auto& id : QDir(m_folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (id == QLatin1String(kGeneral)) {
            continue;
        }
        const auto json = bytesOf(m_folder + "/" + id + "/lesson.json");
        m_entries.push_back({id, json ? parseLesson(*json, m_language)
                                      : fail(ErrorCode::NotFound, "lesson.json cannot be read")});
    }
    std::sort(m_entries.begin(), m_entries.end(), comesBefore);
}

const Lesson* LessonLibrary::find(const QString& id) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const Entry& entry) { return entry.id == id; });
    return found != m_entries.end() && found->lesson ? &*found->lesson : nullptr;
}

std::optional<QString> LessonLibrary::page(const QString& id, const QString& stage) const {
    auto page = find(id) != nullptr ? pageIn(id, stage) : std::nullopt;
    return page ? page : pageIn(QString::fromLatin1(kGeneral), stage);
}

std::optional<QString> LessonLibrary::pageIn(const QString& folder, const QString& stage) const {
    const auto english = m_folder + "/" + folder + "/";
    for (const auto& place : {english + m_language + "/", english}) {
        if (const auto bytes = bytesOf(place + stage + ".md")) {
            return QString::fromUtf8(*bytes);
        }
    }
    return std::nullopt;
}

} // namespace tessera::ui
