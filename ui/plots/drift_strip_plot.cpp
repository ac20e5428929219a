#include "ui/plots/drift_strip_plot.h"

#include "ui/plots/colour_maps.h"
#include "ui/plots/controls_bar.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/log_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kMostNames = 16;      // of rows; of more, some are left out
constexpr double kNameShare = 0.36; // of the width, at most
constexpr int kPageWidth = 320;     // about that of a column of a paper, in points

} // namespace

// A rectangle per value; what was not measured is hatched. Cuts itself off at the axis rect, for
// painters that cannot.
class DriftStripPlot::Cells : public QCPAbstractPlottable {
public:
    Cells(QCPAxis* x, QCPAxis* y, const DriftStripPlot& plot)
        : QCPAbstractPlottable(x, y), m_plot(plot) {}
    QCPColorGradient gradient;
    QCPRange span;
    QColor missing, hatch, frame;

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = !m_plot.isEmpty();
        return {-0.5, static_cast<double>(m_plot.m_strip.steps) - 0.5};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = !m_plot.isEmpty();
        return {-0.5, static_cast<double>(m_plot.m_strip.rows.size()) - 0.5};
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
    void draw(QCPPainter* painter) override {
        const auto& rows = m_plot.m_strip.rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            for (std::size_t step = 0; step < rows[row].values.size(); ++step) {
                const auto box = placeOf(static_cast<double>(row), static_cast<double>(step), 1.0);
                if (box.isEmpty()) {
                    continue;
                }
                if (const auto& value = rows[row].values[step]) {
                    const double at = m_plot.isLogarithmic() ? std::log10(*value) : *value;
                    painter->fillRect(box, QColor(gradient.color(at, span)));
                } else {
                    painter->fillRect(box, missing);
                    painter->fillRect(box, QBrush(hatch, Qt::BDiagPattern));
                }
            }
        }
        if (const auto chosen = m_plot.chosenRow()) {
            outline(*painter, placeOf(*chosen, 0.0, static_cast<double>(m_plot.m_strip.steps)));
        }
        if (m_plot.m_cross && painter->modes().testFlag(QCPPainter::pmVectorized) == false) {
            outline(*painter, placeOf(m_plot.m_cross->row, m_plot.m_cross->step, 1.0));
        }
    }

private:
    // Neighbours share an edge: whole pixels, so that there is no seam.
    [[nodiscard]] QRectF placeOf(double row, double step, double steps) const {
        const auto corner = coordsToPixels(step - 0.5, row - 0.5);
        const auto other = coordsToPixels(step - 0.5 + steps, row + 0.5);
        const QRectF box(QPointF(std::round(corner.x()), std::round(corner.y())),
                         QPointF(std::round(other.x()), std::round(other.y())));
        return box.normalized().intersected(QRectF(clipRect()));
    }
    // In two colours that show on every other.
    void outline(QPainter& painter, const QRectF& box) const {
        if (box.isEmpty()) {
            return;
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::white, 2.0));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
        painter.setPen(QPen(Qt::black, 1.0, Qt::DashLine));
        painter.drawRect(box.adjusted(1, 1, -1, -1));
    }

    const DriftStripPlot& m_plot;
};

QString DriftStripPlot::plotTitle() {
    return tr("Layer drift by pair");
}

DriftStripPlot::DriftStripPlot(const PlotContext& context, QWidget* parent)
    : CustomPlot(context, plotTitle(), parent),
      m_cells(new Cells(canvas().xAxis, canvas().yAxis, *this)),
      m_colours(new QCPColorScale(&canvas())), m_key(new PlotKey(&canvas())),
      m_caption(new PlotKey(&canvas())),
      m_epochTicks(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers)),
      m_controls(new ControlsBar(this)),
      m_logBox(m_controls->addSwitch(tr("Logarithmic colours"), "logDrift")) {
    m_controls->hide(); // whoever asks for them puts them where they belong
    buildCanvas();
    connect(m_logBox, &QCheckBox::toggled, this, [this] {
        applyOwnLook(look());
        contentHasChanged(false);
    });
    connect(&selection(), &Selection::layersChanged, this, &DriftStripPlot::requestReplot);
    rebuild();
    styleAnew();
    contentHasChanged(true);
}

