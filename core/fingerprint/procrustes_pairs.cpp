#include "core/fingerprint/similarity.h"
#include "core/fingerprint/tap_pairs.h"

#include <torch/linalg.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

namespace tessera::fingerprint {

namespace {

// Axes with less than this share of the variance of the first one are rounding.
constexpr double kNoVariance = 1e-14;
// A 95th percentile needs no fewer permutations.
constexpr int kFewestPermutations = 19;
// Multiplications of all singular values; about half a minute of one core.
constexpr double kMostWork = 1e11;

class ProcrustesPairs : public TapPairs {
public:
    explicit ProcrustesPairs(const Size& size) : m_size(size) {}

    void addLeft(const torch::Tensor& tap) override { m_left.push_back(coordinatesOf(tap)); }
    void addRight(const torch::Tensor& tap) override { m_right.push_back(coordinatesOf(tap)); }

    [[nodiscard]] torch::Tensor similarity(const std::stop_token& stop) const override {
        return ofAllPairs({}, stop);
    }
    [[nodiscard]] torch::Tensor permuted(const torch::Tensor& order,
                                         const std::stop_token& stop) const override {
        return ofAllPairs(order, stop);
    }
    [[nodiscard]] int affordable(int wanted) const override {
        double work = 0.0; // of one permutation
        for (const auto& x : m_left) {
            for (const auto& y : m_right) {
                if (x.defined() && y.defined()) {
                    const auto less = static_cast<double>(std::min(x.size(1), y.size(1)));
                    const auto more = static_cast<double>(std::max(x.size(1), y.size(1)));
                    work += less * less * (4.0 * more + 10.0 * less);
                }
            }
        }
        const double count = kMostWork / std::max(work, 1.0);
        return std::min(wanted,
                        static_cast<int>(std::clamp(count, double{kFewestPermutations}, 1e6)));
    }

private:
    // (n, rank): the same distances as the tap, on axes at right angles. Undefined: not measured.
    static torch::Tensor coordinatesOf(const torch::Tensor& tap) {
        const auto x = normalised(tap);
        if (!x.defined()) {
            return {};
        }
        if (x.size(1) <= x.size(0)) {
            const auto [values, axes] = torch::linalg_eigh(torch::matmul(x.t(), x)); // ascending
            return torch::matmul(x, axes.narrow(1, firstAxis(values), rank(values))).contiguous();
        }
        const auto [values, axes] = torch::linalg_eigh(torch::matmul(x, x.t()));
        const auto first = firstAxis(values);
        return (axes.narrow(1, first, rank(values)) * values.narrow(0, first, rank(values)).sqrt())
            .contiguous();
    }
    static std::int64_t rank(const torch::Tensor& values) {
        const double largest = values[-1].item<double>();
        return (values > kNoVariance * largest).sum().item<std::int64_t>();
    }
    static std::int64_t firstAxis(const torch::Tensor& values) {
        return values.size(0) - rank(values);
    }

    // `order` may be undefined: as they are.
    [[nodiscard]] torch::Tensor ofAllPairs(const torch::Tensor& order,
                                           const std::stop_token& stop) const {
        auto result = torch::full({m_size.left, m_size.right},
                                  std::numeric_limits<double>::quiet_NaN(), torch::kFloat64);
        auto cells = result.accessor<double, 2>();
        for (std::int64_t i = 0; i < m_size.left; ++i) {
            const auto& left = m_left[static_cast<std::size_t>(i)];
            if (!left.defined()) {
                continue;
            }
            const auto x = order.defined() ? left.index_select(0, order) : left;
            for (std::int64_t j = 0; j < m_size.right; ++j) {
                if (stop.stop_requested()) {
                    return {};
                }
                const auto& y = m_right[static_cast<std::size_t>(j)];
                if (y.defined()) {
                    const auto values = torch::linalg_svdvals(torch::matmul(x.t(), y));
                    cells[i][j] = values.sum().item<double>();
                }
            }
        }
        return result;
    }

    Size m_size;
    std::vector<torch::Tensor> m_left, m_right;
};

} // namespace

std::unique_ptr<TapPairs> procrustesPairs(const TapPairs::Size& size) {
    return std::make_unique<ProcrustesPairs>(size);
}

} // namespace tessera::fingerprint
