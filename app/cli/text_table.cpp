#include "app/cli/text_table.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::cli {

std::string TextTable::text() const {
    std::vector<std::size_t> widths(m_rows.front().size(), 0);
    for (const auto& row : m_rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            widths[i] = std::max(widths[i], row[i].size());
        }
    }
    std::string text;
    for (std::size_t number = 0; number < m_rows.size(); ++number) {
        std::string line;
        for (std::size_t i = 0; i < m_rows[number].size(); ++i) {
            const auto& cell = m_rows[number][i];
            line += i < m_leftColumns ? fmt::format("{:<{}}  ", cell, widths[i])
                                      : fmt::format("{:>{}}  ", cell, widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
        if (number == 0) {
            text += std::string(line.size(), '-') + "\n";
        }
    }
    return text;
}

std::string percent(std::optional<double> fraction) {
    return fraction ? fmt::format("{:.1f}", 100.0 * *fraction) : "-";
}

std::string fixed(std::optional<double> value, int digits) {
    return value ? fmt::format("{:.{}f}", *value, digits) : "-";
}

std::string compact(std::optional<double> value) {
    return value ? fmt::format("{:.3g}", *value) : "-";
}

} // namespace tessera::cli
