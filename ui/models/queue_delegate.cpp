#include "ui/models/queue_delegate.h"

#include "ui/models/queue_model.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QApplication>
#include <QPainter>

namespace tessera::ui {

namespace {

constexpr int kGap = 4;
constexpr int kBarHeight = 4;

QFont captionFont(const QFont& font) {
    auto caption = font;
    caption.setPointSizeF(font.pointSizeF() * 0.85);
    return caption;
}

// Left and right text of one line; the left one gives way.
void drawLine(QPainter& painter, const QRect& line, Qt::LayoutDirection direction,
              const QString& left, const QString& right) {
    const QFontMetrics metrics(painter.font());
    // Text is wider than its advance by what rounding takes away.
    const int rightWidth =
        right.isEmpty() ? 0 : std::min(metrics.horizontalAdvance(right) + 2, line.width());
    const QRect rightRect(line.right() - rightWidth + 1, line.top(), rightWidth, line.height());
    const QRect leftRect(line.left(), line.top(),
                         line.width() - rightWidth - (rightWidth > 0 ? kSpace : 0), line.height());
    const auto draw = [&](const QRect& rect, Qt::Alignment side, const QString& text) {
        painter.drawText(
            QStyle::visualRect(direction, line, rect),
            static_cast<int>(QStyle::visualAlignment(direction, side | Qt::AlignVCenter)),
            metrics.elidedText(text, Qt::ElideRight, rect.width()));
    };
    draw(leftRect, Qt::AlignLeft, left);
    draw(rightRect, Qt::AlignRight, right);
}

} // namespace

void QueueDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    auto row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const auto* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);

    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const auto colour = [&](QPalette::ColorRole role) {
        return option.palette.color(selected ? QPalette::HighlightedText : role);
    };
    const auto fraction = index.data(QueueModel::FractionRole);
    auto line = option.rect.adjusted(kSpace, kGap, -kSpace, 0);
    painter->save();
    line.setHeight(option.fontMetrics.height());
    painter->setFont(option.font);
    painter->setPen(colour(QPalette::Text));
    drawLine(*painter, line, option.direction, index.data(Qt::DisplayRole).toString(),
             fraction.isValid() ? percentText(fraction.toDouble(), 0) : QString());

    const QRect bar(line.left(), line.bottom() + kGap, line.width(), kBarHeight);
    auto done = bar;
    done.setWidth(static_cast<int>(bar.width() * fraction.toDouble()));
    painter->fillRect(bar, option.palette.color(QPalette::Mid));
    painter->fillRect(QStyle::visualRect(option.direction, bar, done), colour(QPalette::Highlight));

    const auto caption = captionFont(option.font);
    line.moveTop(bar.bottom() + kGap);
    line.setHeight(QFontMetrics(caption).height());
    painter->setFont(caption);
    painter->setPen(colour(QPalette::PlaceholderText));
    drawLine(*painter, line, option.direction, index.data(QueueModel::StageRole).toString(),
             index.data(QueueModel::TimeRole).toString());
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    const int captionHeight = QFontMetrics(captionFont(option.font)).height();
    return {10 * kSpace, option.fontMetrics.height() + kBarHeight + captionHeight + 4 * kGap};
}

} // namespace tessera::ui