void DriftStripPlot::buildCanvas() {
    auto& rect = *canvas().axisRect();
    auto& layout = *canvas().plotLayout();
    layout.setRowSpacing(2);
    m_colours->setType(QCPAxis::atBottom);
    m_colours->setRangeDrag(false);
    m_colours->setRangeZoom(false);
    m_colours->axis()->setSubTicks(false);
    layout.addElement(1, 0, m_colours);
    layout.addElement(2, 0, m_key);
    layout.addElement(3, 0, m_caption);
    m_key->setMargins({8, 0, 8, 0});
    m_caption->setMargins({8, 0, 8, 4});
    auto* group = new QCPMarginGroup(&canvas());
    rect.setMinimumMargins({0, 8, 20, 0});
    rect.setMarginGroup(QCP::msLeft | QCP::msRight, group);
    m_colours->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    canvas().xAxis->setTicker(m_epochTicks);
    canvas().xAxis->setLabel(tr("epoch"));
    canvas().yAxis->setRangeReversed(true); // the first pair on top
    for (auto* axis : {canvas().xAxis, canvas().yAxis}) {
        axis->grid()->setVisible(false);
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this,
                &DriftStripPlot::stayInside);
    }
}

QWidget* DriftStripPlot::controls() {
    return m_controls;
}

std::vector<RunViewPtr> DriftStripPlot::shownRuns() const {
    return isEmpty() ? std::vector<RunViewPtr>() : std::vector{m_run};
}

void DriftStripPlot::setRuns(const std::vector<RunViewPtr>& runs) {
    const auto run = runs.empty() ? nullptr : runs.front();
    if (run == m_run && runs.size() == m_runs) {
        return;
    }
    const bool otherRun = !run || !m_run || run->record.id != m_run->record.id;
    if (otherRun) {
        m_cross.reset();
    }
    m_run = run;
    m_runs = runs.size();
    m_strip = run ? driftStripOf(*run) : DriftStrip();
    rebuild();
    updateGeometry();
    contentHasChanged(otherRun);
}

void DriftStripPlot::rebuild() {
    const bool possible = m_strip.allPositive();
    m_logBox->setEnabled(possible);
    m_logBox->setToolTip(possible || isEmpty()
                             ? tr("Colours by the logarithm of the drift.")
                             : tr("A logarithm needs drifts above 0, and one of them is 0."));
    m_epochTicks->setExtraTick(
        m_strip.readout ? std::optional<double>(*m_strip.readout) : std::nullopt, tr("readout"));
    applyOwnLook(look());
}

bool DriftStripPlot::isLogarithmic() const {
    return m_logBox->isChecked() && m_strip.allPositive();
}

void DriftStripPlot::applyOwnLook(const PlotLook& look) {
    const auto& theme = *look.theme;
    m_cells->missing = missingColour(theme);
    m_cells->hatch = theme.text;
    fillNames(look);
    fillColours(look);
    fillKeys(look);
}

// The names take no more than their share of the width.
void DriftStripPlot::fillNames(const PlotLook& look) {
    const QFontMetrics metrics(look.text);
    const int room = static_cast<int>(kNameShare * (look.onPage ? kPageWidth : width()));
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    const auto count = static_cast<int>(m_strip.rows.size());
    const int each = (count + kMostNames - 1) / kMostNames;
    for (int row = 0; row < count; ++row) {
        const bool mean = m_strip.rows[static_cast<std::size_t>(row)].pair.empty();
        if (mean || row % std::max(1, each) == 0) {
            names->addTick(row, metrics.elidedText(rowText(row), Qt::ElideMiddle, room));
        }
    }
    canvas().yAxis->setTicker(names);
    canvas().yAxis->setSubTicks(false);
}

void DriftStripPlot::fillColours(const PlotLook& look) {
    const bool log = isLogarithmic();
    auto span = m_strip.span().value_or(DriftStrip::Span{0.0, 1.0});
    QCPRange range(log ? std::log10(span.least) : std::min(0.0, span.least),
                   log ? std::log10(span.greatest) : span.greatest);
    if (!(range.size() > 0.0)) { // one value alone
        range = log ? QCPRange(range.lower - 0.5, range.upper + 0.5)
                    : QCPRange(range.lower, range.lower + 1.0);
    }
    m_cells->gradient = sequentialGradient(*look.theme);
    m_cells->span = range;
    m_colours->setGradient(m_cells->gradient);
    m_colours->setDataRange(range);
    m_colours->axis()->setTicker(log ? QSharedPointer<LogTicks>::create()
                                     : QSharedPointer<FewTicks>::create());
    m_colours->axis()->setLabel(log ? tr("layer drift (nats, logarithmic)")
                                    : tr("layer drift (nats)"));
}

