#include "ui/plots/figure_tex_series.h"

#include "ui/plots/figure_tex.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <map>

namespace tessera::ui {

namespace {

constexpr double kBandOpacity = 0.2;
// The lines that fill up a shorter column of the CSV are no marks.
constexpr const char* kMarks = "only marks, unbounded coords=discard, mark size=1.2pt, ";

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

QString texDash(Qt::PenStyle style) {
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

const QVariant& at(const std::vector<QVariant>& row, int column) {
    return row[static_cast<std::size_t>(column)];
}

std::vector<std::vector<QVariant>> partOf(const PlotTable& table, const PlotSeries& series) {
    const auto first = std::min(series.firstRow, table.rows.size());
    const auto begin = table.rows.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(rowsOf(series, table))};
}

QString baseOf(const PlotSeries& series, const PlotTable& table) {
    return series.name.isEmpty() ? table.columns[series.y] : series.name;
}

} // namespace

QString texNumber(double value) {
    return QLocale::c().toString(value, 'g', 6);
}

QString texColour(const QColor& colour) {
    return QStringLiteral("{rgb,255:red,%1;green,%2;blue,%3}")
        .arg(colour.red())
        .arg(colour.green())
        .arg(colour.blue());
}

std::size_t rowsOf(const PlotSeries& series, const PlotTable& table) {
    const auto first = std::min(series.firstRow, table.rows.size());
    return std::min(series.rows, table.rows.size() - first);
}

QString TexSeries::commands(const PlotSeries& series, const PlotTable& table) {
    m_tex.clear();
    if (series.kind == PlotSeries::Kind::Cells) {
        addCells(series, table);
    } else if (series.shade >= 0) {
        addShaded(series, partOf(table, series), table);
    } else if (!series.groups.empty()) {
        addGroups(series, table);
    } else if (series.group >= 0) {
        addClasses(series, table);
    } else {
        const auto rows = partOf(table, series);
        if (series.kind == PlotSeries::Kind::Line && series.lower >= 0) {
            addBands(series, rows, table); // behind the line
        }
        addPlot(series, rows, {series.colour, series.marker, series.name}, table);
    }
    return m_tex;
}

// One \addplot for each class; only the first series tells the classes in the legend.
void TexSeries::addClasses(const PlotSeries& series, const PlotTable& table) {
    std::map<int, Rows> classes;
    for (auto& row : partOf(table, series)) {
        const auto& label = at(row, series.group);
        classes[label.isValid() ? label.toInt() : -1].push_back(std::move(row));
    }
    const auto& title = table.columns[series.group];
    for (const auto& [label, rows] : classes) {
        const bool named = label >= 0 && !m_groupsNamed.contains(title);
        addPlot(series, rows,
                {label < 0 ? m_theme.mutedText : m_theme.category(label), series.marker,
                 named ? QStringLiteral("%1 %2").arg(title).arg(label) : QString()},
                table);
    }
    m_groupsNamed << title;
    m_tex += QStringLiteral("\\addlegendimage{only marks, %1, color=%2}\n"
                            "\\addlegendentry{%3}\n")
                 .arg(markOf(series.marker), texColour(m_theme.text), texEscaped(series.name));
}

void TexSeries::addGroups(const PlotSeries& series, const PlotTable& table) {
    const auto all = partOf(table, series);
    for (const auto& group : series.groups) {
        Rows rows;
        std::copy_if(all.begin(), all.end(), std::back_inserter(rows),
                     [&](const auto& row) { return at(row, series.group) == group.value; });
        if (!rows.empty()) {
            addPlot(series, rows, {group.colour, group.marker, group.name}, table);
        }
    }
}

QString TexSeries::xOf(const PlotSeries& series, const Rows& rows, const QString& base) {
    std::vector<QVariant> x;
    for (const auto& row : rows) {
        x.push_back(series.fixedX ? QVariant(*series.fixedX) : at(row, series.x));
    }
    if (series.end >= 0 && !rows.empty()) { // pgfplots ends the last bar at one more point
        x.push_back(at(rows.back(), series.end));
    }
    return m_data.add(base + "-x", std::move(x));
}

// The columns of the error bars, as pgfplots wants them: distances from the value.
QString TexSeries::whiskers(const PlotSeries& series, const Rows& rows, const QString& base) {
    std::vector<QVariant> minus, plus;
    for (const auto& row : rows) {
        const auto& value = at(row, series.y);
        const auto distance = [&](int column, double sign) {
            const auto& end = at(row, column);
            return value.isValid() && end.isValid()
                       ? QVariant(sign * (end.toDouble() - value.toDouble()))
                       : QVariant(0.0);
        };
        minus.push_back(distance(series.lower, -1.0));
        plus.push_back(distance(series.upper, 1.0));
    }
    const auto minusName = m_data.add(base + "-minus", std::move(minus));
    return QStringLiteral(", y error minus=%1, y error plus=%2")
        .arg(minusName, m_data.add(base + "-plus", std::move(plus)));
}

void TexSeries::addPlot(const PlotSeries& series, const Rows& rows, const Part& part,
                        const PlotTable& table) {
    const auto base = baseOf(series, table);
    std::vector<QVariant> y;
    for (const auto& row : rows) {
        y.push_back(at(row, series.y));
    }
    if (series.end >= 0 && !rows.empty()) {
        y.emplace_back(0.0);
    }
    auto columns = QStringLiteral("x=%1").arg(xOf(series, rows, base));
    columns += QStringLiteral(", y=%1").arg(m_data.add(base + "-y", std::move(y)));
    auto look = QStringLiteral("color=%1, ").arg(texColour(part.colour));
    switch (series.kind) {
    case PlotSeries::Kind::Marks:
        look += kMarks + markOf(part.marker);
        break;
    case PlotSeries::Kind::Bars:
        look += "ybar interval, mark=none, fill opacity=0.5" + texDash(series.line) +
                ", fill=" + texColour(part.colour);
        break;
    case PlotSeries::Kind::Line:
    case PlotSeries::Kind::Cells:
        look +=
            "mark size=1.2pt, mark options={solid}, " + markOf(part.marker) + texDash(series.line);
        look += series.pale ? ", opacity=0.4" : "";
    }
    if (series.kind == PlotSeries::Kind::Marks && series.lower >= 0) {
        columns += whiskers(series, rows, base);
        look += ", error bars/.cd, y dir=both, y explicit"; // last: it changes the key path
    }
    addCommand(look, columns, part.legend);
}

void TexSeries::addCommand(const QString& look, const QString& columns, const QString& legend) {
    // Before the look, which may end in another key path.
    m_tex += QStringLiteral("\\addplot[%1%2] table [%3, col sep=comma] {%4.csv};\n")
                 .arg(legend.isEmpty() ? QStringLiteral("forget plot, ") : QString(), look, columns,
                      m_stem);
    if (!legend.isEmpty()) {
        m_tex += QStringLiteral("\\addlegendentry{%1}\n").arg(texEscaped(legend));
    }
}

// Marks whose colour is a number; those without one are grey.
void TexSeries::addShaded(const PlotSeries& series, const Rows& rows, const PlotTable& table) {
    Rows shaded, others;
    for (const auto& row : rows) {
        (at(row, series.shade).isValid() ? shaded : others).push_back(row);
    }
    const auto base = baseOf(series, table);
    std::vector<QVariant> y, shade;
    for (const auto& row : shaded) {
        y.push_back(at(row, series.y));
        shade.push_back(at(row, series.shade));
    }
    auto columns = QStringLiteral("x=%1").arg(xOf(series, shaded, base));
    columns += QStringLiteral(", y=%1").arg(m_data.add(base + "-y", std::move(y)));
    columns += QStringLiteral(", meta=%1").arg(m_data.add(base + "-shade", std::move(shade)));
    const bool open = series.marker == Marker::OpenSquare;
    const auto fill = open ? QString() : QStringLiteral(", fill=mapped color");
    addCommand(
        QStringLiteral("scatter, scatter src=explicit, scatter/use mapped color={draw=mapped "
                       "color%1}, %2%3")
            .arg(fill, QLatin1String(kMarks), markOf(series.marker)),
        columns, series.name);
    if (!others.empty()) {
        addPlot(series, others, {m_theme.mutedText, series.marker, {}}, table);
    }
}

// Where intervals are missing the band breaks.
void TexSeries::addBands(const PlotSeries& series, const Rows& rows, const PlotTable& table) {
    const auto base = baseOf(series, table) + "-interval";
    Rows run;
    const auto finish = [&] {
        if (run.size() > 1) {
            addBand(series, run, base);
        }
        run.clear();
    };
    for (const auto& row : rows) {
        if (at(row, series.lower).isValid() && at(row, series.upper).isValid()) {
            run.push_back(row);
        } else {
            finish();
        }
    }
    finish();
}

// There and back again: filling closes it.
void TexSeries::addBand(const PlotSeries& series, const Rows& rows, const QString& base) {
    std::vector<QVariant> x, y;
    for (const auto& row : rows) {
        x.push_back(at(row, series.x));
        y.push_back(at(row, series.upper));
    }
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        x.push_back(at(*row, series.x));
        y.push_back(at(*row, series.lower));
    }
    const auto xName = m_data.add(base + "-x", std::move(x));
    const auto yName = m_data.add(base + "-y", std::move(y));
    addCommand(QStringLiteral("draw=none, mark=none, fill=%1, fill opacity=%2, unbounded "
                              "coords=discard")
                   .arg(texColour(series.colour), texNumber(kBandOpacity)),
               QStringLiteral("x=%1, y=%2").arg(xName, yName), {});
}

void TexSeries::addCells(const PlotSeries& series, const PlotTable& table) {
    std::vector<QVariant> x, y, value;
    for (std::size_t row = 0; row < rowsOf(series, table); ++row) {
        for (int column = series.x; column <= series.y; ++column) {
            x.emplace_back(column - series.x);
            y.emplace_back(static_cast<qlonglong>(row));
            value.push_back(at(table.rows[series.firstRow + row], column));
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

} // namespace tessera::ui
