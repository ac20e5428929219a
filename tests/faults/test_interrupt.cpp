#include "tests/faults/long_run.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

// Ctrl+C and a polite kill end a run within a batch and keep what it measured.
class TestInterrupt : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void endsTraining();
    void endsTheTransfer_data();
    void endsTheTransfer();
    void leavesOutTheSeedsThatAreLeft();
    void outlivesWhoListens();

private:
    static void checkCancelled(const Workspace& space, const Ended& ended);
};

void TestInterrupt::checkCancelled(const Workspace& space, const Ended& ended) {
    QVERIFY2(ended.code == 130, told(ended));
    const auto document = jsonOf(ended);
    QVERIFY2(document.is_object() && document["runs"].size() == 1, told(ended));
    const auto& run = document["runs"][0];
    QCOMPARE(run["state"].get<std::string>(), std::string("cancelled"));
    QVERIFY(run["token"].is_null());
    QVERIFY(run["accuracy_after"].is_null());
    const auto kept = space.runs("out");
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept[0].state, RunState::Cancelled);
    QVERIFY(kept[0].failure.empty());
    QVERIFY(!kept[0].finishedAt.empty());
    // No token; but what the views had been shown until then.
    for (const auto& artifact : kept[0].artifacts) {
        QCOMPARE(artifact.kind, std::string("views"));
    }
    QCOMPARE(space.leftovers("out"), QStringList());
}

void TestInterrupt::endsTraining() {
    Workspace space;
    LongRun program(space, "training", kEndlessTraining);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.said().contains("training source"), kProgramTimeoutMs);
    program.signal(SIGINT);
    checkCancelled(space, resultOf(program));
    QCOMPARE(space.tree("out/networks"), QStringList()); // a half-trained source is not reused
}

void TestInterrupt::endsTheTransfer_data() {
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestInterrupt::endsTheTransfer() {
    QFETCH(int, number);
    Workspace space;
    LongRun program(space, "transfer", kEndlessTransfer);
    program.begin();
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    const auto seen = program.steps();
    program.signal(number);
    checkCancelled(space, resultOf(program));
    const auto samples = space.samples("out", program.run(), "loss.batch");
    QVERIFY(samples.size() >= seen);
    QVERIFY(isWhole(samples));
    QVERIFY(!space.samples("out", program.run(), "drift.output").empty());
}

void TestInterrupt::leavesOutTheSeedsThatAreLeft() {
    Workspace space;
    const auto file = space.writeJson("two.tessera.json", smallExperiment(kEndlessTransfer));
    Program program(
        {"run", file, "--seed", "1", "--seed", "2", "--json", "--out", space.name("out")});
    program.start();
    const auto begun = [&] {
        const auto runs = space.runs("out");
        return !runs.empty() && !space.samples("out", runs[0].id, "loss.batch").empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(begun(), kProgramTimeoutMs);
    ::kill(static_cast<pid_t>(program.processId()), SIGINT);
    checkCancelled(space, resultOf(program));
}

// As when the terminal is closed, or `tessera run 2>&1 | head -1`: progress goes nowhere, but the
// run goes on.
void TestInterrupt::outlivesWhoListens() {
    Workspace space;
    LongRun program(space, "unheard", kEndlessTransfer);
    program.leaveUnheard(STDERR_FILENO);
    program.begin();
    // Progress has been written by then.
    QTRY_VERIFY_WITH_TIMEOUT(program.steps() > 0, kProgramTimeoutMs);
    program.signal(SIGINT);
    checkCancelled(space, resultOf(program));
}

TESSERA_TEST(TestInterrupt)
#include "test_interrupt.moc"
