#include "core/zoo/gru.h"

#include <fmt/format.h>

#include <tuple>

namespace tessera::zoo {

namespace {

constexpr std::size_t kGruTensors = 8; // w_ih, w_hh, b_ih, b_hh, forwards and in reverse

} // namespace

Gru::Gru(const Recipe& recipe) : ZooNetwork(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    m_gru = register_module("gru", torch::nn::GRU(torch::nn::GRUOptions(width, width / 2)
                                                      .num_layers(recipe.architecture.depth)
                                                      .batch_first(true)
                                                      .bidirectional(true)));
    registerHead();
}

torch::Tensor Gru::forward(const torch::Tensor& input, TapSink* taps) {
    auto sequence = embed(input, taps);
    const auto weights = m_gru->parameters(); // in the order of torch::gru's argument
    const auto state = torch::zeros({2, sequence.size(0), featureWidth() / 2}, sequence.options());
    for (std::size_t layer = 0; layer * kGruTensors < weights.size(); ++layer) {
        const at::TensorList own(weights.data() + layer * kGruTensors, kGruTensors);
        sequence =
            std::get<0>(torch::gru(sequence, state, own, true, 1, 0.0, is_training(), true, true));
        tap(taps, "gru." + std::to_string(layer), sequence);
    }
    tap(taps, "layers.0", sequence);
    return classify(sequence.mean(1), taps);
}

std::vector<TapPoint> Gru::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (int i = 0; i < recipe().architecture.depth; ++i) {
        points.push_back({"gru." + std::to_string(i), TapLayout::SamplesPositionsWidth,
                          TapRole::Block, featureWidth()});
    }
    points.push_back(
        {"layers.0", TapLayout::SamplesPositionsWidth, TapRole::Stream, featureWidth()});
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

std::vector<NameAlias> Gru::aliases() const {
    return {{"layers.0.", "gru."}};
}

Result<void> checkGru(const Recipe& recipe) {
    if (recipe.architecture.width % 2 != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("a gru of width {} cannot be split into two directions; choose "
                                "an even width",
                                recipe.architecture.width));
    }
    return {};
}

Result<ZooNetworkPtr> buildGru(const Recipe& recipe) {
    return std::make_shared<Gru>(recipe);
}

double gruParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    // Per direction and layer 3h x w, 3h x h and two biases of 3h, with h = w/2.
    return entryAndHeadParameters(recipe) +
           recipe.architecture.depth * (4.5 * width * width + 6.0 * width);
}

} // namespace tessera::zoo
