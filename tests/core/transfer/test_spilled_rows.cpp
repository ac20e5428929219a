#include "core/transfer/work_memory.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <c10/core/Allocator.h>
#include <c10/util/ThreadLocalDebugInfo.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

// Counts what tensors take on this thread while it is the one that is told.
class TensorMeter : public c10::MemoryReportingInfoBase {
public:
    void reportMemoryUsage(void*, std::int64_t bytes, std::int64_t, std::int64_t,
                           c10::Device) override {
        m_now += bytes;
        peak = std::max(peak, m_now);
    }
    [[nodiscard]] bool memoryProfilingEnabled() const override { return true; }
    std::int64_t peak = 0;

private:
    std::int64_t m_now = 0;
};

} // namespace

// Rows in files change no number, and what cannot fit is refused before anything is done.
class TestSpilledRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sameBitsFromFiles_data() {
        QTest::addColumn<bool>("shuffled");
        QTest::addColumn<int>("repeats"); // of the rows: several batches, more than are matched
        QTest::newRow("a few rows") << false << 1;
        QTest::newRow("many rows") << false << 14;
        QTest::newRow("many rows, shuffled") << true << 14;
    }
    void sameBitsFromFiles() {
        QFETCH(bool, shuffled);
        QFETCH(int, repeats);
        Bench memory, files;
        files.space = std::make_shared<tap::RowSpace>(0, folder());
        for (auto* bench : {&memory, &files}) {
            bench->data.reference = bench->data.reference.repeat({repeats, 1});
            bench->spec.epochs = 1;
            bench->shuffleSource = shuffled;
            bench->snapshotRows = 30;
        }
        const auto a = must(memory.run()), b = must(files.run());
        QVERIFY(!a.matchedLayers.empty());
        QCOMPARE(b.matchedLayers, a.matchedLayers);
        QVERIFY(sameSamples(memory.sink.samples, files.sink.samples));
        QCOMPARE(zoo::weightsHash(*files.receiver), zoo::weightsHash(*memory.receiver));
        QCOMPARE(b.vector, a.vector);
        QCOMPARE(b.hub.roundTripSource, a.hub.roundTripSource);
        QCOMPARE(b.hub.roundTripReceiver, a.hub.roundTripReceiver);
        QCOMPARE(files.sink.snapshots.size(), memory.sink.snapshots.size());
        for (std::size_t i = 0; i < memory.sink.snapshots.size(); ++i) {
            const auto& x = *memory.sink.snapshots[i]->receiver;
            const auto& y = *files.sink.snapshots[i]->receiver;
            QCOMPARE(y.hub.values, x.hub.values);
            QCOMPARE(y.layers.size(), x.layers.size());
            for (std::size_t j = 0; j < x.layers.size(); ++j) {
                QCOMPARE(y.layers[j].values.values, x.layers[j].values.values);
            }
        }
        QVERIFY(std::filesystem::is_empty(folder()));
    }

    // Everything that was taken is given back, the hub's rows with the hub.
    void spaceIsGivenBack() {
        Bench bench;
        bench.space = std::make_shared<tap::RowSpace>(1 << 20, folder());
        {
            const auto outcome = must(bench.run());
            QCOMPARE(bench.space->bytesLeft(), (1 << 20) - 161 * 12 * 8); // H of 12 axes
        }
        QCOMPARE(bench.space->bytesLeft(), std::int64_t{1} << 20);
    }

    // The estimate holds for what tensors really take, and is no more than a few times that.
    void estimateHolds_data() {
        QTest::addColumn<int>("source");
        QTest::addColumn<int>("receiver");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("dim");
        QTest::newRow("wide to narrow") << 384 << 24 << 5000 << "orthogonal" << 2048;
        QTest::newRow("narrow to wide") << 24 << 384 << 5000 << "orthogonal" << 2048;
        QTest::newRow("both wide") << 256 << 256 << 5000 << "orthogonal" << 2048;
        QTest::newRow("few rows") << 128 << 128 << 300 << "orthogonal" << 2048;
        QTest::newRow("learned hub") << 24 << 32 << 200 << "contrastive" << 256;
    }
    void estimateHolds() {
        QFETCH(QString, kind);
        QFETCH(int, dim);
        QFETCH(int, source);
        QFETCH(int, receiver);
        QFETCH(int, rows);
        Bench bench;
        bench.source = toyNetwork("mlp", source, 3);
        bench.receiver = toyNetwork("mlp", receiver, 5);
        bench.data.reference = randomRows(rows, kToyLength, 8);
        bench.data.validation = drawToy(rows / 2, 9);
        bench.spec.hub.kind = HubKindId(kind.toStdString());
        bench.spec.hub.dim = dim;
        bench.spec.epochs = 0;
        bench.space = std::make_shared<tap::RowSpace>(0, folder());
        const auto estimate = workBytes(bench.input());
        const auto meter = std::make_shared<TensorMeter>();
        {
            const c10::DebugInfoGuard metered(c10::DebugInfoKind::PROFILER_STATE, meter);
            must(bench.run());
        }
        const auto told = QStringLiteral("%1 MB of %2")
                              .arg(double(meter->peak) / 1e6)
                              .arg(double(estimate) / 1e6);
        QVERIFY2(meter->peak > 0 && meter->peak <= estimate, qPrintable(told));
        QVERIFY2(estimate < 4 * meter->peak, qPrintable(told));
    }

    void noPlaceForTheRows() {
        Bench bench;
        bench.space = std::make_shared<tap::RowSpace>(0, "/proc/nowhere");
        const auto refused = bench.run();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        QVERIFY(bench.sink.curve("loss.batch").empty());
    }

    void workGrowsWithTheWidths() {
        Bench narrow, wide, cut, control;
        wide.receiver = toyNetwork("mlp", 512, 5);
        cut.receiver = toyNetwork("mlp", 512, 5);
        cut.spec.hub.dim = 2;
        control.measureCurves = false;
        const auto least = workBytes(narrow.input());
        QVERIFY(least > 0 && least < 4'000'000);
        QVERIFY(workBytes(wide.input()) > 6 * 512 * 512 * 8);
        QVERIFY(workBytes(cut.input()) <= workBytes(wide.input()));
        QVERIFY(workBytes(control.input()) <= least);
        QCOMPARE(workBytes(narrow.input()), least); // and leaves nothing behind
    }

    void budgetIsSpentInHalves() {
        Bench bench;
        const auto input = bench.input();
        const auto& data = bench.data;
        std::int64_t held = workBytes(input) + std::int64_t(data.reference.nbytes());
        for (const auto* part : {&data.sourceTrain, &data.validation, &data.test}) {
            held += std::int64_t(part->inputs.nbytes() + part->labels.nbytes());
        }
        const auto space = must(spaceFor(input, held + 1000, folder()));
        QCOMPARE(space->memoryBytes(), std::int64_t{500});
        QCOMPARE(space->folder(), folder());
        QCOMPARE(must(spaceFor(input, held, folder()))->memoryBytes(), std::int64_t{0});
        const auto refused = spaceFor(input, held - 1, folder());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::OutOfMemory);
        QVERIFY(refused.error().detail.find("raise the budget") != std::string::npos);
    }

private:
    [[nodiscard]] std::filesystem::path folder() const { return m_folder.path().toStdString(); }

    QTemporaryDir m_folder;
};

TESSERA_TEST(TestSpilledRows)

#include "test_spilled_rows.moc"
