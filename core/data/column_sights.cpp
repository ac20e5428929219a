#include "core/data/column_sights.h"

namespace tessera::data {

namespace {

constexpr std::size_t kMostDifferent = 1000;  // values of a column that are counted
constexpr std::size_t kColumnsCounted = 4096; // whose different values are counted, and the last

} // namespace

void ColumnSights::seeField(Sight& sight, const std::string& field, bool countsValues) const {
    const auto number = format::numberOf(field, m_mark);
    if (number) {
        sight.first = m_rows == 0 ? *number : sight.first;
        sight.counts = sight.counts && *number == sight.first + static_cast<double>(m_rows);
        ++sight.numbers;
    } else {
        sight.counts = false;
        sight.texts += format::trimmed(field).empty() ? 0 : 1;
    }
    if (!countsValues) {
        return;
    }
    if (const auto known = sight.different.find(field); known != sight.different.end()) {
        ++known->second;
    } else if (sight.different.size() < kMostDifferent) {
        sight.different.emplace(field, 1);
    }
}

void ColumnSights::see(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        seeField(m_columns[i], row[i], i < kColumnsCounted || i + 1 == m_columns.size());
    }
    ++m_rows;
}

void ColumnSights::forget(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        auto& sight = m_columns[i];
        sight.texts -= format::trimmed(row[i]).empty() ? 0 : 1;
        if (const auto known = sight.different.find(row[i]);
            known != sight.different.end() && --known->second == 0) {
            sight.different.erase(known);
        }
    }
    --m_rows;
}

bool ColumnSights::isNumeric(std::size_t column) const {
    // A few cells that are no numbers make gaps, not a column of text.
    return m_columns[column].numbers > m_columns[column].texts;
}

bool ColumnSights::isEmpty(std::size_t column) const {
    return m_columns[column].numbers == 0 && m_columns[column].texts == 0;
}

bool ColumnSights::numbersTheRows(std::size_t column) const {
    const auto& sight = m_columns[column];
    return m_rows > 2 && sight.counts && (sight.first == 0.0 || sight.first == 1.0);
}

std::size_t ColumnSights::different(std::size_t column) const {
    return m_columns[column].different.size();
}

bool ColumnSights::isTheOnlySingle(std::size_t column, const std::string& value) const {
    const auto& all = m_columns[column].different;
    const auto found = all.find(value);
    if (found == all.end() || found->second != 1 || all.size() < 2) {
        return false;
    }
    for (const auto& [other, count] : all) {
        if (other != value && count < 2) {
            return false;
        }
    }
    return true;
}

} // namespace tessera::data
