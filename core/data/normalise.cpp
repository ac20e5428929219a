#include "core/data/normalise.h"

#include <array>

namespace tessera::data {

namespace {

constexpr double kLargestByte = 255.0;
constexpr double kConstant = 1e-7; // deviations below this share of the mean are rounding

// value -> (value - shift) / scale, both float64 and of a shape that broadcasts over samples.
struct Affine {
    torch::Tensor shift, scale;
};

Affine unitScale(const torch::Tensor& known) {
    const auto low = known.min().to(torch::kFloat64);
    const auto range = known.max().to(torch::kFloat64) - low;
    return {low, torch::where(range > 0, range, torch::ones_like(range))};
}

// Per feature, per channel of images.
Affine standardScale(const torch::Tensor& known, InputKind kind) {
    std::vector<std::int64_t> over = {0};
    if (kind == InputKind::Image) {
        over = {0, 2, 3};
    } else if (kind == InputKind::Rows) {
        over = {0, 1};
    }
    const auto wide = known.to(torch::kFloat64);
    const auto mean = wide.mean(over, true);
    const auto deviation = (wide - mean).square().mean(over, true).sqrt();
    return {mean, torch::where(deviation > kConstant * mean.abs(), deviation,
                               torch::ones_like(deviation))};
}

torch::Tensor scaled(const torch::Tensor& inputs, const Affine& affine) {
    const auto shift = affine.shift.to(torch::kFloat32);
    const auto scale = affine.scale.to(torch::kFloat32);
    const auto narrow = (inputs - shift) / scale;
    // Numbers at the end of float32's range overflow on the way.
    return torch::isfinite(narrow).all().item<bool>()
               ? narrow
               : ((inputs.to(torch::kFloat64) - affine.shift) / affine.scale).to(torch::kFloat32);
}

} // namespace

void normalise(SplitData& parts, Normalisation how, bool bytes) {
    if (parts.input.kind == InputKind::Tokens || how == Normalisation::None) {
        return;
    }
    Affine affine;
    if (how == Normalisation::Find) {
        if (!bytes) {
            return;
        }
        const auto one = torch::ones({1}, torch::kFloat64);
        affine = {torch::zeros_like(one), one * kLargestByte};
    } else {
        const auto& known =
            parts.sourceTrain.size() > 0 ? parts.sourceTrain.inputs : parts.reference;
        affine =
            how == Normalisation::Unit ? unitScale(known) : standardScale(known, parts.input.kind);
    }
    const std::array<torch::Tensor*, 4> all = {&parts.sourceTrain.inputs, &parts.reference,
                                               &parts.validation.inputs, &parts.test.inputs};
    for (auto* inputs : all) {
        if (inputs->size(0) > 0) {
            *inputs = scaled(*inputs, affine);
        }
    }
}

} // namespace tessera::data
