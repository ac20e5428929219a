#include "ui/plots/curve_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/curve_band.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/curve_smoothing.h"
#include "ui/plots/end_labels.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/plots/result_strip.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace tessera::ui {

namespace {

constexpr double kReach = 24.0; // pixels from a point within which the readout is its value
constexpr double kPerCent = 100.0;

constexpr std::size_t kMostMarkers = 60; // at the points of a curve
constexpr std::size_t kFewMarkers = 12;  // of many points of one of several runs
constexpr int kPaleAlpha = 90, kBandAlpha = 50, kBandOfSeveralAlpha = 32;

} // namespace

CurvePlot::CurvePlot(const CurveKind& kind, const PlotContext& context, QWidget* parent)
    : CustomPlot(context, kind.title(), parent), m_kind(kind),
      m_labels(new EndLabels(canvas().axisRect())), m_strip(new ResultStrip(canvas().axisRect())),
      m_key(new PlotKey(&canvas())), m_caption(new PlotKey(&canvas())) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_key);
    canvas().plotLayout()->addElement(2, 0, m_caption);
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
    buildControls();
    connect(&selection(), &Selection::layersChanged, this, [this] {
        if (m_kind.pairs) {
            applyOwnLook(look());
            requestReplot();
        }
    });
    styleAnew();
    contentHasChanged(true);
}

void CurvePlot::setRuns(const std::vector<RunViewPtr>& runs) {
    if (runs == m_runs) {
        return;
    }
    const bool otherRun =
        runs.empty() || m_runs.empty() || runs.front()->record.id != m_runs.front()->record.id;
    m_runs = runs;
    m_set = curvesOf(runs, m_kind);
    rebuild();
    updateGeometry();
    contentHasChanged(otherRun);
}

void CurvePlot::rebuild() {
    canvas().clearPlottables();
    m_bands.clear();
    m_measured.clear();
    m_lines.clear();
    fitControls();
    addLines();
    applyOwnLook(look());
}

// What lies behind comes first.
void CurvePlot::addLines() {
    for (const auto& band : m_set.bands) {
        std::vector<BandPoint> points;
        for (std::size_t i = 0; i < band.intervals.size(); ++i) {
            const double x = m_set.curves[band.curve].points[i].x;
            points.push_back({placeOf(x), std::nullopt});
            if (const auto& interval = band.intervals[i]; interval && !leavesOut(x)) {
                points.back().span = QCPRange(heightOf(interval->lo), heightOf(interval->hi));
            }
        }
        m_bands.push_back(new CurveBandItem(canvas().xAxis, canvas().yAxis, std::move(points)));
    }
    m_smoothed.clear();
    for (std::size_t i = 0; smoothing() > 0.0 && i < m_set.curves.size(); ++i) {
        m_smoothed.push_back(smoothed(m_set.curves[i].points, smoothing()));
        m_measured.push_back(new CurveLineItem(canvas().xAxis, canvas().yAxis, pointsOf(i, true)));
    }
    for (std::size_t i = 0; i < m_set.curves.size(); ++i) {
        m_lines.push_back(
            new CurveLineItem(canvas().xAxis, canvas().yAxis, pointsOf(i, m_smoothed.empty())));
    }
}

std::vector<CurveLinePoint> CurvePlot::pointsOf(std::size_t index, bool asMeasured) const {
    std::vector<CurveLinePoint> points;
    const auto& curve = m_set.curves[index];
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const auto& point = curve.points[i];
        const auto& y = asMeasured ? point.y : m_smoothed[index][i];
        points.push_back({placeOf(point.x), std::nullopt});
        if (y && !leavesOut(point.x)) {
            points.back().y = heightOf(*y);
        }
        if (m_set.readoutsApart && point.readout) {
            points.back().marker = Marker::Triangle;
        }
    }
    return points;
}

QColor CurvePlot::colourOf(std::size_t run, const Theme& theme) const {
    return m_runs.size() == 1 ? theme.identity(Identity::Receiver)
                              : theme.category(static_cast<int>(run));
}

QColor CurvePlot::colourOf(const Curve& curve, const Theme& theme) const {
    if (curve.style == CurveStyle::Background && !isChosen(curve)) {
        auto grey = theme.mutedText;
        grey.setAlpha(110);
        return grey;
    }
    return colourOf(curve.run, theme);
}

void CurvePlot::applyOwnLook(const PlotLook& look) {
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        styleCurve(i, look);
    }
    styleBands(look);
    placeLabels(look);
    fillStrip(look);
    canvas().axisRect()->setMinimumMargins({0, 8, m_labels->width() + m_strip->width() + 4, 0});
    fillKey(look);
    fillCaption(look);
}

