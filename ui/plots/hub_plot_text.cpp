// The hub space in words and numbers: what HubPlot tells to those who read rather than look.
#include "ui/plots/hub_plot.h"
#include "ui/plots/point_cloud.h"
#include "ui/strings/strings.h"

#include <QComboBox>

#include <cmath>

namespace tessera::ui {

namespace {

QVariant predictionOf(const NetworkRows* network, std::size_t sample) {
    return network != nullptr && sample < network->predicted.size()
               ? QVariant(network->predicted[sample])
               : QVariant();
}

} // namespace

QString HubPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer, or choose a run, to see both networks in the hub.");
    }
    return m_run->record.finishedAt.empty()
               ? tr("The hub will be here as soon as the transfer has fitted it.")
               : tr("This run kept no hub coordinates. Run it again to see them.");
}

std::int32_t HubPlot::labelOf(int sample) const {
    const auto& labels = m_snapshot->samples->labels;
    const auto index = static_cast<std::size_t>(sample);
    return index < labels.size() ? labels[index] : -1;
}

QStringList HubPlot::wordsOn(int sample) const {
    const auto label = labelOf(sample);
    QStringList words{
        tr("sample %1: %2").arg(sample).arg(label < 0 ? tr("no class") : classText(*m_run, label))};
    const auto says = [&](const QString& pattern, const NetworkRows* network) {
        const auto answer = predictionOf(network, static_cast<std::size_t>(sample));
        if (answer.isValid()) {
            words << pattern.arg(classText(*m_run, answer.toInt()));
        }
    };
    says(tr("source says %1"), m_snapshot->source.get());
    says(tr("receiver says %1"), m_snapshot->receiver.get());
    return words;
}

PlotTable HubPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    const int x = axisOf(*m_xBox) + 1, y = axisOf(*m_yBox) + 1;
    table.columns = {tr("sample"),
                     tr("class"),
                     tr("source's answer"),
                     tr("receiver's answer"),
                     tr("source, hub axis %1").arg(x),
                     tr("source, hub axis %1").arg(y),
                     tr("receiver, hub axis %1").arg(x),
                     tr("receiver, hub axis %1").arg(y)};
    for (std::int64_t i = 0; i < m_snapshot->samples->size(); ++i) {
        const auto index = static_cast<std::size_t>(i);
        const auto label = labelOf(static_cast<int>(i));
        std::vector<QVariant> row{static_cast<qlonglong>(i),
                                  label < 0 ? QVariant() : QVariant(label),
                                  predictionOf(m_snapshot->source.get(), index),
                                  predictionOf(m_snapshot->receiver.get(), index)};
        for (const auto* cloud : {m_source, m_receiver}) {
            const bool there = index < cloud->points().size();
            for (const double value : {there ? cloud->points()[index].x() : NAN,
                                       there ? cloud->points()[index].y() : NAN}) {
                row.push_back(std::isfinite(value) ? QVariant(value) : QVariant());
            }
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

QString HubPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    const auto count = static_cast<int>(m_snapshot->samples->size());
    QStringList sentences{
        runSentence(m_run->record), tr("%n sample(s) in the hub.", nullptr, count),
        tr("Across: %1. Up: %2.").arg(axisText(axisOf(*m_xBox)), axisText(axisOf(*m_yBox)))};
    const auto& source = m_snapshot->source->predicted;
    if (m_snapshot->receiver && m_snapshot->receiver->predicted.size() == source.size()) {
        std::size_t same = 0;
        for (std::size_t i = 0; i < source.size(); ++i) {
            same += m_snapshot->receiver->predicted[i] == source[i] ? 1 : 0;
        }
        const double share =
            source.empty() ? 0.0 : static_cast<double>(same) / static_cast<double>(source.size());
        sentences << tr("Source and receiver give the same answer to %1 of them.")
                         .arg(percentText(share));
    }
    if (m_receiver->points().empty()) {
        sentences << tr("The receiver has no place in this hub.");
    }
    return sentences.join(' ');
}

} // namespace tessera::ui
