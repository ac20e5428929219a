#include "ui/widgets/section_model.h"

#include "ui/strings/strings.h"
#include "ui/widgets/palette_theme.h"

#include <QApplication>
#include <QLocale>

namespace tessera::ui {

namespace {

struct SectionModelWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::SectionModel)
};

QString countText(std::uint64_t count) {
    return QLocale().toString(static_cast<qulonglong>(count));
}

QString hexText(std::uint64_t offset) {
    return QStringLiteral("0x") + QString::number(static_cast<qulonglong>(offset), 16).toUpper();
}

QString displayOf(const TokenSection& section, int column) {
    switch (column) {
    case SectionModel::Section:
        return sectionText(section.id);
    case SectionModel::Offset:
        return countText(section.offset);
    case SectionModel::Bytes:
        return countText(section.bytes);
    case SectionModel::Result:
        return checkSymbol(section.state) + QLatin1Char(' ') + checkText(section.state);
    case SectionModel::Note:
        return fromUtf8(section.note);
    default:
        return {};
    }
}

QVariant rawOf(const TokenSection& section, int column) {
    switch (column) {
    case SectionModel::Offset:
        return static_cast<qulonglong>(section.offset);
    case SectionModel::Bytes:
        return static_cast<qulonglong>(section.bytes);
    case SectionModel::Result:
        return static_cast<int>(section.state);
    default:
        return displayOf(section, column);
    }
}

QString toolTipOf(const TokenSection& section, int column) {
    if (column == SectionModel::Offset) {
        return hexText(section.offset);
    }
    return column == SectionModel::Note ? plainToolTip(fromUtf8(section.note)) : QString();
}

} // namespace

QString sectionText(const std::string& id) {
    if (id == "header") {
        return SectionModelWords::tr("header");
    }
    if (id == "metadata") {
        return SectionModelWords::tr("metadata");
    }
    if (id == "padding") {
        return SectionModelWords::tr("padding");
    }
    if (id == "vector") {
        return SectionModelWords::tr("vector");
    }
    if (id == "hmac") {
        return SectionModelWords::tr("seal (HMAC)");
    }
    if (id == "checksum") {
        return SectionModelWords::tr("checksum");
    }
    return id == "rest" ? SectionModelWords::tr("rest") : fromUtf8(id);
}

QString checkText(CheckState state) {
    switch (state) {
    case CheckState::Good:
        return SectionModelWords::tr("right");
    case CheckState::Bad:
        return SectionModelWords::tr("wrong");
    case CheckState::Unchecked:
        break;
    }
    return SectionModelWords::tr("not checked");
}

QString checkSymbol(CheckState state) {
    switch (state) {
    case CheckState::Good:
        return QStringLiteral("\u2713");
    case CheckState::Bad:
        return QStringLiteral("\u2717");
    case CheckState::Unchecked:
        break;
    }
    return QStringLiteral("\u2013");
}

QColor checkColour(CheckState state, const Theme& theme) {
    return state == CheckState::Good  ? theme.good
           : state == CheckState::Bad ? theme.bad
                                      : theme.mutedText;
}

QString sectionSentence(const TokenSection& section) {
    const auto name = sectionText(section.id);
    if (section.bytes == 0) {
        return SectionModelWords::tr("%1, no bytes: %2.").arg(name, checkText(section.state));
    }
    return SectionModelWords::tr("%1, bytes %2 to %3: %4.")
        .arg(name, countText(section.offset), countText(section.offset + section.bytes - 1),
             checkText(section.state));
}

void SectionModel::setSections(std::vector<TokenSection> sections) {
    beginResetModel();
    m_sections = std::move(sections);
    endResetModel();
}

void SectionModel::refreshColours() {
    if (!m_sections.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1),
                           {Qt::ForegroundRole});
    }
}

int SectionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_sections.size());
}

int SectionModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SectionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto& section = m_sections[static_cast<std::size_t>(index.row())];
    const bool number = index.column() == Offset || index.column() == Bytes;
    switch (role) {
    case Qt::DisplayRole:
        return displayOf(section, index.column());
    case ValueRole:
        return rawOf(section, index.column());
    case Qt::ToolTipRole:
        return toolTipOf(section, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignTop | (number ? Qt::AlignRight : Qt::AlignLeading)));
    case Qt::ForegroundRole:
        return index.column() == Result
                   ? QVariant(checkColour(section.state, themeOf(QApplication::palette())))
                   : QVariant();
    default:
        return {};
    }
}

QVariant SectionModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        const bool number = section == Offset || section == Bytes;
        return QVariant::fromValue(
            Qt::Alignment(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeading)));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Section:
        return tr("Section");
    case Offset:
        return tr("Offset");
    case Bytes:
        return tr("Bytes");
    case Result:
        return tr("Result");
    case Note:
        return tr("Note");
    default:
        return {};
    }
}

} // namespace tessera::ui
