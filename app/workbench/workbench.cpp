#include "app/workbench/workbench.h"

#include "app/composition/documents.h"
#include "app/composition/job_service.h"
#include "app/composition/run_services.h"
#include "app/composition/study_desk.h"
#include "app/composition/token_desk.h"
#include "ui/main_window/main_window.h"
#include "ui/widgets/modal_dialogs.h"

#include <QLockFile>
#include <QStandardPaths>
#include <QTimer>

namespace tessera::workbench {

namespace {

constexpr std::chrono::milliseconds kLatestEngine{1500};

} // namespace

Places personalPlaces() {
    const std::filesystem::path folder =
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation).toStdString();
    return {{}, folder / "runs.tessera.db", folder / "unsaved.tessera.json", app::trustListFile()};
}

Workbench::Workbench(const Places& places, ui::Dialogs* dialogs)
    : m_settings(places.settingsFile),
      m_ownDialogs(dialogs == nullptr ? std::make_unique<ui::ModalDialogs>(&m_settings) : nullptr),
      m_documents(app::makeDocuments()), m_tokens(app::makeTokenWriter()),
      m_desk(app::makeTokenDesk(places.trustListFile)), m_studies(app::makeStudyDesk()),
      m_recovery(claimRecoverySlot(places.recoveryFile)),
      m_jobs(app::makeJobService(m_bridge, *m_tokens,
                                 [stands = m_windowStands.get_future().share()] {
                                     stands.wait();
                                     return true;
                                 })),
      m_services(std::make_unique<ui::Services>(
          *m_documents, *m_desk, *m_studies, *m_jobs, m_bridge,
          dialogs != nullptr ? *dialogs : *m_ownDialogs, m_settings, m_recovery.file)),
      m_window(std::make_unique<ui::MainWindow>(*m_services, places.defaultStore)) {
    QObject::connect(m_window.get(), &ui::MainWindow::firstPainted, m_window.get(),
                     [this] { releaseEngine(); });
}

Workbench::~Workbench() {
    releaseEngine(); // or its thread would wait for ever
    m_window.reset();
    m_services.reset(); // ends writes that have begun
    m_jobs.reset();     // its last events go to the bridge
}

void Workbench::start(const std::filesystem::path& file) {
    m_window->show();
    // A window that starts minimised is not painted, and still has work to do.
    QTimer::singleShot(kLatestEngine, m_window.get(), [this] { releaseEngine(); });
    m_window->restoreSession(file);
}

void Workbench::releaseEngine() {
    if (!m_released) {
        m_released = true;
        m_windowStands.set_value();
    }
}

} // namespace tessera::workbench
