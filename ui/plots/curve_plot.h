#pragma once

#include "ui/plots/curve_data.h"
#include "ui/plots/custom_plot.h"

class QCheckBox;
class QComboBox;

namespace tessera::ui {

class ControlsBar;
class CurveBandItem;
class CurveLineItem;
class EndLabels;
class PlotKey;
class ResultStrip;
enum class Marker;
struct CurveLinePoint;
struct KeyEntry;

// Curves over the epochs of one run or of several; what kind of curves is a parameter. One run is
// drawn in the receiver's colour, several in one colour and marker each. Smoothed curves leave the
// measured ones in sight, pale and behind. UI thread.
class CurvePlot : public CustomPlot {
    Q_OBJECT

public:
    // `kind` outlives the plot.
    CurvePlot(const CurveKind& kind, const PlotContext& context, QWidget* parent);

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return !m_set.hasValues(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override { return m_runs; }
    [[nodiscard]] QString intervalText() const override;

    [[nodiscard]] QWidget* controls() override;

    // Grows with the legend, so that the axes keep their room.
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] const CurveSet& curves() const { return m_set; }
    // The upright axis is one, which needs values above 0.
    [[nodiscard]] bool isLogarithmic() const { return m_logarithmic; }
    // The other axis is one: what was measured before the first step has no place on it.
    [[nodiscard]] bool hasLogarithmicEpochs() const { return m_logEpochs; }
    // Of the moving average; 0: the curves are as they were measured.
    [[nodiscard]] double smoothing() const;

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QString readoutBeside(const QPoint& position) override;

private:
    void buildControls();
    void rebuild();
    void addLines();
    void fitControls();
    void fitEpochControls();
    void onScale();
    [[nodiscard]] QString logarithmObstacle() const; // empty: there is none
    [[nodiscard]] QString epochObstacle() const;
    [[nodiscard]] bool leavesOut(double epoch) const;  // it has no place on the axis
    [[nodiscard]] bool leavesOutValues() const;        // some that were measured
    [[nodiscard]] double placeOf(double epoch) const;  // on the axis
    [[nodiscard]] double epochAt(double place) const;  // the reverse
    [[nodiscard]] double heightOf(double value) const; // on the axis
    [[nodiscard]] double valueAt(double height) const; // the reverse
    void fitEpochs();
    [[nodiscard]] std::vector<CurveLinePoint> pointsOf(std::size_t index, bool asMeasured) const;
    [[nodiscard]] Qt::PenStyle dashOf(const Curve& curve) const;
    [[nodiscard]] Marker markerOf(const Curve& curve) const;
    [[nodiscard]] bool isChosen(const Curve& curve) const; // its layers are
    void styleCurve(std::size_t index, const PlotLook& look);
    void styleBands(const PlotLook& look);
    void placeLabels(const PlotLook& look);
    void fillStrip(const PlotLook& look);
    void addResults(PlotAxes& axes, std::size_t row, const Theme& theme) const;
    void fillKey(const PlotLook& look);
    [[nodiscard]] std::vector<KeyEntry> seriesEntries(const PlotLook& look) const;
    void fillCaption(const PlotLook& look);
    [[nodiscard]] QStringList captions() const;
    [[nodiscard]] QString bandText() const; // empty: there are no bands
    [[nodiscard]] QColor colourOf(const Curve& curve, const Theme& theme) const;
    [[nodiscard]] QColor colourOf(std::size_t run, const Theme& theme) const;
    [[nodiscard]] QString runText(std::size_t run) const; // name and seed
    [[nodiscard]] QString curveText(const Curve& curve) const;
    [[nodiscard]] QString stepText(const Curve& curve, const CurvePoint& point) const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString pointText(std::size_t curve, std::size_t point) const;
    [[nodiscard]] QString placeText(double place, double height) const; // of an empty place
    [[nodiscard]] QString testText(const TestFigure& test) const;
    [[nodiscard]] QString controlValueText(const ControlPoint& control) const;
    [[nodiscard]] QString unit() const;

    const CurveKind& m_kind;
    std::vector<RunViewPtr> m_runs;
    CurveSet m_set;
    bool m_logarithmic = false;
    bool m_logEpochs = false;
    std::vector<std::vector<std::optional<double>>> m_smoothed; // as m_set.curves, by point
    std::vector<CurveBandItem*> m_bands;    // as m_set.bands; these belong to the canvas
    std::vector<CurveLineItem*> m_measured; // as m_set.curves, where they are smoothed; else empty
    std::vector<CurveLineItem*> m_lines;    // as m_set.curves
    EndLabels* m_labels;
    ResultStrip* m_strip;
    PlotKey* m_key;
    PlotKey* m_caption;
    ControlsBar* m_controls = nullptr;
    QComboBox* m_smoothBox = nullptr;
    QCheckBox* m_logBox = nullptr;
    QCheckBox* m_logEpochsBox = nullptr;
};

} // namespace tessera::ui
