#pragma once

#include "ui/bridge/latest_analysis.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"

#include <memory>
#include <optional>

class QComboBox;

namespace tessera::ui {

class ControlsBar;
class HeatMap;
class PlotKey;
struct HeatMapCell;
struct HeatMapRows;

// Activations of source and receiver side by side: one row per sample, the same on both sides, one
// column per unit of a layer. UI thread.
class ActivationPlot : public CustomPlot {
    Q_OBJECT

public:
    ActivationPlot(const PlotContext& context, QWidget* parent);
    ~ActivationPlot() override;

    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] bool isComplete() const override { return !m_work.isBusy(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] QSize sizeHint() const override { return {720, 420}; }

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QList<QCPAxis*> movableAxes() const override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    void onRectangle(const QRect& rect, Qt::KeyboardModifiers modifiers) override;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

private:
    // What the heat maps were made of: while it stays the same, nothing is computed again.
    struct Shown {
        SnapshotPtr learner; // keeps what the pointers below point to
        const LayerRows* source = nullptr;
        const LayerRows* receiver = nullptr;
        RowOrder order = RowOrder::ByClass;
        ValueScale scale = ValueScale::Measured;
        friend bool operator==(const Shown&, const Shown&) = default;
    };
    enum class Side { Source, Receiver };
    // The order by similarity of a layer; it takes long.
    struct Similar {
        std::shared_ptr<const NetworkRows> network; // keeps the layer
        const LayerRows* layer = nullptr;
        std::vector<int> rows; // empty: being looked for
        std::optional<Error> failure = {};
    };

    void buildCanvas();
    void buildControls();
    [[nodiscard]] Shown wantedContent() const;
    // Starts to look for the order by similarity, if that is wanted of this layer.
    void findSimilar(const Shown& wanted);
    // True if there was something to do.
    bool refresh();
    void onSimilar(Result<std::vector<int>> rows);
    void onChoice();
    void onSamplesChanged();
    void onLayersChosen();
    void showMarks();
    void fillKey(const PlotLook& look);
    [[nodiscard]] HeatMap& half(Side side) const;
    [[nodiscard]] QString cellText(Side side, const HeatMapCell& cell) const;
    [[nodiscard]] QString titleText(Side side) const;
    [[nodiscard]] QString similarityNote() const; // empty: there is nothing to say
    [[nodiscard]] RowOrder order() const;
    [[nodiscard]] ValueScale scale() const;

    RunViewPtr m_run; // null: none
    Shown m_shown;
    Similar m_similar;
    std::unique_ptr<HeatMapRows> m_rows;
    std::unique_ptr<HeatMap> m_source;
    std::unique_ptr<HeatMap> m_receiver;
    std::string m_sourceLayer = "feature"; // as last chosen; kept across runs
    std::string m_receiverLayer = "feature";
    Side m_crossSide = Side::Source;
    std::unique_ptr<HeatMapCell> m_cross; // null: the keyboard has not been used
    PlotKey* m_key = nullptr;             // of the canvas
    ControlsBar* m_controls = nullptr;
    QComboBox* m_sourceBox = nullptr;
    QComboBox* m_receiverBox = nullptr;
    QComboBox* m_timeBox = nullptr;
    QComboBox* m_orderBox = nullptr;
    QComboBox* m_scaleBox = nullptr;
    LatestAnalysis m_work;
};

} // namespace tessera::ui
