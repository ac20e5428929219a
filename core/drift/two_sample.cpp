#include "core/drift/two_sample.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

namespace tessera::drift {

namespace {

constexpr std::int64_t kMostRows = 500;
constexpr std::int64_t kFewestRows = 10;
constexpr std::int64_t kRelabellings = 499;

torch::Tensor taken(const torch::Tensor& rows) {
    return rows.narrow(0, 0, std::min(rows.size(0), kMostRows)).to(torch::kFloat64);
}

bool usable(const torch::Tensor& rows) {
    return rows.defined() && rows.dim() == 2 && rows.size(0) >= kFewestRows && rows.size(1) > 0;
}

// Kernel of all rows with a diagonal of 0; undefined if they do not differ.
torch::Tensor kernelOf(const torch::Tensor& rows) {
    constexpr std::int64_t kByDifferences = 2; // not by products, which lose digits
    const auto distances = torch::cdist(rows, rows, 2.0, kByDifferences);
    const auto n = rows.size(0);
    const auto pairs = torch::triu_indices(n, n, 1);
    const double median = distances.index({pairs[0], pairs[1]}).median().item<double>();
    if (!std::isfinite(median) || !(median > 0.0)) {
        return {};
    }
    auto kernel = torch::exp(-distances.square() / (2.0 * median * median));
    kernel.fill_diagonal_(0.0);
    return kernel;
}

// Columns of 0 and 1, 1 for the rows that count as x: first as they are, then relabelled.
torch::Tensor labellings(std::int64_t m, std::int64_t count, std::uint64_t seed) {
    auto generator = at::make_generator<at::CPUGeneratorImpl>(seed);
    auto labels = torch::zeros({count, kRelabellings + 1}, torch::kFloat64);
    labels.select(1, 0).narrow(0, 0, m).fill_(1.0);
    for (std::int64_t i = 1; i <= kRelabellings; ++i) {
        const auto order = torch::randperm(count, generator, torch::kInt64);
        labels.select(1, i).index_fill_(0, order.narrow(0, 0, m), 1.0);
    }
    return labels;
}

} // namespace

std::optional<TwoSampleResult> compareSamples(const torch::Tensor& x, const torch::Tensor& y,
                                              std::uint64_t seed, double alpha) {
    if (!usable(x) || !usable(y) || x.size(1) != y.size(1)) {
        return std::nullopt;
    }
    const auto a = taken(x);
    const auto b = taken(y);
    const auto kernel = kernelOf(torch::cat({a, b}));
    if (!kernel.defined()) {
        return std::nullopt;
    }
    const auto m = static_cast<double>(a.size(0));
    const auto n = static_cast<double>(b.size(0));
    const auto labels = labellings(a.size(0), kernel.size(0), seed);
    // Sums within x, and of x with all; the others follow.
    const auto within = (labels * torch::matmul(kernel, labels)).sum(0);
    const auto withAll = torch::matmul(labels.t(), kernel.sum(1));
    const auto others = kernel.sum() - 2.0 * withAll + within;
    const auto values =
        within / (m * (m - 1.0)) + others / (n * (n - 1.0)) - 2.0 * (withAll - within) / (m * n);
    const auto chance = std::get<0>(values.narrow(0, 1, kRelabellings).sort());
    TwoSampleResult result;
    result.score = values[0].item<double>();
    const auto larger = (chance >= result.score).sum().item<std::int64_t>();
    result.pValue = static_cast<double>(1 + larger) / static_cast<double>(1 + kRelabellings);
    // As many relabellings lie above as p <= alpha leaves room for.
    constexpr double kRounding = 1e-9;
    const auto above =
        static_cast<std::int64_t>(alpha * static_cast<double>(kRelabellings + 1) + kRounding);
    result.threshold = chance[std::min(kRelabellings - above, kRelabellings - 1)].item<double>();
    return result;
}

} // namespace tessera::drift
