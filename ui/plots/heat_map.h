#pragma once

// Included by sources only: it holds classes of QCustomPlot.
#include "core/api/snapshot.h"
#include "ui/plots/activation_rows.h"
#include "ui/plots/plot_look.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <vector>

namespace tessera::ui {

class PlotKey;

// Where the rows of a heat map come from.
struct HeatMapRows {
    std::vector<int> order;           // sample of each row, from the top
    std::vector<std::int32_t> labels; // class of each sample
    bool byClass = false;
};

// A cell of a heat map, or what the keyboard's cross is on.
struct HeatMapCell {
    int row = 0; // from the top
    int unit = 0;
};

// A tick in the middle of what can be seen of each class, with the class as its text.
class ClassTicks : public QCPAxisTicker {
public:
    void setRows(const HeatMapRows* rows) { m_rows = rows; }

protected:
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                         int precision) override;

private:
    const HeatMapRows* m_rows = nullptr;
};

// One half of the activation plot: title, heat map with class colours at its rows, colour scale.
// Everything belongs to the canvas. `rows` must outlive it.
class HeatMap {
public:
    HeatMap(QCustomPlot& canvas, QCPLayoutGrid& grid, int column, Identity identity,
            const HeatMapRows& rows);

    // `values` are those of samples, in the order of the data.
    void setValues(const Matrix& values, ValueScale scale, const QString& title);
    void setSelection(const std::vector<int>* samples, const std::optional<HeatMapCell>& cross);
    void applyLook(const PlotLook& look);
    void fit();

    [[nodiscard]] QCPAxisRect& rect() const { return *m_rect; }
    [[nodiscard]] const Matrix& values() const { return m_values; }
    [[nodiscard]] Identity identity() const { return m_identity; }
    [[nodiscard]] std::optional<HeatMapCell> cellAt(const QPointF& position) const;
    // As shown; NaN if missing.
    [[nodiscard]] double valueAt(const HeatMapCell& cell) const;
    void scrollTo(const HeatMapCell& cell);

private:
    class Strip;
    class Marks;
    void fillMap();
    void stayInside();

    Identity m_identity;
    const HeatMapRows& m_rows;
    Matrix m_values;
    ValueScale m_scale = ValueScale::Measured;
    QString m_title;
    PlotKey* m_key;
    QCPAxisRect* m_rect;
    QCPColorMap* m_map;
    QCPColorScale* m_colours;
    Strip* m_strip;
    Marks* m_marks;
    QSharedPointer<ClassTicks> m_classTicks;
    QSharedPointer<QCPAxisTicker> m_sampleTicks;
};

} // namespace tessera::ui
