#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/plots/drift_strip_data.h"

#include <QSharedPointer>

#include <optional>

class QCheckBox;
class QCPColorScale;

namespace tessera::ui {

class ControlsBar;
class FewTicks;
class PlotKey;

// The drift of each matched pair of layers over the epochs of the first run as a strip of colour: a
// row per pair, a column per step. A click chooses the layers of a pair. UI thread.
class DriftStripPlot : public CustomPlot {
    Q_OBJECT

public:
    DriftStripPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    void setRuns(const std::vector<RunViewPtr>& runs) override;
    [[nodiscard]] bool isEmpty() const override { return !m_strip.hasValues(); }
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;
    [[nodiscard]] std::vector<RunViewPtr> shownRuns() const override;
    [[nodiscard]] QWidget* controls() override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    void onClicked(const QPoint& position, Qt::KeyboardModifiers modifiers) override;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

private:
    class Cells;
    struct Cell {
        int row = 0; // from the top
        int step = 0;
    };

    void buildCanvas();
    void rebuild();
    void fillNames(const PlotLook& look);
    void fillColours(const PlotLook& look);
    void fillKeys(const PlotLook& look);
    void stayInside();
    void chooseRow(int row);
    [[nodiscard]] bool isLogarithmic() const;
    [[nodiscard]] std::optional<Cell> cellAt(const QPoint& position) const;
    [[nodiscard]] std::optional<int> chosenRow() const;
    [[nodiscard]] QString rowText(int row) const;
    [[nodiscard]] QString stepText(std::int64_t step) const;
    [[nodiscard]] QString cellText(const Cell& cell) const;
    [[nodiscard]] bool hasMissing() const;
    [[nodiscard]] QStringList captions() const;

    RunViewPtr m_run; // null: none
    std::size_t m_runs = 0;
    DriftStrip m_strip;
    std::optional<Cell> m_cross; // nothing: the keyboard has not been used
    Cells* m_cells;              // these belong to the canvas
    QCPColorScale* m_colours;
    PlotKey* m_key;
    PlotKey* m_caption;
    QSharedPointer<FewTicks> m_epochTicks;
    ControlsBar* m_controls;
    QCheckBox* m_logBox;
};

} // namespace tessera::ui
