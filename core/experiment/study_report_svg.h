#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/api/run.h"

// Figures of a study's report as SVG elements to stand in a page: no script, no font file, no
// other file. Series differ in colour (Okabe and Ito 2008), in the shape of their marks and in
// their dashes, so that colour is never alone.
namespace tessera::experiment {

enum class MarkFill { Filled, Hollow };

// Values and intervals are in the unit of the axis.
struct DotRow {
    std::string label;
    double value = 0.0;
    std::optional<Interval> interval;
    std::size_t style = 0; // colour and shape
    MarkFill fill = MarkFill::Filled;
    std::string figures; // the numbers, written at the right
};

enum class ZeroLine { None, Drawn };

// One row a thing, a dot with whiskers each.
struct DotFigure {
    std::string title; // for readers who cannot see it
    std::string axis;
    std::vector<DotRow> rows;
    ZeroLine zero = ZeroLine::None;
};

struct CurvePoint {
    double x = 0.0, y = 0.0;
    std::optional<Interval> interval;
};

struct Curve {
    std::string label;
    std::size_t style = 0;
    std::vector<CurvePoint> points; // from left to right
};

struct CurveFigure {
    std::string title, xAxis, yAxis;
    std::vector<Curve> curves;
};

// Empty without rows, or points.
[[nodiscard]] std::string dotSvg(const DotFigure& figure);
[[nodiscard]] std::string curveSvg(const CurveFigure& figure);

// Round numbers from the first at or below `least` to the first at or above `most`, about `wanted`.
[[nodiscard]] std::vector<double> roundTicks(double least, double most, int wanted);

} // namespace tessera::experiment
