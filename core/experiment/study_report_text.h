#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/stats/study_summary.h"

// Words and numbers of a study's report. Text from outside may be anything, also no UTF-8.
namespace tessera::experiment {

inline constexpr std::string_view kDash = "\u2013"; // "not measured"

// For text and attributes of XML; what XML cannot hold becomes U+FFFD.
[[nodiscard]] std::string xmlEscaped(std::string_view text);

// For LaTeX text; control characters become blanks, what is no UTF-8 a question mark.
[[nodiscard]] std::string latexEscaped(std::string_view text);

// A field of RFC 4180, in quotes where it needs them.
[[nodiscard]] std::string csvField(std::string_view text);

// "82.0" of 0.82; a dash for nothing.
[[nodiscard]] std::string percentText(const std::optional<double>& fraction);
// "+3.1" of 0.031, "0.0", "-0.4".
[[nodiscard]] std::string pointsText(const std::optional<double>& fraction);
// "[80.1, 83.9]" of fractions; a dash for nothing.
[[nodiscard]] std::string intervalText(const std::optional<Interval>& interval);
// "82.0 [80.1, 83.9]"; "82.0 (n = 1)" without an interval.
[[nodiscard]] std::string estimateText(const stats::Estimate& estimate);
[[nodiscard]] std::string changeText(const stats::Estimate& estimate);
[[nodiscard]] std::string differenceText(const stats::Difference& difference);
// "0.004", "< 0.001"; a dash for nothing.
[[nodiscard]] std::string pText(const std::optional<double>& pValue);
// "57", "57 to 63 (mean 58.2)"; `scale` divides, e.g. bytes to MiB.
[[nodiscard]] std::string rangeText(const stats::Range& range, int decimals, double scale = 1.0);
// "better", "not distinguishable", "n = 1", ...
[[nodiscard]] std::string findingText(stats::Finding finding);
// "1 run", "3 runs"
[[nodiscard]] std::string countText(std::size_t count, std::string_view one, std::string_view many);
// "a, b and c"
[[nodiscard]] std::string listText(const std::vector<std::string>& parts);

} // namespace tessera::experiment
