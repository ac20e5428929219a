#include "core/zoo/resnet.h"

#include <torch/nn/modules/container/modulelist.h>

#include <fmt/format.h>

namespace tessera::zoo {

namespace {

constexpr int kStages = 3;
constexpr int kShallowest = 8, kDeepest = 56;
constexpr std::int64_t kWidening = 4; // of the last stage

torch::nn::Conv2d convolution(std::int64_t in, std::int64_t out, std::int64_t kernel,
                              std::int64_t stride) {
    return torch::nn::Conv2d(
        torch::nn::Conv2dOptions(in, out, kernel).stride(stride).padding(kernel / 2).bias(false));
}

int blocksPerStage(const Recipe& recipe) {
    return (recipe.architecture.depth - 2) / (2 * kStages);
}

std::int64_t imageChannels(const InputSpec& input) {
    return input.kind == InputKind::Image ? input.channels : 1;
}

} // namespace

ResidualBlockImpl::ResidualBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride) {
    m_conv1 = register_module("conv1", convolution(in, out, 3, stride));
    m_norm1 = register_module("bn1", torch::nn::BatchNorm2d(out));
    m_conv2 = register_module("conv2", convolution(out, out, 3, 1));
    m_norm2 = register_module("bn2", torch::nn::BatchNorm2d(out));
    if (stride != 1 || in != out) {
        m_project = register_module("shortcut", convolution(in, out, 1, stride));
        m_projectNorm = register_module("shortcut_bn", torch::nn::BatchNorm2d(out));
    }
}

torch::Tensor ResidualBlockImpl::forward(const torch::Tensor& input) {
    const auto hidden = torch::relu(m_norm1->forward(m_conv1->forward(input)));
    return m_norm2->forward(m_conv2->forward(hidden));
}

torch::Tensor ResidualBlockImpl::shortcut(const torch::Tensor& input) {
    return m_project ? m_projectNorm->forward(m_project->forward(input)) : input;
}

Resnet::Resnet(const Recipe& recipe) : ZooNetwork(recipe) {
    const std::int64_t width = recipe.architecture.width;
    if (recipe.input.kind == InputKind::Tokens) {
        m_tokens =
            register_module("embedding", torch::nn::Embedding(recipe.input.vocabulary, width));
    }
    m_stem = register_module("stem", convolution(imageChannels(recipe.input), width, 3, 1));
    m_norm = register_module("stem_bn", torch::nn::BatchNorm2d(width));
    auto layers = register_module("layers", torch::nn::ModuleList());
    auto in = width;
    for (int stage = 0; stage < kStages; ++stage) {
        const auto out = width << stage;
        for (int i = 0; i < blocksPerStage(recipe); ++i) {
            ResidualBlock block(in, out, stage > 0 && i == 0 ? 2 : 1);
            layers->push_back(block);
            m_blocks.push_back(block);
            in = out;
        }
    }
    registerHead();
}

std::int64_t Resnet::featureWidth() const {
    return kWidening * recipe().architecture.width;
}

torch::Tensor Resnet::asImage(const torch::Tensor& values) {
    switch (input().kind) {
    case InputKind::Image:
        return values;
    case InputKind::Tokens:
        return m_tokens->forward(values).unsqueeze(1);
    case InputKind::Rows:
    case InputKind::Flat:
        break;
    }
    return asRows(values, input()).unsqueeze(1);
}

torch::Tensor Resnet::forward(const torch::Tensor& values, TapSink* taps) {
    auto stream = torch::relu(m_norm->forward(m_stem->forward(asImage(values))));
    tap(taps, "embedding", stream);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto branch = m_blocks[i]->forward(stream);
        tap(taps, "layers." + std::to_string(i), branch);
        stream = torch::relu(m_blocks[i]->shortcut(stream) + branch);
        tap(taps, "stream." + std::to_string(i), stream);
    }
    return classify(stream.mean({2, 3}), taps);
}

std::vector<TapPoint> Resnet::tapPoints() const {
    const std::int64_t width = recipe().architecture.width;
    constexpr auto kLayout = TapLayout::SamplesWidthPositions;
    std::vector<TapPoint> points = {{"embedding", kLayout, TapRole::Embedding, width}};
    const auto perStage = static_cast<std::size_t>(blocksPerStage(recipe()));
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto index = std::to_string(i);
        const auto channels = width << (i / perStage);
        points.push_back({"layers." + index, kLayout, TapRole::Block, channels});
        points.push_back({"stream." + index, kLayout, TapRole::Stream, channels});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

Result<void> checkResnet(const Recipe& recipe) {
    const int depth = recipe.architecture.depth;
    if (depth < kShallowest || depth > kDeepest || (depth - 2) % (2 * kStages) != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a resnet of depth {} does not exist: it has 6n + 2 layers; choose "
                                "8, 14, 20, 32, 44 or 56",
                                depth));
    }
    return {};
}

Result<ZooNetworkPtr> buildResnet(const Recipe& recipe) {
    return std::make_shared<Resnet>(recipe);
}

double resnetParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    const auto& input = recipe.input;
    const double blocks = blocksPerStage(recipe);
    double count = 9.0 * static_cast<double>(imageChannels(input)) * width + 2.0 * width;
    if (input.kind == InputKind::Tokens) {
        count += static_cast<double>(input.vocabulary) * width;
    }
    double in = width;
    for (int stage = 0; stage < kStages; ++stage) {
        const double out = width * (1 << stage);
        count += 9.0 * in * out + (2.0 * blocks - 1.0) * 9.0 * out * out + blocks * 4.0 * out;
        count += stage > 0 ? in * out + 2.0 * out : 0.0; // the shortcut
        in = out;
    }
    return count + (kWidening * width + 1.0) * recipe.classes;
}

} // namespace tessera::zoo
