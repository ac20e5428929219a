#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tessera::cli {

// Columns of text: the first `leftColumns` left-aligned, the rest right-aligned.
class TextTable {
public:
    TextTable(std::vector<std::string> header, std::size_t leftColumns)
        : m_leftColumns(leftColumns) {
        m_rows.push_back(std::move(header));
    }
    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] std::string text() const;

private:
    std::size_t m_leftColumns;
    std::vector<std::vector<std::string>> m_rows;
};

// Numbers as a table shows them; "-" if not measured.
[[nodiscard]] std::string percent(std::optional<double> fraction);
[[nodiscard]] std::string fixed(std::optional<double> value, int digits);
[[nodiscard]] std::string compact(std::optional<double> value); // three significant digits

} // namespace tessera::cli
