#include "core/experiment/study_report_svg.h"

#include "core/experiment/study_report_svg_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::experiment {

namespace {

constexpr std::string_view kGrid = "stroke=\"#d9d9d9\" stroke-width=\"1\"";
constexpr std::string_view kAxis = "stroke=\"#1b1b1b\" stroke-width=\"1\"";
constexpr double kRowHeight = 24.0;

void addSpan(double value, const std::optional<Interval>& interval, std::vector<double>& values) {
    values.push_back(value);
    if (interval) {
        values.push_back(interval->lo);
        values.push_back(interval->hi);
    }
}

struct Frame {
    double left = 0.0, top = 0.0, right = 0.0, bottom = 0.0;
};

std::string verticalGrid(const svg::Scale& scale, const Frame& frame) {
    std::string svg;
    for (const double tick : scale.ticks) {
        svg += svg::line(scale(tick), frame.top, scale(tick), frame.bottom, kGrid);
        svg += svg::text(scale(tick), frame.bottom + 16, svg::Anchor::Middle,
                         svg::tickText(scale, tick));
    }
    return svg + svg::line(frame.left, frame.bottom, frame.right, frame.bottom, kAxis);
}

std::string horizontalGrid(const svg::Scale& scale, const Frame& frame) {
    std::string svg;
    for (const double tick : scale.ticks) {
        svg += svg::line(frame.left, scale(tick), frame.right, scale(tick), kGrid);
        svg += svg::text(frame.left - 8, scale(tick) + 4, svg::Anchor::End,
                         svg::tickText(scale, tick));
    }
    return svg + svg::line(frame.left, frame.top, frame.left, frame.bottom, kAxis);
}

// Where each distinct x of the curves was measured.
std::string measuredGrid(const CurveFigure& figure, const svg::Scale& scale, const Frame& frame) {
    std::vector<double> places;
    for (const auto& curve : figure.curves) {
        for (const auto& point : curve.points) {
            places.push_back(point.x);
        }
    }
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    std::string svg;
    double free = -1.0;
    for (const double place : places) {
        const auto words = fmt::format("{:g}", place);
        svg += svg::line(scale(place), frame.bottom, scale(place), frame.bottom + 4, kAxis);
        const double half = 0.5 * svg::widthOf(words) + 3.0;
        if (scale(place) - half >= free) { // labels do not run into each other
            svg += svg::text(scale(place), frame.bottom + 18, svg::Anchor::Middle, words);
            free = scale(place) + half;
        }
    }
    return svg + svg::line(frame.left, frame.bottom, frame.right, frame.bottom, kAxis);
}

std::string curvePath(const Curve& curve, const svg::Scale& x, const svg::Scale& y, double shift) {
    std::string path, marks;
    for (const auto& point : curve.points) {
        const double px = x(point.x) + shift;
        path += fmt::format("{}{:.1f},{:.1f}", path.empty() ? "M" : "L", px, y(point.y));
        if (point.interval) {
            marks +=
                svg::verticalWhisker(px, y(point.interval->lo), y(point.interval->hi), curve.style);
        }
        marks += svg::mark(px, y(point.y), curve.style, MarkFill::Filled);
    }
    return fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"1.5\" "
                       "stroke-dasharray=\"{}\"/>\n",
                       path, svg::colour(curve.style),
                       svg::dashes(curve.style).empty() ? "none" : svg::dashes(curve.style)) +
           marks;
}

std::string legend(const CurveFigure& figure, double left, double top) {
    std::string svg;
    for (const auto& curve : figure.curves) {
        svg += svg::line(
            left, top, left + 30, top,
            fmt::format("stroke=\"{}\" stroke-width=\"1.5\" stroke-dasharray=\"{}\"",
                        svg::colour(curve.style),
                        svg::dashes(curve.style).empty() ? "none" : svg::dashes(curve.style)));
        svg += svg::mark(left + 15, top, curve.style, MarkFill::Filled);
        svg += svg::text(left + 38, top + 4, svg::Anchor::Start, curve.label);
        top += 20.0;
    }
    return svg;
}

} // namespace

