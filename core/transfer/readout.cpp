#include "core/transfer/readout.h"

#include "core/transfer/signals.h"

#include <torch/linalg.h>

#include <fmt/format.h>

#include <tuple>

namespace tessera::transfer {

namespace {

// Sums over all rows that the closed solution needs, float64.
struct ReadoutSums {
    torch::Tensor meanX, meanY;
    torch::Tensor gram;  // Xc'Xc / n
    torch::Tensor cross; // Xc'Yc / n
};

Error stopped() {
    return {ErrorCode::Internal, "the readout was stopped", std::nullopt};
}

Result<ReadoutSums> sumsOf(const tap::RowStore& features, const tap::RowStore& targets,
                           const std::stop_token& stop) {
    const auto options = torch::TensorOptions().dtype(torch::kFloat64);
    const auto width = features.width();
    const auto n = static_cast<double>(features.count());
    ReadoutSums sums{torch::zeros({width}, options), torch::zeros({targets.width()}, options),
                     torch::zeros({width, width}, options),
                     torch::zeros({width, targets.width()}, options)};
    auto read = tap::eachChunk(
        features, targets, [&](const torch::Tensor& x, const torch::Tensor& y) -> Result<void> {
            if (stop.stop_requested()) {
                return fail(stopped());
            }
            if (!torch::isfinite(y).all().item<bool>()) {
                return fail(ErrorCode::InvalidArgument,
                            "the source's outputs are not finite; train it with a lower rate");
            }
            sums.meanX += x.to(torch::kFloat64).sum(0);
            sums.meanY += y.to(torch::kFloat64).sum(0);
            return {};
        });
    if (!read) {
        return fail(read.error());
    }
    sums.meanX.div_(n);
    sums.meanY.div_(n);
    read = tap::eachChunk(features, targets,
                          [&](const torch::Tensor& x, const torch::Tensor& y) -> Result<void> {
                              if (stop.stop_requested()) {
                                  return fail(stopped());
                              }
                              const auto centred = x.to(torch::kFloat64) - sums.meanX;
                              sums.gram.addmm_(centred.t(), centred);
                              sums.cross.addmm_(centred.t(), y.to(torch::kFloat64) - sums.meanY);
                              return {};
                          });
    if (!read) {
        return fail(read.error());
    }
    sums.gram.div_(n);
    sums.cross.div_(n);
    return sums;
}

} // namespace

Result<void> fitReadout(torch::nn::Linear head, const tap::RowStore& features,
                        const tap::RowStore& targets, double ridge, const std::stop_token& stop) {
    if (features.count() != targets.count() || features.count() < 1 ||
        head->weight.size(0) != targets.width() || head->weight.size(1) != features.width()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver's head does not fit the source's outputs; declare "
                    "data.mismatch");
    }
    auto sums = sumsOf(features, targets, stop);
    if (!sums) {
        return stop.stop_requested() ? Result<void>() : fail(sums.error());
    }
    const auto level = ridge * sums->gram.trace() / static_cast<double>(features.width());
    sums->gram.diagonal().add_(level);
    const auto [factor, bad] = torch::linalg_cholesky_ex(sums->gram);
    if (bad.item<int>() != 0 || !torch::isfinite(factor).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver's features hold too little for a readout (dead or not finite "
                    "units); raise transfer.ridge or use another receiver");
    }
    const auto weights = torch::cholesky_solve(sums->cross, factor).t();
    const torch::NoGradGuard noGrad;
    head->weight.copy_(weights);
    head->bias.copy_(sums->meanY - torch::matmul(weights, sums->meanX));
    return {};
}

Result<bool> readOut(const TransferInput& input, const tap::RowStore& sourceLogits,
                     const std::stop_token& stop) {
    SignalPlan plan;
    plan.space = input.space;
    const auto receiver = collectSignals(input.receiver, input.data.reference, plan, stop);
    if (!receiver) {
        return fail(receiver.error());
    }
    if (receiver->empty()) {
        return false;
    }
    const auto finite = tap::isFinite(receiver->features);
    if (!finite) {
        return fail(finite.error());
    }
    if (!*finite) { // they were, before it learned
        return fail(ErrorCode::Diverged,
                    fmt::format("the receiver's features are no longer finite; lower "
                                "transfer.rate (now {})",
                                input.spec.rate));
    }
    const auto head = input.receiver.head();
    if (!head) {
        return fail(
            ErrorCode::InvalidArgument,
            "the receiver does not end in a linear layer, so nothing can be read out of its "
            "features; choose another receiver or set receiver.head to \"replace\"");
    }
    if (auto fitted = fitReadout(head, receiver->features, sourceLogits, input.spec.ridge, stop);
        !fitted) {
        return fail(fitted.error());
    }
    return !stop.stop_requested();
}

} // namespace tessera::transfer
