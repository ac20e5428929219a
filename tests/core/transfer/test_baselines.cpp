#include "core/hub/contrastive_coder.h"
#include "core/transfer/baselines/attention_transfer.h"
#include "core/transfer/baselines/contrastive_distillation.h"
#include "core/transfer/baselines/reference_pipeline.h"
#include "core/transfer/baselines/relational.h"
#include "core/transfer/baselines/similarity_preserving.h"
#include "core/transfer/readout.h"
#include "tests/core/transfer/transfer_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/linalg.h>

#include <QTest>

#include <cmath>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::transfer;

namespace {

// Everything but mode A, which has a hub.
std::vector<std::string> baselineIds() {
    std::vector<std::string> ids;
    for (const auto& mode : modes()) {
        if (mode->descriptor().id.value != "A") {
            ids.push_back(mode->descriptor().id.value);
        }
    }
    return ids;
}

// Of the receiver, or of what answers in its place.
torch::Tensor answersOf(Bench& bench, const TransferOutcome& outcome) {
    const torch::NoGradGuard noGrad;
    const auto& inputs = bench.data.test.inputs;
    return outcome.predictor ? outcome.predictor(inputs) : bench.receiver->forward(inputs);
}

double accuracyOf(Bench& bench, const TransferOutcome& outcome) {
    const auto said = answersOf(bench, outcome).argmax(1);
    return (said == bench.data.test.labels).to(torch::kFloat64).mean().item<double>();
}

torch::Tensor rotation(std::int64_t width) {
    return std::get<0>(torch::linalg_qr(randomRows(width, width, 11).to(torch::kFloat64)));
}

double meanLoss(const Bench& bench, std::int64_t epoch) {
    for (const auto& point : bench.sink.curve("loss.total")) {
        if (point.step == epoch) {
            return point.value.value_or(std::nan(""));
        }
    }
    return std::nan("");
}

// Knows a little: what adapters are for.
zoo::NetworkPtr trainedPupil() {
    auto network = toyNetwork("mlp", 10, 5);
    teach(*network, toyData().sourceTrain, 3);
    return network;
}

} // namespace

