#include "core/transfer/snapshots.h"

#include "core/tap/recording.h"
#include "core/transfer/predictions.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

constexpr std::int64_t kRows = 30;

// Bit by bit.
bool holds(const Matrix& matrix, const torch::Tensor& tensor) {
    const auto expected = tensor.to(torch::kFloat32).contiguous();
    return expected.dim() == 2 && matrix.rows == expected.size(0) &&
           matrix.columns == expected.size(1) &&
           std::equal(matrix.values.begin(), matrix.values.end(), expected.data_ptr<float>(),
                      expected.data_ptr<float>() + expected.numel());
}

bool holds(const std::vector<std::int32_t>& classes, const torch::Tensor& tensor) {
    const auto expected = tensor.to(torch::kInt32).contiguous();
    return std::equal(classes.begin(), classes.end(), expected.data_ptr<std::int32_t>(),
                      expected.data_ptr<std::int32_t>() + expected.numel());
}

std::vector<std::string> namesOf(const NetworkRows& rows) {
    std::vector<std::string> names;
    for (const auto& layer : rows.layers) {
        names.push_back(layer.name);
    }
    return names;
}

// The rows are what the network says of the first validation inputs, all of them seen at once.
void compareRows(const NetworkRows& rows, zoo::Network& network, const data::SplitData& data) {
    const auto signals = signalsOf(network, data.validation.inputs);
    auto names = signals.layers;
    names.emplace_back("feature");
    QCOMPARE(namesOf(rows), names);
    for (std::size_t i = 0; i < signals.values.size(); ++i) {
        QVERIFY2(holds(rows.layers[i].values, rowsOf(signals.values[i]).narrow(0, 0, kRows)),
                 names[i].c_str());
    }
    QVERIFY(holds(rows.layers.back().values, rowsOf(signals.features).narrow(0, 0, kRows)));
    QVERIFY(holds(rows.predicted, topClasses(rowsOf(signals.logits).narrow(0, 0, kRows))));
}

} // namespace

