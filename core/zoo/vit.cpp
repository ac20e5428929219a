#include "core/zoo/vit.h"

#include "core/zoo/transformer.h"

#include <torch/nn/modules/container/modulelist.h>

#include <fmt/format.h>

#include <algorithm>

namespace tessera::zoo {

namespace {

bool hasClassToken(const Recipe& recipe) {
    return recipe.architecture.pooling == Pooling::ClassToken;
}

std::int64_t patchSide(const Recipe& recipe) {
    const auto side = std::min(recipe.input.length, recipe.input.width);
    return recipe.architecture.patch.value_or(
        static_cast<int>(std::max<std::int64_t>(1, side / 4)));
}

std::int64_t patchesAlong(std::int64_t pixels, std::int64_t side) {
    return (pixels + side - 1) / side;
}

} // namespace

PreNormBlockImpl::PreNormBlockImpl(std::int64_t width, std::int64_t heads) {
    const torch::nn::LayerNormOptions norm({width});
    m_norm1 = register_module("norm1", torch::nn::LayerNorm(norm));
    m_attention = register_module("self_attn", SelfAttention(width, heads));
    m_norm2 = register_module("norm2", torch::nn::LayerNorm(norm));
    m_linear1 = register_module("linear1", torch::nn::Linear(width, 2 * width));
    m_linear2 = register_module("linear2", torch::nn::Linear(2 * width, width));
}

torch::Tensor PreNormBlockImpl::forward(const torch::Tensor& input,
                                        const AttentionVisitor& attention) {
    const auto attended = input + m_attention->forward(m_norm1->forward(input), attention);
    const auto hidden = torch::gelu(m_linear1->forward(m_norm2->forward(attended)));
    return attended + m_linear2->forward(hidden);
}

Vit::Vit(const Recipe& recipe) : ZooNetwork(recipe) {
    const std::int64_t width = recipe.architecture.width;
    if (recipe.input.kind == InputKind::Image) {
        const auto side = patchSide(recipe);
        m_patches = register_module(
            "embedding",
            torch::nn::Conv2d(
                torch::nn::Conv2dOptions(recipe.input.channels, width, side).stride(side)));
    } else {
        registerTokensOrRows();
    }
    if (hasClassToken(recipe)) {
        m_classToken = register_parameter("class_token", torch::zeros({1, 1, width}));
    }
    registerPositions(vitPositions(recipe));
    auto layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < recipe.architecture.depth; ++i) {
        PreNormBlock block(width, recipe.heads());
        layers->push_back(block);
        m_blocks.push_back(block);
    }
    m_norm = register_module("norm", torch::nn::LayerNorm(torch::nn::LayerNormOptions({width})));
    registerHead();
}

// (samples, patches, width)
torch::Tensor Vit::patches(const torch::Tensor& values, TapSink* taps) {
    if (!m_patches) {
        return embedWithoutPositions(values, taps);
    }
    const auto side = patchSide(recipe());
    const auto right = patchesAlong(input().width, side) * side - input().width;
    const auto below = patchesAlong(input().length, side) * side - input().length;
    auto sequence = m_patches->forward(torch::constant_pad_nd(values, {0, right, 0, below}))
                        .flatten(2)
                        .transpose(1, 2);
    tap(taps, "embedding", sequence);
    return sequence;
}

torch::Tensor Vit::forward(const torch::Tensor& values, TapSink* taps) {
    auto sequence = patches(values, taps);
    if (m_classToken.defined()) {
        sequence = torch::cat({m_classToken.expand({values.size(0), 1, -1}), sequence}, 1);
    }
    sequence = addPositions(sequence);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto name = "layers." + std::to_string(i);
        sequence = m_blocks[i]->forward(sequence, attentionTap(taps, name));
        tap(taps, name, sequence);
    }
    const auto normed = m_norm->forward(sequence);
    return classify(m_classToken.defined() ? normed.select(1, 0) : normed.mean(1), taps);
}

std::vector<TapPoint> Vit::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto name = "layers." + std::to_string(i);
        points.push_back(attentionTap(name, vitPositions(recipe())));
        points.push_back({name, TapLayout::SamplesPositionsWidth, TapRole::Block, featureWidth()});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

std::int64_t vitPositions(const Recipe& recipe) {
    const auto& input = recipe.input;
    const auto side = patchSide(recipe);
    const auto patches = input.kind == InputKind::Image
                             ? patchesAlong(input.length, side) * patchesAlong(input.width, side)
                             : input.positions();
    return patches + (hasClassToken(recipe) ? 1 : 0);
}

Result<void> checkVit(const Recipe& recipe) {
    if (auto good = checkHeads(recipe); !good) {
        return good;
    }
    const auto& input = recipe.input;
    if (input.kind == InputKind::Image && patchSide(recipe) > std::max(input.length, input.width)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("patches of {0} x {0} pixels are larger than the image of {1} x "
                                "{2}; choose a smaller patch",
                                patchSide(recipe), input.length, input.width));
    }
    return {};
}

Result<ZooNetworkPtr> buildVit(const Recipe& recipe) {
    return std::make_shared<Vit>(recipe);
}

double vitParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    const auto& input = recipe.input;
    const auto side = static_cast<double>(patchSide(recipe));
    double entry = (static_cast<double>(input.rowWidth()) + 1.0) * width;
    if (input.kind == InputKind::Image) {
        entry = (static_cast<double>(input.channels) * side * side + 1.0) * width;
    } else if (input.kind == InputKind::Tokens) {
        entry = static_cast<double>(input.vocabulary) * width;
    }
    return entry + positionParameters(recipe, vitPositions(recipe)) +
           (hasClassToken(recipe) ? width : 0.0) +
           recipe.architecture.depth * (8.0 * width * width + 11.0 * width) + 2.0 * width +
           (width + 1.0) * recipe.classes;
}

} // namespace tessera::zoo
