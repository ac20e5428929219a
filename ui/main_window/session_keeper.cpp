#include "ui/main_window/session_keeper.h"

#include "ui/bridge/services.h"
#include "ui/main_window/docks.h"
#include "ui/strings/strings.h"
#include "ui/widgets/notice_bar.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QScreen>

#include <system_error>

namespace tessera::ui {

namespace {

constexpr QSize kUsualSize{1760, 1000};
constexpr double kShareOfScreen = 0.9;

} // namespace

SessionKeeper::SessionKeeper(Services& services, NoticeBar& notices, QMainWindow& window,
                             Docks& docks)
    : QObject(&window), m_services(services), m_notices(notices), m_window(window), m_docks(docks) {
    connect(&services.library, &RunLibrary::storeOpened, this, [this] { m_runsPending = true; });
    connect(&services.library, &RunLibrary::runsChanged, this, &SessionKeeper::restoreRuns);
}

void SessionKeeper::restoreWindow() {
    auto& settings = m_services.settings;
    if (!m_window.restoreGeometry(settings.value(setting::kGeometry).toByteArray())) {
        const auto* screen = QGuiApplication::primaryScreen();
        m_window.resize(screen != nullptr
                            ? kUsualSize.boundedTo(screen->availableSize() * kShareOfScreen)
                            : kUsualSize);
    }
    m_docks.applyDefault();
    restoreDocks();
}

void SessionKeeper::restoreDocks() {
    auto& settings = m_services.settings;
    m_docks.restore(settings.value(setting::kDocks).toByteArray());
    const auto view = settings.value(setting::kView).toString();
    if (!view.isEmpty()) {
        m_docks.raise(view);
    }
}

void SessionKeeper::restoreDocuments(const std::filesystem::path& defaultStore) {
    auto& settings = m_services.settings;
    std::error_code error;
    std::filesystem::path file = settings.value(setting::kExperiment).toString().toStdString();
    if (!std::filesystem::exists(file, error)) {
        file.clear();
    }
    const auto restored = m_services.experiment.restore(file);
    if (!restored.opened) {
        m_notices.post(MessageLevel::Warning,
                       tr("The experiment of the last session cannot be opened."),
                       fromUtf8(restored.opened.error().detail));
    }
    if (restored.recovered) {
        m_notices.post(MessageLevel::Info,
                       tr("Setup shows the changes that were not saved last time."));
    }
    if (!restored.unreadable.empty()) {
        m_notices.post(MessageLevel::Warning,
                       tr("Changes that were not saved last time cannot be read. They were put "
                          "aside."),
                       fromUtf8(restored.unreadable.string()));
    }
    const auto store = settings.value(setting::kStore).toString().toStdString();
    const bool known = !store.empty() && std::filesystem::exists(store, error);
    if (!store.empty() && !known) {
        m_notices.post(MessageLevel::Warning,
                       tr("The run store of the last session is no longer there."),
                       fromUtf8(store));
    }
    m_services.library.open(known ? std::filesystem::path(store) : defaultStore);
}

// When another store has been read: the runs that were chosen last time, if they are in it.
void SessionKeeper::restoreRuns() {
    if (!m_runsPending) {
        return;
    }
    m_runsPending = false;
    std::vector<RunId> runs;
    for (const auto& id : m_services.settings.value(setting::kRuns).toStringList()) {
        if (m_services.library.find(RunId(id.toStdString())) != nullptr) {
            runs.emplace_back(id.toStdString());
        }
    }
    // Something to look at rather than nothing: the newest run.
    if (runs.empty() && !m_services.library.runs().empty()) {
        runs.push_back(m_services.library.runs().back().id);
    }
    m_services.views.show(runs);
}

void SessionKeeper::save() {
    auto& settings = m_services.settings;
    settings.setValue(setting::kGeometry, m_window.saveGeometry());
    settings.setValue(setting::kDocks, m_docks.save());
    settings.setValue(setting::kView, m_docks.currentView());
    QStringList runs;
    for (const auto& run : m_services.views.shown()) {
        runs << fromUtf8(run.value);
    }
    settings.setValue(setting::kRuns, runs);
    settings.sync();
    m_services.experiment.keepRecovery();
}

} // namespace tessera::ui
