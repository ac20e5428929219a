#include "core/experiment/json_object_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <set>

namespace tessera::experiment {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMaxSentences = 5;
constexpr std::size_t kMaxShown = 40;

// Pure ASCII, so that it can be cut anywhere and shown in any terminal.
std::string shown(const Json& value) {
    if (value.is_object()) {
        return "an object";
    }
    if (value.is_array()) {
        return "an array";
    }
    constexpr bool kEnsureAscii = true;
    auto text = value.dump(-1, ' ', kEnsureAscii);
    if (text.size() > kMaxShown) {
        text.replace(kMaxShown, std::string::npos, "...");
    }
    return text;
}

// A key as part of a place; quoted only where it would not be clear otherwise.
std::string shownKey(const std::string& key) {
    const bool plain = !key.empty() && key.size() <= kMaxShown &&
                       std::all_of(key.begin(), key.end(), [](unsigned char c) {
                           return c < 128 && (std::isalnum(c) != 0 || c == '_' || c == '-');
                       });
    return plain ? key : shown(Json(key));
}

// Levenshtein's distance: insertions, deletions and replacements of single characters.
std::size_t editDistance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

// " (did you mean dim?)", or the known keys where none resembles the unknown one.
std::string suggestion(const std::string& unknown, const std::vector<std::string>& known) {
    const auto closest =
        std::min_element(known.begin(), known.end(), [&](const auto& a, const auto& b) {
            return editDistance(unknown, a) < editDistance(unknown, b);
        });
    if (closest != known.end() &&
        2 * editDistance(unknown, *closest) <= std::max(unknown.size(), closest->size())) {
        return fmt::format(" (did you mean {}?)", *closest);
    }
    return fmt::format(" (known here: {})", fmt::join(known, ", "));
}

// A double can be told from its neighbours as a whole number up to here.
constexpr double kLargestExact = 9007199254740992.0; // 2^53

// Programs write 3 as 3.0; JSON does not tell them apart, and neither does the schema.
std::optional<std::uint64_t> naturalNumber(const Json& value) {
    if (value.is_number_unsigned()) {
        return value.get<std::uint64_t>();
    }
    if (value.is_number_float()) {
        const double number = value.get<double>();
        if (number >= 0.0 && number <= kLargestExact && number == std::floor(number)) {
            return static_cast<std::uint64_t>(number);
        }
    }
    // A number put in by a program, as opposed to the parser, is signed even if it is not negative.
    if (value.is_number_integer() && value.get<std::int64_t>() >= 0) {
        return static_cast<std::uint64_t>(value.get<std::int64_t>());
    }
    return std::nullopt;
}

std::optional<double> realNumber(const Json& value) {
    if (value.is_number()) {
        return value.get<double>();
    }
    if (value == "Infinity") {
        return std::numeric_limits<double>::infinity();
    }
    if (value == "-Infinity") {
        return -std::numeric_limits<double>::infinity();
    }
    if (value == "NaN") {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return std::nullopt;
}

// No text of an experiment may be empty, and a NUL would cut it short in file names.
bool isUsableText(const Json& value) {
    return value.is_string() && !value.get_ref<const std::string&>().empty() &&
           value.get_ref<const std::string&>().find('\0') == std::string::npos;
}

} // namespace

std::string ProblemList::text() const {
    const auto count = std::min(m_sentences.size(), kMaxSentences);
    auto text =
        fmt::format("{}", fmt::join(m_sentences.begin(), m_sentences.begin() + count, ". "));
    if (m_sentences.size() > count) {
        text += fmt::format(". And {} more", m_sentences.size() - count);
    }
    return text;
}

JsonObjectReader::JsonObjectReader(const Json& value, std::string place, ProblemList& problems)
    : m_object(value.is_object() ? &value : nullptr), m_place(std::move(place)),
      m_problems(problems) {
    if (m_object == nullptr) {
        m_problems.add(fmt::format("{} is {}; it must be an object",
                                   m_place.empty() ? "the experiment" : m_place, shown(value)));
    }
}

std::string JsonObjectReader::placeOf(const std::string& key) const {
    return m_place.empty() ? shownKey(key) : m_place + '.' + shownKey(key);
}

const Json* JsonObjectReader::find(const char* key, Presence presence) {
    if (m_object == nullptr) {
        return nullptr;
    }
    m_asked.emplace_back(key);
    const auto found = m_object->find(key);
    if (found != m_object->end()) {
        return &*found;
    }
    if (presence == Presence::Required) {
        m_problems.add(fmt::format("{} is missing", placeOf(key)));
    }
    return nullptr;
}

void JsonObjectReader::refuse(const char* key, const Json& value, const std::string& allowed) {
    m_problems.add(fmt::format("{} is {}; it must be {}", placeOf(key), shown(value), allowed));
}

void JsonObjectReader::integer(const char* key, int& value, IntegerRange range) {
    if (const auto* found = find(key, Presence::Optional)) {
        const auto number = naturalNumber(*found);
        // No field takes negative numbers, so that one conversion serves all.
        if (number && *number >= static_cast<std::uint64_t>(range.lowest) &&
            *number <= static_cast<std::uint64_t>(range.highest)) {
            value = static_cast<int>(*number);
        } else {
            refuse(key, *found,
                   fmt::format("a whole number from {} to {}", range.lowest, range.highest));
        }
    }
}

void JsonObjectReader::integer(const char* key, std::optional<int>& value, IntegerRange range) {
    if (find(key, Presence::Optional) != nullptr) {
        integer(key, value.emplace(), range);
    }
}

void JsonObjectReader::natural(const char* key, std::uint64_t& value) {
    if (const auto* found = find(key, Presence::Optional)) {
        if (const auto number = naturalNumber(*found)) {
            value = *number;
        } else {
            refuse(key, *found, "a whole number from 0 to 18446744073709551615");
        }
    }
}

void JsonObjectReader::real(const char* key, double& value, RealRange range) {
    if (const auto* found = find(key, Presence::Optional)) {
        const auto number = realNumber(*found);
        if (number && range.contains(*number)) {
            value = *number;
        } else {
            refuse(key, *found, range.text);
        }
    }
}

void JsonObjectReader::boolean(const char* key, std::optional<bool>& value) {
    if (const auto* found = find(key, Presence::Optional)) {
        if (found->is_boolean()) {
            value = found->get<bool>();
        } else {
            refuse(key, *found, "true or false");
        }
    }
}

void JsonObjectReader::text(const char* key, std::string& value, Presence presence) {
    if (const auto* found = find(key, presence)) {
        if (isUsableText(*found)) {
            value = found->get<std::string>();
        } else {
            refuse(key, *found, "a text that is not empty");
        }
    }
}

void JsonObjectReader::path(const char* key, std::filesystem::path& value) {
    std::string name;
    text(key, name);
    if (!name.empty()) {
        value = std::filesystem::path(name);
    }
}

std::optional<std::size_t> JsonObjectReader::chosen(const char* key,
                                                    const std::vector<std::string>& names) {
    const auto* found = find(key, Presence::Optional);
    if (found == nullptr) {
        return std::nullopt;
    }
    const auto match =
        std::find_if(names.begin(), names.end(), [&](const auto& name) { return *found == name; });
    if (match == names.end()) {
        refuse(key, *found, fmt::format("\"{}\"", fmt::join(names, "\" or \"")));
        return std::nullopt;
    }
    return static_cast<std::size_t>(match - names.begin());
}

std::optional<std::vector<std::string>> JsonObjectReader::textList(const char* key) {
    const auto* found = find(key, Presence::Optional);
    if (found == nullptr) {
        return std::nullopt;
    }
    std::vector<std::string> texts;
    if (found->is_array() && std::all_of(found->begin(), found->end(), isUsableText)) {
        for (const auto& item : *found) {
            texts.push_back(item.get<std::string>());
        }
    }
    const std::set<std::string> different(texts.begin(), texts.end());
    if (!found->is_array() || different.size() != found->size()) {
        refuse(key, *found, "an array of different texts that are not empty");
        return std::nullopt;
    }
    return texts;
}

const Json* JsonObjectReader::array(const char* key, Presence presence) {
    const auto* found = find(key, presence);
    if (found != nullptr && !found->is_array()) {
        refuse(key, *found, "an array");
        return nullptr;
    }
    return found;
}

void JsonObjectReader::naturals(const char* key, std::vector<std::uint64_t>& values) {
    items(key, [&](const Json& item, const std::string& place) {
        const auto number = naturalNumber(item);
        if (!number) {
            m_problems.add(fmt::format("{} is {}; it must be a whole number from 0 to "
                                       "18446744073709551615",
                                       place, shown(item)));
        } else if (std::find(values.begin(), values.end(), *number) != values.end()) {
            m_problems.add(fmt::format("{} is {}, which stands there already; name every number "
                                       "once",
                                       place, *number));
        } else {
            values.push_back(*number);
        }
    });
}

void JsonObjectReader::integers(const char* key, std::vector<int>& values, IntegerRange range) {
    std::vector<std::uint64_t> numbers;
    naturals(key, numbers);
    for (const auto number : numbers) {
        if (number < static_cast<std::uint64_t>(range.lowest) ||
            number > static_cast<std::uint64_t>(range.highest)) {
            m_problems.add(fmt::format("{} has {}; its numbers must be from {} to {}",
                                       placeOf(key), number, range.lowest, range.highest));
        } else {
            values.push_back(static_cast<int>(number));
        }
    }
}

void JsonObjectReader::require(bool holds, const char* sentence) {
    if (m_object != nullptr && !holds) {
        m_problems.add(
            fmt::format("{} {}", m_place.empty() ? "the experiment" : m_place, sentence));
    }
}

void JsonObjectReader::finish() {
    if (m_object == nullptr) {
        return;
    }
    std::vector<std::string> known(m_asked);
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const auto& [key, value] : m_object->items()) {
        if (std::find(known.begin(), known.end(), key) == known.end()) {
            m_problems.add(
                fmt::format("{} is not a known key{}", placeOf(key), suggestion(key, known)));
        }
    }
}

} // namespace tessera::experiment
