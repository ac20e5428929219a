#pragma once

#include "core/api/run_view.h"
#include "ui/bridge/selection.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// The layer drift of each matched pair of layers over the steps of a run. Pure functions.
namespace tessera::ui {

struct DriftRow {
    std::string pair;                          // "layers.0>lstm.1"; empty: the mean over the pairs
    std::vector<std::optional<double>> values; // in nats, by step; nothing: not measured
};

struct DriftStrip {
    std::vector<DriftRow> rows;          // pairs in the order of their numbers, then their mean
    std::int64_t steps = 0;              // 0 .. steps - 1
    std::optional<std::int64_t> readout; // the step after the last epoch, if it is there

    [[nodiscard]] bool hasValues() const;
    // All measured values have a place on a logarithmic scale.
    [[nodiscard]] bool allPositive() const;
    struct Span {
        double least = 0.0, greatest = 0.0;
    };
    [[nodiscard]] std::optional<Span> span() const; // nothing: nothing is measured
};

[[nodiscard]] DriftStrip driftStripOf(const RunView& run);

// The layers of a pair by its name; nothing for what is none.
[[nodiscard]] std::optional<ChosenLayers> layersOfPair(const std::string& pair);
[[nodiscard]] std::string pairOfLayers(const ChosenLayers& layers);

} // namespace tessera::ui
