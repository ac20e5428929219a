#pragma once

#include "ui/plots/curve_data.h"
#include "ui/plots/custom_plot.h"

#include <QSharedPointer>

namespace tessera::ui {

class CurveLineItem;
class EndLabels;
class FewTicks;
class PlotKey;
class ResultStrip;
struct KeyEntry;

// Curves over the epochs of one run or of several; what kind of curves is a parameter. One run is
// drawn in the receiver's colour, several in one colour each. UI thread.
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

    // Grows with the legend, so that the axes keep their room.
    [[nodiscard]] QSize minimumSizeHint() const override;

    [[nodiscard]] const CurveSet& curves() const { return m_set; }

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] QString readoutBeside(const QPoint& position) override;

private:
    void rebuild();
    void styleCurve(std::size_t index, const PlotLook& look);
    void placeLabels(const PlotLook& look);
    void fillStrip(const PlotLook& look);
    void fillKey(const PlotLook& look);
    [[nodiscard]] std::vector<KeyEntry> seriesEntries(const PlotLook& look) const;
    void fillCaption(const PlotLook& look);
    [[nodiscard]] QColor colourOf(const Curve& curve, const Theme& theme) const;
    [[nodiscard]] QColor colourOf(std::size_t run, const Theme& theme) const;
    [[nodiscard]] QString runText(std::size_t run) const; // name and seed
    [[nodiscard]] QString curveText(const Curve& curve) const;
    [[nodiscard]] QString stepText(const Curve& curve, const CurvePoint& point) const;
    [[nodiscard]] QString valueText(double value) const;
    [[nodiscard]] QString testText(const TestFigure& test) const;
    [[nodiscard]] QString controlValueText(const ControlPoint& control) const;
    [[nodiscard]] QString unit() const;

    const CurveKind& m_kind;
    std::vector<RunViewPtr> m_runs;
    CurveSet m_set;
    std::vector<CurveLineItem*> m_lines; // as m_set.curves; owned by the canvas
    EndLabels* m_labels;                 // these belong to the canvas
    ResultStrip* m_strip;
    PlotKey* m_key;
    PlotKey* m_caption;
    QSharedPointer<FewTicks> m_epochTicks;
};

} // namespace tessera::ui
