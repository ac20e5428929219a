#include "ui/plots/figure_tex.h"

#include "ui/plots/figure_page.h"
#include "ui/plots/figure_tex_data.h"
#include "ui/plots/plot.h"
#include "ui/plots/plot_axes.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace tessera::ui {

namespace {

using Rows = std::vector<std::vector<QVariant>>;

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

QString number(double value) {
    return QLocale::c().toString(value, 'g', 6);
}

QString rgb(const QColor& colour) {
    return QStringLiteral("{rgb,255:red,%1;green,%2;blue,%3}")
        .arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue());
}

QString markOf(Marker marker) {
    switch (marker) {
    case Marker::Disc:
        return "mark=*";
    case Marker::Square:
    case Marker::Block:
        return "mark=square*";
    case Marker::OpenSquare:
    case Marker::Hatch:
        return "mark=square";
    case Marker::Diamond:
    case Marker::Whisker:
        return "mark=diamond*";
    case Marker::Triangle:
        return "mark=triangle*";
    case Marker::Cross:
        return "mark=x";
    default:
        return "mark=none";
    }
}

QString dashOf(Qt::PenStyle style) {
    switch (style) {
    case Qt::DashLine:
        return ", dashed";
    case Qt::DotLine:
        return ", dotted";
    case Qt::DashDotLine:
    case Qt::DashDotDotLine:
        return ", dash dot";
    default:
        return {};
    }
}

// Writes one plot after another.
class Writer {
public:
    Writer(const Theme& theme, QString stem) : m_theme(theme), m_stem(std::move(stem)) {}

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
        return {(head + m_tex + kFoot).toUtf8(), m_data.isEmpty() ? QByteArray() : m_data.csv(),
                std::move(m_pictures)};
    }

