#pragma once

#include <fmt/chrono.h>

#include <chrono>
#include <string>

namespace tessera::token {

// The time now as tokens have it: "2026-11-22T21:30:45+00:00".
[[nodiscard]] inline std::string utcNow() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}+00:00", fmt::gmtime(now));
}

} // namespace tessera::token
