#include "ui/study/study_chart.h"

#include "ui/plots/plot_axes.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QHorizontalBarSeries>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <utility>

namespace tessera::ui {

namespace {

constexpr double kBarWidth = 0.6;
constexpr double kCap = 0.14; // half of the line across the end of an interval
constexpr int kTicks = 6;
constexpr int kOtherAlpha = 150;

} // namespace

StudyChart::StudyChart(const PlotContext& context, QWidget* parent)
    : ChartPlot(context, plotTitle(), parent) {
    contentHasChanged();
}

QString StudyChart::plotTitle() {
    return tr("Accuracy by method");
}

void StudyChart::setOverview(std::shared_ptr<const StudyOverview> overview, std::size_t setting) {
    m_overview = std::move(overview);
    m_setting = setting;
    m_bars.clear();
    m_without.clear();
    if (m_overview) {
        std::copy_if(
            m_overview->averages.begin(), m_overview->averages.end(), std::back_inserter(m_bars),
            [&](const StudyMethodRow& row) { return row.setting == setting && row.after.mean; });
        std::sort(m_bars.begin(), m_bars.end(),
                  [](const auto& a, const auto& b) { return a.method < b.method; });
        for (std::size_t method = 0; method < m_overview->methods.size(); ++method) {
            if (std::none_of(m_bars.begin(), m_bars.end(),
                             [&](const auto& bar) { return bar.method == method; })) {
                m_without << fromUtf8(m_overview->methods[method]);
            }
        }
    }
    contentHasChanged();
}

QString StudyChart::emptyText() const {
    return tr("Run the study to see the accuracy of its methods here.");
}

QString StudyChart::nameOf(const StudyMethodRow& bar) const {
    return fromUtf8(m_overview->methods[bar.method]);
}

// The first method stands at the top: categories go upwards.
void StudyChart::fill(QChart& chart, const PlotLook& look) {
    auto* methods = new QBarCategoryAxis;
    auto* bars = new QBarSet(plotTitle());
    for (auto bar = m_bars.rbegin(); bar != m_bars.rend(); ++bar) {
        methods->append(nameOf(*bar));
        bars->append(100.0 * *bar->after.mean);
    }
    auto colour = look.theme->identity(Identity::Receiver);
    bars->setBorderColor(colour);
    colour.setAlpha(kOtherAlpha);
    bars->setColor(colour);
    auto* series = new QHorizontalBarSeries;
    series->append(bars);
    series->setBarWidth(kBarWidth);
    methods->setGridLineVisible(false);
    auto* accuracy = new QValueAxis;
    accuracy->setRange(0.0, 100.0);
    accuracy->setTickCount(kTicks);
    accuracy->setLabelFormat("%.0f");
    accuracy->setTitleText(tr("Accuracy on the test set (%)"));
    chart.addAxis(methods, Qt::AlignLeft);
    chart.addAxis(accuracy, Qt::AlignBottom);
    chart.addSeries(series);
    // Whiskers: bars of Qt Charts have none.
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        const auto& interval = m_bars[i].after.interval;
        if (!interval) {
            continue;
        }
        const auto height = static_cast<double>(m_bars.size() - 1 - i);
        const double low = std::clamp(100.0 * interval->lo, 0.0, 100.0);
        const double high = std::clamp(100.0 * interval->hi, 0.0, 100.0);
        auto* whisker = new QLineSeries;
        whisker->setPen(QPen(look.theme->text, look.line));
        for (const auto& [x, y] :
             {std::pair{low, height - kCap}, std::pair{low, height + kCap}, std::pair{low, height},
              std::pair{high, height}, std::pair{high, height - kCap},
              std::pair{high, height + kCap}}) {
            whisker->append(x, y);
        }
        chart.addSeries(whisker);
    }
    for (auto* each : chart.series()) {
        each->attachAxis(methods);
        each->attachAxis(accuracy);
    }
}

QString StudyChart::withoutText() const {
    return m_without.isEmpty()
               ? QString()
               : tr("No result yet: %1.", "methods").arg(m_without.join(QStringLiteral(", ")));
}

QString StudyChart::caption() const {
    const bool single = std::any_of(m_bars.begin(), m_bars.end(),
                                    [](const auto& bar) { return bar.after.count == 1; });
    const auto bars =
        single ? tr("Bars: means over the pairs of networks. n = 1 has no interval over seeds.")
               : tr("Bars: means over the pairs of networks; whiskers: 95% t intervals over "
                    "seeds.");
    return m_without.isEmpty() ? bars : QStringLiteral("%1 %2").arg(bars, withoutText());
}

QString StudyChart::readoutAt(int stop) const {
    const auto& bar = m_bars[static_cast<std::size_t>(stop)];
    auto text = tr("%1: %2, n = %3, %n pair(s)", "", static_cast<int>(bar.pairs))
                    .arg(nameOf(bar), percentText(bar.after.mean))
                    .arg(static_cast<qulonglong>(bar.after.count));
    if (bar.after.interval) {
        text = tr("%1, 95% interval %2 to %3")
                   .arg(text, percentText(bar.after.interval->lo),
                        percentText(bar.after.interval->hi));
    }
    return bar.missing > 0
               ? tr("%1, %n run(s) missing", "", static_cast<int>(bar.missing)).arg(text)
               : text;
}

QString StudyChart::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences;
    for (int i = 0; i < stops(); ++i) {
        sentences << tr("%1.", "sentence").arg(readoutAt(i));
    }
    if (!m_without.isEmpty()) {
        sentences << withoutText();
    }
    return sentences.join(QLatin1Char(' '));
}

PlotTable StudyChart::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("method"),
                     tr("accuracy (%)"),
                     tr("95% interval, lower end (%)"),
                     tr("95% interval, upper end (%)"),
                     tr("n (seeds)"),
                     tr("pairs"),
                     tr("runs"),
                     tr("missing runs")};
    for (const auto& bar : m_bars) {
        const auto& [count, mean, interval] = bar.after;
        table.rows.push_back(
            {nameOf(bar), 100.0 * *mean, interval ? QVariant(100.0 * interval->lo) : QVariant(),
             interval ? QVariant(100.0 * interval->hi) : QVariant(), static_cast<qulonglong>(count),
             static_cast<qulonglong>(bar.pairs), static_cast<qulonglong>(bar.runs),
             static_cast<qulonglong>(bar.missing)});
    }
    for (const auto& method : m_without) { // nothing was measured: no figure, and no 0 either
        table.rows.push_back({method, {}, {}, {}, {}, {}, {}, {}});
    }
    return table;
}

std::vector<PlotAxes> StudyChart::axes(const Theme&) const {
    return {}; // words on one axis: a table, for programs that draw it themselves
}

QString StudyChart::intervalText() const {
    const bool any = std::any_of(m_bars.begin(), m_bars.end(),
                                 [](const auto& bar) { return bar.after.interval.has_value(); });
    return any ? tr("Intervals are 95% t intervals over seeds, with the pairs as they are.")
               : QString();
}

} // namespace tessera::ui
