#pragma once

#include "ui/compare/compare_data.h"
#include "ui/plots/custom_plot.h"

namespace tessera::ui {

class PlotKey;
class PointCloud;

// Two groups run by run: one point for each seed (and pair of networks) that both have, with the
// diagonal on which they would be equal. UI thread.
class PairPlot : public CustomPlot {
    Q_OBJECT

public:
    static constexpr const char* kId = "compare.pairs";

    PairPlot(const PlotContext& context, QWidget* parent);

    [[nodiscard]] static QString plotTitle();

    // Null: there is nothing to compare.
    void setData(CompareDataPtr data);
    void setRuns(const std::vector<RunViewPtr>&) override {} // it is told by setData()
    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] QString summary() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;

protected:
    void applyOwnLook(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    bool onArrow(int dx, int dy) override;

private:
    class Diagonal;

    [[nodiscard]] const GroupComparison* pair() const { return m_data ? m_data->pair() : nullptr; }
    [[nodiscard]] QString axisText(std::size_t group) const;
    [[nodiscard]] QString pairText(const RunPair& pair) const;
    [[nodiscard]] QString networksOf(const RunPair& pair) const;
    [[nodiscard]] QString findingText() const;

    CompareDataPtr m_data;
    int m_stop = -1; // of the keyboard; -1: it has not been used
    Diagonal* m_diagonal;
    PointCloud* m_points;
    PlotKey* m_caption;
};

} // namespace tessera::ui
