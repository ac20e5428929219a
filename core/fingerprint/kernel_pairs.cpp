#include "core/fingerprint/similarity.h"
#include "core/fingerprint/tap_pairs.h"

#include <cmath>
#include <limits>

namespace tessera::fingerprint {

namespace {

constexpr std::int64_t kFewestUnbiased = 4; // rows

// Kernels are symmetric, so their upper triangle with the values beside the diagonal times sqrt 2
// has the same scalar products. Taps are columns here: a permutation then moves whole lines.
class KernelPairs : public TapPairs {
public:
    KernelPairs(const Size& size, KernelForm form)
        : m_size(size), m_form(form),
          m_whole(torch::empty({size.rows * size.rows, size.left}, torch::kFloat32)) {
        const auto corner = torch::triu_indices(size.rows, size.rows, 0, torch::kInt64);
        m_row = corner[0];
        m_column = corner[1];
        m_weight = torch::where(m_row == m_column, torch::ones({}, torch::kFloat64),
                                torch::full({}, std::sqrt(2.0), torch::kFloat64));
        m_left = torch::empty({m_row.size(0), size.left}, torch::kFloat64);
        m_right = torch::empty({m_row.size(0), size.right}, torch::kFloat64);
        m_rightSingle = torch::empty({m_row.size(0), size.right}, torch::kFloat32);
    }

    void addLeft(const torch::Tensor& tap) override {
        const auto kernel = kernelOf(tap);
        m_whole.select(1, m_leftCount).copy_(kernel.flatten());
        m_left.select(1, m_leftCount++).copy_(triangleOf(kernel));
    }
    void addRight(const torch::Tensor& tap) override {
        m_right.select(1, m_rightCount).copy_(triangleOf(kernelOf(tap)));
        m_rightSingle.select(1, m_rightCount).copy_(m_right.select(1, m_rightCount));
        ++m_rightCount;
    }

    [[nodiscard]] torch::Tensor similarity(const std::stop_token&) const override {
        return torch::matmul(m_left.t(), m_right);
    }
    // In single precision, which a percentile has no need to exceed.
    [[nodiscard]] torch::Tensor permuted(const torch::Tensor& order,
                                         const std::stop_token&) const override {
        const auto place =
            order.index_select(0, m_row) * m_size.rows + order.index_select(0, m_column);
        const auto moved =
            m_whole.index_select(0, place).mul_(m_weight.to(torch::kFloat32).unsqueeze(1));
        return torch::matmul(moved.t(), m_rightSingle);
    }

private:
    // (n, n) of norm 1; NaN: not measured.
    [[nodiscard]] torch::Tensor kernelOf(const torch::Tensor& tap) const {
        const auto n = m_size.rows;
        const auto nothing = [n] {
            return torch::full({n, n}, std::numeric_limits<double>::quiet_NaN(), torch::kFloat64);
        };
        const auto x = normalised(tap);
        if (!x.defined() || (m_form == KernelForm::Unbiased && n < kFewestUnbiased)) {
            return nothing();
        }
        auto kernel = torch::matmul(x, x.t());
        if (m_form == KernelForm::Unbiased) {
            const double diagonal = kernel.diagonal().square().sum().item<double>();
            withoutBias(kernel);
            // Rows at right angles and of one length: what is left is rounding.
            if (!(kernel.square().sum().item<double>() > 1e-12 * diagonal)) {
                return nothing();
            }
        }
        return kernel.div_(kernel.norm());
    }

    static void withoutBias(torch::Tensor& kernel) {
        const auto n = static_cast<double>(kernel.size(0));
        kernel.fill_diagonal_(0.0);
        const auto sums = kernel.sum(1);
        const auto shares = sums / (n - 2.0) - sums.sum() / (2.0 * (n - 1.0) * (n - 2.0));
        kernel.sub_(shares.unsqueeze(0)).sub_(shares.unsqueeze(1)).fill_diagonal_(0.0);
    }

    [[nodiscard]] torch::Tensor triangleOf(const torch::Tensor& kernel) const {
        return kernel.flatten().index_select(0, m_row * m_size.rows + m_column) * m_weight;
    }

    Size m_size;
    KernelForm m_form;
    torch::Tensor m_row, m_column, m_weight; // of the values of a triangle
    torch::Tensor m_whole;                   // (n * n, left)
    torch::Tensor m_left, m_right;           // triangles, (n (n + 1) / 2, taps)
    torch::Tensor m_rightSingle;             // the same
    std::int64_t m_leftCount = 0;
    std::int64_t m_rightCount = 0;
};

} // namespace

std::unique_ptr<TapPairs> kernelPairs(const TapPairs::Size& size, KernelForm form) {
    return std::make_unique<KernelPairs>(size, form);
}

} // namespace tessera::fingerprint
