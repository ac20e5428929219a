#include "core/zoo/lstm.h"

#include <fmt/format.h>

#include <tuple>

namespace tessera::zoo {

namespace {

constexpr std::size_t kLstmTensors = 8; // w_ih, w_hh, b_ih, b_hh, forwards and in reverse

} // namespace

Lstm::Lstm(const Recipe& recipe) : ZooNetwork(recipe) {
    const auto width = recipe.architecture.width;
    registerEmbedding();
    m_lstm = register_module("lstm", torch::nn::LSTM(torch::nn::LSTMOptions(width, width / 2)
                                                         .num_layers(recipe.architecture.depth)
                                                         .batch_first(true)
                                                         .bidirectional(true)));
    registerHead();
}

torch::Tensor Lstm::forward(const torch::Tensor& input, TapSink* taps) {
    auto sequence = embed(input, taps);
    const auto weights = m_lstm->parameters(); // in the order of torch::lstm's argument
    const auto state = torch::zeros({2, sequence.size(0), featureWidth() / 2}, sequence.options());
    for (std::size_t layer = 0; layer * kLstmTensors < weights.size(); ++layer) {
        const at::TensorList own(weights.data() + layer * kLstmTensors, kLstmTensors);
        sequence = std::get<0>(
            torch::lstm(sequence, {state, state}, own, true, 1, 0.0, is_training(), true, true));
        tap(taps, "lstm." + std::to_string(layer), sequence);
    }
    tap(taps, "layers.0", sequence);
    return classify(sequence.mean(1), taps);
}

std::vector<TapPoint> Lstm::tapPoints() const {
    std::vector<TapPoint> points = {embeddingTap()};
    for (int i = 0; i < recipe().architecture.depth; ++i) {
        points.push_back({"lstm." + std::to_string(i), TapLayout::SamplesPositionsWidth,
                          TapRole::Block, featureWidth()});
    }
    points.push_back(
        {"layers.0", TapLayout::SamplesPositionsWidth, TapRole::Stream, featureWidth()});
    for (auto& point : closingTaps()) {
        points.push_back(point);
    }
    return points;
}

std::vector<NameAlias> Lstm::aliases() const {
    return {{"layers.0.", "lstm."}};
}

Result<void> checkLstm(const Recipe& recipe) {
    if (recipe.architecture.width % 2 != 0) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("an lstm of width {} cannot be split into two directions; choose "
                                "an even width",
                                recipe.architecture.width));
    }
    return {};
}

Result<ZooNetworkPtr> buildLstm(const Recipe& recipe) {
    return std::make_shared<Lstm>(recipe);
}

double lstmParameters(const Recipe& recipe) {
    const double width = recipe.architecture.width;
    // Per direction and layer 4h x w, 4h x h and two biases of 4h, with h = w/2.
    return entryAndHeadParameters(recipe) +
           recipe.architecture.depth * (6.0 * width * width + 8.0 * width);
}

} // namespace tessera::zoo
