#pragma once

#include "ui/compare/compare_data.h"

#include <QFontMetrics>
#include <QString>
#include <QStringList>

#include <optional>

// What the comparison of runs says in words. UI thread, for language and locale.
namespace tessera::ui {

[[nodiscard]] QString measureText(RunMeasure measure);     // "Accuracy after"
[[nodiscard]] QString measureAxisText(RunMeasure measure); // with its unit
// As on the axes: fractions in per cent.
[[nodiscard]] double axisValue(RunMeasure measure, double value);
// With its unit; a dash where nothing was measured.
[[nodiscard]] QString measuredText(RunMeasure measure, std::optional<double> value);

[[nodiscard]] QString pText(double p);               // "p = 0.004", "p < 0.001"
[[nodiscard]] QString groupText(std::size_t group);  // "group 1"
[[nodiscard]] QString runText(const RunRecord& run); // name and seed
[[nodiscard]] QString leftOutText(const CompareData& data, const RunGroups::Omission& omission);
// "n = 1, no interval over seeds" and the like; empty: nothing is to be said.
[[nodiscard]] QString countRemark(const GroupFigures& figures);
// The reference against the other group: "higher than group 2 by 3.1 points, ...".
[[nodiscard]] QString differenceText(const CompareData& data, const GroupComparison& comparison);

// For pickers, whose texts must fit: shortened in the middle, since names differ at their ends.
[[nodiscard]] QString shortened(const QString& text, const QFontMetrics& metrics);

// The reference against each other group, a sentence each, at most `most`, and how many more.
[[nodiscard]] QStringList findingsOf(const CompareData& data, int most);

// How many runs there are, and one sentence for each that is in no group, at most `most`.
[[nodiscard]] QStringList overviewOf(const CompareData& data, int most);

} // namespace tessera::ui
