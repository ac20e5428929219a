#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/plots/feature_maps.h"
#include "ui/plots/position_names.h"
#include "ui/widgets/theme.h"

#include <memory>
#include <optional>

class QCPColorScale;
class QComboBox;
class QLabel;
class QSpinBox;

namespace tessera::ui {

class BarsItem;
class CellMark;
class ControlsBar;
class MapSheet;
class PlotKey;

// One activation, and whose it is.
struct ShownActivation {
    ActivationPtr activation; // null: none
    Identity whose = Identity::Source;
    QString title;           // "Source mlp 8d/2L, sample 17"
    PositionNames positions; // of a sequence
};

// What one layer of a network puts out for one sample: feature maps, attention, sequences as heat
// maps, vectors as bars. Arrows go through the numbers, PageUp and PageDown through the pages of
// maps. UI thread.
class FeatureMapPlot : public CustomPlot {
    Q_OBJECT

public:
    FeatureMapPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    // An activation is recorded, not kept with a run: it comes by setActivation().
    void setRuns(const std::vector<RunViewPtr>&) override {}
    // Another sample of the same layer keeps zoom, page and cross.
    void setActivation(ShownActivation shown);
    // One sentence for as long as there is none: why, and what brings it.
    void setEmptyText(const QString& sentence);

    [[nodiscard]] bool isEmpty() const override { return m_maps.isEmpty(); }
    [[nodiscard]] QString emptyText() const override { return m_emptyText; }
    // Of the page on show.
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 420}; }

    [[nodiscard]] int pages() const;
    [[nodiscard]] int page() const { return m_page; } // from 0
    void setPage(int page);

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QList<QCPAxis*> movableAxes() const override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

private:
    void buildCanvas();
    void buildControls();
    void setUpAxes();
    void showControls();
    void fillPage();
    void fillBars(const Theme& theme);
    void fitValues();
    void fillKeys(const PlotLook& look);
    void showColours(bool on);
    void onChoice();
    void setCross(const MapCell& cell);
    [[nodiscard]] bool hasOwnColours() const; // each map
    [[nodiscard]] ColourSpan spanOf(std::int64_t map) const;
    [[nodiscard]] std::optional<MapCell> cellAt(const QPointF& position) const;
    [[nodiscard]] QRectF pixelsOf(const MapCell& cell) const;
    [[nodiscard]] QRectF crossPixels() const; // empty: none
    [[nodiscard]] MapCell moved(MapCell cell, int dx, int dy) const;
    void scrollTo(const MapCell& cell);
    [[nodiscard]] std::int64_t firstMap() const;
    [[nodiscard]] std::int64_t endMap() const;
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString pageText() const;
    [[nodiscard]] QString cellText(const MapCell& cell) const;
    [[nodiscard]] QStringList captions() const;

    ShownActivation m_shown;
    FeatureMaps m_maps;
    VectorFigures m_figures; // of all its numbers
    QString m_emptyText;
    std::string m_lastTap; // of what was shown last, whether it is still there or not
    std::vector<std::int64_t> m_lastShape;
    int m_page = 0;
    std::optional<MapCell> m_cross; // of the keyboard; nothing: it has not been used
    MapSheet* m_sheet;              // these belong to the canvas
    BarsItem* m_bars;
    CellMark* m_mark;
    PlotKey* m_title;
    PlotKey* m_key;
    QCPColorScale* m_colours;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_coloursBox = nullptr;
    QWidget* m_pagePiece = nullptr;
    QSpinBox* m_pageBox = nullptr;
    QLabel* m_pageLabel = nullptr;
};

} // namespace tessera::ui
