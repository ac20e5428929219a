#include "ui/widgets/translations.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <memory>

namespace tessera::ui {

namespace {

constexpr const char* kEnglish = "en";
constexpr const char* kPseudo = "pseudo"; // longer texts from right to left, for tests

// Looked up by directionOf and by Qt itself, hence the context.
constexpr const char* kDirection = QT_TRANSLATE_NOOP("QGuiApplication", "QT_LAYOUT_DIRECTION");

QString folder() {
    return QStringLiteral(":/i18n");
}

QStringList allCodes() {
    QStringList codes;
    for (const auto& file : QDir(folder()).entryList({QStringLiteral("app_*.qm")})) {
        codes.append(file.mid(4).chopped(3));
    }
    return codes;
}

//: The name of the language in the language itself: Deutsch, français.
constexpr const char* kOwnName = QT_TRANSLATE_NOOP("tessera::ui", "English");

QString nameOf(const QString& code) {
    QTranslator translator;
    const bool loaded = translator.load(QStringLiteral("app_") + code, folder());
    const auto name = translator.translate("tessera::ui", kOwnName);
    return loaded && !name.isEmpty() ? name : QString::fromLatin1(kOwnName);
}

// Our translators are children of the application, and known by their name.
QString translatorName() {
    return QStringLiteral("tesseraTranslator");
}

void removeTranslators(QCoreApplication& application) {
    const auto old = application.findChildren<QTranslator*>(translatorName());
    for (auto* translator : old) {
        QCoreApplication::removeTranslator(translator);
        delete translator;
    }
}

// Null where there is no such file.
QTranslator* add(QCoreApplication& application, const QString& file, const QString& where) {
    auto translator = std::make_unique<QTranslator>(&application);
    translator->setObjectName(translatorName());
    if (!translator->load(file, where) || !QCoreApplication::installTranslator(translator.get())) {
        return nullptr;
    }
    return translator.release();
}

// The person's own locale wherever it speaks the language: it knows their formats best.
QLocale localeFor(const QString& code) {
    const auto system = QLocale::system();
    const QLocale chosen(code == QLatin1String(kPseudo) ? QString::fromLatin1(kEnglish) : code);
    return system.language() == chosen.language() ? system : chosen;
}

} // namespace

std::vector<Language> availableLanguages() {
    std::vector<Language> languages;
    for (const auto& code : allCodes()) {
        if (code != QLatin1String(kPseudo)) {
            languages.push_back({code, nameOf(code)});
        }
    }
    std::sort(languages.begin(), languages.end(),
              [](const auto& a, const auto& b) { return a.name.localeAwareCompare(b.name) < 0; });
    return languages;
}

QString interfaceLanguage() {
    const auto* application = QCoreApplication::instance();
    if (application != nullptr) {
        for (const auto* translator : application->findChildren<QTranslator*>(translatorName())) {
            const auto file = QFileInfo(translator->filePath()).completeBaseName();
            if (file.startsWith(QLatin1String("app_")) && file.mid(4) != QLatin1String(kEnglish)) {
                return file.mid(4);
            }
        }
    }
    return QString::fromLatin1(kEnglish);
}

QString bestLanguage(const QStringList& wanted, const QStringList& available) {
    for (const auto& language : wanted) {
        // "de-AT" is served by "de-AT" or by "de".
        for (const auto& name : {language, language.section(u'-', 0, 0)}) {
            if (available.contains(name)) {
                return name;
            }
        }
    }
    return QString::fromLatin1(kEnglish);
}

Qt::LayoutDirection directionOf(const QTranslator& translator) {
    return translator.translate("QGuiApplication", kDirection) == QLatin1String("RTL")
               ? Qt::RightToLeft
               : Qt::LeftToRight;
}

QString installTranslations(QCoreApplication& application, const QString& language) {
    removeTranslators(application);
    auto codes = allCodes();
    QStringList wanted{language};
    if (language.isEmpty()) {
        codes.removeAll(QString::fromLatin1(kPseudo));
        wanted = QLocale::system().uiLanguages();
    }
    const auto code = bestLanguage(wanted, codes);
    // Numbers and dates follow the person's locale even where we do not speak their language.
    QLocale::setDefault(language.isEmpty() ? QLocale::system() : localeFor(code));

    // English always lies underneath: its file holds the plural forms.
    add(application, QStringLiteral("app_en"), folder());
    if (code == QLatin1String(kEnglish)) {
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        return code;
    }
    add(application, QStringLiteral("qtbase_") + code,
        QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    const auto* translator = add(application, QStringLiteral("app_") + code, folder());
    QGuiApplication::setLayoutDirection(translator != nullptr ? directionOf(*translator)
                                                              : Qt::LeftToRight);
    return code;
}

} // namespace tessera::ui
