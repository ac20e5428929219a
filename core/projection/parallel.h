#pragma once

#include "core/api/watch.h"

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>

namespace tessera::projection {

// Calls work(first, last) for pieces of [0, count) of `piece` each, the last one shorter, on up to
// `threads` threads, the calling one among them. Which thread does a piece is left to chance, so
// work must write to places of that piece only; then the result depends on `piece` at most. What
// work throws is thrown here once all threads have ended; pieces not begun by then are left out.
void parallelFor(int threads, std::int64_t count, std::int64_t piece,
                 const std::function<void(std::int64_t first, std::int64_t last)>& work);

// Counts what several threads do, and tells a watch of it on the thread that made this.
class SharedProgress {
public:
    // `watch` must outlive it.
    SharedProgress(const Watch& watch, std::int64_t total) : m_watch(watch), m_total(total) {}

    // On any thread.
    void add(std::int64_t more) {
        const auto done = m_done.fetch_add(more) + more;
        if (m_watch.progress() && std::this_thread::get_id() == m_thread) {
            m_watch.progress()(done, m_total);
        }
    }

private:
    const Watch& m_watch;
    std::atomic<std::int64_t> m_done = 0;
    std::int64_t m_total;
    std::thread::id m_thread = std::this_thread::get_id();
};

} // namespace tessera::projection
