#include "ui/plots/spectra_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/plot_notice.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr auto kSpectraEvery = std::chrono::milliseconds(250);
constexpr std::size_t kMostSpectrumMarkers = 40; // of a line

Result<std::vector<LayerSpectrum>> compute(const std::shared_ptr<const NetworkRows>& network,
                                           const Analysis& analysis, const Watch& watch) {
    return analysis.spectra(*network, watch);
}

QColor mixed(const QColor& from, const QColor& to, double share) {
    const auto part = [share](int a, int b) {
        return static_cast<int>(std::lround(a + share * (b - a)));
    };
    return {part(from.red(), to.red()), part(from.green(), to.green()),
            part(from.blue(), to.blue())};
}

} // namespace

SpectraPlot::SpectraPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_source(context.analyst, this, compute, [this] { onComputed(); }),
      m_receiver(context.analyst, this, compute, [this] { onComputed(); }) {
    buildCanvas();
    buildControls();
    m_progress.setInterval(kSpectraEvery);
    connect(&m_progress, &QTimer::timeout, this, &SpectraPlot::onProgress);
    connect(&selection(), &Selection::layersChanged, this, &SpectraPlot::onLayersChosen);
    rebuild();
    styleAnew();
    contentHasChanged(true);
}

QString SpectraPlot::plotTitle() {
    return tr("Spectra of layers");
}

void SpectraPlot::buildCanvas() {
    auto& layout = *canvas().plotLayout();
    m_ratioRect = new QCPAxisRect(&canvas());
    m_key = new PlotKey(&canvas());
    m_notice = new PlotNotice(*canvas().axisRect());
    layout.addElement(1, 0, m_ratioRect);
    layout.addElement(2, 0, m_key);
    layout.setRowStretchFactor(0, 1.3);
    layout.setRowSpacing(2);
    m_key->setMargins({8, 0, 8, 4});
    auto* group = new QCPMarginGroup(&canvas());
    for (auto* rect : {canvas().axisRect(), m_ratioRect}) {
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, group);
        rect->setMinimumMargins({0, 8, 8, 0});
        for (auto* axis : {rect->axis(QCPAxis::atBottom), rect->axis(QCPAxis::atLeft)}) {
            axis->setSubTicks(false);
        }
    }
    // All of it is always there to be seen.
    m_ratioRect->setRangeDrag({});
    m_ratioRect->setRangeZoom({});
    auto& x = *m_ratioRect->axis(QCPAxis::atBottom);
    auto& y = *m_ratioRect->axis(QCPAxis::atLeft);
    x.setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    y.setTicker(QSharedPointer<FewTicks>::create());
    canvas().xAxis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    setAxisTitle(x, {tr("layer, in order of execution"), tr("layer")});
    setAxisTitle(
        y, {tr("axes that matter (participation ratio)"), tr("participation ratio"), tr("axes")});
    setAxisTitle(*canvas().xAxis, {tr("principal axis, by variance"), tr("principal axis")});
    setAxisTitle(*canvas().yAxis, {tr("variance (eigenvalue of the covariance)"), tr("variance")});
}

void SpectraPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_sourceBox = m_controls->addPicker(tr("Source layer"), "spectraSource");
    m_receiverBox = m_controls->addPicker(tr("Receiver layer"), "spectraReceiver");
    m_timeBox = m_controls->addPicker(tr("Receiver"), "spectraTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_logBox = m_controls->addSwitch(tr("Logarithmic"), "spectraLog");
    m_logBox->setChecked(true);
    fillLayers(*m_sourceBox, nullptr, m_sourceLayer);
    fillLayers(*m_receiverBox, nullptr, m_receiverLayer);
    const auto remember = [this](QComboBox* box, std::optional<std::string>& wanted) {
        connect(box, qOverload<int>(&QComboBox::currentIndexChanged), this, [this, box, &wanted] {
            const auto name = box->currentData().toString();
            wanted = name.isEmpty() ? std::nullopt : std::optional(name.toStdString());
            rebuild();
            contentHasChanged(false);
        });
    };
    remember(m_sourceBox, m_sourceLayer);
    remember(m_receiverBox, m_receiverLayer);
    connect(m_timeBox, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &SpectraPlot::onChoice);
    connect(m_logBox, &QCheckBox::toggled, this, [this] {
        rebuild();
        contentHasChanged(true); // another scale has another range
    });
}

QWidget* SpectraPlot::controls() {
    return m_controls;
}

std::vector<RunViewPtr> SpectraPlot::shownRuns() const {
    return isEmpty() ? std::vector<RunViewPtr>() : std::vector{m_run};
}

