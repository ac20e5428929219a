#include "core/transfer/feature_matching.h"

#include "core/transfer/signals.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

LearningReport match(Bench& bench, const Targets& targets) {
    return must(matchFeatures(bench.input(), targets, bench.sink,
                              {[](std::int64_t) {}, [](std::int64_t) {}}, bench.stop.get_token()));
}

} // namespace

class TestFeatureMatching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void plannedStepsAreTaken_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("batch");
        QTest::addColumn<int>("epochs");
        QTest::addColumn<int>("steps");
        QTest::newRow("whole batches") << 64 << 32 << 2 << 4;
        QTest::newRow("a rest of one is dropped") << 65 << 32 << 2 << 4;
        QTest::newRow("a rest of two is used") << 66 << 32 << 2 << 6;
        QTest::newRow("fewer rows than a batch") << 20 << 32 << 3 << 3;
        QTest::newRow("as many rows as a batch") << 32 << 32 << 1 << 1;
        QTest::newRow("a single row") << 1 << 32 << 3 << 0;
        QTest::newRow("batches of one") << 5 << 1 << 2 << 10;
        QTest::newRow("batches of two") << 5 << 2 << 2 << 4;
        QTest::newRow("no epochs") << 64 << 32 << 0 << 0;
    }
    void plannedStepsAreTaken() {
        QFETCH(int, rows);
        QFETCH(int, batch);
        QFETCH(int, epochs);
        QFETCH(int, steps);
        Bench bench;
        bench.spec.batch = batch;
        bench.spec.epochs = epochs;
        bench.data.reference = bench.data.reference.narrow(0, 0, rows);
        QCOMPARE(plannedSteps(rows, bench.spec), std::int64_t{steps});
        const auto report = match(bench, {randomRows(rows, 10, 1), {}});
        QCOMPARE(report.steps, std::int64_t{steps});
        QVERIFY(!report.cancelled);
        const auto batches = bench.sink.curve("loss.batch");
        QCOMPARE(batches.size(), static_cast<std::size_t>(steps));
        for (std::size_t i = 0; i < batches.size(); ++i) {
            QCOMPARE(batches[i].step, static_cast<std::int64_t>(i + 1));
        }
        QCOMPARE(bench.sink.curve("loss.total").size(), static_cast<std::size_t>(epochs));
    }

    void constantRateStays() {
        for (const auto schedule : {RateSchedule::Constant, RateSchedule::Auto}) {
            QCOMPARE(rateAt(0, 10, 0.1, schedule), 0.1);
            QCOMPARE(rateAt(9, 10, 0.1, schedule), 0.1);
        }
    }

    void oneCycleRisesAndFalls() {
        const auto rate = [](int step, int steps) {
            return rateAt(step, steps, 0.1, RateSchedule::OneCycle);
        };
        QVERIFY(std::abs(rate(0, 100) - 0.3 / 25.0) < 1e-12);
        QVERIFY(std::abs(rate(15, 100) - 0.3 * 0.5 * (1.0 + 1.0 / 25.0)) < 1e-12);
        QVERIFY(std::abs(rate(30, 100) - 0.3) < 1e-12);
        QVERIFY(std::abs(rate(99, 100) - 0.3e-4) < 1e-12);
        double sum = rate(0, 100);
        for (int step = 1; step < 100; ++step) {
            QCOMPARE(rate(step, 100) > rate(step - 1, 100), step <= 30);
            sum += rate(step, 100);
        }
        QVERIFY(std::abs(sum / 100 - 0.15) < 0.005);
        for (const int steps : {1, 2, 3}) {
            for (int step = 0; step < steps; ++step) {
                QVERIFY(rate(step, steps) > 0.0 && rate(step, steps) <= 0.3);
            }
        }
    }

    // A learner whose rate ends near zero ends elsewhere than one whose rate stays.
    void scheduleIsUsed() {
        Bench constant, cycle;
        constant.spec.schedule = RateSchedule::Constant;
        cycle.spec.schedule = RateSchedule::OneCycle;
        const Targets targets{randomRows(161, 10, 6), {}};
        (void)match(constant, targets);
        (void)match(cycle, targets);
        QVERIFY(zoo::weightsHash(*constant.receiver) != zoo::weightsHash(*cycle.receiver));
        QCOMPARE(cycle.sink.curve("loss.batch").front().value,
                 constant.sink.curve("loss.batch").front().value);
    }

    void renewedTargetsAreLearned() {
        Bench bench;
        bench.spec.epochs = 3;
        bench.spec.batch = 200; // one batch: its loss by hand
        int asked = 0;
        Targets targets{randomRows(161, 10, 6), {}};
        const auto other = randomRows(161, 10, 7);
        targets.renewFeatures = [&]() -> Result<std::optional<tap::RowStore>> {
            ++asked;
            return asked == 1 ? std::optional<tap::RowStore>(other) : std::nullopt;
        };
        (void)match(bench, targets);
        QCOMPARE(asked, 2); // before epochs 2 and 3
        const auto curve = bench.sink.curve("loss.activation");
        QCOMPARE(curve.size(), std::size_t{3});
        Bench alone;
        alone.spec.epochs = 1;
        alone.spec.batch = 200;
        (void)match(alone, {randomRows(161, 10, 6), {}});
        const auto rows = rowsOf(signalsOf(*alone.receiver, alone.data.reference).features);
        const double expected =
            ((rows - other).square().mean() / other.var(0, false).mean()).item<double>();
        QVERIFY(std::abs(*curve[1].value - expected) < 1e-4);
    }

    void failedRenewalEndsLearning() {
        Bench bench;
        bench.spec.epochs = 2;
        Targets targets{randomRows(161, 10, 6), {}};
        targets.renewFeatures = []() -> Result<std::optional<tap::RowStore>> {
            return fail(ErrorCode::Io, "the disk is full");
        };
        const auto report = matchFeatures(bench.input(), targets, bench.sink,
                                          {[](std::int64_t) {}, [](std::int64_t) {}}, {});
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::Io);
    }

    void lossByHand() {
        Bench bench;
        bench.spec.epochs = 1;
        bench.spec.batch = 200; // one batch of all rows: their order does not matter
        bench.spec.temperature = 3.0;
        bench.spec.weights = {0.7, 0.0, 0.2};
        const auto own = signalsOf(*bench.receiver, bench.data.reference);
        const auto features = randomRows(161, 10, 2) * 2.0;
        const auto logits = randomRows(161, kToyClasses, 3);
        const double variance = features.var(0, false).mean().item<double>();
        const double mse =
            (rowsOf(own.features) - features).square().mean().item<double>() / variance;
        const auto p = torch::softmax(logits / 3.0, 1);
        const auto q = torch::softmax(rowsOf(own.logits) / 3.0, 1);
        const double kl = 9.0 * (p * (p / q).log()).sum(1).mean().item<double>();

        (void)match(bench, {features, logits});
        const auto total = bench.sink.curve("loss.batch").at(0).value;
        QVERIFY(total && std::abs(*total - (0.7 * mse + 0.2 * kl)) < 1e-4);
        QVERIFY(std::abs(*bench.sink.curve("loss.activation").at(0).value - mse) < 1e-4);
        QVERIFY(std::abs(*bench.sink.curve("loss.behaviour").at(0).value - kl) < 1e-4);
        QVERIFY(std::abs(*bench.sink.curve("loss.total").at(0).value - *total) < 1e-9);
    }

    void withoutLogitsNoBehaviour() {
        for (const bool byWeight : {false, true}) {
            Bench bench;
            bench.spec.epochs = 1;
            bench.spec.weights.behaviour = byWeight ? 0.0 : 0.05;
            const auto head = bench.receiver->head()->weight.detach().clone();
            Targets targets{randomRows(161, 10, 4), {}};
            if (byWeight) {
                targets.logits = randomRows(161, kToyClasses, 5);
            }
            (void)match(bench, targets);
            const auto behaviour = bench.sink.curve("loss.behaviour");
            QCOMPARE(behaviour.size(), std::size_t{1});
            QVERIFY(!behaviour[0].value); // not measured, not 0
            QVERIFY(torch::equal(bench.receiver->head()->weight, head));
        }
    }

    void learnsItsTargets() {
        Bench bench;
        bench.spec.epochs = 12;
        const auto teacher = toyNetwork("mlp", 10, 77);
        const auto wanted = signalsOf(*teacher, bench.data.reference);
        (void)match(bench, {wanted.features, wanted.logits});
        const auto curve = bench.sink.curve("loss.activation");
        QCOMPARE(curve.size(), std::size_t{12});
        QVERIFY(*curve.back().value < 0.5 * *curve.front().value);
        QVERIFY(!bench.receiver->is_training());
        // The validation rows were never seen: row i of the targets belongs to input i.
        const auto fresh = signalsOf(*teacher, bench.data.validation.inputs);
        const auto own = signalsOf(*bench.receiver, bench.data.validation.inputs);
        const auto away = [&](const torch::Tensor& rows) {
            return (rowsOf(own.features) - rows).square().mean().item<double>();
        };
        const auto right = rowsOf(fresh.features);
        QVERIFY(away(right) < 0.5 * away(right.roll(1, 0)));
    }

    void callbacksCountUp() {
        Bench bench;
        bench.spec.epochs = 3;
        std::vector<std::int64_t> steps, epochs;
        QVERIFY(matchFeatures(bench.input(), {randomRows(161, 10, 6), {}}, bench.sink,
                              {[&](std::int64_t step) { steps.push_back(step); },
                               [&](std::int64_t epoch) { epochs.push_back(epoch); }},
                              {}));
        QCOMPARE(epochs, (std::vector<std::int64_t>{1, 2, 3}));
        QCOMPARE(steps.size(), std::size_t{15});
        QCOMPARE(steps.front(), std::int64_t{1});
        QCOMPARE(steps.back(), std::int64_t{15});
    }

    void sameSeedSameWeights() {
        const auto learned = [](std::uint64_t seed) {
            Bench bench;
            bench.seed = seed;
            (void)match(bench, {randomRows(161, 10, 7), {}});
            return zoo::weightsHash(*bench.receiver);
        };
        QCOMPARE(learned(1), learned(1));
        QVERIFY(learned(1) != learned(2));
    }

    void targetsThatDoNotVaryDiverge() {
        Bench bench;
        const auto result =
            matchFeatures(bench.input(), {torch::zeros({161, 10}, torch::kFloat32), {}}, bench.sink,
                          {[](std::int64_t) {}, [](std::int64_t) {}}, {});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::Diverged);
        QVERIFY(bench.sink.samples.empty());
    }
};

TESSERA_TEST(TestFeatureMatching)

#include "test_feature_matching.moc"
