#include "core/jobs/peak_memory.h"

#include <unistd.h>

#include <fstream>
#include <string>

namespace tessera::jobs {

void resetPeakMemory() {
    std::ofstream("/proc/self/clear_refs") << "5";
}

std::optional<std::int64_t> peakMemoryBytes() {
    std::ifstream status("/proc/self/status");
    std::string key;
    while (status >> key) {
        if (key == "VmHWM:") {
            std::int64_t kilobytes = 0;
            if (status >> kilobytes) {
                return kilobytes * 1024;
            }
            break;
        }
        status.ignore(1 << 16, '\n');
    }
    return std::nullopt;
}

std::int64_t machineBytes() {
    return static_cast<std::int64_t>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGE_SIZE);
}

} // namespace tessera::jobs
