#include "ui/main_window/run_controller.h"

#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QWidget>

#include <algorithm>

namespace tessera::ui {

namespace {

// By the desktop's own service (org.freedesktop.Notifications); without one, nothing happens.
void notifyDesktop(const QString& title, const QString& text) {
    auto message = QDBusMessage::createMethodCall("org.freedesktop.Notifications",
                                                  "/org/freedesktop/Notifications",
                                                  "org.freedesktop.Notifications", "Notify");
    constexpr int kTheServersTimeout = -1;
    message << QCoreApplication::applicationName() << 0U << QStringLiteral("tessera-workbench")
            << title << text << QStringList() << QVariantMap() << kTheServersTimeout;
    auto bus = QDBusConnection::sessionBus();
    if (bus.isConnected()) {
        bus.send(message);
    }
}

} // namespace

RunController::RunController(Services& services, NoticeBar& notices, QWidget* window)
    : QObject(window), m_services(services), m_notices(notices), m_window(window) {
    connect(&services.bridge, &JobBridge::engineChanged, this, &RunController::onEngine);
    connect(&services.bridge, &JobBridge::stateChanged, this, &RunController::onJob);
    connect(&services.bridge, &JobBridge::noticed, this, [this](JobId, const Notice& notice) {
        if (notice.level == NoticeLevel::Warning) {
            m_notices.post(MessageLevel::Warning, fromUtf8(notice.text));
        }
    });
    connect(&services.experiment, &ExperimentDocument::problemsChanged, this,
            &RunController::changed);
    connect(&services.library, &RunLibrary::storeOpened, this, &RunController::changed);
    connect(&services.library, &RunLibrary::lostChanged, this, &RunController::changed);
}

void RunController::runCurrent() {
    if (reason().isEmpty()) {
        run(m_services.experiment.experiment());
    }
}

void RunController::run(const Experiment& experiment) {
    if (const auto why = storeReason(); !why.isEmpty()) {
        m_notices.post(MessageLevel::Error, why);
        return;
    }
    const auto& opened = *m_services.library.opened();
    m_services.jobs.submit({experiment, opened.store, opened.folder});
}

void RunController::cancelRunning() {
    const auto* job = running();
    if (job == nullptr) {
        return;
    }
    const auto id = job->id;
    const auto name = fromUtf8(job->experiment.name);
    if (m_services.dialogs.ask(
            m_window, tr("Cancel \u201C%1\u201D? What was measured until now is kept.").arg(name),
            tr("Cancel the run"), tr("Keep it running")) == Consent::Yes) {
        m_services.jobs.cancel(id); // it may have ended meanwhile: no effect
    }
}

void RunController::cancelAll() {
    for (const auto& job : m_services.bridge.jobs()) {
        m_services.jobs.cancel(job.id);
    }
}

bool RunController::isBusy() const {
    return !m_services.bridge.jobs().empty();
}

const JobStatus* RunController::running() const {
    const auto& jobs = m_services.bridge.jobs();
    const auto found = std::find_if(jobs.begin(), jobs.end(), [](const auto& job) {
        return job.state == RunState::Running || job.state == RunState::Cancelling;
    });
    return found != jobs.end() ? &*found : nullptr;
}

QString RunController::storeReason() const {
    if (!m_services.library.isOpen()) {
        return tr("No run store is open. Open or create one with File, Open store.");
    }
    if (m_services.library.isLost()) {
        return tr("The run store is no longer there. Put it back or open another one.");
    }
    if (!m_services.library.opened()->writable) {
        return tr("The run store can only be read here. Open another one to run experiments.");
    }
    return {};
}

QString RunController::reason() const {
    const auto& engine = m_services.bridge.engine();
    if (!engine) {
        return tr("The engine is still being loaded.");
    }
    if (!*engine) {
        return tr("The engine could not be loaded. Runs can be looked at, but not made.");
    }
    if (const auto why = storeReason(); !why.isEmpty()) {
        return why;
    }
    const auto& problems = m_services.experiment.problems();
    if (problems.empty()) {
        return {};
    }
    const auto& first = problems.front();
    return first.place.isEmpty() ? first.text : tr("Mend what the cards above say before running.");
}

void RunController::onEngine() {
    const auto& engine = m_services.bridge.engine();
    if (engine && !*engine) {
        m_notices.post(MessageLevel::Error,
                       tr("The engine could not be loaded. Runs can be looked at, but not made."),
                       fromUtf8(engine->error().detail));
    }
    m_services.experiment.check();
    Q_EMIT changed();
}

void RunController::onJob(const JobStatus& status) {
    if (status.state == RunState::Running && status.run) {
        Q_EMIT runFollowed(*status.run);
    }
    if (status.state == RunState::Failed && status.failure) {
        m_notices.post(MessageLevel::Error,
                       tr("\u201C%1\u201D failed. %2")
                           .arg(fromUtf8(status.experiment.name), errorText(*status.failure)),
                       fromUtf8(status.failure->detail));
    }
    if (isTerminal(status.state)) {
        announce(status);
    }
    Q_EMIT changed();
}

void RunController::announce(const JobStatus& status) {
    const bool seen = m_window->isVisible() && !m_window->isMinimized() &&
                      QApplication::applicationState() == Qt::ApplicationActive;
    if (!seen && status.state != RunState::Cancelled) {
        notifyDesktop(status.state == RunState::Done ? tr("Transfer finished")
                                                     : tr("Transfer failed"),
                      fromUtf8(status.experiment.name));
    }
}

} // namespace tessera::ui
