#pragma once

#include "ui/plots/figure_tex_data.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_axes.h"

#include <QColor>
#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace tessera::ui {

// Writes the series of a plot as commands of pgfplots, one after another, for a figure whose
// numbers stand in STEM.csv. UI thread.
class TexSeries {
public:
    // `theme` outlives it.
    TexSeries(const Theme& theme, QString stem) : m_theme(theme), m_stem(std::move(stem)) {}

    // The commands for one of the table's series.
    [[nodiscard]] QString commands(const PlotSeries& series, const PlotTable& table);

    [[nodiscard]] const TexData& data() const { return m_data; }

private:
    using Rows = std::vector<std::vector<QVariant>>;
    // A part of a series that looks the same all over.
    struct Part {
        QColor colour;
        Marker marker = Marker::None;
        QString legend; // empty: not in it
    };

    void addClasses(const PlotSeries& series, const PlotTable& table);
    void addGroups(const PlotSeries& series, const PlotTable& table);
    void addPlot(const PlotSeries& series, const Rows& rows, const Part& part,
                 const PlotTable& table);
    void addShaded(const PlotSeries& series, const Rows& rows, const PlotTable& table);
    void addBands(const PlotSeries& series, const Rows& rows, const PlotTable& table);
    void addBand(const PlotSeries& series, const Rows& rows, const QString& base);
    void addCells(const PlotSeries& series, const PlotTable& table);
    void addCommand(const QString& look, const QString& columns, const QString& legend);
    [[nodiscard]] QString xOf(const PlotSeries& series, const Rows& rows, const QString& base);
    [[nodiscard]] QString whiskers(const PlotSeries& series, const Rows& rows, const QString& base);

    const Theme& m_theme;
    QString m_stem;
    QString m_tex;
    TexData m_data;
    QStringList m_groupsNamed;
};

// Rows of the table that are there.
[[nodiscard]] std::size_t rowsOf(const PlotSeries& series, const PlotTable& table);

[[nodiscard]] QString texNumber(double value);
// "{rgb,255:red,0;green,114;blue,178}"
[[nodiscard]] QString texColour(const QColor& colour);

} // namespace tessera::ui
