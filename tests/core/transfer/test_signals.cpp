#include "core/transfer/signals.h"

#include "core/transfer/predictions.h"
#include "core/transfer/stage_clock.h"
#include "core/transfer/validation_monitor.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

class TestSignals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalsFollowTheInputs() {
        const auto network = toySource();
        const auto inputs = toyData().reference;
        const auto signals = signalsOf(*network, inputs);
        QVERIFY(!signals.empty());
        QCOMPARE(signals.features.count(), inputs.size(0));
        QCOMPARE(signals.features.width(), network->featureWidth());
        QCOMPARE(signals.values.size(), signals.layers.size());
        QVERIFY(!rowsOf(signals.features).requires_grad());
        const torch::NoGradGuard noGrad;
        QVERIFY(torch::allclose(rowsOf(signals.logits), network->forward(inputs), 1e-5, 1e-6));
        QVERIFY(torch::allclose(network->head()->forward(rowsOf(signals.features)),
                                rowsOf(signals.logits), 1e-5, 1e-6));
    }

    void stoppedSignalsAreEmpty() {
        std::stop_source stop;
        stop.request_stop();
        const auto network = toySource();
        QVERIFY(must(collectSignals(*network, toyData().reference, {}, stop.get_token())).empty());
        QVERIFY(!predict(*network, toyData().reference, stop.get_token()).defined());
    }

    // Everything is permuted by one and the same order: the source stays consistent with itself.
    void shuffledPermutesAllAlike() {
        const auto network = toySource();
        const auto signals = signalsOf(*network, toyData().reference);
        const auto mixed = must(shuffled(signals, zoo::makeGenerator(4)));
        const auto again = must(shuffled(signals, zoo::makeGenerator(4)));
        const auto other = must(shuffled(signals, zoo::makeGenerator(5)));
        const auto features = rowsOf(mixed.features);
        QVERIFY(torch::equal(features, rowsOf(again.features)));
        QVERIFY(!torch::equal(features, rowsOf(signals.features)));
        QVERIFY(!torch::equal(features, rowsOf(other.features)));

        const auto order = torch::randperm(signals.features.count(), zoo::makeGenerator(4),
                                           torch::TensorOptions().dtype(torch::kInt64));
        QVERIFY(torch::equal(features, rowsOf(signals.features).index_select(0, order)));
        QVERIFY(torch::equal(rowsOf(mixed.logits), rowsOf(signals.logits).index_select(0, order)));
        QCOMPARE(mixed.layers, signals.layers);
        QCOMPARE(mixed.values.size(), signals.values.size());
        for (std::size_t i = 0; i < mixed.values.size(); ++i) {
            QVERIFY(torch::equal(rowsOf(mixed.values[i]),
                                 rowsOf(signals.values[i]).index_select(0, order)));
        }
    }

    // Of the layers the first rows are kept, and the moments of all rows.
    void planDecidesWhatIsKept() {
        const auto network = toySource();
        const auto inputs = toyData(2).reference.repeat({4, 1}); // 644 rows: three batches
        const auto all = signalsOf(*network, inputs);
        SignalPlan plan;
        plan.layers = true;
        plan.layerRows = 300; // ends within the second batch
        const auto some = must(collectSignals(*network, inputs, plan, {}));
        QCOMPARE(some.layers, all.layers);
        QVERIFY(some.moments.empty());
        QCOMPARE(some.features.count(), std::int64_t{644});
        for (std::size_t i = 0; i < all.layers.size(); ++i) {
            QCOMPARE(some.values[i].count(), std::int64_t{300});
            QVERIFY(torch::equal(rowsOf(some.values[i]), rowsOf(all.values[i]).narrow(0, 0, 300)));
            QCOMPARE(all.moments[i].count(), std::int64_t{644});
            const auto values = rowsOf(all.values[i]).to(torch::kFloat64);
            QVERIFY(torch::allclose(all.moments[i].mean(), values.mean(0), 1e-12, 1e-12));
            QVERIFY(torch::allclose(all.moments[i].variance(), values.var(0, false), 1e-10, 1e-12));
        }
        // Of a permutation of all rows the kept ones follow.
        const auto mixed = must(shuffled(some, zoo::makeGenerator(4)));
        const auto order = torch::randperm(644, zoo::makeGenerator(4),
                                           torch::TensorOptions().dtype(torch::kInt64));
        QVERIFY(
            torch::equal(rowsOf(mixed.values[0]),
                         rowsOf(some.values[0]).index_select(0, order.masked_select(order < 300))));
        const auto plain = must(collectSignals(*network, inputs, {}, {}));
        QVERIFY(plain.layers.empty() && plain.values.empty() && plain.moments.empty());
        QVERIFY(torch::equal(rowsOf(plain.features), rowsOf(all.features)));
        QVERIFY(must(collectSignals(*network, inputs.narrow(0, 0, 0), plan, {})).empty());
    }

    void rowsThatCannotBeKept() {
        SignalPlan plan;
        plan.space = std::make_shared<tap::RowSpace>(0, "/proc/nowhere");
        const auto refused = collectSignals(*toySource(), toyData().reference, plan, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        QVERIFY(refused.error().detail.find("/proc/nowhere") != std::string::npos);
    }

    void predictionsAndShares() {
        const auto a = torch::tensor({0, 1, 2, 3}, torch::kInt64);
        const auto b = torch::tensor({0, 1, 0, 3}, torch::kInt64);
        QCOMPARE(shareEqual(a, b), std::optional<double>(0.75));
        QCOMPARE(shareEqual(a, a), std::optional<double>(1.0));
        QVERIFY(!shareEqual(a, b.narrow(0, 0, 3)));
        QVERIFY(!shareEqual(a.narrow(0, 0, 0), b.narrow(0, 0, 0)));
        QVERIFY(!shareEqual({}, b));
        QVERIFY(!shareEqual(a, {}));
        QCOMPARE(correctItems(a, b), (std::vector<bool>{true, true, false, true}));
        const auto network = toySource();
        const auto test = toyData().test;
        const auto predicted = predict(*network, test.inputs, {});
        QCOMPARE(shareEqual(predicted, test.labels),
                 std::optional<double>(accuracy(*network, test)));
    }

    void layersAreMatchedInOrder() {
        const auto network = toySource();
        const auto signals = signalsOf(*network, toyData().reference);
        const auto pairs = must(matchLayers(signals, signals));
        QCOMPARE(pairs.size(), signals.layers.size());
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            QCOMPARE(pairs[i].source, i);
            QCOMPARE(pairs[i].receiver, i);
            QCOMPARE(pairs[i].name, signals.layers[i] + ">" + signals.layers[i]);
            QVERIFY(std::abs(pairs[i].similarity - 1.0) < 1e-6);
        }
    }

    void clockReportsAndTimes() {
        RecordingSink sink;
        StageSeconds seconds;
        {
            StageClock clock(sink, seconds);
            clock.leave();    // nothing runs yet
            clock.advance(5); // nobody asked
            QVERIFY(sink.steps.empty());
            clock.enter(Phase::Collect, 3, "collect");
            clock.advance(2);
            QVERIFY(!seconds.collect); // still running
            clock.enter(Phase::Hub, 1, "hub");
            QVERIFY(seconds.collect && *seconds.collect >= 0.0);
            QVERIFY(!seconds.hub);
        }
        QVERIFY(seconds.hub); // left at the end of the clock's life
        QVERIFY(!seconds.finetune && !seconds.total && !seconds.prepare);
        QCOMPARE(sink.steps.size(), std::size_t{3});
        QCOMPARE(sink.steps[0].what, std::string("collect"));
        QCOMPARE(sink.steps[0].done, std::int64_t{0});
        QCOMPARE(sink.steps[1].done, std::int64_t{2});
        QCOMPARE(sink.steps[1].total, std::int64_t{3});
        QVERIFY(sink.steps[1].phase == Phase::Collect);
        QVERIFY(sink.steps[2].phase == Phase::Hub);

        const auto once = seconds.hub;
        seconds.hub = 100.0; // a stage that is entered again adds to its time
        {
            StageClock clock(sink, seconds);
            clock.enter(Phase::Hub, 1, "hub");
        }
        QVERIFY(once && *seconds.hub >= 100.0);
    }

    void everyPhaseHasItsOwnSeconds() {
        RecordingSink sink;
        const auto measured = [&](Phase phase) {
            StageSeconds seconds;
            {
                StageClock clock(sink, seconds);
                clock.enter(phase, 1, "stage");
            }
            const std::array<bool, 9> slots = {
                seconds.prepare.has_value(),  seconds.fingerprint.has_value(),
                seconds.collect.has_value(),  seconds.hub.has_value(),
                seconds.transfer.has_value(), seconds.finetune.has_value(),
                seconds.measure.has_value(),  seconds.package.has_value(),
                seconds.controls.has_value()};
            return slots;
        };
        for (int i = 0; i < 9; ++i) {
            std::array<bool, 9> expected{};
            expected[static_cast<std::size_t>(i)] = true;
            QVERIFY(measured(static_cast<Phase>(i)) == expected);
        }
    }
};

TESSERA_TEST(TestSignals)

#include "test_signals.moc"
