#include "ui/plots/layer_matrix.h"

#include "ui/plots/clip_line.h"
#include "ui/plots/colour_maps.h"
#include "ui/plots/few_ticks.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

constexpr double kNoise = -0.1; // values down to here are noise round 0, and drawn as 0
constexpr double kUpright = -90.0;

// The data's range counts from the middle of the first cell to the middle of the last one; one cell
// alone needs its width.
QCPRange cellRange(int cells) {
    return cells > 1 ? QCPRange(0.0, cells - 1.0) : QCPRange(-0.5, 0.5);
}

bool isDark(const QColor& colour) {
    constexpr int kMiddle = 128;
    return qGray(colour.rgb()) < kMiddle;
}

} // namespace

Marker markerOf(MatchingKind kind) {
    switch (kind) {
    case MatchingKind::Ordered:
        return Marker::Disc;
    case MatchingKind::Hungarian:
        return Marker::Diamond;
    case MatchingKind::Greedy:
        return Marker::Triangle;
    }
    return Marker::Disc;
}

// Hatching and matching, upon the colours.
class LayerMatrix::Marks : public QCPLayerable {
public:
    explicit Marks(const LayerMatrix& matrix)
        : QCPLayerable(matrix.m_rect.parentPlot(), "main"), m_matrix(matrix) {}
    PlotLook look;
    const LayerMatching* matching = nullptr;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override {
        for (int i = 0; i < m_matrix.sources(); ++i) {
            for (int j = 0; j < m_matrix.receivers(); ++j) {
                if (m_matrix.isUnderNull({i, j})) {
                    hatch(*painter, {i, j});
                }
            }
        }
        if (matching != nullptr) {
            drawMatching(*painter);
        }
    }

private:
    [[nodiscard]] QPointF pixelOf(double receiver, double source) const {
        return {m_matrix.m_rect.axis(QCPAxis::atBottom)->coordToPixel(receiver),
                m_matrix.m_rect.axis(QCPAxis::atLeft)->coordToPixel(source)};
    }
    [[nodiscard]] QColor inkOn(const LayerPair& cell) const {
        const auto value = m_matrix.similarity(cell);
        const auto colour =
            m_matrix.m_map->gradient().color(value.value_or(0.0), m_matrix.m_map->dataRange());
        return isDark(QColor(colour)) ? QColor(255, 255, 255, 150) : QColor(0, 0, 0, 150);
    }

    void hatch(QCPPainter& painter, const LayerPair& cell) const {
        const auto box = QRectF(pixelOf(cell.receiver - 0.5, cell.source - 0.5),
                                pixelOf(cell.receiver + 0.5, cell.source + 0.5))
                             .normalized()
                             .intersected(QRectF(m_matrix.m_rect.rect()));
        if (box.isEmpty()) {
            return;
        }
        painter.setPen(QPen(inkOn(cell), look.onPage ? 0.6 : 1.0));
        const double step = look.onPage ? 4.0 : 7.0;
        // From a common origin, so that the lines go on from cell to cell.
        const double first = std::ceil((box.left() + box.top()) / step) * step;
        for (double sum = first; sum < box.right() + box.bottom(); sum += step) {
            const auto line = clippedLine(
                QLineF(sum - box.top(), box.top(), sum - box.bottom(), box.bottom()), box);
            if (line) {
                painter.drawLine(*line);
            }
        }
    }

    void drawMatching(QCPPainter& painter) const {
        const QRectF area(m_matrix.m_rect.rect());
        std::vector<QPointF> places;
        for (const auto& pair : matching->pairs) {
            places.push_back(pixelOf(pair.receiver, pair.source));
        }
        // Light upon dark, so that it shows on every colour.
        const std::array<std::pair<QColor, double>, 2> layers = {
            {{Qt::black, 3.2 * look.line / 1.5}, {Qt::white, 1.4 * look.line / 1.5}}};
        for (const auto& [colour, width] : layers) {
            painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::FlatCap));
            for (std::size_t i = 1; i < places.size(); ++i) {
                if (const auto line = clippedLine(QLineF(places[i - 1], places[i]), area)) {
                    painter.drawLine(*line);
                }
            }
        }
        const double size = look.onPage ? 5.0 : 9.0;
        for (const auto& place : places) {
            if (area.contains(place)) {
                drawMarker(painter, markerOf(matching->kind), place, 1.5 * size, Qt::black);
                drawMarker(painter, markerOf(matching->kind), place, size, Qt::white);
            }
        }
    }

    const LayerMatrix& m_matrix;
};

