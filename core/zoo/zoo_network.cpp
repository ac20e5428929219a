#include "core/zoo/zoo_network.h"

#include "core/zoo/network_state.h"
#include "core/zoo/zoo_registry.h"

#include <fmt/format.h>

#include <torch/nn/functional/padding.h>

#include <utility>

namespace tessera::zoo {

namespace {

// PE(p, 2i) = sin(p / 10000^(2i/width)), PE(p, 2i + 1) the cosine (Vaswani et al. 2017).
torch::Tensor sinusoids(std::int64_t count, std::int64_t width) {
    const auto position = torch::arange(count, torch::kFloat64).unsqueeze(1);
    const auto unit = torch::arange(width, torch::kInt64);
    const auto even = (torch::floor_divide(unit, 2) * 2).to(torch::kFloat64);
    const auto angle =
        position / torch::pow(10000.0, even / static_cast<double>(width)).unsqueeze(0);
    return torch::where(unit.remainder(2) == 0, angle.sin(), angle.cos()).to(torch::kFloat32);
}

} // namespace

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

ZooNetwork::ZooNetwork(Recipe recipe)
    : Network(recipe.input, recipe.classes), m_recipe(std::move(recipe)) {}

std::string ZooNetwork::describe() const {
    const auto& architecture = m_recipe.architecture;
    return fmt::format("a {} of width {} and depth {}", architecture.family.value,
                       architecture.width, architecture.depth);
}

Result<NetworkPtr> ZooNetwork::fresh(std::uint64_t seed) const {
    return buildNetwork(m_recipe, seed);
}

Result<NetworkPtr> ZooNetwork::copy() const {
    auto twin = buildNetwork(m_recipe, 0);
    if (twin) {
        copyState(*this, **twin);
        auto copies = (*twin)->parameters();
        const auto originals = parameters();
        for (std::size_t i = 0; i < copies.size(); ++i) {
            copies[i].set_requires_grad(originals[i].requires_grad());
        }
    }
    return twin;
}

void ZooNetwork::registerEmbedding() {
    registerTokensOrRows();
    registerPositions(m_recipe.input.positions());
}

void ZooNetwork::registerTokensOrRows() {
    const auto width = m_recipe.architecture.width;
    if (m_recipe.input.kind == InputKind::Tokens) {
        m_lookup =
            register_module("embedding", torch::nn::Embedding(m_recipe.input.vocabulary, width));
    } else {
        m_project =
            register_module("embedding", torch::nn::Linear(m_recipe.input.rowWidth(), width));
    }
}

void ZooNetwork::registerPositions(std::int64_t count) {
    if (!m_recipe.positions()) {
        return;
    }
    const auto width = m_recipe.architecture.width;
    m_positions = m_recipe.architecture.encoding == PositionEncoding::Sinusoidal
                      ? register_buffer("positions", sinusoids(count, width))
                      : register_parameter("positions", torch::zeros({count, width}));
}

void ZooNetwork::registerHead() {
    m_head = register_module("head", torch::nn::Linear(featureWidth(), m_recipe.classes));
}

torch::Tensor ZooNetwork::embed(const torch::Tensor& input, TapSink* taps) {
    return addPositions(embedWithoutPositions(input, taps));
}

torch::Tensor ZooNetwork::embedWithoutPositions(const torch::Tensor& input, TapSink* taps) {
    torch::Tensor rows =
        m_lookup ? m_lookup->forward(input) : m_project->forward(asRows(input, m_recipe.input));
    tap(taps, "embedding", rows);
    return rows;
}

torch::Tensor ZooNetwork::addPositions(const torch::Tensor& sequence) const {
    return m_positions.defined() ? sequence + m_positions : sequence;
}

torch::Tensor ZooNetwork::classify(const torch::Tensor& feature, TapSink* taps) {
    tap(taps, "feature", feature);
    auto logits = m_head->forward(feature);
    tap(taps, "head", logits);
    return logits;
}

double positionParameters(const Recipe& recipe, std::int64_t count) {
    const bool learned =
        recipe.positions() && recipe.architecture.encoding == PositionEncoding::Learned;
    return learned ? static_cast<double>(count) * recipe.architecture.width : 0.0;
}

double entryAndHeadParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    const auto& input = recipe.input;
    const double embedding = input.kind == InputKind::Tokens
                                 ? static_cast<double>(input.vocabulary) * width
                                 : (static_cast<double>(input.rowWidth()) + 1.0) * width;
    return embedding + positionParameters(recipe, input.positions()) +
           (width + 1.0) * recipe.classes;
}

AttentionVisitor ZooNetwork::attentionTap(TapSink* taps, const std::string& block) {
    if (taps == nullptr) {
        return {};
    }
    return [taps, name = block + ".attention"](const torch::Tensor& attention) {
        taps->record(name, attention);
    };
}

TapPoint ZooNetwork::attentionTap(const std::string& block, std::int64_t positions) {
    return {block + ".attention", TapLayout::SamplesAttention, TapRole::Attention, positions};
}

TapPoint ZooNetwork::embeddingTap() const {
    return {"embedding", TapLayout::SamplesPositionsWidth, TapRole::Embedding,
            m_recipe.architecture.width};
}

std::vector<TapPoint> ZooNetwork::closingTaps() const {
    return {{"feature", TapLayout::SamplesWidth, TapRole::Feature, featureWidth()},
            {"head", TapLayout::SamplesWidth, TapRole::Head, m_recipe.classes}};
}

} // namespace tessera::zoo
