// Which parts SampleInspector has, and where they stand.
#include "ui/bridge/services.h"
#include "ui/panels/sample_inspector.h"
#include "ui/panels/tap_list.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/feature_map_plot.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/plot_frame.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kSideWidth = 220;
constexpr int kWide = 620;       // from here on the parts stand side by side
constexpr int kSideHeight = 110; // of what is above the plot otherwise

// Not in the catalogue: it shows no runs.
const PlotEntry& plotEntry() {
    static const PlotEntry entry = {"activations.sample", FeatureMapPlot::plotTitle,
                                    [](const PlotContext& context, QWidget* parent) -> Plot* {
                                        auto* plot = new FeatureMapPlot(context, parent);
                                        plot->setObjectName(QStringLiteral("activations.sample"));
                                        return plot;
                                    }};
    return entry;
}

} // namespace

void SampleInspector::buildControls() {
    m_controls = new ControlsBar(this);
    m_networkBox = m_controls->addPicker(tr("Network"), QStringLiteral("sample.network"));
    auto* piece = new QWidget(m_controls);
    auto* row = new QHBoxLayout(piece);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("Sample"), piece);
    m_sampleBox = new QSpinBox(piece);
    m_sampleBox->setObjectName(QStringLiteral("sample.number"));
    m_sampleBox->setAccessibleName(tr("Sample"));
    m_sampleBox->setKeyboardTracking(false); // 17 is not 1 and then 17
    label->setBuddy(m_sampleBox);
    row->addWidget(label);
    row->addWidget(m_sampleBox);
    m_controls->add(piece);
    m_recordButton = new QPushButton(icon(QStringLiteral("activations")), tr("Record"), m_controls);
    m_recordButton->setObjectName(QStringLiteral("sample.record"));
    m_recordButton->setAutoDefault(false);
    m_controls->add(m_recordButton);
    connect(m_networkBox, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &SampleInspector::onNetworkChosen);
    connect(m_sampleBox, qOverload<int>(&QSpinBox::valueChanged), this,
            &SampleInspector::onSampleChosen);
    connect(m_recordButton, &QPushButton::clicked, this, &SampleInspector::start);
}

void SampleInspector::buildContent() {
    m_side = new QWidget(this);
    m_facts = new SampleFacts(m_side);
    m_taps = new TapList(m_side);
    m_sideParts = new QBoxLayout(QBoxLayout::TopToBottom, m_side);
    m_sideParts->setContentsMargins(kSpace, 0, kSpace, 0);
    m_sideParts->setSpacing(kSpace);
    m_sideParts->addWidget(m_facts, 0);
    m_sideParts->addWidget(m_taps, 1);
    m_frame = new PlotFrame(
        plotEntry(), PlotContext{m_services.selection, m_services.theme, &m_services.analyst},
        this);
    m_plot = static_cast<FeatureMapPlot*>(m_frame->plot());
    m_parts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_parts->setSpacing(0);
    m_parts->addWidget(m_side);
    m_parts->addWidget(m_frame, 1);
    connect(m_frame, &PlotFrame::exportRequested, this, &SampleInspector::exportRequested);
    connect(m_taps, &TapList::tapChosen, this, &SampleInspector::onTapChosen);
}

void SampleInspector::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool wide = event->size().width() >= kWide;
    m_parts->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_sideParts->setDirection(wide ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_sideParts->setStretch(0, wide ? 0 : 1); // the words would break after each letter
    m_side->setMinimumWidth(wide ? kSideWidth : 0);
    m_side->setMaximumWidth(wide ? kSideWidth : QWIDGETSIZE_MAX);
    m_side->setMaximumHeight(wide ? QWIDGETSIZE_MAX : kSideHeight);
}

} // namespace tessera::ui
