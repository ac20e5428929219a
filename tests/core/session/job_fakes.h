#pragma once

#include "core/api/job_service.h"

#include "tests/core/session/session_fakes.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <variant>
#include <vector>

// What the tests of the job runners hold on to.
namespace tessera::test {

inline constexpr auto kPatience = std::chrono::seconds(60);

// Holds one thread where another one wants it.
class Gate {
public:
    void open() {
        {
            const std::lock_guard lock(m_mutex);
            m_open = true;
        }
        m_changed.notify_all();
    }
    // Gives up, and says so, when it takes much too long.
    bool pass() {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [this] { return m_open; });
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_open = false;
};

// Writes down what it is told, and by which word: "queued", "running", ..., or a report's kind.
class RecordingObserver : public JobObserver {
public:
    // Called before the news is written down, on the thread that tells it.
    std::function<void(const JobStatus&)> onChange;
    std::function<void()> onAnything;

    void engineLoaded(const Result<EngineReport>& report) override {
        tell([&] { m_engines.push_back(report); });
    }
    void jobChanged(const JobStatus& status) override {
        if (onChange) {
            onChange(status);
        }
        tell([&] {
            m_statuses.push_back(status);
            m_words.push_back({status.id, runStateName(status.state)});
        });
    }
    void jobReported(const JobReport& report) override {
        static constexpr const char* kKinds[] = {"progress", "sample", "notice", "snapshot",
                                                 "step"};
        tell([&] { m_words.push_back({report.id, kKinds[report.what.index()]}); });
    }

    [[nodiscard]] std::vector<Result<EngineReport>> engines() const {
        const std::lock_guard lock(m_mutex);
        return m_engines;
    }
    // All that was told of a job, in order.
    [[nodiscard]] std::vector<std::string> told(JobId job) const {
        const std::lock_guard lock(m_mutex);
        std::vector<std::string> words;
        for (const auto& [id, word] : m_words) {
            if (id == job) {
                words.push_back(word);
            }
        }
        return words;
    }
    // The last status of a job.
    [[nodiscard]] JobStatus status(JobId job) const {
        const std::lock_guard lock(m_mutex);
        return find(job);
    }
    [[nodiscard]] std::vector<JobStatus> statuses() const {
        const std::lock_guard lock(m_mutex);
        return m_statuses;
    }

    // False if it takes much too long.
    bool waitFor(JobId job, RunState state) {
        return waitUntil([&] { return find(job).state == state && find(job).id == job; });
    }
    bool waitForPause(JobId job, Phase stage) {
        return waitUntil([&] { return find(job).id == job && find(job).waitingAfter == stage; });
    }
    bool waitForEnd(JobId job) {
        return waitUntil([&] { return isTerminal(find(job).state); });
    }
    bool waitForEngine() {
        return waitUntil([&] { return !m_engines.empty(); });
    }

private:
    struct Word {
        JobId id;
        std::string word;
    };

    template <class Write>
    void tell(Write&& write) {
        if (onAnything) {
            onAnything();
        }
        {
            const std::lock_guard lock(m_mutex);
            write();
        }
        m_changed.notify_all();
    }
    template <class Condition>
    bool waitUntil(Condition&& condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, condition);
    }
    [[nodiscard]] JobStatus find(JobId job) const { // m_mutex held
        const auto found = std::find_if(m_statuses.rbegin(), m_statuses.rend(),
                                        [&](const JobStatus& each) { return each.id == job; });
        return found == m_statuses.rend() ? JobStatus{} : *found;
    }

    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<Result<EngineReport>> m_engines; // m_mutex
    std::vector<JobStatus> m_statuses;           // m_mutex
    std::vector<Word> m_words;                   // m_mutex
};

} // namespace tessera::test
