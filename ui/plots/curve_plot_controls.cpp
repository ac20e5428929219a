// How people want to see the curves: smoothed, and on a logarithmic axis.
#include "ui/plots/controls_bar.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/strings/strings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::array kWeights = {0.25, 0.5, 0.75, 0.9, 0.95, 0.99}; // besides none

} // namespace

QWidget* CurvePlot::controls() {
    return m_controls;
}

void CurvePlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_smoothBox = m_controls->addPicker(tr("Smoothing"), "curveSmoothing");
    m_smoothBox->setToolTip(tr("Weight of the past in an exponential moving average. What was "
                               "measured stays in sight, pale."));
    m_smoothBox->addItem(tr("none"), 0.0);
    for (const double weight : kWeights) {
        m_smoothBox->addItem(QLocale().toString(weight), weight);
    }
    m_logBox = m_controls->addSwitch(tr("Logarithmic"), "curveLogarithmic");
    connect(m_smoothBox, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        rebuild();
        updateGeometry();
        contentHasChanged(false);
    });
    connect(m_logBox, &QCheckBox::toggled, this, &CurvePlot::onScale);
    fitControls();
}

double CurvePlot::smoothing() const {
    return m_smoothBox->currentData().toDouble();
}

QString CurvePlot::logarithmObstacle() const {
    const auto least = m_set.least();
    return least && *least <= 0.0
               ? tr("A logarithmic axis has no place for 0 and less, and the least value is %1.")
                     .arg(valueText(*least))
               : QString();
}

double CurvePlot::heightOf(double value) const {
    return m_logarithmic ? std::log10(value) : value;
}

// What the values allow; a switch that cannot be used says why.
void CurvePlot::fitControls() {
    const auto obstacle = logarithmObstacle();
    m_logBox->setEnabled(obstacle.isEmpty());
    m_logBox->setToolTip(obstacle.isEmpty() ? tr("A logarithmic axis for the values.") : obstacle);
    m_logarithmic = m_logBox->isChecked() && obstacle.isEmpty();
    canvas().yAxis->setTicker(m_logarithmic ? QSharedPointer<LogTicks>::create()
                                            : QSharedPointer<FewTicks>::create());
    const auto title =
        m_kind.percent ? tr("share of inputs (%)") : seriesAxisText(m_kind.lines.front().series);
    QStringList titles{title};
    if (m_logarithmic) {
        titles.prepend(tr("%1, logarithmic").arg(title));
    }
    if (!unit().isEmpty()) {
        titles << unit();
    }
    setAxisTitle(*canvas().yAxis, titles);
}

void CurvePlot::onScale() {
    rebuild();
    contentHasChanged(true); // the range is another one
}

} // namespace tessera::ui
