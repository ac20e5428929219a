#include "ui/plots/curve_plot.h"

#include "ui/plots/curve_line.h"
#include "ui/plots/end_labels.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/plots/result_strip.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kReach = 24.0; // pixels from a point within which the readout is its value
constexpr double kPerCent = 100.0;

Qt::PenStyle dashOf(CurveStyle style) {
    switch (style) {
    case CurveStyle::Main:
    case CurveStyle::Background:
        return Qt::SolidLine;
    case CurveStyle::Second:
        return Qt::DashLine;
    case CurveStyle::Third:
        return Qt::DotLine;
    }
    return Qt::SolidLine;
}

std::vector<CurveLinePoint> pointsOf(const Curve& curve, bool marksReadout) {
    std::vector<CurveLinePoint> points;
    for (const auto& point : curve.points) {
        points.push_back({point.x, point.y});
        if (marksReadout && point.readout) {
            points.back().marker = Marker::Triangle;
        }
    }
    return points;
}

} // namespace

CurvePlot::CurvePlot(const CurveKind& kind, const PlotContext& context, QWidget* parent)
    : CustomPlot(context, kind.title(), parent), m_kind(kind),
      m_labels(new EndLabels(canvas().axisRect())), m_strip(new ResultStrip(canvas().axisRect())),
      m_key(new PlotKey(&canvas())), m_caption(new PlotKey(&canvas())),
      m_epochTicks(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers)) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_key);
    canvas().plotLayout()->addElement(2, 0, m_caption);
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
    canvas().xAxis->setTicker(m_epochTicks);
    canvas().xAxis->setLabel(tr("epoch"));
    const auto title =
        kind.percent ? tr("share of inputs (%)") : seriesAxisText(kind.lines.front().series);
    setAxisTitle(*canvas().yAxis,
                 unit().isEmpty() ? QStringList{title} : QStringList{title, unit()});
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
    m_lines.clear();
    for (const auto& curve : m_set.curves) {
        m_lines.push_back(new CurveLineItem(canvas().xAxis, canvas().yAxis,
                                            pointsOf(curve, m_set.readoutsApart)));
    }
    m_epochTicks->setExtraTick(m_set.readoutStep, tr("readout"));
    applyOwnLook(look());
}

QColor CurvePlot::colourOf(std::size_t run, const Theme& theme) const {
    return m_runs.size() == 1 ? theme.identity(Identity::Receiver)
                              : theme.category(static_cast<int>(run));
}

