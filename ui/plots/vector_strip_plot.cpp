#include "ui/plots/vector_strip_plot.h"

#include "ui/plots/colour_maps.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kHalfStrip = 0.46; // of the distance between two strips
// For each point of a page: no more than the coarsest device has, which would leave some out.
constexpr int kPageColumns = 2;

} // namespace

// One column of colour for each pixel, whatever the zoom: of the strongest number in it, so that a
// single large one among thousands still shows. Cuts itself off at the axis rect.
class VectorStripPlot::Strips : public QCPAbstractPlottable {
public:
    Strips(QCPAxis* x, QCPAxis* y, const VectorStripPlot& plot)
        : QCPAbstractPlottable(x, y), m_plot(plot) {}
    QCPColorGradient gradient;
    double most = 1.0; // the end of the colours, on both sides of zero

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override {
        found = !m_plot.isEmpty();
        return {-0.5, static_cast<double>(m_plot.vectors().dimensions()) - 0.5};
    }
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override {
        found = !m_plot.isEmpty();
        return {-0.5, static_cast<double>(m_plot.vectors().vectors.size()) - 0.5};
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}
    void draw(QCPPainter* painter) override {
        const QRectF area = clipRect();
        const bool page = painter->modes().testFlag(QCPPainter::pmVectorized);
        const double scale = page ? kPageColumns : mParentPlot->bufferDevicePixelRatio();
        const int columns = std::max(1, static_cast<int>(std::lround(area.width() * scale)));
        const auto& range = mKeyAxis->range();
        const auto& vectors = m_plot.vectors().vectors;
        for (std::size_t i = 0; i < vectors.size(); ++i) {
            const auto row = static_cast<double>(i);
            const double top = mValueAxis->coordToPixel(row - kHalfStrip);
            const double bottom = mValueAxis->coordToPixel(row + kHalfStrip);
            const auto box = QRectF(area.left(), top, area.width(), bottom - top).intersected(area);
            const auto ranges = dimensionColumns(static_cast<std::int64_t>(vectors[i].size()),
                                                 range.lower, range.upper, columns);
            if (box.isValid()) {
                painter->drawImage(box, colours(vectors[i], ranges));
            }
        }
    }

private:
    [[nodiscard]] QImage colours(const std::vector<float>& values,
                                 const std::vector<DimensionRange>& ranges) {
        QImage image(static_cast<int>(ranges.size()), 1, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(0));
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const auto figures = figuresIn(values, ranges[i]);
            if (figures.missing) { // rather than hidden among what is all right
                line[i] = gradient.nanColor().rgb();
            } else if (figures.any) {
                line[i] = gradient.color(values[static_cast<std::size_t>(figures.strongest)],
                                         QCPRange(-most, most));
            }
        }
        return image;
    }

    const VectorStripPlot& m_plot;
};

QString VectorStripPlot::plotTitle() {
    return tr("Values in order");
}

VectorStripPlot::VectorStripPlot(const PlotContext& context, QWidget* parent)
    : VectorPlot(context, plotTitle(), parent),
      m_strips(new Strips(canvas().xAxis, canvas().yAxis, *this)),
      m_colours(new QCPColorScale(&canvas())) {
    canvas().xAxis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
    setAxisTitle(*canvas().xAxis, {tr("dimension")});
    auto& rect = *canvas().axisRect();
    rect.setRangeDrag(Qt::Horizontal);
    rect.setRangeZoom(Qt::Horizontal);
    canvas().yAxis->setRangeReversed(true); // the first on top
    canvas().xAxis->grid()->setVisible(false);
    canvas().yAxis->grid()->setVisible(false);
    m_colours->setType(QCPAxis::atBottom);
    m_colours->setRangeDrag(false);
    m_colours->setRangeZoom(false);
    m_colours->axis()->setTicker(QSharedPointer<FewTicks>::create());
    m_colours->axis()->setSubTicks(false);
    m_colours->axis()->setLabel(tr("value"));
    canvas().plotLayout()->addElement(1, 0, m_colours);
    auto* group = new QCPMarginGroup(&canvas());
    rect.setMarginGroup(QCP::msLeft | QCP::msRight, group);
    m_colours->setMarginGroup(QCP::msLeft | QCP::msRight, group);
    finish();
}

