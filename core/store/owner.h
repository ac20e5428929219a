#pragma once

#include <cstdint>
#include <string>

// Who runs a run: enough to tell, later and from another program, whether it still does.
namespace tessera::store {

struct Owner {
    std::int64_t pid = 0;
    std::int64_t startTicks = 0; // start of the process in clock ticks since boot; 0 = unknown
    std::string bootId;          // differs after every boot and on every machine
    std::string machine;         // host name and pid namespace: where `pid` means something
};

enum class Liveness { Alive, Dead, Unknown };

// A run whose owner cannot be judged counts as dead after this long without a heartbeat.
inline constexpr std::int64_t kHeartbeatTimeoutMs = 60'000;

// A heartbeat further ahead of the reader's clock than this was written by a clock that is or was
// ahead; by itself it says nothing about how long ago that was.
inline constexpr std::int64_t kMostAheadMs = 5'000;

[[nodiscard]] Owner currentOwner();

// Whether `recorded` still lives, as seen by `here`. The start time tells a recycled process id
// from the process that once had it. Unknown: another machine, another container, or a process
// that we may not look at.
[[nodiscard]] Liveness livenessOf(const Owner& recorded, const Owner& here);

// livenessOf(), with the heartbeat deciding what is unknown: one of the last minute, or from the
// future, counts as a sign of life.
[[nodiscard]] bool isOwnerGone(const Owner& recorded, const Owner& here, std::int64_t heartbeatMs,
                               std::int64_t nowMs);

// Whether only a heartbeat from the future speaks for the owner. interruptDeadRuns() sets it to the
// reader's time then: who lives writes the next one within a second, and of who does not, nothing
// is heard for kHeartbeatTimeoutMs.
[[nodiscard]] bool isHeartbeatDoubtful(const Owner& recorded, const Owner& here,
                                       std::int64_t heartbeatMs, std::int64_t nowMs);

} // namespace tessera::store
