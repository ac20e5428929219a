#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace tessera::workbench {

// How long the parts of starting took, counted from the start of the process. UI thread.
class StartupReport {
public:
    StartupReport();

    // The part called `what` ends now.
    void mark(const char* what);
    // A line a part: milliseconds since the start of the process, and since the part before.
    [[nodiscard]] std::string text() const;

private:
    struct Part {
        const char* what;
        double milliseconds;
    };
    using Clock = std::chrono::steady_clock;

    double m_before = 0.0; // milliseconds from the start of the process to the constructor
    Clock::time_point m_begin;
    std::vector<Part> m_parts;
};

} // namespace tessera::workbench
