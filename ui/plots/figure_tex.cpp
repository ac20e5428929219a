#include "ui/plots/figure_tex.h"

#include "ui/plots/figure_page.h"
#include "ui/plots/figure_tex_series.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

// What TeX's memory holds, with room for the rest of a paper.
constexpr std::size_t kMostPoints = 10'000;
constexpr std::size_t kMostCells = 5'000;
constexpr std::size_t kMostTableRows = 50;
constexpr qsizetype kMostTableColumns = 10;
constexpr int kColourBarWidth = 54; // points that pgfplots adds to the width of the axes

constexpr const char* kHead = R"(% Written by Tessera Workbench. In a paper:
%   \usepackage{pgfplots}\pgfplotsset{compat=1.16}
%   \input{%1.tex}
% By itself it is a document.
\expandafter\ifx\csname @notprerr\endcsname\documentclass\else
  \def\tesseraAlone{1}
  \documentclass[varwidth=40in,border=2pt]{standalone}
  \usepackage{pgfplots}
  \pgfplotsset{compat=1.16}
  \begin{document}
\fi
)";
constexpr const char* kFoot = R"(\ifdefined\tesseraAlone\end{document}\fi
)";

// Writes one plot after another.
class Writer {
public:
    Writer(const Theme& theme, const QString& stem)
        : m_theme(theme), m_stem(stem), m_series(theme, stem) {}

    void add(const FigurePanel& panel) {
        const auto& plot = *panel.plot;
        if (!panel.title.isEmpty()) {
            m_tex += QStringLiteral("\\noindent\\textbf{\\footnotesize %1}\\par\n")
                         .arg(texEscaped(plot.accessibleName()));
        }
        const auto table = plot.table();
        const auto axes = plot.isEmpty() ? std::vector<PlotAxes>() : plot.axes(m_theme);
        if (plot.isEmpty()) {
            m_tex += QStringLiteral("\\noindent{\\footnotesize %1}\\par\n")
                         .arg(texEscaped(plot.emptyText()));
        } else if (!axes.empty() && fits(axes, table)) {
            addAxes(axes, table, panel);
        } else if (axes.empty() && !table.columns.isEmpty() &&
                   table.rows.size() <= kMostTableRows &&
                   table.columns.size() <= kMostTableColumns) {
            addTable(table);
        } else {
            addPicture(panel);
        }
    }

    [[nodiscard]] TexFigure figure() && {
        const auto head = QString::fromLatin1(kHead).replace("%1", m_stem);
        return {(head + m_tex + kFoot).toUtf8(),
                m_series.data().isEmpty() ? QByteArray() : m_series.data().csv(),
                std::move(m_pictures)};
    }

private:
    static bool fits(const std::vector<PlotAxes>& axes, const PlotTable& table) {
        std::size_t points = 0, cells = 0;
        for (const auto& each : axes) {
            for (const auto& series : each.series) {
                const auto rows = rowsOf(series, table);
                const bool map = series.kind == PlotSeries::Kind::Cells;
                if (map && (rows < 2 || series.y <= series.x)) {
                    return false; // pgfplots takes a single row or column for a line
                }
                points += map ? 0 : rows;
                cells += map ? rows * static_cast<std::size_t>(series.y - series.x + 1) : 0;
            }
        }
        return points <= kMostPoints && cells <= kMostCells;
    }

    void addPicture(const FigurePanel& panel) {
        const auto name =
            QStringLiteral("%1-%2.pdf").arg(m_stem, panel.plot->objectName().replace('.', '-'));
        m_tex += QStringLiteral("\\noindent\\includegraphics{%1}\\par\n").arg(name);
        m_pictures.push_back({name, &panel});
    }

    void addTable(const PlotTable& table) {
        const auto line = [](const QStringList& cells) {
            return QStringLiteral("  %1 \\\\\n").arg(cells.join(" & "));
        };
        QStringList header;
        for (const auto& column : table.columns) {
            header << texEscaped(column);
        }
        m_tex += QStringLiteral("\\noindent{\\footnotesize\\begin{tabular}{%1}\n")
                     .arg(QString(table.columns.size(), 'l'));
        m_tex += line(header) + "  \\hline\n";
        for (const auto& row : table.rows) {
            QStringList cells;
            for (const auto& value : row) {
                const bool real = value.typeId() == QMetaType::Double;
                cells << (!value.isValid() ? QStringLiteral("--")
                          : real           ? texNumber(value.toDouble())
                                           : texEscaped(value.toString()));
            }
            m_tex += line(cells);
        }
        m_tex += "\\end{tabular}}\\par\n";
    }

