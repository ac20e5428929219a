#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "core/stats/study_summary.h"

// Settings of a study that differ in one number only, for curves over that number.
namespace tessera::experiment {

// What a curve runs over.
struct Sweep {
    std::string axis;
    std::function<bool(const Experiment&)> applies;
    std::function<double(const Experiment&)> value;
    std::function<void(Experiment&)> neutral; // makes recipes equal that differ in the value only
};

[[nodiscard]] Sweep referenceSweep();
// Strength of each shift, and of each change of the source's task, that the study has; without
// either is strength 0. "other" data have no strength and are no sweep.
[[nodiscard]] std::vector<Sweep> conditionSweeps(const stats::StudySummary& summary);

// Settings along the sweep that are otherwise alike, two at least, by value.
using SweepSettings = std::vector<std::size_t>;
[[nodiscard]] std::vector<SweepSettings> settingsAlong(const stats::StudySummary& summary,
                                                       const Sweep& sweep);

// The sweep's axis and what else is shifted, the same all along: "strength of the shift: noise, on
// 200 reference inputs, source task permuted 0.5".
[[nodiscard]] std::string axisText(const Sweep& sweep, const Experiment& recipe);

} // namespace tessera::experiment
