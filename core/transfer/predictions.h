#pragma once

#include "core/api/result.h"
#include "core/tap/row_store.h"
#include "core/transfer/mode.h"
#include "core/zoo/network.h"

#include <torch/types.h>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace tessera::transfer {

// Top-1 classes for all inputs, (n) int64; an undefined tensor if stopped or without inputs.
[[nodiscard]] torch::Tensor predict(zoo::Network& network, const torch::Tensor& inputs,
                                    const std::stop_token& stop);
// The same of something else that answers.
[[nodiscard]] torch::Tensor predict(const Predictor& predictor, const torch::Tensor& inputs,
                                    const std::stop_token& stop);
[[nodiscard]] torch::Tensor topClasses(const torch::Tensor& logits);
[[nodiscard]] Result<torch::Tensor> topClasses(const tap::RowStore& logits); // Io

// Share of equal entries: accuracy against labels, or agreement of two networks. Empty if n = 0.
[[nodiscard]] std::optional<double> shareEqual(const torch::Tensor& a, const torch::Tensor& b);

// Per item, whether the prediction is right.
[[nodiscard]] std::vector<bool> correctItems(const torch::Tensor& predicted,
                                             const torch::Tensor& labels);

// The classes of a (n) int64 tensor as plain numbers; none of an undefined one.
[[nodiscard]] std::vector<std::int32_t> plainClasses(const torch::Tensor& classes);

} // namespace tessera::transfer
