#include "tests/faults/watched_run.h"
#include "tests/support/test_registry.h"

#include <algorithm>
#include <array>
#include <map>
#include <random>

using namespace tessera;
using namespace tessera::test;

namespace {

constexpr double kPromisedSeconds = 1.0; // what is older than this is never lost
constexpr int kEpochs = 5000;
constexpr std::int64_t kStepsPerEpoch = 3;
constexpr double kLatestKill = 3.0; // seconds after the start, or after the first samples
constexpr double kNotYet = 60.0;

// Reaches the end within a second, and writes a token of 256 KiB.
const char* const kShort = "{'transfer': {'hub': {'dim': 65536}}}";

} // namespace

// Kills programs at any moment, one after another on one store, and looks what is left. Five times
// here; kill_many.sh does it as often as it is told.
class TestManyKills : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loseNothing();

private:
    struct Tally {
        int times = 0;
        int whileStarting = 0;  // before the run was in the store
        int whileRecording = 0; // samples were in the store
        int ended = 0;          // too late: it was done
        std::int64_t lost = 0;  // samples that must be there
        int wrongStates = 0;
        int damaged = 0; // stores that are not sound, or do not open
        std::int64_t samples = 0;
        double worstLostSeconds = 0.0; // age of the oldest step that is not in the store
    };

    // Where a kill is aimed at; how long a program takes to get there is the machine's business.
    enum class Moment { Anywhere, Recording, Saving };

    void killOne(int number, Moment aim);
    void look(const std::string& name, bool killed);
    void count(const WatchedRun& run, const std::string& name, double killedAt, std::int64_t seen);
    [[nodiscard]] std::filesystem::path store() const {
        return m_space.path("out") / "runs.tessera.db";
    }

    Workspace m_space;
    std::mt19937 m_random;
    double m_shortSeconds = 1.0; // a whole run that saves a token
    std::map<std::string, std::string> m_states;
    std::map<std::string, std::int64_t> m_counts;
    Tally m_tally;
};

void TestManyKills::loseNothing() {
    const int times = numberFromEnvironment("TESSERA_KILLS", 5);
    m_random.seed(static_cast<unsigned>(numberFromEnvironment("TESSERA_SEED", 1)));
    // How long a run takes, and the source that all of them share.
    const auto begin = std::chrono::steady_clock::now();
    for (int again = 0; again < 2; ++again) {
        auto json = smallExperiment(kShort);
        json["name"] = "whole" + std::to_string(again);
        const auto ended = runProgram({"run", m_space.writeJson("whole.tessera.json", json),
                                       "--quiet", "--json", "--out", m_space.name("out")});
        QVERIFY2(ended.code == 0, told(ended));
    }
    m_shortSeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count() / 2;

    for (int number = 0; number < times; ++number) {
        constexpr std::array kMoments = {Moment::Anywhere, Moment::Recording, Moment::Saving,
                                         Moment::Recording};
        killOne(number, kMoments[static_cast<std::size_t>(number) % kMoments.size()]);
    }
    // What was there after its kill is there after all the others.
    for (const auto& [name, count] : m_counts) {
        m_tally.lost += std::max<std::int64_t>(count - storedSteps(store(), name).count, 0);
    }
    const Json summary = {{"times", m_tally.times},
                          {"killed_while_starting", m_tally.whileStarting},
                          {"killed_while_recording", m_tally.whileRecording},
                          {"ended_before_the_kill", m_tally.ended},
                          {"samples_kept", m_tally.samples},
                          {"lost_samples", m_tally.lost},
                          {"wrong_states", m_tally.wrongStates},
                          {"damaged_stores", m_tally.damaged},
                          {"oldest_lost_step_seconds", m_tally.worstLostSeconds}};
    writeSummary(summary);
    const auto said = textOf(summary);
    // Else nothing of the promise was looked at.
    QVERIFY2(times < 4 || (m_tally.whileRecording > 0 && m_tally.samples > 0), said);
    QVERIFY2(m_tally.lost == 0, said);
    QVERIFY2(m_tally.wrongStates == 0, said);
    QVERIFY2(m_tally.damaged == 0, said);
}

