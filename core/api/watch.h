#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <utility>

namespace tessera {

// How the caller of something that takes a while follows it, and ends it early. Units of progress
// differ by what is done: compare ratios only. Called on the thread that does the work.
class Watch {
public:
    using Progress = std::function<void(std::int64_t done, std::int64_t total)>;

    Watch() = default;
    // Not explicit: many only want to stop.
    Watch(std::stop_token stop, Progress progress = {})
        : m_stop(std::move(stop)), m_progress(std::move(progress)) {}

    [[nodiscard]] const std::stop_token& stop() const { return m_stop; }
    [[nodiscard]] bool stopRequested() const { return m_stop.stop_requested(); }
    // May be empty.
    [[nodiscard]] const Progress& progress() const { return m_progress; }

private:
    std::stop_token m_stop;
    Progress m_progress;
};

} // namespace tessera
