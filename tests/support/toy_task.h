#pragma once

#include "core/data/split_data.h"
#include "core/zoo/initialise.h"
#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <torch/nn/functional/loss.h>
#include <torch/optim/adam.h>

#include <QTest>

#include <string>

// A task small enough to be learned in a fraction of a second: four classes of points around fixed
// centres in 16 dimensions. For tests that link the engine.
namespace tessera::test {

inline constexpr int kToyClasses = 4;
inline constexpr int kToyLength = 16;

template <class T>
T must(Result<T> result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
    return *std::move(result);
}

inline void must(const Result<void>& result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
}

inline torch::Tensor randomRows(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    return torch::randn({rows, width}, zoo::makeGenerator(seed), torch::kFloat32);
}

inline data::LabelledRows drawToy(std::int64_t count, std::uint64_t seed) {
    auto generator = zoo::makeGenerator(seed);
    const auto labels = torch::randint(0, kToyClasses, {count}, generator, torch::kInt64);
    const auto centres = 2.0 * torch::eye(kToyClasses).repeat({1, kToyLength / kToyClasses});
    const auto noise = torch::randn({count, kToyLength}, generator, torch::kFloat32);
    return {centres.index_select(0, labels) + 0.7 * noise, labels};
}

inline data::SplitData toyData(std::uint64_t seed = 1) {
    data::SplitData data;
    data.name = "toy";
    data.input = {InputKind::Flat, kToyLength, 0, 1, 0};
    data.classes = kToyClasses;
    data.populationHash = "toy population";
    data.sourceTrain = drawToy(200, seed * 10 + 1);
    const auto reference = drawToy(161, seed * 10 + 2); // a last batch of one, at 32
    data.reference = reference.inputs;
    data.referenceLabels = reference.labels;
    data.validation = drawToy(80, seed * 10 + 3);
    data.test = drawToy(80, seed * 10 + 4);
    return data;
}

inline zoo::Recipe toyRecipe(const std::string& family, int width, int classes = kToyClasses) {
    ArchitectureSpec architecture;
    architecture.family = ArchitectureId(family);
    architecture.width = width;
    architecture.depth = family == "resnet" ? 8 : 1; // a resnet has 6n + 2 layers
    return {architecture, {InputKind::Flat, kToyLength, 0, 1, 0}, classes};
}

inline zoo::ZooNetworkPtr toyNetwork(const std::string& family, int width, std::uint64_t seed,
                                     int classes = kToyClasses) {
    return must(zoo::buildNetwork(toyRecipe(family, width, classes), seed));
}

// Whole-batch training: enough for this task, and independent of what the tests test.
inline void teach(zoo::Network& network, const data::LabelledRows& rows, int steps = 60) {
    torch::optim::Adam optimiser(network.parameters(), torch::optim::AdamOptions(5e-3));
    network.train();
    for (int i = 0; i < steps; ++i) {
        optimiser.zero_grad();
        torch::nn::functional::cross_entropy(network.forward(rows.inputs), rows.labels).backward();
        optimiser.step();
    }
    network.eval();
}

inline double accuracy(zoo::Network& network, const data::LabelledRows& rows) {
    const torch::NoGradGuard noGrad;
    network.eval();
    return (network.forward(rows.inputs).argmax(1) == rows.labels)
        .to(torch::kFloat64)
        .mean()
        .item<double>();
}

} // namespace tessera::test
