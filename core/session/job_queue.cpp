#include "core/session/job_queue.h"

#include <algorithm>
#include <utility>

namespace tessera::session {

JobStatus JobQueue::add(const JobRequest& request) {
    QueuedJob& job = m_waiting.emplace_back();
    job.status.id = JobId{++m_lastId};
    job.status.experiment = request.experiment;
    job.status.study = request.study;
    job.request = request;
    return job.status;
}

std::optional<QueuedJob> JobQueue::take() {
    if (m_running || m_waiting.empty()) {
        return std::nullopt;
    }
    QueuedJob job = std::move(m_waiting.front());
    m_waiting.pop_front();
    job.status.state = RunState::Running;
    m_running = QueuedJob{job.status, {}, job.stop};
    return job;
}

JobStatus JobQueue::setRun(const RunId& run) {
    m_running->status.run = run;
    return m_running->status;
}

std::optional<JobStatus> JobQueue::setWaitingAfter(const std::optional<Phase>& stage) {
    if (m_running->status.state != RunState::Running) {
        return std::nullopt;
    }
    m_running->status.waitingAfter = stage;
    return m_running->status;
}

bool JobQueue::isHeld(JobId job) const {
    return m_running && m_running->status.id == job && m_running->status.waitingAfter;
}

JobStatus JobQueue::finish(RunState state, const std::optional<Error>& failure) {
    JobStatus status = std::move(m_running->status);
    m_running.reset();
    status.state = state;
    status.failure = failure;
    status.waitingAfter.reset();
    return status;
}

std::optional<QueuedJob> JobQueue::cancel(JobId job) {
    if (m_running && m_running->status.id == job) {
        if (m_running->status.state == RunState::Cancelling) {
            return std::nullopt;
        }
        m_running->status.state = RunState::Cancelling;
        m_running->status.waitingAfter.reset();
        return m_running;
    }
    const auto found = find(job);
    if (found == m_waiting.end()) {
        return std::nullopt;
    }
    QueuedJob cancelled = std::move(*found);
    m_waiting.erase(found);
    cancelled.status.state = RunState::Cancelled;
    return cancelled;
}

void JobQueue::moveTo(JobId job, std::size_t position) {
    const auto found = find(job);
    if (found == m_waiting.end()) {
        return;
    }
    QueuedJob moved = std::move(*found);
    m_waiting.erase(found);
    const auto place = static_cast<std::ptrdiff_t>(std::min(position, m_waiting.size()));
    m_waiting.insert(m_waiting.begin() + place, std::move(moved));
}

std::vector<JobId> JobQueue::waiting() const {
    std::vector<JobId> ids;
    ids.reserve(m_waiting.size());
    for (const QueuedJob& job : m_waiting) {
        ids.push_back(job.status.id);
    }
    return ids;
}

std::optional<JobId> JobQueue::running() const {
    return m_running ? std::optional(m_running->status.id) : std::nullopt;
}

std::deque<QueuedJob>::iterator JobQueue::find(JobId job) {
    return std::find_if(m_waiting.begin(), m_waiting.end(),
                        [job](const QueuedJob& waiting) { return waiting.status.id == job; });
}

} // namespace tessera::session