void SpectraPlot::fillLayers(QComboBox& box, const NetworkRows* network,
                             const std::optional<std::string>& wanted) {
    QStringList names;
    for (std::size_t i = 0; network != nullptr && i < network->layers.size(); ++i) {
        names << fromUtf8(network->layers[i].name);
    }
    QStringList present;
    for (int i = 0; i < box.count(); ++i) {
        present << box.itemData(i).toString();
    }
    const QSignalBlocker blocker(box);
    if (names + QStringList(QString()) != present) {
        box.clear();
        for (const auto& name : names) {
            box.addItem(name, name);
        }
        box.addItem(tr("all layers"), QString());
    }
    const auto* layer = network != nullptr && wanted ? chooseLayer(*network, *wanted) : nullptr;
    box.setCurrentIndex(layer != nullptr ? static_cast<int>(names.indexOf(fromUtf8(layer->name)))
                                         : box.count() - 1);
    box.setEnabled(names.size() > 1);
}

SnapshotPtr SpectraPlot::wantedSnapshot() const {
    const auto time = static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
    auto snapshot = m_run ? snapshotAt(m_run->snapshots, time) : nullptr;
    const bool usable = snapshot && snapshot->samples && snapshot->samples->size() > 0 &&
                        snapshot->source && !snapshot->source->layers.empty() &&
                        snapshot->receiver && !snapshot->receiver->layers.empty();
    return usable ? snapshot : nullptr;
}

SpectraPlot::Rows SpectraPlot::rowsOf(Side side) const {
    return !m_snapshot ? nullptr : side == Side::Source ? m_snapshot->source : m_snapshot->receiver;
}

void SpectraPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    m_run = run;
    const auto snapshot = wantedSnapshot();
    if (snapshot == m_snapshot && !otherRun) {
        return;
    }
    m_snapshot = snapshot;
    if (otherRun) {
        m_source.clear();
        m_receiver.clear();
    }
    fillLayers(*m_sourceBox, rowsOf(Side::Source).get(), m_sourceLayer);
    fillLayers(*m_receiverBox, rowsOf(Side::Receiver).get(), m_receiverLayer);
    ask(Computed::Older::Finishes);
    rebuild();
    contentHasChanged(otherRun);
}

void SpectraPlot::ask(Computed::Older older) {
    if (isEmpty()) {
        m_source.clear();
        m_receiver.clear();
        m_progress.stop();
        return;
    }
    m_source.want(m_snapshot->source, older);
    m_receiver.want(m_snapshot->receiver, older);
    if (isComplete()) {
        m_progress.stop();
        m_slow = false;
    } else if (!m_progress.isActive()) {
        m_slow = false;
        m_progress.start();
    }
}

bool SpectraPlot::isComplete() const {
    return m_source.isComplete() && m_receiver.isComplete();
}

void SpectraPlot::onChoice() {
    m_snapshot = wantedSnapshot();
    ask(Computed::Older::Stops);
    rebuild();
    contentHasChanged(false);
}

void SpectraPlot::onLayersChosen() {
    if (const auto& layers = selection().layers()) {
        const auto choose = [](QComboBox& box, const std::string& name) {
            if (const int index = box.findData(fromUtf8(name)); index >= 0) {
                box.setCurrentIndex(index);
            }
        };
        choose(*m_sourceBox, layers->source);
        choose(*m_receiverBox, layers->receiver);
    }
}

void SpectraPlot::onComputed() {
    if (isComplete()) {
        m_progress.stop();
        m_slow = false;
    }
    if (!isEmpty()) {
        rebuild();
        contentHasChanged(false);
    }
}

void SpectraPlot::onProgress() {
    if (!m_source.isReady()) {
        return;
    }
    m_slow = true;
    applyOwnLook(look());
    requestReplot();
}

const SpectraPlot::Spectra& SpectraPlot::spectra(Side side) const {
    static const Spectra kNone;
    const auto* result = side == Side::Source ? m_source.result() : m_receiver.result();
    return result != nullptr && result->has_value() ? result->value() : kNone;
}

bool SpectraPlot::isShown(Side side, std::size_t layer) const {
    const auto& box = side == Side::Source ? *m_sourceBox : *m_receiverBox;
    const auto name = box.currentData().toString();
    return name.isEmpty() || name == fromUtf8(spectra(side)[layer].layer);
}

bool SpectraPlot::isLogarithmic() const {
    return m_logBox->isChecked();
}

std::optional<double> SpectraPlot::heightOf(double eigenvalue) const {
    if (!isLogarithmic()) {
        return eigenvalue;
    }
    return eigenvalue > 0.0 ? std::optional(std::log10(eigenvalue)) : std::nullopt;
}

void SpectraPlot::rebuild() {
    canvas().clearPlottables();
    m_curves.clear();
    m_ratios.clear();
    for (const auto side : {Side::Source, Side::Receiver}) {
        addCurves(side);
        addRatios(side);
    }
    if (isLogarithmic()) {
        canvas().yAxis->setTicker(QSharedPointer<LogTicks>::create());
    } else {
        canvas().yAxis->setTicker(QSharedPointer<FewTicks>::create());
    }
    applyOwnLook(look());
}