std::string dotSvg(const DotFigure& figure) {
    if (figure.rows.empty()) {
        return {};
    }
    constexpr double kMostLabel = 300.0;
    double labels = 0.0, figures = 0.0;
    std::vector<double> values;
    for (const auto& row : figure.rows) {
        labels = std::max(labels, svg::widthOf(row.label));
        figures = std::max(figures, svg::widthOf(row.figures));
        addSpan(row.value, row.interval, values);
    }
    if (figure.zero == ZeroLine::Drawn) {
        values.push_back(0.0);
    }
    labels = std::min(labels, kMostLabel);
    const double rows = kRowHeight * static_cast<double>(figure.rows.size());
    const Frame frame{labels + 20, 10, labels + 400, 10 + rows};
    const auto scale = svg::scaleOver(values, frame.left, frame.right);
    const double width = frame.right + (figures > 0.0 ? figures + 20 : 20);
    std::string svg = svg::opened(width, frame.bottom + 44, figure.title);
    svg += verticalGrid(scale, frame);
    if (figure.zero == ZeroLine::Drawn) {
        svg += svg::line(scale(0.0), frame.top, scale(0.0), frame.bottom, kAxis);
    }
    double y = frame.top + 0.5 * kRowHeight;
    for (const auto& row : figure.rows) {
        svg += svg::text(frame.left - 12, y + 4, svg::Anchor::End,
                         svg::shortened(row.label, kMostLabel));
        if (row.interval) {
            svg += svg::horizontalWhisker(scale(row.interval->lo), scale(row.interval->hi), y,
                                          row.style);
        }
        svg += svg::mark(scale(row.value), y, row.style, row.fill);
        svg += svg::text(frame.right + 12, y + 4, svg::Anchor::Start, row.figures);
        y += kRowHeight;
    }
    svg += svg::text(0.5 * (frame.left + frame.right), frame.bottom + 36, svg::Anchor::Middle,
                     figure.axis);
    return svg + "</svg>\n";
}

std::string curveSvg(const CurveFigure& figure) {
    std::vector<double> xs, ys;
    double labels = 0.0;
    for (const auto& curve : figure.curves) {
        labels = std::max(labels, svg::widthOf(curve.label));
        for (const auto& point : curve.points) {
            xs.push_back(point.x);
            addSpan(point.y, point.interval, ys);
        }
    }
    if (xs.empty()) {
        return {};
    }
    const double list = 20.0 * static_cast<double>(figure.curves.size());
    const Frame frame{60, 24, 460, std::max(264.0, 24.0 + list)};
    // A margin, so that whiskers beside each other stay inside.
    auto x = svg::scaleOver(xs, frame.left + 16, frame.right - 16);
    x.from = *std::min_element(xs.begin(), xs.end());
    x.to = std::max(*std::max_element(xs.begin(), xs.end()), x.from + 1e-9);
    const auto y = svg::scaleOver(ys, frame.bottom, frame.top);
    std::string svg = svg::opened(frame.right + labels + 80, frame.bottom + 48, figure.title);
    svg += horizontalGrid(y, frame) + measuredGrid(figure, x, frame);
    const double middle = 0.5 * static_cast<double>(figure.curves.size() - 1);
    for (std::size_t i = 0; i < figure.curves.size(); ++i) {
        const double shift = std::clamp(3.0 * (static_cast<double>(i) - middle), -12.0, 12.0);
        svg += curvePath(figure.curves[i], x, y, shift);
    }
    svg += legend(figure, frame.right + 16, frame.top + 8);
    svg += svg::text(0.5 * (frame.left + frame.right), frame.bottom + 40, svg::Anchor::Middle,
                     figure.xAxis);
    svg += svg::text(8, 14, svg::Anchor::Start, figure.yAxis);
    return svg + "</svg>\n";
}

} // namespace tessera::experiment
