#include "ui/panels/distributions_page.h"

#include "ui/bridge/services.h"
#include "ui/plots/plot_catalog.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QBoxLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kSideBySide = 900;          // width from which there is room for two
constexpr int kDistributionsHeight = 270; // of a frame: title, axes, readout

} // namespace

DistributionsPage::DistributionsPage(Services& services, QWidget* parent)
    : QWidget(parent), m_area(new QScrollArea(this)),
      m_parts(new QBoxLayout(QBoxLayout::TopToBottom)) {
    auto* content = new QWidget(m_area);
    content->setLayout(m_parts);
    m_parts->setContentsMargins(0, 0, 0, 0);
    m_parts->setSpacing(kSpace);
    for (const char* id : plotIds()) {
        const auto* entry = findPlot(QString::fromLatin1(id));
        Q_ASSERT_X(entry != nullptr, "DistributionsPage", id);
        auto* frame = new PlotFrame(
            *entry, PlotContext{services.selection, services.theme, &services.analyst}, content);
        connect(frame, &PlotFrame::exportRequested, this, &DistributionsPage::exportRequested);
        connect(frame->plot(), &Plot::contentChanged, this, &DistributionsPage::makeRoom);
        m_frames.push_back(frame);
        m_parts->addWidget(frame, 1);
    }
    m_area->setObjectName(QStringLiteral("activations.distributions.area"));
    m_area->setAccessibleName(tr("Distributions of activations"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of the plots in it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    int least = 0; // what is beyond the width would be out of reach
    for (const auto* frame : m_frames) {
        least = std::max(least, frame->minimumSizeHint().width());
    }
    m_area->setMinimumWidth(least + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    makeRoom();
}

void DistributionsPage::setRuns(const std::vector<RunViewPtr>& runs) {
    for (auto* frame : m_frames) {
        frame->setRuns(runs);
    }
}

std::vector<Plot*> DistributionsPage::plots() const {
    std::vector<Plot*> plots;
    for (const auto* frame : m_frames) {
        plots.push_back(frame->plot());
    }
    return plots;
}

void DistributionsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() >= kSideBySide;
    m_parts->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    makeRoom();
}

// Pickers, legends and captions take nothing from the axes: the frame grows with them.
void DistributionsPage::makeRoom() {
    const bool wide = m_parts->direction() == QBoxLayout::LeftToRight;
    // Not of the viewport, which is laid out later.
    const int room = this->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int width = room / (wide ? 2 : 1) - 2 * kSpace;
    for (auto* frame : m_frames) {
        auto* controls = frame->plot()->controls();
        const int pickers = controls != nullptr ? controls->heightForWidth(width) : 0;
        const int height = kDistributionsHeight + pickers + frame->plot()->wordsHeight(width);
        if (frame->minimumHeight() != height) {
            frame->setMinimumHeight(height);
        }
    }
}

} // namespace tessera::ui
