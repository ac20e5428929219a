#pragma once

#include "tests/support/golden.h"

#include <torch/types.h>

#include <vector>

namespace tessera::test {

// A JSON list of numbers, or list of lists, in float64.
inline torch::Tensor tensorFrom(const nlohmann::ordered_json& values) {
    if (values.empty() || !values.front().is_array()) {
        return torch::tensor(values.get<std::vector<double>>(), torch::kFloat64);
    }
    std::vector<torch::Tensor> rows;
    for (const auto& row : values) {
        rows.push_back(tensorFrom(row));
    }
    return torch::stack(rows);
}

inline torch::Tensor gaussian(std::int64_t rows, std::int64_t width, std::uint64_t seed) {
    torch::manual_seed(seed);
    return torch::randn({rows, width}, torch::kFloat64);
}

// Largest difference over the largest value of `expected`.
inline double relativeError(const torch::Tensor& value, const torch::Tensor& expected) {
    const double scale = expected.abs().max().item<double>();
    const double off = (value - expected).abs().max().item<double>();
    return scale > 0.0 ? off / scale : off;
}

} // namespace tessera::test
