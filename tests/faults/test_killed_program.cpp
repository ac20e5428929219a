#include "tests/faults/long_run.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

class TestKilledProgram : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItMeasured();
    void leavesNothingInTheWay();
};

void TestKilledProgram::keepsWhatItMeasured() {
    Workspace space;
    LongRun victim(space, "victim", kEndlessTransfer);
    // Long enough to live on while the other is killed and looked at.
    LongRun survivor(space, "survivor", "{'transfer': {'epochs': 2400}, 'seed': 2}");
    victim.begin();
    survivor.begin();
    QTRY_VERIFY_WITH_TIMEOUT(victim.steps() > 0 && survivor.steps() > 0, kProgramTimeoutMs);
    // Samples are committed several times a second, so what is in the store keeps growing; a
    // second is the promise, ten are a defect.
    for (int look = 0; look < 2; ++look) {
        const auto before = victim.steps();
        QTRY_VERIFY_WITH_TIMEOUT(victim.steps() > before, 10'000);
    }
    const auto seen = victim.steps();
    victim.kill();
    QCOMPARE(victim.wait(), -1);

    const auto listed = runProgram({"runs", "list", "--json", "--out", space.name("out")});
    QVERIFY2(listed.code == 0, told(listed));
    const auto runs = jsonOf(listed);
    QCOMPARE(runs.size(), std::size_t(2));
    for (const auto& run : runs) {
        const bool killed = run["name"] == "victim";
        QVERIFY2(run["state"] == (killed ? "interrupted" : "running"), run.dump().c_str());
    }
    const auto samples = space.samples("out", victim.run(), "loss.batch");
    QVERIFY2(samples.size() >= seen, std::to_string(samples.size()).c_str());
    QVERIFY(isWhole(samples));
    QVERIFY(!space.samples("out", victim.run(), "drift.output").empty());

    const auto words = runProgram({"runs", "list", "--out", space.name("out")});
    QVERIFY2(QString(words.out).contains("tessera run --again " +
                                         QString::fromStdString(victim.run().value)),
             told(words));

    const auto ended = resultOf(survivor);
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    QCOMPARE(run["state"].get<std::string>(), std::string("done"));
    QCOMPARE(run["gradient_steps"].get<int>(), 7200);
    QCOMPARE(space.samples("out", survivor.run(), "loss.batch").size(), std::size_t(7200));
    QVERIFY(std::filesystem::exists(space.path("out") / run["token"].get<std::string>()));
}

// The next program finds a store that works and a cache that is whole.
void TestKilledProgram::leavesNothingInTheWay() {
    Workspace space;
    LongRun victim(space, "victim", kEndlessTransfer);
    victim.begin();
    QTRY_VERIFY_WITH_TIMEOUT(victim.steps() > 0, kProgramTimeoutMs);
    victim.kill();
    QCOMPARE(victim.wait(), -1);
    const auto ended = runSmall(space);
    QVERIFY2(ended.code == 0, told(ended));
    QVERIFY2(!QString(ended.err).contains("damaged"), told(ended));
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].state, RunState::Interrupted);
    QVERIFY(!runs[0].finishedAt.empty());
    QCOMPARE(runs[1].state, RunState::Done);
    QCOMPARE(space.tree("out/networks").size(), 1); // both had the same source
}

TESSERA_TEST(TestKilledProgram)
#include "test_killed_program.moc"
