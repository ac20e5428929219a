#include "ui/plots/distribution_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/bars_item.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/curve_line.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kFillAlpha = 90, kPaleFillAlpha = 45, kPaleLineAlpha = 110;

LayerValues valuesOf(const ShownLayers& layers) {
    const auto values = [](const LayerRows* rows) {
        return rows != nullptr ? &rows->values : nullptr;
    };
    return {values(layers.source), values(layers.receiverBefore), values(layers.receiverNow)};
}

} // namespace

QString DistributionPlot::plotTitle() {
    return tr("Distribution of activations");
}

DistributionPlot::DistributionPlot(const PlotContext& context, QWidget* parent)
    : LayerPlot(context, plotTitle(), parent), m_bars(new BarsItem(canvas().xAxis, canvas().yAxis)),
      m_mark(new BarsItem(canvas().xAxis, canvas().yAxis)), m_key(new PlotKey(&canvas())),
      m_caption(new PlotKey(&canvas())),
      m_logBox(bar().addSwitch(tr("Logarithmic"), "logDensity")) {
    m_logBox->setToolTip(tr("A logarithmic axis for the density shows rare values."));
    canvas().plotLayout()->setRowSpacing(2);
    canvas().plotLayout()->addElement(1, 0, m_key);
    canvas().plotLayout()->addElement(2, 0, m_caption);
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
    canvas().axisRect()->setMinimumMargins({0, 8, 20, 0});
    setAxisTitle(*canvas().xAxis, {tr("activation")});
    connect(m_logBox, &QCheckBox::toggled, this, &DistributionPlot::onLogarithmic);
    connect(&selection(), &Selection::samplesChanged, this, &DistributionPlot::compute);
    onLogarithmic();
    styleAnew();
}

void DistributionPlot::layersHaveChanged(bool otherRun) {
    if (otherRun || isEmpty()) {
        show({});
    }
    compute();
}

void DistributionPlot::compute() {
    m_failure.reset();
    if (isEmpty()) {
        work().stop();
        return;
    }
    const auto layers = this->layers();
    const auto known = m_shown.layers == layers ? m_shown.all : nullptr;
    work().run(
        [layers, known, samples = selection().samples()](const Analysis& analysis,
                                                         const Watch& watch) -> Result<Shown> {
            // `layers` keeps alive what the request points to.
            DistributionRequest request{valuesOf(layers), std::nullopt, {}};
            Shown shown{layers, known, nullptr, samples.size()};
            if (shown.all == nullptr) {
                auto all = analysis.distributions(request, watch);
                if (!all) {
                    return fail(all.error());
                }
                shown.all = std::make_shared<DistributionSet>(std::move(*all));
            }
            if (!samples.empty()) {
                request.samples = samples;
                request.edges = shown.all->edges;
                auto chosen = analysis.distributions(request, watch);
                if (!chosen) {
                    return fail(chosen.error());
                }
                shown.chosen = std::make_shared<DistributionSet>(std::move(*chosen));
            }
            return shown;
        },
        [this](Result<Shown> done) { onComputed(std::move(done)); });
    if (work().isWaiting()) {
        applyOwnLook(look()); // which says so
    }
}

void DistributionPlot::onComputed(Result<Shown> done) {
    if (!done) {
        m_failure = std::move(done).error();
        show({});
        contentHasChanged(false);
        return;
    }
    const bool others = areOthers(done->layers); // whose range is another one
    show(std::move(*done));
    contentHasChanged(others);
}

bool DistributionPlot::areOthers(const ShownLayers& layers) const {
    const auto differ = [](const LayerRows* a, const LayerRows* b) {
        return a == nullptr || b == nullptr || a->name != b->name;
    };
    return differ(layers.source, m_shown.layers.source) ||
           differ(layers.receiverNow, m_shown.layers.receiverNow);
}

void DistributionPlot::show(Shown shown) {
    const auto bins = shown.all != nullptr ? shown.all->bins() : 0;
    if (m_bin && *m_bin >= bins) {
        m_bin.reset();
    }
    m_shown = std::move(shown);
    rebuild();
    updateGeometry();
}

