#include "core/zoo/conv.h"

#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/conv.h>

namespace tessera::zoo {

Conv::Conv(const Recipe& recipe) : ZooNetwork(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    auto layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < recipe.architecture.depth; ++i) {
        torch::nn::Sequential block(
            torch::nn::Conv1d(torch::nn::Conv1dOptions(width, width, 3).padding(1)),
            torch::nn::BatchNorm1d(width), torch::nn::GELU());
        layers->push_back(block);
        m_blocks.push_back(block);
    }
    registerHead();
}

torch::Tensor Conv::forward(const torch::Tensor& input, TapSink* taps) {
    auto stream = embed(input, taps).transpose(1, 2);
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto branch = m_blocks[i]->forward(stream);
        tap(taps, "layers." + std::to_string(i), branch);
        stream = stream + branch;
        tap(taps, "stream." + std::to_string(i), stream);
    }
    return classify(stream.mean(2), taps);
}

std::vector<TapPoint> Conv::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto index = std::to_string(i);
        points.push_back(
            {"layers." + index, TapLayout::SamplesWidthPositions, TapRole::Block, featureWidth()});
        points.push_back(
            {"stream." + index, TapLayout::SamplesWidthPositions, TapRole::Stream, featureWidth()});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

Result<ZooNetworkPtr> buildConv(const Recipe& recipe) {
    return std::make_shared<Conv>(recipe);
}

double convParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    return entryAndHeadParameters(recipe) +
           recipe.architecture.depth * (3.0 * width * width + 3.0 * width);
}

} // namespace tessera::zoo
