#include "tests/faults/watched_run.h"
#include "tests/support/test_registry.h"

#include <array>
#include <map>
#include <memory>
#include <set>

using namespace tessera;
using namespace tessera::test;

namespace {

constexpr std::size_t kWindows = 2;
constexpr std::size_t kWriters = 3;
constexpr int kEpochs = 100;

} // namespace

// Two windows, each used all the time and doing transfers (bench_soak), and three command lines
// that do the same, on one store. Takes a minute, so it is done when two_windows.sh asks for it.
class TestTwoWindows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepOneStore();

private:
    void keepWriting(std::size_t slot, bool more);
    void tell(const std::string& run, RunState state);
    void hearWindow(Program& window);
    void judge();
    void judgeRun(const RunRecord& run);

    Workspace m_space;
    std::array<std::unique_ptr<Program>, kWriters> m_writers;
    std::map<std::string, RunState> m_told;      // what the programs said became of their runs
    std::map<std::string, std::string> m_hashes; // of equal experiments
    int m_begun = 0, m_byWindows = 0, m_failed = 0;
    int m_lost = 0, m_doubled = 0, m_wrong = 0, m_different = 0, m_compared = 0;
    bool m_sound = false;
};

void TestTwoWindows::keepOneStore() {
    const auto soak = qEnvironmentVariable("TESSERA_SOAK");
    if (soak.isEmpty()) {
        QSKIP("takes a minute and a window: tests/faults/two_windows.sh");
    }
    const int seconds = numberFromEnvironment("TESSERA_SECONDS", 60);
    std::vector<std::unique_ptr<Program>> windows;
    for (std::size_t i = 0; i < kWindows; ++i) {
        windows.push_back(std::make_unique<Program>(
            QStringList{QString::number(seconds), "--store", m_space.name("out")},
            Variables{{"QT_QPA_PLATFORM", "offscreen"}}, soak));
        windows.back()->start();
    }
    const auto isOpen = [](const auto& window) {
        return window->state() != QProcess::NotRunning && !window->waitForFinished(1);
    };
    bool more = true;
    do {
        more = more && std::all_of(windows.begin(), windows.end(), isOpen);
        for (std::size_t slot = 0; slot < kWriters; ++slot) {
            keepWriting(slot, more);
        }
    } while (more || std::any_of(m_writers.begin(), m_writers.end(),
                                 [](const auto& writer) { return writer != nullptr; }));
    for (const auto& window : windows) {
        hearWindow(*window);
    }
    judge();
    const Json summary = {{"seconds", seconds},
                          {"runs_told_of", m_told.size()},
                          {"by_windows", m_byWindows},
                          {"failed_programs_and_runs", m_failed},
                          {"lost_runs", m_lost},
                          {"doubled_runs", m_doubled},
                          {"runs_in_a_wrong_state", m_wrong},
                          {"compared_with_an_equal_one", m_compared},
                          {"runs_with_other_samples", m_different},
                          {"sound", m_sound}};
    writeSummary(summary);
    const auto said = textOf(summary);
    QVERIFY2(m_byWindows > 0 && m_told.size() > static_cast<std::size_t>(m_byWindows), said);
    QVERIFY2(m_failed == 0 && m_sound, said);
    QVERIFY2(m_lost == 0 && m_doubled == 0 && m_wrong == 0 && m_different == 0, said);
    QCOMPARE(m_space.leftovers("out"), QStringList());
}

void TestTwoWindows::keepWriting(std::size_t slot, bool more) {
    auto& writer = m_writers[slot];
    if (writer) {
        if (writer->state() != QProcess::NotRunning && !writer->waitForFinished(20)) {
            return;
        }
        const auto ended = resultOf(*writer);
        const auto json = jsonOf(ended);
        if (ended.code == 0 && json.is_object() && json["runs"].size() == 1) {
            tell(json["runs"][0].value("id", ""), RunState::Done);
        } else {
            ++m_failed;
            qWarning("%s", told(ended).constData());
        }
        writer.reset();
    }
    if (!more) {
        return;
    }
    const auto name = "line" + std::to_string(m_begun++);
    auto json = smallExperiment(QString("{'transfer': {'epochs': %1}}").arg(kEpochs));
    json["name"] = name;
    json["seed"] = slot + 1;
    writer = std::make_unique<Program>(
        QStringList{"run", m_space.writeJson(name + ".tessera.json", json), "--quiet", "--json",
                    "--out", m_space.name("out")});
    writer->start();
}

void TestTwoWindows::tell(const std::string& run, RunState state) {
    m_doubled += m_told.emplace(run, state).second ? 0 : 1;
}

void TestTwoWindows::hearWindow(Program& window) {
    const auto ended = resultOf(window);
    const auto json = jsonOf(ended);
    if (ended.code != 0 || !json.is_object()) {
        ++m_failed;
        qWarning("%s", told(ended).constData());
        return;
    }
    m_failed += json.value("not_ended", 0);
    for (const auto& run : json["ended"]) {
        const auto state = runStateFromName(run.value("state", ""));
        m_failed += state == RunState::Failed ? 1 : 0;
        tell(run.value("id", ""), state.value_or(RunState::Failed));
        ++m_byWindows;
    }
    if (!ended.err.isEmpty()) {
        qWarning("%s", ended.err.constData());
    }
}

void TestTwoWindows::judge() {
    std::map<std::string, int> names;
    std::set<std::string> found;
    for (const auto& run : m_space.runs("out")) {
        m_doubled += ++names[run.name] > 1 ? 1 : 0;
        found.insert(run.id.value);
        judgeRun(run);
    }
    for (const auto& [run, state] : m_told) {
        m_lost += found.contains(run) ? 0 : 1;
    }
    const auto checked = runProgram({"runs", "check", "--json", "--out", m_space.name("out")});
    m_sound = checked.code == 0;
    if (!m_sound) {
        qWarning("%s", told(checked).constData());
    }
}

// Runs of equal experiments are equal, sample by sample: the others left no trace in them, and
// nothing of them is missing.
void TestTwoWindows::judgeRun(const RunRecord& run) {
    const auto told = m_told.find(run.id.value);
    if (told == m_told.end() || told->second != run.state) {
        ++m_wrong;
        qWarning("%s is %s", run.id.value.c_str(), runStateName(run.state));
        return;
    }
    if (run.state != RunState::Done) {
        return;
    }
    const auto steps = storedSteps(m_space.path("out") / "runs.tessera.db", run.name);
    auto experiment = run.experiment;
    experiment.name.clear();
    auto& hash = m_hashes[experiment::experimentText(experiment)];
    m_compared += hash.empty() ? 0 : 1;
    if (steps.count == 0 || !steps.isWhole() ||
        (!hash.empty() && hash != run.summary.metricsHash)) {
        ++m_different;
        qWarning("%s has %d steps, hash %s", run.id.value.c_str(), static_cast<int>(steps.count),
                 run.summary.metricsHash.c_str());
    }
    hash = run.summary.metricsHash;
}

TESSERA_TEST(TestTwoWindows)
#include "test_two_windows.moc"
