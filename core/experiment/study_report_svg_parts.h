#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/study_report_svg.h"

// Elements that the figures of a study's report are made of.
namespace tessera::experiment::svg {

// A linear scale with its ticks.
struct Scale {
    double from = 0.0, to = 1.0;   // values at the ends
    double start = 0.0, end = 1.0; // coordinates there
    std::vector<double> ticks;
    [[nodiscard]] double operator()(double value) const {
        return start + (value - from) / (to - from) * (end - start);
    }
};

[[nodiscard]] Scale scaleOver(const std::vector<double>& values, double start, double end);

enum class Anchor { Start, Middle, End };

[[nodiscard]] std::string opened(double width, double height, std::string_view title);
[[nodiscard]] std::string line(double x1, double y1, double x2, double y2, std::string_view style);
[[nodiscard]] std::string text(double x, double y, Anchor anchor, std::string_view words);
[[nodiscard]] std::string mark(double x, double y, std::size_t style, MarkFill fill);
[[nodiscard]] std::string horizontalWhisker(double lo, double hi, double y, std::size_t style);
[[nodiscard]] std::string verticalWhisker(double x, double lo, double hi, std::size_t style);
[[nodiscard]] std::string_view colour(std::size_t style);
[[nodiscard]] std::string_view dashes(std::size_t style);

// As many decimals as the distance of the ticks needs.
[[nodiscard]] std::string tickText(const Scale& scale, double value);

// Roughly, of the page's sans serif at 12 px.
[[nodiscard]] double widthOf(std::string_view words);
// With an ellipsis in place of what is longer than `width`.
[[nodiscard]] std::string shortened(const std::string& words, double width);

} // namespace tessera::experiment::svg
