#include "ui/study/study_table_model.h"

#include "ui/strings/strings.h"
#include "ui/study/study_text.h"

#include <QLocale>

#include <algorithm>

namespace tessera::ui {

namespace {

bool sameRows(const StudyOverview& a, const StudyOverview& b) {
    return a.methods == b.methods && a.pairs == b.pairs && a.settings == b.settings &&
           std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [](const StudyTableRow& x, const StudyTableRow& y) {
                          return x.method == y.method && x.pair == y.pair && x.setting == y.setting;
                      });
}

QString percent(const StudyFigure& figure) {
    return figure.mean ? QLocale().toString(100.0 * *figure.mean, 'f', 1)
                       : percentText(std::nullopt);
}

// "3 of 5", and what has failed: a row without figures says why it has none.
QString runsText(const StudyTableRow& row) {
    const QLocale locale;
    auto text = StudyTableModel::tr("%1 of %2", "runs done")
                    .arg(locale.toString(static_cast<qulonglong>(row.done)),
                         locale.toString(static_cast<qulonglong>(row.asked)));
    if (row.failed > 0) {
        text = StudyTableModel::tr("%1, %n failed", "", static_cast<int>(row.failed)).arg(text);
    }
    return row.running > 0 ? StudyTableModel::tr("%1, running").arg(text) : text;
}

// Nothing sorts before everything that was measured.
QVariant raw(const std::optional<double>& value) {
    return value ? QVariant(*value) : QVariant();
}

} // namespace

void StudyTableModel::setOverview(std::shared_ptr<const StudyOverview> overview) {
    if (m_overview && overview && sameRows(*m_overview, *overview)) {
        const bool compared = m_overview->compared != overview->compared;
        m_overview = std::move(overview);
        if (rowCount() > 0) {
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        }
        if (compared) {
            Q_EMIT headerDataChanged(Qt::Horizontal, Gap, Gap);
        }
        return;
    }
    beginResetModel();
    m_overview = std::move(overview);
    endResetModel();
}

int StudyTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_overview ? 0 : static_cast<int>(m_overview->rows.size());
}

int StudyTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant StudyTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& row = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(sentence(row));
    case Qt::AccessibleDescriptionRole:
        return sentence(row);
    case Qt::TextAlignmentRole:
        return static_cast<int>((index.column() < Runs ? Qt::AlignLeading : Qt::AlignTrailing) |
                                Qt::AlignVCenter);
    case kSortRole:
        return sortValue(row, index.column());
    default:
        return {};
    }
}

QString StudyTableModel::text(const StudyTableRow& row, int column) const {
    switch (column) {
    case Pair:
        return fromUtf8(m_overview->pairs[row.pair]);
    case Method:
        return fromUtf8(m_overview->methods[row.method]);
    case Setting:
        return fromUtf8(m_overview->settings[row.setting]);
    case Runs:
        return runsText(row);
    case Before:
        return percent(row.before);
    case After:
        return percent(row.after);
    case AfterInterval:
        return percentsText(row.after.interval);
    case Change:
        return pointsText(row.change.mean);
    case ChangeInterval:
        return pointsText(row.change.interval);
    case Gap:
        return row.method == m_overview->compared || !row.gap
                   ? percentText(std::nullopt)
                   : pointsText(row.gap->difference.mean);
    default:
        return {};
    }
}

QVariant StudyTableModel::sortValue(const StudyTableRow& row, int column) const {
    switch (column) {
    case Runs:
        return static_cast<qulonglong>(row.done);
    case Before:
        return raw(row.before.mean);
    case After:
        return raw(row.after.mean);
    case AfterInterval:
        return row.after.interval ? QVariant(row.after.interval->lo) : QVariant();
    case Change:
        return raw(row.change.mean);
    case ChangeInterval:
        return row.change.interval ? QVariant(row.change.interval->lo) : QVariant();
    case Gap:
        return row.method == m_overview->compared || !row.gap ? QVariant()
                                                              : raw(row.gap->difference.mean);
    default:
        return text(row, column);
    }
}

QString StudyTableModel::sentence(const StudyTableRow& row) const {
    const auto method = fromUtf8(m_overview->methods[row.method]);
    const auto place = tr("%1, %2: runs done: %3.", "pair, method, runs")
                           .arg(fromUtf8(m_overview->pairs[row.pair]), method, runsText(row));
    if (!row.after.mean) {
        return place;
    }
    const auto seeds = row.after.count == 1
                           ? tr("n = 1, no interval over seeds")
                           : tr("n = %1").arg(static_cast<qulonglong>(row.after.count));
    auto text = tr("%1 Accuracy %2, before %3, %4.")
                    .arg(place, percentText(row.after.mean), percentText(row.before.mean), seeds);
    if (row.gap) {
        text = (row.method == m_overview->compared
                    ? tr("%1 Against the receiver before: %2.").arg(text, gapText(*row.gap))
                    : tr("%1 %2 is, against %3: %4.", "text, compared method, method, finding")
                          .arg(text, fromUtf8(m_overview->methods[m_overview->compared]), method,
                               gapText(*row.gap)));
    }
    return text;
}

QVariant StudyTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((section < Runs ? Qt::AlignLeading : Qt::AlignTrailing) |
                                Qt::AlignVCenter);
    }
    const auto compared = m_overview && !m_overview->methods.empty()
                              ? fromUtf8(m_overview->methods[m_overview->compared])
                              : QString();
    if (role == Qt::ToolTipRole && section == Gap) {
        return plainToolTip(
            tr("%1 minus the method of the row, of the same pairs and seeds").arg(compared));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Pair:
        return tr("Pair");
    case Method:
        return tr("Method");
    case Setting:
        return tr("Setting");
    case Runs:
        return tr("Runs (N)");
    case Before:
        return tr("Before (%)");
    case After:
        return tr("After (%)");
    case AfterInterval:
        return tr("95% interval (%)");
    case Change:
        return tr("Change (points)");
    case ChangeInterval:
        return tr("95% interval (points)");
    case Gap:
        return tr("%1 minus this (points)").arg(compared);
    default:
        return {};
    }
}

} // namespace tessera::ui
