#pragma once

#include <cstdint>
#include <optional>

namespace tessera::jobs {

// Highest resident memory of this process since the last reset, in bytes (Linux: VmHWM). Not
// measured where the kernel does not tell. Without a working reset it counts from the start of the
// process.
void resetPeakMemory();
[[nodiscard]] std::optional<std::int64_t> peakMemoryBytes();

// Physical memory of the machine.
[[nodiscard]] std::int64_t machineBytes();

} // namespace tessera::jobs
