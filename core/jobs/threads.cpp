#include "core/jobs/threads.h"

#include "core/session/environment.h"

#include <ATen/Parallel.h>
#include <torch/version.h>

#include <cblas.h>
#include <fmt/format.h>
#include <sched.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>

namespace tessera::jobs {

int physicalCores() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) {
        return 1;
    }
    // Hyper-threads of one core name the same siblings.
    std::set<std::string> cores;
    int unknown = 0;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu) {
        if (!CPU_ISSET(cpu, &allowed)) {
            continue;
        }
        std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) +
                           "/topology/thread_siblings_list");
        std::string siblings;
        if (std::getline(file, siblings)) {
            cores.insert(siblings);
        } else {
            ++unknown;
        }
    }
    return std::max(1, static_cast<int>(cores.size()) + unknown);
}

int useThreads(int threads) {
    const int count = threads > 0 ? threads : physicalCores();
    at::set_num_threads(count);
    openblas_set_num_threads(count);
    return count;
}

std::string arithmeticName() {
    return fmt::format("{}|{}|LibTorch {}|{}", openblas_get_config(), openblas_get_corename(),
                       TORCH_VERSION, session::processorName());
}

} // namespace tessera::jobs
