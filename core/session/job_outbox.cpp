#include "core/session/job_outbox.h"

#include <utility>

namespace tessera::session {

void JobOutbox::put(News news) {
    const std::lock_guard lock(m_mutex);
    m_news.push_back(std::move(news));
}

void JobOutbox::deliver() {
    std::unique_lock lock(m_mutex);
    if (m_delivering) {
        return;
    }
    m_delivering = true;
    while (!m_news.empty()) {
        const auto batch = std::exchange(m_news, {});
        lock.unlock();
        for (const News& news : batch) {
            tell(news);
        }
        lock.lock();
    }
    m_delivering = false;
}

void JobOutbox::tell(const News& news) noexcept {
    struct Teller {
        JobObserver& observer;
        void operator()(const Result<EngineReport>& report) const { observer.engineLoaded(report); }
        void operator()(const JobStatus& status) const { observer.jobChanged(status); }
        void operator()(const JobReport& report) const { observer.jobReported(report); }
    };
    std::visit(Teller{m_observer}, news);
}

} // namespace tessera::session