QColor CurvePlot::colourOf(const Curve& curve, const Theme& theme) const {
    if (curve.style == CurveStyle::Background) {
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
    const double width = behind ? 0.6 : m_kind.pairs ? 1.8 : 1.2;
    line->setPen(QPen(colourOf(curve, *look.theme), width * look.line, dashOf(curve.style),
                      Qt::FlatCap, Qt::RoundJoin));
    line->setBrush(look.theme->base);
    // Squares are the receiver's; an open one belongs to a dashed curve.
    constexpr std::size_t kMostMarkers = 60;
    const auto marker = behind || curve.points.size() > kMostMarkers ? Marker::None
                        : curve.style == CurveStyle::Main            ? Marker::Square
                                                                     : Marker::OpenSquare;
    line->setMarker(marker, look.onPage ? 3.5 : 6.0);
}

void CurvePlot::placeLabels(const PlotLook& look) {
    std::vector<EndLabel> labels;
    for (const auto& curve : m_set.curves) {
        const auto* last = curve.lastMeasured();
        if (last == nullptr || curve.style == CurveStyle::Background) {
            continue;
        }
        labels.push_back({last->x, *last->y, valueText(*last->y), look.theme->text});
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
        marks.push_back({test.value, test.interval, Marker::Diamond,
                         colourOf(test.run, *look.theme),
                         tr("%1, %2").arg(runText(test.run), testText(test))});
    }
    for (const auto& control : m_set.controls) {
        marks.push_back({control.value, std::nullopt, Marker::Cross,
                         look.theme->identity(Identity::Control),
                         tr("%1, control, test: %2").arg(runText(0), controlValueText(control))});
    }
    m_strip->setSizes(look.onPage ? 4.0 : 7.0, look.line);
    m_strip->setDistance(m_labels->width());
    m_strip->setMarks(std::move(marks));
}

// One entry for all curves of a series.
std::vector<KeyEntry> CurvePlot::seriesEntries(const PlotLook& look) const {
    std::vector<KeyEntry> entries;
    std::vector<std::string> named;
    for (const auto& curve : m_set.curves) {
        const auto name = curve.series + (curve.layer.empty() ? "" : "/pair");
        if (curve.lastMeasured() == nullptr ||
            std::find(named.begin(), named.end(), name) != named.end()) {
            continue;
        }
        named.push_back(name);
        const bool behind = curve.style == CurveStyle::Background;
        const auto colour =
            m_runs.size() > 1 ? look.theme->mutedText : colourOf(curve, *look.theme);
        const auto marker = behind                            ? Marker::None
                            : curve.style == CurveStyle::Main ? Marker::Square
                                                              : Marker::OpenSquare;
        const auto what = !curve.layer.empty() ? tr("one matched pair of layers")
                          : m_kind.pairs       ? tr("mean over the pairs")
                                               : seriesText(curve.series);
        entries.push_back({what, look.theme->text, colour, marker, dashOf(curve.style),
                           behind ? 1.0 : 1.2 * look.line});
    }
    return entries;
}

void CurvePlot::fillKey(const PlotLook& look) {
    const bool several = m_runs.size() > 1;
    const auto& theme = *look.theme;
    std::vector<KeyEntry> entries;
    const auto add = [&](const QString& name, const QColor& colour, Marker marker) {
        entries.push_back({name, theme.text, colour, marker, Qt::NoPen, look.line});
    };
    for (std::size_t run = 0; several && run < m_runs.size(); ++run) {
        add(runText(run), colourOf(run, theme), Marker::Square);
    }
    const auto series = seriesEntries(look);
    // The title and the axis say it all of one curve.
    if (several || series.size() > 1 || !m_set.tests.empty()) {
        entries.insert(entries.end(), series.begin(), series.end());
    }
    if (m_set.readoutsApart) {
        add(tr("readout, after the last epoch"), theme.mutedText, Marker::Triangle);
    }
    if (!m_set.tests.empty()) {
        add(several ? tr("test, 95%") : testText(m_set.tests.front()),
            several ? theme.mutedText : colourOf(0, theme), Marker::Whisker);
    }
    for (const auto& control : m_set.controls) {
        add(controlValueText(control), theme.identity(Identity::Control), Marker::Cross);
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

void CurvePlot::fillCaption(const PlotLook& look) {
    QStringList parts;
    if (m_kind.caption != nullptr) {
        parts << m_kind.caption();
    }
    if (!m_set.controls.empty()) {
        parts << tr("Crosses: controls, on the test inputs.");
    }
    if (m_runs.size() > 1) {
        parts << tr("N = %n run(s).", nullptr, static_cast<int>(m_runs.size()));
    }
    std::vector<KeyEntry> entries;
    if (!parts.isEmpty()) {
        entries.push_back(
            {parts.join(' '), look.theme->mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_caption->setFont(look.text);
    m_caption->setEntries(std::move(entries));
}

void CurvePlot::fitAxes() {
    double top = 0.0, bottom = 0.0;
    for (const auto& curve : m_set.curves) {
        for (const auto& point : curve.points) {
            top = std::max(top, point.y.value_or(0.0));
            bottom = std::min(bottom, point.y.value_or(0.0));
        }
    }
    setRangeWithMargin(*canvas().xAxis, 0.0, m_set.lastX, 0.03);
    if (m_kind.percent) {
        setRangeWithMargin(*canvas().yAxis, 0.0, kPerCent, 0.03);
    } else {
        setRangeWithMargin(*canvas().yAxis, bottom, top > bottom ? top : bottom + 1.0, 0.05);
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
    const Curve* nearest = nullptr;
    const CurvePoint* at = nullptr;
    for (const auto& curve : m_set.curves) {
        for (const auto& point : curve.points) {
            if (!point.y) {
                continue;
            }
            const double distance =
                std::hypot(canvas().xAxis->coordToPixel(point.x) - position.x(),
                           canvas().yAxis->coordToPixel(*point.y) - position.y());
            if (distance < best) {
                best = distance;
                nearest = &curve;
                at = &point;
            }
        }
    }
    if (nearest == nullptr) {
        return CustomPlot::readoutAt(position, rect);
    }
    return tr("%1, %2: %3, %4")
        .arg(runText(nearest->run), stepText(*nearest, *at), curveText(*nearest),
             valueText(*at->y));
}

} // namespace tessera::ui
