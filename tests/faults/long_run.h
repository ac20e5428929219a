#pragma once

#include "tests/support/workspace.h"

#include <csignal>
#include <utility>

// Runs that go on until something happens to them.
namespace tessera::test {

inline const char* const kEndlessTransfer = "{'transfer': {'epochs': 100000}}";
inline const char* const kEndlessTraining = "{'source': {'train': {'epochs': 100000}}}";

// A started `tessera run` of a small experiment into the workspace's folder `out`.
class LongRun : public Program {
public:
    LongRun(const Workspace& space, const std::string& name, const QString& patch)
        : Program({"run", space.writeJson(name + ".tessera.json", named(name, patch)), "--json",
                   "--out", space.name("out")}),
          m_space(space), m_name(name) {}

    void begin() {
        start();
        waitForStarted();
    }

    // Its run, once the store has it.
    [[nodiscard]] RunId run() const {
        for (const auto& run : m_space.runs("out")) {
            if (run.name == m_name) {
                return run.id;
            }
        }
        return {};
    }

    // Steps of the transfer that are in the store.
    [[nodiscard]] std::size_t steps() const {
        const auto id = run();
        return id.empty() ? 0 : m_space.samples("out", id, "loss.batch").size();
    }

    void signal(int number) { ::kill(static_cast<pid_t>(processId()), number); }

    // Everything that it has said so far on standard error.
    const QByteArray& said() {
        m_said += readAllStandardError();
        return m_said;
    }

private:
    static Json named(const std::string& name, const QString& patch) {
        auto json = smallExperiment(patch);
        json["name"] = name;
        return json;
    }

    const Workspace& m_space;
    const std::string m_name;
    QByteArray m_said;
};

// No step is missing between the first and the last.
inline bool isWhole(const std::vector<MetricSample>& samples) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
        if (samples[i].step != static_cast<std::int64_t>(i + 1) || !samples[i].value) {
            return false;
        }
    }
    return true;
}

} // namespace tessera::test
