#include "ui/plots/feature_map_plot.h"

#include "ui/plots/bars_item.h"
#include "ui/plots/cell_mark.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/map_sheet.h"
#include "ui/plots/plot_key.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tessera::ui {

namespace {

enum class Colours { Same, Own };

constexpr int kColourRow = 2; // of the layout
constexpr double kMapMargin = 0.05;
constexpr double kHalfBar = 0.4;

QSharedPointer<QCPAxisTicker> integerTicks() {
    return QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers);
}

} // namespace

FeatureMapPlot::FeatureMapPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_emptyText(tr("What a layer puts out for one sample will be here once it is recorded.")),
      m_sheet(new MapSheet(canvas().xAxis, canvas().yAxis, m_maps)),
      m_bars(new BarsItem(canvas().xAxis, canvas().yAxis)),
      m_mark(new CellMark(canvas(), [this] { return crossPixels(); })),
      m_title(new PlotKey(&canvas())), m_key(new PlotKey(&canvas())),
      m_colours(new QCPColorScale(&canvas())) {
    buildCanvas();
    buildControls();
    setUpAxes();
    showControls();
    styleAnew();
    contentHasChanged(true);
}

QString FeatureMapPlot::plotTitle() {
    return tr("One layer, one sample");
}

void FeatureMapPlot::buildCanvas() {
    auto& layout = *canvas().plotLayout();
    auto& rect = *canvas().axisRect();
    layout.setRowSpacing(2);
    layout.insertRow(0);
    layout.addElement(0, 0, m_title);
    m_title->setMargins({8, 4, 8, 0});
    layout.addElement(kColourRow, 0, m_colours);
    layout.addElement(kColourRow + 1, 0, m_key);
    m_key->setMargins({8, 0, 8, 4});
    rect.setMinimumMargins({8, 4, 20, 0});
    m_colours->setType(QCPAxis::atBottom);
    m_colours->setRangeDrag(false);
    m_colours->setRangeZoom(false);
    m_colours->axis()->setSubTicks(false);
    auto* group = new QCPMarginGroup(&canvas());
    rect.setMarginGroup(QCP::msLeft | QCP::msRight, group);
    m_colours->setMarginGroup(QCP::msLeft | QCP::msRight, group);
}

void FeatureMapPlot::buildControls() {
    m_controls = new ControlsBar(this);
    m_controls->hide(); // whoever asks for them puts them where they belong
    m_coloursBox = m_controls->addPicker(tr("Colours"), QStringLiteral("mapColours"));
    m_coloursBox->addItem(tr("same range for all"), static_cast<int>(Colours::Same));
    m_coloursBox->addItem(tr("each its own range"), static_cast<int>(Colours::Own));
    connect(m_coloursBox, qOverload<int>(&QComboBox::currentIndexChanged), this,
            &FeatureMapPlot::onChoice);
    m_pagePiece = new QWidget(m_controls);
    auto* row = new QHBoxLayout(m_pagePiece);
    row->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("Page"), m_pagePiece);
    m_pageBox = new QSpinBox(m_pagePiece);
    m_pageBox->setObjectName(QStringLiteral("mapPage"));
    m_pageBox->setAccessibleName(tr("Page of maps"));
    m_pageBox->setMinimum(1);
    label->setBuddy(m_pageBox);
    m_pageLabel = new QLabel(m_pagePiece);
    m_pageLabel->setObjectName(QStringLiteral("mapPages"));
    for (auto* widget : {static_cast<QWidget*>(label), static_cast<QWidget*>(m_pageBox),
                         static_cast<QWidget*>(m_pageLabel)}) {
        row->addWidget(widget);
    }
    m_controls->add(m_pagePiece);
    connect(m_pageBox, qOverload<int>(&QSpinBox::valueChanged), this,
            [this](int number) { setPage(number - 1); });
}

QWidget* FeatureMapPlot::controls() {
    return m_controls;
}

void FeatureMapPlot::setActivation(ShownActivation shown) {
    if (shown.activation == m_shown.activation && shown.title == m_shown.title) {
        return;
    }
    m_shown = std::move(shown);
    m_maps = FeatureMaps(m_shown.activation);
    m_figures = figuresOf(m_maps.values());
    bool other = false;
    if (!isEmpty()) {
        const auto& activation = *m_shown.activation;
        other = activation.tap != m_lastTap || activation.shape != m_lastShape;
        m_lastTap = activation.tap;
        m_lastShape = activation.shape;
        if (other) {
            m_page = 0;
            m_cross.reset();
            setUpAxes();
        }
        showControls();
    }
    fillPage();
    styleAnew();
    contentHasChanged(other);
    if (m_maps.kind() == MapKind::Vector) {
        fitValues(); // only its units can be zoomed
    }
    Q_EMIT readoutChanged(m_cross && !isEmpty() ? cellText(*m_cross) : QString());
}

