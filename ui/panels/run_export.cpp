#include "ui/panels/run_export.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"

#include <QRegularExpression>
#include <QWidget>

#include <fstream>
#include <iterator>
#include <utility>

namespace tessera::ui {

namespace {

Result<std::string> bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in) {
        return fail(ErrorCode::Io, "cannot read " + file.string() +
                                       "; was it moved or deleted outside of this program?");
    }
    return bytes;
}

std::optional<Error> errorOf(const Result<void>& done) {
    return done ? std::nullopt : std::optional(done.error());
}

} // namespace

RunExport::RunExport(Services& services, QWidget* window)
    : QObject(window), m_services(services), m_window(window) {}

void RunExport::saveJson(RunRecord run) {
    const auto opened = m_services.library.opened(); // that of the run, whatever is opened next
    if (!opened) {
        return;
    }
    const auto file = m_services.dialogs.saveFile(
        m_window, tr("Export run as JSON"), {tr("Run as JSON (*.json)")},
        fileNameFrom(fromUtf8(run.name)) + QStringLiteral(".json"));
    if (!file) {
        return;
    }
    m_services.background.run(
        this,
        [&documents = m_services.documents, store = opened->store, run = std::move(run),
         file = *file] {
            const auto samples = store->samples(run.id);
            return samples ? errorOf(documents.writeFile(file, documents.runJson(run, *samples)))
                           : std::optional(samples.error());
        },
        [this, file = *file](const std::optional<Error>& failure) { report(file, failure); });
}

void RunExport::saveToken(std::filesystem::path token, QString name) {
    const auto file =
        m_services.dialogs.saveFile(m_window, tr("Export token"), {tr("Token (*.tbf)")},
                                    fileNameFrom(name) + QStringLiteral(".tbf"));
    if (!file) {
        return;
    }
    m_services.background.run(
        this,
        [&documents = m_services.documents, token = std::move(token), file = *file] {
            const auto bytes = bytesOf(token);
            return bytes ? errorOf(documents.writeFile(file, *bytes))
                         : std::optional(bytes.error());
        },
        [this, file = *file](const std::optional<Error>& failure) { report(file, failure); });
}

void RunExport::report(const std::filesystem::path& file, const std::optional<Error>& failure) {
    if (failure) {
        m_services.dialogs.showError(m_window, errorText(*failure), fromUtf8(failure->detail));
        return;
    }
    Q_EMIT saved(tr("Saved as %1.").arg(fromUtf8(file.string())));
}

QString fileNameFrom(const QString& name) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}.]+"));
    auto plain = name;
    plain.replace(others, QStringLiteral("-"));
    while (plain.startsWith(QLatin1Char('-')) || plain.startsWith(QLatin1Char('.'))) {
        plain.remove(0, 1);
    }
    while (plain.endsWith(QLatin1Char('-'))) {
        plain.chop(1);
    }
    return plain.isEmpty() ? QStringLiteral("run") : plain;
}

} // namespace tessera::ui