// The chosen pair and the keyboard's cross, on the layer that is drawn by itself.
class LayerMatrix::Frames : public QCPLayerable {
public:
    explicit Frames(const LayerMatrix& matrix)
        : QCPLayerable(matrix.m_rect.parentPlot(), "overlay"), m_matrix(matrix) {}
    std::optional<LayerPair> cross, chosen;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    [[nodiscard]] QRect clipRect() const override {
        return m_matrix.m_rect.rect().adjusted(-1, -1, 1, 1);
    }
    void draw(QCPPainter* painter) override {
        if (chosen) {
            const auto box = boxOf(*chosen).adjusted(1, 1, -1, -1);
            frame(*painter, box, Qt::black, Qt::SolidLine, 4.0);
            frame(*painter, box, Qt::white, Qt::SolidLine, 2.0);
        }
        if (cross) {
            const QRectF whole(m_matrix.m_rect.rect());
            const auto box = boxOf(*cross);
            for (const auto& part :
                 {QRectF(whole.left(), box.top(), whole.width(), box.height()),
                  QRectF(box.left(), whole.top(), box.width(), whole.height())}) {
                frame(*painter, part, Qt::white, Qt::SolidLine, 1.0);
                frame(*painter, part, Qt::black, Qt::DashLine, 1.0);
            }
        }
    }

private:
    [[nodiscard]] QRectF boxOf(const LayerPair& cell) const {
        const auto& x = *m_matrix.m_rect.axis(QCPAxis::atBottom);
        const auto& y = *m_matrix.m_rect.axis(QCPAxis::atLeft);
        return QRectF(
                   QPointF(x.coordToPixel(cell.receiver - 0.5), y.coordToPixel(cell.source - 0.5)),
                   QPointF(x.coordToPixel(cell.receiver + 0.5), y.coordToPixel(cell.source + 0.5)))
            .normalized();
    }
    void frame(QCPPainter& painter, const QRectF& whole, const QColor& colour, Qt::PenStyle style,
               double width) const {
        const auto box = whole.intersected(QRectF(m_matrix.m_rect.rect()));
        if (!box.isEmpty()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour, width, style, Qt::FlatCap, Qt::MiterJoin));
            painter.drawRect(box);
        }
    }

    const LayerMatrix& m_matrix;
};

LayerMatrix::LayerMatrix(QCustomPlot& canvas)
    : m_rect(*canvas.axisRect()), m_map(new QCPColorMap(canvas.xAxis, canvas.yAxis)),
      m_colours(new QCPColorScale(&canvas)), m_marks(new Marks(*this)), m_frames(new Frames(*this)),
      m_sourceTicks(QSharedPointer<LayerTicks>::create(*canvas.yAxis)),
      m_receiverTicks(QSharedPointer<LayerTicks>::create(*canvas.xAxis)) {
    auto& layout = *canvas.plotLayout();
    auto* grid = new QCPLayoutGrid;
    layout.take(&m_rect);
    grid->setColumnSpacing(4);
    grid->addElement(0, 0, &m_rect);
    grid->addElement(0, 1, m_colours);
    layout.addElement(0, 0, grid);
    m_rect.setMinimumMargins({0, 8, 4, 0});
    canvas.xAxis->setTicker(m_receiverTicks);
    canvas.yAxis->setTicker(m_sourceTicks);
    canvas.yAxis->setRangeReversed(true);
    for (auto* axis : {canvas.xAxis, canvas.yAxis}) {
        axis->setSubTicks(false);
        axis->grid()->setVisible(false);
        QObject::connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), axis,
                         [this] { stayInside(); });
    }
    m_map->setInterpolate(false);
    m_map->setTightBoundary(false);
    m_colours->setType(QCPAxis::atRight);
    m_colours->setRangeDrag(false);
    m_colours->setRangeZoom(false);
    m_colours->axis()->setTicker(QSharedPointer<FewTicks>::create());
    m_colours->axis()->setSubTicks(false);
    m_map->setColorScale(m_colours);
    auto* group = new QCPMarginGroup(&canvas);
    m_rect.setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_colours->setMarginGroup(QCP::msTop | QCP::msBottom, group);
}

LayerMatrix::~LayerMatrix() = default;

// At most half of the view is beyond the cells, however far a person drags.
void LayerMatrix::stayInside() {
    const auto keep = [](QCPAxis& axis, int cells) {
        const double middle = axis.range().center();
        const double inside = std::clamp(middle, -0.5, std::max(0.5, cells - 0.5));
        if (inside != middle) {
            axis.moveRange(inside - middle);
        }
    };
    if (sources() > 0 && receivers() > 0) {
        keep(*m_rect.axis(QCPAxis::atBottom), receivers());
        keep(*m_rect.axis(QCPAxis::atLeft), sources());
    }
}

