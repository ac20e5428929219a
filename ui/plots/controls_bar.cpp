#include "ui/plots/controls_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kControlsGap = 8;

// As large as it wants to be, and no smaller than it may be.
QSize sizeOf(const QWidget& piece) {
    return piece.sizeHint().expandedTo(piece.minimumSize());
}

} // namespace

QComboBox* ControlsBar::addPicker(const QString& label, const QString& objectName) {
    auto* piece = new QWidget(this);
    auto* layout = new QHBoxLayout(piece);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kControlsGap / 2);
    auto* text = new QLabel(label, piece);
    auto* box = new QComboBox(piece);
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(6);
    text->setBuddy(box);
    layout->addWidget(text);
    layout->addWidget(box);
    add(piece);
    return box;
}

QCheckBox* ControlsBar::addSwitch(const QString& label, const QString& objectName) {
    auto* box = new QCheckBox(label, this);
    box->setObjectName(objectName);
    box->setAccessibleName(label);
    add(box);
    return box;
}

void ControlsBar::add(QWidget* piece) {
    m_pieces.append(piece);
    auto policy = sizePolicy();
    policy.setVerticalPolicy(QSizePolicy::Minimum); // Fixed would forbid a second row
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    updateGeometry();
}

int ControlsBar::arrange(int width, Placing placing) const {
    int x = 0, y = 0, row = 0;
    for (auto* piece : m_pieces) {
        if (piece->isHidden()) {
            continue;
        }
        const auto size = sizeOf(*piece).boundedTo({std::max(1, width), QWIDGETSIZE_MAX});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += row + kControlsGap / 2;
            row = 0;
        }
        if (placing == Placing::Place) {
            const int left = isRightToLeft() ? width - x - size.width() : x;
            piece->setGeometry(left, y, size.width(), size.height());
        }
        x += size.width() + kControlsGap;
        row = std::max(row, size.height());
    }
    return y + row;
}

int ControlsBar::heightForWidth(int width) const {
    return arrange(width, Placing::Measure);
}

QSize ControlsBar::sizeHint() const {
    int width = 0, height = 0;
    for (const auto* piece : m_pieces) {
        if (piece->isHidden()) {
            continue;
        }
        const auto size = sizeOf(*piece);
        width += size.width() + kControlsGap;
        height = std::max(height, size.height());
    }
    return {std::max(0, width - kControlsGap), height};
}

QSize ControlsBar::minimumSizeHint() const {
    int width = 0, height = 0;
    for (const auto* piece : m_pieces) {
        if (piece->isHidden()) {
            continue;
        }
        width = std::max({width, piece->minimumSizeHint().width(), piece->minimumSize().width()});
        height = std::max(height, sizeOf(*piece).height());
    }
    return {width, height};
}

void ControlsBar::resizeEvent(QResizeEvent*) {
    arrange(width(), Placing::Place);
}

bool ControlsBar::event(QEvent* event) {
    // Another text or font of a piece asks for another place.
    const auto type = event->type();
    if (type == QEvent::LayoutRequest || type == QEvent::LayoutDirectionChange) {
        arrange(width(), Placing::Place);
        updateGeometry();
    }
    return QWidget::event(event);
}

} // namespace tessera::ui
