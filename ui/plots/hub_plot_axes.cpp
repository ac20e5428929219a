// The points as series of their table, for programs that draw it themselves.
#include "ui/plots/hub_colours.h"
#include "ui/plots/hub_controls.h"
#include "ui/plots/hub_plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/point_cloud.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

namespace tessera::ui {

namespace {

// Columns of the table.
constexpr int kClass = 1, kSource = 4, kReceiver = 6, kSourceRight = 8, kReceiverRight = 9;
constexpr int kDrift = 8; // where nothing is judged
constexpr std::size_t kLegendShades = 17;

// `all` ends with the colour of what was not measured.
std::vector<QColor> someShades(const std::vector<CloudStyle>& all) {
    std::vector<QColor> shades;
    const auto last = all.size() - 2;
    for (std::size_t i = 0; i < kLegendShades; ++i) {
        shades.push_back(all[i * last / (kLegendShades - 1)].colour);
    }
    return shades;
}

} // namespace

// Right, wrong and not known, as hubLook() has them.
std::vector<PlotGroup> HubPlot::judgements(const QString& network,
                                           const std::vector<CloudStyle>& styles, Marker marker) {
    const auto group = [&](std::size_t which, const QVariant& value, const QString& name) {
        const auto& style = styles[which];
        return PlotGroup{value, name, style.colour,
                         style.marker == Marker::None ? marker : style.marker};
    };
    return {group(0, rightText(true), tr("%1 is right").arg(network)),
            group(1, rightText(false), tr("%1 is wrong").arg(network)),
            group(2, {}, tr("%1: not known").arg(network))};
}

PlotSeries HubPlot::seriesOf(int column, const Theme& theme, const HubLook& look) const {
    const bool source = column == kSource;
    const auto& record = m_run->record;
    PlotSeries series;
    series.kind = PlotSeries::Kind::Marks;
    series.name = source ? tr("source %1").arg(fromUtf8(record.sourceLabel))
                         : tr("receiver %1").arg(fromUtf8(record.receiverLabel));
    series.x = column;
    series.y = column + 1;
    series.colour = theme.identity(source ? Identity::Source : Identity::Receiver);
    series.marker = source ? Marker::Disc : Marker::OpenSquare;
    const auto& styles = source ? look.source.styles : look.receiver.styles;
    switch (m_controls->colours()) {
    case HubColours::Network:
        break;
    case HubColours::Class:
        series.group = kClass;
        break;
    case HubColours::Correctness:
        series.group = source ? kSourceRight : kReceiverRight;
        series.groups = judgements(series.name, styles, series.marker);
        break;
    case HubColours::Drift:
        series.colour = theme.mutedText; // where it was not measured
        series.shade = look.mostDrift ? kDrift : -1;
        break;
    }
    return series;
}

std::vector<PlotAxes> HubPlot::axes(const Theme& theme) const {
    if (isEmpty()) {
        return {};
    }
    const auto look = hubLook(*m_run, *m_snapshot, m_controls->colours(), theme);
    const auto where = places();
    PlotAxes axes;
    axes.x = axisTitles(where.x).front();
    axes.y = axisTitles(where.y).front();
    axes.series.push_back(seriesOf(kSource, theme, look));
    if (!m_receiver->points().empty()) {
        axes.series.push_back(seriesOf(kReceiver, theme, look));
    }
    if (look.mostDrift) {
        axes.shades = someShades(look.source.styles);
        axes.mostShade = *look.mostDrift > 0.0 ? *look.mostDrift : 1.0;
        axes.shadeTitle = tr("drift (nats)");
    }
    return {std::move(axes)};
}

} // namespace tessera::ui
