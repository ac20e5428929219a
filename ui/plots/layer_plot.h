#pragma once

#include "ui/bridge/latest_analysis.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"

#include <string>

class QComboBox;

namespace tessera::ui {

class ControlsBar;

// One layer of the source and one of the receiver, at both ends of its learning.
struct ShownLayers {
    SnapshotPtr now;    // null: nothing to show
    SnapshotPtr before; // null: there is only one
    const LayerRows* source = nullptr;
    const LayerRows* receiverBefore = nullptr;
    const LayerRows* receiverNow = nullptr;
    friend bool operator==(const ShownLayers&, const ShownLayers&) = default;
};

// A figure of a layer of the source and a layer of the receiver that people choose, whose numbers
// the engine computes: what was there stays until the new is. Follows the layers that
// are chosen elsewhere, and chooses them everywhere. UI thread.
class LayerPlot : public CustomPlot {
    Q_OBJECT

public:
    void setRuns(const std::vector<RunViewPtr>& runs) final;
    [[nodiscard]] bool isEmpty() const override { return m_layers.source == nullptr; }
    [[nodiscard]] bool isComplete() const override { return !m_work.isBusy(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;

protected:
    // With the pickers of the layers.
    LayerPlot(const PlotContext& context, const QString& title, QWidget* parent);

    // The layers are others, or have grown. Starts what they need; `otherRun`: what is on show
    // belongs to another run and must go.
    virtual void layersHaveChanged(bool otherRun) = 0;
    // Asks for what the layers need.
    virtual void compute() = 0;

    [[nodiscard]] const RunViewPtr& run() const { return m_run; } // null: none
    [[nodiscard]] const ShownLayers& layers() const { return m_layers; }
    [[nodiscard]] LatestAnalysis& work() { return m_work; }
    [[nodiscard]] const LatestAnalysis& work() const { return m_work; }
    [[nodiscard]] ControlsBar& bar() { return *m_controls; }
    // "17 (digit 4)".
    [[nodiscard]] QString sampleText(int sample) const;

private:
    [[nodiscard]] ShownLayers wanted() const;
    void fillPickers();
    void onLayerPicked();
    void onLayersChosen();
    void showWanted();

    RunViewPtr m_run;
    ShownLayers m_layers;
    std::string m_sourceLayer = "feature"; // as last chosen; kept across runs
    std::string m_receiverLayer = "feature";
    ControlsBar* m_controls;
    QComboBox* m_sourceBox;
    QComboBox* m_receiverBox;
    LatestAnalysis m_work;
};

} // namespace tessera::ui
