#include "app/workbench/render_pickers.h"

#include "ui/plots/plot.h"
#include "ui/strings/strings.h"

#include <fmt/format.h>

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLocale>
#include <QSpinBox>

#include <optional>

namespace tessera::workbench {

namespace {

// What can be chosen, where `picker` takes no such value; nothing: it was set, or is no picker.
using Refusal = std::optional<QString>;

QString rangeText(double lowest, double highest) {
    return QStringLiteral("%1 to %2").arg(lowest).arg(highest);
}

Refusal chooseEntry(QComboBox& box, const QString& value) {
    QStringList known;
    for (int i = 0; i < box.count(); ++i) {
        if (box.itemText(i).compare(value, Qt::CaseInsensitive) == 0 ||
            box.itemData(i).toString() == value) {
            box.setCurrentIndex(i);
            return std::nullopt;
        }
        known << box.itemText(i);
    }
    return known.join(QStringLiteral(", "));
}

Refusal check(QAbstractButton& button, const QString& value) {
    if (value != QStringLiteral("on") && value != QStringLiteral("off")) {
        return QStringLiteral("on, off");
    }
    button.setChecked(value == QStringLiteral("on"));
    return std::nullopt;
}

// Of spin boxes and sliders.
template <class Box>
Refusal enter(Box& box, const QString& value) {
    bool good = false;
    const double number = QLocale::c().toDouble(value, &good);
    if (!good || number < box.minimum() || number > box.maximum()) {
        return rangeText(box.minimum(), box.maximum());
    }
    box.setValue(static_cast<decltype(box.value())>(number));
    return std::nullopt;
}

bool isPicker(const QWidget* widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return !widget->objectName().isEmpty() && !widget->objectName().startsWith("qt_") &&
           (qobject_cast<const QComboBox*>(widget) != nullptr ||
            qobject_cast<const QAbstractSpinBox*>(widget) != nullptr ||
            qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
            (button != nullptr && button->isCheckable()));
}

Refusal set(QWidget* widget, const QString& value) {
    if (auto* box = qobject_cast<QComboBox*>(widget)) {
        return chooseEntry(*box, value);
    }
    if (auto* box = qobject_cast<QSpinBox*>(widget)) {
        return enter(*box, value);
    }
    if (auto* box = qobject_cast<QDoubleSpinBox*>(widget)) {
        return enter(*box, value);
    }
    if (auto* slider = qobject_cast<QAbstractSlider*>(widget)) {
        return enter(*slider, value);
    }
    return check(*static_cast<QAbstractButton*>(widget), value);
}

std::vector<QWidget*> pickersOf(const std::vector<ui::Plot*>& plots) {
    std::vector<QWidget*> pickers;
    for (auto* plot : plots) {
        const auto* controls = plot->controls();
        for (auto* widget :
             controls != nullptr ? controls->findChildren<QWidget*>() : QList<QWidget*>()) {
            if (isPicker(widget)) {
                pickers.push_back(widget);
            }
        }
    }
    return pickers;
}

Result<void> setOne(const std::vector<QWidget*>& pickers, const QString& name,
                    const QString& value) {
    QStringList known;
    bool found = false;
    for (auto* picker : pickers) {
        known << picker->objectName();
        if (picker->objectName() != name) {
            continue;
        }
        found = true;
        if (const auto refusal = set(picker, value)) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("{} cannot be \"{}\"; choose from {}", name.toStdString(),
                                    value.toStdString(), refusal->toStdString()));
        }
    }
    known.removeDuplicates();
    return found ? Result<void>()
                 : fail(ErrorCode::InvalidArgument,
                        fmt::format("there is no picker \"{}\"; choose from {}", name.toStdString(),
                                    known.join(", ").toStdString()));
}

} // namespace

Result<void> setPickers(const std::vector<ui::Plot*>& plots,
                        const std::vector<std::string>& settings) {
    const auto pickers = pickersOf(plots);
    for (const auto& setting : settings) {
        const auto text = ui::fromUtf8(setting);
        const auto at = text.indexOf('=');
        const auto name = at < 0 ? text : text.left(at);
        if (auto done = setOne(pickers, name, at < 0 ? QString() : text.mid(at + 1)); !done) {
            return done;
        }
    }
    return {};
}

} // namespace tessera::workbench
