#include "app/workbench/startup_report.h"

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace tessera::workbench {

namespace {

// From /proc/self/stat (man 5 proc): field 22 is the start in clock ticks since boot, which is as
// exact as a tick, 10 ms.
double millisecondsSinceProcessStart() {
    std::ifstream file("/proc/self/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto afterName = text.rfind(')');
    constexpr int kFieldsBetween = 20; // between the name and the start
    auto at = afterName;
    for (int field = 0; field < kFieldsBetween && at != std::string::npos; ++field) {
        at = text.find(' ', at + 1);
    }
    timespec now{};
    if (at == std::string::npos || clock_gettime(CLOCK_BOOTTIME, &now) != 0) {
        return 0.0;
    }
    const double start = std::stod(text.substr(at)) / static_cast<double>(sysconf(_SC_CLK_TCK));
    const double seconds =
        static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
    return 1000.0 * (seconds - start);
}

} // namespace

StartupReport::StartupReport() : m_before(millisecondsSinceProcessStart()), m_begin(Clock::now()) {
    mark("main() reached");
}

void StartupReport::mark(const char* what) {
    const std::chrono::duration<double, std::milli> since = Clock::now() - m_begin;
    m_parts.push_back({what, m_before + since.count()});
}

std::string StartupReport::text() const {
    std::string text = fmt::format("{:<24} {:>9} {:>9}\n", "start-up", "ms", "part, ms");
    double before = 0.0;
    for (const auto& part : m_parts) {
        text += fmt::format("{:<24} {:>9.0f} {:>9.0f}\n", part.what, part.milliseconds,
                            part.milliseconds - before);
        before = part.milliseconds;
    }
    return text;
}

} // namespace tessera::workbench
