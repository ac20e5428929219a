#pragma once

#include "ui/plots/layer_plot.h"

#include <memory>

class QCheckBox;

namespace tessera::ui {

class BarsItem;
class CurveLineItem;
class PlotKey;
struct CurveLinePoint;
struct KeyEntry;

// How the activations of a layer are spread, over all units and samples: the source filled, the
// receiver before and after its learning as outlines, on the same bins. Those of the chosen samples
// are drawn over all the others, which turn pale. UI thread.
class DistributionPlot : public LayerPlot {
    Q_OBJECT

public:
    DistributionPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    // As it is drawn; null: nothing has been computed yet.
    [[nodiscard]] const DistributionSet* distributions() const;
    // Of the chosen samples; null: none are.
    [[nodiscard]] const DistributionSet* chosen() const;

protected:
    void layersHaveChanged(bool otherRun) override;
    void compute() override;
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    bool onArrow(int dx, int dy) override;

private:
    enum class Layer { Source, Before, Now };
    // What has been computed, with the names of what it was computed of.
    struct Shown {
        ShownLayers layers;
        std::shared_ptr<const DistributionSet> all;
        std::shared_ptr<const DistributionSet> chosen; // null: no samples are chosen
        std::size_t samples = 0;                       // that are chosen
    };
    struct Outline {
        Layer layer;
        bool chosen;
        CurveLineItem* item; // of the canvas
    };

    void onComputed(Result<Shown> done);
    void show(Shown shown);
    // Of the layers that are drawn, rather than the same ones some steps later.
    [[nodiscard]] bool areOthers(const ShownLayers& layers) const;
    void rebuild();
    void onLogarithmic();
    void fillKeys(const PlotLook& look);
    void styleOutline(const Outline& outline, const PlotLook& look) const;
    [[nodiscard]] static const std::optional<Distribution>& of(const DistributionSet& set,
                                                               Layer layer);
    [[nodiscard]] std::vector<CurveLinePoint> outlineOf(const Distribution& distribution) const;
    [[nodiscard]] bool hasBins() const;
    [[nodiscard]] double heightOf(double density) const; // on the axis
    [[nodiscard]] QString nameOf(Layer layer) const;     // with the name of its layer
    [[nodiscard]] QString binText(int bin) const;
    [[nodiscard]] QString edgeText(int edge) const;
    [[nodiscard]] QStringList captions() const;

    Shown m_shown;
    std::optional<Error> m_failure; // of what was asked for last
    double m_floor = 0.0;           // of the logarithmic axis: where bins without a value are
    std::optional<int> m_bin;       // that the keyboard is on
    BarsItem* m_bars;               // these belong to the canvas
    BarsItem* m_mark;
    std::vector<Outline> m_outlines;
    PlotKey* m_key;
    PlotKey* m_caption;
    QCheckBox* m_logBox;
};

} // namespace tessera::ui
