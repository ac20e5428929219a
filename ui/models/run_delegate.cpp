#include "ui/models/run_delegate.h"

#include "ui/models/run_cells.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace tessera::ui {

namespace {

constexpr int kLeastRowHeight = 24;
constexpr double kStarSize = 0.62;    // of the row's height
constexpr double kInnerRadius = 0.45; // of the outer one

bool isStar(const QModelIndex& index) {
    return index.column() == RunsModel::Star;
}

QPolygonF starIn(const QRectF& square) {
    QPolygonF star;
    for (int corner = 0; corner < 10; ++corner) {
        const double radius = square.width() / 2.0 * (corner % 2 == 0 ? 1.0 : kInnerRadius);
        const double angle = std::numbers::pi * (corner / 5.0 - 0.5);
        star << square.center() + QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return star;
}

QColor textColour(const QStyleOptionViewItem& option, QPalette::ColorRole normal) {
    const auto group =
        option.state.testFlag(QStyle::State_Enabled) ? QPalette::Active : QPalette::Disabled;
    return option.palette.color(
        group, option.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : normal);
}

void toggle(QAbstractItemModel* model, const QModelIndex& index) {
    model->setData(index, !index.data(Qt::EditRole).toBool());
}

} // namespace

void RunDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
    QStyledItemDelegate::initStyleOption(option, index);
    if (isNumber(static_cast<RunsModel::Column>(index.column()))) {
        option->text += QChar(0x2002); // room between a number and a text that follows it
    }
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    if (!isStar(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    auto empty = option;
    initStyleOption(&empty, index);
    empty.text.clear();
    const auto* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &empty, painter, option.widget);

    const bool starred = index.data(Qt::EditRole).toBool();
    const double size = kStarSize * std::min(option.rect.height(), option.rect.width());
    QRectF square(0, 0, size, size);
    square.moveCenter(QRectF(option.rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto colour = textColour(option, starred ? QPalette::Text : QPalette::PlaceholderText);
    painter->setPen(QPen(colour, 1.0));
    painter->setBrush(starred ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter->drawPolygon(starIn(square));
    painter->restore();
}

QSize RunDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto hint = QStyledItemDelegate::sizeHint(option, index);
    return {hint.width(), std::max(hint.height(), kLeastRowHeight)};
}

QWidget* RunDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                   const QModelIndex& index) const {
    if (isStar(index)) {
        return nullptr;
    }
    auto* editor = new QLineEdit(parent);
    const auto column = static_cast<RunsModel::Column>(index.column());
    editor->setObjectName(QStringLiteral("runs.editor"));
    editor->setAccessibleName(columnName(column));
    editor->setToolTip(headerToolTip(column));
    editor->setFrame(false);
    editor->setAutoFillBackground(true);
    return editor;
}

bool RunDelegate::editorEvent(QEvent* event, QAbstractItemModel* model,
                              const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (!isStar(index) || !index.flags().testFlag(Qt::ItemIsEditable)) {
        return QStyledItemDelegate::editorEvent(event, model, option, index);
    }
    switch (event->type()) {
    case QEvent::MouseButtonRelease: {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::NoModifier &&
            option.rect.contains(mouse->position().toPoint())) {
            toggle(model, index);
            return true;
        }
        return false;
    }
    case QEvent::KeyPress:
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space) {
            toggle(model, index);
            return true;
        }
        return false;
    default:
        return false;
    }
}

} // namespace tessera::ui
