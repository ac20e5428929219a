#include "ui/compare/compare_view.h"

#include "ui/bridge/compared_runs.h"
#include "ui/bridge/services.h"
#include "ui/compare/box_plot.h"
#include "ui/compare/compare_controls.h"
#include "ui/compare/compare_tables.h"
#include "ui/compare/compare_text.h"
#include "ui/compare/curves_section.h"
#include "ui/compare/pair_plot.h"
#include "ui/compare/table_section.h"
#include "ui/strings/strings.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/focus_order.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/page_wheel.h"
#include "ui/widgets/plot_frame.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kEmptyPage = 0, kPage = 1;
constexpr std::size_t kFewestRuns = 2;
constexpr int kMostLeftOut = 5; // runs that are named
constexpr int kMostFindings = 6;
constexpr int kHeightWithoutWords = 330; // of a frame: title, axes, readout
constexpr int kFrameHeight = 110;        // of a frame without its plot

template <class Made>
PlotEntry entryOf() {
    return {Made::kId, Made::plotTitle, [](const PlotContext& context, QWidget* parent) -> Plot* {
                auto* plot = new Made(context, parent);
                plot->setObjectName(Made::kId);
                return plot;
            }};
}

} // namespace

CompareView::CompareView(Services& services, QWidget* parent)
    : View(parent), m_services(services), m_comparison(services),
      m_stack(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("view.compare"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    buildEmpty();
    connect(&m_services.compared, &ComparedRuns::changed, this, &CompareView::onRuns);
    connect(&m_services.library, &RunLibrary::runsChanged, this, &CompareView::onRuns);
}

void CompareView::buildEmpty() {
    auto* empty = new EmptyState(tr("Choose two or more runs in Runs to compare them."),
                                 tr("Show Runs"), this);
    empty->setObjectName(QStringLiteral("view.compare.empty"));
    connect(empty, &EmptyState::activated, this, &View::runsRequested);
    m_stack->addWidget(empty);
}

void CompareView::buildPage() {
    auto* content = new QWidget(this);
    auto* page = new QVBoxLayout(content);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(kSpace);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kSpace, kSpace, kSpace, 0);
    m_overview = new QLabel(content);
    m_overview->setObjectName("compare.overview");
    m_overview->setAccessibleName(tr("Compared runs"));
    m_overview->setTextFormat(Qt::PlainText);
    m_overview->setWordWrap(true);
    m_clear = new QPushButton(tr("Compare chosen runs only"), content);
    m_clear->setObjectName("compare.clear");
    m_clear->setToolTip(tr("Lets go of the runs that were added with Compare"));
    head->addWidget(m_overview, 1);
    head->addWidget(m_clear, 0, Qt::AlignTop);
    page->addLayout(head);
    m_fields = new TableSection("compare.fields", tr("Setup"), TableSection::RowNames::FirstColumn,
                                content);
    m_fields->setToolTip(tr("Names and values are those of experiment files."));
    m_allFields = new QCheckBox(tr("Show all fields"), m_fields);
    m_allFields->setObjectName("compareAllFields");
    m_fields->addBeside(m_allFields);
    setTabOrder(m_allFields, m_fields->findChild<QWidget*>("compare.fields.table"));
    page->addWidget(m_fields);
    m_controls = new CompareControls(content);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(kSpace, 0, kSpace, 0);
    bar->addWidget(m_controls);
    page->addLayout(bar);
    m_groups =
        new TableSection("compare.groups", tr("Groups"), TableSection::RowNames::None, content);
    page->addWidget(m_groups);
    m_findings = new QLabel(content);
    m_findings->setObjectName("compare.findings");
    m_findings->setAccessibleName(tr("Differences between the groups"));
    m_findings->setTextFormat(Qt::PlainText);
    m_findings->setWordWrap(true);
    m_findings->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_findings->setContentsMargins(kSpace, 0, kSpace, 0);
    page->addWidget(m_findings);
    m_boxes = static_cast<BoxPlot*>(addFrame(*page, entryOf<BoxPlot>())->plot());
    m_pairs = static_cast<PairPlot*>(addFrame(*page, entryOf<PairPlot>())->plot());
    m_confusion = static_cast<ConfusionPlot*>(addFrame(*page, entryOf<ConfusionPlot>())->plot());
    m_curves =
        new CurvesSection({m_services.selection, m_services.theme, &m_services.analyst}, content);
    page->addWidget(m_curves);
    page->addStretch(1);
    m_area = new QScrollArea(this);
    m_area->setObjectName("view.compare.area");
    m_area->setAccessibleName(tr("Comparison of runs"));
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setWidget(content);
    // What is beyond the width would be out of reach.
    m_area->setMinimumWidth(content->minimumSizeHint().width() +
                            style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_stack->addWidget(m_area);
}

PlotFrame* CompareView::addFrame(QVBoxLayout& page, const PlotEntry& entry) {
    auto* frame = new PlotFrame(
        entry, {m_services.selection, m_services.theme, &m_services.analyst}, page.parentWidget());
    page.addWidget(frame);
    m_frames.push_back(frame);
    scrollPageByWheel(frame->plot());
    connect(frame, &PlotFrame::exportRequested, this, &View::exportRequested);
    connect(frame->plot(), &Plot::contentChanged, this, &CompareView::makeRoom);
    return frame;
}

void CompareView::connectParts() {
    connect(m_clear, &QPushButton::clicked, &m_services.compared, &ComparedRuns::clearAdded);
    connect(m_allFields, &QCheckBox::toggled, this, &CompareView::showFields);
    connect(m_controls, &CompareControls::choiceChanged, this,
            [this] { m_comparison.setChoice(m_controls->choice()); });
    connect(m_confusion, &ConfusionPlot::choiceChanged, this, &CompareView::askForAnswers);
    connect(m_curves, &CurvesSection::exportRequested, this, &View::exportRequested);
    connect(&m_comparison, &Comparison::changed, this, &CompareView::onComputed);
    connect(&m_comparison, &Comparison::confusionChanged, this, &CompareView::onConfusion);
    connect(&m_comparison, &Comparison::curvesChanged, this, [this] {
        m_curves->setRuns(m_comparison.curves(), m_services.compared.runs().size());
    });
}

void CompareView::setRuns(const std::vector<RunViewPtr>&) {
    if (isVisible() && m_stack->currentIndex() == kPage) {
        m_comparison.readCurves();
    }
}

std::vector<Plot*> CompareView::plots() const {
    std::vector<Plot*> plots;
    if (m_stack->currentIndex() == kPage) {
        for (Plot* plot :
             std::initializer_list<Plot*>{m_boxes, m_pairs, m_confusion, m_curves->plot()}) {
            if (!plot->isEmpty()) {
                plots.push_back(plot);
            }
        }
    }
    return plots;
}

void CompareView::onRuns() {
    m_stale = true;
    if (isVisible()) {
        refresh();
    }
}

void CompareView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    if (m_stale) {
        refresh();
    }
}

