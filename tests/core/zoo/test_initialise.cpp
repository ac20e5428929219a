#include "core/zoo/initialise.h"

#include "core/zoo/network_state.h"
#include "tests/core/zoo/zoo_test_util.h"
#include "tests/support/test_registry.h"

#include <cmath>

using namespace tessera;
using namespace tessera::zoo;
using test::build;
using test::recipeOf;

namespace {

const InputSpec kImage{InputKind::Image, 8, 8, 1, 0};

// Uniform on [-bound, bound]: never beyond, close to it, and with its variance of bound^2 / 3.
void verifyUniform(const torch::Tensor& values, double bound, const std::string& name) {
    const auto flat = values.detach().flatten().to(torch::kFloat64);
    const double largest = flat.abs().max().item<double>();
    QVERIFY2(largest <= bound * (1.0 + 1e-6), name.c_str());
    if (flat.numel() >= 256) {
        QVERIFY2(largest > 0.95 * bound, name.c_str());
        const double variance = flat.var().item<double>();
        QVERIFY2(std::fabs(variance / (bound * bound / 3.0) - 1.0) < 0.25, name.c_str());
        QVERIFY2(std::fabs(flat.mean().item<double>()) < 0.2 * bound, name.c_str());
    }
}

} // namespace

class TestInitialise : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linearAndConvolution_data() { test::everyFamily(); }
    void linearAndConvolution() {
        QFETCH(QString, family);
        const auto network = build(recipeOf(family.toStdString(), kImage, 32), 3);
        int layers = 0;
        for (const auto& entry : network->named_modules()) {
            const auto* linear = entry.value()->as<torch::nn::Linear>();
            const auto* conv = entry.value()->as<torch::nn::Conv1d>();
            const auto* plane = entry.value()->as<torch::nn::Conv2d>();
            if (linear == nullptr && conv == nullptr && plane == nullptr) {
                continue;
            }
            ++layers;
            const auto& weight = linear != nullptr ? linear->weight
                                 : conv != nullptr ? conv->weight
                                                   : plane->weight;
            const auto& bias = linear != nullptr ? linear->bias
                               : conv != nullptr ? conv->bias
                                                 : plane->bias;
            const double bound = 1.0 / std::sqrt(double(weight[0].numel()));
            verifyUniform(weight, bound, entry.key());
            if (entry.key().ends_with("self_attn.out_proj")) {
                QCOMPARE(bias.abs().max().item<float>(), 0.0F);
                continue;
            }
            if (!bias.defined()) {
                continue;
            }
            verifyUniform(bias, bound, entry.key());
            QVERIFY2(bias.min().item<float>() < bias.max().item<float>(), entry.key().c_str());
        }
        QVERIFY(layers >= 2);
    }

    void attention() {
        const auto parameters =
            build(recipeOf("transformer", test::kTokens, 32), 3)->named_parameters();
        const auto& weight = parameters["layers.1.self_attn.in_proj_weight"];
        verifyUniform(weight, std::sqrt(6.0 / (32.0 + 96.0)), "in_proj_weight");
        QCOMPARE(parameters["layers.1.self_attn.in_proj_bias"].abs().max().item<float>(), 0.0F);
        QCOMPARE(parameters["layers.1.norm1.weight"].min().item<float>(), 1.0F);
        QCOMPARE(parameters["layers.1.norm2.bias"].abs().max().item<float>(), 0.0F);
    }

    void lstm() {
        const auto network = build(recipeOf("lstm", test::kTokens, 32), 3);
        int tensors = 0;
        for (const auto& parameter : network->named_parameters()) {
            if (parameter.key().starts_with("lstm.")) {
                verifyUniform(parameter.value(), 1.0 / std::sqrt(16.0), parameter.key());
                ++tensors;
            }
        }
        QCOMPARE(tensors, 16);
    }

    void embeddingsAndPositions() {
        const auto tokens = build(recipeOf("conv", test::kTokens, 32), 3)->named_parameters();
        const auto& embedding = tokens["embedding.weight"];
        QVERIFY(std::fabs(embedding.std().item<double>() - 1.0) < 0.05);
        QVERIFY(std::fabs(embedding.mean().item<double>()) < 0.05);
        const auto image = build(recipeOf("conv", kImage, 64), 3)->named_parameters();
        QVERIFY(std::fabs(image["positions"].std().item<double>() / 0.02 - 1.0) < 0.15);
    }

    void batchNorm() {
        const auto network = build(recipeOf("conv"), 3);
        const auto parameters = network->named_parameters();
        const auto buffers = network->named_buffers();
        QCOMPARE(parameters["layers.0.1.weight"].min().item<float>(), 1.0F);
        QCOMPARE(parameters["layers.0.1.bias"].abs().max().item<float>(), 0.0F);
        QCOMPARE(buffers["layers.0.1.running_mean"].abs().max().item<float>(), 0.0F);
        QCOMPARE(buffers["layers.0.1.running_var"].min().item<float>(), 1.0F);
    }

    // Nothing is left as the constructor, with the global generator, has drawn it.
    void globalGeneratorDoesNotMatter_data() { test::everyFamilyAndInput(); }
    void globalGeneratorDoesNotMatter() {
        QFETCH(QString, family);
        QFETCH(int, input);
        const auto recipe =
            recipeOf(family.toStdString(), test::inputCases()[std::size_t(input)].spec);
        torch::manual_seed(1);
        const auto first = weightsHash(*build(recipe, 7));
        torch::manual_seed(99);
        QCOMPARE(weightsHash(*build(recipe, 7)), first);
    }

    void startsANetworkAnew_data() { test::everyFamily(); }
    void startsANetworkAnew() {
        QFETCH(QString, family);
        const auto network = build(recipeOf(family.toStdString(), kImage), 7);
        const auto fresh = weightsHash(*network);
        network->train();
        network->forward(test::inputFor(kImage, 5));
        {
            const torch::NoGradGuard noGrad;
            for (auto& parameter : network->parameters()) {
                parameter.add_(1.0);
            }
        }
        QVERIFY(weightsHash(*network) != fresh);
        initialise(*network, makeGenerator(7));
        QCOMPARE(weightsHash(*network), fresh);
        initialise(*network, makeGenerator(8));
        QVERIFY(weightsHash(*network) != fresh);
    }
};

TESSERA_TEST(TestInitialise)
#include "test_initialise.moc"
