#include "core/zoo/network_state.h"
#include "core/zoo/vit.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <set>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::inputCases;
using test::inputFor;
using test::recipeOf;
using test::TapRecorder;

namespace {

// A loss that no symmetry of the logits hides anything from.
torch::Tensor lossOf(const torch::Tensor& logits) {
    const auto weights = torch::linspace(-1.0, 2.0, logits.numel()).view(logits.sizes());
    return (weights * logits).sum() + logits.square().sum();
}

std::int64_t widthOf(const torch::Tensor& value, TapLayout layout) {
    return value.size(layout == TapLayout::SamplesPositionsWidth ? 2 : 1);
}

} // namespace

// What every architecture of the zoo promises, on every kind of input.
class TestFamilies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereAreFamilies() { QVERIFY(families().size() >= 7); }

    void logits_data() { test::everyFamilyAndInput(); }
    void logits() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const auto network = build(recipeOf(family.toStdString(), spec));
        QCOMPARE(network->recipe().input, spec);
        QCOMPARE(network->featureWidth(), family == "resnet" ? 32 : 8);
        for (const std::int64_t samples : {1, 5}) {
            network->eval();
            const auto values = network->forward(inputFor(spec, samples));
            QCOMPARE(values.sizes().vec(), (std::vector<std::int64_t>{samples, 3}));
            QVERIFY(values.isfinite().all().item<bool>());
        }
        network->train();
        QVERIFY(network->forward(inputFor(spec, 5)).isfinite().all().item<bool>());
    }

    void countsItsParameters_data() { test::everyFamilyAndInput(); }
    void countsItsParameters() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto recipe = recipeOf(family.toStdString(), inputCases()[std::size_t(input)].spec);
        std::int64_t count = 0;
        for (const auto& parameter : build(recipe)->parameters()) {
            count += parameter.numel();
        }
        QCOMPARE(parameterCount(recipe), static_cast<double>(count));
    }

    // A sample's answer must not depend on who else is in the batch.
    void samplesAreIndependent_data() { test::everyFamilyAndInput(); }
    void samplesAreIndependent() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const auto network = build(recipeOf(family.toStdString(), spec));
        network->eval();
        const torch::NoGradGuard noGrad;
        const auto inputs = inputFor(spec, 4);
        const auto together = network->forward(inputs);
        for (std::int64_t i = 0; i < 4; ++i) {
            const auto alone = network->forward(inputs.narrow(0, i, 1));
            QVERIFY(torch::allclose(alone[0], together[i], 1e-5, 1e-6));
        }
    }

    void everyTapOnceInOrder_data() { test::everyFamilyAndInput(); }
    void everyTapOnceInOrder() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const auto network = build(recipeOf(family.toStdString(), spec, 8, 3));
        network->eval();
        TapRecorder taps;
        const auto logits = network->forward(inputFor(spec, 5), &taps);
        const auto points = network->tapPoints();
        QCOMPARE(taps.values.size(), points.size());
        std::set<std::string> names;
        int blocks = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto& [name, value] = taps.values[i];
            QCOMPARE(name, points[i].name);
            QVERIFY(names.insert(name).second);
            QCOMPARE(value.size(0), 5);
            if (points[i].layout == TapLayout::SamplesAttention) {
                QVERIFY(torch::allclose(value.sum(3), torch::ones(value.sizes().slice(0, 3))));
                QCOMPARE(value.size(3), points[i].width);
                continue;
            }
            const bool plane = family == "resnet" && value.dim() == 4; // has pixels, not rows
            QCOMPARE(value.dim(), points[i].layout == TapLayout::SamplesWidth ? 2 : plane ? 4 : 3);
            QCOMPARE(widthOf(value, points[i].layout), points[i].width);
            if (value.dim() == 3 && !(family == "vit" && spec.kind == InputKind::Image)) {
                const bool last = points[i].layout == TapLayout::SamplesWidthPositions;
                QCOMPARE(value.size(last ? 2 : 1), spec.positions());
            }
            blocks += int(points[i].role == TapRole::Block);
        }
        QCOMPARE(blocks, test::blocksOf(family.toStdString(), 3));
        QCOMPARE(points.front().name, std::string("embedding"));
        QCOMPARE(points[points.size() - 2].name, std::string("feature"));
        QCOMPARE(points[points.size() - 2].width, network->featureWidth());
        QCOMPARE(points.back().name, std::string("head"));
        QVERIFY(torch::equal(taps.at("head"), logits));
        QVERIFY(torch::allclose(network->head()->forward(taps.at("feature")), logits));
        QVERIFY(names.contains("layers.0"));
    }

    // The value after a residual block is the one before plus what the block says.
    void streamsAddUp_data() { test::everyFamily(); }
    void streamsAddUp() {
        QFETCH(QString, family);
        const auto network = build(recipeOf(family.toStdString(), test::kTokens, 8, 3));
        network->eval();
        TapRecorder taps;
        network->forward(inputFor(test::kTokens, 5), &taps);
        for (const char* index : {"1", "2"}) {
            const auto stream = taps.at(std::string("stream.") + index);
            if (!stream.defined()) {
                QVERIFY(family != "mlp" && family != "conv" && family != "resnet");
                continue;
            }
            const auto before = taps.at("stream." + std::to_string(std::stoi(index) - 1));
            const auto branch = taps.at(std::string("layers.") + index);
            const auto sum = before + branch;
            QVERIFY(
                torch::allclose(stream, family == "resnet" ? torch::relu(sum) : sum, 1e-5, 1e-6));
            QVERIFY(!torch::allclose(stream, branch, 1e-2, 1e-2));
        }
    }

    void gradientsReachEveryParameter_data() { test::everyFamilyAndInput(); }
    void gradientsReachEveryParameter() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const auto network = build(recipeOf(family.toStdString(), spec));
        // In evaluation: batch norm in training takes away what the bias before it adds.
        network->eval();
        lossOf(network->forward(inputFor(spec, 6))).backward();
        QVERIFY(!network->named_parameters().is_empty());
        for (const auto& parameter : network->named_parameters()) {
            const auto& gradient = parameter.value().grad();
            QVERIFY2(gradient.defined(), parameter.key().c_str());
            QVERIFY2(gradient.isfinite().all().item<bool>(), parameter.key().c_str());
            // With one position there is no state to carry over.
            const bool idle =
                spec.positions() == 1 && parameter.key().find(".weight_hh_") != std::string::npos;
            QVERIFY2(idle || gradient.abs().max().item<float>() > 0.0F, parameter.key().c_str());
        }
        const bool learned = network->named_parameters().contains("positions");
        QCOMPARE(learned, spec.kind != InputKind::Tokens && family != "resnet");

        network->zero_grad();
        network->train();
        lossOf(network->forward(inputFor(spec, 6))).backward();
        for (const auto& parameter : network->named_parameters()) {
            QVERIFY2(parameter.value().grad().defined(), parameter.key().c_str());
        }
    }

    void positionsAsTheRecipeSays_data() { test::everyFamily(); }
    void positionsAsTheRecipeSays() {
        QFETCH(QString, family);
        for (const auto& input : inputCases()) {
            for (const bool on : {true, false}) {
                auto recipe = recipeOf(family.toStdString(), input.spec);
                recipe.architecture.positions = on;
                const auto parameters = build(recipe)->named_parameters();
                if (family == "resnet") { // convolutions see where they are
                    QVERIFY(!parameters.contains("positions"));
                    continue;
                }
                QCOMPARE(parameters.contains("positions"), on);
                if (on) {
                    const auto count =
                        family == "vit" ? vitPositions(recipe) : input.spec.positions();
                    QCOMPARE(parameters["positions"].sizes().vec(),
                             (std::vector<std::int64_t>{count, 8}));
                }
            }
        }
    }

    // An image of shuffled rows looks different, thanks to the positions; a transformer without
    // them sees a bag of rows.
    void orderOfRows() {
        const InputSpec image{InputKind::Image, 8, 8, 1, 0};
        const auto inputs = inputFor(image, 4);
        for (const bool on : {true, false}) {
            auto recipe = recipeOf("transformer", image);
            recipe.architecture.positions = on;
            const auto network = build(recipe);
            network->eval();
            const auto upright = network->forward(inputs);
            const auto turned = network->forward(inputs.flip(2));
            QCOMPARE(torch::allclose(upright, turned, 1e-4, 1e-5), !on);
        }
    }

    // What fills a flat vector up to whole rows must not matter: a vector of 13 is one of 16 with
    // three zeros.
    void flatVectorsAreFilledWithZeros_data() { test::everyFamily(); }
    void flatVectorsAreFilledWithZeros() {
        QFETCH(QString, family);
        const InputSpec odd{InputKind::Flat, 13, 0, 1, 0};
        const InputSpec even{InputKind::Flat, 16, 0, 1, 0};
        const auto small = build(recipeOf(family.toStdString(), odd), 4);
        const auto large = build(recipeOf(family.toStdString(), even), 4);
        small->eval();
        large->eval();
        const auto inputs = inputFor(odd, 4);
        const auto filled = torch::cat({inputs, torch::zeros({4, 3})}, 1);
        QVERIFY(torch::equal(small->forward(inputs), large->forward(filled)));
    }

    void evaluationIsDeterministic_data() { test::everyFamilyAndInput(); }
    void evaluationIsDeterministic() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const auto network = build(recipeOf(family.toStdString(), spec));
        network->eval();
        const auto hash = weightsHash(*network);
        const auto inputs = inputFor(spec, 5);
        torch::manual_seed(1);
        const auto first = network->forward(inputs);
        torch::manual_seed(2);
        const auto second = network->forward(inputs);
        QVERIFY(torch::equal(first, second));
        QCOMPARE(weightsHash(*network), hash);
    }

    void smallestSizes_data() { test::everyFamilyAndInput(); }
    void smallestSizes() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto& spec = inputCases()[std::size_t(input)].spec;
        const int width = family == "lstm" || family == "gru" ? 2 : 1;
        const auto network = build(recipeOf(family.toStdString(), spec, width, 1, 1));
        const auto logits = network->forward(inputFor(spec, 3));
        QCOMPARE(logits.sizes().vec(), (std::vector<std::int64_t>{3, 1}));
        QVERIFY(logits.isfinite().all().item<bool>());
        lossOf(logits).backward();
        QVERIFY(network->head()->bias.grad().defined());
    }

    void emptyBatch_data() { test::everyFamily(); }
    void emptyBatch() {
        QFETCH(QString, family);
        if (family == "lstm" || family == "gru") {
            return; // LibTorch's wants at least one sample
        }
        const auto network = build(recipeOf(family.toStdString()));
        network->eval();
        QCOMPARE(network->forward(inputFor(test::kTokens, 0)).sizes().vec(),
                 (std::vector<std::int64_t>{0, 3}));
    }
};

TESSERA_TEST(TestFamilies)
#include "test_families.moc"
