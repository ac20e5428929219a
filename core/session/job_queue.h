#pragma once

#include "core/api/job_service.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <stop_token>
#include <vector>

namespace tessera::session {

// A job on its way through the queue.
struct QueuedJob {
    JobStatus status;
    JobRequest request;
    std::stop_source stop; // of this job alone
};

// The order of jobs and the states that they may take, without threads: whoever owns it locks. At
// most one job runs at a time. A job that ended is forgotten.
class JobQueue {
public:
    // The new job's status: Queued.
    [[nodiscard]] JobStatus add(const JobRequest& request);

    // The next waiting job, Running from now on; nothing if none waits. Only while no job runs.
    [[nodiscard]] std::optional<QueuedJob> take();

    // The store gave the running job's run its id.
    [[nodiscard]] JobStatus setRun(const RunId& run);

    // The running job waits after a stage, or (nothing) goes on. Nothing: it is being cancelled and
    // does not wait any more.
    [[nodiscard]] std::optional<JobStatus> setWaitingAfter(const std::optional<Phase>& stage);

    // The running job ended, as Done, Cancelled or (with a failure) Failed.
    [[nodiscard]] JobStatus finish(RunState state, const std::optional<Error>& failure);

    // A waiting job leaves the queue as Cancelled; a running one becomes Cancelling and has to be
    // told by its `stop`. Nothing: unknown, ended or cancelled before.
    [[nodiscard]] std::optional<QueuedJob> cancel(JobId job);

    // Moves a waiting job to `position` among them, or to the end.
    void moveTo(JobId job, std::size_t position);

    [[nodiscard]] std::vector<JobId> waiting() const;
    [[nodiscard]] std::optional<JobId> running() const;
    // Whether this job runs and waits after a stage.
    [[nodiscard]] bool isHeld(JobId job) const;

private:
    [[nodiscard]] std::deque<QueuedJob>::iterator find(JobId job);

    std::uint64_t m_lastId = 0;
    std::deque<QueuedJob> m_waiting;
    std::optional<QueuedJob> m_running; // without its request, which whoever runs it has
};

} // namespace tessera::session
