#pragma once

#include "core/api/job_service.h"
#include "core/api/run_view.h"

#include <QObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace tessera::ui {

class Services;

// The newest run that goes step by step: its state after each stage, kept so that the views can
// show it again, also when the run has ended. Going back changes what the views show and nothing
// else. UI thread.
class LessonTrail : public QObject {
    Q_OBJECT

public:
    explicit LessonTrail(Services& services, QObject* parent = nullptr);

    // `job` was submitted stepwise, for a lesson or (empty) for none. The trail begins anew when
    // the job does.
    void expect(JobId job, const QString& lesson);
    // Forgets the run.
    void clear();

    [[nodiscard]] bool hasRun() const { return m_run.has_value(); }
    [[nodiscard]] const std::optional<RunId>& run() const { return m_run; }
    [[nodiscard]] const QString& lesson() const { return m_lesson; }
    // How the run stands; terminal when it is over.
    [[nodiscard]] RunState state() const { return m_state; }
    [[nodiscard]] bool isOver() const { return isTerminal(m_state); }
    // The stage that is being worked on. Nothing before the first one.
    [[nodiscard]] std::optional<Phase> workingOn() const { return m_working; }
    // The stage after which the run waits.
    [[nodiscard]] std::optional<Phase> waitingAfter() const { return m_waiting; }

    // The stage that has ended last in what the views show: none before the first one has.
    [[nodiscard]] std::optional<Phase> shownStage() const;
    // Whether the views show an earlier state than they could.
    [[nodiscard]] bool isPast() const { return m_past.has_value(); }
    [[nodiscard]] bool canGoBack() const { return position() > 0; }
    [[nodiscard]] bool canGoForward() const { return m_past.has_value(); }
    void goBack();
    void goForward();
    void goToNow();

Q_SIGNALS:
    void changed();
    // Another stage has come to be the shown one: nothing at the beginning of a run.
    void stageShown(const std::optional<tessera::Phase>& stage);

private:
    struct Record {
        Phase stage = Phase::Prepare;
        RunViewPtr view;
    };

    void onJob(const JobStatus& status);
    void onProgress(JobId job, const Progress& progress);
    void begin(const JobStatus& status);
    void record(Phase stage);
    void show(std::size_t position);
    // The last position: the run as it is now. It is that of the last record until the run goes on.
    [[nodiscard]] std::size_t present() const;
    [[nodiscard]] std::size_t position() const { return m_past.value_or(present()); }

    Services& m_services;
    std::map<JobId, QString> m_expected; // lessons of jobs that have not ended
    std::optional<JobId> m_job;          // of the run, until it has ended
    std::optional<RunId> m_run;
    QString m_lesson;
    RunState m_state = RunState::Queued;
    std::optional<Phase> m_working, m_waiting;
    std::vector<Record> m_records; // in order of time
    bool m_wentOn = false;         // after the last record
    std::optional<std::size_t> m_past;
};

} // namespace tessera::ui
