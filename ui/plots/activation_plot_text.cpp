// The heat maps in words and numbers: what ActivationPlot tells to those who read rather than look.
#include "ui/plots/activation_plot.h"
#include "ui/plots/heat_map.h"
#include "ui/strings/strings.h"

#include <cmath>

namespace tessera::ui {

bool ActivationPlot::isEmpty() const {
    return m_shown.source == nullptr || m_shown.receiver == nullptr;
}

QString ActivationPlot::emptyText() const {
    if (!m_run) {
        return tr(
            "Run a transfer, or choose a run, to see what the units of both networks answer.");
    }
    return m_run->record.finishedAt.empty()
               ? tr("The activations will be here as soon as the transfer has recorded them.")
               : tr("This run kept no activations. Run it again to see them.");
}

QString ActivationPlot::titleText(Side side) const {
    const bool source = side == Side::Source;
    const auto& record = m_run->record;
    const auto& layer = source ? *m_shown.source : *m_shown.receiver;
    const auto pattern = source ? tr("Source  %1 - %2") : tr("Receiver  %1 - %2");
    return pattern.arg(fromUtf8(source ? record.sourceLabel : record.receiverLabel),
                       fromUtf8(layer.name));
}

QString ActivationPlot::cellText(Side side, const HeatMapCell& cell) const {
    const int sample = m_rows->order[static_cast<std::size_t>(cell.row)];
    const auto label = m_rows->labels[static_cast<std::size_t>(sample)];
    const double value = half(side).valueAt(cell);
    const auto text = std::isfinite(value) ? numberText(value, 3) : tr("not measured");
    const auto pattern = side == Side::Source ? tr("sample %1: %2, source unit %3: %4")
                                              : tr("sample %1: %2, receiver unit %3: %4");
    return pattern.arg(sample)
        .arg(label < 0 ? tr("no class") : classText(*m_run, label))
        .arg(cell.unit)
        .arg(text);
}

QString ActivationPlot::similarityNote() const {
    if (m_similar.failure) {
        return tr("The order by similarity could not be found. %1")
            .arg(errorText(*m_similar.failure));
    }
    return m_work.isWaiting()
               ? tr("The samples will be ordered by similarity as soon as the engine is there.")
               : QString();
}

QString ActivationPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    for (const auto side : {Side::Source, Side::Receiver}) {
        if (const auto cell = half(side).cellAt(position)) {
            return cellText(side, *cell);
        }
    }
    return {};
}

PlotTable ActivationPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("sample"), tr("class")};
    for (const auto side : {Side::Source, Side::Receiver}) {
        const auto pattern = side == Side::Source ? tr("source unit %1") : tr("receiver unit %1");
        for (std::int64_t unit = 0; unit < half(side).values().columns; ++unit) {
            table.columns << pattern.arg(unit);
        }
    }
    for (int row = 0; row < static_cast<int>(m_rows->order.size()); ++row) {
        const int sample = m_rows->order[static_cast<std::size_t>(row)];
        const auto label = m_rows->labels[static_cast<std::size_t>(sample)];
        std::vector<QVariant> cells;
        cells.reserve(static_cast<std::size_t>(table.columns.size()));
        cells.emplace_back(sample);
        cells.push_back(label < 0 ? QVariant() : QVariant(label));
        for (const auto side : {Side::Source, Side::Receiver}) {
            for (int unit = 0; unit < half(side).values().columns; ++unit) {
                const double value = half(side).valueAt({row, unit});
                cells.push_back(std::isfinite(value) ? QVariant(value) : QVariant());
            }
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

QString ActivationPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    const auto spanText = [](const HeatMap& map) {
        const auto span = finiteSpan(map.values());
        return span ? tr("values from %1 to %2")
                          .arg(numberText(span->lo, 3), numberText(span->hi, 3))
                    : tr("no values");
    };
    const auto half = [&](const QString& title, const HeatMap& map) {
        return tr("%1: %n unit(s), %2.", nullptr, static_cast<int>(map.values().columns))
            .arg(title, spanText(map));
    };
    const auto& samples = *m_shown.learner->samples;
    QStringList sentences{
        runSentence(m_run->record),
        tr("Activations of %n sample(s).", nullptr, static_cast<int>(samples.size())),
        half(titleText(Side::Source), *m_source), half(titleText(Side::Receiver), *m_receiver)};
    if (const auto note = similarityNote(); !note.isEmpty()) {
        sentences << note;
    }
    return sentences.join(' ');
}

} // namespace tessera::ui
