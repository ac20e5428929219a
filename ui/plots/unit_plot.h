#pragma once

#include "ui/plots/layer_plot.h"
#include "ui/plots/unit_order.h"

#include <array>
#include <memory>
#include <optional>

class QCPLayoutGrid;
class QComboBox;

namespace tessera::ui {

class PlotKey;
class UnitMarks;

// What each unit of a layer does over all samples, source and receiver side by side on one scale:
// one mark per unit, dead and saturated ones with a mark of their own. A click chooses the samples
// that a unit answers most strongly. UI thread.
class UnitPlot : public LayerPlot {
    Q_OBJECT

public:
    UnitPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 320}; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void layersHaveChanged(bool otherRun) override;
    void compute() override;
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QList<QCPAxis*> movableAxes() const override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

private:
    using StatisticsPtr = std::shared_ptr<const UnitStatistics>;
    static constexpr std::size_t kSource = 0, kReceiver = 1;

    // The layers of both networks, and what was found of them.
    struct Shown {
        SnapshotPtr now, before; // keep the layers
        std::array<const LayerRows*, 2> layers = {nullptr, nullptr};
        std::array<StatisticsPtr, 2> statistics; // null: not computed yet
    };
    struct Half {
        QCPAxisRect* rect = nullptr; // these belong to the canvas
        UnitMarks* marks = nullptr;
        PlotKey* title = nullptr;
        std::vector<int> order; // unit at each place
    };
    // What has been computed of a layer, kept as long as its network is on show.
    struct Known {
        std::shared_ptr<const NetworkRows> network;
        const LayerRows* layer = nullptr;
        StatisticsPtr statistics;
    };
    struct Place {
        std::size_t half = kSource;
        int place = 0; // from the left
    };

    void buildCanvas();
    void buildHalf(QCPLayoutGrid& grid, std::size_t half);
    void buildControls();
    void onComputed(Result<Shown> done);
    void show(Shown shown);
    // Layers of other names or widths than those that are drawn, rather than the same ones at
    // another time.
    [[nodiscard]] bool areOthers(const Shown& shown) const;
    void arrange();
    void fillMarks();
    void onChoice();
    void fillTitles(const PlotLook& look);
    void fillKeys(const PlotLook& look);
    void stayInside(std::size_t half);
    void choose(const Place& place, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] Shown wanted() const;
    [[nodiscard]] StatisticsPtr known(const LayerRows* layer) const;
    void remember(const std::shared_ptr<const NetworkRows>& network, const LayerRows* layer,
                  const StatisticsPtr& statistics);
    void forgetOthers();
    [[nodiscard]] bool isComputed() const;
    [[nodiscard]] UnitFigure figure() const;
    [[nodiscard]] UnitOrder order() const;
    [[nodiscard]] const UnitFigures& unitAt(const Place& place) const;
    [[nodiscard]] int units(std::size_t half) const;
    [[nodiscard]] std::optional<Place> placeAt(const QPoint& position) const;
    [[nodiscard]] QString networkText(std::size_t half) const; // "Source  mlp - feature"
    [[nodiscard]] QString countText(std::size_t half) const;   // "3 of 64 units dead, ..."
    [[nodiscard]] QString placeText(const Place& place) const;
    [[nodiscard]] QString topText(const UnitFigures& unit) const;
    [[nodiscard]] QStringList figureTitles() const; // of the upright axis, the longest first
    [[nodiscard]] QStringList captions() const;

    Shown m_shown;
    std::optional<Error> m_failure; // of what was asked for last
    std::vector<Known> m_known;
    std::array<Half, 2> m_halves;
    std::optional<Place> m_cross; // nothing: the keyboard has not been used
    PlotKey* m_key = nullptr;     // these belong to the canvas
    PlotKey* m_caption = nullptr;
    QComboBox* m_timeBox = nullptr;
    QComboBox* m_figureBox = nullptr;
    QComboBox* m_orderBox = nullptr;
};

} // namespace tessera::ui
