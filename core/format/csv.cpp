#include "core/format/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace tessera::format {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kRowsLookedAt = 20;
constexpr std::size_t kTextLookedAt = 1 << 18;

bool endsLine(char c) {
    return c == '\n' || c == '\r';
}

// How well a separator explains the beginning of a text.
struct Fit {
    std::size_t columns = 0; // 0: too few rows are alike
    std::size_t numbers = 0;

    [[nodiscard]] bool isBetterThan(const Fit& other) const {
        return numbers != other.numbers ? numbers > other.numbers : columns > other.columns;
    }
};

// By the number of fields that most of the first rows have: a few are cut or have a comma too many.
Fit fitOf(std::string_view text, char separator) {
    CsvReader reader(text.substr(0, kTextLookedAt), separator);
    std::vector<std::string> fields;
    std::map<std::size_t, Fit> sizes;
    std::map<std::size_t, std::size_t> rowsOfSize;
    std::size_t rows = 0;
    for (; rows < kRowsLookedAt && reader.next(fields); ++rows) {
        ++rowsOfSize[fields.size()];
        auto& fit = sizes[fields.size()];
        fit.columns = fields.size();
        fit.numbers += static_cast<std::size_t>(
            std::count_if(fields.begin(), fields.end(), [&](const std::string& field) {
                return numberOf(field, decimalMarkBeside(separator)).has_value();
            }));
    }
    for (const auto& [size, count] : rowsOfSize) {
        if (size > 1 && 4 * count >= 3 * rows) {
            return sizes[size];
        }
    }
    return {};
}

} // namespace

CsvReader::CsvReader(std::string_view text, char separator) : m_text(text), m_separator(separator) {
    if (m_text.starts_with(kByteOrderMark)) {
        m_position = kByteOrderMark.size();
    }
}

void CsvReader::skipLineEnd() {
    if (m_position < m_text.size() && m_text[m_position] == '\r') {
        ++m_position;
        if (m_position < m_text.size() && m_text[m_position] == '\n') {
            ++m_position;
        }
    } else if (m_position < m_text.size()) {
        ++m_position;
    }
    ++m_line;
}

bool CsvReader::readQuoted(std::string& field) {
    const auto begin = m_line;
    ++m_position; // the opening quote
    while (m_position < m_text.size()) {
        const char c = m_text[m_position++];
        if (c == '"') {
            if (m_position < m_text.size() && m_text[m_position] == '"') {
                field += '"';
                ++m_position;
                continue;
            }
            // What follows the closing quote belongs to the field, as most programs read it.
            while (m_position < m_text.size() && m_text[m_position] != m_separator &&
                   !endsLine(m_text[m_position])) {
                field += m_text[m_position++];
            }
            return true;
        }
        m_line += c == '\n' ? 1 : 0;
        field += c;
    }
    m_problem = fmt::format("line {} opens a quote that is never closed", begin);
    return false;
}

bool CsvReader::readField(std::string& field) {
    field.clear();
    if (m_position < m_text.size() && m_text[m_position] == '"') {
        return readQuoted(field);
    }
    const auto begin = m_position;
    while (m_position < m_text.size() && m_text[m_position] != m_separator &&
           !endsLine(m_text[m_position])) {
        ++m_position;
    }
    field.assign(m_text.substr(begin, m_position - begin));
    return true;
}

bool CsvReader::next(std::vector<std::string>& fields) {
    while (m_problem.empty() && m_position < m_text.size() && endsLine(m_text[m_position])) {
        skipLineEnd();
    }
    if (!m_problem.empty() || m_position >= m_text.size()) {
        return false;
    }
    m_rowLine = m_line;
    std::size_t count = 0;
    while (true) {
        if (count == kMostFields) {
            m_problem = fmt::format("line {} has more than {} columns", m_rowLine, kMostFields);
            return false;
        }
        if (fields.size() == count) {
            fields.emplace_back();
        }
        if (!readField(fields[count])) {
            return false;
        }
        ++count;
        if (m_position >= m_text.size() || endsLine(m_text[m_position])) {
            break;
        }
        ++m_position; // the separator
    }
    if (m_position < m_text.size()) {
        skipLineEnd();
    }
    fields.resize(count);
    return true;
}

std::string_view trimmed(std::string_view field) {
    constexpr std::string_view kBlanks = " \t";
    const auto first = field.find_first_not_of(kBlanks);
    return first == std::string_view::npos
               ? std::string_view()
               : field.substr(first, field.find_last_not_of(kBlanks) - first + 1);
}

std::optional<double> numberOf(std::string_view field, DecimalMark mark) {
    field = trimmed(field);
    if (field.size() > 1 && field[0] == '+' && field[1] != '-' && field[1] != '+') {
        field.remove_prefix(1);
    }
    std::string withPoint;
    if (const auto comma = field.find(','); comma != std::string_view::npos) {
        if (mark == DecimalMark::Point || field.find('.') != std::string_view::npos) {
            return std::nullopt;
        }
        withPoint = field;
        withPoint[comma] = '.'; // a second comma is left, and no number then
        field = withPoint;
    }
    double value = 0;
    const auto* end = field.data() + field.size();
    const auto [stop, error] = std::from_chars(field.data(), end, value);
    if (field.empty() || stop != end) {
        return std::nullopt;
    }
    if (error == std::errc::result_out_of_range) { // too close to 0, or too far from it
        return field.find("e-") != std::string_view::npos ||
                       field.find("E-") != std::string_view::npos
                   ? std::optional(0.0)
                   : std::nullopt;
    }
    return error == std::errc() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

char guessSeparator(std::string_view text) {
    constexpr std::array<char, 4> kCandidates = {',', ';', '\t', '|'};
    char best = ',';
    Fit bestFit;
    for (const char candidate : kCandidates) {
        const auto fit = fitOf(text, candidate);
        if (fit.isBetterThan(bestFit)) {
            best = candidate;
            bestFit = fit;
        }
    }
    return bestFit.columns == 0 && fitOf(text, ' ').columns > 0 ? ' ' : best;
}

} // namespace tessera::format
