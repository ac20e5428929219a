#include "core/transfer/baselines/closed_forms.h"

#include "core/transfer/dual_readout.h"
#include "core/transfer/readout.h"

#include <torch/nn/functional/linear.h>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tessera::transfer {

namespace {

// Nothing to learn, only answers.
class ClosedForm : public Objective {
public:
    explicit ClosedForm(Predictor predictor) : m_predictor(std::move(predictor)) {}

    Result<BatchLoss> loss(const torch::Tensor&) override {
        return fail(ErrorCode::Internal, "a closed form has no loss");
    }
    std::vector<torch::Tensor> parameters() const override { return {}; }
    Predictor predictor() const override { return m_predictor; }

private:
    Predictor m_predictor;
};

torch::Tensor affine(const torch::Tensor& rows, const torch::nn::Linear& map) {
    return torch::nn::functional::linear(rows, map->weight, map->bias);
}

torch::Tensor rawRows(const torch::Tensor& inputs) {
    return inputs.flatten(1).to(torch::kFloat32);
}

// The smaller of the two square matrices, its factor, and one in between, in float64.
Result<void> checkSize(const torch::Tensor& rows, const tap::RowSpacePtr& space) {
    const auto side = static_cast<double>(std::min(rows.size(0), rows.size(1)));
    const double bytes = 3.0 * 8.0 * side * side;
    if (!space || bytes <= static_cast<double>(space->bytesLeft())) {
        return {};
    }
    constexpr double kMebibyte = 1024.0 * 1024.0;
    return fail(ErrorCode::InvalidArgument,
                fmt::format("a straight line from {} inputs of {} numbers needs {:.0f} MiB and "
                            "{:.0f} MiB are left; use fewer reference inputs or allow more memory",
                            rows.size(0), rows.size(1), bytes / kMebibyte,
                            static_cast<double>(space->bytesLeft()) / kMebibyte));
}

Result<std::unique_ptr<Objective>> startRawRidge(Lesson& lesson) {
    const auto& input = lesson.input();
    const auto rows = rawRows(input.data.reference);
    const auto& logits = lesson.source().logits;
    if (auto fits = checkSize(rows, input.space); !fits) {
        return fail(fits.error());
    }
    torch::nn::Linear map(rows.size(1), logits.width());
    auto fitted = rows.size(1) > rows.size(0)
                      ? fitDualReadout(map, rows, logits, input.spec.ridge, lesson.stop())
                      : fitReadout(map, rows, logits, input.spec.ridge, lesson.stop());
    if (!fitted) {
        return fail(fitted.error());
    }
    return std::make_unique<ClosedForm>([map](const torch::Tensor& inputs) {
        const torch::NoGradGuard noGrad;
        return affine(rawRows(inputs), map);
    });
}

Result<std::unique_ptr<Objective>> startStitching(Lesson& lesson) {
    const auto& input = lesson.input();
    auto head = input.receiver.head();
    if (!head) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver does not end in a linear layer that could be stitched on; choose "
                    "another receiver or set receiver.head to \"replace\"");
    }
    SignalPlan plan;
    plan.space = input.space;
    const auto receiver = collectSignals(input.receiver, input.data.reference, plan, lesson.stop());
    if (!receiver) {
        return fail(receiver.error());
    }
    torch::nn::Linear map(lesson.source().features.width(), input.receiver.featureWidth());
    if (!receiver->empty()) { // else it was stopped
        if (auto fitted =
                fitReadout(map, lesson.source().features, receiver->features, input.spec.ridge);
            !fitted) {
            return fail(fitted.error());
        }
    }
    return std::make_unique<ClosedForm>(
        [map, head, &source = input.source](const torch::Tensor& inputs) {
            const torch::NoGradGuard noGrad;
            source.eval();
            tap::TapCollector taps(source, {"feature"});
            (void)source.forward(inputs, &taps);
            return affine(affine(taps.at("feature"), map), head);
        });
}

} // namespace

BaselineMethod rawRidgeMethod() {
    BaselineMethod method;
    method.id = ModeId("ridge_input");
    method.description = "ridge: a straight line from the raw input to the source's outputs";
    method.parameters = {"ridge"};
    method.start = startRawRidge;
    return method;
}

BaselineMethod stitchingMethod() {
    BaselineMethod method;
    method.id = ModeId("stitching");
    method.description = "stitching: the receiver's head on the source's features through an "
                         "affine map; for receivers that have learned before";
    method.parameters = {"ridge"};
    method.start = startStitching;
    return method;
}

} // namespace tessera::transfer
