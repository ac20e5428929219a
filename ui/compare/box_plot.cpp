#include "ui/compare/box_plot.h"

#include "ui/compare/compare_text.h"
#include "ui/plots/plot_axes.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBoxPlotSeries>
#include <QtCharts/QBoxSet>
#include <QtCharts/QChart>
#include <QtCharts/QScatterSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::size_t kMostWithCounts = 10; // groups whose ticks say N as well
constexpr double kRoom = 0.06;              // of the range above and below
constexpr int kFillAlpha = 70;
constexpr int kMostTicks = 5;

struct Span {
    double least = 0.0, most = 1.0;
};

Span spanOf(const CompareData& data) {
    std::optional<double> least, most;
    for (const auto& figures : data.result.figures) {
        for (const auto& run : figures.values) {
            const double value = axisValue(data.choice.measure, run.value);
            least = std::min(least.value_or(value), value);
            most = std::max(most.value_or(value), value);
        }
    }
    const double width = least ? *most - *least : 0.0;
    const double room =
        width > 0.0 ? kRoom * width : std::max(0.5, 0.1 * std::abs(least.value_or(0.0)));
    return {least.value_or(0.0) - room, most.value_or(1.0) + room};
}

// 1, 2, 2.5 or 5 times a power of ten, for at most kMostTicks ticks.
double niceStep(double width) {
    const double least = width / (kMostTicks - 1);
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= least) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

QString tickOf(const CompareData& data, std::size_t group) {
    const auto n = data.result.figures[group].values.size();
    return data.result.figures.size() <= kMostWithCounts
               ? BoxPlot::tr("%1 (n = %2)").arg(group + 1).arg(n)
               : QString::number(group + 1);
}

} // namespace

BoxPlot::BoxPlot(const PlotContext& context, QWidget* parent)
    : ChartPlot(context, plotTitle(), parent) {
    contentHasChanged();
}

QString BoxPlot::plotTitle() {
    return tr("Groups over seeds");
}

void BoxPlot::setData(CompareDataPtr data) {
    m_data = std::move(data);
    contentHasChanged();
}

bool BoxPlot::isEmpty() const {
    return !m_data || std::all_of(m_data->result.figures.begin(), m_data->result.figures.end(),
                                  [](const GroupFigures& each) { return each.values.empty(); });
}

QString BoxPlot::emptyText() const {
    return m_data ? tr("None of these runs has measured this value.")
                  : tr("Choose two or more runs in Runs to compare them.");
}

void BoxPlot::fill(QChart& chart, const PlotLook& look) {
    auto* groups = new QBarCategoryAxis;
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        groups->append(tickOf(*m_data, i));
    }
    groups->setTitleText(tr("group"));
    groups->setGridLineVisible(false);
    auto* values = new QValueAxis;
    const auto span = spanOf(*m_data);
    values->setRange(span.least, span.most);
    const double step = niceStep(span.most - span.least);
    values->setTickType(QValueAxis::TicksDynamic);
    values->setTickAnchor(0.0);
    values->setTickInterval(step);
    const int decimals = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    const bool half = std::abs(step * std::pow(10.0, decimals) - 2.5) < 1e-6; // 2.5, 0.25, ...
    values->setLabelFormat(QStringLiteral("%.%1f").arg(std::max(0, decimals + (half ? 1 : 0))));
    values->setTitleText(measureAxisText(m_data->choice.measure));
    chart.addAxis(groups, Qt::AlignBottom);
    chart.addAxis(values, Qt::AlignLeft);
    addBoxes(chart, look);
    addPoints(chart, look);
    for (auto* series : chart.series()) {
        series->attachAxis(groups);
        series->attachAxis(values);
    }
}

// A box's place is its number in the series, so groups without one have one that cannot be seen.
void BoxPlot::addBoxes(QChart& chart, const PlotLook& look) const {
    auto* boxes = new QBoxPlotSeries;
    const auto measure = m_data->choice.measure;
    const double middle = spanOf(*m_data).least;
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        auto* set = new QBoxSet(tickOf(*m_data, i));
        const auto& box = m_data->result.figures[i].box;
        if (box) {
            const auto colour = look.theme->category(static_cast<int>(i));
            auto fill = colour;
            fill.setAlpha(kFillAlpha);
            set->setBrush(fill);
            set->setPen(QPen(colour, look.line));
        } else {
            set->setBrush(Qt::NoBrush);
            set->setPen(Qt::NoPen);
        }
        const auto five = box.value_or(FiveNumbers{});
        for (const double value :
             {five.least, five.lowerQuartile, five.median, five.upperQuartile, five.most}) {
            set->append(box ? axisValue(measure, value) : middle);
        }
        boxes->append(set);
    }
    boxes->setBoxWidth(0.5);
    chart.addSeries(boxes);
}

void BoxPlot::addPoints(QChart& chart, const PlotLook& look) {
    constexpr std::array kShapes{
        QScatterSeries::MarkerShapeRectangle, QScatterSeries::MarkerShapeCircle,
        QScatterSeries::MarkerShapeTriangle, QScatterSeries::MarkerShapeRotatedRectangle};
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        auto* points = new QScatterSeries;
        points->setMarkerShape(kShapes[i % kShapes.size()]);
        points->setMarkerSize(look.onPage ? 4.0 : 7.0);
        points->setColor(look.theme->category(static_cast<int>(i)));
        points->setBorderColor(look.theme->base);
        for (const auto& run : m_data->result.figures[i].values) {
            points->append(static_cast<double>(i), axisValue(m_data->choice.measure, run.value));
        }
        chart.addSeries(points);
        connect(points, &QScatterSeries::hovered, this, [this, i](const QPointF& at, bool inside) {
            Q_EMIT readoutChanged(inside ? tr("%1: %2 (%3)")
                                               .arg(groupText(i), numberText(at.y()),
                                                    measureAxisText(m_data->choice.measure))
                                         : QString());
        });
    }
}