void DriftStripPlot::fillKeys(const PlotLook& look) {
    std::vector<KeyEntry> entries;
    if (!isEmpty() && hasMissing()) {
        entries.push_back({tr("hatched: not measured"), look.theme->text, m_cells->missing,
                           Marker::Block, Qt::NoPen, 1.0});
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

void DriftStripPlot::resizeEvent(QResizeEvent* event) {
    CustomPlot::resizeEvent(event);
    fillNames(look());
}

QSize DriftStripPlot::minimumSizeHint() const {
    const auto least = CustomPlot::minimumSizeHint();
    const int usual = QFontMetrics(look().text).height(); // has its place already
    const int words = isEmpty() ? 0 : keysHeight(std::max(width(), least.width()), look().text);
    return least + QSize(0, std::max(0, words - usual));
}

void DriftStripPlot::fitAxes() {
    const auto last = static_cast<double>(m_strip.steps);
    const auto rows = static_cast<double>(m_strip.rows.size());
    canvas().xAxis->setRange(-0.5, std::max(0.5, last - 0.5));
    canvas().yAxis->setRange(-0.5, std::max(0.5, rows - 0.5));
}

// At most half of the view is beyond the strip, however far a person drags.
void DriftStripPlot::stayInside() {
    const auto keep = [](QCPAxis& axis, double count) {
        const double middle = axis.range().center();
        const double inside = std::clamp(middle, -0.5, std::max(0.5, count - 0.5));
        if (inside != middle) {
            axis.moveRange(inside - middle);
        }
    };
    if (!isEmpty()) {
        keep(*canvas().xAxis, static_cast<double>(m_strip.steps));
        keep(*canvas().yAxis, static_cast<double>(m_strip.rows.size()));
    }
}

std::optional<DriftStripPlot::Cell> DriftStripPlot::cellAt(const QPoint& position) const {
    const auto step = std::lround(canvas().xAxis->pixelToCoord(position.x()));
    const auto row = std::lround(canvas().yAxis->pixelToCoord(position.y()));
    const bool inside = canvas().axisRect()->rect().contains(position) && step >= 0 &&
                        step < m_strip.steps && row >= 0 &&
                        row < static_cast<long>(m_strip.rows.size());
    return inside ? std::optional(Cell{static_cast<int>(row), static_cast<int>(step)})
                  : std::nullopt;
}

std::optional<int> DriftStripPlot::chosenRow() const {
    const auto& layers = selection().layers();
    for (std::size_t row = 0; layers && row < m_strip.rows.size(); ++row) {
        if (m_strip.rows[row].pair == pairOfLayers(*layers)) {
            return static_cast<int>(row);
        }
    }
    return std::nullopt;
}

// Its layers everywhere; once more, and none are.
void DriftStripPlot::chooseRow(int row) {
    const auto layers = layersOfPair(m_strip.rows[static_cast<std::size_t>(row)].pair);
    if (layers) {
        selection().setLayers(selection().layers() == layers ? std::nullopt : layers);
    }
}

QString DriftStripPlot::readoutAt(const QPoint& position, QCPAxisRect&) {
    const auto cell = cellAt(position);
    return cell ? cellText(*cell) : QString();
}

void DriftStripPlot::onClicked(const QPoint& position, Qt::KeyboardModifiers) {
    if (const auto cell = cellAt(position)) {
        chooseRow(cell->row);
    }
}

bool DriftStripPlot::onArrow(int dx, int dy) {
    if (isEmpty()) {
        return true;
    }
    if (!m_cross) {
        m_cross = Cell{};
    } else {
        const auto rows = static_cast<int>(m_strip.rows.size());
        m_cross->row = std::clamp(m_cross->row - dy, 0, rows - 1);
        m_cross->step = std::clamp(m_cross->step + dx, 0, static_cast<int>(m_strip.steps) - 1);
    }
    const auto show = [](QCPAxis& axis, double at) {
        if (at - 0.5 < axis.range().lower) {
            axis.moveRange(at - 0.5 - axis.range().lower);
        } else if (at + 0.5 > axis.range().upper) {
            axis.moveRange(at + 0.5 - axis.range().upper);
        }
    };
    show(*canvas().xAxis, m_cross->step);
    show(*canvas().yAxis, m_cross->row);
    requestReplot();
    Q_EMIT readoutChanged(cellText(*m_cross));
    return true;
}

bool DriftStripPlot::onKey(int key) {
    const bool there = m_cross && m_cross->row < static_cast<int>(m_strip.rows.size());
    if (there && (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        chooseRow(m_cross->row);
        return true;
    }
    return false;
}

} // namespace tessera::ui