void FeatureMapPlot::setEmptyText(const QString& sentence) {
    if (sentence != m_emptyText) {
        m_emptyText = sentence;
        if (isEmpty()) {
            contentHasChanged(false);
        }
    }
}

// What the axes mean, and whether they have numbers.
void FeatureMapPlot::setUpAxes() {
    auto& x = *canvas().xAxis;
    auto& y = *canvas().yAxis;
    const auto kind = m_maps.kind();
    const bool grid = m_maps.isGrid();
    const bool vector = kind == MapKind::Vector;
    x.setTicker(integerTicks());
    y.setTicker(vector ? QSharedPointer<QCPAxisTicker>(QSharedPointer<FewTicks>::create())
                       : integerTicks());
    y.setRangeReversed(!vector); // the first row on top
    for (auto* axis : {&x, &y}) {
        axis->setTicks(!grid);
        axis->setTickLabels(!grid);
        axis->grid()->setVisible(vector && axis == &y);
    }
    canvas().axisRect()->setRangeZoom(vector ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical);
    canvas().axisRect()->setRangeDrag(canvas().axisRect()->rangeZoom());
    switch (kind) {
    case MapKind::None:
    case MapKind::Maps:
        setAxisTitle(x, {QString()});
        setAxisTitle(y, {QString()});
        break;
    case MapKind::Vector:
        setAxisTitle(x, {tr("unit")});
        setAxisTitle(y, {tr("value")});
        break;
    case MapKind::Sequence:
        setAxisTitle(x, {tr("unit")});
        setAxisTitle(y, {tr("position")});
        break;
    case MapKind::Signals:
        setAxisTitle(x, {tr("position")});
        setAxisTitle(y, {tr("channel")});
        break;
    case MapKind::Attention:
        setAxisTitle(x, {tr("looks at (position)"), tr("looks at")});
        setAxisTitle(y, {tr("looks from (position)"), tr("looks from")});
        break;
    }
    showColours(!vector);
}

// A vector has no colours, and what they took belongs to its bars.
void FeatureMapPlot::showColours(bool on) {
    auto& layout = *canvas().plotLayout();
    if (on == m_colours->visible()) {
        return;
    }
    m_colours->setVisible(on);
    if (on) {
        layout.insertRow(kColourRow);
        layout.addElement(kColourRow, 0, m_colours);
    } else {
        layout.take(m_colours);
        layout.simplify(); // an empty row would have its share
    }
}

void FeatureMapPlot::showControls() {
    m_coloursBox->parentWidget()->setVisible(
        m_maps.isGrid() && (m_maps.count() > 1 || m_maps.kind() == MapKind::Attention));
    m_pagePiece->setVisible(pages() > 1);
    const QSignalBlocker blocker(m_pageBox);
    m_pageBox->setMaximum(std::max(1, pages()));
    m_pageBox->setValue(m_page + 1);
    m_pageLabel->setText(pageText());
}

int FeatureMapPlot::pages() const {
    constexpr auto kMost = MapSheet::kMostTiles;
    return m_maps.isGrid() ? static_cast<int>((m_maps.count() + kMost - 1) / kMost) : 1;
}

std::int64_t FeatureMapPlot::firstMap() const {
    return m_page * MapSheet::kMostTiles;
}

std::int64_t FeatureMapPlot::endMap() const {
    return std::min(m_maps.count(), firstMap() + MapSheet::kMostTiles);
}

void FeatureMapPlot::setPage(int page) {
    const int wanted = std::clamp(page, 0, std::max(0, pages() - 1));
    if (wanted == m_page || isEmpty()) {
        return;
    }
    m_page = wanted;
    m_cross.reset();
    showControls();
    fillPage();
    styleAnew();
    contentHasChanged(true);
}

void FeatureMapPlot::onChoice() {
    fillPage();
    styleAnew();
    contentHasChanged(false);
}

bool FeatureMapPlot::hasOwnColours() const {
    return m_maps.isGrid() && m_coloursBox->currentData().toInt() == static_cast<int>(Colours::Own);
}

ColourSpan FeatureMapPlot::spanOf(std::int64_t map) const {
    if (hasOwnColours()) {
        return colourSpan(figuresOf(m_maps.map(map)));
    }
    return m_maps.kind() == MapKind::Attention ? ColourSpan{0.0, 1.0} : colourSpan(m_figures);
}