const DistributionSet* DistributionPlot::distributions() const {
    return m_shown.all.get();
}

const DistributionSet* DistributionPlot::chosen() const {
    return m_shown.chosen.get();
}

bool DistributionPlot::hasBins() const {
    return m_shown.all != nullptr && m_shown.all->bins() > 0;
}

const std::optional<Distribution>& DistributionPlot::of(const DistributionSet& set, Layer layer) {
    return layer == Layer::Source ? set.source : layer == Layer::Before ? set.before : set.now;
}

void DistributionPlot::onLogarithmic() {
    const bool log = m_logBox->isChecked();
    canvas().yAxis->setTicker(log ? QSharedPointer<LogTicks>::create()
                                  : QSharedPointer<FewTicks>::create());
    setAxisTitle(*canvas().yAxis,
                 log ? QStringList{tr("density (logarithmic)"), tr("density")}
                     : QStringList{tr("density, share per unit of activation"), tr("density")});
    rebuild();
    contentHasChanged(true); // the range is another one
}

double DistributionPlot::heightOf(double density) const {
    if (!m_logBox->isChecked()) {
        return density;
    }
    return density > 0.0 ? std::log10(density) : m_floor;
}

// From the axis up, along the densities and down again; broken where there are none.
std::vector<CurveLinePoint> DistributionPlot::outlineOf(const Distribution& distribution) const {
    const auto& edges = m_shown.all->edges;
    std::vector<CurveLinePoint> points;
    bool up = false;
    for (std::size_t bin = 0; bin < distribution.density.size(); ++bin) {
        const double density = distribution.density[bin];
        if (up != (density > 0.0)) {
            points.push_back({edges[bin], heightOf(0.0)});
            up = !up;
        }
        if (up) {
            points.push_back({edges[bin], heightOf(density)});
            points.push_back({edges[bin + 1], heightOf(density)});
        } else {
            points.push_back({edges[bin], std::nullopt});
        }
    }
    points.push_back({edges.back(), up ? std::optional(heightOf(0.0)) : std::nullopt});
    return points;
}

void DistributionPlot::rebuild() {
    for (const auto& outline : m_outlines) {
        canvas().removePlottable(outline.item);
    }
    m_outlines.clear();
    m_bars->setBars({});
    m_mark->setBars({});
    if (!hasBins()) {
        applyOwnLook(look());
        return;
    }
    auto least = m_shown.all->leastDensity();
    if (const auto other = m_shown.chosen ? m_shown.chosen->leastDensity() : std::nullopt) {
        least = std::min(least.value_or(*other), *other);
    }
    m_floor = m_logBox->isChecked() && least ? std::log10(*least) - 0.5 : 0.0;
    const auto& edges = m_shown.all->edges;
    const auto add = [&](const DistributionSet& set, Layer layer, bool chosen) {
        const auto& distribution = of(set, layer);
        if (!distribution || distribution->count == 0) {
            return;
        }
        auto points = outlineOf(*distribution);
        m_outlines.push_back(
            {layer, chosen, new CurveLineItem(canvas().xAxis, canvas().yAxis, std::move(points))});
    };
    for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
        add(*m_shown.all, layer, false);
    }
    for (const auto layer : {Layer::Source, Layer::Now}) {
        if (m_shown.chosen != nullptr) {
            add(*m_shown.chosen, layer, true);
        }
    }
    std::vector<Bar> bars;
    const auto& source = m_shown.all->source;
    for (std::size_t bin = 0; source && bin < source->density.size(); ++bin) {
        bars.push_back(
            {edges[bin], edges[bin + 1], m_floor, heightOf(source->density[bin]), Qt::NoBrush});
    }
    m_bars->setBars(std::move(bars));
    if (m_bin) {
        const auto bin = static_cast<std::size_t>(*m_bin);
        const double high = canvas().yAxis->range().upper;
        m_mark->setBars(
            {{edges[bin], edges[bin + 1], m_floor, std::max(high, m_floor), Qt::NoBrush}});
    }
    applyOwnLook(look());
}

