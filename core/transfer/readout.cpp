#include "core/transfer/readout.h"

#include <torch/linalg.h>

#include <tuple>

namespace tessera::transfer {

Result<void> fitReadout(torch::nn::Linear head, const torch::Tensor& features,
                        const torch::Tensor& targets, double ridge) {
    if (features.size(0) != targets.size(0) || features.size(0) < 1 ||
        head->weight.size(0) != targets.size(1) || head->weight.size(1) != features.size(1)) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver's head does not fit the source's outputs; declare "
                    "data.mismatch");
    }
    const auto x = features.to(torch::kFloat64);
    const auto y = targets.to(torch::kFloat64);
    if (!torch::isfinite(y).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the source's outputs are not finite; train it with a lower rate");
    }
    const auto meanX = x.mean(0);
    const auto meanY = y.mean(0);
    const auto centred = x - meanX;
    const auto n = static_cast<double>(x.size(0));
    auto gram = torch::matmul(centred.t(), centred) / n;
    const auto level = ridge * gram.trace() / static_cast<double>(x.size(1));
    gram = gram + level * torch::eye(x.size(1), gram.options());
    const auto cross = torch::matmul(centred.t(), y - meanY) / n;
    const auto [factor, bad] = torch::linalg_cholesky_ex(gram);
    if (bad.item<int>() != 0 || !torch::isfinite(factor).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver's features hold too little for a readout (dead or not finite "
                    "units); raise transfer.ridge or use another receiver");
    }
    const auto weights = torch::cholesky_solve(cross, factor).t();
    const torch::NoGradGuard noGrad;
    head->weight.copy_(weights);
    head->bias.copy_(meanY - torch::matmul(weights, meanX));
    return {};
}

} // namespace tessera::transfer
