#include "ui/plots/unit_plot.h"

#include "ui/bridge/selection.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/unit_marks.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kSharePerCent = 100.0;

bool isShare(UnitFigure figure) {
    return figure == UnitFigure::RestShare || figure == UnitFigure::SaturatedShare;
}

Identity identityOf(bool source) {
    return source ? Identity::Source : Identity::Receiver;
}

} // namespace

QString UnitPlot::plotTitle() {
    return tr("Units");
}

UnitPlot::UnitPlot(const PlotContext& context, QWidget* parent)
    : LayerPlot(context, plotTitle(), parent) {
    buildCanvas();
    buildControls();
    connect(&selection(), &Selection::samplesChanged, this, [this] {
        fillMarks();
        requestReplot();
    });
    arrange();
    styleAnew();
    contentHasChanged(true);
}

void UnitPlot::buildCanvas() {
    auto& layout = *canvas().plotLayout();
    layout.clear(); // its axis rect; this plot has its own two
    layout.setRowSpacing(2);
    auto* grid = new QCPLayoutGrid;
    grid->setColumnSpacing(4);
    grid->setRowSpacing(2);
    layout.addElement(0, 0, grid);
    m_key = new PlotKey(&canvas());
    m_caption = new PlotKey(&canvas());
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
    layout.addElement(1, 0, m_key);
    layout.addElement(2, 0, m_caption);
    buildHalf(*grid, kSource);
    buildHalf(*grid, kReceiver);
    // One scale for both.
    const auto upright = [this](std::size_t half) {
        return m_halves[half].rect->axis(QCPAxis::atLeft);
    };
    const auto follow = [](QCPAxis* leader, QCPAxis* follower) {
        connect(leader, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), follower,
                [follower](const QCPRange& range) { follower->setRange(range); });
    };
    follow(upright(kSource), upright(kReceiver));
    follow(upright(kReceiver), upright(kSource));
}

void UnitPlot::buildHalf(QCPLayoutGrid& grid, std::size_t index) {
    auto& half = m_halves[index];
    half.title = new PlotKey(&canvas());
    half.title->setMargins({8, 4, 4, 0});
    half.title->setWidthShare(0.5);
    half.rect = new QCPAxisRect(&canvas());
    half.rect->setRangeZoomFactor(0.8);
    half.rect->setMinimumMargins({index == kSource ? 8 : 4, 2, 8, 0});
    grid.addElement(0, static_cast<int>(index), half.title);
    grid.addElement(1, static_cast<int>(index), half.rect);
    auto& x = *half.rect->axis(QCPAxis::atBottom);
    auto& y = *half.rect->axis(QCPAxis::atLeft);
    auto ticks = QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers);
    ticks->setLabeller([this, index](double tick) {
        const auto& order = m_halves[index].order;
        const bool known = tick >= 0.0 && tick < static_cast<double>(order.size());
        return known ? QLocale().toString(order[static_cast<std::size_t>(tick)])
                     : QStringLiteral(" ");
    });
    x.setTicker(ticks);
    x.grid()->setVisible(false);
    x.setSubTicks(false);
    y.setTicker(QSharedPointer<FewTicks>::create());
    y.setSubTicks(false);
    y.setTickLabels(index == kSource); // the scale is the same on both sides
    half.marks = new UnitMarks(&x, &y, index == kSource ? Marker::Disc : Marker::OpenSquare);
    connect(&x, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
            [this, index] { stayInside(index); });
}

