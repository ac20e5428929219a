#include "core/transfer/predictions.h"

#include "core/tap/recording.h"

#include <algorithm>

namespace tessera::transfer {

torch::Tensor topClasses(const torch::Tensor& logits) {
    return logits.argmax(1);
}

Result<torch::Tensor> topClasses(const tap::RowStore& logits) {
    std::vector<torch::Tensor> classes;
    auto read = logits.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
        classes.push_back(topClasses(rows));
        return {};
    });
    return read ? Result<torch::Tensor>(torch::cat(classes)) : fail(read.error());
}

torch::Tensor predict(zoo::Network& network, const torch::Tensor& inputs,
                      const std::stop_token& stop) {
    std::vector<torch::Tensor> classes;
    const bool whole = tap::stream(
        network, inputs, {},
        [&](const tap::Rows& rows) { classes.push_back(topClasses(rows.logits)); }, stop);
    return whole && !classes.empty() ? torch::cat(classes) : torch::Tensor();
}

torch::Tensor predict(const Predictor& predictor, const torch::Tensor& inputs,
                      const std::stop_token& stop) {
    constexpr std::int64_t kRows = 256; // at once
    std::vector<torch::Tensor> classes;
    const std::int64_t rows = inputs.defined() ? inputs.size(0) : 0;
    for (std::int64_t begin = 0; begin < rows; begin += kRows) {
        if (stop.stop_requested()) {
            return {};
        }
        classes.push_back(
            topClasses(predictor(inputs.narrow(0, begin, std::min(kRows, rows - begin)))));
    }
    return classes.empty() ? torch::Tensor() : torch::cat(classes);
}

std::optional<double> shareEqual(const torch::Tensor& a, const torch::Tensor& b) {
    if (!a.defined() || !b.defined() || a.numel() == 0 || a.numel() != b.numel()) {
        return std::nullopt;
    }
    return static_cast<double>((a == b).sum().item<std::int64_t>()) /
           static_cast<double>(a.numel());
}

std::vector<bool> correctItems(const torch::Tensor& predicted, const torch::Tensor& labels) {
    const auto same = (predicted == labels).contiguous();
    const auto* values = same.data_ptr<bool>();
    return std::vector<bool>(values, values + same.numel());
}

std::vector<std::int32_t> plainClasses(const torch::Tensor& classes) {
    if (!classes.defined()) {
        return {};
    }
    const auto narrow = classes.to(torch::kInt32).contiguous();
    const auto* values = narrow.data_ptr<std::int32_t>();
    return {values, values + narrow.numel()};
}

} // namespace tessera::transfer
