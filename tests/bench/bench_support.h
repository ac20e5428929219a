#pragma once

// What the measuring programs share: taking turns, medians, and one form of JSON.

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tessera::bench {

using Json = nlohmann::ordered_json;

template <typename Work>
[[nodiscard]] double secondsOf(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// `part` 0 to 1 of the values lie below. Values are not empty.
[[nodiscard]] inline double quantile(std::vector<double> values, double part) {
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5);
    return values[at];
}

struct Work {
    std::string name;
    std::function<void()> once;
    std::vector<double> seconds = {};
};

// Takes turns, so that what else the machine does meets all of them alike. The first turn warms up.
inline void takeTurns(std::vector<Work>& works, int turns) {
    for (int turn = 0; turn <= turns; ++turn) {
        for (Work& work : works) {
            const double seconds = secondsOf(work.once);
            if (turn > 0) {
                work.seconds.push_back(seconds);
            }
        }
    }
}

// {"bench", "results": {NAME: {"median_ms", "p95_ms", "n"}}, "ratios": [{"name", "value", ...}]}
class BenchReport {
public:
    explicit BenchReport(const std::string& name) : m_json({{"bench", name}}) {
        m_json["results"] = Json::object();
        m_json["ratios"] = Json::array();
    }

    void add(const std::string& name, const std::vector<double>& seconds) {
        m_json["results"][name] = {{"median_ms", quantile(seconds, 0.5) * 1e3},
                                   {"p95_ms", quantile(seconds, 0.95) * 1e3},
                                   {"n", seconds.size()}};
    }
    void add(const std::vector<Work>& works) {
        for (const Work& work : works) {
            add(work.name, work.seconds);
        }
    }
    [[nodiscard]] double medianMs(const std::string& name) const {
        return m_json["results"][name]["median_ms"].get<double>();
    }

    // What is wished for: at most, or at least, the target.
    void atMost(const std::string& name, double value, double target, const char* unit = "") {
        ratio(name, value, target, unit, "at most", value <= target);
    }
    void atLeast(const std::string& name, double value, double target, const char* unit = "") {
        ratio(name, value, target, unit, "at least", value >= target);
    }
    void notMeasured(const std::string& name, const std::string& why) {
        m_json["ratios"].push_back({{"name", name}, {"value", nullptr}, {"why", why}});
    }

    [[nodiscard]] Json& json() { return m_json; }
    [[nodiscard]] std::string text() const { return m_json.dump(1); }

private:
    void ratio(const std::string& name, double value, double target, const char* unit,
               const char* sense, bool holds) {
        m_json["ratios"].push_back({{"name", name},
                                    {"value", value},
                                    {"unit", unit},
                                    {"wished", sense},
                                    {"target", target},
                                    {"holds", holds}});
    }

    Json m_json;
};

} // namespace tessera::bench
