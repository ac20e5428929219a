#include "ui/compare/confusion_matrix.h"

#include "ui/plots/colour_maps.h"
#include "ui/plots/few_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPadding = 2.0; // pixels round a cell's text

struct ConfusionMatrixWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::ConfusionPlot)
};

bool isDark(QRgb colour) {
    constexpr int kMiddle = 128;
    return qGray(colour) < kMiddle;
}

} // namespace

// Texts in the cells and the keyboard's cross.
class ConfusionMatrix::Marks : public QCPLayerable {
public:
    explicit Marks(const ConfusionMatrix& matrix)
        : QCPLayerable(matrix.m_rect->parentPlot(), "axes", matrix.m_rect), m_matrix(matrix) {}
    PlotLook look;
    QStringList texts;
    std::optional<ConfusionCell> cross;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false);
    }
    [[nodiscard]] QRect clipRect() const override {
        return m_matrix.m_rect->rect().adjusted(-1, -1, 1, 1);
    }
    void draw(QCPPainter* painter) override {
        drawTexts(*painter);
        if (cross) {
            const auto box = boxOf(*cross);
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(Qt::black, 4.0));
            painter->drawRect(box);
            painter->setPen(QPen(Qt::white, 2.0));
            painter->drawRect(box);
        }
    }

private:
    [[nodiscard]] QRectF boxOf(const ConfusionCell& cell) const {
        const auto& x = *m_matrix.m_rect->axis(QCPAxis::atBottom);
        const auto& y = *m_matrix.m_rect->axis(QCPAxis::atLeft);
        return QRectF(QPointF(x.coordToPixel(cell.answer - 0.5), y.coordToPixel(cell.label - 0.5)),
                      QPointF(x.coordToPixel(cell.answer + 0.5), y.coordToPixel(cell.label + 0.5)))
            .normalized();
    }

    void drawTexts(QCPPainter& painter) const {
        const QFontMetricsF metrics(look.text);
        double widest = 0.0;
        for (const auto& text : texts) {
            widest = std::max(widest, metrics.horizontalAdvance(text));
        }
        const auto cell = boxOf({0, 0}).size();
        if (texts.isEmpty() || widest + 2.0 * kPadding > cell.width() ||
            metrics.height() > cell.height()) {
            return; // numbers that are cut off say something else
        }
        painter.setFont(look.text);
        const QRectF area(m_matrix.m_rect->rect());
        auto* data = m_matrix.m_map->data();
        auto gradient = m_matrix.m_map->gradient();
        for (int i = 0; i < m_matrix.m_classes; ++i) {
            for (int j = 0; j < m_matrix.m_classes; ++j) {
                const auto box = boxOf({i, j});
                const double value = data->cell(j, i);
                if (!area.contains(box.center()) || !std::isfinite(value)) {
                    continue;
                }
                painter.setPen(isDark(gradient.color(value, m_matrix.m_map->dataRange()))
                                   ? QColor(Qt::white)
                                   : QColor(Qt::black));
                painter.drawText(box, Qt::AlignCenter, texts[i * m_matrix.m_classes + j]);
            }
        }
    }

    const ConfusionMatrix& m_matrix;
};

