#pragma once

#include "core/api/data_description.h"
#include "core/format/csv.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

namespace tessera::data {

// What is seen of the columns of a CSV over all its rows. Lives for one pass.
class ColumnSights {
public:
    ColumnSights(std::size_t columns, format::DecimalMark mark)
        : m_columns(columns), m_mark(mark) {}

    // A row with as many fields as there are columns.
    void see(const std::vector<std::string>& row);
    // Takes a row of texts back, which turned out to be the header.
    void forget(const std::vector<std::string>& row);

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] bool isNumeric(std::size_t column) const;
    [[nodiscard]] bool isEmpty(std::size_t column) const;
    // 0, 1, 2, ... or 1, 2, 3, ... from the first row to the last.
    [[nodiscard]] bool numbersTheRows(std::size_t column) const;
    [[nodiscard]] std::size_t different(std::size_t column) const;
    // Whether `value` stands in this column once, and all others more often.
    [[nodiscard]] bool isTheOnlySingle(std::size_t column, const std::string& value) const;

private:
    struct Sight {
        std::size_t numbers = 0, texts = 0; // the rest is empty
        bool counts = true;                 // each number is one more than the one before
        double first = 0.0;
        std::unordered_map<std::string, std::size_t> different;
    };
    void seeField(Sight& sight, const std::string& field, bool countsValues) const;

    std::vector<Sight> m_columns;
    format::DecimalMark m_mark;
    std::size_t m_rows = 0;
};

} // namespace tessera::data
