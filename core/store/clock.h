#pragma once

#include "core/api/ids.h"

#include <cstdint>
#include <functional>
#include <mutex>
#include <string>

// Times and identifiers of runs.
namespace tessera::store {

// Milliseconds since the Unix epoch, UTC.
[[nodiscard]] std::int64_t nowMs();

// Milliseconds since some moment, which nobody can set back.
[[nodiscard]] std::int64_t steadyMs();

// The time as the runs of one program are written: where the system's clock is set back, it goes on
// at its pace, so that no run ends before it began and heartbeats do not stop; where that is ahead
// (after a sleep), it follows. Owned by the store; any thread.
class SteadyClock {
public:
    using Source = std::function<std::int64_t()>;

    explicit SteadyClock(Source wall = nowMs, Source steady = steadyMs);

    [[nodiscard]] std::int64_t now();

private:
    const Source m_wall, m_steady;
    std::mutex m_mutex;
    std::int64_t m_lastMs = 0, m_lastSteadyMs = 0; // m_mutex
};

// ISO 8601 with milliseconds: "2026-11-22T21:30:45.123Z". Sorts as text in order of time.
[[nodiscard]] std::string isoUtc(std::int64_t epochMs);

// Time plus 32 bits from the kernel's cryptographic generator: "20261122-213045-3f2a9c51", so that
// programs that start runs in the same second, with the same seed, do not meet.
[[nodiscard]] RunId newRunId(std::int64_t epochMs);

// Whether a text has the form that newRunId() gives, which makes it the name of a folder and
// nothing else. For ids from files.
[[nodiscard]] bool isRunId(const std::string& text);

} // namespace tessera::store
