#include "core/data/csv_columns.h"

#include "core/data/column_sights.h"
#include "core/data/data_file.h"
#include "core/data/readable_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <optional>

namespace tessera::data {

namespace {

constexpr std::size_t kRowsBetweenStops = 1000;
constexpr std::array<std::string_view, 14> kLabelNames = {
    "label",   "labels",   "class",   "classes",   "target",  "targets",   "y",
    "species", "category", "variety", "sentiment", "outcome", "diagnosis", "digit"};

std::string lower(std::string_view text) {
    std::string result(format::trimmed(text));
    std::transform(result.begin(), result.end(), result.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

bool isLabelName(std::string_view text) {
    return std::find(kLabelNames.begin(), kLabelNames.end(), lower(text)) != kLabelNames.end();
}

char separatorOf(Separator separator, std::string_view text) {
    switch (separator) {
    case Separator::Comma:
        return ',';
    case Separator::Semicolon:
        return ';';
    case Separator::Tab:
        return '\t';
    case Separator::Space:
        return ' ';
    case Separator::Bar:
        return '|';
    case Separator::Find:
        break;
    }
    return format::guessSeparator(text);
}

enum class HeaderGuess { Yes, No, Unclear };

// A header has no numbers above rows that have some, or it names a label. Where all is text, only
// the values can tell.
HeaderGuess guessHeader(const std::vector<std::string>& first,
                        const std::vector<std::string>& second, format::DecimalMark mark) {
    const auto isNumber = [&](const std::string& field) {
        return format::numberOf(field, mark).has_value();
    };
    for (std::size_t i = 0; i < first.size(); ++i) {
        const bool repeats = i < second.size() && lower(first[i]) == lower(second[i]);
        const bool isValue = first[i].size() < 2; // "y" is "yes" too
        if (isLabelName(first[i]) && !repeats && !isValue) {
            return HeaderGuess::Yes;
        }
    }
    if (std::any_of(first.begin(), first.end(), isNumber)) {
        return HeaderGuess::No;
    }
    return std::any_of(second.begin(), second.end(), isNumber) ? HeaderGuess::Yes
                                                               : HeaderGuess::Unclear;
}

Result<std::size_t> namedColumn(const std::string& wanted, const std::vector<DataColumn>& columns) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == wanted) {
            return i;
        }
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(wanted.data(), wanted.data() + wanted.size(), number);
    if (error == std::errc() && end == wanted.data() + wanted.size() && number >= 1 &&
        number <= columns.size()) {
        return number - 1;
    }
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("there is no column '{}'; choose the label by its name or by its number "
                    "from 1 to {}",
                    wanted, columns.size()));
}

// By name; else the only column of text among numbers, if it has few values; else the last column,
// or the first where only that one has few values.
std::size_t foundLabel(const std::vector<DataColumn>& columns, std::size_t rows) {
    for (const auto& name : kLabelNames) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (lower(columns[i].name) == name) {
                return i;
            }
        }
    }
    const auto few = [&](const DataColumn& column) {
        return column.different >= 2 && column.different < std::max<std::size_t>(3, rows / 2) &&
               column.different <= 100;
    };
    const auto isText = [](const DataColumn& column) { return !column.numeric; };
    const auto text = std::find_if(columns.begin(), columns.end(), isText);
    if (std::count_if(columns.begin(), columns.end(), isText) == 1 && few(*text)) {
        return static_cast<std::size_t>(text - columns.begin());
    }
    const auto last = columns.size() - 1;
    return !few(columns[last]) && few(columns.front()) ? 0 : last;
}

std::vector<DataColumn> columnsOf(const std::vector<std::string>& first, const CsvLayout& layout,
                                  const ColumnSights& sights) {
    std::vector<DataColumn> columns;
    columns.reserve(first.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        const auto name = format::trimmed(first[i]);
        DataColumn column;
        column.name =
            layout.header && !name.empty() ? readableName(name) : fmt::format("column {}", i + 1);
        column.numeric = sights.isNumeric(i) || sights.isEmpty(i);
        column.different = sights.different(i);
        column.constant = column.different == 1;
        columns.push_back(std::move(column));
    }
    return columns;
}

// What a program that exports tables leaves behind: columns of nothing, and the numbers of the rows
// in front without a name.
std::optional<std::string> uselessness(std::size_t column, const std::vector<std::string>& first,
                                       const CsvLayout& layout, const ColumnSights& sights) {
    if (sights.isEmpty(column)) {
        return "is empty";
    }
    const bool isNameless = layout.header && format::trimmed(first[column]).empty();
    return column == 0 && isNameless && sights.numbersTheRows(column)
               ? std::optional<std::string>("has no name and numbers the rows")
               : std::nullopt;
}

