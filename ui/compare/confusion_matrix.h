#pragma once

// Included by sources only: it holds classes of QCustomPlot.
#include "ui/plots/plot_look.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <QString>

#include <optional>
#include <vector>

namespace tessera::ui {

class PlotKey;

struct ConfusionCell {
    int label = 0; // row
    int answer = 0;
};

// Coloured cells, true classes from top to bottom and answers from left to right, with a text in
// each where there is room. Title, axes and colours belong to the canvas. UI thread.
class ConfusionMatrix {
public:
    enum class Scale {
        Share,     // 0 to 1
        Difference // round 0
    };

    // In no layout at first.
    explicit ConfusionMatrix(QCustomPlot& canvas);
    ~ConfusionMatrix();

    // `share` of the plot's width is its own.
    void putInto(QCPLayoutGrid& grid, int row, int column, double share);
    // Nothing is drawn of it until it is put into a grid again.
    void takeOutOf(QCPLayoutGrid& grid);

    // `values` are shares or differences of them, row by row; NaN: there is none.
    void setCells(int classes, const std::vector<double>& values, const QStringList& texts,
                  Scale scale);
    void setTitles(const QString& title, const QString& colours);
    void setCross(const std::optional<ConfusionCell>& cell);
    void applyLook(const PlotLook& look);
    void fit();
    [[nodiscard]] QCPAxisRect& rect() const { return *m_rect; }
    [[nodiscard]] std::optional<ConfusionCell> cellAt(const QPointF& position) const;

private:
    class Marks;

    QCPLayoutGrid* m_part; // these belong to the canvas
    QCPAxisRect* m_rect;
    PlotKey* m_title;
    QCPColorMap* m_map;
    QCPColorScale* m_colours;
    Marks* m_marks;
    QString m_titleText;
    Scale m_scale = Scale::Share;
    int m_classes = 0;
};

} // namespace tessera::ui
