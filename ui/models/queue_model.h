#pragma once

#include "core/api/job_service.h"
#include "ui/bridge/job_progress.h"

#include <QAbstractListModel>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace tessera::ui {

class JobBridge;

// The jobs that run or wait, in the order in which they will be done. UI thread.
class QueueModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        StateRole = Qt::UserRole, // int of RunState
        StageRole,                // "waiting", "Fine-tune: 63%", ...
        FractionRole,             // of the whole job, 0..1; invalid while it waits
        TimeRole,                 // "12 s, about 30 s left"; empty while it waits
    };
    // Seconds from any point in time on.
    using Clock = std::function<double()>;

    // Bridge and service outlive the model.
    QueueModel(JobBridge& bridge, JobService& jobs, QObject* parent = nullptr);
    QueueModel(JobBridge& bridge, JobService& jobs, Clock clock, QObject* parent = nullptr);

    // `row` must exist.
    [[nodiscard]] JobId at(int row) const { return m_order[static_cast<std::size_t>(row)]; }
    [[nodiscard]] int rowOf(JobId job) const; // -1: not here
    // Whether the job could be moved by `rows` (-1: earlier).
    [[nodiscard]] bool canMove(JobId job, int rows) const;
    void move(JobId job, int rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    struct Course {
        double begin = 0.0; // on the clock, moved on by the time in which it waited for a person
        JobProgress progress;
        Progress latest;
        std::optional<double> heldAt = {};  // on the clock: waits for a person since then
        std::optional<StudyStep> step = {}; // of a study: its present run
    };

    [[nodiscard]] std::vector<JobId> wantedOrder() const;
    void reorder();
    void onStateChanged(const JobStatus& status);
    void onStepped(JobId job, const StudyStep& step);
    void onProgressed(JobId job, const Progress& progress);
    void refresh(JobId job);
    // Waiting for a person is no progress, and no time of the job's.
    [[nodiscard]] double elapsed(const Course& course) const;
    [[nodiscard]] QString stageText(const JobStatus& status) const;
    [[nodiscard]] QString timeText(JobId job) const;
    [[nodiscard]] QString sentence(const JobStatus& status) const;

    JobBridge& m_bridge;
    JobService& m_jobs;
    Clock m_clock;
    std::vector<JobId> m_order;
    std::map<JobId, Course> m_courses; // of those that have begun
    QTimer m_tick;                     // the time goes on without reports
};

} // namespace tessera::ui
