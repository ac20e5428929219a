#pragma once

#include "tests/ui/support/widget_facts.h"

#include <QColor>
#include <QPalette>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

// Whether the texts of a widget stand out from their ground.
namespace tessera::test {

// WCAG 2.1: relative luminance of sRGB, and the ratio (L1 + 0.05) / (L2 + 0.05), from 1 to 21.
inline double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

inline double contrast(const QColor& a, const QColor& b) {
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

inline constexpr double kLeastContrast = 4.5;

// The colour that lies behind a widget which does not fill its own background.
inline QColor groundOf(const QWidget* widget) {
    for (const auto* at = widget;; at = at->parentWidget()) {
        if (at->isWindow() || at->autoFillBackground() || at->parentWidget() == nullptr) {
            return at->palette().color(at->backgroundRole());
        }
    }
}

// Pairs of text and ground that the widget shows. Switched-off widgets are exempt, as in WCAG.
inline std::vector<std::pair<QColor, QColor>> textColours(const QWidget* widget) {
    const auto& palette = widget->palette();
    const auto colour = [&](QPalette::ColorRole role) { return palette.color(role); };
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        return label->text().isEmpty()
                   ? std::vector<std::pair<QColor, QColor>>()
                   : std::vector{std::pair(colour(label->foregroundRole()), groundOf(label))};
    }
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        const auto* tool = qobject_cast<const QToolButton*>(button);
        const bool flat = (tool != nullptr && tool->autoRaise()) || button->inherits("QCheckBox") ||
                          button->inherits("QRadioButton");
        return {{colour(button->foregroundRole()),
                 flat
                     ? groundOf(button->parentWidget() != nullptr ? button->parentWidget() : button)
                     : colour(QPalette::Button)}};
    }
    if (qobject_cast<const QAbstractItemView*>(widget) != nullptr) {
        return {{colour(QPalette::Text), colour(QPalette::Base)},
                {colour(QPalette::Text), colour(QPalette::AlternateBase)},
                {colour(QPalette::HighlightedText), colour(QPalette::Highlight)}};
    }
    if (qobject_cast<const QLineEdit*>(widget) != nullptr ||
        qobject_cast<const QTextEdit*>(widget) != nullptr ||
        qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
        qobject_cast<const QAbstractSpinBox*>(widget) != nullptr) {
        return {{colour(QPalette::Text), colour(QPalette::Base)},
                {colour(QPalette::PlaceholderText), colour(QPalette::Base)},
                {colour(QPalette::HighlightedText), colour(QPalette::Highlight)}};
    }
    if (qobject_cast<const QComboBox*>(widget) != nullptr) {
        return {{colour(QPalette::ButtonText), colour(QPalette::Button)}};
    }
    if (qobject_cast<const QTabBar*>(widget) != nullptr ||
        qobject_cast<const QGroupBox*>(widget) != nullptr) {
        return {{colour(QPalette::WindowText), groundOf(widget)}};
    }
    return {};
}

inline QString contrastProblem(const QWidget* widget) {
    if (!widget->isEnabled()) {
        return {};
    }
    for (const auto& [text, ground] : textColours(widget)) {
        if (contrast(text, ground) < kLeastContrast) {
            return QStringLiteral("%1: %2 on %3 has a contrast of %4 only")
                .arg(nameOf(widget), text.name(), ground.name())
                .arg(contrast(text, ground), 0, 'f', 2);
        }
    }
    return {};
}

} // namespace tessera::test
