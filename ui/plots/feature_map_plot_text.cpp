// An activation in words and numbers: what FeatureMapPlot tells to those who read rather than look.
#include "ui/models/network_text.h"
#include "ui/plots/feature_map_plot.h"
#include "ui/strings/strings.h"

#include <QLocale>

#include <cmath>

namespace tessera::ui {

namespace {

QString mapNumber(std::int64_t value) {
    return QLocale().toString(static_cast<qlonglong>(value));
}

QVariant valueOf(float value) {
    return std::isfinite(value) ? QVariant(static_cast<double>(value)) : QVariant();
}

} // namespace

QString FeatureMapPlot::titleText() const {
    const auto tap =
        tr("%1 (%2)", "layer and shape")
            .arg(fromUtf8(m_shown.activation->tap), shapeText(m_shown.activation->shape));
    return m_shown.title.isEmpty() ? tap : tr("%1: %2").arg(m_shown.title, tap);
}

QString FeatureMapPlot::pageText() const {
    if (pages() <= 1) {
        return {};
    }
    const auto pattern = m_maps.kind() == MapKind::Attention ? tr("heads %1 to %2 of %3")
                                                             : tr("channels %1 to %2 of %3");
    return pattern.arg(mapNumber(firstMap()), mapNumber(endMap() - 1), mapNumber(m_maps.count()));
}

QString FeatureMapPlot::cellText(const MapCell& cell) const {
    const float value = m_maps.at(cell);
    const auto text = std::isfinite(value) ? numberText(value)
                      : std::isnan(value)  ? tr("undefined (NaN)")
                                           : tr("infinite (%1)").arg(numberText(value));
    const auto& positions = m_shown.positions;
    switch (m_maps.kind()) {
    case MapKind::None:
        break;
    case MapKind::Vector:
        return tr("unit %1: %2").arg(mapNumber(cell.column), text);
    case MapKind::Sequence:
        return tr("%1, unit %2: %3", "position")
            .arg(positions.text(cell.row), mapNumber(cell.column), text);
    case MapKind::Signals:
        return tr("channel %1, %2: %3", "number, position")
            .arg(mapNumber(cell.row), positions.text(cell.column), text);
    case MapKind::Maps:
        return tr("channel %1, row %2, column %3: %4")
            .arg(mapNumber(cell.map), mapNumber(cell.row), mapNumber(cell.column), text);
    case MapKind::Attention:
        return tr("head %1: %2 looks at %3: %4", "number, position, position, value")
            .arg(mapNumber(cell.map), positions.text(cell.row), positions.text(cell.column), text);
    }
    return {};
}

QString FeatureMapPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto cell = isEmpty() ? std::nullopt : cellAt(position);
    return cell ? cellText(*cell) : QString();
}

QStringList FeatureMapPlot::captions() const {
    QStringList sentences;
    if (const auto missing = m_figures.count - m_figures.finite(); missing > 0) {
        sentences << tr("%1 of %2 numbers are not finite.")
                         .arg(mapNumber(missing), mapNumber(m_figures.count));
    }
    if (const auto page = pageText(); !page.isEmpty()) {
        sentences << tr("Shown: %1.").arg(page);
    }
    if (hasOwnColours()) {
        sentences << tr("Each map has its own range of colours.");
    }
    return sentences;
}

QString FeatureMapPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{tr("%1.").arg(titleText())};
    const auto count = static_cast<int>(m_maps.count());
    switch (m_maps.kind()) {
    case MapKind::None:
    case MapKind::Vector:
        break;
    case MapKind::Sequence:
        sentences << tr("A row for each position, a column for each unit.");
        break;
    case MapKind::Signals:
        sentences << tr("A row for each channel, a column for each position.");
        break;
    case MapKind::Maps:
        sentences << tr("%n map(s), one for each channel.", nullptr, count);
        break;
    case MapKind::Attention:
        sentences << tr("%n head(s): a row tells how a position looks at all positions.", nullptr,
                        count);
        break;
    }
    if (m_figures.finite() > 0) {
        sentences << tr("Values from %1 to %2, mean %3.")
                         .arg(numberText(m_figures.least), numberText(m_figures.greatest),
                              numberText(m_figures.mean));
    }
    return (sentences << captions()).join(QLatin1Char(' '));
}

// One line for each row of each map; of a vector, for each unit.
PlotTable FeatureMapPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    if (m_maps.kind() == MapKind::Vector) {
        table.columns = {tr("unit"), tr("value")};
        for (std::int64_t unit = 0; unit < m_maps.columns(); ++unit) {
            table.rows.push_back({static_cast<qlonglong>(unit), valueOf(m_maps.at({0, 0, unit}))});
        }
        return table;
    }
    const auto kind = m_maps.kind();
    if (m_maps.isGrid()) {
        table.columns << (kind == MapKind::Attention ? tr("head") : tr("channel"));
    }
    table.columns << (kind == MapKind::Sequence  ? tr("position")
                      : kind == MapKind::Signals ? tr("channel")
                      : kind == MapKind::Maps    ? tr("row")
                                                 : tr("looks from"));
    const auto pattern = kind == MapKind::Sequence  ? tr("unit %1")
                         : kind == MapKind::Signals ? tr("position %1")
                         : kind == MapKind::Maps    ? tr("column %1")
                                                    : tr("looks at %1");
    for (std::int64_t column = 0; column < m_maps.columns(); ++column) {
        table.columns << pattern.arg(column);
    }
    for (auto map = firstMap(); map < endMap(); ++map) {
        for (std::int64_t row = 0; row < m_maps.rows(); ++row) {
            std::vector<QVariant> cells;
            cells.reserve(static_cast<std::size_t>(table.columns.size()));
            if (m_maps.isGrid()) {
                cells.emplace_back(static_cast<qlonglong>(map));
            }
            cells.emplace_back(static_cast<qlonglong>(row));
            for (std::int64_t column = 0; column < m_maps.columns(); ++column) {
                cells.push_back(valueOf(m_maps.at({map, row, column})));
            }
            table.rows.push_back(std::move(cells));
        }
    }
    return table;
}

} // namespace tessera::ui
