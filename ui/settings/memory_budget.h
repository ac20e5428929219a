#pragma once

#include <cstdint>

namespace tessera::ui {

class Settings;

// How much memory data and recordings may take: half of the machine's unless a person says
// otherwise. Settings hold it in MiB, 0 for the half. UI thread.

inline constexpr int kLeastBudgetMiB = 64; // less holds no data that is worth it

// Of the machine; 0 where the system does not tell.
[[nodiscard]] std::int64_t machineMemory();

// As chosen, for JobService::setMemoryBudget(); 0: half of the machine's memory.
[[nodiscard]] std::int64_t chosenMemoryBudget(const Settings& settings);
// Rounded to MiB.
void chooseMemoryBudget(Settings& settings, std::int64_t bytes);

// What that means in bytes.
[[nodiscard]] std::int64_t effectiveMemoryBudget(const Settings& settings);

} // namespace tessera::ui
