#include "core/jobs/train_classifier.h"

#include "core/jobs/peak_memory.h"
#include "core/jobs/threads.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

TrainSpec quick(int epochs = 8, double rate = 5e-3, int batch = 32) {
    return {epochs, rate, batch, "adam"};
}

} // namespace

class TestTrainClassifier : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void learnsASeparableTask() {
        const auto network = toyNetwork("mlp", 12, 1);
        const auto data = toyData();
        QVERIFY(accuracy(*network, data.test) < 0.6);
        RecordingSink sink;
        QVERIFY(
            must(trainClassifier(*network, data.sourceTrain, quick(), 1, "training", sink, {})));
        QVERIFY(accuracy(*network, data.test) > 0.95);
        QVERIFY(!network->is_training());
    }

    void reportsItsProgress() {
        const auto network = toyNetwork("mlp", 12, 1);
        RecordingSink sink;
        const auto rows = toyData().sourceTrain; // 200: seven batches of 32
        QVERIFY(must(trainClassifier(*network, rows, quick(2), 1, "training source", sink, {})));
        QCOMPARE(sink.steps.size(), std::size_t{14});
        for (std::size_t i = 0; i < sink.steps.size(); ++i) {
            QVERIFY(sink.steps[i].phase == Phase::Prepare);
            QCOMPARE(sink.steps[i].done, static_cast<std::int64_t>(i));
            QCOMPARE(sink.steps[i].total, std::int64_t{14});
            QCOMPARE(sink.steps[i].what, std::string("training source"));
        }
        QVERIFY(sink.samples.empty());
    }

    void sameSeedSameWeights() {
        const auto train = [](std::uint64_t seed) {
            const auto network = toyNetwork("conv", 12, 1);
            RecordingSink sink;
            must(trainClassifier(*network, toyData().sourceTrain, quick(2), seed, "t", sink, {}));
            return zoo::weightsHash(*network);
        };
        torch::manual_seed(1);
        const auto first = train(5);
        torch::manual_seed(2); // not part of the recipe
        QCOMPARE(train(5), first);
        QVERIFY(train(6) != first);
    }

    void noEpochsChangeNothing() {
        const auto network = toyNetwork("mlp", 12, 1);
        const auto hash = zoo::weightsHash(*network);
        RecordingSink sink;
        QVERIFY(must(trainClassifier(*network, toyData().sourceTrain, quick(0), 1, "t", sink, {})));
        QVERIFY(must(trainClassifier(*network, {}, quick(0), 1, "t", sink, {})));
        QCOMPARE(zoo::weightsHash(*network), hash);
    }

    void stopsWithinABatch_data() {
        QTest::addColumn<int>("at");
        QTest::newRow("first") << 1;
        QTest::newRow("end of an epoch") << 7;
        QTest::newRow("second epoch") << 10;
    }
    void stopsWithinABatch() {
        QFETCH(int, at);
        const auto network = toyNetwork("mlp", 12, 1);
        std::stop_source stop;
        RecordingSink sink;
        sink.onProgress = [&](const Progress&) {
            if (static_cast<int>(sink.steps.size()) == at) {
                stop.request_stop();
            }
        };
        const auto whole = must(trainClassifier(*network, toyData().sourceTrain, quick(), 1, "t",
                                                sink, stop.get_token()));
        QVERIFY(!whole);
        QVERIFY(sink.steps.size() <= static_cast<std::size_t>(at + 1));
        QVERIFY(!network->is_training());
    }

    // Of three rows in batches of two, one epoch leaves one out: what it holds does not matter.
    void lastBatchOfOneIsDropped() {
        const auto weights = [](int batch, std::int64_t changed) {
            const auto all = toyData().sourceTrain;
            const data::LabelledRows rows = {all.inputs.narrow(0, 0, 3).clone(),
                                             all.labels.narrow(0, 0, 3)};
            if (changed >= 0) {
                rows.inputs[changed] += 1.0;
            }
            RecordingSink sink;
            const auto network = toyNetwork("mlp", 12, 1);
            must(trainClassifier(*network, rows, quick(1, 5e-3, batch), 1, "t", sink, {}));
            return zoo::weightsHash(*network);
        };
        const auto leftOut = [&](int batch) {
            int count = 0;
            for (std::int64_t row = 0; row < 3; ++row) {
                count += weights(batch, row) == weights(batch, -1) ? 1 : 0;
            }
            return count;
        };
        QCOMPARE(leftOut(2), 1);
        QCOMPARE(leftOut(1), 0); // batches of one are what was asked for
        QCOMPARE(leftOut(3), 0);
    }

    void failures_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("code");
        const auto row = [](const char* what, ErrorCode code) {
            QTest::newRow(what) << what << static_cast<int>(code);
        };
        row("unknown optimiser", ErrorCode::Unsupported);
        row("empty optimiser", ErrorCode::Unsupported);
        row("one sample", ErrorCode::InvalidArgument);
        row("no samples", ErrorCode::InvalidArgument);
        row("huge rate", ErrorCode::Diverged);
        row("huge rate, a single step", ErrorCode::Diverged);
        row("NaN inputs", ErrorCode::Diverged);
    }
    void failures() {
        QFETCH(QString, what);
        QFETCH(int, code);
        auto rows = toyData().sourceTrain;
        auto spec = quick(2);
        if (what == "unknown optimiser") {
            spec.optimiser = "sgd";
        } else if (what == "empty optimiser") {
            spec.optimiser = "";
        } else if (what == "one sample") {
            rows = {rows.inputs.narrow(0, 0, 1), rows.labels.narrow(0, 0, 1)};
        } else if (what == "no samples") {
            rows = {};
        } else if (what == "NaN inputs") {
            rows.inputs[5][5] = std::numeric_limits<float>::quiet_NaN();
        } else {
            spec.rate = 1e30;
            if (what == "huge rate, a single step") {
                spec.epochs = 1;
                spec.batch = 200;
            }
        }
        const auto network = toyNetwork("mlp", 12, 1);
        RecordingSink sink;
        const auto result = trainClassifier(*network, rows, spec, 1, "training", sink, {});
        QVERIFY(!result);
        QCOMPARE(static_cast<int>(result.error().code), code);
        QVERIFY(!result.error().detail.empty());
    }

    void machine() {
        QVERIFY(physicalCores() >= 1);
        QCOMPARE(useThreads(1), 1);
        resetPeakMemory();
        const auto peak = peakMemoryBytes();
        QVERIFY(peak && *peak > 1 << 20);
        const auto block = torch::ones({64 << 20}, torch::kUInt8);
        QVERIFY(*peakMemoryBytes() >= *peak + (32 << 20));
        QCOMPARE(block.numel(), std::int64_t{64 << 20});
    }
};

TESSERA_TEST(TestTrainClassifier)

#include "test_train_classifier.moc"
