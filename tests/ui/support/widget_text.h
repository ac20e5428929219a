#pragma once

#include "tests/ui/support/widget_facts.h"

#include <QStringList>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStyleOptionSpinBox>

// Whether the texts of a widget have the room they need.
namespace tessera::test {

inline int widthOf(const QWidget* widget, const QString& text) {
    return widget->fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

inline QString tooNarrow(const QWidget* widget, int needed, int given) {
    return QStringLiteral("%1: needs %2 pixels for its text, has %3")
        .arg(nameOf(widget))
        .arg(needed)
        .arg(given);
}

inline QString labelProblem(const QLabel* label) {
    if (label->text().isEmpty() || label->inherits("tessera::ui::ElidedLabel")) {
        return {};
    }
    if (label->wordWrap()) {
        const int needed = label->heightForWidth(label->width());
        return needed > label->height() ? QStringLiteral("%1: needs %2 pixels of height, has %3")
                                              .arg(nameOf(label))
                                              .arg(needed)
                                              .arg(label->height())
                                        : QString();
    }
    const auto needed = label->sizeHint();
    return needed.width() > label->width() || needed.height() > label->height()
               ? tooNarrow(label, needed.width(), label->width())
               : QString();
}

inline QString buttonProblem(const QAbstractButton* button) {
    const auto* tool = qobject_cast<const QToolButton*>(button);
    const bool iconOnly = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly &&
                          !tool->icon().isNull();
    if (button->text().isEmpty() || iconOnly) {
        return {};
    }
    // A push button may be narrower than it would like, as long as its text is whole.
    const int icon = button->icon().isNull() ? 0 : button->iconSize().width() + 4;
    int needed = widthOf(button, button->text()) + icon;
    int given = button->width() - 4;
    if (tool != nullptr) {
        needed = tool->sizeHint().width();
        given = tool->width();
    } else if (button->inherits("QCheckBox") || button->inherits("QRadioButton")) {
        needed = button->sizeHint().width();
        given = button->width();
    }
    return needed > given ? tooNarrow(button, needed, given) : QString();
}

inline QString comboProblem(const QComboBox* combo) {
    QStyleOptionComboBox option;
    option.initFrom(combo);
    option.editable = combo->isEditable();
    const auto field = combo->style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                      QStyle::SC_ComboBoxEditField, combo);
    for (int i = 0; i < combo->count(); ++i) {
        const auto text = combo->itemText(i);
        const int icon = combo->itemIcon(i).isNull() ? 0 : combo->iconSize().width() + 4;
        const int needed = widthOf(combo, text) + icon;
        if (needed > field.width() && combo->toolTip() != text) {
            return tooNarrow(combo, needed, field.width()) + QStringLiteral(" (%1)").arg(text);
        }
    }
    return {};
}

// A tab may show the beginning of its text, if who points at it is told the whole; none may be out
// of sight.
inline QString tabsProblem(const QTabBar* tabs) {
    constexpr int kBeginning = 3; // letters
    for (int i = 0; i < tabs->count(); ++i) {
        const auto rect = tabs->tabRect(i);
        const auto text = tabs->tabText(i);
        const bool mayBeShort = tabs->elideMode() != Qt::ElideNone && tabs->tabToolTip(i) == text;
        const int needed = widthOf(tabs, mayBeShort && text.size() > kBeginning
                                             ? text.left(kBeginning) + QStringLiteral("\u2026")
                                             : text);
        if (tabs->isTabVisible(i) && (needed > rect.width() || !tabs->rect().contains(rect))) {
            return tooNarrow(tabs, needed, rect.intersected(tabs->rect()).width()) +
                   QStringLiteral(" (%1)").arg(tabs->tabText(i));
        }
    }
    return {};
}

// The text in a spin box, or what stands in an edit that is still empty. What a person types may be
// longer than the edit.
inline QString editProblem(const QWidget* widget) {
    const auto* edit = qobject_cast<const QLineEdit*>(widget);
    const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget);
    const auto* inner = spin != nullptr ? spin->findChild<QLineEdit*>() : edit;
    if (inner == nullptr) {
        return {};
    }
    const auto text = spin != nullptr ? spin->text() : inner->placeholderText();
    const int given = inner->width() - (spin != nullptr ? 2 : 8);
    const int needed = inner->fontMetrics().horizontalAdvance(text);
    return needed > given && widget->toolTip() != text ? tooNarrow(widget, needed, given)
                                                       : QString();
}

// Empty if all text of the widget has room.
inline QString roomProblem(const QWidget* widget) {
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        return labelProblem(label);
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return buttonProblem(button);
    }
    if (const auto* combo = qobject_cast<const QComboBox*>(widget)) {
        return comboProblem(combo);
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        return tabsProblem(tabs);
    }
    if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
        const int needed = widthOf(group, group->title());
        return needed > group->width() ? tooNarrow(group, needed, group->width()) : QString();
    }
    return editProblem(widget);
}

} // namespace tessera::test
