#include "core/zoo/mlp.h"

#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/normalization.h>

namespace tessera::zoo {

Mlp::Mlp(const Recipe& recipe) : ZooNetwork(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    m_flatten =
        register_module("flatten_proj", torch::nn::Linear(recipe.input.positions() * width, width));
    auto layers = register_module("layers", torch::nn::ModuleList());
    for (int i = 0; i < recipe.architecture.depth; ++i) {
        torch::nn::Sequential block(torch::nn::Linear(width, 2 * width),
                                    torch::nn::LayerNorm(torch::nn::LayerNormOptions({2 * width})),
                                    torch::nn::GELU(), torch::nn::Linear(2 * width, width));
        layers->push_back(block);
        m_blocks.push_back(block);
    }
    registerHead();
}

torch::Tensor Mlp::forward(const torch::Tensor& input, TapSink* taps) {
    auto stream = m_flatten->forward(embed(input, taps).flatten(1));
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto branch = m_blocks[i]->forward(stream);
        tap(taps, "layers." + std::to_string(i), branch);
        stream = stream + branch;
        tap(taps, "stream." + std::to_string(i), stream);
    }
    return classify(stream, taps);
}

std::vector<TapPoint> Mlp::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        const auto index = std::to_string(i);
        points.push_back(
            {"layers." + index, TapLayout::SamplesWidth, TapRole::Block, featureWidth()});
        points.push_back(
            {"stream." + index, TapLayout::SamplesWidth, TapRole::Stream, featureWidth()});
    }
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

Result<ZooNetworkPtr> buildMlp(const Recipe& recipe) {
    return std::make_shared<Mlp>(recipe);
}

double mlpParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    const auto positions = static_cast<double>(recipe.input.positions());
    return entryAndHeadParameters(recipe) + positions * width * width + width +
           recipe.architecture.depth * (4.0 * width * width + 7.0 * width);
}

} // namespace tessera::zoo
