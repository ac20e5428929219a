#include "core/store/clock.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace tessera::store {

namespace {

struct CivilTime {
    int year = 0;
    unsigned month = 0, day = 0;
    long hour = 0, minute = 0, second = 0, millisecond = 0;
};

CivilTime civilTime(std::int64_t epochMs) {
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds(epochMs)};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()), clock.hours().count(),
            clock.minutes().count(),           clock.seconds().count(),
            clock.subseconds().count()};
}

} // namespace

std::int64_t nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::int64_t steadyMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

SteadyClock::SteadyClock(Source wall, Source steady)
    : m_wall(std::move(wall)), m_steady(std::move(steady)), m_lastMs(m_wall()),
      m_lastSteadyMs(m_steady()) {}

std::int64_t SteadyClock::now() {
    const std::lock_guard lock(m_mutex);
    const std::int64_t steady = m_steady();
    m_lastMs = std::max(m_wall(), m_lastMs + (steady - m_lastSteadyMs));
    m_lastSteadyMs = steady;
    return m_lastMs;
}

std::string isoUtc(std::int64_t epochMs) {
    const CivilTime t = civilTime(epochMs);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", t.year, t.month, t.day, t.hour,
                       t.minute, t.second, t.millisecond);
}

RunId newRunId(std::int64_t epochMs) {
    std::uint32_t random = 0;
    if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) {
        throw std::runtime_error("the system's random generator gave no bytes");
    }
    const CivilTime t = civilTime(epochMs);
    return RunId(fmt::format("{:04}{:02}{:02}-{:02}{:02}{:02}-{:08x}", t.year, t.month, t.day,
                             t.hour, t.minute, t.second, random));
}

bool isRunId(const std::string& text) {
    constexpr std::string_view kForm = "dddddddd-dddddd-xxxxxxxx";
    const auto fits = [](char form, char c) {
        const bool digit = c >= '0' && c <= '9';
        return form == '-' ? c == '-' : digit || (form == 'x' && c >= 'a' && c <= 'f');
    };
    return std::equal(kForm.begin(), kForm.end(), text.begin(), text.end(), fits);
}

} // namespace tessera::store
