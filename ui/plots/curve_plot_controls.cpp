// How people want to see the curves: smoothed, and on logarithmic axes.
#include "ui/plots/controls_bar.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLocale>

#include <algorithm>
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
    m_logEpochsBox = m_controls->addSwitch(tr("Logarithmic epochs"), "curveLogEpochs");
    connect(m_smoothBox, qOverload<int>(&QComboBox::currentIndexChanged), this, [this] {
        rebuild();
        updateGeometry();
        contentHasChanged(false);
    });
    connect(m_logBox, &QCheckBox::toggled, this, &CurvePlot::onScale);
    connect(m_logEpochsBox, &QCheckBox::toggled, this, &CurvePlot::onScale);
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

QString CurvePlot::epochObstacle() const {
    for (const auto& curve : m_set.curves) {
        for (const auto& point : curve.points) {
            if (point.y && point.x > 0.0) {
                return {};
            }
        }
    }
    return isEmpty() ? QString()
                     : tr("A logarithmic axis has no place for epoch 0, and nothing was measured "
                          "after it.");
}

double CurvePlot::heightOf(double value) const {
    return m_logarithmic ? std::log10(value) : value;
}

double CurvePlot::valueAt(double height) const {
    return m_logarithmic ? std::pow(10.0, height) : height;
}

bool CurvePlot::leavesOut(double epoch) const {
    return m_logEpochs && !(epoch > 0.0);
}

bool CurvePlot::leavesOutValues() const {
    return std::any_of(m_set.curves.begin(), m_set.curves.end(), [this](const Curve& curve) {
        return std::any_of(
            curve.points.begin(), curve.points.end(),
            [this](const CurvePoint& point) { return point.y && leavesOut(point.x); });
    });
}

double CurvePlot::placeOf(double epoch) const {
    return m_logEpochs ? (epoch > 0.0 ? std::log10(epoch) : 0.0) : epoch;
}

double CurvePlot::epochAt(double place) const {
    return m_logEpochs ? std::pow(10.0, place) : place;
}

void CurvePlot::fitEpochs() {
    double first = m_set.lastX;
    for (const auto& curve : m_set.curves) {
        for (const auto& point : curve.points) {
            first = point.y && point.x > 0.0 ? std::min(first, point.x) : first;
        }
    }
    const double lower = m_logEpochs ? placeOf(first) : 0.0;
    const double upper = placeOf(m_set.lastX);
    setRangeWithMargin(*canvas().xAxis, lower, upper > lower ? upper : lower + 1.0, 0.03);
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
    fitEpochControls();
}

void CurvePlot::fitEpochControls() {
    const auto obstacle = epochObstacle();
    m_logEpochsBox->setEnabled(obstacle.isEmpty());
    m_logEpochsBox->setToolTip(obstacle.isEmpty()
                                   ? tr("A logarithmic axis for the epochs. Epoch 0, before the "
                                        "first step, has no place on it.")
                                   : obstacle);
    m_logEpochs = m_logEpochsBox->isChecked() && obstacle.isEmpty();
    const auto ticks = m_logEpochs ? QSharedPointer<FewTicks>(QSharedPointer<LogTicks>::create())
                                   : QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers);
    if (m_set.readoutStep) {
        ticks->setExtraTick(placeOf(*m_set.readoutStep), tr("readout"));
    }
    canvas().xAxis->setTicker(ticks);
    setAxisTitle(*canvas().xAxis, m_logEpochs ? QStringList{tr("epoch, logarithmic"), tr("epoch")}
                                              : QStringList{tr("epoch")});
}

void CurvePlot::onScale() {
    rebuild();
    contentHasChanged(true); // the range is another one
}

} // namespace tessera::ui