private:
    static std::size_t rowsOf(const PlotSeries& series, const PlotTable& table) {
        const auto first = std::min(series.firstRow, table.rows.size());
        return std::min(series.rows, table.rows.size() - first);
    }

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
                          : real           ? number(value.toDouble())
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
            const int width = share - (hasCells(each) ? kColourBarWidth : 0);
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
                addSeries(series, table);
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
            m_tex +=
                "  unbounded coords=jump, legend cell align=left, legend columns=2,\n"
                "  legend style={font=\\footnotesize, draw=none, at={(0.5,1.03)}, "
                "anchor=south,\n    /tikz/every even column/.append style={column sep=4pt}},\n";
        }
    }

    // As colour_maps.cpp has them.
    void addColours(const PlotAxes& axes, const PlotTable& table) {
        if (axes.diverging) {
            m_tex += QStringLiteral("  colormap={tessera}{rgb255=(8,48,107) rgb255=(90,160,208) "
                                    "rgb255=(245,241,232) rgb255=(237,154,74) "
                                    "rgb255=(122,52,3)},\n  point meta min=-%1, point meta "
                                    "max=%1,\n")
                         .arg(number(largest(axes, table)));
        } else if (m_theme.colours == ColourMap::Cividis) {
            m_tex += "  colormap={tessera}{rgb255=(0,34,78) rgb255=(59,73,108) "
                     "rgb255=(112,113,115) rgb255=(165,156,116) rgb255=(254,232,56)},\n";
        } else {
            m_tex += "  colormap name=viridis,\n";
        }
    }

    void addSeries(const PlotSeries& series, const PlotTable& table) {
        if (series.kind == PlotSeries::Kind::Cells) {
            addCells(series, table);
        } else if (series.group >= 0) {
            addGroups(series, table);
        } else {
            Rows rows;
            const auto first = std::min(series.firstRow, table.rows.size());
            rows.assign(table.rows.begin() + static_cast<std::ptrdiff_t>(first),
                        table.rows.begin() +
                            static_cast<std::ptrdiff_t>(first + rowsOf(series, table)));
            addPlot(series, rows, series.colour, series.name, table);
        }
    }

    // One \addplot for each class; only the first series tells the classes in the legend.
    void addGroups(const PlotSeries& series, const PlotTable& table) {
        const auto group = static_cast<std::size_t>(series.group);
        std::map<int, Rows> classes;
        for (std::size_t i = 0; i < rowsOf(series, table); ++i) {
            const auto& row = table.rows[series.firstRow + i];
            classes[row[group].isValid() ? row[group].toInt() : -1].push_back(row);
        }
        const auto& title = table.columns[series.group];
        for (const auto& [label, rows] : classes) {
            const auto colour = label < 0 ? m_theme.mutedText : m_theme.category(label);
            const bool named = !m_groupsNamed.contains(title);
            addPlot(series, rows, colour,
                    named && label >= 0 ? QStringLiteral("%1 %2").arg(title).arg(label) : QString(),
                    table);
        }
        m_groupsNamed << title;
        m_tex += QStringLiteral("\\addlegendimage{only marks, %1, color=%2}\n"
                                "\\addlegendentry{%3}\n")
                     .arg(markOf(series.marker), rgb(m_theme.text), texEscaped(series.name));
    }

    void addPlot(const PlotSeries& series, const Rows& rows, const QColor& colour,
                 const QString& legend, const PlotTable& table) {
        std::vector<QVariant> x, y;
        for (const auto& row : rows) {
            x.push_back(row[static_cast<std::size_t>(series.x)]);
            y.push_back(row[static_cast<std::size_t>(series.y)]);
        }
        if (series.end >= 0 && !rows.empty()) { // pgfplots ends the last bar at one more point
            x.push_back(rows.back()[static_cast<std::size_t>(series.end)]);
            y.emplace_back(0.0);
        }
        const auto base = series.name.isEmpty() ? table.columns[series.y] : series.name;
        const auto xName = m_data.add(base + "-x", std::move(x));
        const auto yName = m_data.add(base + "-y", std::move(y));
        QString look = QStringLiteral("color=%1, ").arg(rgb(colour));
        switch (series.kind) {
        case PlotSeries::Kind::Marks:
            look += "only marks, mark size=1.2pt, " + markOf(series.marker);
            break;
        case PlotSeries::Kind::Bars:
            look += "ybar interval, mark=none, fill opacity=0.5" + dashOf(series.line) +
                    ", fill=" + rgb(colour);
            break;
        case PlotSeries::Kind::Line:
        case PlotSeries::Kind::Cells:
            look += "mark size=1.2pt, mark options={solid}, " + markOf(series.marker) +
                    dashOf(series.line);
        }
        m_tex += QStringLiteral("\\addplot[%1%2] table [x=%3, y=%4, col sep=comma] {%5.csv};\n")
                     .arg(look, legend.isEmpty() ? QStringLiteral(", forget plot") : QString(),
                          xName, yName, m_stem);
        if (!legend.isEmpty()) {
            m_tex += QStringLiteral("\\addlegendentry{%1}\n").arg(texEscaped(legend));
        }
    }

    void addCells(const PlotSeries& series, const PlotTable& table) {
        std::vector<QVariant> x, y, value;
        for (std::size_t row = 0; row < rowsOf(series, table); ++row) {
            for (int column = series.x; column <= series.y; ++column) {
                x.emplace_back(column - series.x);
                y.emplace_back(static_cast<qlonglong>(row));
                value.push_back(valueAt(table, series.firstRow + row, column));
            }
        }
        const auto xName = m_data.add(series.name + "-x", std::move(x));
        const auto yName = m_data.add(series.name + "-y", std::move(y));
        const auto valueName = m_data.add(series.name + "-value", std::move(value));
        m_tex += QStringLiteral("\\addplot[matrix plot*, mesh/cols=%1, point meta=explicit] table "
                                "[x=%2, y=%3, meta=%4, col sep=comma] {%5.csv};\n")
                     .arg(series.y - series.x + 1)
                     .arg(xName, yName, valueName, m_stem);
    }

    static QVariant valueAt(const PlotTable& table, std::size_t row, int column) {
        return table.rows[row][static_cast<std::size_t>(column)];
    }

    // Of cells that are coloured round zero.
    static double largest(const PlotAxes& axes, const PlotTable& table) {
        double most = 0.0;
        for (const auto& series : axes.series) {
            for (std::size_t row = 0; row < rowsOf(series, table); ++row) {
                for (int column = series.x; column <= series.y; ++column) {
                    most = std::max(
                        most, std::abs(valueAt(table, series.firstRow + row, column).toDouble()));
                }
            }
        }
        return most > 0.0 ? most : 1.0;
    }

    const Theme& m_theme;
    QString m_stem;
    QString m_tex;
    TexData m_data;
    QStringList m_groupsNamed;
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