// What nobody sees need not be computed.
void CompareView::refresh() {
    m_stale = false;
    if (m_services.compared.runs().size() < kFewestRuns) {
        m_stack->setCurrentIndex(kEmptyPage);
        return;
    }
    if (m_area == nullptr) { // the window stands sooner without it
        buildPage();
        connectParts();
        insertInTabOrder(m_stack->widget(kEmptyPage)->findChild<QPushButton*>(), m_area);
    }
    m_stack->setCurrentIndex(kPage);
    m_clear->setVisible(!m_services.compared.added().empty());
    m_comparison.refresh();
    m_comparison.readCurves();
}

void CompareView::onComputed() {
    const auto& data = m_comparison.data();
    m_boxes->setData(data);
    m_pairs->setData(data);
    if (!data) {
        m_overview->setText(errorText(*m_comparison.problem()));
        return;
    }
    m_overview->setText(overviewOf(*data, kMostLeftOut).join('\n'));
    showFields();
    m_controls->setData(*data);
    m_groups->setTable(groupTable(*data));
    m_findings->setText(findingsOf(*data, kMostFindings).join('\n'));
    m_findings->setVisible(!m_findings->text().isEmpty());
    std::vector<RunRecord> done;
    std::copy_if(data->runs.begin(), data->runs.end(), std::back_inserter(done),
                 [](const RunRecord& run) { return run.state == RunState::Done; });
    // Of one seed, so that both were tested on the same items.
    const auto* pair = data->pair();
    const auto idOf = [&](std::size_t RunPair::*which) {
        return pair != nullptr && !pair->pairs.empty() ? data->runs[pair->pairs.front().*which].id
                                                       : RunId();
    };
    m_confusion->offerRuns(done, idOf(&RunPair::first), idOf(&RunPair::second));
    askForAnswers();
}

void CompareView::showFields() {
    if (const auto& data = m_comparison.data()) {
        m_fields->setTable(fieldTable(*data, m_allFields->isChecked() ? FieldChoice::All
                                                                      : FieldChoice::Different));
    }
}

void CompareView::askForAnswers() {
    const auto choice = m_confusion->choice();
    if (choice != m_asked) {
        m_asked = choice;
        m_comparison.readAnswers(choice);
    }
}

void CompareView::onConfusion() {
    m_confusion->setData(m_comparison.confusion());
}

void CompareView::resizeEvent(QResizeEvent* event) {
    View::resizeEvent(event);
    makeRoom();
}

// Captions take nothing from the plots: the frames grow with them.
void CompareView::makeRoom() {
    const int room =
        std::max(1, width() - style()->pixelMetric(QStyle::PM_ScrollBarExtent) - 2 * kSpace);
    for (auto* frame : m_frames) {
        const auto* controls = frame->plot()->controls();
        const int pickers = controls != nullptr ? controls->heightForWidth(room) : 0;
        const int height =
            pickers + std::max(kHeightWithoutWords + frame->plot()->wordsHeight(room),
                               kFrameHeight + frame->plot()->minimumSizeHint().height());
        if (frame->minimumHeight() != height) {
            frame->setMinimumHeight(height);
        }
    }
}

} // namespace tessera::ui