void SpectraPlot::addCurves(Side side) {
    const auto& all = spectra(side);
    for (std::size_t layer = 0; layer < all.size(); ++layer) {
        if (!isShown(side, layer)) {
            continue;
        }
        std::vector<CurveLinePoint> points;
        for (const double value : all[layer].eigenvalues) {
            points.push_back({static_cast<double>(points.size() + 1), heightOf(value)});
        }
        m_curves.push_back(
            {side, layer, new CurveLineItem(canvas().xAxis, canvas().yAxis, std::move(points))});
    }
}

void SpectraPlot::addRatios(Side side) {
    std::vector<CurveLinePoint> points;
    for (const auto& layer : spectra(side)) {
        points.push_back({static_cast<double>(points.size() + 1), layer.participationRatio});
    }
    auto* line = new CurveLineItem(m_ratioRect->axis(QCPAxis::atBottom),
                                   m_ratioRect->axis(QCPAxis::atLeft), std::move(points));
    m_ratios.push_back({side, 0, line});
}

QColor SpectraPlot::colourOf(Side side, std::size_t layer, const Theme& theme) const {
    const auto colour =
        theme.identity(side == Side::Source ? Identity::Source : Identity::Receiver);
    const auto& box = side == Side::Source ? *m_sourceBox : *m_receiverBox;
    const auto layers = spectra(side).size();
    if (!box.currentData().toString().isEmpty() || layers < 2) {
        return colour;
    }
    // Of all layers: paler the earlier.
    constexpr double kPalest = 0.35;
    const double place = static_cast<double>(layer) / static_cast<double>(layers - 1);
    return mixed(theme.base, colour, kPalest + (1.0 - kPalest) * place);
}

void SpectraPlot::applyOwnLook(const PlotLook& look) {
    const auto style = [&](const Curve& curve, const QColor& colour, bool marked) {
        const bool source = curve.side == Side::Source;
        curve.line->setPen(QPen(colour, 1.2 * look.line, source ? Qt::SolidLine : Qt::DashLine,
                                Qt::FlatCap, Qt::RoundJoin));
        curve.line->setBrush(look.theme->base);
        curve.line->setMarker(!marked  ? Marker::None
                              : source ? Marker::Disc
                                       : Marker::OpenSquare,
                              look.onPage ? 3.5 : 6.0);
    };
    for (const auto& curve : m_curves) {
        style(curve, colourOf(curve.side, curve.layer, *look.theme),
              curve.line->points().size() <= kMostSpectrumMarkers);
    }
    for (const auto& curve : m_ratios) {
        style(curve,
              look.theme->identity(curve.side == Side::Source ? Identity::Source
                                                              : Identity::Receiver),
              curve.line->points().size() <= kMostSpectrumMarkers);
    }
    m_notice->applyLook(look);
    m_notice->setText(notice());
    fillKey(look);
}

void SpectraPlot::fillKey(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    const auto& theme = *look.theme;
    for (const auto side : {Side::Source, Side::Receiver}) {
        if (isEmpty() || spectra(side).empty()) {
            continue;
        }
        const bool source = side == Side::Source;
        const auto& box = source ? *m_sourceBox : *m_receiverBox;
        const auto layer = box.currentData().toString();
        const auto what = layer.isEmpty() ? tr("all layers, the first ones paler") : layer;
        entries.push_back({tr("%1: %2").arg(networkText(side), what), theme.text,
                           theme.identity(source ? Identity::Source : Identity::Receiver),
                           source ? Marker::Disc : Marker::OpenSquare,
                           source ? Qt::SolidLine : Qt::DashLine, 1.2 * look.line});
    }
    if (m_slow && !entries.empty() && !look.onPage) {
        entries.push_back(
            {tr("Computing the spectra."), theme.mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

void SpectraPlot::fitAxes() {
    const auto fit = [](QCPAxisRect& rect, const std::vector<Curve>& curves, bool fromZero) {
        constexpr double kNone = std::numeric_limits<double>::infinity();
        double right = 1.0, low = fromZero ? 0.0 : kNone, high = -kNone;
        for (const auto& curve : curves) {
            right = std::max(right, static_cast<double>(curve.line->points().size()));
            for (const auto& point : curve.line->points()) {
                low = std::min(low, point.y.value_or(low));
                high = std::max(high, point.y.value_or(high));
            }
        }
        setRangeWithMargin(*rect.axis(QCPAxis::atBottom), 1.0, right, 0.04);
        setRangeWithMargin(*rect.axis(QCPAxis::atLeft), low, high, 0.06);
    };
    fit(*canvas().axisRect(), m_curves, !isLogarithmic());
    fit(*m_ratioRect, m_ratios, true);
}

} // namespace tessera::ui
