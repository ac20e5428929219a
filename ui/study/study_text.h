#pragma once

#include "core/api/study_desk.h"

#include <QString>

#include <cstdint>
#include <vector>

// Lists of numbers as they are typed into a recipe, and figures of studies in words. Pure
// functions. UI thread.
namespace tessera::ui {

// What a text means; where it means nothing, what is wrong with it in one sentence.
template <class Number>
struct TypedNumbers {
    std::vector<Number> numbers;
    QString problem;
    friend bool operator==(const TypedNumbers&, const TypedNumbers&) = default;
};

// More seeds than this are a mistake.
inline constexpr std::uint64_t kMostSeeds = 1000;

// "1-5, 8": numbers and ranges, by commas, semicolons or blanks. A seed that stands twice, or none
// at all, is a problem.
[[nodiscard]] TypedNumbers<std::uint64_t> seedsFrom(const QString& text);
[[nodiscard]] QString seedsText(const std::vector<std::uint64_t>& seeds);

// "100, 300": whole numbers within the limits, none twice; may be empty.
[[nodiscard]] TypedNumbers<int> integersFrom(const QString& text, int lowest, int highest);
[[nodiscard]] QString integersText(const std::vector<int>& numbers);

// "0.25, 0.5": shares from 0 to 1 with a point, none twice; may be empty.
[[nodiscard]] TypedNumbers<double> sharesFrom(const QString& text);
[[nodiscard]] QString sharesText(const std::vector<double>& shares);

// Points are hundredths of an accuracy. "+3.1", "[+1.2, +5.0]"; a dash where nothing was measured.
[[nodiscard]] QString pointsText(std::optional<double> difference);
[[nodiscard]] QString pointsText(const std::optional<Interval>& interval);
// "[85.1, 91.0]", in percent.
[[nodiscard]] QString percentsText(const std::optional<Interval>& interval);

// "better by 3.1 points [+1.2, +5.0], p = 0.004 (Holm), n = 5", and what may be said instead.
[[nodiscard]] QString gapText(const StudyGap& gap);
// "A: better than kd by ...", for a list of findings.
[[nodiscard]] QString rivalText(const StudyRival& rival, const StudyOverview& overview);

// "20 pairs x 3 methods x 5 seeds = 300 runs"; of one seed, that it gives no intervals.
[[nodiscard]] QString extentText(const StudyExtent& extent);

} // namespace tessera::ui
