#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSizeGrip>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTabWidget>
#include <QTextEdit>
#include <QToolBar>
#include <QToolButton>
#include <QWidget>

#include <algorithm>

// What the checks of a widget tree need to know about single widgets.
namespace tessera::test {

// "QPushButton runButton "Run"" for messages.
inline QString nameOf(const QWidget* widget) {
    QString name = QString::fromLatin1(widget->metaObject()->className());
    if (!widget->objectName().isEmpty()) {
        name += u' ' + widget->objectName();
    }
    if (const auto text = widget->property("text").toString(); !text.isEmpty()) {
        name += QStringLiteral(" \"%1\"").arg(text.left(40));
    }
    return name;
}

// Part of a bigger widget of Qt's own, which answers for it: the line edit in a spin box, the
// buttons of a title bar, headers, scroll bars.
inline bool isInternal(const QWidget* widget) {
    const auto name = widget->objectName();
    if (qobject_cast<const QTabBar*>(widget) != nullptr) {
        return false; // the one of a QTabWidget has a name of Qt's
    }
    if (name.startsWith(QLatin1String("qt_")) || name.startsWith(QLatin1String("ScrollLeft")) ||
        name.startsWith(QLatin1String("ScrollRight"))) {
        return true;
    }
    if (qobject_cast<const QScrollBar*>(widget) != nullptr ||
        qobject_cast<const QHeaderView*>(widget) != nullptr ||
        qobject_cast<const QSizeGrip*>(widget) != nullptr ||
        qobject_cast<const QSplitterHandle*>(widget) != nullptr) {
        return true;
    }
    const auto* parent = widget->parentWidget();
    if (parent == nullptr) {
        return false;
    }
    const auto* area = qobject_cast<const QAbstractScrollArea*>(parent);
    return (area != nullptr && area->viewport() != widget) ||
           qobject_cast<const QAbstractSpinBox*>(parent) != nullptr ||
           qobject_cast<const QComboBox*>(parent) != nullptr ||
           qobject_cast<const QLineEdit*>(parent) != nullptr ||
           qobject_cast<const QMenuBar*>(parent) != nullptr;
}

inline bool isViewport(const QWidget* widget) {
    const auto* area = qobject_cast<const QAbstractScrollArea*>(widget->parentWidget());
    return area != nullptr && area->viewport() == widget;
}

// Something a person works with.
inline bool isInteractive(const QWidget* widget) {
    if (isInternal(widget) || isViewport(widget)) {
        return false;
    }
    return (widget->focusPolicy() & Qt::TabFocus) != 0 ||
           qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QLineEdit*>(widget) != nullptr ||
           qobject_cast<const QTextEdit*>(widget) != nullptr ||
           qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractItemView*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

inline bool hasBuddy(const QWidget* top, const QWidget* widget) {
    const auto labels = top->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->buddy() == widget && !label->text().isEmpty();
    });
}

// Whether a screen reader has something to say about it. Not asked of QAccessible: it takes the
// chosen text for the name of a combo box.
inline bool hasName(const QWidget* top, const QWidget* widget) {
    if (!widget->accessibleName().isEmpty() || hasBuddy(top, widget)) {
        return true;
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        return !button->text().isEmpty();
    }
    if (const auto* group = qobject_cast<const QGroupBox*>(widget)) {
        return !group->title().isEmpty();
    }
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i).isEmpty() && tabs->accessibleTabName(i).isEmpty()) {
                return false;
            }
        }
        return true;
    }
    return false;
}

} // namespace tessera::test
