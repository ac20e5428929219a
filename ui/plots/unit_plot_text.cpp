// The units in words and numbers: what UnitPlot tells to those who read rather than look.
#include "ui/plots/plot_axes.h"
#include "ui/plots/unit_plot.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QLocale>

namespace tessera::ui {

QString UnitPlot::networkText(std::size_t half) const {
    const bool source = half == kSource;
    const auto& record = run()->record;
    const auto pattern = source ? tr("Source  %1 - %2") : tr("Receiver  %1 - %2");
    return pattern.arg(fromUtf8(source ? record.sourceLabel : record.receiverLabel),
                       fromUtf8(m_shown.layers[half]->name));
}

QString UnitPlot::countText(std::size_t half) const {
    const auto& of = *m_shown.statistics[half];
    if (!of.dead) {
        return tr("%n unit(s); one sample does not tell which are dead.", nullptr, units(half));
    }
    const auto dead = QLocale().toString(*of.dead);
    if (!of.saturated) {
        return tr("%1 of %n unit(s) dead; the layer has no ends to saturate at.", nullptr,
                  units(half))
            .arg(dead);
    }
    return tr("%1 of %n unit(s) dead, %2 saturated.", nullptr, units(half))
        .arg(dead, QLocale().toString(*of.saturated));
}

QStringList UnitPlot::figureTitles() const {
    switch (figure()) {
    case UnitFigure::Mean:
        return {tr("mean activation"), tr("mean")};
    case UnitFigure::Variance:
        return {tr("variance of the activation"), tr("variance")};
    case UnitFigure::RestShare:
        return {tr("samples at rest (%)"), tr("%")};
    case UnitFigure::SaturatedShare:
        return {tr("saturated samples (%)"), tr("%")};
    }
    return {};
}

QString UnitPlot::topText(const UnitFigures& unit) const {
    QStringList samples;
    for (const int sample : unit.top) {
        samples << sampleText(sample);
    }
    return samples.join(tr(", ", "between two samples"));
}

QString UnitPlot::placeText(const Place& place) const {
    const auto& unit = unitAt(place);
    const int index = m_halves[place.half].order[static_cast<std::size_t>(place.place)];
    const auto name =
        (place.half == kSource ? tr("source unit %1") : tr("receiver unit %1")).arg(index);
    if (!unit.mean) {
        return tr("%1: no activation is finite").arg(name);
    }
    QStringList parts{tr("%1: mean %2, variance %3, from %4 to %5")
                          .arg(name, numberText(unit.mean, 3), numberText(unit.variance, 3),
                               numberText(unit.least, 3), numberText(unit.greatest, 3))};
    if (figure() == UnitFigure::RestShare) {
        parts << tr("at rest %1").arg(percentText(unit.restShare));
    } else if (figure() == UnitFigure::SaturatedShare) {
        parts << tr("saturated %1").arg(percentText(unit.saturatedShare));
    }
    if (unit.dead) {
        parts << tr("dead");
    } else if (unit.saturated) {
        parts << tr("saturated");
    }
    if (!unit.top.empty()) {
        parts << tr("strongest for sample %1").arg(topText(unit));
    }
    return parts.join(tr("; ", "between parts of what is said of a unit"));
}

QStringList UnitPlot::captions() const {
    if (isEmpty()) {
        return {};
    }
    if (!isComputed()) {
        if (m_failure) {
            return {tr("The figures of the units could not be computed. %1")
                        .arg(errorText(*m_failure))};
        }
        return {
            work().isWaiting()
                ? tr("The figures of the units will be computed as soon as the engine is there.")
                : tr("The figures of the units are being computed.")};
    }
    QStringList sentences;
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto name = half == kSource ? tr("Source") : tr("Receiver");
        sentences << tr("%1: %2", "network and sentence").arg(name, countText(half));
        if (const auto missing = m_shown.statistics[half]->missing; missing > 0) {
            sentences << tr("%1: %2 activations are missing, since they are not finite.")
                             .arg(name, QLocale().toString(static_cast<qlonglong>(missing)));
        }
    }
    return sentences;
}

QString UnitPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{runSentence(run()->record)};
    for (std::size_t half = 0; isComputed() && half < m_halves.size(); ++half) {
        sentences << tr("%1, over %n sample(s).", nullptr,
                        static_cast<int>(m_shown.statistics[half]->samples))
                         .arg(networkText(half));
    }
    if (isComputed()) {
        sentences << tr("Shown: %1.").arg(figureTitles().front());
    }
    return (sentences << captions()).join(' ');
}

PlotTable UnitPlot::table() const {
    PlotTable table;
    if (isEmpty() || !isComputed()) {
        return table;
    }
    table.columns = {tr("network"),          tr("layer"),         tr("unit"),     tr("mean"),
                     tr("variance"),         tr("least"),         tr("greatest"), tr("missing"),
                     tr("at rest (%)"),      tr("saturated (%)"), tr("dead"),     tr("saturated"),
                     tr("strongest samples")};
    const auto number = [](const std::optional<double>& value, double scale = 1.0) {
        return value ? QVariant(scale * *value) : QVariant();
    };
    const auto flag = [](bool known, bool on) {
        return known ? QVariant(on ? tr("yes") : tr("no")) : QVariant();
    };
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto& of = *m_shown.statistics[half];
        for (const int index : m_halves[half].order) {
            const auto& unit = of.units[static_cast<std::size_t>(index)];
            table.rows.push_back({half == kSource ? tr("source") : tr("receiver"),
                                  fromUtf8(m_shown.layers[half]->name), index, number(unit.mean),
                                  number(unit.variance), number(unit.least), number(unit.greatest),
                                  static_cast<qlonglong>(of.samples - unit.finite),
                                  number(unit.restShare, 100.0), number(unit.saturatedShare, 100.0),
                                  flag(of.dead.has_value(), unit.dead),
                                  flag(of.saturated.has_value(), unit.saturated), topText(unit)});
        }
    }
    return table;
}

std::vector<PlotAxes> UnitPlot::axes(const Theme& theme) const {
    if (!isComputed()) {
        return {};
    }
    std::vector<PlotAxes> both;
    std::size_t firstRow = 0;
    const int column = figure() == UnitFigure::Mean        ? 3
                       : figure() == UnitFigure::Variance  ? 4
                       : figure() == UnitFigure::RestShare ? 8
                                                           : 9;
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        PlotSeries series;
        series.kind = PlotSeries::Kind::Marks;
        series.x = 2;
        series.y = column;
        series.colour = theme.identity(half == kSource ? Identity::Source : Identity::Receiver);
        series.marker = half == kSource ? Marker::Disc : Marker::OpenSquare;
        series.firstRow = firstRow;
        series.rows = m_halves[half].order.size();
        firstRow += series.rows;
        PlotAxes axes;
        axes.title = networkText(half);
        axes.x = tr("unit");
        axes.y = figureTitles().front();
        axes.series.push_back(std::move(series));
        both.push_back(std::move(axes));
    }
    return both;
}

} // namespace tessera::ui
