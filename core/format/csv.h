#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tessera::format {

// Reads comma-separated values row by row (RFC 4180): fields in double quotes may hold separators,
// line ends and doubled quotes; lines end with LF, CRLF or CR; a byte order mark at the beginning
// is skipped. Does not own the text; one thread at a time.
class CsvReader {
public:
    static constexpr std::size_t kMostFields = std::size_t{1} << 21; // of a row

    CsvReader(std::string_view text, char separator);

    // The next row that is not empty; false at the end, or after an error. The vector is reused, so
    // that long files cost no allocations.
    bool next(std::vector<std::string>& fields);

    // Where the row of the last next() begins, from 1.
    [[nodiscard]] std::size_t line() const { return m_rowLine; }

    // Empty as long as all is well; else what ended the reading, with its line.
    [[nodiscard]] const std::string& problem() const { return m_problem; }

private:
    bool readField(std::string& field);
    bool readQuoted(std::string& field);
    void skipLineEnd();

    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_line = 1, m_rowLine = 0;
    char m_separator;
    std::string m_problem;
};

// What stands before the decimals. In files with semicolons it may be a comma.
enum class DecimalMark { Point, PointOrComma };

[[nodiscard]] inline DecimalMark decimalMarkBeside(char separator) {
    return separator == ';' ? DecimalMark::PointOrComma : DecimalMark::Point;
}

// Without blanks and tabs around it.
[[nodiscard]] std::string_view trimmed(std::string_view field);

// A finite number that takes up the whole field but for blanks around it. Separators of thousands
// make it none.
[[nodiscard]] std::optional<double> numberOf(std::string_view field,
                                             DecimalMark mark = DecimalMark::Point);

// Of comma, semicolon, tab and bar the one that gives the first rows the same number of fields, the
// most numbers among them, and most fields; blanks only where none of these does; else comma.
[[nodiscard]] char guessSeparator(std::string_view text);

} // namespace tessera::format
