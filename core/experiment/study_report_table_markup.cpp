#include "core/experiment/study_report_tables.h"

#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

namespace tessera::experiment {

namespace {

bool isNumber(const ReportTable& table, std::size_t column) {
    return table.columns[column].kind == ColumnKind::Number;
}

std::string latexRow(const std::vector<std::string>& fields) {
    // The line end before it would take a '[' or '*' that begins a row for its own.
    const bool guarded = !fields.empty() && fields.front().find_first_of("[*") == 0;
    std::string row = guarded ? "{}" : "";
    for (std::size_t i = 0; i < fields.size(); ++i) {
        row += (i == 0 ? "" : " & ") + latexEscaped(fields[i]);
    }
    return row + " \\\\\n";
}

} // namespace

std::string htmlTable(const ReportTable& table) {
    std::string html = fmt::format("<div class=\"wide\"><table id=\"{}\">\n<caption>{}</caption>\n"
                                   "<thead><tr>",
                                   xmlEscaped(table.id), xmlEscaped(table.caption));
    const auto cellClass = [&](std::size_t column) {
        return isNumber(table, column) ? " class=\"number\"" : "";
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        html += fmt::format("<th scope=\"col\"{}>{}</th>", cellClass(i),
                            xmlEscaped(table.columns[i].title));
    }
    html += "</tr></thead>\n<tbody>\n";
    std::string setting;
    for (const auto& row : table.rows) {
        if (row.setting != setting) {
            setting = row.setting;
            html += fmt::format("<tr class=\"setting\"><th scope=\"rowgroup\" colspan=\"{}\">{}"
                                "</th></tr>\n",
                                table.columns.size(), xmlEscaped(setting));
        }
        html += "<tr>";
        for (std::size_t i = 0; i < row.fields.size(); ++i) {
            html += fmt::format("<td{}>{}</td>", cellClass(i), xmlEscaped(row.fields[i]));
        }
        html += "</tr>\n";
    }
    return html + "</tbody>\n</table></div>\n";
}

std::string latexTable(const ReportTable& table) {
    std::string columns;
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns += isNumber(table, i) ? 'r' : 'l';
        titles.push_back(table.columns[i].title);
    }
    std::string latex = fmt::format("\\begin{{table}}[tb]\n\\centering\n\\small\n"
                                    "\\caption{{{}}}\n\\label{{tab:{}}}\n"
                                    "\\begin{{tabular}}{{@{{}}{}@{{}}}}\n\\toprule\n",
                                    latexEscaped(table.caption), table.id, columns);
    latex += latexRow(titles) + "\\midrule\n";
    std::string setting;
    for (const auto& row : table.rows) {
        if (row.setting != setting) {
            latex += setting.empty() ? "" : "\\addlinespace\n";
            setting = row.setting;
            latex += fmt::format("\\multicolumn{{{}}}{{@{{}}l}}{{\\emph{{{}}}}} \\\\\n",
                                 table.columns.size(), latexEscaped(setting));
        }
        latex += latexRow(row.fields);
    }
    return latex + "\\bottomrule\n\\end{tabular}\n\\end{table}\n";
}

} // namespace tessera::experiment
