#include "core/transfer/stage_clock.h"

#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <chrono>
#include <thread>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

// Keeps the stages that have ended, and takes its time over each.
class Looker : public RecordingSink {
public:
    std::vector<Phase> ended;
    std::function<void(Phase)> onEnd;

    void stageDone(Phase phase) override {
        ended.push_back(phase);
        if (onEnd) {
            onEnd(phase);
        }
    }
};

} // namespace

class TestStageClock : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysThatStagesHaveEnded() {
        Looker sink;
        StageSeconds seconds;
        StageClock clock(sink, seconds);
        clock.leave(); // of nothing
        clock.enter(Phase::Collect, 3, "collect");
        clock.advance(2);
        QVERIFY(sink.ended.empty());
        clock.enter(Phase::Hub, 2, "hub");
        QVERIFY(sink.ended == std::vector<Phase>{Phase::Collect});
        clock.leave();
        clock.leave();
        QVERIFY(sink.ended == (std::vector<Phase>{Phase::Collect, Phase::Hub}));
        QVERIFY(seconds.collect && seconds.hub && !seconds.finetune);
    }

    void unitsMayGetFiner() {
        Looker sink;
        StageSeconds seconds;
        StageClock clock(sink, seconds);
        clock.advance(1, 2); // of nothing
        clock.say("nothing");
        QVERIFY(sink.steps.empty());
        clock.enter(Phase::Hub, 2, "hub");
        clock.advance(13, 20);
        clock.say("in other words");
        clock.advance(14);
        QCOMPARE(sink.steps.size(), std::size_t{4});
        QCOMPARE(sink.steps[1].done, std::int64_t{13});
        QCOMPARE(sink.steps[1].total, std::int64_t{20});
        QCOMPARE(sink.steps[2].what, std::string("in other words"));
        QCOMPARE(sink.steps[2].done, std::int64_t{13});
        QCOMPARE(sink.steps[3].what, std::string("hub"));
        QCOMPARE(sink.steps[3].total, std::int64_t{20});
    }

    // Its thread may be on its way out, because of an error or a stop.
    void isSilentWhenItIsDestroyed() {
        Looker sink;
        StageSeconds seconds;
        {
            StageClock clock(sink, seconds);
            clock.enter(Phase::Measure, 3, "measure");
        }
        QVERIFY(sink.ended.empty());
        QVERIFY(seconds.measure.has_value());
    }

    void lookingTakesNoTimeOfAStage() {
        constexpr auto kLook = std::chrono::milliseconds(300);
        Looker sink;
        sink.onEnd = [&](Phase) { std::this_thread::sleep_for(kLook); };
        StageSeconds seconds;
        StageClock clock(sink, seconds);
        clock.enter(Phase::Collect, 1, "collect");
        clock.enter(Phase::Hub, 1, "hub");
        clock.leave();
        const double look = std::chrono::duration<double>(kLook).count();
        QVERIFY(*seconds.collect < look && *seconds.hub < look);
    }

    // What is to be seen after which stage: curves and snapshots begin with the hub.
    void theHubIsThereToBeSeen() {
        struct Seen {
            Phase stage;
            std::size_t snapshots;
            std::size_t drifts;
        };
        std::vector<Seen> seen;
        Bench bench;
        bench.snapshotRows = 20;
        Looker sink;
        sink.onEnd = [&](Phase phase) {
            seen.push_back({phase, sink.snapshots.size(), sink.curve("drift.output").size()});
        };
        const auto mode = must(findMode(ModeId("A")));
        QVERIFY(mode->run(bench.input(), sink, bench.stop.get_token()).has_value());
        const std::vector<Phase> stages{Phase::Fingerprint, Phase::Collect, Phase::Hub,
                                        Phase::EncodeDecode, Phase::FineTune};
        QVERIFY(sink.ended == stages);
        const auto learned = static_cast<std::size_t>(bench.spec.epochs) + 2; // 0, epochs, readout
        for (const auto& [stage, snapshots, drifts] : seen) {
            const std::size_t expected = stage < Phase::Hub        ? 0
                                         : stage < Phase::FineTune ? 1
                                                                   : learned;
            QCOMPARE(snapshots, expected);
            QCOMPARE(drifts, expected);
        }
        QCOMPARE(sink.snapshots.front()->step, std::int64_t{0});
        QVERIFY(!sink.snapshots.front()->receiver->hub.empty());
    }
};

TESSERA_TEST(TestStageClock)
#include "test_stage_clock.moc"
