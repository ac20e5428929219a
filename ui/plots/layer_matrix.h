#pragma once

// Included by sources only: it holds classes of QCustomPlot.
#include "core/api/analysis.h"
#include "ui/plots/layer_ticks.h"
#include "ui/plots/plot_key.h"
#include "ui/plots/plot_look.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace tessera::ui {

// The marker of the pairs that a matching has chosen.
[[nodiscard]] Marker markerOf(MatchingKind kind);

// The similarity of layers as coloured cells, one row for each layer of the source, the first on
// top, and one column for each of the receiver. UI thread.
class LayerMatrix {
public:
    // On the canvas' axis rect.
    explicit LayerMatrix(QCustomPlot& canvas);
    ~LayerMatrix();

    void setLayers(const QStringList& source, const QStringList& receiver);
    // Null: nothing is known yet. Of other layers than those: the same.
    void setComparison(std::shared_ptr<const LayerComparison> comparison);
    // Null: none is drawn. Belongs to the comparison.
    void setMatching(const LayerMatching* matching);
    void setCross(const std::optional<LayerPair>& cell);
    void setChosen(const std::optional<LayerPair>& cell);
    // Of the colours.
    void setTitle(const QString& title);

    [[nodiscard]] const LayerComparison* comparison() const { return m_comparison.get(); }
    [[nodiscard]] int sources() const { return static_cast<int>(m_source.size()); }
    [[nodiscard]] int receivers() const { return static_cast<int>(m_receiver.size()); }
    [[nodiscard]] const QString& sourceName(int layer) const { return m_source[layer]; }
    [[nodiscard]] const QString& receiverName(int layer) const { return m_receiver[layer]; }
    // Nothing: not measured.
    [[nodiscard]] std::optional<double> similarity(const LayerPair& cell) const;
    [[nodiscard]] std::optional<double> null(const LayerPair& cell) const;
    [[nodiscard]] bool isUnderNull(const LayerPair& cell) const;
    // Negative values that are more than noise round 0.
    [[nodiscard]] bool isDiverging() const;

    // `size`: of the whole plot, for the number and direction of the names.
    void applyLook(const PlotLook& look, const QSize& size);
    void fit();
    [[nodiscard]] std::optional<LayerPair> cellAt(const QPointF& position) const;
    void scrollTo(const LayerPair& cell);
    [[nodiscard]] QCPAxisRect& rect() const { return m_rect; }
    [[nodiscard]] QCPColorMap& map() const { return *m_map; }

private:
    class Marks;
    class Frames;

    void fillMap();
    void stayInside();

    QCPAxisRect& m_rect;
    QCPColorMap* m_map; // these belong to the canvas
    QCPColorScale* m_colours;
    Marks* m_marks;
    Frames* m_frames;
    QSharedPointer<LayerTicks> m_sourceTicks, m_receiverTicks;
    QStringList m_source, m_receiver;
    std::shared_ptr<const LayerComparison> m_comparison;
};

} // namespace tessera::ui
