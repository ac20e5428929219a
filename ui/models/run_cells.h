#pragma once

#include "core/api/run_store.h"
#include "ui/models/runs_model.h"

#include <QString>
#include <QVariant>

#include <optional>
#include <string>
#include <vector>

// What the cells of the table of runs hold. Pure functions. UI thread, for the locale.
namespace tessera::ui {

[[nodiscard]] QString columnName(RunsModel::Column column);    // "Accuracy", for menus
[[nodiscard]] QString headerText(RunsModel::Column column);    // "Accuracy (%)"
[[nodiscard]] QString headerToolTip(RunsModel::Column column); // what the column means
[[nodiscard]] bool isNumber(RunsModel::Column column);         // right-aligned

// As in the table: units are in the header. An em dash: not measured.
[[nodiscard]] QString cellText(const RunRecord& run, RunsModel::Column column);
// For sorting; invalid: not measured.
[[nodiscard]] QVariant cellValue(const RunRecord& run, RunsModel::Column column);
[[nodiscard]] QVariant cellEdit(const RunRecord& run, RunsModel::Column column);
[[nodiscard]] QString cellToolTip(const RunRecord& run, RunsModel::Column column);
// Without symbols and with the unit, for screen readers.
[[nodiscard]] QString cellAccessibleText(const RunRecord& run, RunsModel::Column column);

// What a person's entry changes: nothing if it is the same as before, or not allowed (a name
// without letters).
[[nodiscard]] std::optional<RunEdit> editFrom(const RunRecord& run, RunsModel::Column column,
                                              const QVariant& value);
[[nodiscard]] QString editLabel(const RunRecord& run, RunsModel::Column column);

// "a, b" and back: without blanks around, empty ones and repetitions.
[[nodiscard]] QString tagsText(const std::vector<std::string>& tags);
[[nodiscard]] std::vector<std::string> tagsFromText(const QString& text);

// The sign that stands before the word for a state: a check mark for done.
[[nodiscard]] QString stateSymbol(RunState state);

} // namespace tessera::ui
