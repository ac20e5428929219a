#include "tests/faults/watched_run.h"
#include "tests/support/test_registry.h"

#include <array>
#include <map>
#include <memory>

using namespace tessera;
using namespace tessera::test;

namespace {

constexpr std::size_t kWriters = 3;
constexpr int kShortEpochs = 300;
constexpr std::int64_t kShortSteps = 3 * kShortEpochs;

} // namespace

// Three programs write runs into one store, one after another, while a fourth looks into it all the
// time. A few seconds here; many_programs.sh does it for as long as it is told.
class TestManyPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loseAndDoubleNothing();

private:
    void keepWriting(std::size_t slot, bool more);
    void keepReading(bool more);
    void judge();

    Workspace m_space;
    std::array<std::unique_ptr<Program>, kWriters> m_writers;
    std::unique_ptr<Program> m_reader;
    std::map<std::string, std::size_t> m_begun; // name of the run, and its slot
    int m_failed = 0, m_reads = 0, m_badReads = 0;
    std::size_t m_listed = 0;
    int m_lost = 0, m_doubled = 0, m_wrong = 0;
};

void TestManyPrograms::loseAndDoubleNothing() {
    const int seconds = numberFromEnvironment("TESSERA_SECONDS", 5);
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    const auto busy = [&] {
        return m_reader || std::any_of(m_writers.begin(), m_writers.end(),
                                       [](const auto& writer) { return writer != nullptr; });
    };
    do {
        const bool more = std::chrono::steady_clock::now() < end;
        for (std::size_t slot = 0; slot < kWriters; ++slot) {
            keepWriting(slot, more);
        }
        keepReading(more);
    } while (busy());
    judge();
    const Json summary = {{"seconds", seconds},        {"runs", m_begun.size()},
                          {"failed_runs", m_failed},   {"reads", m_reads},
                          {"bad_reads", m_badReads},   {"lost_samples", m_lost},
                          {"doubled_runs", m_doubled}, {"wrong_runs", m_wrong}};
    writeSummary(summary);
    const auto said = textOf(summary);
    QVERIFY2(m_begun.size() >= kWriters && m_reads > 0, said);
    QVERIFY2(m_failed == 0 && m_badReads == 0, said);
    QVERIFY2(m_lost == 0 && m_doubled == 0 && m_wrong == 0, said);
}

void TestManyPrograms::keepWriting(std::size_t slot, bool more) {
    auto& writer = m_writers[slot];
    if (writer) {
        if (writer->state() != QProcess::NotRunning && !writer->waitForFinished(5)) {
            return;
        }
        const auto ended = resultOf(*writer);
        if (ended.code != 0) {
            ++m_failed;
            qWarning("%s", told(ended).constData());
        }
        writer.reset();
    }
    if (!more) {
        return;
    }
    const auto name = "run" + std::to_string(m_begun.size());
    m_begun[name] = slot;
    auto json = smallExperiment(QString("{'transfer': {'epochs': %1}}").arg(kShortEpochs));
    json["name"] = name;
    json["seed"] = slot + 1;
    writer = std::make_unique<Program>(
        QStringList{"run", m_space.writeJson(name + ".tessera.json", json), "--quiet", "--json",
                    "--out", m_space.name("out")});
    writer->start();
}

void TestManyPrograms::keepReading(bool more) {
    if (m_reader) {
        if (m_reader->state() != QProcess::NotRunning && !m_reader->waitForFinished(5)) {
            return;
        }
        const auto ended = resultOf(*m_reader);
        const auto runs = jsonOf(ended);
        ++m_reads;
        if (ended.code != 0 || !runs.is_array() || runs.size() < m_listed) {
            ++m_badReads;
            qWarning("%s", told(ended).left(2000).constData());
        } else {
            m_listed = runs.size();
        }
        m_reader.reset();
    }
    // The first of them would find no store.
    if (more && std::filesystem::exists(m_space.path("out") / "runs.tessera.db")) {
        if (m_listed == 0 && m_space.runs("out").empty()) {
            return;
        }
        m_reader = std::make_unique<Program>(
            QStringList{"runs", "list", "--json", "--out", m_space.name("out")});
        m_reader->start();
    }
}

// Runs of one seed are the same run: the others left no trace in them.
void TestManyPrograms::judge() {
    std::map<std::string, int> found;
    std::map<std::size_t, std::string> hashes;
    for (const auto& run : m_space.runs("out")) {
        m_doubled += ++found[run.name] > 1 ? 1 : 0;
        const auto slot = m_begun.find(run.name);
        if (slot == m_begun.end() || run.state != RunState::Done) {
            ++m_wrong;
            continue;
        }
        const auto steps = storedSteps(m_space.path("out") / "runs.tessera.db", run.name);
        m_lost += static_cast<int>(std::abs(kShortSteps - steps.count)) + (steps.isWhole() ? 0 : 1);
        auto& hash = hashes[slot->second];
        m_wrong += !hash.empty() && hash != run.summary.metricsHash ? 1 : 0;
        hash = run.summary.metricsHash;
    }
    m_lost += static_cast<int>(m_begun.size() - found.size());
    const auto checked = runProgram({"runs", "check", "--json", "--out", m_space.name("out")});
    if (checked.code != 0) {
        ++m_wrong;
        qWarning("%s", told(checked).constData());
    }
}

TESSERA_TEST(TestManyPrograms)
#include "test_many_programs.moc"