    void addAxes(const std::vector<PlotAxes>& axes, const PlotTable& table,
                 const FigurePanel& panel) {
        const auto count = static_cast<int>(axes.size());
        const int share = panel.box.width() / count;
        const int height = panel.box.height() - panel.plot->wordsHeight(panel.box.width());
        m_tex += "\\noindent";
        for (const auto& each : axes) {
            const bool bar = hasCells(each) || !each.shades.empty();
            const int width = share - (bar ? kColourBarWidth : 0);
            m_tex += QStringLiteral("\\begin{tikzpicture}\n\\begin{axis}[\n  width=%1bp, "
                                    "height=%2bp, font=\\footnotesize, label style={"
                                    "font=\\footnotesize}, tick label style={font="
                                    "\\footnotesize},\n  xlabel={%3}, ylabel={%4},\n")
                         .arg(width)
                         .arg(height)
                         .arg(texEscaped(each.x), texEscaped(each.y));
            addAxisOptions(each, table);
            m_tex += "]\n";
            for (const auto& series : each.series) {
                m_tex += m_series.commands(series, table);
            }
            m_tex += "\\end{axis}\n\\end{tikzpicture}%\n";
        }
        m_tex += "\\par\n";
    }

    static bool hasCells(const PlotAxes& axes) {
        return std::any_of(axes.series.begin(), axes.series.end(), [](const PlotSeries& series) {
            return series.kind == PlotSeries::Kind::Cells;
        });
    }

    void addAxisOptions(const PlotAxes& axes, const PlotTable& table) {
        if (!axes.title.isEmpty()) {
            m_tex += QStringLiteral("  title={%1}, title style={font=\\footnotesize},\n")
                         .arg(texEscaped(axes.title));
        }
        m_tex += axes.logarithmicX ? "  xmode=log,\n" : "";
        m_tex += axes.logarithmicY ? "  ymode=log,\n" : "";
        if (hasCells(axes)) {
            addColours(axes, table);
            m_tex += "  colorbar, colorbar style={font=\\footnotesize}, y dir=reverse, "
                     "enlargelimits=false, axis on top,\n";
        } else {
            addShades(axes);
            m_tex +=
                "  unbounded coords=jump, legend cell align=left, legend columns=2,\n"
                "  legend style={font=\\footnotesize, draw=none, at={(0.5,1.03)}, "
                "anchor=south,\n    /tikz/every even column/.append style={column sep=4pt}},\n";
        }
    }

    void addShades(const PlotAxes& axes) {
        if (axes.shades.empty()) {
            return;
        }
        m_tex += "  colormap={tessera}{";
        for (const auto& shade : axes.shades) {
            m_tex += QStringLiteral("rgb255=(%1,%2,%3) ")
                         .arg(shade.red())
                         .arg(shade.green())
                         .arg(shade.blue());
        }
        m_tex += QStringLiteral("},\n  point meta min=0, point meta max=%1, colorbar,\n  colorbar "
                                "style={font=\\footnotesize, ylabel={%2}},\n")
                     .arg(texNumber(axes.mostShade), texEscaped(axes.shadeTitle));
    }

    // As colour_maps.cpp has them.
    void addColours(const PlotAxes& axes, const PlotTable& table) {
        if (axes.diverging) {
            m_tex += QStringLiteral("  colormap={tessera}{rgb255=(8,48,107) rgb255=(90,160,208) "
                                    "rgb255=(245,241,232) rgb255=(237,154,74) "
                                    "rgb255=(122,52,3)},\n  point meta min=-%1, point meta "
                                    "max=%1,\n")
                         .arg(texNumber(largest(axes, table)));
        } else if (m_theme.colours == ColourMap::Cividis) {
            m_tex += "  colormap={tessera}{rgb255=(0,34,78) rgb255=(59,73,108) "
                     "rgb255=(112,113,115) rgb255=(165,156,116) rgb255=(254,232,56)},\n";
        } else {
            m_tex += "  colormap name=viridis,\n";
        }
    }

    // Of cells that are coloured round zero.
    static double largest(const PlotAxes& axes, const PlotTable& table) {
        double most = 0.0;
        for (const auto& series : axes.series) {
            for (std::size_t row = 0; row < rowsOf(series, table); ++row) {
                for (int column = series.x; column <= series.y; ++column) {
                    most = std::max(
                        most,
                        std::abs(table.rows[series.firstRow + row][static_cast<std::size_t>(column)]
                                     .toDouble()));
                }
            }
        }
        return most > 0.0 ? most : 1.0;
    }

    const Theme& m_theme;
    QString m_stem;
    QString m_tex;
    TexSeries m_series;
    std::vector<TexFigure::Picture> m_pictures;
};

} // namespace

TexFigure texFigure(const FigurePage& page, const Theme& theme, const QString& stem) {
    Writer writer(theme, stem);
    for (const auto& panel : page.panels) {
        writer.add(panel);
    }
    return std::move(writer).figure();
}

} // namespace tessera::ui
