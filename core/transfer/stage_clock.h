#pragma once

#include "core/api/events.h"
#include "core/api/run.h"

#include <chrono>
#include <optional>
#include <string>

namespace tessera::transfer {

// Times the stages of a transfer and reports them as progress, and that they have ended: except
// the one that it is destroyed in. One thread.
class StageClock {
public:
    StageClock(EventSink& events, StageSeconds& seconds) : m_events(events), m_seconds(seconds) {}
    ~StageClock() { stop(); }
    StageClock(const StageClock&) = delete;
    StageClock& operator=(const StageClock&) = delete;

    // Closes the running stage and opens the next, which has `total` units of work.
    void enter(Phase phase, std::int64_t total, const std::string& what);
    void advance(std::int64_t done);
    // In finer units, of which there turn out to be `total`.
    void advance(std::int64_t done, std::int64_t total);
    // Where the stage is, in other words for once.
    void say(const std::string& what);
    void leave();

private:
    void stop();

    EventSink& m_events;
    StageSeconds& m_seconds;
    std::optional<Progress> m_current;
    std::chrono::steady_clock::time_point m_begin;
};

} // namespace tessera::transfer
