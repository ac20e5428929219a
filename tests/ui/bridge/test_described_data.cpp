#include "ui/bridge/described_data.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/data_descriptions.h"
#include "tests/ui/support/fake_services.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

using Outcome = Result<std::shared_ptr<const DataDescription>>;

class TestDescribedData : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void builtInAtOnce() {
        FakeServices fakes;
        auto& data = fakes.services.data;
        QVERIFY(!data.input());
        QCOMPARE(data.classes(), 0);
        fakes.jobs.loadEngine();
        QTRY_VERIFY(data.input().has_value());
        QCOMPARE(data.input()->width, 8);
        QCOMPARE(data.classes(), 10);
        QVERIFY(data.description() == nullptr && !data.isReading());
    }

    void filesInTheBackground() {
        FakeServices fakes;
        DataSpec asked;
        fakes.jobs.onDescribeData = [&](const DataSpec& spec, const Watch&) {
            asked = spec;
            return std::shared_ptr<const DataDescription>(madeTable());
        };
        choose(fakes, "cats.csv");
        QVERIFY(!fakes.services.data.isReading()); // no engine yet
        fakes.jobs.loadEngine();
        QTRY_VERIFY(fakes.services.data.description() != nullptr);
        QCOMPARE(asked.file.string(), std::string("cats.csv"));
        QCOMPARE(fakes.services.data.classes(), 2);
        QCOMPARE(fakes.services.data.input()->length, 2);
        fakes.services.undo.setup().undo();
        QVERIFY(fakes.services.data.description() == nullptr);
        QCOMPARE(fakes.services.data.classes(), 10);
    }

    // What does not change what is in the file does not read it again.
    void onlyWhatMatters() {
        FakeServices fakes;
        std::atomic<int> reads = 0;
        fakes.jobs.onDescribeData = [&](const DataSpec& spec, const Watch&) {
            ++reads;
            if (!spec.shift.kind.empty()) { // must not be asked for here
                return Result<std::shared_ptr<const DataDescription>>(
                    fail(ErrorCode::Internal, "shift"));
            }
            return Result<std::shared_ptr<const DataDescription>>(madeTable());
        };
        fakes.jobs.loadEngine();
        choose(fakes, "cats.csv");
        QTRY_VERIFY(fakes.services.data.description() != nullptr);
        fakes.services.experiment.change("s", "s", [](Experiment& e) {
            e.data.shift.kind = "noise";
            e.data.splits.test = 3;
        });
        QVERIFY(fakes.services.data.description() != nullptr);
        QCOMPARE(reads.load(), 1);
        fakes.services.experiment.change("r", "r",
                                         [](Experiment& e) { e.data.reading.label = "a"; });
        QVERIFY(fakes.services.data.description() == nullptr);
        QTRY_VERIFY(fakes.services.data.description() != nullptr);
        QCOMPARE(reads.load(), 2);
    }

    void failuresAreKept() {
        FakeServices fakes;
        fakes.jobs.onDescribeData = [](const DataSpec&, const Watch&) {
            return Result<std::shared_ptr<const DataDescription>>(
                fail(ErrorCode::Corrupt, "line 3 is ragged"));
        };
        fakes.jobs.loadEngine();
        choose(fakes, "bad.csv");
        QTRY_VERIFY(fakes.services.data.failure().has_value());
        QCOMPARE(fakes.services.data.failure()->detail, std::string("line 3 is ragged"));
        QVERIFY(!fakes.services.data.input());
        choose(fakes, "");
        QVERIFY(!fakes.services.data.failure());
    }

    void readsAgainWhatFailed() {
        FakeServices fakes;
        std::atomic<int> reads = 0;
        fakes.jobs.onDescribeData = [&](const DataSpec&, const Watch&) -> Outcome {
            return ++reads == 1 ? fail(ErrorCode::InvalidArgument, "more than the budget")
                                : Outcome(madeTable());
        };
        fakes.jobs.loadEngine();
        choose(fakes, "large.csv");
        QTRY_VERIFY(fakes.services.data.failure().has_value());
        fakes.services.data.readAgain();
        QTRY_VERIFY(fakes.services.data.description() != nullptr);
        fakes.services.data.readAgain(); // nothing failed
        QCOMPARE(reads.load(), 2);
        QVERIFY(!fakes.services.data.isReading());
    }

    // The newest choice wins, and the one before is asked to stop.
    void newestWins() {
        FakeServices fakes;
        QSemaphore begun;
        fakes.jobs.onDescribeData = [&](const DataSpec& spec, const Watch& watch) {
            if (spec.file == "slow.csv") {
                begun.release();
                while (!watch.stopRequested()) {
                    std::this_thread::yield();
                }
                return Result<std::shared_ptr<const DataDescription>>(
                    std::shared_ptr<const DataDescription>());
            }
            return Result<std::shared_ptr<const DataDescription>>(madeTable());
        };
        fakes.jobs.loadEngine();
        QTRY_VERIFY(fakes.services.bridge.engine().has_value());
        choose(fakes, "slow.csv");
        QVERIFY(begun.tryAcquire(1, 5000));
        choose(fakes, "quick.csv");
        QTRY_VERIFY(fakes.services.data.description() != nullptr);
        choose(fakes, "slow.csv"); // and an end while it reads does not hang
        QVERIFY(begun.tryAcquire(1, 5000));
    }

    void tellsHowFarItHasCome() {
        FakeServices fakes;
        std::atomic<bool> goOn = false;
        fakes.jobs.onDescribeData = [&](const DataSpec&, const Watch& watch) {
            watch.progress()(1, 4);
            while (!goOn && !watch.stopRequested()) {
                std::this_thread::yield();
            }
            return std::shared_ptr<const DataDescription>(madeTable());
        };
        fakes.jobs.loadEngine();
        QTRY_VERIFY(fakes.services.bridge.engine().has_value());
        auto& data = fakes.services.data;
        QVERIFY(!data.progress());
        QSignalSpy progressed(&data, &DescribedData::progressed);
        choose(fakes, "cats.csv");
        QTRY_COMPARE(data.progress(), std::optional(0.25));
        QTRY_VERIFY(!progressed.isEmpty());
        QVERIFY(data.isReading());
        goOn = true;
        QTRY_VERIFY(data.description() != nullptr);
        QVERIFY(!data.isReading() && !data.progress());
    }

    void adoptedIsNotReadAgain() {
        FakeServices fakes;
        std::atomic<int> reads = 0;
        fakes.jobs.onDescribeData = [&](const DataSpec&, const Watch&) {
            ++reads;
            return std::shared_ptr<const DataDescription>(madeTable());
        };
        fakes.jobs.loadEngine();
        QTRY_VERIFY(fakes.services.bridge.engine().has_value());
        DataSpec spec;
        spec.file = "cats.csv";
        fakes.services.data.adopt(spec, madeTable());
        choose(fakes, "cats.csv");
        QVERIFY(fakes.services.data.description() != nullptr);
        QCOMPARE(reads.load(), 0);
        // A built-in set is known from the catalogue.
        spec = {};
        spec.name = "digits";
        fakes.services.data.adopt(spec, madeTable());
        QVERIFY(fakes.services.data.description() == nullptr);
        QCOMPARE(fakes.services.data.classes(), 10);
    }

private:
    static void choose(FakeServices& fakes, const char* file) {
        fakes.services.experiment.change({}, "file", [file](Experiment& e) {
            e.data = {};
            e.data.file = file;
            e.data.name = *file == '\0' ? "digits" : "own";
        });
    }
};

TESSERA_TEST(TestDescribedData)
#include "test_described_data.moc"