void LayerMatrix::setLayers(const QStringList& source, const QStringList& receiver) {
    m_source = source;
    m_receiver = receiver;
    m_sourceTicks->setNames(source);
    m_receiverTicks->setNames(receiver);
    fillMap();
}

void LayerMatrix::setComparison(std::shared_ptr<const LayerComparison> comparison) {
    const bool fits = comparison && comparison->similarity.rows == sources() &&
                      comparison->similarity.columns == receivers();
    m_marks->matching = nullptr;
    m_comparison = fits ? std::move(comparison) : nullptr;
    fillMap();
}

void LayerMatrix::setMatching(const LayerMatching* matching) {
    m_marks->matching = matching;
}

void LayerMatrix::setCross(const std::optional<LayerPair>& cell) {
    m_frames->cross = cell;
}

void LayerMatrix::setChosen(const std::optional<LayerPair>& cell) {
    m_frames->chosen = cell;
}

void LayerMatrix::setTitle(const QString& title) {
    m_colours->setLabel(title);
}

std::optional<double> LayerMatrix::similarity(const LayerPair& cell) const {
    const double value = m_comparison ? m_comparison->similarity.at(cell.source, cell.receiver)
                                      : std::numeric_limits<double>::quiet_NaN();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> LayerMatrix::null(const LayerPair& cell) const {
    const bool there = m_comparison && !m_comparison->null.empty();
    const double value = there ? m_comparison->null.at(cell.source, cell.receiver)
                               : std::numeric_limits<double>::quiet_NaN();
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

bool LayerMatrix::isUnderNull(const LayerPair& cell) const {
    const auto value = similarity(cell), limit = null(cell);
    return value && limit && *value <= *limit;
}

bool LayerMatrix::isDiverging() const {
    if (!m_comparison) {
        return false;
    }
    const auto& values = m_comparison->similarity.values;
    return std::any_of(values.begin(), values.end(), [](float value) { return value < kNoise; });
}

void LayerMatrix::fillMap() {
    auto* data = m_map->data();
    data->setSize(receivers(), sources());
    data->setRange(cellRange(receivers()), cellRange(sources()));
    for (int i = 0; i < sources(); ++i) {
        for (int j = 0; j < receivers(); ++j) {
            data->setCell(j, i,
                          similarity({i, j}).value_or(std::numeric_limits<double>::quiet_NaN()));
        }
    }
    m_map->setDataRange(QCPRange(isDiverging() ? -1.0 : 0.0, 1.0));
}

void LayerMatrix::applyLook(const PlotLook& look, const QSize& size) {
    m_colours->setGradient(isDiverging() ? divergingGradient(*look.theme)
                                         : sequentialGradient(*look.theme));
    m_marks->look = look;
    // The rest of the plot is names, colours and the key.
    const double across = 0.65 * size.width(), down = 0.6 * size.height();
    m_receiverTicks->setRoom(across);
    m_sourceTicks->setRoom(down);
    // Names that would not fit beside each other stand upright.
    const QFontMetrics metrics(look.text);
    int longest = 0;
    for (const auto& name : m_receiver) {
        longest = std::max(longest, metrics.horizontalAdvance(name));
    }
    const bool fits = (longest + 6) * receivers() <= across;
    m_rect.axis(QCPAxis::atBottom)->setTickLabelRotation(fits ? 0.0 : kUpright);
}

void LayerMatrix::fit() {
    m_rect.axis(QCPAxis::atBottom)->setRange(-0.5, std::max(0.5, receivers() - 0.5));
    m_rect.axis(QCPAxis::atLeft)->setRange(-0.5, std::max(0.5, sources() - 0.5));
}

std::optional<LayerPair> LayerMatrix::cellAt(const QPointF& position) const {
    if (!m_rect.rect().contains(position.toPoint())) {
        return std::nullopt;
    }
    const auto j = std::lround(m_rect.axis(QCPAxis::atBottom)->pixelToCoord(position.x()));
    const auto i = std::lround(m_rect.axis(QCPAxis::atLeft)->pixelToCoord(position.y()));
    if (i < 0 || i >= sources() || j < 0 || j >= receivers()) {
        return std::nullopt;
    }
    return LayerPair{static_cast<int>(i), static_cast<int>(j)};
}

void LayerMatrix::scrollTo(const LayerPair& cell) {
    const auto show = [](QCPAxis& axis, double at) {
        if (at - 0.5 < axis.range().lower) {
            axis.moveRange(at - 0.5 - axis.range().lower);
        } else if (at + 0.5 > axis.range().upper) {
            axis.moveRange(at + 0.5 - axis.range().upper);
        }
    };
    show(*m_rect.axis(QCPAxis::atBottom), cell.receiver);
    show(*m_rect.axis(QCPAxis::atLeft), cell.source);
}

} // namespace tessera::ui
