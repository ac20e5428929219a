#include "ui/panels/plots_view.h"

#include "ui/bridge/services.h"
#include "ui/panels/selection_bar.h"
#include "ui/plots/plot_catalog.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/plot_frame.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kEmptyPage = 0;
constexpr int kPlotsPage = 1;

} // namespace

PlotsView::PlotsView(Services& services, const QString& name, const std::vector<const char*>& plots,
                     const QString& emptyText, QWidget* parent)
    : View(parent), m_services(services), m_stack(new QStackedWidget(this)) {
    setObjectName(name);
    auto* empty = new EmptyState(emptyText, tr("Run"), this);
    empty->setProperty(kRunsExperiment, true);
    empty->setObjectName(name + QStringLiteral(".empty"));
    connect(empty, &EmptyState::activated, this, &View::runRequested);
    m_stack->addWidget(empty);
    for (const auto* id : plots) {
        const auto* entry = findPlot(QString::fromLatin1(id));
        Q_ASSERT_X(entry != nullptr, "PlotsView", id);
        auto* frame = new PlotFrame(
            *entry, PlotContext{services.selection, services.theme, &services.analyst}, this);
        connect(frame, &PlotFrame::exportRequested, this, &View::exportRequested);
        m_frames.push_back(frame);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1);
}

void PlotsView::setContent(QWidget* content) {
    m_stack->addWidget(content);
    // Made last, so that Tab comes to it last.
    m_selection = new SelectionBar(m_services, objectName(), this);
    layout()->addWidget(m_selection);
}

void PlotsView::setRuns(const std::vector<RunViewPtr>& runs) {
    for (auto* frame : m_frames) {
        frame->setRuns(runs);
    }
    m_selection->setRun(runs.empty() ? nullptr : runs.front());
    m_stack->setCurrentIndex(runs.empty() ? kEmptyPage : kPlotsPage);
}

std::vector<Plot*> PlotsView::plots() const {
    std::vector<Plot*> plots;
    for (const auto* frame : m_frames) {
        plots.push_back(frame->plot());
    }
    return plots;
}

} // namespace tessera::ui
