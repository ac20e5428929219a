#pragma once

#include "tests/ui/support/widget_contrast.h"
#include "tests/ui/support/widget_facts.h"
#include "tests/ui/support/widget_text.h"

#include <QDockWidget>
#include <QRect>
#include <QStringList>

#include <vector>

// Walks a window and finds what a person could not read, reach or be told: widgets without a name,
// texts without room or contrast, widgets on top of each other or cut off, and a focus that jumps.
namespace tessera::test {

// Lies over its neighbours on purpose: widget->setProperty(kOverlay, true).
inline constexpr const char* kOverlay = "overlay";

// Styles let frames share their lines.
inline constexpr int kSharedPixels = 2;

inline bool isShown(const QWidget* top, const QWidget* widget) {
    return widget->isVisibleTo(top) && !widget->isWindow() && !widget->size().isEmpty();
}

// The dock that a widget stands in, or null. Of tabbed docks, Qt keeps those behind "visible" and
// moves them out of the window.
inline const QDockWidget* dockOf(const QWidget* widget) {
    while (widget != nullptr && qobject_cast<const QDockWidget*>(widget) == nullptr) {
        widget = widget->parentWidget();
    }
    return qobject_cast<const QDockWidget*>(widget);
}

inline bool isBehindATab(const QWidget* widget) {
    const auto* dock = dockOf(widget);
    return dock != nullptr && dock->parentWidget() != nullptr &&
           !dock->parentWidget()->rect().intersects(dock->geometry());
}

inline std::vector<QWidget*> shownBelow(const QWidget* top) {
    std::vector<QWidget*> shown;
    for (auto* widget : top->findChildren<QWidget*>()) {
        // Menus, popups and floating docks are windows of their own.
        if (widget->window() == top->window() && isShown(top, widget) && !isBehindATab(widget)) {
            shown.push_back(widget);
        }
    }
    return shown;
}

// --- Overlaps ------------------------------------------------------------------------------------

// Qt's own compounds, which arrange their parts themselves.
inline bool arrangesItself(const QWidget* parent) {
    return isInternal(parent) || qobject_cast<const QAbstractScrollArea*>(parent) != nullptr ||
           qobject_cast<const QTabWidget*>(parent) != nullptr ||
           qobject_cast<const QTabBar*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QLineEdit*>(parent) != nullptr ||
           qobject_cast<const QMenuBar*>(parent) != nullptr;
}

inline std::vector<QWidget*> shownChildren(const QWidget* top, const QWidget* parent) {
    std::vector<QWidget*> children;
    for (auto* child : parent->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (isShown(top, child) && !isInternal(child) && !isBehindATab(child) &&
            !child->property(kOverlay).toBool()) {
            children.push_back(child);
        }
    }
    return children;
}

inline QStringList placeProblems(const QWidget* top, const QWidget* parent) {
    QStringList problems;
    if (arrangesItself(parent)) {
        return problems;
    }
    const auto children = shownChildren(top, parent);
    const auto room =
        parent->rect().adjusted(-kSharedPixels, -kSharedPixels, kSharedPixels, kSharedPixels);
    for (std::size_t i = 0; i < children.size(); ++i) {
        const auto place = children[i]->geometry();
        if (!isViewport(parent) && !room.contains(place)) {
            problems +=
                QStringLiteral("%1: cut off by %2").arg(nameOf(children[i]), nameOf(parent));
        }
        for (std::size_t k = i + 1; k < children.size(); ++k) {
            const auto common = place.intersected(children[k]->geometry());
            if (common.width() > kSharedPixels && common.height() > kSharedPixels) {
                problems +=
                    QStringLiteral("%1: overlaps %2").arg(nameOf(children[i]), nameOf(children[k]));
            }
        }
    }
    return problems;
}

// --- Focus ---------------------------------------------------------------------------------------

// What Tab stops at, in its order.
inline std::vector<QWidget*> tabStops(QWidget* top) {
    std::vector<QWidget*> stops;
    for (auto* at = top->nextInFocusChain(); at != nullptr && at != top;
         at = at->nextInFocusChain()) {
        if (top->isAncestorOf(at) && at->window() == top->window() && isShown(top, at) &&
            !isBehindATab(at) && at->isEnabled() &&
            (at->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && at->focusProxy() == nullptr &&
            !isInternal(at)) {
            stops.push_back(at);
        }
    }
    return stops;
}

// A step to the next column may go up; otherwise reading goes on, or down.
inline bool goesBack(const QRect& from, const QRect& to, Qt::LayoutDirection direction, int row) {
    const bool rightToLeft = direction == Qt::RightToLeft;
    const bool after = rightToLeft ? to.right() < from.left() : to.left() > from.right();
    const bool before = rightToLeft ? to.left() > from.right() : to.right() < from.left();
    const bool above = to.top() < from.top() - row && to.bottom() < from.bottom();
    const bool sameRow = to.top() < from.bottom() && to.bottom() > from.top();
    return (above && !after) || (sameRow && before);
}

inline QStringList focusProblems(QWidget* top) {
    QStringList problems;
    const auto stops = tabStops(top);
    const auto place = [&](const QWidget* widget) {
        return QRect(widget->mapTo(top, QPoint()), widget->size());
    };
    for (std::size_t i = 1; i < stops.size(); ++i) {
        // From one dock to the next, wherever the person has put them; or to what comes into sight
        // only when the focus scrolls there.
        if (dockOf(stops[i - 1]) != dockOf(stops[i]) || stops[i - 1]->visibleRegion().isEmpty() ||
            stops[i]->visibleRegion().isEmpty()) {
            continue;
        }
        if (goesBack(place(stops[i - 1]), place(stops[i]), top->layoutDirection(),
                     top->fontMetrics().height())) {
            problems += QStringLiteral("%1: Tab goes back to it from %2")
                            .arg(nameOf(stops[i]), nameOf(stops[i - 1]));
        }
    }
    return problems;
}

// --- All of it -----------------------------------------------------------------------------------

// One sentence for each problem below `top`, which must be on show; empty if all is well.
inline QStringList problemsOf(QWidget* top) {
    if (!top->isVisible()) {
        return {QStringLiteral("%1: is not on show, so nothing was checked").arg(nameOf(top))};
    }
    QStringList problems = placeProblems(top, top);
    for (auto* widget : shownBelow(top)) {
        if (isInternal(widget)) {
            continue;
        }
        if (isInteractive(widget) && !hasName(top, widget)) {
            problems += QStringLiteral("%1: has no name for screen readers").arg(nameOf(widget));
        }
        problems += roomProblem(widget);
        problems += contrastProblem(widget);
        problems += placeProblems(top, widget);
    }
    problems += focusProblems(top);
    problems.removeAll(QString());
    return problems;
}

} // namespace tessera::test
