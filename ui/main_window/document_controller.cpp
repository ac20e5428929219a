#include "ui/main_window/document_controller.h"

#include "ui/bridge/services.h"
#include "ui/strings/shell_words.h"
#include "ui/strings/strings.h"
#include "ui/widgets/notice_bar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QWidget>

#include <system_error>

namespace tessera::ui {

namespace {

constexpr int kMostRecent = 10;
constexpr const char* kDefaultStore = "runs.tessera.db"; // of the command line
constexpr const char* kTokenEnding = ".tbf";
constexpr const char* kExperimentEnding = ".tessera.json";
constexpr const char* kStudyEnding = ".study.json";

QString pathText(const std::filesystem::path& file) {
    return fromUtf8(file.string());
}

} // namespace

DocumentController::DocumentController(Services& services, NoticeBar& notices, QWidget* window)
    : QObject(window), m_services(services), m_notices(notices), m_window(window) {
    connect(&services.library, &RunLibrary::storeOpened, this, [this] {
        const auto& opened = *m_services.library.opened();
        m_services.settings.setValue(setting::kStore, pathText(opened.file));
        remember(opened.file);
        if (opened.warning) {
            m_notices.post(MessageLevel::Warning, fromUtf8(*opened.warning));
        }
    });
    // At once, not only when the program ends: unsaved changes must come back on top of this file.
    connect(&services.experiment, &ExperimentDocument::fileChanged, this, [this] {
        m_services.settings.setValue(setting::kExperiment, pathText(m_services.experiment.file()));
        m_services.settings.sync();
    });
    connect(&services.library, &RunLibrary::failed, this,
            [this](const Error& error) { refuse(errorText(error), error.detail); });
    connect(&services.library, &RunLibrary::missed, this, [this] {
        const auto file = pathText(m_services.library.opened()->file);
        m_notices.post(
            MessageLevel::Error,
            tr("The run store is no longer there. Until it is put back or another one is "
               "opened, nothing can be kept."),
            file);
    });
    connect(&services.views, &RunViews::failed, this, [this](const Error& error) {
        refuse(tr("A part of the run cannot be shown. %1").arg(errorText(error)), error.detail);
    });
}

void DocumentController::refuse(const QString& sentence, const std::string& detail) {
    m_notices.post(MessageLevel::Error, sentence, fromUtf8(detail));
}

void DocumentController::newExperiment() {
    if (mayReplace()) {
        m_services.experiment.startNew();
    }
}

void DocumentController::openFile() {
    const auto file = m_services.dialogs.openFile(
        m_window, tr("Open"),
        {tr("Everything that can be opened (*.tessera.json *.tbf *.safetensors *.json *.db)"),
         tr("Experiments (*.tessera.json)"), tr("Studies (*.study.json)"),
         tr("Tokens (*.tbf *.safetensors *.json)"), tr("Run stores (*.db)"), tr("All files (*)")});
    if (file) {
        open(*file);
    }
}

void DocumentController::open(const std::filesystem::path& file) {
    const auto& opened = m_services.library.opened();
    std::error_code error;
    if (opened && std::filesystem::equivalent(file, opened->file, error)) {
        // Looking into it would, when the file is closed, drop the locks that SQLite holds on it.
        m_notices.post(MessageLevel::Info, tr("This run store is open already."));
        return;
    }
    m_services.background.run(
        this, [&documents = m_services.documents, file] { return documents.kindOf(file); },
        [this, file](const Result<FileKind>& kind) {
            if (!kind) {
                refuse(tr("\u201C%1\u201D cannot be opened. %2")
                           .arg(pathText(file.filename()), errorText(kind.error())),
                       kind.error().detail);
                return;
            }
            // A damaged token may not look like one any more: its view says what is wrong with it.
            const bool meantAsToken =
                *kind == FileKind::Unknown && file.extension() == kTokenEnding;
            switch (meantAsToken ? FileKind::Token : *kind) {
            case FileKind::Experiment:
                if (file.string().ends_with(kStudyEnding)) { // JSON, too
                    Q_EMIT studyOpened(file);
                } else {
                    openExperiment(file);
                }
                return;
            case FileKind::Token:
                remember(file);
                Q_EMIT tokenOpened(file);
                return;
            case FileKind::Store:
                openStore(file);
                return;
            case FileKind::Unknown:
                refuse(tr("\u201C%1\u201D is neither an experiment, nor a token, nor a run store.")
                           .arg(pathText(file.filename())),
                       file.string());
                return;
            }
        });
}

void DocumentController::openExperiment(const std::filesystem::path& file) {
    // Networks beside the file are kept by their whole path, as the command line does.
    std::error_code error;
    const auto whole = std::filesystem::absolute(file, error);
    m_services.background.run(
        this,
        [&documents = m_services.documents, whole] { return documents.readExperiment(whole); },
        [this, whole](const Result<Experiment>& read) {
            if (!read) {
                refuse(tr("\u201C%1\u201D cannot be opened as an experiment.")
                           .arg(pathText(whole.filename())),
                       read.error().detail);
            } else if (mayReplace()) {
                m_services.experiment.adopt(*read, whole);
                remember(whole);
            }
        });
}

void DocumentController::openStore() {
    const auto file = m_services.dialogs.openFile(m_window, tr("Open a run store"),
                                                  {tr("Run stores (*.db)"), tr("All files (*)")});
    if (file) {
        openStore(*file);
    }
}

void DocumentController::newStore() {
    const auto file =
        m_services.dialogs.saveFile(m_window, tr("New run store"), {tr("Run stores (*.db)")},
                                    QStringLiteral("runs.tessera.db"));
    if (file) {
        openStore(*file);
    }
}

void DocumentController::openStore(const std::filesystem::path& file) {
    m_services.library.open(file);
}

bool DocumentController::save() {
    auto& experiment = m_services.experiment;
    if (experiment.file().empty()) {
        return saveAs();
    }
    if (auto saved = experiment.save(experiment.file()); !saved) {
        refuse(tr("The experiment was not saved. %1").arg(errorText(saved.error())),
               saved.error().detail);
        return false;
    }
    return true;
}

bool DocumentController::saveAs() {
    auto& experiment = m_services.experiment;
    auto file = m_services.dialogs.saveFile(
        m_window, tr("Save the experiment"), {tr("Experiments (*.tessera.json)")},
        experiment.file().empty() ? QStringLiteral("experiment") + kExperimentEnding
                                  : pathText(experiment.file().filename()));
    if (!file) {
        return false;
    }
    if (!pathText(*file).endsWith(QStringLiteral(".json"))) {
        *file += kExperimentEnding;
    }
    if (auto saved = experiment.save(*file); !saved) {
        refuse(tr("The experiment was not saved. %1").arg(errorText(saved.error())),
               saved.error().detail);
        return false;
    }
    remember(*file);
    return true;
}

void DocumentController::copyCommandLine() {
    auto& experiment = m_services.experiment;
    if ((experiment.file().empty() || experiment.isModified()) && !save()) {
        return; // the command names the file, so the file must say what is on screen
    }
    QString command = QStringLiteral("tessera run ") + shellQuoted(pathText(experiment.file()));
    if (m_services.library.isOpen()) {
        const auto& opened = *m_services.library.opened();
        command += QStringLiteral(" --out ") + shellQuoted(pathText(opened.folder));
        if (opened.file.filename() != kDefaultStore) {
            command += QStringLiteral(" --store ") + shellQuoted(pathText(opened.file.filename()));
        }
    }
    QGuiApplication::clipboard()->setText(command);
    m_notices.post(MessageLevel::Info, tr("Copied: %1").arg(command));
}

bool DocumentController::mayReplace() {
    return !m_services.experiment.isModified() || askUnsaved();
}

bool DocumentController::mayClose() {
    return m_services.experiment.file().empty() || mayReplace();
}

bool DocumentController::askUnsaved() {
    switch (m_services.dialogs.askUnsaved(
        m_window, tr("Save the changes to \u201C%1\u201D?").arg(m_services.experiment.title()))) {
    case UnsavedChoice::Save:
        return save();
    case UnsavedChoice::Discard:
        m_services.experiment.revert();
        return true;
    case UnsavedChoice::Cancel:
        return false;
    }
    return false;
}

QStringList DocumentController::recentFiles() const {
    return m_services.settings.value(setting::kRecent).toStringList();
}

void DocumentController::clearRecent() {
    m_services.settings.setValue(setting::kRecent, QStringList());
    Q_EMIT recentChanged();
}

void DocumentController::remember(const std::filesystem::path& file) {
    std::error_code error;
    const auto path = pathText(std::filesystem::absolute(file, error));
    auto recent = recentFiles();
    recent.removeAll(path);
    recent.prepend(path);
    while (recent.size() > kMostRecent) {
        recent.removeLast();
    }
    m_services.settings.setValue(setting::kRecent, recent);
    Q_EMIT recentChanged();
}

} // namespace tessera::ui