void DistributionPlot::styleOutline(const Outline& outline, const PlotLook& look) const {
    const auto& theme = *look.theme;
    auto colour =
        theme.identity(outline.layer == Layer::Source ? Identity::Source : Identity::Receiver);
    const bool pale = m_shown.chosen != nullptr && !outline.chosen;
    if (pale) {
        colour.setAlpha(kPaleLineAlpha);
    }
    const auto dash = outline.layer == Layer::Source   ? Qt::SolidLine
                      : outline.layer == Layer::Before ? Qt::DotLine
                                                       : Qt::DashLine;
    const double width = outline.chosen ? 1.8 * look.line : pale ? 0.8 * look.line : look.line;
    outline.item->setPen(QPen(colour, width, dash, Qt::FlatCap, Qt::MiterJoin));
}

void DistributionPlot::applyOwnLook(const PlotLook& look) {
    auto fill = look.theme->identity(Identity::Source);
    fill.setAlpha(m_shown.chosen != nullptr ? kPaleFillAlpha : kFillAlpha);
    m_bars->setBrush(fill);
    auto mark = look.theme->mutedText;
    mark.setAlpha(look.onPage ? 0 : kPaleFillAlpha); // of no use on paper
    m_mark->setBrush(mark);
    for (const auto& outline : m_outlines) {
        styleOutline(outline, look);
    }
    fillKeys(look);
}

void DistributionPlot::fillKeys(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    for (const auto& outline : m_outlines) {
        const auto name = nameOf(outline.layer);
        const auto text = outline.chosen ? tr("%1, %n chosen sample(s)", nullptr,
                                              static_cast<int>(m_shown.samples))
                                               .arg(name)
                                         : name;
        const auto pen = outline.item->pen();
        entries.push_back(
            {text, look.theme->text, pen.color(), Marker::None, pen.style(), pen.widthF()});
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
    const auto words = captions().join(' ');
    m_caption->setFont(look.text);
    m_caption->setEntries(
        words.isEmpty() ? std::vector<KeyEntry>()
                        : std::vector<KeyEntry>{
                              {words, look.theme->mutedText, {}, Marker::None, Qt::NoPen, 1.0}});
}

QSize DistributionPlot::minimumSizeHint() const {
    const auto least = CustomPlot::minimumSizeHint();
    const int usual = 3 * QFontMetrics(look().text).height(); // has its place already
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), least.width()), look().text);
    return least + QSize(0, std::max(0, words - usual));
}

void DistributionPlot::fitAxes() {
    if (!hasBins()) {
        return;
    }
    double most = 0.0;
    for (const auto* set : {m_shown.all.get(), m_shown.chosen.get()}) {
        for (const auto layer : {Layer::Source, Layer::Before, Layer::Now}) {
            const auto* one = set != nullptr && of(*set, layer) ? &*of(*set, layer) : nullptr;
            for (const double density : one != nullptr ? one->density : std::vector<double>()) {
                most = std::max(most, density);
            }
        }
    }
    const auto& edges = m_shown.all->edges;
    const double room = 0.03 * (edges.back() - edges.front());
    canvas().xAxis->setRange(edges.front() - room, edges.back() + room);
    const double top = heightOf(most);
    canvas().yAxis->setRange(m_floor, top + 0.05 * (top - m_floor));
}

QString DistributionPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto bin =
        hasBins() ? m_shown.all->binOf(canvas().xAxis->pixelToCoord(position.x())) : std::nullopt;
    return bin ? binText(*bin) : QString();
}

bool DistributionPlot::onArrow(int dx, int) {
    if (dx == 0 || !hasBins()) {
        return dx != 0;
    }
    m_bin = m_bin ? std::clamp(*m_bin + dx, 0, m_shown.all->bins() - 1) : 0;
    rebuild();
    requestReplot();
    Q_EMIT readoutChanged(binText(*m_bin));
    return true;
}

} // namespace tessera::ui
