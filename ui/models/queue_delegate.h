#pragma once

#include <QStyledItemDelegate>

namespace tessera::ui {

// A job in two lines: its name and how much is done, then a bar, the stage and the time.
// UI thread.
class QueueDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override;
};

} // namespace tessera::ui
