#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/feature_maps.h"
#include "ui/plots/plot_look.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/plots/tile_grid.h"

#include <QFont>
#include <QImage>

#include <map>
#include <optional>
#include <vector>

namespace tessera::ui {

// Heat maps in an axis rect. A table has the axes for its rows and columns; a grid fills the rect
// from 0 to 1 on both axes, however large it is, so that it is laid out anew for a page and zooms
// like everything else. Vectors it leaves to others. Cuts itself off at the axis rect, for painters
// that cannot.
class MapSheet : public QCPAbstractPlottable {
public:
    static constexpr std::int64_t kMostTiles = 64;

    // `maps` outlives it; whenever it is another, show() follows.
    MapSheet(QCPAxis* x, QCPAxis* y, const FeatureMaps& maps);

    // Maps `first` to `first + spans.size() - 1` in these colours.
    void show(std::int64_t first, std::vector<ColourSpan> spans);
    void setLook(const PlotLook& look);
    [[nodiscard]] const QCPColorGradient& gradient() const { return m_gradient; }

    // Where maps are drawn at the moment, in pixels of the canvas, cut off or not.
    [[nodiscard]] QRectF pixelsOf(std::int64_t map) const;
    [[nodiscard]] QRectF pixelsOf(const MapCell& cell) const;
    [[nodiscard]] std::optional<MapCell> cellAt(const QPointF& position) const;
    // Tiles side by side.
    [[nodiscard]] int tilesAcross() const { return tiles().grid.columns(); }

    double selectTest(const QPointF&, bool, QVariant*) const override { return -1.0; }
    QCPRange getKeyRange(bool& found, QCP::SignDomain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const override;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(false); // neighbours meet without a seam
    }
    void draw(QCPPainter* painter) override;
    void drawLegendIcon(QCPPainter*, const QRectF&) const override {}

private:
    // What stands beside the maps: the more room they have, the more.
    enum class Words {
        Rows,     // the number of the first one in each row
        Each,     // its own number
        Numbered, // and its first and last row and column
    };
    struct Tiles {
        TileGrid grid;
        Words words = Words::Each;
    };
    [[nodiscard]] Tiles tiles() const;
    [[nodiscard]] Tiles tilesWith(Words words) const;
    [[nodiscard]] int shown() const { return static_cast<int>(m_spans.size()); }
    [[nodiscard]] const QImage& pictureOf(std::int64_t map);
    void drawMap(QCPPainter& painter, std::int64_t map, const QRectF& area);
    void drawWords(QCPPainter& painter, std::int64_t map, const QRectF& area) const;

    const FeatureMaps& m_maps;
    std::int64_t m_first = 0;
    std::vector<ColourSpan> m_spans;
    std::map<std::int64_t, QImage> m_pictures; // of those that were drawn
    QCPColorGradient m_gradient;
    QFont m_font;
    QColor m_text;
};

} // namespace tessera::ui