Result<void> chooseInputs(CsvLayout& layout, const std::vector<std::string>& first,
                          const ColumnSights& sights) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const auto& column = layout.columns[i];
        if (i == layout.label) {
            continue;
        }
        if (const auto reason = uselessness(i, first, layout, sights)) {
            layout.warnings.push_back(
                fmt::format("The column '{}' {}; it is left out.", column.name, *reason));
            continue;
        }
        layout.inputs.push_back(i);
        if (!column.numeric) {
            texts.push_back(column.name);
        } else if (i == 0 && sights.numbersTheRows(i)) {
            layout.warnings.push_back(
                fmt::format("The column '{}' numbers the rows and is taken for an input; take it "
                            "out of the file if it tells nothing.",
                            column.name));
        }
    }
    if (layout.inputs.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "there are no inputs beside the label: all other columns are empty");
    }
    layout.text = texts.size() == 1 && layout.inputs.size() == 1;
    if (!texts.empty() && !layout.text) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("{} of the {} columns beside the label hold text ('{}'{}); leave only "
                        "numbers, or one column of text",
                        texts.size(), layout.inputs.size(), texts.front(),
                        texts.size() > 1 ? ", ..." : ""));
    }
    return {};
}

// All rows that have as many fields as the first.
Result<ColumnSights> seeRows(format::CsvReader& reader, const std::vector<std::string>& first,
                             const CsvLayout& layout, const std::stop_token& stop) {
    ColumnSights sights(first.size(), layout.mark);
    if (!layout.header) {
        sights.see(first);
    }
    std::vector<std::string> fields;
    for (std::size_t row = 0; reader.next(fields); ++row) {
        if (row % kRowsBetweenStops == 0 && stop.stop_requested()) {
            return cancelled();
        }
        if (fields.size() == first.size()) {
            sights.see(fields);
        }
    }
    if (!reader.problem().empty()) {
        return fail(ErrorCode::Corrupt, reader.problem());
    }
    if (sights.rows() == 0) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("there are no rows of {} fields below the header", first.size()));
    }
    return sights;
}

Result<void> chooseLabel(CsvLayout& layout, const DataReading& reading) {
    if (reading.label.empty()) {
        layout.label = foundLabel(layout.columns, layout.rows);
    } else if (const auto named = namedColumn(reading.label, layout.columns)) {
        layout.label = *named;
    } else {
        return fail(named.error());
    }
    const auto& name = layout.columns[layout.label].name;
    const auto again = namedColumn(name, layout.columns); // names may be there twice
    layout.labelId = again && *again == layout.label && format::isUtf8(name)
                         ? name
                         : std::to_string(layout.label + 1);
    return {};
}

} // namespace

Result<CsvLayout> findLayout(std::string_view text, const DataReading& reading,
                             const std::stop_token& stop) {
    CsvLayout layout;
    layout.separator = separatorOf(reading.separator, text);
    layout.mark = format::decimalMarkBeside(layout.separator);
    format::CsvReader reader(text, layout.separator);
    std::vector<std::string> first, second;
    if (!reader.next(first)) {
        return fail(ErrorCode::Corrupt,
                    reader.problem().empty() ? "there are no rows in it" : reader.problem());
    }
    if (first.size() < 2) {
        return fail(ErrorCode::InvalidArgument,
                    "there is only one column, and a label and inputs need at least two; check the "
                    "separator");
    }
    (void)format::CsvReader(reader).next(second); // a look ahead
    const auto guess =
        reading.header == HeaderRow::Find
            ? guessHeader(first, second, layout.mark)
            : (reading.header == HeaderRow::Yes ? HeaderGuess::Yes : HeaderGuess::No);
    layout.header = guess == HeaderGuess::Yes;
    auto sights = seeRows(reader, first, layout, stop);
    if (!sights) {
        return fail(sights.error());
    }
    layout.rows = sights->rows();
    layout.columns = columnsOf(first, layout, *sights);
    if (auto good = chooseLabel(layout, reading); !good) {
        return fail(good.error());
    }
    // All is text, and the first row holds the only label that is there once.
    if (guess == HeaderGuess::Unclear &&
        sights->isTheOnlySingle(layout.label, first[layout.label])) {
        layout.header = true;
        sights->forget(first);
        layout.rows = sights->rows();
        layout.columns = columnsOf(first, layout, *sights);
        if (auto good = chooseLabel(layout, reading); !good) {
            return fail(good.error());
        }
    }
    if (auto good = chooseInputs(layout, first, *sights); !good) {
        return fail(good.error());
    }
    return layout;
}

} // namespace tessera::data
