#pragma once

#include "ui/compare/compare_data.h"
#include "ui/plots/plot.h"

// The comparison as tables. UI thread, for language and locale.
namespace tessera::ui {

enum class FieldChoice { Different, All };

// A row a field, a column a run; the first row is what became of the runs. The names of fields and
// their values are those of experiment files.
[[nodiscard]] PlotTable fieldTable(const CompareData& data, FieldChoice choice);

// A row a group: number, what tells it from the others, N, mean with its interval over seeds, and
// what the reference is like against it, in words.
[[nodiscard]] PlotTable groupTable(const CompareData& data);

} // namespace tessera::ui