void FeatureMapPlot::fillPage() {
    std::vector<ColourSpan> spans;
    const bool hasMaps = !isEmpty() && m_maps.kind() != MapKind::Vector;
    for (auto map = firstMap(); hasMaps && map < endMap(); ++map) {
        spans.push_back(spanOf(map));
    }
    auto ticks = QSharedPointer<QCPAxisTickerText>::create();
    ticks->addTick(0.0, tr("least", "value of each map"));
    ticks->addTick(1.0, tr("greatest", "value of each map"));
    const bool own = hasOwnColours();
    const auto range = own || spans.empty() ? ColourSpan{} : spans.front();
    m_colours->axis()->setTicker(own ? QSharedPointer<QCPAxisTicker>(ticks)
                                     : QSharedPointer<FewTicks>::create());
    m_colours->setDataRange(QCPRange(range.lo, range.hi));
    m_colours->axis()->setLabel(m_maps.kind() == MapKind::Attention ? tr("attention")
                                                                    : tr("activation"));
    m_sheet->show(firstMap(), std::move(spans));
}

// What is not finite as a grey column, which no value has.
void FeatureMapPlot::fillBars(const Theme& theme) {
    std::vector<Bar> bars;
    if (m_maps.kind() == MapKind::Vector) {
        const auto values = m_maps.values();
        const auto [lo, hi] = colourSpan(m_figures);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto middle = static_cast<double>(i);
            const double value = values[i];
            Bar bar{middle - kHalfBar, middle + kHalfBar, std::min(0.0, value),
                    std::max(0.0, value), Qt::NoBrush};
            if (!std::isfinite(value)) {
                bar.low = std::min(0.0, lo);
                bar.high = std::max(0.0, hi);
                bar.brush = missingColour(theme);
            }
            bars.push_back(bar);
        }
    }
    m_bars->setBars(std::move(bars));
}

void FeatureMapPlot::fitAxes() {
    auto& x = *canvas().xAxis;
    auto& y = *canvas().yAxis;
    if (m_maps.isGrid() || isEmpty()) {
        x.setRange(0.0, 1.0);
        y.setRange(0.0, 1.0);
        return;
    }
    x.setRange(-0.5, static_cast<double>(m_maps.columns()) - 0.5);
    if (m_maps.kind() == MapKind::Vector) {
        fitValues();
    } else {
        y.setRange(-0.5, static_cast<double>(m_maps.rows()) - 0.5);
    }
}

// Those of a vector, from zero.
void FeatureMapPlot::fitValues() {
    const auto span = colourSpan(m_figures);
    const double lo = std::min(0.0, span.lo), hi = std::max(0.0, span.hi);
    const double room = kMapMargin * (hi - lo);
    canvas().yAxis->setRange(lo < 0.0 ? lo - room : lo, hi > 0.0 ? hi + room : hi);
}

void FeatureMapPlot::applyOwnLook(const PlotLook& look) {
    m_mark->setVisible(!look.onPage); // of no use on paper
    m_sheet->setLook(look);
    m_colours->setGradient(m_sheet->gradient());
    m_bars->setBrush(look.theme->identity(m_shown.whose));
    fillBars(*look.theme);
    if (m_maps.isGrid()) {
        for (auto* axis : {canvas().xAxis, canvas().yAxis}) {
            axis->setBasePen(Qt::NoPen);
        }
    }
    fillKeys(look);
}

void FeatureMapPlot::fillKeys(const PlotLook& look) {
    std::vector<KeyEntry> title, entries;
    const auto& theme = *look.theme;
    if (!isEmpty()) {
        const auto colour = theme.identity(m_shown.whose);
        const auto marker = m_shown.whose == Identity::Source ? Marker::Disc : Marker::OpenSquare;
        title.push_back({titleText(), colour, colour, marker, Qt::NoPen, 1.0});
        if (m_figures.finite() < m_figures.count) {
            entries.push_back({tr("not finite"), theme.text, missingColour(theme), Marker::Block,
                               Qt::NoPen, 1.0});
        }
        for (const auto& caption : captions()) {
            entries.push_back({caption, theme.mutedText, {}, Marker::None, Qt::NoPen, 1.0});
        }
    }
    m_title->setFont(look.title);
    m_title->setEntries(std::move(title));
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

QList<QCPAxis*> FeatureMapPlot::movableAxes() const {
    return m_maps.kind() == MapKind::Vector ? QList<QCPAxis*>{canvas().xAxis}
                                            : CustomPlot::movableAxes();
}

} // namespace tessera::ui