void VectorStripPlot::rebuild() {
    double most = 0.0;
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    for (std::size_t i = 0; i < vectors().vectors.size(); ++i) {
        most = std::max(most, largestMagnitude(vectors().vectors[i]).value_or(0.0));
        names->addTick(static_cast<double>(i), nameOf(i));
    }
    m_strips->most = most > 0.0 ? most : 1.0;
    m_colours->setDataRange(QCPRange(-m_strips->most, m_strips->most));
    canvas().yAxis->setTicker(names);
    canvas().yAxis->setTicks(vectors().isPair());
    canvas().yAxis->setTickLabels(vectors().isPair());
}

void VectorStripPlot::restyle(const PlotLook& look) {
    m_strips->gradient = divergingGradient(*look.theme);
    m_colours->setGradient(m_strips->gradient);
}

void VectorStripPlot::fitAxes() {
    const auto count = static_cast<double>(vectors().dimensions());
    canvas().xAxis->setRange(-0.5, std::max(0.5, count - 0.5));
    canvas().yAxis->setRange(-0.5,
                             std::max(0.5, static_cast<double>(vectors().vectors.size()) - 0.5));
}

QList<QCPAxis*> VectorStripPlot::movableAxes() const {
    return {canvas().xAxis};
}

QCPRange VectorStripPlot::placeSpan(std::int64_t place) const {
    const auto middle = static_cast<double>(place);
    return {middle - 0.5, middle + 0.5};
}

QString VectorStripPlot::placeText(std::int64_t place) const {
    QStringList values;
    for (const auto& vector : vectors().vectors) {
        const auto index = static_cast<std::size_t>(place);
        values << (index < vector.size() ? valueText(vector[index]) : numberText(std::nullopt));
    }
    return tr("dimension %1: %2").arg(QLocale().toString(place), eachText(values));
}

QString VectorStripPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const auto& range = canvas().xAxis->range();
    const int columns = std::max(1, rect.width());
    const auto ranges = dimensionColumns(vectors().dimensions(), range.lower, range.upper, columns);
    const int column = std::clamp(position.x() - rect.left(), 0, columns - 1);
    const auto under = ranges[static_cast<std::size_t>(column)];
    if (under.isEmpty()) {
        return {};
    }
    if (under.first == under.last) {
        return placeText(under.first);
    }
    QStringList values;
    for (const auto& vector : vectors().vectors) {
        const auto figures = figuresIn(vector, under);
        values << (figures.any
                       ? tr("%1 at %2", "value and dimension")
                             .arg(numberText(vector[static_cast<std::size_t>(figures.strongest)]),
                                  QLocale().toString(figures.strongest))
                       : numberText(std::nullopt));
    }
    return tr("strongest of the dimensions %1 to %2: %3")
        .arg(QLocale().toString(under.first), QLocale().toString(under.last), eachText(values));
}

std::vector<KeyEntry> VectorStripPlot::keyEntries(const PlotLook& look) const {
    if (!hasMissing()) {
        return {};
    }
    return {{tr("not finite"), look.theme->text, missingColour(*look.theme), Marker::Block,
             Qt::NoPen, 1.0}};
}

QStringList VectorStripPlot::ownSentences() const {
    QStringList sentences;
    for (std::size_t i = 0; i < vectors().vectors.size(); ++i) {
        const auto& vector = vectors().vectors[i];
        const auto figures = figuresIn(vector, {0, static_cast<std::int64_t>(vector.size()) - 1});
        if (!figures.any) {
            continue;
        }
        const auto text = tr("The strongest is %1, in dimension %2.")
                              .arg(numberText(vector[static_cast<std::size_t>(figures.strongest)]),
                                   QLocale().toString(figures.strongest));
        sentences << (vectors().isPair() ? tr("%1: %2").arg(nameOf(i), text) : text);
    }
    return sentences;
}

PlotTable VectorStripPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("dimension")};
    for (std::size_t i = 0; i < vectors().vectors.size(); ++i) {
        table.columns << nameOf(i);
    }
    for (std::int64_t d = 0; d < vectors().dimensions(); ++d) {
        std::vector<QVariant> row = {static_cast<qlonglong>(d)};
        for (const auto& vector : vectors().vectors) {
            const auto index = static_cast<std::size_t>(d);
            const bool known = index < vector.size() && std::isfinite(vector[index]);
            row.push_back(known ? QVariant(static_cast<double>(vector[index])) : QVariant());
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace tessera::ui
