#pragma once

// Watches an event loop from a thread of its own: every two milliseconds it posts an event, and
// measures how long it took until that was handled. What a click would have waited, that is. Of
// what takes long it is also known whether the watched thread was at work all the time (its CPU
// time), wanted to be but other threads or programs had the processors (the kernel's account of
// waiting to run), or waited for something, a lock or a disk.

#include <QCoreApplication>
#include <QObject>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <pthread.h>
#include <unistd.h>

namespace tessera::bench {

// What is going on, for who reads about a long wait. Set on the watched thread.
struct Doing {
    std::string action = "start";
    std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    std::string job; // what runs behind the window
};

// Milliseconds that events have waited.
class Waits {
public:
    void add(double ms) { m_all.push_back(ms); }

    [[nodiscard]] double quantile(double share) const {
        auto sorted = m_all;
        std::sort(sorted.begin(), sorted.end());
        const auto at = share * static_cast<double>(sorted.size() - 1);
        return sorted.empty() ? 0.0 : sorted[static_cast<std::size_t>(at)];
    }

    [[nodiscard]] nlohmann::ordered_json json() const {
        nlohmann::ordered_json json;
        json["events"] = m_all.size();
        for (const auto& [name, share] : std::array<std::pair<const char*, double>, 4>{
                 {{"median_ms", 0.5}, {"p99_ms", 0.99}, {"p999_ms", 0.999}, {"largest_ms", 1.0}}}) {
            json[name] = quantile(share);
        }
        double low = 0.0;
        for (const double edge : {10.0, 20.0, 50.0, 100.0, 200.0}) {
            json["histogram"].push_back(
                {{"from_ms", low}, {"below_ms", edge}, {"events", countBetween(low, edge)}});
            low = edge;
        }
        json["histogram"].push_back(
            {{"from_ms", low}, {"below_ms", nullptr}, {"events", countBetween(low, kNever)}});
        return json;
    }

private:
    static constexpr double kNever = 1e12;

    [[nodiscard]] std::size_t countBetween(double low, double high) const {
        return static_cast<std::size_t>(std::count_if(
            m_all.begin(), m_all.end(), [&](double wait) { return wait >= low && wait < high; }));
    }

    std::vector<double> m_all;
};

// Made, asked and destroyed on the thread that is watched, whose event loop runs meanwhile.
class LoopWatch {
public:
    using Clock = std::chrono::steady_clock;

    explicit LoopWatch(const Doing& doing)
        : m_doing(doing), m_scheduling(::open(accountOf(gettid()).c_str(), O_RDONLY | O_CLOEXEC)) {
        pthread_getcpuclockid(pthread_self(), &m_cpuClock);
        m_thread = std::jthread([this](const std::stop_token& stop) { post(stop); });
    }
    ~LoopWatch() {
        stop();
        ::close(m_scheduling);
    }
    LoopWatch(const LoopWatch&) = delete;
    LoopWatch& operator=(const LoopWatch&) = delete;

    // What is not handled by now counts as handled now: a loop that ends is none that hangs.
    void stop() {
        if (m_thread.joinable()) {
            m_thread.request_stop();
            m_thread.join();
            QCoreApplication::removePostedEvents(&m_target);
        }
    }

    // What `share` of the events waited at most.
    [[nodiscard]] double quantileMs(double share) const { return m_waits.quantile(share); }
    // The same without the time in which something else had the processors: what would be left on
    // an idle machine.
    [[nodiscard]] double ownQuantileMs(double share) const { return m_ownWaits.quantile(share); }

