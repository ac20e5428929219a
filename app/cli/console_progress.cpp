#include "app/cli/console_progress.h"

#include "app/cli/shown_text.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <unistd.h>
#include <utility>

namespace tessera::cli {

namespace {

using Clock = std::chrono::steady_clock;

// Share of a run's time that each phase usually takes, in the order of Phase.
constexpr std::array<double, 9> kShares = {0.30, 0.02, 0.03, 0.03, 0.01, 0.30, 0.02, 0.01, 0.28};
constexpr auto kTerminalInterval = std::chrono::milliseconds(100);
constexpr auto kLogInterval = std::chrono::seconds(3);
constexpr double kEarliestEstimate = 0.03;

} // namespace

double runFraction(const Progress& progress) {
    const auto phase = static_cast<std::size_t>(progress.phase);
    double before = 0.0;
    for (std::size_t i = 0; i < phase; ++i) {
        before += kShares[i];
    }
    const double within = progress.total > 0 ? static_cast<double>(progress.done) /
                                                   static_cast<double>(progress.total)
                                             : 0.0;
    return before + kShares[phase] * std::clamp(within, 0.0, 1.0);
}

ConsoleProgress::ConsoleProgress(int runs, bool quiet, bool verbose, StoreWatch store)
    : m_runs(runs), m_quiet(quiet), m_verbose(verbose), m_terminal(isatty(STDERR_FILENO) == 1),
      m_store(std::move(store)), m_begin(Clock::now()) {}

ConsoleProgress::~ConsoleProgress() {
    clear();
}

void ConsoleProgress::beginRun(const std::string& name) {
    m_name = name;
}

void ConsoleProgress::endRun() {
    ++m_finished;
}

void ConsoleProgress::progress(const Progress& progress) {
    tellOfStore();
    const auto now = Clock::now();
    if (m_quiet || now - m_lastDrawn < (m_terminal ? kTerminalInterval : kLogInterval)) {
        return;
    }
    m_lastDrawn = now;
    const double fraction = (m_finished + runFraction(progress)) / m_runs;
    const double elapsed = std::chrono::duration<double>(now - m_begin).count();
    const auto eta = fraction > kEarliestEstimate
                         ? fmt::format("about {:.0f} s left", elapsed * (1.0 - fraction) / fraction)
                         : std::string("estimating");
    draw(fmt::format("[{}/{}] {}  {} {:.0f}%  {}", m_finished + 1, m_runs, m_name, progress.what,
                     progress.total > 0 ? 100.0 * static_cast<double>(progress.done) /
                                              static_cast<double>(progress.total)
                                        : 0.0,
                     eta));
}

void ConsoleProgress::line(const std::string& text) {
    if (!m_quiet) {
        clear();
        std::fputs((text + "\n").c_str(), stderr);
        std::fflush(stderr);
    }
}

void ConsoleProgress::notice(const Notice& notice) {
    if (!m_quiet && (m_verbose || notice.level == NoticeLevel::Warning)) {
        clear();
        spdlog::info("{}", notice.text);
    }
}

void ConsoleProgress::tellOfStore() {
    if (const auto news = m_store.news(); news && !m_quiet) {
        clear();
        spdlog::warn("{}", shown(*news));
    }
}

void ConsoleProgress::draw(const std::string& line) {
    std::fputs(m_terminal ? ("\r\033[K" + line).c_str() : (line + "\n").c_str(), stderr);
    std::fflush(stderr);
    m_drawn = m_terminal;
}

void ConsoleProgress::clear() {
    if (m_drawn) {
        std::fputs("\r\033[K", stderr);
        m_drawn = false;
    }
}

} // namespace tessera::cli