QString BoxPlot::caption() const {
    QStringList sentences{
        tr("Boxes: quartiles and median over seeds; whiskers: least and most; points: runs.")};
    QStringList few;
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        const auto remark = countRemark(m_data->result.figures[i]);
        if (!remark.isEmpty()) {
            few << tr("%1: %2", "group: remark").arg(groupText(i), remark);
        }
    }
    constexpr int kMostRemarks = 4;
    if (few.size() > kMostRemarks) {
        few = {tr("%n group(s) have too few runs for a box: points only; n = 1 has no interval "
                  "over seeds",
                  "", static_cast<int>(few.size()))};
    }
    if (!few.isEmpty()) {
        sentences << tr("%1.", "sentence").arg(few.join(QStringLiteral("; ")));
    }
    return sentences.join(' ');
}

int BoxPlot::stops() const {
    return isEmpty() ? 0 : static_cast<int>(m_data->result.figures.size());
}

QString BoxPlot::readoutAt(int stop) const {
    const auto i = static_cast<std::size_t>(stop);
    const auto& figures = m_data->result.figures[i];
    const auto measure = m_data->choice.measure;
    auto text =
        tr("%1, %2: n = %3, mean %4")
            .arg(groupText(i), fromUtf8(m_data->result.groups.groups[i].label),
                 QString::number(figures.values.size()), measuredText(measure, figures.mean));
    if (figures.interval) {
        text = tr("%1, 95% interval %2 to %3")
                   .arg(text, measuredText(measure, figures.interval->lo),
                        measuredText(measure, figures.interval->hi));
    }
    const auto remark = countRemark(figures);
    return remark.isEmpty() ? text : tr("%1 (%2)").arg(text, remark);
}

QString BoxPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{
        tr("%1 of %n group(s).", "", stops()).arg(measureText(m_data->choice.measure))};
    for (int i = 0; i < stops(); ++i) {
        sentences << tr("%1.", "sentence").arg(readoutAt(i));
    }
    return sentences.join(' ');
}

// A row a run, with the figures of its group: what the box and the points are drawn from.
PlotTable BoxPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    const auto measure = m_data->choice.measure;
    table.columns = {tr("group"),
                     tr("what is different"),
                     tr("run"),
                     tr("seed"),
                     measureAxisText(measure),
                     tr("n"),
                     tr("least"),
                     tr("lower quartile"),
                     tr("median"),
                     tr("upper quartile"),
                     tr("most"),
                     tr("mean"),
                     tr("95% interval, lower end"),
                     tr("95% interval, upper end")};
    const auto cell = [&](std::optional<double> value) {
        return value ? QVariant(axisValue(measure, *value)) : QVariant();
    };
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        const auto& figures = m_data->result.figures[i];
        const auto part = [&](double FiveNumbers::*which) {
            return figures.box ? cell((*figures.box).*which) : QVariant();
        };
        for (const auto& run : figures.values) {
            const auto& record = m_data->runs[run.run];
            table.rows.push_back(
                {static_cast<qlonglong>(i + 1), fromUtf8(m_data->result.groups.groups[i].label),
                 fromUtf8(record.name), static_cast<qulonglong>(record.experiment.seed),
                 cell(run.value), static_cast<qlonglong>(figures.values.size()),
                 part(&FiveNumbers::least), part(&FiveNumbers::lowerQuartile),
                 part(&FiveNumbers::median), part(&FiveNumbers::upperQuartile),
                 part(&FiveNumbers::most), cell(figures.mean),
                 figures.interval ? cell(figures.interval->lo) : QVariant(),
                 figures.interval ? cell(figures.interval->hi) : QVariant()});
        }
    }
    return table;
}

std::vector<PlotAxes> BoxPlot::axes(const Theme& theme) const {
    constexpr int kGroup = 0, kValue = 4;
    if (isEmpty()) {
        return {};
    }
    PlotAxes axes;
    axes.x = tr("group");
    axes.y = measureAxisText(m_data->choice.measure);
    std::size_t row = 0;
    for (std::size_t i = 0; i < m_data->result.figures.size(); ++i) {
        PlotSeries series;
        series.kind = PlotSeries::Kind::Marks;
        series.name = fromUtf8(m_data->result.groups.groups[i].label);
        series.x = kGroup;
        series.y = kValue;
        series.colour = theme.category(static_cast<int>(i));
        series.marker = Marker::Square;
        series.firstRow = row;
        series.rows = m_data->result.figures[i].values.size();
        row += series.rows;
        if (series.rows > 0) {
            axes.series.push_back(std::move(series));
        }
    }
    return {std::move(axes)};
}

QString BoxPlot::intervalText() const {
    return isEmpty() ? QString()
                     : tr("Intervals are 95% t intervals of the mean over seeds; boxes are "
                          "quartiles.");
}

} // namespace tessera::ui