void TestManyKills::killOne(int number, Moment aim) {
    const bool saving = aim == Moment::Saving;
    const auto name = "victim" + std::to_string(number);
    auto json = smallExperiment(saving ? QString(kShort)
                                       : QString("{'transfer': {'epochs': %1}}").arg(kEpochs));
    json["name"] = name;
    WatchedRun run({"run", m_space.writeJson("victim.tessera.json", json), "--json", "--out",
                    m_space.name("out")},
                   saving ? kStepsPerEpoch : kEpochs * kStepsPerEpoch);
    const double latest = saving ? 1.2 * m_shortSeconds : kLatestKill;
    const double wait = std::uniform_real_distribution<>(0.0, latest)(m_random);
    double moment = aim == Moment::Recording ? kNotYet : wait;
    run.begin();
    std::int64_t seen = 0;
    double looked = 0.0;
    while (run.seconds() < moment && !run.waitForFinished(10)) {
        run.listen();
        // Nobody else has the store open when the program dies.
        if (run.seconds() - looked > 0.1) {
            seen = std::max(seen, storedSteps(store(), name).count);
            looked = run.seconds();
            if (aim == Moment::Recording && moment == kNotYet && seen > 0) {
                moment = looked + wait;
            }
        }
    }
    run.kill(); // does nothing where it has ended
    const double killedAt = run.seconds();
    run.listen();
    const bool killed = run.wait() == -1;
    run.listen();
    ++m_tally.times;
    look(name, killed);
    count(run, name, killedAt, seen);
}

// As the next program finds it.
void TestManyKills::look(const std::string& name, bool killed) {
    const auto checked = runProgram({"runs", "check", "--json", "--out", m_space.name("out")});
    const auto listed = runProgram({"runs", "list", "--json", "--out", m_space.name("out")});
    const auto runs = jsonOf(listed);
    if (checked.code != 0 || listed.code != 0 || !runs.is_array()) {
        ++m_tally.damaged;
        qWarning("%s: %s %s", name.c_str(), told(checked).constData(), told(listed).constData());
        return;
    }
    bool there = false;
    std::size_t known = 0;
    for (const auto& run : runs) {
        const auto own = run["name"].get<std::string>();
        const auto state = run["state"].get<std::string>();
        if (own == name) {
            there = true;
            // Killed in its last moments, when all was written, it is done all the same: the check
            // has found its files and its curves whole.
            if (state != "done" && (!killed || state != "interrupted")) {
                ++m_tally.wrongStates;
                qWarning("%s is %s", name.c_str(), state.c_str());
            }
            m_tally.ended += state == "done" ? 1 : 0;
            m_states[name] = state;
        } else if (const auto before = m_states.find(own); before != m_states.end()) {
            ++known;
            m_tally.wrongStates += before->second == state ? 0 : 1;
        }
    }
    m_tally.wrongStates += static_cast<int>(m_states.size() - known - (there ? 1U : 0U));
    m_tally.whileStarting += there ? 0 : 1;
}

void TestManyKills::count(const WatchedRun& run, const std::string& name, double killedAt,
                          std::int64_t seen) {
    const auto stored = storedSteps(store(), name);
    m_counts[name] = stored.count;
    m_tally.samples += stored.count;
    m_tally.whileRecording += stored.count > 0 && m_states[name] != "done" ? 1 : 0;
    if (m_states[name].empty()) {
        m_states.erase(name);
    }
    const auto reported = run.reportedBy(killedAt - kPromisedSeconds);
    const auto lost = std::max<std::int64_t>(std::max(seen, reported) - stored.count, 0);
    if (lost > 0 || !stored.isWhole()) {
        m_tally.lost += std::max<std::int64_t>(lost, 1);
        qWarning("%s: %lld stored (%lld to %lld), %lld seen before, %lld reported in time",
                 name.c_str(), static_cast<long long>(stored.count),
                 static_cast<long long>(stored.first), static_cast<long long>(stored.last),
                 static_cast<long long>(seen), static_cast<long long>(reported));
    }
    for (const auto& report : run.reports()) {
        if (report.steps > stored.count) {
            m_tally.worstLostSeconds =
                std::max(m_tally.worstLostSeconds, killedAt - report.seconds);
            break;
        }
    }
}

TESSERA_TEST(TestManyKills)
#include "test_many_kills.moc"