void CurvePlot::styleCurve(std::size_t index, const PlotLook& look) {
    const auto& curve = m_set.curves[index];
    auto* line = m_lines[index];
    const bool behind = curve.style == CurveStyle::Background;
    const double width = isChosen(curve) ? 1.5 : behind ? 0.6 : m_kind.pairs ? 1.8 : 1.2;
    const auto colour = colourOf(curve, *look.theme);
    line->setPen(QPen(colour, width * look.line, dashOf(curve), Qt::FlatCap, Qt::RoundJoin));
    line->setBrush(look.theme->base);
    const bool crowded = curve.points.size() > kMostMarkers;
    const bool marked = !behind && (!crowded || m_runs.size() > 1) && m_smoothed.empty();
    const auto each = crowded ? curve.points.size() / kFewMarkers : 1;
    const bool ofRun = m_runs.size() > 1 && !behind; // told apart by its marker
    line->setMarker(marked || ofRun ? markerOf(curve) : Marker::None, look.onPage ? 3.5 : 6.0,
                    each);
    if (index < m_measured.size()) {
        auto pale = colour;
        pale.setAlpha(kPaleAlpha);
        m_measured[index]->setPen(
            QPen(pale, 0.6 * look.line, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
        m_measured[index]->setBrush(look.theme->base);
    }
}

void CurvePlot::styleBands(const PlotLook& look) {
    for (std::size_t i = 0; i < m_bands.size(); ++i) {
        auto fill = colourOf(m_set.bands[i].run, *look.theme);
        fill.setAlpha(m_runs.size() > 1 ? kBandOfSeveralAlpha : kBandAlpha);
        m_bands[i]->setBrush(fill);
    }
}

void CurvePlot::placeLabels(const PlotLook& look) {
    std::vector<EndLabel> labels;
    for (const auto& curve : m_set.curves) {
        const auto* last = curve.lastMeasured();
        if (last == nullptr || curve.style == CurveStyle::Background || leavesOut(last->x)) {
            continue;
        }
        labels.push_back(
            {placeOf(last->x), heightOf(*last->y), valueText(*last->y), look.theme->text});
        if (m_runs.size() > 1) {
            labels.back().colour = colourOf(curve, *look.theme);
        }
    }
    m_labels->setFont(look.text);
    auto background = look.theme->base;
    background.setAlpha(120); // the curves still show
    m_labels->setBackground(background);
    m_labels->setLabels(std::move(labels));
}

void CurvePlot::fillStrip(const PlotLook& look) {
    std::vector<ResultMark> marks;
    for (const auto& test : m_set.tests) {
        std::optional<Interval> interval;
        if (test.interval) {
            interval = Interval{heightOf(test.interval->lo), heightOf(test.interval->hi)};
        }
        marks.push_back({heightOf(test.value), interval, Marker::Diamond,
                         colourOf(test.run, *look.theme),
                         tr("%1, %2").arg(runText(test.run), testText(test))});
    }
    for (const auto& control : m_set.controls) {
        marks.push_back({heightOf(control.value), std::nullopt, Marker::Cross,
                         look.theme->identity(Identity::Control),
                         tr("%1, control, test: %2").arg(runText(0), controlValueText(control))});
    }
    m_strip->setSizes(look.onPage ? 4.0 : 7.0, look.line);
    m_strip->setDistance(m_labels->width());
    m_strip->setMarks(std::move(marks));
}

void CurvePlot::fitAxes() {
    std::optional<double> top, bottom;
    for (const auto& curve : m_set.curves) {
        for (const auto& point : curve.points) {
            if (point.y) {
                top = std::max(top.value_or(*point.y), *point.y);
                bottom = std::min(bottom.value_or(*point.y), *point.y);
            }
        }
    }
    fitEpochs();
    auto& y = *canvas().yAxis;
    if (isLogarithmic()) {
        const double least = m_set.least().value_or(1.0);
        const double most = m_kind.percent ? kPerCent : top.value_or(least);
        setRangeWithMargin(y, heightOf(least), heightOf(std::max(least, most)), 0.05);
    } else if (m_kind.percent) {
        setRangeWithMargin(y, 0.0, kPerCent, 0.03);
    } else {
        const double lower = std::min(0.0, bottom.value_or(0.0));
        const double upper = std::max(0.0, top.value_or(0.0));
        setRangeWithMargin(y, lower, upper > lower ? upper : lower + 1.0, 0.05);
    }
}

QSize CurvePlot::minimumSizeHint() const {
    const auto least = CustomPlot::minimumSizeHint();
    const int usual = 3 * QFontMetrics(look().text).height(); // has its place already
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), least.width()), look().text);
    return least + QSize(0, std::max(0, words - usual));
}

QString CurvePlot::readoutBeside(const QPoint& position) {
    const auto* mark = m_strip->nearest(position, kReach);
    return mark != nullptr ? mark->readout : QString();
}

QString CurvePlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    double best = kReach;
    std::optional<std::size_t> nearest;
    std::size_t at = 0;
    for (std::size_t i = 0; i < m_set.curves.size(); ++i) {
        const auto& points = m_set.curves[i].points;
        for (std::size_t j = 0; j < points.size(); ++j) {
            if (!points[j].y || leavesOut(points[j].x)) {
                continue;
            }
            const double distance =
                std::hypot(canvas().xAxis->coordToPixel(placeOf(points[j].x)) - position.x(),
                           canvas().yAxis->coordToPixel(heightOf(*points[j].y)) - position.y());
            if (distance < best) {
                best = distance;
                nearest = i;
                at = j;
            }
        }
    }
    if (nearest) {
        return pointText(*nearest, at);
    }
    return isLogarithmic() || hasLogarithmicEpochs()
               ? placeText(canvas().xAxis->pixelToCoord(position.x()),
                           canvas().yAxis->pixelToCoord(position.y()))
               : CustomPlot::readoutAt(position, rect);
}

} // namespace tessera::ui
