#include "core/transfer/dual_readout.h"

#include <torch/linalg.h>

#include <algorithm>
#include <functional>
#include <tuple>

namespace tessera::transfer {

namespace {

// Columns of the rows, centred, as many at a time as make about a million numbers. False if
// stopped.
bool eachBlock(const torch::Tensor& rows, const std::stop_token& stop,
               const std::function<void(std::int64_t begin, const torch::Tensor& block,
                                        const torch::Tensor& mean)>& visit) {
    constexpr std::int64_t kNumbers = 1 << 20;
    const auto width =
        std::max<std::int64_t>(1, kNumbers / std::max<std::int64_t>(1, rows.size(0)));
    for (std::int64_t begin = 0; begin < rows.size(1); begin += width) {
        if (stop.stop_requested()) {
            return false;
        }
        const auto block =
            rows.narrow(1, begin, std::min(width, rows.size(1) - begin)).to(torch::kFloat64);
        const auto mean = block.mean(0);
        visit(begin, block - mean, mean);
    }
    return true;
}

} // namespace

Result<void> fitDualReadout(torch::nn::Linear map, const torch::Tensor& rows,
                            const tap::RowStore& targets, double ridge,
                            const std::stop_token& stop) {
    const auto n = rows.size(0);
    const auto read = targets.rows(0, targets.count());
    if (!read) {
        return fail(read.error());
    }
    const auto y = read->to(torch::kFloat64);
    if (y.size(0) != n || !torch::isfinite(y).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the source's outputs are not finite; train it with a lower rate");
    }
    const auto meanY = y.mean(0);
    auto kernel = torch::zeros({n, n}, torch::kFloat64);
    if (!eachBlock(rows, stop, [&](std::int64_t, const torch::Tensor& block, const auto&) {
            kernel.addmm_(block, block.t());
        })) {
        return {};
    }
    // Centred, the rows do not reach the last dimension of the kernel: without a ridge it is
    // singular, whatever rounding makes of it.
    kernel.diagonal().add_(ridge * kernel.trace() / static_cast<double>(rows.size(1)));
    const auto [factor, bad] = torch::linalg_cholesky_ex(kernel);
    if (!(ridge > 0.0) || bad.item<int>() != 0 || !torch::isfinite(factor).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "there are fewer inputs than numbers in one, or they hold too little, for a "
                    "straight line to be found; raise transfer.ridge");
    }
    const auto weights = torch::cholesky_solve(y - meanY, factor); // (n, outputs)
    const torch::NoGradGuard noGrad;
    auto slopes = torch::empty({y.size(1), rows.size(1)}, torch::kFloat64);
    auto bias = meanY.clone();
    if (!eachBlock(rows, stop, [&](std::int64_t begin, const auto& block, const auto& mean) {
            const auto part = torch::matmul(weights.t(), block);
            slopes.narrow(1, begin, block.size(1)).copy_(part);
            bias -= torch::matmul(part, mean);
        })) {
        return {};
    }
    map->weight.copy_(slopes);
    map->bias.copy_(bias);
    return {};
}

} // namespace tessera::transfer