    [[nodiscard]] nlohmann::ordered_json json() const {
        nlohmann::ordered_json json;
        json["how"] = "a thread posts an event every 2 ms; how long until it is handled";
        json["waits"] = m_waits.json();
        json["waits_without_what_others_took"] = m_ownWaits.json();
        json["stalls_over_50_ms"] = m_stalls.size();
        json["largest_stalls"] = stallsJson();
        return json;
    }

private:
    // A time in which nothing was handled.
    struct Stall {
        Clock::time_point end;
        double atSeconds = 0.0; // since the watch began
        double ms = 0.0;
        double workedMs = 0.0; // CPU time of the watched thread
        double robbedMs = 0.0; // it could have run, but something else had the processors
        std::string action;    // the last one
        double sinceActionMs = 0.0;
        std::string job;
    };
    // What the watched thread has used and missed so far, in milliseconds.
    struct Account {
        double worked = 0.0;
        double robbed = 0.0;
    };

    static constexpr std::chrono::milliseconds kBeat{2};
    static constexpr double kLookedInto = 1; // ms
    static constexpr double kStallMs = 50;
    static constexpr std::size_t kNamed = 30;

    static std::string accountOf(pid_t thread) {
        return fmt::format("/proc/self/task/{}/schedstat", thread);
    }

    // Any thread.
    [[nodiscard]] Account account() const {
        timespec time{};
        clock_gettime(m_cpuClock, &time);
        Account account;
        account.worked =
            static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
        std::array<char, 96> text{};
        if (m_scheduling >= 0 && ::pread(m_scheduling, text.data(), text.size() - 1, 0) > 0) {
            char* rest = nullptr;
            (void)std::strtoull(text.data(), &rest, 10); // time on a processor
            account.robbed = static_cast<double>(std::strtoull(rest, nullptr, 10)) / 1e6;
        }
        return account;
    }

    void post(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            const auto before = account();
            const auto posted = Clock::now();
            QMetaObject::invokeMethod(
                &m_target, [this, posted, before] { handle(posted, before); },
                Qt::QueuedConnection);
            std::this_thread::sleep_for(kBeat);
        }
    }

    void handle(Clock::time_point posted, const Account& before) {
        const auto now = Clock::now();
        const double ms = std::chrono::duration<double, std::milli>(now - posted).count();
        m_waits.add(ms);
        if (ms < kLookedInto) {
            m_ownWaits.add(ms);
            return;
        }
        const auto after = account();
        m_ownWaits.add(std::max(0.0, ms - (after.robbed - before.robbed)));
        const bool isSame = !m_stalls.empty() && posted < m_stalls.back().end;
        if (ms < kStallMs || (isSame && ms <= m_stalls.back().ms)) {
            return; // posted while that one lasted
        }
        Stall stall;
        stall.end = now;
        stall.atSeconds = std::chrono::duration<double>(posted - m_begun).count();
        stall.ms = ms;
        stall.workedMs = after.worked - before.worked;
        stall.robbedMs = after.robbed - before.robbed;
        stall.action = m_doing.action;
        stall.sinceActionMs =
            std::chrono::duration<double, std::milli>(now - m_doing.since).count();
        stall.job = m_doing.job;
        if (isSame) {
            m_stalls.back() = stall;
        } else {
            m_stalls.push_back(stall);
        }
    }

    [[nodiscard]] nlohmann::ordered_json stallsJson() const {
        auto sorted = m_stalls;
        std::sort(sorted.begin(), sorted.end(),
                  [](const Stall& a, const Stall& b) { return a.ms > b.ms; });
        sorted.resize(std::min(sorted.size(), kNamed));
        auto json = nlohmann::ordered_json::array();
        for (const auto& stall : sorted) {
            json.push_back({{"at_s", stall.atSeconds},
                            {"ms", stall.ms},
                            {"worked_ms", stall.workedMs},
                            {"others_had_the_processors_ms", stall.robbedMs},
                            {"last_action", stall.action},
                            {"ms_since_it_began", stall.sinceActionMs},
                            {"job", stall.job}});
        }
        return json;
    }

    const Doing& m_doing;
    const Clock::time_point m_begun = Clock::now();
    const int m_scheduling;
    clockid_t m_cpuClock{};
    QObject m_target;
    Waits m_waits, m_ownWaits;
    std::vector<Stall> m_stalls;
    std::jthread m_thread;
};

} // namespace tessera::bench