// The methods that mode A is compared with: their losses against what is known of them, and what
// all of them must keep.
class TestBaselines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A batch that was only rotated and scaled has the same relations, one of strangers has not.
    void relationsOfARotatedBatch() {
        const auto rows = randomRows(9, 6, 1).to(torch::kFloat64);
        const auto turned = 3.5 * rows.matmul(rotation(6));
        const auto others = randomRows(9, 4, 2).to(torch::kFloat64);
        QVERIFY(distanceRelation(rows, turned).item<double>() < 1e-12);
        QVERIFY(angleRelation(rows, turned).item<double>() < 1e-12);
        QVERIFY(similarityDifference(rows, turned).item<double>() < 1e-12);
        QVERIFY(distanceRelation(rows, others).item<double>() > 1e-3);
        QVERIFY(angleRelation(rows, others).item<double>() > 1e-3);
        QVERIFY(similarityDifference(rows, others).item<double>() > 1e-3);
    }

    // Three points on a line, 0, 1 and 3: distances 1, 2, 3 of mean 2; against 0, 1 and 2: 1, 1, 2
    // of mean 4/3. The differences 0.25, 0.25 and 0 are squared, halved, and averaged over 9 pairs.
    void distancesOfThreePoints() {
        const auto a = torch::tensor({{0.0}, {1.0}, {3.0}}, torch::kFloat64);
        const auto b = torch::tensor({{0.0}, {1.0}, {2.0}}, torch::kFloat64);
        const double d01 = 0.5 - 0.75, d12 = 1.0 - 0.75, d02 = 1.5 - 1.5;
        const double expected = 2.0 * 0.5 * (d01 * d01 + d12 * d12 + d02 * d02) / 9.0;
        QVERIFY(std::abs(distanceRelation(a, b).item<double>() - expected) < 1e-9);
    }

    // Gram matrices [[1,0],[0,1]] and [[1,1],[1,1]]/sqrt(2): differences 1 - r, r, r, 1 - r.
    void similaritiesOfTwoRows() {
        const auto a = torch::eye(2, torch::kFloat64);
        const auto b = torch::ones({2, 3}, torch::kFloat64);
        const double r = 1.0 / std::sqrt(2.0);
        const double expected = (2.0 * (1.0 - r) * (1.0 - r) + 2.0 * r * r) / 4.0;
        QVERIFY(std::abs(similarityDifference(a, b).item<double>() - expected) < 1e-12);
    }

    // Partners that are equal, all others at right angles: log(1 + (b - 1) e^(-1/T)).
    void partnersThatAreEqual() {
        const auto rows = torch::eye(4, torch::kFloat64);
        const double expected = std::log(1.0 + 3.0 * std::exp(-1.0 / 0.5));
        QVERIFY(std::abs(hub::partnerLoss(rows, rows, 0.5).item<double>() - expected) < 1e-12);
        QVERIFY(hub::partnerLoss(rows, rows.roll(1, 0), 0.5).item<double>() > 2.0);
    }

    void attentionMaps() {
        // Two positions of two channels: 3^2 + 4^2 = 25 and 0; channels first or last.
        const auto last = torch::tensor({{{3.0, 4.0}, {0.0, 0.0}}}, torch::kFloat64);
        const auto map = attentionMap(last, zoo::TapLayout::SamplesPositionsWidth);
        QVERIFY(torch::allclose(map, torch::tensor({{1.0, 0.0}}, torch::kFloat64)));
        QVERIFY(torch::allclose(
            map, attentionMap(last.transpose(1, 2), zoo::TapLayout::SamplesWidthPositions)));
        QVERIFY(attentionDifference(map, map).item<double>() < 1e-12);
        QVERIFY(std::abs(attentionDifference(map, map.flip(1)).item<double>() - 1.0) < 1e-12);
        // An even map stays even at any size.
        const auto even = [](std::int64_t positions) {
            return torch::full({3, positions}, 1.0 / std::sqrt(static_cast<double>(positions)),
                               torch::kFloat64);
        };
        QVERIFY(attentionDifference(even(4), even(8)).item<double>() < 1e-12);
    }

    void learnsWithTheBudgetOfAllOthers_data() { ids(); }
    void learnsWithTheBudgetOfAllOthers() {
        QFETCH(QString, mode);
        Bench bench;
        bench.source = toyNetwork("conv", 12, 3);
        teach(*bench.source, bench.data.sourceTrain);
        bench.receiver = toyNetwork("conv", 10, 5);
        bench.spec.epochs = 6;
        const auto outcome = must(bench.run(mode.toStdString()));
        const bool idle = mode == "none" || mode == "ridge_input" || mode == "stitching";
        QCOMPARE(outcome.gradientSteps, std::int64_t{idle ? 0 : 30});
        QCOMPARE(outcome.labelsUsed, std::int64_t{mode == "supervised" ? 161 : 0});
        QVERIFY(outcome.vector.empty() && outcome.hubSpace == nullptr);
        QVERIFY(!bench.receiver->is_training());
        QVERIFY(outcome.drift.output && !outcome.drift.hub && !outcome.drift.hubError);
        QVERIFY(idle || meanLoss(bench, 6) < meanLoss(bench, 1));
        QVERIFY(bench.sink.curve("accuracy.validation").size() > 0);
    }

    void everyFamilyCanLearn_data() {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("family");
        for (const auto& id : baselineIds()) {
            for (const auto& family : zoo::families()) {
                QTest::newRow((id + " to " + family.id.value).c_str())
                    << QString::fromStdString(id) << QString::fromStdString(family.id.value);
            }
        }
    }
    void everyFamilyCanLearn() {
        QFETCH(QString, mode);
        QFETCH(QString, family);
        Bench bench;
        bench.measureCurves = false;
        bench.spec.epochs = 1;
        bench.source = toyNetwork("conv", 12, 3);
        bench.receiver = toyNetwork(family.toStdString(), 16, 9);
        const auto outcome = bench.run(mode.toStdString());
        const bool withoutPositions = mode == "attention" && family == "mlp";
        QVERIFY2(outcome.has_value() != withoutPositions,
                 outcome ? "" : outcome.error().detail.c_str());
        if (!outcome) {
            QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
            QVERIFY(outcome.error().detail.find("attention maps") != std::string::npos);
        }
    }

    // A method that reports no labels has not read any.
    void labelsAreReadByNobodyElse_data() { ids(); }
    void labelsAreReadByNobodyElse() {
        QFETCH(QString, mode);
        const auto learned = [&](bool mixed) {
            Bench bench;
            bench.source = toyNetwork("conv", 12, 3);
            bench.receiver = toyNetwork("conv", 10, 5);
            bench.measureCurves = false;
            bench.spec.epochs = 1;
            if (mixed) {
                bench.data.referenceLabels = bench.data.referenceLabels.roll(1, 0);
            }
            const auto outcome = must(bench.run(mode.toStdString()));
            return answersOf(bench, outcome);
        };
        QCOMPARE(torch::equal(learned(true), learned(false)), mode != "supervised");
    }

    // Of the methods that ask the source; the reference teaches nothing anyway.
    void shuffledTargetsTeachNothing_data() {
        QTest::addColumn<QString>("mode");
        for (const auto& mode : modes()) {
            const auto& about = mode->descriptor();
            if (about.asksSource && about.id.value != "A" && about.id.value != "reference") {
                QTest::newRow(about.id.value.c_str()) << QString::fromStdString(about.id.value);
            }
        }
    }
    void shuffledTargetsTeachNothing() {
        QFETCH(QString, mode);
        Bench bench;
        bench.source = toyNetwork("conv", 12, 3);
        teach(*bench.source, bench.data.sourceTrain);
        bench.receiver = toyNetwork("conv", 10, 5);
        bench.shuffleSource = true;
        bench.spec.epochs = 10;
        const auto outcome = must(bench.run(mode.toStdString()));
        const double share = accuracyOf(bench, outcome);
        QVERIFY2(share < 0.5, qPrintable(QString::number(share))); // by chance: a quarter
    }

    void sameSeedSameNumbers_data() { ids(); }
    void sameSeedSameNumbers() {
        QFETCH(QString, mode);
        Bench first, second;
        torch::Tensor once, again;
        for (auto* bench : {&first, &second}) {
            bench->source = toyNetwork("conv", 12, 3);
            bench->receiver = toyNetwork("conv", 10, 5);
            bench->spec.epochs = 1;
            const auto outcome = must(bench->run(mode.toStdString()));
            (bench == &first ? once : again) = answersOf(*bench, outcome);
        }
        QVERIFY(torch::equal(once, again));
        QCOMPARE(zoo::weightsHash(*first.receiver), zoo::weightsHash(*second.receiver));
        QVERIFY(sameSamples(first.sink.samples, second.sink.samples));
    }

    void distillationTeaches_data() {
        QTest::addColumn<QString>("mode");
        for (const char* id :
             {"kd", "kd_readout", "fitnets", "rkd", "similarity", "crd", "supervised"}) {
            QTest::newRow(id) << QString(id);
        }
    }
    void distillationTeaches() {
        QFETCH(QString, mode);
        Bench bench;
        bench.spec.epochs = 20;
        must(bench.run(mode.toStdString()));
        QVERIFY2(accuracy(*bench.receiver, bench.data.test) > 0.8, qPrintable(mode));
    }

    // It is distillation, and then the head of mode A.
    void readoutComesAfterDistillation() {
        Bench plain, read;
        must(plain.run("kd"));
        must(read.run("kd_readout"));
        QVERIFY(zoo::weightsHash(*plain.receiver) != zoo::weightsHash(*read.receiver));
        const auto taught = signalsOf(*plain.source, plain.data.reference);
        QVERIFY(must(readOut(plain.input(), taught.logits, {})));
        QCOMPARE(zoo::weightsHash(*plain.receiver), zoo::weightsHash(*read.receiver));
    }

    void lowRankAdditionsBecomeWeights() {
        Bench bench;
        bench.receiver = trainedPupil();
        const auto before = must(bench.receiver->copy());
        bench.spec.epochs = 20;
        must(bench.run("lora"));
        int changed = 0;
        const auto old = before->named_parameters();
        for (const auto& now : bench.receiver->named_parameters()) {
            const auto difference = (now.value() - old[now.key()]).detach();
            QVERIFY(now.value().requires_grad() && now.value().is_leaf());
            if (difference.abs().max().item<double>() == 0.0) {
                continue;
            }
            QVERIFY(now.key().ends_with("weight")); // biases stay
            const auto values = torch::linalg_svdvals(difference.to(torch::kFloat64));
            const auto rank = (values > 1e-6 * values[0]).sum().item<std::int64_t>();
            QVERIFY2(rank <= 8, now.key().c_str());
            ++changed;
        }
        QVERIFY(changed > 1);
        const double now = accuracy(*bench.receiver, bench.data.test);
        const double then = accuracy(*before, bench.data.test);
        QVERIFY2(now > then + 0.1, qPrintable(QString("%1 after %2").arg(now).arg(then)));
    }

    // A stop in the middle must not leave borrowed weights behind.
    void lowRankStopped() {
        Bench bench;
        bench.sink.onSample = [&](const MetricSample& sample) {
            if (sample.series == "loss.batch") {
                bench.stop.request_stop();
            }
        };
        QVERIFY(must(bench.run("lora")).cancelled);
        const auto own = bench.receiver->named_parameters();
        QVERIFY(bench.receiver->head()->weight.is_leaf());
        QVERIFY(bench.receiver->head()->weight.data_ptr() == own["head.weight"].data_ptr());
    }

    void adaptersAnswerInThePlaceOfTheReceiver() {
        Bench bench;
        bench.receiver = trainedPupil();
        const auto hash = zoo::weightsHash(*bench.receiver);
        bench.spec.epochs = 0;
        const auto fresh = must(bench.run("adapter"));
        QVERIFY(torch::allclose(fresh.predictor(bench.data.test.inputs),
                                bench.receiver->forward(bench.data.test.inputs)));
        bench.spec.epochs = 40;
        bench.spec.rate = 2e-2;
        const auto outcome = must(bench.run("adapter"));
        QCOMPARE(zoo::weightsHash(*bench.receiver), hash);
        const auto said = outcome.predictor(bench.data.test.inputs).argmax(1);
        const double share =
            (said == bench.data.test.labels).to(torch::kFloat64).mean().item<double>();
        const double then = accuracy(*bench.receiver, bench.data.test);
        QVERIFY2(share > then + 0.1, qPrintable(QString("%1 after %2").arg(share).arg(then)));
        QVERIFY(!outcome.predictor(bench.data.test.inputs).requires_grad());
    }

    // The task is linear: a straight line towards a good source is good.
    void rawRidgeAnswersForTheReceiver() {
        Bench bench;
        const auto hash = zoo::weightsHash(*bench.receiver);
        const auto outcome = must(bench.run("ridge_input"));
        QCOMPARE(outcome.gradientSteps, std::int64_t{0});
        QCOMPARE(zoo::weightsHash(*bench.receiver), hash);
        const auto said = outcome.predictor(bench.data.test.inputs).argmax(1);
        QVERIFY((said == bench.data.test.labels).to(torch::kFloat64).mean().item<double>() > 0.9);
    }

    void rawRidgeSaysWhatItNeeds() {
        Bench bench;
        bench.space = std::make_shared<tap::RowSpace>(100, std::filesystem::temp_directory_path());
        const auto refused = bench.run("ridge_input");
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(refused.error().detail.find("MiB are left") != std::string::npos,
                 refused.error().detail.c_str());
    }

    // Between a network and itself the map is the identity.
    void stitchedToItself() {
        Bench bench;
        bench.receiver = toySource();
        bench.spec.ridge = 1e-9;
        const auto outcome = must(bench.run("stitching"));
        const auto said = outcome.predictor(bench.data.test.inputs).argmax(1);
        QVERIFY(torch::equal(said, bench.source->forward(bench.data.test.inputs).argmax(1)));
    }

    // As published: the targets meet other inputs, so that the head's answers stay by chance.
    void referenceAsItIs() {
        Bench bench;
        bench.source = toyNetwork("conv", 12, 3);
        teach(*bench.source, bench.data.sourceTrain);
        bench.receiver = toyNetwork("conv", 10, 5);
        bench.spec.hub.dim = 64;
        const auto head = bench.receiver->head()->weight.detach().clone();
        const auto outcome = must(bench.run("reference"));
        QCOMPARE(outcome.gradientSteps, std::int64_t{15});
        QVERIFY(torch::equal(bench.receiver->head()->weight, head));
        QVERIFY(outcome.vector.empty());
    }

    // Names are sorted as text, so that the tenth layer comes before the second.
    void referenceTakesTheMiddleOfSortedNames() {
        auto recipe = toyRecipe("conv", 8);
        recipe.architecture.depth = 12;
        QCOMPARE(referenceLayer(*must(zoo::buildNetwork(recipe, 1))), std::string("layers.4"));
    }

    void needsLabelsForLearningFromLabels() {
        Bench bench;
        bench.data.referenceLabels = torch::Tensor();
        const auto refused = bench.run("supervised");
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
    }

    void differentClassesAreRefused_data() {
        QTest::addColumn<QString>("mode");
        for (const auto& id : baselineIds()) {
            if (id != "none") { // which compares nothing
                QTest::newRow(id.c_str()) << QString::fromStdString(id);
            }
        }
    }
    void differentClassesAreRefused() {
        QFETCH(QString, mode);
        Bench bench;
        bench.labelSpacesAgree = false;
        const auto refused = bench.run(mode.toStdString());
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
        QVERIFY(refused.error().detail.find("choose mode A") != std::string::npos);
    }

    void constantSourceIsNoHint() {
        Bench bench;
        kill(*bench.source, 0.1);
        const auto refused = bench.run("fitnets");
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
    }

private:
    static void ids() {
        QTest::addColumn<QString>("mode");
        for (const auto& id : baselineIds()) {
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
        }
    }
};

TESSERA_TEST(TestBaselines)

#include "test_baselines.moc"
