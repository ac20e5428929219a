#pragma once

#include "core/api/job_service.h"

#include <QObject>
#include <QString>

#include <optional>
#include <set>

class QWidget;

namespace tessera::ui {

class NoticeBar;
class Services;

// Sends experiments to the job service and shows what becomes of them: the first running job is
// followed in the views, what fails is said, what is finished while nobody looks is announced. UI
// thread.
class RunController : public QObject {
    Q_OBJECT

public:
    // `window` is the parent of questions.
    RunController(Services& services, NoticeBar& notices, QWidget* window);

    // Puts the experiment of Setup into the queue; does nothing where reason() says why not.
    void runCurrent();
    void run(const Experiment& experiment);
    // Runs the experiment of Setup as the run of a lesson.
    void runLesson(const QString& lesson);

    // Whether runs wait after each stage. Remembered; what waits when it is switched off goes on
    // to its end.
    void setTeaching(bool teaching);
    [[nodiscard]] bool isTeaching() const;
    // The stage after which the running job waits, if it does.
    [[nodiscard]] std::optional<Phase> waitingAfter() const;
    // Goes on with it, to the next stage or to the end.
    void proceed();
    void runToEnd();
    // Whether the running job is one that will wait.
    [[nodiscard]] bool goesStepByStep() const;

    // Asks once, then cancels the running job.
    void cancelRunning();
    // Cancels everything without asking.
    void cancelAll();

    [[nodiscard]] bool isBusy() const;
    // Why the current experiment cannot run, in one sentence; empty if it can.
    [[nodiscard]] QString reason() const;

Q_SIGNALS:
    // reason() or isBusy() may have changed.
    void changed();
    // A run has begun that the person should see.
    void runFollowed(const tessera::RunId& run);
    // A job that waits after each stage was submitted, for a lesson or (empty) for none.
    void stepwiseSubmitted(tessera::JobId job, const QString& lesson);

private:
    void submit(const Experiment& experiment, const QString& lesson);
    void onEngine();
    void onJob(const JobStatus& status);
    void announce(const JobStatus& status);
    [[nodiscard]] const JobStatus* running() const;

    Services& m_services;
    NoticeBar& m_notices;
    QWidget* m_window;
    std::optional<RunId> m_followed; // the last one
    std::set<JobId> m_stepwise;      // of those that have not ended, those that will wait again
};

} // namespace tessera::ui
