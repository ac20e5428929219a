#pragma once

#include "core/api/job_service.h"

#include <deque>
#include <mutex>
#include <variant>

namespace tessera::session {

// Carries what happens to an observer, one thing after another in the order of put(), without a
// lock held while the observer is told. Where two threads deliver at once, one tells for both; an
// observer that causes news while it is told hears of them afterwards. Any thread.
class JobOutbox {
public:
    using News = std::variant<Result<EngineReport>, JobStatus, JobReport>;

    // `observer` outlives the box and must not throw.
    explicit JobOutbox(JobObserver& observer) : m_observer(observer) {}

    // Tells nobody yet, so a lock that keeps the order of states may be held.
    void put(News news);

    // Tells what is there, unless another thread is at it, which then tells this too. No lock may
    // be held.
    void deliver();

private:
    void tell(const News& news) noexcept;

    JobObserver& m_observer;
    std::mutex m_mutex;
    std::deque<News> m_news;   // m_mutex
    bool m_delivering = false; // m_mutex
};

} // namespace tessera::session
