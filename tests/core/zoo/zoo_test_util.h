#pragma once

#include "core/zoo/zoo_registry.h"

#include <torch/types.h>

#include <QString>
#include <QTest>

#include <string>
#include <utility>
#include <vector>

namespace tessera::test {

struct InputCase {
    const char* name;
    InputSpec spec;
};

inline const InputSpec kTokens{InputKind::Tokens, 16, 0, 1, 256};

// Every kind of input, with odd sizes where they are most likely to go wrong.
inline const std::vector<InputCase>& inputCases() {
    static const std::vector<InputCase> all = {
        {"tokens", kTokens},
        {"one token", {InputKind::Tokens, 1, 0, 1, 2}},
        {"rows", {InputKind::Rows, 7, 3, 1, 0}},
        {"image", {InputKind::Image, 8, 8, 1, 0}},
        {"colour image", {InputKind::Image, 6, 5, 3, 0}},
        {"flat", {InputKind::Flat, 16, 0, 1, 0}},
        {"flat, not a multiple of 8", {InputKind::Flat, 13, 0, 1, 0}},
        {"flat of one", {InputKind::Flat, 1, 0, 1, 0}},
    };
    return all;
}

// A resnet has 6n + 2 layers; the others take any depth.
inline int layersOf(const std::string& family, int depth) {
    return family == "resnet" ? 6 * depth + 2 : depth;
}

// Blocks of a network of recipeOf() with this depth.
inline int blocksOf(const std::string& family, int depth) {
    return family == "resnet" ? 3 * depth : depth;
}

// A recipe in few words. The width is even, so that every family takes it.
inline zoo::Recipe recipeOf(const std::string& family, const InputSpec& input = kTokens,
                            int width = 8, int depth = 2, int classes = 3) {
    zoo::Recipe recipe;
    recipe.architecture.family = ArchitectureId(family);
    recipe.architecture.width = width;
    recipe.architecture.depth = layersOf(family, depth);
    recipe.input = input;
    recipe.classes = classes;
    return recipe;
}

inline zoo::ZooNetworkPtr build(const zoo::Recipe& recipe, std::uint64_t seed = 1) {
    auto network = zoo::buildNetwork(recipe, seed);
    if (!network) {
        qFatal("%s", network.error().detail.c_str());
    }
    return *network;
}

inline torch::Tensor inputFor(const InputSpec& spec, std::int64_t samples) {
    torch::manual_seed(20);
    switch (spec.kind) {
    case InputKind::Tokens:
        return torch::randint(0, spec.vocabulary, {samples, spec.length}, torch::kInt64);
    case InputKind::Rows:
        return torch::randn({samples, spec.length, spec.width});
    case InputKind::Image:
        return torch::randn({samples, spec.channels, spec.length, spec.width});
    case InputKind::Flat:
        return torch::randn({samples, spec.length});
    }
    return {};
}

// Keeps what a pass records, unpooled and in order.
class TapRecorder : public zoo::TapSink {
public:
    void record(const std::string& name, const torch::Tensor& value) override {
        values.emplace_back(name, value);
    }
    [[nodiscard]] torch::Tensor at(const std::string& name) const {
        for (const auto& [recorded, value] : values) {
            if (recorded == name) {
                return value;
            }
        }
        return {};
    }
    std::vector<std::pair<std::string, torch::Tensor>> values;
};

// One row per family and kind of input.
inline void everyFamilyAndInput() {
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("input");
    for (const auto& family : zoo::families()) {
        for (std::size_t i = 0; i < inputCases().size(); ++i) {
            const auto name =
                QString("%1, %2").arg(family.id.value.c_str()).arg(inputCases()[i].name);
            QTest::newRow(qPrintable(name)) << QString::fromStdString(family.id.value) << int(i);
        }
    }
}

inline void everyFamily() {
    QTest::addColumn<QString>("family");
    for (const auto& family : zoo::families()) {
        QTest::newRow(family.id.value.c_str()) << QString::fromStdString(family.id.value);
    }
}

} // namespace tessera::test