class TestSnapshots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matrixIsRowMajor() {
        const auto cube = torch::arange(24, torch::kInt64).reshape({2, 3, 4});
        const auto matrix = toMatrix(cube);
        QCOMPARE(matrix.rows, std::int64_t{2});
        QCOMPARE(matrix.columns, std::int64_t{12});
        std::vector<float> counted(24);
        std::iota(counted.begin(), counted.end(), 0.0F);
        QCOMPARE(matrix.values, counted);
        // However it lies in memory.
        const auto turned = toMatrix(torch::arange(6, torch::kFloat64).reshape({2, 3}).t());
        QCOMPARE(turned.values, (std::vector<float>{0, 3, 1, 4, 2, 5}));
        QVERIFY(toMatrix(torch::empty({0, 5})).empty());
    }

    void sharesOfVariance() {
        const auto features = torch::tensor({{3.0, 0.0}, {-3.0, 0.0}, {0.0, 1.0}, {0.0, -1.0}});
        const auto shares = [](const torch::Tensor& coordinates, const torch::Tensor& rows) {
            fingerprint::ColumnMoments a, b;
            a.add(coordinates);
            b.add(rows);
            return varianceShares(a, b, torch::ones({coordinates.size(1)}, torch::kFloat64));
        };
        QCOMPARE(shares(features, features), (std::vector<double>{0.9, 0.1}));
        QCOMPARE(shares(features.narrow(1, 0, 1), features), std::vector<double>{0.9});
        QVERIFY(shares(features, torch::ones({4, 2})).empty());
        QVERIFY(varianceShares({}, {}, torch::ones({1})).empty()); // nothing was encoded
    }

    void samplesAreTheFirst() {
        Bench bench;
        bench.snapshotRows = kRows;
        QVERIFY(bench.run());
        const auto& samples = *bench.sink.snapshots.front()->samples;
        QVERIFY(samples.input == bench.data.input);
        QCOMPARE(samples.classes, kToyClasses);
        QCOMPARE(samples.total, std::int64_t{80});
        QCOMPARE(samples.size(), kRows);
        QVERIFY(holds(samples.inputs, bench.data.validation.inputs.narrow(0, 0, kRows)));
        QVERIFY(holds(samples.labels, bench.data.validation.labels.narrow(0, 0, kRows)));
        QCOMPARE(samples.labels.size(), static_cast<std::size_t>(kRows));
    }

    void everyStepOnce() {
        Bench bench;
        bench.snapshotRows = kRows;
        QVERIFY(bench.run());
        std::vector<std::int64_t> steps;
        for (const auto& snapshot : bench.sink.snapshots) {
            steps.push_back(snapshot->step);
            QVERIFY(snapshot->source == bench.sink.snapshots.front()->source);
            QVERIFY(snapshot->samples == bench.sink.snapshots.front()->samples);
            QCOMPARE(snapshot->axisShares, bench.sink.snapshots.front()->axisShares);
        }
        QCOMPARE(steps, (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
    }

    void valuesAreTheSignals() {
        Bench bench;
        bench.snapshotRows = kRows;
        const auto before = must(bench.receiver->copy());
        QVERIFY(bench.run());
        compareRows(*bench.sink.snapshots.front()->source, *bench.source, bench.data);
        compareRows(*bench.sink.snapshots.front()->receiver, *before, bench.data);
        compareRows(*bench.sink.snapshots.back()->receiver, *bench.receiver, bench.data);
    }

    // The receiver's encoder stays as it was fitted, while its features move on.
    void hubCoordinates() {
        Bench bench;
        bench.snapshotRows = kRows;
        const hub::AnchorKey teacher{"source teacher", zoo::weightsHash(*bench.source)};
        const hub::AnchorKey pupil{"receiver pupil", zoo::weightsHash(*bench.receiver)};
        const auto outcome = must(bench.run());
        const auto encoded = [&](zoo::Network& network, const hub::AnchorKey& key) {
            const auto rows = signalsOf(network, bench.data.validation.inputs);
            return must(outcome.hubSpace->encode(key, rowsOf(rows.features))).narrow(0, 0, kRows);
        };
        const auto& last = *bench.sink.snapshots.back();
        // Of the hub's 12 axes the receiver, 10 wide, has 10.
        QVERIFY(holds(last.source->hub, encoded(*bench.source, teacher).narrow(1, 0, 10)));
        QVERIFY(holds(last.receiver->hub, encoded(*bench.receiver, pupil)));
        QCOMPARE(last.axisShares.size(), std::size_t{10});
    }

    // Shares of principal axes: falling, and 1 together, of which the axes not shown are missing.
    void sharesFall() {
        Bench bench;
        bench.receiver = toyNetwork("mlp", 20, 5);
        bench.snapshotRows = kRows;
        QVERIFY(bench.run());
        const auto& shares = bench.sink.snapshots.front()->axisShares;
        QCOMPARE(shares.size(), std::size_t{12});
        QVERIFY(std::is_sorted(shares.rbegin(), shares.rend()));
        QVERIFY(std::abs(std::accumulate(shares.begin(), shares.end(), 0.0) - 1.0) < 1e-6);
    }

    void sixteenAxesAtMost() {
        Bench bench;
        bench.source = toyNetwork("mlp", 24, 3);
        teach(*bench.source, bench.data.sourceTrain);
        bench.receiver = toyNetwork("mlp", 20, 5);
        bench.snapshotRows = kRows;
        QVERIFY(*must(bench.run()).hub.rank > 16);
        const auto& first = *bench.sink.snapshots.front();
        QCOMPARE(first.source->hub.columns, std::int64_t{16});
        QCOMPARE(first.receiver->hub.columns, std::int64_t{16});
        QCOMPARE(first.axisShares.size(), std::size_t{16});
    }

    void rowsAreCapped() {
        Bench bench;
        bench.snapshotRows = 500;
        QVERIFY(bench.run());
        const auto& first = *bench.sink.snapshots.front();
        QCOMPARE(first.samples->size(), std::int64_t{80});
        QCOMPARE(first.receiver->hub.rows, std::int64_t{80});
        QCOMPARE(first.receiver->predicted.size(), std::size_t{80});
        QCOMPARE(first.source->layers.front().values.rows, std::int64_t{80});
    }

    // Sample by sample what the curve shows the mean of.
    void driftOfEverySample() {
        Bench bench;
        bench.snapshotRows = kRows;
        const auto before = must(bench.receiver->copy());
        QVERIFY(bench.run());
        const auto logitsOf = [&](zoo::Network& network) {
            return rowsOf(signalsOf(network, bench.data.validation.inputs).logits)
                .narrow(0, 0, kRows)
                .to(torch::kFloat64);
        };
        const auto p = torch::log_softmax(logitsOf(*bench.source), 1);
        const auto expect = [&](const Snapshot& snapshot, zoo::Network& receiver) {
            const auto q = torch::log_softmax(logitsOf(receiver), 1);
            const auto expected = (p.exp() * (p - q)).sum(1);
            QCOMPARE(snapshot.drift.size(), static_cast<std::size_t>(kRows));
            for (std::int64_t i = 0; i < kRows; ++i) {
                const auto is = static_cast<double>(snapshot.drift[static_cast<std::size_t>(i)]);
                QVERIFY(is >= 0.0);
                QVERIFY(std::abs(is - expected[i].item<double>()) < 1e-5);
            }
        };
        expect(*bench.sink.snapshots.front(), *before);
        expect(*bench.sink.snapshots.back(), *bench.receiver);
        // A row that says nothing leaves the others alone.
        const auto maker = [&](const torch::Tensor& logits) {
            const Signals a{torch::zeros({80, 3}), torch::zeros({80, 2}), {}, {}, {}};
            const Signals b{torch::zeros({80, 3}), logits, {}, {}, {}};
            const tap::RowStore none;
            return must(SnapshotMaker(bench.input(), {}).make(0, {a, none}, {b, none}))->drift;
        };
        auto logits = torch::zeros({80, 2});
        logits[0][1] = std::nan("");
        logits[1][1] = std::log(3.0); // 1/2 ln(1/2 / (1/4)) + 1/2 ln(1/2 / (3/4))
        const auto drift = maker(logits);
        QVERIFY(std::isnan(drift[0]));
        QVERIFY(std::abs(drift[1] - 0.5F * std::log(4.0F / 3.0F)) < 1e-6F);
        QCOMPARE(drift[2], 0.0F);
        QVERIFY(maker(torch::zeros({80, 3})).empty()); // of other classes
    }

    // Each network names its own classes.
    void otherLabelSpaces() {
        Bench bench;
        bench.receiver = toyNetwork("mlp", 10, 5, 7);
        bench.labelSpacesAgree = false;
        bench.snapshotRows = kRows;
        QVERIFY(bench.run());
        QCOMPARE(bench.sink.snapshots.size(), std::size_t{4}); // there is no readout
        QVERIFY(bench.sink.snapshots.back()->drift.empty());
        compareRows(*bench.sink.snapshots.back()->receiver, *bench.receiver, bench.data);
        compareRows(*bench.sink.snapshots.back()->source, *bench.source, bench.data);
    }

    // A token is a number, an image is flattened channel by channel, row by row.
    void inputsOfEveryKind_data() {
        QTest::addColumn<bool>("tokens");
        QTest::newRow("tokens") << true;
        QTest::newRow("image") << false;
    }
    void inputsOfEveryKind() {
        QFETCH(bool, tokens);
        Bench bench;
        bench.data.validation.inputs =
            tokens ? torch::arange(80 * 16, torch::kInt64).remainder(256).reshape({80, 16})
                   : torch::rand({80, 2, 4, 3});
        bench.snapshotRows = kRows;
        SnapshotMaker maker(bench.input(), {});
        const Signals nothing{torch::zeros({80, 3}), torch::zeros({80, 2}), {}, {}, {}};
        const tap::RowStore none;
        const auto snapshot = must(maker.make(0, {nothing, none}, {nothing, none}));
        const auto expected = bench.data.validation.inputs.narrow(0, 0, kRows);
        QVERIFY(holds(snapshot->samples->inputs, expected.reshape({kRows, tokens ? 16 : 24})));
        // Neither network could be encoded.
        QVERIFY(snapshot->source->hub.empty() && snapshot->receiver->hub.empty());
        QVERIFY(snapshot->axisShares.empty());
    }

    void noneUnlessAskedFor_data() {
        QTest::addColumn<QString>("why");
        for (const char* why : {"not asked for", "a control", "no validation inputs", "stopped"}) {
            QTest::newRow(why) << why;
        }
    }
    void noneUnlessAskedFor() {
        QFETCH(QString, why);
        Bench bench;
        bench.snapshotRows = why == "not asked for" ? 0 : kRows;
        bench.measureCurves = why != "a control";
        if (why == "no validation inputs") {
            auto& rows = bench.data.validation;
            rows = {rows.inputs.narrow(0, 0, 0), rows.labels.narrow(0, 0, 0)};
        }
        if (why == "stopped") {
            bench.stop.request_stop();
        }
        QVERIFY(bench.run());
        QVERIFY(bench.sink.snapshots.empty());
    }

    void numbersDoNotChange() {
        Bench without, with;
        with.snapshotRows = 500;
        const auto a = must(without.run()), b = must(with.run());
        QVERIFY(!with.sink.snapshots.empty());
        QVERIFY(sameSamples(without.sink.samples, with.sink.samples));
        QCOMPARE(a.vector, b.vector);
        QCOMPARE(zoo::weightsHash(*without.receiver), zoo::weightsHash(*with.receiver));
    }
};

TESSERA_TEST(TestSnapshots)

#include "test_snapshots.moc"
