#include "ui/plots/vector_plots.h"

#include "ui/bridge/selection.h"
#include "ui/plots/plot_catalog.h"
#include "ui/plots/vector_difference_plot.h"
#include "ui/plots/vector_histogram_plot.h"
#include "ui/plots/vector_magnitudes_plot.h"
#include "ui/plots/vector_strip_plot.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QGridLayout>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace tessera::ui {

namespace {

constexpr int kMostColumns = 2;
constexpr int kLeastWidth = 280; // of a plot with its frame
constexpr int kLeastHeight = 250;
constexpr int kHeightWithoutWords = 260; // of a frame: title, axes, readout

// The id is the plot's objectName, from which files take it.
template <class Made>
PlotEntry entryOf(const char* id, Plot* (*make)(const PlotContext&, QWidget*)) {
    return {id, Made::plotTitle, make};
}

template <class Made>
Plot* named(const char* id, const PlotContext& context, QWidget* parent) {
    auto* plot = new Made(context, parent);
    plot->setObjectName(id);
    return plot;
}

// Not in the catalogue: they show no runs.
const std::array<PlotEntry, 4>& entries() {
    static const std::array<PlotEntry, 4> all = {
        entryOf<VectorHistogramPlot>("vector.histogram",
                                     [](const PlotContext& context, QWidget* parent) {
                                         return named<VectorHistogramPlot>("vector.histogram",
                                                                           context, parent);
                                     }),
        entryOf<VectorMagnitudesPlot>("vector.magnitudes",
                                      [](const PlotContext& context, QWidget* parent) {
                                          return named<VectorMagnitudesPlot>("vector.magnitudes",
                                                                             context, parent);
                                      }),
        entryOf<VectorStripPlot>("vector.strip",
                                 [](const PlotContext& context, QWidget* parent) {
                                     return named<VectorStripPlot>("vector.strip", context, parent);
                                 }),
        entryOf<VectorDifferencePlot>("vector.difference",
                                      [](const PlotContext& context, QWidget* parent) {
                                          return named<VectorDifferencePlot>("vector.difference",
                                                                             context, parent);
                                      }),
    };
    return all;
}

} // namespace

VectorPlots::VectorPlots(ThemeController& theme, QWidget* parent)
    : QWidget(parent), m_selection(std::make_unique<Selection>()),
      m_vectors(std::make_shared<VectorSet>()), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)), m_area(new QScrollArea(this)), m_leftName(tr("left")),
      m_rightName(tr("right")) {
    setObjectName(QStringLiteral("vectorPlots"));
    auto* content = new QWidget(m_area);
    m_grid = new QGridLayout(content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(kSpace);
    for (const auto& entry : entries()) {
        auto* frame = new PlotFrame(entry, PlotContext{*m_selection, theme}, content);
        connect(frame, &PlotFrame::exportRequested, this, &VectorPlots::exportRequested);
        m_frames.push_back(frame);
    }
    m_area->setObjectName(QStringLiteral("vectorPlots.area"));
    m_area->setAccessibleName(tr("Numbers of the vector"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of the plots in it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_area);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    // What is below it in the scroll area would be out of reach.
    m_area->setMinimumWidth(leastWidth());
    showVectors(m_vectors);
}

// The plots go before the selection that they refer to.
VectorPlots::~VectorPlots() {
    delete m_stack;
}

void VectorPlots::setVector(std::vector<float> vector) {
    auto set = std::make_shared<VectorSet>();
    set->vectors.push_back(std::move(vector));
    showVectors(std::move(set));
}

void VectorPlots::setPair(std::vector<float> left, std::vector<float> right) {
    auto set = std::make_shared<VectorSet>();
    set->vectors.push_back(std::move(left));
    set->vectors.push_back(std::move(right));
    set->names = {m_leftName, m_rightName};
    showVectors(std::move(set));
}

void VectorPlots::setNames(const QString& left, const QString& right) {
    m_leftName = left;
    m_rightName = right;
}

void VectorPlots::clear() {
    showVectors(std::make_shared<VectorSet>());
}

bool VectorPlots::isEmpty() const {
    return m_vectors->dimensions() == 0;
}

void VectorPlots::showVectors(std::shared_ptr<const VectorSet> vectors) {
    m_vectors = std::move(vectors);
    for (auto* frame : m_frames) {
        static_cast<VectorPlot*>(frame->plot())->setVectors(m_vectors);
    }
    m_frames.back()->setVisible(m_vectors->isPair());
    m_empty->setSentence(m_vectors->vectors.empty() ? tr("Open a token to see its numbers here.")
                         : m_vectors->isPair()      ? tr("The vectors of these tokens are empty.")
                                                    : tr("The vector of this token is empty."));
    m_stack->setCurrentWidget(isEmpty() ? static_cast<QWidget*>(m_empty) : m_area);
    arrange(m_columns);
    makeRoom();
}

std::vector<PlotFrame*> VectorPlots::shownFrames() const {
    auto shown = m_frames;
    if (!m_vectors->isPair()) {
        shown.pop_back();
    }
    return shown;
}

std::vector<Plot*> VectorPlots::plots() const {
    std::vector<Plot*> plots;
    if (isEmpty()) {
        return plots;
    }
    for (const auto* frame : shownFrames()) {
        plots.push_back(frame->plot());
    }
    return plots;
}

// Legends and captions take nothing from the axes: the frame grows with them.
void VectorPlots::makeRoom() {
    const int width = m_area->viewport()->width() / m_columns;
    for (auto* frame : m_frames) {
        frame->setMinimumHeight(
            std::max(kLeastHeight, kHeightWithoutWords + frame->plot()->wordsHeight(width)));
    }
}

void VectorPlots::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int step = leastWidth() + kSpace;
    const int columns = std::clamp((event->size().width() + kSpace) / step, 1, kMostColumns);
    if (columns != m_columns) {
        arrange(columns);
    }
    makeRoom();
}

// Of one column: with large fonts, the frames need more than usual.
int VectorPlots::leastWidth() const {
    int width = kLeastWidth;
    for (const auto* frame : m_frames) {
        width = std::max(width, frame->minimumSizeHint().width());
    }
    return width + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
}

// A row that would be half full belongs to its plot alone.
void VectorPlots::arrange(int columns) {
    const auto frames = shownFrames();
    for (auto* frame : m_frames) {
        m_grid->removeWidget(frame);
    }
    for (int i = 0; i < static_cast<int>(frames.size()); ++i) {
        const bool alone = i + 1 == static_cast<int>(frames.size()) && i % columns == 0;
        m_grid->addWidget(frames[static_cast<std::size_t>(i)], i / columns, i % columns, 1,
                          alone ? columns : 1);
    }
    for (int column = 0; column < kMostColumns; ++column) {
        m_grid->setColumnStretch(column, column < columns ? 1 : 0);
    }
    m_columns = columns;
}

} // namespace tessera::ui
