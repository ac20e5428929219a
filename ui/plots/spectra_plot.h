#pragma once

#include "core/api/analysis.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/custom_plot.h"
#include "ui/plots/newest_result.h"

#include <QTimer>

#include <optional>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;

namespace tessera::ui {

class ControlsBar;
class CurveLineItem;
class PlotKey;
class PlotNotice;

// How the variance of the layers is spread over their principal axes: the eigenvalues of chosen
// layers, and below them how many axes matter in each layer. UI thread.
class SpectraPlot : public CustomPlot {
    Q_OBJECT

public:
    SpectraPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return !m_snapshot; }
    [[nodiscard]] bool isComplete() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;
    [[nodiscard]] QWidget* controls() override;

    // What stands on the axes while there is nothing to see; empty: nothing.
    [[nodiscard]] QString notice() const;

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;

private:
    enum class Side { Source, Receiver };
    using Rows = std::shared_ptr<const NetworkRows>;
    using Spectra = std::vector<LayerSpectrum>;
    using Computed = NewestResult<Rows, Spectra>;
    // A layer's line, and what it is of.
    struct Curve {
        Side side = Side::Source;
        std::size_t layer = 0;
        CurveLineItem* line = nullptr; // owned by the canvas
    };

    void buildCanvas();
    void buildControls();
    void fillLayers(QComboBox& box, const NetworkRows* network,
                    const std::optional<std::string>& wanted);
    [[nodiscard]] SnapshotPtr wantedSnapshot() const;
    [[nodiscard]] Rows rowsOf(Side side) const;
    void ask(Computed::Older older);
    void onChoice();
    void onLayersChosen();
    void onComputed();
    void onProgress();
    void rebuild();
    void addCurves(Side side);
    void addRatios(Side side);
    [[nodiscard]] const Spectra& spectra(Side side) const; // empty: not there yet
    [[nodiscard]] bool isShown(Side side, std::size_t layer) const;
    [[nodiscard]] bool isLogarithmic() const;
    // Where an eigenvalue stands on the axis; nothing: nowhere.
    [[nodiscard]] std::optional<double> heightOf(double eigenvalue) const;
    [[nodiscard]] QColor colourOf(Side side, std::size_t layer, const Theme& theme) const;
    void fillKey(const PlotLook& look);
    [[nodiscard]] QString networkText(Side side) const;
    [[nodiscard]] QString layerText(Side side, std::size_t layer) const;
    [[nodiscard]] QString ratioText(Side side, std::size_t layer) const;
    [[nodiscard]] QString ratioSentence(Side side) const;

    RunViewPtr m_run; // null: none
    SnapshotPtr m_snapshot;
    Computed m_source, m_receiver;
    std::optional<std::string> m_sourceLayer = "feature"; // as last chosen; nothing: all
    std::optional<std::string> m_receiverLayer = "feature";
    std::vector<Curve> m_curves; // eigenvalues
    std::vector<Curve> m_ratios; // one for each network; `layer` is of no meaning
    bool m_slow = false;         // it takes so long that people are told
    QTimer m_progress;
    QCPAxisRect* m_ratioRect = nullptr; // these belong to the canvas
    PlotKey* m_key = nullptr;
    PlotNotice* m_notice = nullptr;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_sourceBox = nullptr;
    QComboBox* m_receiverBox = nullptr;
    QComboBox* m_timeBox = nullptr;
    QCheckBox* m_logBox = nullptr;
};

} // namespace tessera::ui
