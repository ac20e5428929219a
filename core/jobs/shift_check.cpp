#include "core/jobs/shift_check.h"

#include "core/api/seed.h"
#include "core/drift/two_sample.h"
#include "core/tap/recording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace tessera::jobs {

namespace {

constexpr const char* kShiftTap = "feature";
constexpr std::int64_t kShiftRows = 500; // more would not be looked at

// What the source makes of inputs; undefined tensors: nothing.
struct SeenInputs {
    torch::Tensor features; // (n, d)
    torch::Tensor margins;  // (n, 1), first logit minus second
};

SeenInputs seenBy(zoo::Network& network, const torch::Tensor& inputs, const std::stop_token& stop) {
    if (!inputs.defined() || inputs.size(0) == 0) {
        return {};
    }
    const auto rows = tap::record(
        network, inputs.narrow(0, 0, std::min(inputs.size(0), kShiftRows)), {kShiftTap}, stop);
    SeenInputs seen;
    if (const auto found = rows.taps.find(kShiftTap); found != rows.taps.end()) {
        seen.features = found->second;
    }
    if (rows.logits.defined() && rows.logits.dim() == 2 && rows.logits.size(1) > 1) {
        const auto best = std::get<0>(rows.logits.topk(2, 1));
        seen.margins = best.narrow(1, 0, 1) - best.narrow(1, 1, 1);
    }
    return seen;
}

std::string shiftWarning(const ShiftFigures& figures) {
    return fmt::format(
        "the source meets other inputs in the reference set than in its own data (MMD^2 {:.2g}, "
        "by chance up to {:.2g}; p = {:.2g}): what it teaches about them may be wrong",
        *figures.score, *figures.threshold, *figures.pValue);
}

} // namespace

ShiftFigures checkForShift(zoo::Network& source, const data::SplitData& data, std::uint64_t seed,
                           EventSink& events, const std::stop_token& stop) {
    constexpr double kTests = 2.0;
    const auto own = seenBy(source, data.sourceHeldOut, stop);
    const auto met = seenBy(source, data.reference, stop);
    const std::optional<drift::TwoSampleResult> tests[] = {
        drift::compareSamples(own.features, met.features, deriveSeed(seed, "shift.features"),
                              kShiftAlpha / kTests),
        drift::compareSamples(own.margins, met.margins, deriveSeed(seed, "shift.margins"),
                              kShiftAlpha / kTests)};
    ShiftFigures figures;
    for (const auto& test : tests) {
        const auto p = test ? std::min(1.0, kTests * test->pValue) : 1.0;
        if (test && (!figures.pValue || p < *figures.pValue)) {
            figures = {test->score, test->threshold, p};
        }
    }
    if (!figures.pValue) {
        return figures;
    }
    events.sample({"shift.score", 0, figures.score, {}});
    events.sample({"shift.p_value", 0, figures.pValue, {}});
    if (figures.warns()) {
        events.notice({shiftWarning(figures), NoticeLevel::Warning});
    }
    return figures;
}

} // namespace tessera::jobs