void UnitPlot::buildControls() {
    m_timeBox = bar().addPicker(tr("Receiver"), "snapshotTime");
    m_timeBox->addItem(tr("now"), static_cast<int>(SnapshotTime::Now));
    m_timeBox->addItem(tr("before"), static_cast<int>(SnapshotTime::Before));
    m_figureBox = bar().addPicker(tr("Show"), "unitFigure");
    m_figureBox->addItem(tr("mean"), static_cast<int>(UnitFigure::Mean));
    m_figureBox->addItem(tr("variance"), static_cast<int>(UnitFigure::Variance));
    m_figureBox->addItem(tr("share at rest"), static_cast<int>(UnitFigure::RestShare));
    m_figureBox->addItem(tr("share saturated"), static_cast<int>(UnitFigure::SaturatedShare));
    m_figureBox->setToolTip(
        tr("At rest: at most 0 in a layer without negative values; a unit whose value is always "
           "the same rests always. Saturated: within 5% of an end, in a layer that is bounded at "
           "both ends."));
    m_orderBox = bar().addPicker(tr("Order"), "unitOrder");
    m_orderBox->addItem(tr("as in the layer"), static_cast<int>(UnitOrder::ByIndex));
    m_orderBox->addItem(tr("from high to low"), static_cast<int>(UnitOrder::ByValue));
    const auto changed = qOverload<int>(&QComboBox::currentIndexChanged);
    connect(m_timeBox, changed, this, &UnitPlot::compute);
    connect(m_figureBox, changed, this, &UnitPlot::onChoice);
    connect(m_orderBox, changed, this, &UnitPlot::onChoice);
}

UnitFigure UnitPlot::figure() const {
    return static_cast<UnitFigure>(m_figureBox->currentData().toInt());
}

UnitOrder UnitPlot::order() const {
    return static_cast<UnitOrder>(m_orderBox->currentData().toInt());
}

UnitPlot::Shown UnitPlot::wanted() const {
    const auto& all = layers();
    const auto time = static_cast<SnapshotTime>(m_timeBox->currentData().toInt());
    const bool before = time == SnapshotTime::Before && all.receiverBefore != nullptr;
    Shown shown;
    shown.now = all.now;
    shown.before = all.before;
    shown.layers = {all.source, before ? all.receiverBefore : all.receiverNow};
    shown.statistics = {known(shown.layers[kSource]), known(shown.layers[kReceiver])};
    return shown;
}

UnitPlot::StatisticsPtr UnitPlot::known(const LayerRows* layer) const {
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [layer](const Known& one) { return one.layer == layer; });
    return found != m_known.end() ? found->statistics : nullptr;
}

void UnitPlot::remember(const std::shared_ptr<const NetworkRows>& network, const LayerRows* layer,
                        const StatisticsPtr& statistics) {
    if (known(layer) == nullptr) {
        m_known.push_back({network, layer, statistics});
    }
}

void UnitPlot::forgetOthers() {
    const auto& all = layers();
    std::erase_if(m_known, [&all](const Known& one) {
        const bool shown =
            all.now && (one.network == all.now->source || one.network == all.now->receiver ||
                        (all.before && one.network == all.before->receiver));
        return !shown;
    });
}

void UnitPlot::layersHaveChanged(bool otherRun) {
    forgetOthers();
    if (otherRun || isEmpty()) {
        m_cross.reset();
        show({});
    }
    compute();
}

void UnitPlot::compute() {
    m_failure.reset();
    if (isEmpty()) {
        work().stop();
        return;
    }
    auto shown = wanted();
    if (shown.statistics[kSource] && shown.statistics[kReceiver]) {
        work().stop();
        const bool others = areOthers(shown);
        show(std::move(shown));
        contentHasChanged(others);
        return;
    }
    work().run(
        [shown](const Analysis& analysis, const Watch& watch) mutable -> Result<Shown> {
            for (std::size_t half = 0; half < shown.layers.size(); ++half) {
                if (shown.statistics[half]) {
                    continue;
                }
                auto found = analysis.unitStatistics(shown.layers[half]->values, watch);
                if (!found) {
                    return fail(found.error());
                }
                shown.statistics[half] = std::make_shared<UnitStatistics>(std::move(*found));
            }
            return shown;
        },
        [this](Result<Shown> done) { onComputed(std::move(done)); });
    if (work().isWaiting()) {
        applyOwnLook(look()); // which says so
    }
}

