#include "core/fingerprint/similarity.h"

#include <algorithm>
#include <cmath>

namespace tessera::fingerprint {

torch::Tensor normalised(const torch::Tensor& x) {
    auto values = x.to(torch::kFloat64, /*non_blocking=*/false, /*copy=*/true);
    if (values.numel() == 0) {
        return {};
    }
    // The largest value first: squares of very small or large numbers leave the range of doubles.
    const auto [low, high] = torch::aminmax(values);
    const double largest = std::max(-low.item<double>(), high.item<double>());
    if (!(largest > 0.0) || !std::isfinite(largest)) {
        return {};
    }
    values.div_(largest);
    values.sub_(values.mean(0));
    const double norm = values.norm().item<double>();
    // What centring leaves of a constant column is rounding, about 1e-16 of its size.
    if (!(norm > 1e-13 * std::sqrt(static_cast<double>(values.numel())))) {
        return {};
    }
    return values.div_(norm);
}

namespace {

// HSIC_1 times n(n-3); the factor cancels in the ratio.
double unbiasedHsic(const CkaSide& x, const CkaSide& y) {
    const double n = static_cast<double>(x.diagonal.size(0));
    const double trace = torch::matmul(x.centred.t(), y.centred).square_().sum().item<double>() -
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

constexpr std::int64_t kPreparedValues = std::int64_t{4} << 20; // 32 MiB of one side

struct PreparedSide {
    CkaSide side;
    double self = 0.0; // selfTerm()
};

double selfTerm(const CkaSide& side) {
    return side.usable ? unbiasedHsic(side, side) : 0.0;
}

// Of a side whose self-term may be known already.
Result<PreparedSide> prepared(const tap::RowStore& rows, std::optional<double> self = {}) {
    const auto all = rows.first(rows.count());
    if (!all) {
        return fail(all.error());
    }
    PreparedSide result{prepareCka(*all), 0.0};
    result.self = self ? *self : selfTerm(result.side);
    return result;
}

std::optional<double> pairedCka(const PreparedSide& x, const PreparedSide& y) {
    constexpr std::int64_t kFewest = 4;
    if (!x.side.usable || !y.side.usable || x.side.diagonal.size(0) < kFewest ||
        x.side.diagonal.size(0) != y.side.diagonal.size(0) || !isPositive(x.self, x.side) ||
        !isPositive(y.self, y.side)) {
        return std::nullopt;
    }
    return unbiasedHsic(x.side, y.side) / std::sqrt(x.self * y.self);
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
    return pairedCka({x, selfTerm(x)}, {y, selfTerm(y)});
}

std::optional<double> unbiasedCka(const torch::Tensor& x, const torch::Tensor& y) {
    return unbiasedCka(prepareCka(x), prepareCka(y));
}

Result<CkaMatrix> unbiasedCkaMatrix(const std::vector<tap::RowStore>& x,
                                    const std::vector<tap::RowStore>& y) {
    CkaMatrix matrix(x.size());
    std::vector<std::optional<double>> selfTerms(x.size());
    for (std::size_t begin = 0; begin < y.size();) {
        std::vector<PreparedSide> right;
        std::int64_t values = 0;
        while (begin < y.size()) {
            values += y[begin].count() * y[begin].width();
            if (!right.empty() && values > kPreparedValues) {
                break;
            }
            auto side = prepared(y[begin++]);
            if (!side) {
                return fail(side.error());
            }
            right.push_back(std::move(*side));
        }
        for (std::size_t i = 0; i < x.size(); ++i) {
            const auto left = prepared(x[i], selfTerms[i]);
            if (!left) {
                return fail(left.error());
            }
            selfTerms[i] = left->self;
            for (const auto& side : right) {
                matrix[i].push_back(pairedCka(*left, side));
            }
        }
    }
    return matrix;
}

} // namespace tessera::fingerprint
