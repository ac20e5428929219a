#include "ui/main_window/run_controller.h"

#include "ui/bridge/run_obstacle.h"
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

void RunController::runLesson(const QString& lesson) {
    if (const auto why = reason(); !why.isEmpty()) {
        m_notices.post(MessageLevel::Warning, why);
        return;
    }
    submit(m_services.experiment.experiment(), lesson);
}

void RunController::run(const Experiment& experiment) {
    submit(experiment, {});
}

void RunController::submit(const Experiment& experiment, const QString& lesson) {
    if (const auto why = storeObstacle(m_services.library); !why.isEmpty()) {
        m_notices.post(MessageLevel::Error, why);
        return;
    }
    const auto& opened = *m_services.library.opened();
    const bool stepwise = isTeaching();
    const auto job = m_services.jobs.submit({experiment, opened.store, opened.folder, stepwise});
    if (stepwise) {
        m_stepwise.insert(job);
        Q_EMIT stepwiseSubmitted(job, lesson);
    }
}

void RunController::setTeaching(bool teaching) {
    if (teaching == isTeaching()) {
        return;
    }
    m_services.settings.setValue(setting::kTeaching, teaching);
    if (!teaching) {
        m_stepwise.clear();
        proceed();
    }
    Q_EMIT changed();
}

bool RunController::isTeaching() const {
    return m_services.settings.value(setting::kTeaching).toBool();
}

std::optional<Phase> RunController::waitingAfter() const {
    const auto* job = running();
    return job != nullptr ? job->waitingAfter : std::nullopt;
}

void RunController::proceed() {
    if (waitingAfter()) {
        m_services.jobs.proceed(running()->id);
    }
}

void RunController::runToEnd() {
    if (const auto* job = running()) {
        m_stepwise.erase(job->id);
        proceed();
        Q_EMIT changed();
    }
}

bool RunController::goesStepByStep() const {
    const auto* job = running();
    return job != nullptr && m_stepwise.contains(job->id);
}

void RunController::cancelRunning() {
    const auto* job = running();
    if (job == nullptr) {
        return;
    }
    const auto id = job->id;
    const auto name = fromUtf8(job->experiment.name);
    const bool isStudy = job->study != nullptr;
    if (m_services.dialogs.ask(
            m_window, tr("Cancel \u201C%1\u201D? What was measured until now is kept.").arg(name),
            isStudy ? tr("Cancel the study") : tr("Cancel the run"),
            tr("Keep it running")) == Consent::Yes) {
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

QString RunController::reason() const {
    if (const auto why = runObstacle(m_services); !why.isEmpty()) {
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
    // The runs of a study come and go; whoever wants to see one chooses it.
    if (status.state == RunState::Running && status.run && !status.study &&
        m_followed != status.run) {
        m_followed = status.run; // once: afterwards a person may look at others
        Q_EMIT runFollowed(*status.run);
    }
    if (status.state == RunState::Failed && status.failure) {
        m_notices.post(MessageLevel::Error,
                       tr("\u201C%1\u201D failed. %2")
                           .arg(fromUtf8(status.experiment.name), errorText(*status.failure)),
                       fromUtf8(status.failure->detail));
    }
    if (status.waitingAfter && !m_stepwise.contains(status.id)) {
        m_services.jobs.proceed(status.id); // it runs to its end
    }
    if (isTerminal(status.state)) {
        m_stepwise.erase(status.id);
        announce(status);
    }
    Q_EMIT changed();
}

void RunController::announce(const JobStatus& status) {
    const bool seen = m_window->isVisible() && !m_window->isMinimized() &&
                      QApplication::applicationState() == Qt::ApplicationActive;
    if (!seen && status.state != RunState::Cancelled) {
        const bool done = status.state == RunState::Done;
        notifyDesktop(status.study ? (done ? tr("Study finished") : tr("Study failed"))
                                   : (done ? tr("Transfer finished") : tr("Transfer failed")),
                      fromUtf8(status.experiment.name));
    }
}

} // namespace tessera::ui
