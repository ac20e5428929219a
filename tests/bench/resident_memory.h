#pragma once

#include <fstream>

#include <unistd.h>

namespace tessera::bench {

// What this process keeps in memory now, in 10^6 bytes.
inline double residentMegabytes() {
    std::ifstream file("/proc/self/statm");
    long pages = 0;
    long resident = 0;
    file >> pages >> resident;
    return static_cast<double>(resident) * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

} // namespace tessera::bench
