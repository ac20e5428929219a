#pragma once

#include "core/api/job_service.h"

#include <QObject>

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

private:
    void onEngine();
    void onJob(const JobStatus& status);
    void announce(const JobStatus& status);
    [[nodiscard]] const JobStatus* running() const;
    [[nodiscard]] QString storeReason() const;

    Services& m_services;
    NoticeBar& m_notices;
    QWidget* m_window;
};

} // namespace tessera::ui
