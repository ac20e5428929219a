#include "core/zoo/lstm.h"
#include "core/zoo/mlp.h"
#include "core/zoo/transformer.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <torch/csrc/autograd/autograd.h>

#include <tuple>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::inputFor;
using test::recipeOf;
using test::TapRecorder;

namespace {

void randomise(torch::nn::Module& module) {
    torch::manual_seed(5);
    const torch::NoGradGuard noGrad;
    for (auto& parameter : module.parameters()) {
        parameter.normal_(0.0, 0.3);
    }
}

// False if the names or shapes differ.
bool copyByName(torch::nn::Module& to, const torch::nn::Module& from) {
    const torch::NoGradGuard noGrad;
    auto targets = to.named_parameters();
    const auto sources = from.named_parameters();
    if (targets.size() != sources.size()) {
        return false;
    }
    for (const auto& source : sources) {
        auto* target = targets.find(source.key());
        if (target == nullptr || target->sizes() != source.value().sizes()) {
            return false;
        }
        target->copy_(source.value());
    }
    return true;
}

} // namespace

// The blocks that LibTorch has too, against LibTorch's.
class TestBlocks : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void encoderBlock_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("heads");
        QTest::newRow("one head") << 16 << 1;
        QTest::newRow("two heads") << 64 << 2;
        QTest::newRow("three heads") << 96 << 3;
        QTest::newRow("width 1") << 1 << 1;
    }
    void encoderBlock() {
        QFETCH(int, width);
        QFETCH(int, heads);
        torch::nn::TransformerEncoderLayer theirs(
            torch::nn::TransformerEncoderLayerOptions(width, heads)
                .dim_feedforward(2 * width)
                .dropout(0.0)
                .activation(torch::kGELU));
        randomise(*theirs);
        EncoderBlock ours(width, heads);
        QVERIFY(copyByName(*ours, *theirs));

        torch::manual_seed(6);
        auto input = torch::randn({5, 7, width}).requires_grad_();
        const auto value = ours->forward(input);
        const auto expected = theirs->forward(input.transpose(0, 1)).transpose(0, 1);
        QVERIFY(torch::allclose(value, expected, 1e-5, 1e-5));

        const auto weights = torch::randn(value.sizes());
        const auto gradient = torch::autograd::grad({(weights * value).sum()}, {input})[0];
        const auto theirGradient = torch::autograd::grad({(weights * expected).sum()}, {input})[0];
        QVERIFY(torch::allclose(gradient, theirGradient, 1e-4, 1e-4));
        if (width > 1) {
            const torch::NoGradGuard noGrad;
            ours->named_parameters()["self_attn.in_proj_weight"][0] += 0.1;
            QVERIFY(!torch::allclose(ours->forward(input), expected, 1e-5, 1e-5));
        }
    }

    // Heads: max(1, width / 32), as the networks of the reference have them.
    void headsOfATransformer() {
        const auto network = build(recipeOf("transformer", test::kTokens, 96, 1));
        network->eval();
        randomise(*network);
        TapRecorder taps;
        network->forward(inputFor(test::kTokens, 3), &taps);
        for (const int heads : {1, 3}) {
            EncoderBlock block(96, heads);
            const torch::NoGradGuard noGrad;
            for (auto& parameter : block->named_parameters()) {
                parameter.value().copy_(network->named_parameters()["layers.0." + parameter.key()]);
            }
            const auto value = block->forward(taps.at("embedding"));
            QCOMPARE(torch::allclose(value, taps.at("layers.0"), 1e-5, 1e-5), heads == 3);
        }
    }

    void lstmLayers() {
        constexpr int kDepth = 3;
        const auto network = build(recipeOf("lstm", test::kTokens, 6, kDepth));
        network->eval();
        const torch::NoGradGuard noGrad;
        TapRecorder taps;
        network->forward(inputFor(test::kTokens, 4), &taps);
        for (int depth = 1; depth <= kDepth; ++depth) {
            torch::nn::LSTM theirs(
                torch::nn::LSTMOptions(6, 3).num_layers(depth).batch_first(true).bidirectional(
                    true));
            for (auto& parameter : theirs->named_parameters()) {
                parameter.value().copy_(network->named_parameters()["lstm." + parameter.key()]);
            }
            const auto expected = std::get<0>(theirs->forward(taps.at("embedding")));
            const auto value = taps.at("lstm." + std::to_string(depth - 1));
            QVERIFY(torch::allclose(value, expected, 1e-5, 1e-6));
            QCOMPARE(torch::allclose(taps.at("layers.0"), expected, 1e-5, 1e-6), depth == kDepth);
        }
        QVERIFY(torch::allclose(taps.at("feature"), taps.at("layers.0").mean(1), 1e-5, 1e-6));
    }

    // Also in training, where gradients go back through all layers.
    void lstmGradients() {
        const auto network = build(recipeOf("lstm", test::kTokens, 6, 3));
        network->train();
        TapRecorder taps;
        network->forward(inputFor(test::kTokens, 4), &taps);
        const auto theirs = std::get<0>(
            network->named_modules()["lstm"]->as<torch::nn::LSTM>()->forward(taps.at("embedding")));
        const auto weight = network->named_parameters()["lstm.weight_hh_l0_reverse"];
        const auto loss = [](const torch::Tensor& value) { return value.pow(3).sum(); };
        const auto expected = torch::autograd::grad({loss(theirs)}, {weight}, {}, true)[0];
        const auto gradient = torch::autograd::grad({loss(taps.at("layers.0"))}, {weight})[0];
        QVERIFY(gradient.abs().max().item<float>() > 0.0F);
        QVERIFY(torch::allclose(gradient, expected, 1e-4, 1e-7));
    }

    // Deep enough that anything that recurses by layer would run out of stack.
    void veryDeepMlp() {
        constexpr int kDepth = 10'000;
        const InputSpec input{InputKind::Flat, 8, 0, 1, 0};
        const auto network = build(recipeOf("mlp", input, 1, kDepth, 2));
        QCOMPARE(network->tapPoints().size(), std::size_t(2 * kDepth + 3));
        TapRecorder taps;
        const auto logits = network->forward(inputFor(input, 2), &taps);
        QCOMPARE(taps.values.size(), std::size_t(2 * kDepth + 3));
        QVERIFY(logits.isfinite().all().item<bool>());
        logits.sum().backward();
        const auto gradient = network->named_parameters()["layers.0.0.weight"].grad();
        QVERIFY(gradient.defined() && gradient.isfinite().all().item<bool>());
        QVERIFY(network->named_parameters()["embedding.weight"].grad().defined());
    }
};

TESSERA_TEST(TestBlocks)
#include "test_blocks.moc"
