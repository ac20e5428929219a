#include "ui/bridge/job_bridge.h"

#include <QCoreApplication>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kIntervalMs = 50; // 20 deliveries a second

} // namespace

JobBridge::JobBridge(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    m_timer.setInterval(kIntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &JobBridge::deliver);
}

void JobBridge::engineLoaded(const Result<EngineReport>& report) {
    {
        const std::lock_guard lock(m_mutex);
        m_engineNews = report;
    }
    QMetaObject::invokeMethod(this, &JobBridge::deliver, Qt::QueuedConnection);
}

void JobBridge::jobChanged(const JobStatus& status) {
    {
        const std::lock_guard lock(m_mutex);
        m_changes.push_back(status);
    }
    QMetaObject::invokeMethod(this, &JobBridge::deliver, Qt::QueuedConnection);
}

void JobBridge::jobReported(const JobReport& report) {
    const std::lock_guard lock(m_mutex);
    auto& pending = m_pending[report.id];
    if (const auto* progress = std::get_if<Progress>(&report.what)) {
        pending.progress = *progress;
    } else if (const auto* sample = std::get_if<MetricSample>(&report.what)) {
        pending.samples.push_back(*sample);
    } else if (const auto* notice = std::get_if<Notice>(&report.what)) {
        pending.notices.push_back(*notice);
    } else if (const auto* snapshot = std::get_if<SnapshotPtr>(&report.what)) {
        // The first must not be lost: views compare with it.
        if (!pending.firstSnapshot) {
            pending.firstSnapshot = *snapshot;
        }
        pending.snapshot = *snapshot;
    } else if (const auto* step = std::get_if<StudyStep>(&report.what)) {
        pending.step = *step;
        pending.progress.reset(); // of the run before
    }
    if (!m_woken) {
        m_woken = true;
        QMetaObject::invokeMethod(this, &JobBridge::wake, Qt::QueuedConnection);
    }
}

void JobBridge::wake() {
    if (!m_timer.isActive()) {
        m_timer.start();
    }
}

void JobBridge::deliver() {
    std::map<JobId, Pending> pending;
    std::vector<JobStatus> changes;
    std::optional<Result<EngineReport>> engine;
    {
        const std::lock_guard lock(m_mutex);
        pending.swap(m_pending);
        changes.swap(m_changes);
        engine.swap(m_engineNews);
        m_woken = false;
    }
    if (engine) {
        m_engine = std::move(engine);
        Q_EMIT engineChanged();
    }
    // A beginning comes before what was reported after it, an end and a pause after what was
    // reported before: nothing is reported while a job waits for a person.
    for (const auto& status : changes) {
        if (isTerminal(status.state) || status.waitingAfter) {
            if (auto found = pending.extract(status.id)) {
                deliverReports(status.id, std::move(found.mapped()));
            }
        }
        deliverStatus(status);
    }
    for (auto& [job, reports] : pending) {
        deliverReports(job, std::move(reports));
    }
}

void JobBridge::deliverReports(JobId job, Pending pending) {
    if (find(job) == nullptr) {
        return; // it has ended
    }
    if (pending.step) {
        Q_EMIT stepped(job, *pending.step);
    }
    for (const auto& notice : pending.notices) {
        Q_EMIT noticed(job, notice);
    }
    if (!pending.samples.empty()) {
        Q_EMIT sampled(job, pending.samples);
    }
    if (pending.snapshot) {
        auto& snapshots = m_snapshots[job];
        if (!snapshots.first) {
            snapshots.first = pending.firstSnapshot;
        }
        snapshots.last = pending.snapshot;
        Q_EMIT snapshotTaken(job, snapshots);
    }
    if (pending.progress) {
        m_progress[job] = *pending.progress;
        Q_EMIT progressed(job, *pending.progress);
    }
}

void JobBridge::deliverStatus(const JobStatus& status) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const auto& job) { return job.id == status.id; });
    if (isTerminal(status.state)) {
        if (found != m_jobs.end()) {
            m_jobs.erase(found);
        }
        m_progress.erase(status.id);
        m_snapshots.erase(status.id);
    } else if (found != m_jobs.end()) {
        *found = status;
    } else {
        m_jobs.push_back(status);
    }
    Q_EMIT stateChanged(status);
}

const JobStatus* JobBridge::find(JobId job) const {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [&](const auto& status) { return status.id == job; });
    return found != m_jobs.end() ? &*found : nullptr;
}

std::optional<Progress> JobBridge::progressOf(JobId job) const {
    const auto found = m_progress.find(job);
    return found != m_progress.end() ? std::optional(found->second) : std::nullopt;
}

} // namespace tessera::ui
