#pragma once

#include "core/api/job_service.h"

#include <QObject>
#include <QTimer>

#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace tessera::ui {

// Brings what jobs report from their threads to the UI thread, at most 20 times a second: of
// progress, steps of studies and snapshots the newest, of samples and notices all. Changes of state
// are never thinned and come after everything that was reported before them. Signals come on the UI
// thread.
class JobBridge : public QObject, public JobObserver {
    Q_OBJECT

public:
    explicit JobBridge(QObject* parent = nullptr);

    // Any thread.
    void engineLoaded(const Result<EngineReport>& report) override;
    void jobChanged(const JobStatus& status) override;
    void jobReported(const JobReport& report) override;

    // Empty while the engine is being loaded.
    [[nodiscard]] const std::optional<Result<EngineReport>>& engine() const { return m_engine; }
    // Jobs that have not ended, in order of submission.
    [[nodiscard]] const std::vector<JobStatus>& jobs() const { return m_jobs; }
    [[nodiscard]] const JobStatus* find(JobId job) const;
    // The newest progress of a job, if it has reported any.
    [[nodiscard]] std::optional<Progress> progressOf(JobId job) const;

Q_SIGNALS:
    void engineChanged();
    // Once for every change of state; the last one of a job is terminal.
    void stateChanged(const tessera::JobStatus& status);
    // A run of a study has begun; comes before its progress.
    void stepped(tessera::JobId job, const tessera::StudyStep& step);
    void progressed(tessera::JobId job, const tessera::Progress& progress);
    void sampled(tessera::JobId job, const std::vector<tessera::MetricSample>& samples);
    void noticed(tessera::JobId job, const tessera::Notice& notice);
    // `snapshots.last` is new, and the newest; `snapshots.first`, the job's first one, comes along
    // each time.
    void snapshotTaken(tessera::JobId job, const tessera::RunSnapshots& snapshots);

private:
    struct Pending {
        std::optional<StudyStep> step;
        std::optional<Progress> progress;
        std::vector<MetricSample> samples;
        std::vector<Notice> notices;
        SnapshotPtr firstSnapshot, snapshot; // of those not yet delivered
    };

    void wake();
    void deliver();
    void deliverReports(JobId job, Pending pending);
    void deliverStatus(const JobStatus& status);

    std::mutex m_mutex;
    std::map<JobId, Pending> m_pending;               // m_mutex
    std::vector<JobStatus> m_changes;                 // m_mutex
    std::optional<Result<EngineReport>> m_engineNews; // m_mutex
    bool m_woken = false;                             // m_mutex

    QTimer m_timer;
    std::optional<Result<EngineReport>> m_engine;
    std::vector<JobStatus> m_jobs;
    std::map<JobId, Progress> m_progress;
    std::map<JobId, RunSnapshots> m_snapshots;
};

} // namespace tessera::ui
