#include "core/zoo/network.h"

#include <torch/nn/functional/padding.h>

#include <utility>

namespace tessera::zoo {

namespace {

// Any input but tokens as (samples, positions, rowWidth).
torch::Tensor asRows(const torch::Tensor& input, const InputSpec& spec) {
    switch (spec.kind) {
    case InputKind::Image: // (B, C, H, W) -> rows of all channels side by side
        return input.permute({0, 2, 1, 3}).reshape({input.size(0), spec.length, spec.rowWidth()});
    case InputKind::Flat: {
        const auto padding = spec.positions() * InputSpec::kFlatRowWidth - spec.length;
        return torch::constant_pad_nd(input, {0, padding})
            .view({input.size(0), spec.positions(), InputSpec::kFlatRowWidth});
    }
    case InputKind::Rows:
    case InputKind::Tokens:
        break;
    }
    return input;
}

} // namespace

Network::Network(Recipe recipe) : m_recipe(std::move(recipe)) {}

void Network::registerEmbedding() {
    const auto width = m_recipe.architecture.width;
    if (m_recipe.input.kind == InputKind::Tokens) {
        m_lookup =
            register_module("embedding", torch::nn::Embedding(m_recipe.input.vocabulary, width));
    } else {
        m_project =
            register_module("embedding", torch::nn::Linear(m_recipe.input.rowWidth(), width));
    }
    if (m_recipe.positions()) {
        m_positions =
            register_parameter("positions", torch::zeros({m_recipe.input.positions(), width}));
    }
}

void Network::registerHead() {
    m_head = register_module("head", torch::nn::Linear(featureWidth(), m_recipe.classes));
}

torch::Tensor Network::embed(const torch::Tensor& input, TapSink* taps) {
    torch::Tensor rows =
        m_lookup ? m_lookup->forward(input) : m_project->forward(asRows(input, m_recipe.input));
    tap(taps, "embedding", rows);
    return m_positions.defined() ? rows + m_positions : rows;
}

torch::Tensor Network::classify(const torch::Tensor& feature, TapSink* taps) {
    tap(taps, "feature", feature);
    auto logits = m_head->forward(feature);
    tap(taps, "head", logits);
    return logits;
}

double entryAndHeadParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    const auto& input = recipe.input;
    const double embedding = input.kind == InputKind::Tokens
                                 ? static_cast<double>(input.vocabulary) * width
                                 : (static_cast<double>(input.rowWidth()) + 1.0) * width;
    const double positions =
        recipe.positions() ? static_cast<double>(input.positions()) * width : 0.0;
    return embedding + positions + (width + 1.0) * recipe.classes;
}

TapPoint Network::embeddingTap() const {
    return {"embedding", TapLayout::SamplesPositionsWidth, TapRole::Embedding,
            m_recipe.architecture.width};
}

std::vector<TapPoint> Network::closingTaps() const {
    return {{"feature", TapLayout::SamplesWidth, TapRole::Feature, featureWidth()},
            {"head", TapLayout::SamplesWidth, TapRole::Head, m_recipe.classes}};
}

} // namespace tessera::zoo