void UnitPlot::onComputed(Result<Shown> done) {
    if (!done) {
        m_failure = std::move(done).error();
        show({});
        contentHasChanged(false);
        return;
    }
    const auto& all = layers();
    const bool before = done->layers[kReceiver] == all.receiverBefore;
    remember(all.now->source, done->layers[kSource], done->statistics[kSource]);
    remember(before ? all.before->receiver : all.now->receiver, done->layers[kReceiver],
             done->statistics[kReceiver]);
    const bool others = areOthers(*done);
    show(std::move(*done));
    contentHasChanged(others);
}

bool UnitPlot::areOthers(const Shown& shown) const {
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto* drawn = m_shown.layers[half];
        const auto* next = shown.layers[half];
        if (drawn == nullptr || next == nullptr || drawn->name != next->name ||
            drawn->values.columns != next->values.columns) {
            return true;
        }
    }
    return false;
}

void UnitPlot::show(Shown shown) {
    m_shown = std::move(shown);
    if (m_cross && m_cross->place >= units(m_cross->half)) {
        m_cross.reset();
    }
    arrange();
    updateGeometry();
}

bool UnitPlot::isComputed() const {
    return m_shown.statistics[kSource] != nullptr && m_shown.statistics[kReceiver] != nullptr;
}

int UnitPlot::units(std::size_t half) const {
    const auto& statistics = m_shown.statistics[half];
    return statistics != nullptr ? static_cast<int>(statistics->units.size()) : 0;
}

void UnitPlot::arrange() {
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto& statistics = m_shown.statistics[half];
        m_halves[half].order = statistics != nullptr ? unitsInOrder(*statistics, figure(), order())
                                                     : std::vector<int>();
        setAxisTitle(*m_halves[half].rect->axis(QCPAxis::atBottom),
                     order() == UnitOrder::ByValue
                         ? QStringList{tr("unit, from high to low"), tr("unit")}
                         : QStringList{tr("unit")});
    }
    setAxisTitle(*m_halves[kSource].rect->axis(QCPAxis::atLeft), figureTitles());
    fillMarks();
    applyOwnLook(look());
}

void UnitPlot::fillMarks() {
    const auto& chosen = selection().samples();
    const double scale = isShare(figure()) ? kSharePerCent : 1.0;
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        std::vector<UnitMark> marks;
        for (const int unit : m_halves[half].order) {
            const auto& of = m_shown.statistics[half]->units[static_cast<std::size_t>(unit)];
            UnitMark mark;
            if (const auto value = valueOf(of, figure())) {
                mark.value = scale * *value;
            }
            if (of.dead) {
                mark.special = Marker::Cross;
            } else if (of.saturated) {
                mark.special = Marker::Triangle;
            }
            mark.ringed = std::any_of(of.top.begin(), of.top.end(), [&chosen](int sample) {
                return std::binary_search(chosen.begin(), chosen.end(), sample);
            });
            marks.push_back(mark);
        }
        m_halves[half].marks->setMarks(std::move(marks));
        const bool here = m_cross && m_cross->half == half;
        m_halves[half].marks->setCross(here ? std::optional(m_cross->place) : std::nullopt);
    }
}

void UnitPlot::onChoice() {
    arrange();
    contentHasChanged(true); // another figure has another range
}

// At most half of the view is beyond the units, however far a person drags.
void UnitPlot::stayInside(std::size_t half) {
    if (units(half) == 0) {
        return;
    }
    auto& axis = *m_halves[half].rect->axis(QCPAxis::atBottom);
    const double middle = axis.range().center();
    const double inside =
        std::clamp(middle, -0.5, std::max(0.5, static_cast<double>(units(half)) - 0.5));
    if (inside != middle) {
        axis.moveRange(inside - middle);
    }
}

