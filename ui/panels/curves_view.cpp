#include "ui/panels/curves_view.h"

#include "ui/plots/plot_catalog.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyle>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kMostColumns = 3;
constexpr int kLeastWidth = 280; // of a plot with its frame
constexpr int kLeastHeight = 250;
constexpr int kHeightWithoutWords = 270; // of a frame: title, axes, readout

} // namespace

std::vector<const char*> CurvesView::plotIds() {
    std::vector<const char*> ids;
    for (const auto& entry : plotCatalog()) {
        if (QByteArrayView(entry.id).startsWith("curve.")) {
            ids.push_back(entry.id);
        }
    }
    return ids;
}

CurvesView::CurvesView(Services& services, QWidget* parent)
    : PlotsView(services, QStringLiteral("view.curves"), plotIds(),
                tr("Run a transfer to see its accuracy, losses and drifts grow."), parent) {
    auto* content = new QWidget(this);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kSpace);
    for (auto* frame : frames()) {
        connect(frame->plot(), &Plot::contentChanged, this, &CurvesView::makeRoom);
    }
    m_area = new QScrollArea(this);
    m_area->setObjectName(QStringLiteral("view.curves.area"));
    m_area->setAccessibleName(tr("Curves"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of the plots in it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    // What is below it in the scroll area would be out of reach.
    m_area->setMinimumWidth(leastWidth());
    setContent(m_area);
    arrange(1);
    makeRoom();
}

// Pickers, legends and captions take nothing from the curves: the frame grows with them.
void CurvesView::makeRoom() {
    // Not of the viewport, which is laid out later.
    const int room = this->width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int width = room / std::max(1, m_columns);
    for (auto* frame : frames()) {
        const auto* controls = frame->plot()->controls();
        const int pickers = controls != nullptr ? controls->heightForWidth(width - 2 * kSpace) : 0;
        const int height = std::max(kLeastHeight, kHeightWithoutWords + pickers +
                                                      frame->plot()->wordsHeight(width));
        if (frame->minimumHeight() != height) {
            frame->setMinimumHeight(height);
        }
    }
}

void CurvesView::resizeEvent(QResizeEvent* event) {
    PlotsView::resizeEvent(event);
    const int step = leastWidth() + kSpace;
    arrange(std::clamp((event->size().width() + kSpace) / step, 1, kMostColumns));
    makeRoom();
}

// Of one column: with large fonts, the frames need more than usual.
int CurvesView::leastWidth() const {
    int width = kLeastWidth;
    for (const auto* frame : frames()) {
        width = std::max(width, frame->minimumSizeHint().width());
    }
    return width + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

void CurvesView::arrange(int columns) {
    if (columns == m_columns) {
        return;
    }
    for (int i = 0; i < static_cast<int>(frames().size()); ++i) {
        m_grid->addWidget(frames()[static_cast<std::size_t>(i)], i / columns, i % columns);
    }
    for (int column = 0; column < kMostColumns; ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    m_columns = columns;
}

} // namespace tessera::ui
