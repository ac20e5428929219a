#include "core/fingerprint/similarity.h"

#include <cmath>

namespace tessera::fingerprint {

namespace {

// Centred columns in float64, scaled to Frobenius norm 1 so that no size of the activations can
// under- or overflow. Undefined if the tap is constant or not finite.
torch::Tensor normalised(const torch::Tensor& x) {
    const auto values = x.to(torch::kFloat64);
    // The largest value first: squares of very small or large numbers leave the range of doubles.
    const double largest = values.numel() > 0 ? values.abs().max().item<double>() : 0.0;
    if (!(largest > 0.0) || !std::isfinite(largest)) {
        return {};
    }
    const auto scaled = values / largest;
    const auto centred = scaled - scaled.mean(0);
    const double norm = centred.norm().item<double>();
    // What centring leaves of a constant column is rounding, about 1e-16 of its size.
    if (!(norm > 1e-13 * std::sqrt(static_cast<double>(centred.numel())))) {
        return {};
    }
    return centred / norm;
}

// HSIC_1 times n(n-3); the factor cancels in the ratio.
double unbiasedHsic(const CkaSide& x, const CkaSide& y) {
    const double n = static_cast<double>(x.diagonal.size(0));
    const double trace = torch::matmul(x.centred.t(), y.centred).square().sum().item<double>() -
                         torch::dot(x.diagonal, y.diagonal).item<double>();
    const double sumX = x.rowSums.sum().item<double>();
    const double sumY = y.rowSums.sum().item<double>();
    const double cross = torch::dot(x.rowSums, y.rowSums).item<double>();
    return trace + sumX * sumY / ((n - 1.0) * (n - 2.0)) - 2.0 * cross / (n - 2.0);
}

// Rows at right angles and of one length, as one-hot vectors are, have a self-term of 0: what is
// left of it then is rounding.
bool isPositive(double selfTerm, const CkaSide& side) {
    return selfTerm > 1e-12 * side.diagonal.square().sum().item<double>();
}

} // namespace

std::optional<double> linearCka(const torch::Tensor& x, const torch::Tensor& y) {
    const auto a = normalised(x);
    const auto b = normalised(y);
    if (!a.defined() || !b.defined()) {
        return std::nullopt;
    }
    const double cross = torch::matmul(b.t(), a).square().sum().item<double>();
    const double selfA = torch::matmul(a.t(), a).norm().item<double>();
    const double selfB = torch::matmul(b.t(), b).norm().item<double>();
    return cross / (selfA * selfB);
}

CkaSide prepareCka(const torch::Tensor& x) {
    CkaSide side;
    side.centred = normalised(x);
    if (!side.centred.defined()) {
        return side;
    }
    side.diagonal = side.centred.square().sum(1);
    // The columns are centred, so whole rows of K sum to 0 up to rounding.
    side.rowSums = torch::matmul(side.centred, side.centred.sum(0)) - side.diagonal;
    side.usable = true;
    return side;
}

std::optional<double> unbiasedCka(const CkaSide& x, const CkaSide& y) {
    constexpr std::int64_t kFewest = 4;
    if (!x.usable || !y.usable || x.diagonal.size(0) < kFewest ||
        x.diagonal.size(0) != y.diagonal.size(0)) {
        return std::nullopt;
    }
    const double selfX = unbiasedHsic(x, x);
    const double selfY = unbiasedHsic(y, y);
    if (!isPositive(selfX, x) || !isPositive(selfY, y)) {
        return std::nullopt;
    }
    return unbiasedHsic(x, y) / std::sqrt(selfX * selfY);
}

std::optional<double> unbiasedCka(const torch::Tensor& x, const torch::Tensor& y) {
    return unbiasedCka(prepareCka(x), prepareCka(y));
}

std::vector<std::vector<std::optional<double>>>
unbiasedCkaMatrix(const std::vector<torch::Tensor>& x, const std::vector<torch::Tensor>& y) {
    std::vector<CkaSide> right;
    right.reserve(y.size());
    for (const auto& tap : y) {
        right.push_back(prepareCka(tap));
    }
    std::vector<std::vector<std::optional<double>>> matrix;
    for (const auto& tap : x) {
        const auto left = prepareCka(tap);
        auto& row = matrix.emplace_back();
        for (const auto& side : right) {
            row.push_back(unbiasedCka(left, side));
        }
    }
    return matrix;
}

} // namespace tessera::fingerprint
