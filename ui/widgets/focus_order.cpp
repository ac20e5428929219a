#include "ui/widgets/focus_order.h"

#include <QWidget>

#include <vector>

namespace tessera::ui {

void insertInTabOrder(QWidget* before, const QWidget* compound) {
    std::vector<QWidget*> stops;
    for (auto* at = before->nextInFocusChain(); at != before; at = at->nextInFocusChain()) {
        // Menus and lists of combo boxes are windows of their own.
        if (compound->isAncestorOf(at) && at->focusPolicy() != Qt::NoFocus &&
            at->window() == compound->window()) {
            stops.push_back(at);
        }
    }
    for (auto* stop : stops) {
        QWidget::setTabOrder(before, stop);
        before = stop;
    }
}

} // namespace tessera::ui
