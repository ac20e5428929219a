// The distributions in words and numbers: what DistributionPlot tells to those who read rather than
// look.
#include "ui/plots/distribution_plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

QString DistributionPlot::nameOf(Layer layer) const {
    const auto& layers = m_shown.layers;
    const auto* rows = layer == Layer::Source   ? layers.source
                       : layer == Layer::Before ? layers.receiverBefore
                                                : layers.receiverNow;
    const auto pattern = layer == Layer::Source   ? tr("source, %1")
                         : layer == Layer::Before ? tr("receiver before, %1")
                         : layers.before          ? tr("receiver after, %1")
                                                  : tr("receiver, %1");
    return pattern.arg(rows != nullptr ? fromUtf8(rows->name) : QString());
}

// With as many digits as tell the edges apart.
QString DistributionPlot::edgeText(int edge) const {
    const auto& edges = m_shown.all->edges;
    const double largest = std::max(std::abs(edges.front()), std::abs(edges.back()));
    const double digits = std::ceil(std::log10(largest / (edges[1] - edges[0]))) + 2.0;
    return numberText(edges[static_cast<std::size_t>(edge)],
                      static_cast<int>(std::clamp(digits, 3.0, 12.0)));
}

QString DistributionPlot::binText(int bin) const {
    const auto index = static_cast<std::size_t>(bin);
    const double width = m_shown.all->edges[1] - m_shown.all->edges[0];
    QStringList parts;
    const auto add = [&](const DistributionSet& set, Layer layer, bool chosen) {
        const auto& one = of(set, layer);
        if (one && one->count > 0) {
            const auto share = percentText(one->density[index] * width);
            parts
                << (chosen ? tr("%1, chosen samples: %2") : tr("%1: %2")).arg(nameOf(layer), share);
        }
    };
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        add(*m_shown.all, layer, false);
        if (m_shown.chosen != nullptr) {
            add(*m_shown.chosen, layer, true);
        }
    }
    return tr("activations from %1 to under %2: %3", "a bin, then what share of each is in it")
        .arg(edgeText(bin), edgeText(bin + 1), parts.join(tr("; ", "between two networks")));
}

QStringList DistributionPlot::captions() const {
    QStringList sentences;
    if (isEmpty()) {
        return sentences;
    }
    if (m_shown.all == nullptr) {
        if (m_failure) {
            return {tr("The distributions could not be computed. %1").arg(errorText(*m_failure))};
        }
        return {work().isWaiting()
                    ? tr("The distributions will be computed as soon as the engine is there.")
                    : tr("The distributions are being computed.")};
    }
    if (!hasBins()) {
        return {tr("No activation of these layers is finite.")};
    }
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        const auto& one = of(*m_shown.all, layer);
        if (!one) {
            continue;
        }
        if (one->count == 0) {
            sentences << tr("%1: no activation is finite.").arg(nameOf(layer));
        } else if (*one->least == *one->greatest) {
            sentences
                << tr("%1: every activation is %2.").arg(nameOf(layer), numberText(*one->least));
        }
        if (one->missing > 0 && one->count > 0) {
            sentences << tr("%1: %2 activations are missing, since they are not finite.")
                             .arg(nameOf(layer),
                                  QLocale().toString(static_cast<qlonglong>(one->missing)));
        }
    }
    return sentences;
}

QString DistributionPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{runSentence(run()->record)};
    const auto add = [&](const DistributionSet& set, Layer layer, const QString& pattern) {
        const auto& one = of(set, layer);
        if (one && one->count > 0) {
            sentences << pattern.arg(nameOf(layer), numberText(*one->least, 3),
                                     numberText(*one->greatest, 3), numberText(*one->mean, 3),
                                     numberText(*one->deviation, 3));
        }
    };
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        if (m_shown.all != nullptr) {
            add(*m_shown.all, layer,
                tr("%1: activations from %2 to %3, mean %4, standard deviation %5."));
        }
    }
    for (const auto layer : {Layer::Source, Layer::Now}) {
        if (m_shown.chosen != nullptr) {
            add(*m_shown.chosen, layer,
                tr("%1, %n chosen sample(s): activations from %2 to %3, mean %4, standard "
                   "deviation %5.",
                   nullptr, static_cast<int>(m_shown.samples)));
        }
    }
    return (sentences << captions()).join(' ');
}

PlotTable DistributionPlot::table() const {
    PlotTable table;
    if (isEmpty() || m_shown.all == nullptr) {
        return table;
    }
    table.columns = {tr("from"), tr("to under")};
    std::vector<const Distribution*> columns;
    const auto add = [&](const DistributionSet* set, Layer layer, const QString& pattern) {
        if (set != nullptr && of(*set, layer)) {
            columns.push_back(&*of(*set, layer));
            table.columns << pattern.arg(nameOf(layer));
        }
    };
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        add(m_shown.all.get(), layer, tr("density, %1"));
    }
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        add(m_shown.chosen.get(), layer, tr("density, %1, chosen samples"));
    }
    for (int bin = 0; bin < m_shown.all->bins(); ++bin) {
        const auto index = static_cast<std::size_t>(bin);
        std::vector<QVariant> row = {m_shown.all->edges[index], m_shown.all->edges[index + 1]};
        for (const auto* column : columns) {
            row.push_back(column->count > 0 ? QVariant(column->density[index]) : QVariant());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

std::vector<PlotAxes> DistributionPlot::axes(const Theme& theme) const {
    if (!hasBins()) {
        return {};
    }
    PlotAxes axes;
    axes.x = tr("activation");
    axes.y = tr("density");
    axes.logarithmicY = m_logBox->isChecked();
    int column = 2;
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        if (!of(*m_shown.all, layer)) {
            continue;
        }
        PlotSeries series;
        series.name = nameOf(layer);
        series.y = column++;
        series.colour =
            theme.identity(layer == Layer::Source ? Identity::Source : Identity::Receiver);
        series.line = layer == Layer::Source   ? Qt::SolidLine
                      : layer == Layer::Before ? Qt::DotLine
                                               : Qt::DashLine;
        axes.series.push_back(std::move(series));
    }
    return {std::move(axes)};
}

} // namespace tessera::ui