ConfusionMatrix::ConfusionMatrix(QCustomPlot& canvas)
    : m_part(new QCPLayoutGrid), m_rect(new QCPAxisRect(&canvas, true)),
      m_title(new PlotKey(&canvas)),
      m_map(new QCPColorMap(m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft))),
      m_colours(new QCPColorScale(&canvas)), m_marks(new Marks(*this)) {
    m_part->setParent(&canvas); // until it is in a layout
    m_part->setColumnSpacing(4);
    m_part->setRowSpacing(2);
    m_part->addElement(0, 0, m_title);
    // A grid that comes into a plot with an empty cell makes QCustomPlot 2.1 crash.
    m_part->addElement(0, 1, new QCPLayoutElement(&canvas));
    m_part->addElement(1, 0, m_rect);
    m_part->addElement(1, 1, m_colours);
    m_title->setMargins({8, 2, 0, 2});
    m_rect->setMinimumMargins({0, 2, 4, 0});
    for (auto* axis : {m_rect->axis(QCPAxis::atBottom), m_rect->axis(QCPAxis::atLeft)}) {
        axis->setTicker(QSharedPointer<FewTicks>::create(FewTicks::Numbers::Integers));
        axis->setSubTicks(false);
        axis->grid()->setVisible(false);
    }
    m_rect->axis(QCPAxis::atLeft)->setRangeReversed(true);
    m_rect->axis(QCPAxis::atBottom)->setLabel(ConfusionMatrixWords::tr("answer"));
    m_rect->axis(QCPAxis::atLeft)->setLabel(ConfusionMatrixWords::tr("true class"));
    for (auto type : {QCPAxis::atTop, QCPAxis::atRight}) {
        m_rect->axis(type)->setVisible(false);
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
    m_rect->setMarginGroup(QCP::msTop | QCP::msBottom, group);
    m_colours->setMarginGroup(QCP::msTop | QCP::msBottom, group);
}

ConfusionMatrix::~ConfusionMatrix() = default;

void ConfusionMatrix::putInto(QCPLayoutGrid& grid, int row, int column, double share) {
    m_title->setWidthShare(share);
    m_part->setVisible(true);
    grid.addElement(row, column, m_part);
}

void ConfusionMatrix::takeOutOf(QCPLayoutGrid& grid) {
    if (m_part->layout() == &grid) {
        grid.take(m_part);
    }
    m_part->setVisible(false);
}

void ConfusionMatrix::setCells(int classes, const std::vector<double>& values,
                               const QStringList& texts, Scale scale) {
    m_classes = classes;
    m_scale = scale;
    auto* data = m_map->data();
    data->setSize(classes, classes);
    const auto range = classes > 1 ? QCPRange(0.0, classes - 1.0) : QCPRange(-0.5, 0.5);
    data->setRange(range, range);
    double largest = 0.0;
    for (int i = 0; i < classes; ++i) {
        for (int j = 0; j < classes; ++j) {
            const double value = values[static_cast<std::size_t>(i * classes + j)];
            data->setCell(j, i, value);
            largest = std::isfinite(value) ? std::max(largest, std::abs(value)) : largest;
        }
    }
    const double reach = largest > 0.0 ? largest : 1.0;
    m_map->setDataRange(scale == Scale::Share ? QCPRange(0.0, 1.0) : QCPRange(-reach, reach));
    m_marks->texts = texts;
}

void ConfusionMatrix::setTitles(const QString& title, const QString& colours) {
    m_titleText = title;
    m_colours->setLabel(colours);
}

void ConfusionMatrix::setCross(const std::optional<ConfusionCell>& cell) {
    m_marks->cross = cell;
}

void ConfusionMatrix::applyLook(const PlotLook& look) {
    m_map->setGradient(m_scale == Scale::Share ? sequentialGradient(*look.theme)
                                               : divergingGradient(*look.theme));
    m_colours->setGradient(m_map->gradient());
    m_marks->look = look;
    m_title->setFont(look.text);
    m_title->setEntries({{m_titleText, look.theme->text, {}, Marker::None, Qt::NoPen, 1.0}});
}

void ConfusionMatrix::fit() {
    const double last = std::max(0.5, m_classes - 0.5);
    m_rect->axis(QCPAxis::atBottom)->setRange(-0.5, last);
    m_rect->axis(QCPAxis::atLeft)->setRange(-0.5, last);
}

std::optional<ConfusionCell> ConfusionMatrix::cellAt(const QPointF& position) const {
    if (!m_rect->rect().contains(position.toPoint())) {
        return std::nullopt;
    }
    const auto j = std::lround(m_rect->axis(QCPAxis::atBottom)->pixelToCoord(position.x()));
    const auto i = std::lround(m_rect->axis(QCPAxis::atLeft)->pixelToCoord(position.y()));
    const bool inside = i >= 0 && i < m_classes && j >= 0 && j < m_classes;
    return inside ? std::optional(ConfusionCell{static_cast<int>(i), static_cast<int>(j)})
                  : std::nullopt;
}

} // namespace tessera::ui
