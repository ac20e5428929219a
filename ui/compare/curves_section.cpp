#include "ui/compare/curves_section.h"

#include "ui/plots/controls_bar.h"
#include "ui/plots/curve_kinds.h"
#include "ui/plots/plot_catalog.h"
#include "ui/widgets/focus_order.h"
#include "ui/widgets/page_wheel.h"
#include "ui/widgets/plot_frame.h"

#include <QComboBox>
#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kCurvesHeight = 330; // of a frame: title, pickers, axes, readout

} // namespace

CurvesSection::CurvesSection(const PlotContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_limit(new QLabel(this)),
      m_stack(new QStackedWidget(this)), m_frames(curveKinds().size(), nullptr) {
    setObjectName("compare.curves");
    auto* bar = new ControlsBar(this);
    m_kind = bar->addPicker(tr("Curves"), "compareCurves");
    for (const auto& kind : curveKinds()) {
        m_kind->addItem(kind.title());
    }
    m_limit->setObjectName("compare.curves.limit");
    m_limit->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 0);
    layout->setSpacing(4);
    layout->addWidget(bar);
    layout->addWidget(m_limit);
    layout->addWidget(m_stack, 1);
    connect(m_kind, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &CurvesSection::showKind);
    showKind();
}

void CurvesSection::showKind() {
    const auto index = static_cast<std::size_t>(m_kind->currentIndex());
    auto*& frame = m_frames[index];
    if (frame == nullptr) {
        frame = new PlotFrame(*findPlot(curveKinds()[index].id), m_context, m_stack);
        m_stack->addWidget(frame);
        insertInTabOrder(m_kind, frame);
        scrollPageByWheel(frame->plot());
        connect(frame, &PlotFrame::exportRequested, this, &CurvesSection::exportRequested);
        connect(frame->plot(), &Plot::contentChanged, this, &CurvesSection::makeRoom);
    }
    m_stack->setCurrentWidget(frame);
    frame->setRuns(m_runs);
    makeRoom();
}

void CurvesSection::setRuns(const std::vector<RunViewPtr>& runs, std::size_t compared) {
    m_runs = runs;
    m_limit->setText(compared > runs.size() && !runs.empty()
                         ? tr("Curves of the first %1 of %2 runs.").arg(runs.size()).arg(compared)
                         : QString());
    m_limit->setVisible(!m_limit->text().isEmpty());
    m_frames[static_cast<std::size_t>(m_kind->currentIndex())]->setRuns(runs);
    makeRoom();
}

Plot* CurvesSection::plot() const {
    return m_frames[static_cast<std::size_t>(m_kind->currentIndex())]->plot();
}

// Legend and caption take nothing from the curves.
void CurvesSection::makeRoom() {
    m_stack->setMinimumHeight(kCurvesHeight + plot()->wordsHeight(std::max(240, width())));
}

} // namespace tessera::ui
