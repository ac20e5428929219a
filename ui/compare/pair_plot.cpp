#include "ui/compare/pair_plot.h"

#include "ui/compare/compare_text.h"
#include "ui/plots/clip_line.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/point_cloud.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr double kReach = 24.0; // pixels from a point within which the readout is its values
constexpr double kMargin = 0.08;

} // namespace

// Where both are equal, from edge to edge, behind the points.
class PairPlot::Diagonal : public QCPLayerable {
public:
    explicit Diagonal(QCustomPlot& canvas) : QCPLayerable(&canvas, "grid") {}
    QPen pen;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override {
        const auto& x = *parentPlot()->xAxis;
        const auto& y = *parentPlot()->yAxis;
        const double lower = std::min(x.range().lower, y.range().lower);
        const double upper = std::max(x.range().upper, y.range().upper);
        const auto place = [&](double value) {
            return QPointF(x.coordToPixel(value), y.coordToPixel(value));
        };
        if (const auto line = clippedLine(QLineF(place(lower), place(upper)),
                                          QRectF(parentPlot()->axisRect()->rect()))) {
            painter->setPen(pen);
            painter->drawLine(*line);
        }
    }
};

PairPlot::PairPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent), m_diagonal(new Diagonal(canvas())),
      m_points(new PointCloud(canvas().xAxis, canvas().yAxis, Marker::Square)),
      m_caption(new PlotKey(&canvas())) {
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_caption);
    m_caption->setMargins({8, 0, 8, 4});
    styleAnew();
    contentHasChanged(true);
}

QString PairPlot::plotTitle() {
    return tr("Two groups, pair by pair");
}

void PairPlot::setData(CompareDataPtr data) {
    m_data = std::move(data);
    m_stop = -1;
    CloudPoints points;
    if (const auto* pairs = pair()) {
        for (const auto& each : pairs->pairs) {
            points.emplace_back(axisValue(m_data->choice.measure, each.x),
                                axisValue(m_data->choice.measure, each.y));
        }
        setAxisTitle(*canvas().xAxis, {axisText(pairs->first), groupText(pairs->first)});
        setAxisTitle(*canvas().yAxis, {axisText(pairs->second), groupText(pairs->second)});
    }
    m_points->setPoints(std::move(points));
    styleAnew();
    contentHasChanged(true);
}

QString PairPlot::axisText(std::size_t group) const {
    return tr("%1, %2", "measure, group")
        .arg(measureAxisText(m_data->choice.measure), groupText(group));
}

bool PairPlot::isEmpty() const {
    return pair() == nullptr || pair()->pairs.empty();
}

QString PairPlot::emptyText() const {
    return pair() == nullptr
               ? tr("With two groups or more, the runs of two of them are paired here by seed.")
               : tr("No seed has a run of both groups.");
}

void PairPlot::applyOwnLook(const PlotLook& look) {
    m_diagonal->pen = QPen(look.theme->mutedText, 0.8 * look.line, Qt::DashLine);
    const auto other = m_data ? static_cast<int>(m_data->choice.other) : 0;
    m_points->setStyles({{look.theme->category(other), Marker::None}}, {});
    m_points->setSize(look.onPage ? 4.0 : 8.0);
    m_caption->setFont(look.text);
    std::vector<KeyEntry> entries;
    if (!isEmpty()) {
        entries.push_back({tr("Dashed: equal. %1").arg(findingText()),
                           look.theme->mutedText,
                           {},
                           Marker::None,
                           Qt::NoPen,
                           1.0});
    }
    m_caption->setEntries(std::move(entries));
}

void PairPlot::fitAxes() {
    double lower = 0.0, upper = 1.0;
    bool first = true;
    for (const auto& point : m_points->points()) {
        const auto [least, most] = std::minmax(point.x(), point.y());
        lower = first ? least : std::min(lower, least);
        upper = first ? most : std::max(upper, most);
        first = false;
    }
    for (auto* axis : {canvas().xAxis, canvas().yAxis}) { // alike, so that the diagonal is one
        setRangeWithMargin(*axis, lower, upper, kMargin);
    }
}

QString PairPlot::networksOf(const RunPair& pair) const {
    const auto& run = m_data->runs[pair.first];
    return tr("%1 > %2", "source > receiver")
        .arg(fromUtf8(run.sourceLabel), fromUtf8(run.receiverLabel));
}

QString PairPlot::pairText(const RunPair& pair) const {
    const auto measure = m_data->choice.measure;
    const auto& comparison = *m_data->pair();
    return tr("Seed %1, %2: %3 %4, %5 %6", "group value, group value")
        .arg(QString::number(m_data->runs[pair.first].experiment.seed), networksOf(pair),
             groupText(comparison.first), measuredText(measure, pair.x),
             groupText(comparison.second), measuredText(measure, pair.y));
}

QString PairPlot::findingText() const {
    const auto& comparison = *pair();
    auto text =
        tr("%1 is %2.", "group, finding")
            .arg(tr("Group %1").arg(comparison.first + 1), differenceText(*m_data, comparison));
    if (comparison.unmatched > 0) {
        text = tr("%1 %n run(s) of it have no partner.", "", static_cast<int>(comparison.unmatched))
                   .arg(text);
    }
    return text;
}

QString PairPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    double distance = 0.0;
    const int nearest = m_points->nearest(position, kReach, &distance);
    return nearest >= 0 ? pairText(pair()->pairs[static_cast<std::size_t>(nearest)])
                        : CustomPlot::readoutAt(position, rect);
}

// Left and right go from pair to pair.
bool PairPlot::onArrow(int dx, int) {
    if (isEmpty() || dx == 0) {
        return false;
    }
    const auto last = static_cast<int>(pair()->pairs.size()) - 1;
    m_stop = m_stop < 0 ? 0 : std::clamp(m_stop + dx, 0, last);
    Q_EMIT readoutChanged(pairText(pair()->pairs[static_cast<std::size_t>(m_stop)]));
    return true;
}

QString PairPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    return tr("%1 of %n pair(s) of runs. %2", "", static_cast<int>(pair()->pairs.size()))
        .arg(measureText(m_data->choice.measure), findingText());
}

PlotTable PairPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    const auto measure = m_data->choice.measure;
    table.columns = {tr("seed"), tr("networks"), axisText(pair()->first), axisText(pair()->second),
                     tr("difference")};
    for (const auto& each : pair()->pairs) {
        const double x = axisValue(measure, each.x), y = axisValue(measure, each.y);
        table.rows.push_back({static_cast<qulonglong>(m_data->runs[each.first].experiment.seed),
                              networksOf(each), x, y, x - y});
    }
    return table;
}

std::vector<PlotAxes> PairPlot::axes(const Theme& theme) const {
    if (isEmpty()) {
        return {};
    }
    PlotSeries series;
    series.kind = PlotSeries::Kind::Marks;
    series.x = 2;
    series.y = 3;
    series.colour = theme.category(static_cast<int>(m_data->choice.other));
    series.marker = Marker::Square;
    PlotAxes axes;
    axes.x = axisText(pair()->first);
    axes.y = axisText(pair()->second);
    axes.series.push_back(std::move(series));
    return {std::move(axes)};
}

} // namespace tessera::ui