void UnitPlot::fitAxes() {
    std::optional<QCPRange> values;
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto& of = m_halves[half];
        const double room = 0.02 * units(half); // for the markers at both ends
        of.rect->axis(QCPAxis::atBottom)
            ->setRange(-0.5 - room, std::max(0.5, units(half) - 0.5 + room));
        bool found = false;
        const auto range = of.marks->getValueRange(found, QCP::sdBoth, {});
        if (found) {
            values = values ? values->expanded(range) : range;
        }
    }
    const auto whole = isShare(figure()) ? QCPRange(0.0, kSharePerCent)
                       : values          ? values->expanded(0.0)
                                         : QCPRange(0.0, 1.0);
    setRangeWithMargin(*m_halves[kSource].rect->axis(QCPAxis::atLeft), whole.lower, whole.upper,
                       0.05);
}

void UnitPlot::applyOwnLook(const PlotLook& look) {
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        auto& marks = *m_halves[half].marks;
        marks.setPen(QPen(look.theme->identity(identityOf(half == kSource)), look.line));
        marks.setBrush(look.theme->base);
        marks.setRingColour(look.theme->text);
        marks.setSize(look.onPage ? 4.0 : 6.5);
    }
    fillTitles(look);
    fillKeys(look);
}

void UnitPlot::fillTitles(const PlotLook& look) {
    for (std::size_t half = 0; half < m_halves.size(); ++half) {
        const auto colour = look.theme->identity(identityOf(half == kSource));
        const auto marker = half == kSource ? Marker::Disc : Marker::OpenSquare;
        std::vector<KeyEntry> entries;
        if (isComputed()) {
            entries.push_back({networkText(half), colour, colour, marker, Qt::NoPen, 1.0});
        }
        m_halves[half].title->setFont(look.title);
        m_halves[half].title->setEntries(std::move(entries));
    }
}

void UnitPlot::fillKeys(const PlotLook& look) {
    const auto& theme = *look.theme;
    std::vector<KeyEntry> entries;
    const auto any = [this](auto&& test) {
        return std::any_of(m_halves.begin(), m_halves.end(), [&](const Half& half) {
            const auto& marks = half.marks->marks();
            return std::any_of(marks.begin(), marks.end(), test);
        });
    };
    const auto add = [&](const QString& text, Marker marker) {
        entries.push_back({text, theme.text, theme.text, marker, Qt::NoPen, look.line});
    };
    if (any([](const UnitMark& mark) { return mark.special == Marker::Cross; })) {
        add(tr("dead: always the same"), Marker::Cross);
    }
    if (any([](const UnitMark& mark) { return mark.special == Marker::Triangle; })) {
        add(tr("saturated"), Marker::Triangle);
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
    auto words = captions();
    if (any([](const UnitMark& mark) { return mark.ringed; })) {
        words << tr("Ringed: units that answer a chosen sample among their strongest %1.")
                     .arg(UnitStatistics::kTopSamples);
    }
    m_caption->setFont(look.text);
    m_caption->setEntries(
        words.isEmpty()
            ? std::vector<KeyEntry>()
            : std::vector<KeyEntry>{
                  {words.join(' '), theme.mutedText, {}, Marker::None, Qt::NoPen, 1.0}});
}

QSize UnitPlot::minimumSizeHint() const {
    const auto least = CustomPlot::minimumSizeHint();
    const int usual = 2 * QFontMetrics(look().text).height(); // has its place already
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), least.width()), look().text);
    return least + QSize(0, std::max(0, words - usual));
}

QList<QCPAxis*> UnitPlot::movableAxes() const {
    return {m_halves[kSource].rect->axis(QCPAxis::atBottom),
            m_halves[kReceiver].rect->axis(QCPAxis::atBottom),
            m_halves[kSource].rect->axis(QCPAxis::atLeft)};
}

} // namespace tessera::ui
