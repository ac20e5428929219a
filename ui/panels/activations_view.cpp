#include "ui/panels/activations_view.h"

#include "ui/panels/distributions_page.h"
#include "ui/panels/sample_inspector.h"
#include "ui/widgets/focus_order.h"
#include "ui/widgets/plot_frame.h"

#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace tessera::ui {

ActivationsView::ActivationsView(Services& services, QWidget* parent)
    : PlotsView(services, QStringLiteral("view.activations"), plotIds(),
                tr("Run a transfer to see the activations of source and receiver side by side."),
                parent),
      m_services(services), m_pages(new QTabWidget(this)),
      m_distributionsPage(new QWidget(m_pages)), m_samplePage(new QWidget(m_pages)) {
    m_pages->setObjectName(QStringLiteral("activations.pages"));
    m_pages->setAccessibleName(tr("Kinds of activations"));
    m_pages->setDocumentMode(true);
    for (auto* page : {m_distributionsPage, m_samplePage}) {
        auto* layout = new QVBoxLayout(page);
        layout->setContentsMargins(0, 0, 0, 0);
    }
    m_pages->addTab(frames().front(), tr("All samples"));
    m_pages->addTab(m_distributionsPage, tr("Distributions"));
    m_pages->addTab(m_samplePage, tr("One sample"));
    connect(m_pages, &QTabWidget::currentChanged, this, &ActivationsView::showPage);
    setContent(m_pages);
    insertInTabOrder(m_pages->tabBar(), frames().front()); // which is older
}

void ActivationsView::setRuns(const std::vector<RunViewPtr>& runs) {
    m_runs = runs;
    PlotsView::setRuns(runs);
    if (m_distributions != nullptr) {
        m_distributions->setRuns(runs);
    }
    if (m_sample != nullptr) {
        m_sample->setRuns(runs);
    }
}

std::vector<Plot*> ActivationsView::plots() const {
    if (m_pages->currentWidget() == m_distributionsPage) {
        return m_distributions != nullptr ? m_distributions->plots() : std::vector<Plot*>();
    }
    if (m_pages->currentWidget() == m_samplePage) {
        return m_sample != nullptr ? m_sample->plots() : std::vector<Plot*>();
    }
    return PlotsView::plots();
}

void ActivationsView::showPage() {
    if (m_pages->currentWidget() == m_distributionsPage && m_distributions == nullptr) {
        showDistributions();
    } else if (m_pages->currentWidget() == m_samplePage && m_sample == nullptr) {
        showSample();
    }
}

void ActivationsView::showDistributions() {
    m_distributions = new DistributionsPage(m_services, m_distributionsPage);
    m_distributionsPage->layout()->addWidget(m_distributions);
    m_distributions->show(); // a layout would do so later
    connect(m_distributions, &DistributionsPage::exportRequested, this, &View::exportRequested);
    insertInTabOrder(m_pages->tabBar(), m_distributions);
    m_distributions->setRuns(m_runs);
}

void ActivationsView::showSample() {
    m_sample = new SampleInspector(m_services, m_samplePage);
    m_samplePage->layout()->addWidget(m_sample);
    m_sample->show(); // a layout would do so later
    connect(m_sample, &SampleInspector::exportRequested, this, &View::exportRequested);
    insertInTabOrder(m_pages->tabBar(), m_sample);
    m_sample->setRuns(m_runs);
}

} // namespace tessera::ui
