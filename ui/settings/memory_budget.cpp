#include "ui/settings/memory_budget.h"

#include "ui/settings/settings.h"

#include <algorithm>
#include <limits>

#include <unistd.h>

namespace tessera::ui {

namespace {

constexpr std::int64_t kMiB = std::int64_t{1} << 20;

} // namespace

std::int64_t machineMemory() {
    const auto pages = static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES));
    const auto size = static_cast<std::int64_t>(sysconf(_SC_PAGE_SIZE));
    return pages > 0 && size > 0 ? pages * size : 0;
}

std::int64_t chosenMemoryBudget(const Settings& settings) {
    const int chosen = settings.value(setting::kMemoryBudget).toInt();
    return chosen > 0 ? std::max(chosen, kLeastBudgetMiB) * kMiB : 0;
}

void chooseMemoryBudget(Settings& settings, std::int64_t bytes) {
    const auto rounded = (bytes + kMiB / 2) / kMiB;
    const auto most = static_cast<std::int64_t>(std::numeric_limits<int>::max());
    settings.setValue(
        setting::kMemoryBudget,
        bytes <= 0 ? 0
                   : static_cast<int>(std::clamp<std::int64_t>(rounded, kLeastBudgetMiB, most)));
}

std::int64_t effectiveMemoryBudget(const Settings& settings) {
    const auto chosen = chosenMemoryBudget(settings);
    return chosen > 0 ? chosen : machineMemory() / 2;
}

} // namespace tessera::ui
