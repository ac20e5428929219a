#include "ui/panels/layers_view.h"

#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kLeastLayersWidth = 340; // of a plot with its frame
constexpr int kLeastLayersHeight = 380;

} // namespace

LayersView::LayersView(Services& services, QWidget* parent)
    : PlotsView(services, QStringLiteral("view.layers"), plotIds(),
                tr("Run a transfer to compare the layers of source and receiver."), parent) {
    auto* content = new QWidget(this);
    m_layout = new QBoxLayout(QBoxLayout::TopToBottom, content);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kSpace);
    for (auto* frame : frames()) {
        frame->setMinimumHeight(kLeastLayersHeight);
        m_layout->addWidget(frame, 1);
    }
    m_area = new QScrollArea(this);
    m_area->setObjectName(QStringLiteral("view.layers.area"));
    m_area->setAccessibleName(tr("Layers"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of the plots in it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    // What is below it in the scroll area would be out of reach.
    m_area->setMinimumWidth(leastWidth() + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    setContent(m_area);
}

bool LayersView::isSideBySide() const {
    return m_layout->direction() == QBoxLayout::LeftToRight;
}

// With large fonts, the frames need more than usual.
int LayersView::leastWidth() const {
    int width = kLeastLayersWidth;
    for (const auto* frame : frames()) {
        width = std::max(width, frame->minimumSizeHint().width());
    }
    return width;
}

void LayersView::arrange(int width) {
    const bool wide = width >= 2 * leastWidth() + kSpace;
    m_layout->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void LayersView::resizeEvent(QResizeEvent* event) {
    PlotsView::resizeEvent(event);
    arrange(event->size().width());
}

} // namespace tessera::ui
