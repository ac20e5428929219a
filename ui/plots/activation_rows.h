#pragma once

#include "core/api/run_view.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

// Which rows and values of a snapshot the heat maps show. Pure functions.
namespace tessera::ui {

enum class RowOrder { ByClass, AsInData, ByMean, BySimilarity };
enum class ValueScale { Measured, Standardised };
enum class SnapshotTime { Before, Now };

// The snapshot of a run at that time: what there is, if only one was taken. May be null.
[[nodiscard]] SnapshotPtr snapshotAt(const RunSnapshots& snapshots, SnapshotTime time);

// The layer of that name; "feature", or the last one, where the network has none of that name.
// Null for a network without layers.
[[nodiscard]] const LayerRows* chooseLayer(const NetworkRows& network, const std::string& name);

// Row indices from top to bottom. By class: stable, samples without a class last. By mean: from
// high to low over the finite values of `by`, rows without any last. By similarity: as in the data,
// since that order takes long: Analysis finds it.
[[nodiscard]] std::vector<int> rowsInOrder(const SampleSet& samples, const Matrix& by,
                                           RowOrder order);

// Each column minus its mean over its standard deviation (population), over its finite values; a
// constant column becomes 0. What is missing stays missing.
[[nodiscard]] Matrix standardisedColumns(const Matrix& matrix);

struct ValueSpan {
    double lo = 0.0;
    double hi = 1.0;
};
// Of the finite values; nothing if there is none.
[[nodiscard]] std::optional<ValueSpan> finiteSpan(const Matrix& matrix);

// "digit 4" or "class 4": what a label is called in that data.
[[nodiscard]] QString classText(const RunView& run, std::int32_t label);

} // namespace tessera::ui
