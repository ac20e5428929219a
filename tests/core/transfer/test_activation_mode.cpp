#include "core/transfer/modes/activation_mode.h"

#include "core/transfer/signals.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

std::vector<std::int64_t> stepsOf(const std::vector<MetricSample>& curve) {
    std::vector<std::int64_t> steps;
    for (const auto& point : curve) {
        steps.push_back(point.step);
    }
    return steps;
}

double worst(const std::vector<MetricSample>& curve) {
    double most = 0.0;
    for (const auto& point : curve) {
        most = std::max(most, point.value.value_or(kNaN));
    }
    return most;
}

// A source that is the receiver itself: every target is the feature it already has.
void useTwin(Bench& bench) {
    bench.source = must(bench.receiver->copy());
    bench.spec.rate = 1e-9; // stands still
    bench.spec.weights.behaviour = 0.0;
}

} // namespace

class TestActivationMode : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void teachesTheTask() {
        Bench bench;
        const double before = accuracy(*bench.receiver, bench.data.test);
        const auto outcome = must(bench.run());
        QVERIFY(!outcome.cancelled);
        QCOMPARE(outcome.gradientSteps, std::int64_t{15}); // 161 rows, 3 epochs, one dropped
        QCOMPARE(outcome.labelsUsed, std::int64_t{0});
        QVERIFY(before < 0.6);
        QVERIFY(accuracy(*bench.receiver, bench.data.test) > 0.9);
        QVERIFY(!bench.receiver->is_training());
        const auto drift = bench.sink.curve("drift.output");
        QVERIFY(*outcome.drift.output < *drift.front().value);
        QCOMPARE(outcome.drift.output, drift.back().value);
        QVERIFY(*bench.sink.curve("agreement.validation").back().value > 0.9);
        QCOMPARE(outcome.hub.rank, std::optional<int>(12));
        QVERIFY(outcome.hub.roundTripSource && *outcome.hub.roundTripSource < 1e-3);
        QVERIFY(outcome.hub.roundTripReceiver && *outcome.hub.roundTripReceiver < 1e-3);
        QCOMPARE(outcome.hub.lostVariance, std::optional<double>(0.0));
        QVERIFY(!outcome.matchedLayers.empty());
    }

    // Aligned anew before each epoch: the same first epoch, other targets from then on; curves are
    // measured by the first fit.
    void refitBeforeEachEpoch() {
        Bench once, anew;
        once.spec.hub.refit = HubRefit::Never;
        anew.spec.hub.refit = HubRefit::EachEpoch;
        const auto first = must(once.run()), second = must(anew.run());
        const auto fixed = once.sink.curve("loss.activation");
        const auto renewed = anew.sink.curve("loss.activation");
        QCOMPARE(renewed.size(), std::size_t{3});
        QCOMPARE(renewed[0].value, fixed[0].value);
        QVERIFY(renewed[1].value != fixed[1].value);
        QVERIFY(*renewed[1].value < *fixed[1].value); // the nearest rotation asks for less
        QCOMPARE(stepsOf(anew.sink.curve("drift.hub_error")),
                 (std::vector<std::int64_t>{0, 1, 2, 3, 4}));
        QCOMPARE(anew.sink.curve("drift.hub_error")[1].value,
                 once.sink.curve("drift.hub_error")[1].value);
        QVERIFY(accuracy(*anew.receiver, anew.data.test) > 0.9);
        // Only the fit that the curves speak of is kept.
        const auto rows = randomRows(4, 10, 9);
        const auto known = second.hubSpace->encode({"receiver pupil", "other weights"}, rows);
        QCOMPARE(known.error().code, ErrorCode::InvalidArgument);
        const auto gone =
            second.hubSpace->encode({"receiver pupil, fitted anew", "other weights"}, rows);
        QCOMPARE(gone.error().code, ErrorCode::NotFound);
    }

    // What blows up between two epochs is said to have blown up, with the rate to lower.
    void divergenceBetweenEpochs() {
        Bench bench;
        bench.spec.rate = 1e30;
        bench.spec.batch = 200; // one step an epoch
        const auto outcome = bench.run();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Diverged);
    }

    // Whitened axes are the same axes: what they leave out, and what share of the features'
    // variance lies along each, does not change.
    void whitenedHubTeaches() {
        Bench bench, plain;
        bench.spec.hub.whitening = 0.5;
        for (auto* each : {&bench, &plain}) {
            each->spec.hub.dim = 4;
            each->snapshotRows = 10;
        }
        const auto outcome = must(bench.run()), expected = must(plain.run());
        QVERIFY(expected.hub.lostVariance && *expected.hub.lostVariance > 0.0);
        QCOMPARE(outcome.hub.lostVariance, expected.hub.lostVariance);
        QVERIFY(accuracy(*bench.receiver, bench.data.test) > 0.9);
        const auto& shares = bench.sink.snapshots.front()->axisShares;
        const auto& asBefore = plain.sink.snapshots.front()->axisShares;
        QCOMPARE(shares.size(), std::size_t{4});
        QCOMPARE(asBefore.size(), std::size_t{4});
        for (std::size_t i = 0; i < shares.size(); ++i) {
            QVERIFY(std::abs(shares[i] - asBefore[i]) < 1e-4);
        }
    }

    // A hub that learns says how far it is, epoch by epoch, also when it is fitted anew.
    void learnedHubShowsItsProgress() {
        Bench bench;
        bench.spec.hub.kind = HubKindId("contrastive");
        bench.spec.hub.dim = 8;
        bench.spec.epochs = 2;
        must(bench.run());
        std::vector<double> shares;
        std::set<std::string> anew;
        for (const auto& step : bench.sink.steps) {
            if (step.phase == Phase::Hub) {
                shares.push_back(static_cast<double>(step.done) / static_cast<double>(step.total));
            } else if (step.what.starts_with("fit the hub anew")) {
                QVERIFY(step.phase == Phase::FineTune);
                anew.insert(step.what);
            }
        }
        QVERIFY(shares.size() > 10);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QCOMPARE(shares.front(), 0.0);
        QCOMPARE(shares.back(), 1.0);
        QVERIFY(std::count_if(shares.begin(), shares.end(),
                              [](double share) { return share > 0.5 && share < 1.0; }) > 8);
        QVERIFY(anew.size() > 10);
    }

    void curvesHaveEveryStep() {
        Bench bench;
        QVERIFY(bench.run());
        // Before, after each epoch, and after the readout.
        const std::vector<std::int64_t> all = {0, 1, 2, 3, 4};
        for (const char* series : {"drift.output", "drift.hub_error", "drift.hub", "drift.layer",
                                   "accuracy.validation", "agreement.validation"}) {
            QVERIFY2(stepsOf(bench.sink.curve(series)) == all, series);
        }
        const std::vector<std::int64_t> epochs = {1, 2, 3};
        for (const char* series : {"loss.total", "loss.activation", "loss.behaviour"}) {
            QVERIFY2(stepsOf(bench.sink.curve(series)) == epochs, series);
        }
        QCOMPARE(bench.sink.curve("loss.batch").size(), std::size_t{15});
        QCOMPARE(bench.sink.curve("fingerprint.source.variance", "feature").size(), std::size_t{1});
        QCOMPARE(bench.sink.curve("fingerprint.receiver.variance", "feature").size(),
                 std::size_t{1});
        for (const auto& sample : bench.sink.samples) {
            QVERIFY2(!sample.value || std::isfinite(*sample.value), sample.series.c_str());
        }
    }

    void stagesInOrder() {
        Bench bench;
        const auto outcome = must(bench.run());
        std::vector<Phase> phases;
        for (const auto& step : bench.sink.steps) {
            QVERIFY(step.done >= 0 && step.done <= step.total);
            if (phases.empty() || phases.back() != step.phase) {
                phases.push_back(step.phase);
            }
        }
        QVERIFY(phases == (std::vector<Phase>{Phase::Fingerprint, Phase::Collect, Phase::Hub,
                                              Phase::EncodeDecode, Phase::FineTune}));
        const auto& seconds = outcome.seconds;
        for (const auto& stage : {seconds.fingerprint, seconds.collect, seconds.hub,
                                  seconds.transfer, seconds.finetune}) {
            QVERIFY(stage && *stage >= 0.0);
        }
        for (const auto& other :
             {seconds.prepare, seconds.measure, seconds.package, seconds.controls, seconds.total}) {
            QVERIFY(!other); // the job's, not the mode's
        }
    }

    void sameSeedSameBits() {
        Bench first, second, other;
        other.seed = 2;
        const auto a = must(first.run()), b = must(second.run());
        QVERIFY(other.run());
        QCOMPARE(zoo::weightsHash(*first.receiver), zoo::weightsHash(*second.receiver));
        QVERIFY(sameSamples(first.sink.samples, second.sink.samples));
        QCOMPARE(a.vector, b.vector);
        QVERIFY(zoo::weightsHash(*other.receiver) != zoo::weightsHash(*first.receiver));
    }

    // The global generator is not part of the recipe.
    void globalSeedDoesNotMatter() {
        Bench first, second;
        torch::manual_seed(1);
        QVERIFY(first.run());
        torch::manual_seed(2);
        QVERIFY(second.run());
        QCOMPARE(zoo::weightsHash(*first.receiver), zoo::weightsHash(*second.receiver));
    }

    void sourceIsNotChanged() {
        Bench bench;
        const auto hash = zoo::weightsHash(*bench.source);
        QVERIFY(bench.run());
        QCOMPARE(zoo::weightsHash(*bench.source), hash);
    }

    // Misaligned rows would cost about 2 (the variance of a difference), whatever the order.
    void targetsBelongToTheirInputs_data() {
        QTest::addColumn<int>("order");
        for (int order = 0; order < 3; ++order) {
            QTest::addRow("order %d", order) << order;
        }
    }
    void targetsBelongToTheirInputs() {
        QFETCH(int, order);
        Bench bench;
        useTwin(bench);
        if (order > 0) {
            const auto permutation = torch::randperm(
                bench.data.reference.size(0), zoo::makeGenerator(static_cast<std::uint64_t>(order)),
                torch::TensorOptions().dtype(torch::kInt64));
            bench.data.reference = bench.data.reference.index_select(0, permutation);
        }
        QVERIFY(bench.run());
        QVERIFY(worst(bench.sink.curve("loss.batch")) < 1e-4);

        Bench mixed;
        useTwin(mixed);
        mixed.shuffleSource = true;
        QVERIFY(mixed.run());
        QVERIFY(*mixed.sink.curve("loss.activation").front().value > 0.5);
    }

    void twinHasNoDrift() {
        Bench bench;
        useTwin(bench);
        QVERIFY(bench.run());
        QCOMPARE(bench.sink.curve("drift.output").front().value, std::optional<double>(0.0));
        QCOMPARE(bench.sink.curve("drift.layer").front().value, std::optional<double>(0.0));
        QVERIFY(*bench.sink.curve("drift.hub_error").front().value < 1e-6);
        QVERIFY(*bench.sink.curve("drift.hub").front().value < 1e-4);
        QCOMPARE(bench.sink.curve("agreement.validation").front().value,
                 std::optional<double>(1.0));
    }

    void testSetIsNotTouched() {
        Bench untouched, poisoned;
        poisoned.data.test.inputs.fill_(kNaN);
        poisoned.data.test.labels.fill_(-1);
        poisoned.data.sourceTrain.labels.fill_(-1); // nor is what the source learned from
        QVERIFY(untouched.run());
        QVERIFY(poisoned.run());
        QCOMPARE(zoo::weightsHash(*poisoned.receiver), zoo::weightsHash(*untouched.receiver));
        QVERIFY(sameSamples(poisoned.sink.samples, untouched.sink.samples));
    }

    // Labels of the validation rows are for the curves only.
    void labelsAreNotLearned() {
        Bench right, wrong;
        wrong.data.validation.labels = (wrong.data.validation.labels + 1) % kToyClasses;
        QVERIFY(right.run());
        QVERIFY(wrong.run());
        QCOMPARE(zoo::weightsHash(*wrong.receiver), zoo::weightsHash(*right.receiver));
    }

    void vectorIsTheUncentredMean() {
        Bench bench;
        const auto outcome = must(bench.run());
        const auto features =
            rowsOf(signalsOf(*bench.source, bench.data.validation.inputs).features);
        const auto rows = must(outcome.hubSpace->encodeUncentred(
            {"source teacher", zoo::weightsHash(*bench.source)}, features));
        const auto mean = rows.to(torch::kFloat64).mean(0).to(torch::kFloat32).contiguous();
        QCOMPARE(outcome.vector.size(), std::size_t{32});
        for (std::size_t i = 0; i < outcome.vector.size(); ++i) {
            const bool used = static_cast<std::int64_t>(i) < mean.numel();
            QCOMPARE(outcome.vector[i], used ? mean.data_ptr<float>()[i] : 0.0F);
        }
        QVERIFY(mean.norm().item<double>() > 0.1);
        QVERIFY(outcome.privacy && std::isinf(outcome.privacy->epsilon));
        QCOMPARE(outcome.privacy->releaseSize, std::int64_t{80});
        QCOMPARE(outcome.privacy->populationHash, std::string("toy population"));
        QCOMPARE(outcome.privacy->splitHash, data::splitHash(bench.data));
    }

    void noiseStaysOffThePadding() {
        Bench bench;
        bench.spec.epochs = 0;
        bench.spec.privacy.epsilon = 1.0;
        bench.sourceKnowledge = privacy::SourceKnowledge::Unknown;
        const auto outcome = must(bench.run());
        QCOMPARE(outcome.privacy->sensitivity, 2.0 * bench.spec.privacy.clip);
        const auto rank = static_cast<std::size_t>(*outcome.hub.rank);
        QVERIFY(rank < outcome.vector.size());
        for (std::size_t i = 0; i < outcome.vector.size(); ++i) {
            QCOMPARE(outcome.vector[i] == 0.0F, i >= rank);
        }
        // The noise is the token's own: what the receiver learned does not depend on it.
        Bench again;
        again.spec.epochs = 0;
        const auto plain = must(again.run());
        QCOMPARE(zoo::weightsHash(*again.receiver), zoo::weightsHash(*bench.receiver));
        QVERIFY(plain.vector != outcome.vector);
    }

    void readoutOnlyHasTwoSteps() {
        Bench bench;
        bench.spec.epochs = 0;
        const auto outcome = must(bench.run());
        QCOMPARE(outcome.gradientSteps, std::int64_t{0});
        QVERIFY(stepsOf(bench.sink.curve("drift.output")) == (std::vector<std::int64_t>{0, 1}));
        QVERIFY(bench.sink.curve("loss.batch").empty());
    }
};

TESSERA_TEST(TestActivationMode)

#include "test_activation_mode.moc"
