#include "core/token/python_text.h"

#include "core/format/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tessera::token {

namespace {

// A finite number of at least 0 as its shortest digits and the power of ten of the first one.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal shortestDecimal(double value) {
    std::array<char, 40> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::scientific);
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data()));
    const auto mark = text.find('e');
    Decimal decimal;
    for (const char c : text.substr(0, mark)) {
        if (c != '.') {
            decimal.digits += c;
        }
    }
    // std::from_chars knows no plus sign.
    const auto power = text.substr(mark + (text[mark + 1] == '+' ? 2 : 1));
    std::from_chars(power.data(), power.data() + power.size(), decimal.exponent);
    return decimal;
}

// The code point at `position` of well-formed UTF-8; moves behind it.
char32_t nextCodePoint(std::string_view text, std::size_t& position) {
    const auto lead = static_cast<unsigned char>(text[position++]);
    if (lead < 0x80) {
        return lead;
    }
    const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
    char32_t point = lead & (0x3FU >> static_cast<unsigned>(more));
    for (int i = 0; i < more; ++i) {
        point = point << 6U | (static_cast<unsigned char>(text[position++]) & 0x3FU);
    }
    return point;
}

// Writes one value after another. `problem` is empty as long as all is well. Lives for one call.
class JsonWriter {
public:
    JsonWriter(PythonLayout layout, PythonKeys keys)
        : m_indented(layout == PythonLayout::Indented), m_sorted(keys == PythonKeys::Sorted),
          m_comma(layout == PythonLayout::Default ? ", " : ","),
          m_colon(layout == PythonLayout::Compact ? ":" : ": ") {}

    std::string text;
    std::string problem;

    void write(const Metadata& value, int depth) {
        switch (value.type()) {
        case Metadata::value_t::null:
            text += "null";
            return;
        case Metadata::value_t::boolean:
            text += value.get<bool>() ? "true" : "false";
            return;
        case Metadata::value_t::number_integer:
            text += std::to_string(value.get<std::int64_t>());
            return;
        case Metadata::value_t::number_unsigned:
            text += std::to_string(value.get<std::uint64_t>());
            return;
        case Metadata::value_t::number_float:
            text += pythonFloat(value.get<double>());
            return;
        case Metadata::value_t::string:
            return writeText(value.get_ref<const std::string&>());
        case Metadata::value_t::array:
            return writeArray(value.get_ref<const Metadata::array_t&>(), depth + 1);
        case Metadata::value_t::object:
            return writeObject(value.get_ref<const Metadata::object_t&>(), depth + 1);
        case Metadata::value_t::binary:
        case Metadata::value_t::discarded:
            problem = "it holds binary data, which JSON does not have";
            return;
        }
    }

private:
    using Item = Metadata::object_t::value_type;

    bool enter(int depth) {
        if (depth > kMaxJsonDepth) {
            problem = fmt::format("it nests more than {} levels deep", kMaxJsonDepth);
        }
        return depth <= kMaxJsonDepth;
    }

    void newLine(int depth) {
        if (m_indented) {
            text += '\n';
            text.append(2 * static_cast<std::size_t>(depth), ' ');
        }
    }

    void writeArray(const Metadata::array_t& items, int depth) {
        if (!enter(depth)) {
            return;
        }
        text += '[';
        for (std::size_t i = 0; i < items.size(); ++i) {
            text += i == 0 ? std::string_view() : m_comma;
            newLine(depth);
            write(items[i], depth);
        }
        if (!items.empty()) {
            newLine(depth - 1);
        }
        text += ']';
    }

    void writeObject(const Metadata::object_t& object, int depth) {
        if (!enter(depth)) {
            return;
        }
        std::vector<const Item*> items;
        std::unordered_set<std::string_view> keys;
        for (const Item& item : object) {
            items.push_back(&item);
            if (!keys.insert(item.first).second) {
                problem = "a key appears twice";
            }
        }
        if (m_sorted) {
            // By bytes, which is by code points, as Python compares.
            std::sort(items.begin(), items.end(),
                      [](const Item* a, const Item* b) { return a->first < b->first; });
        }
        text += '{';
        for (std::size_t i = 0; i < items.size(); ++i) {
            text += i == 0 ? std::string_view() : m_comma;
            newLine(depth);
            writeText(items[i]->first);
            text += m_colon;
            write(items[i]->second, depth);
        }
        if (!items.empty()) {
            newLine(depth - 1);
        }
        text += '}';
    }

    void writeText(const std::string& value) {
        if (!format::isUtf8(value)) {
            problem = "a text is not UTF-8";
            return;
        }
        text += '"';
        for (std::size_t i = 0; i < value.size();) {
            writeCodePoint(nextCodePoint(value, i));
        }
        text += '"';
    }

    void writeCodePoint(char32_t point) {
        constexpr std::string_view kShort = "\"\\\n\r\t\f\b";
        constexpr std::string_view kLetters = "\"\\nrtfb";
        if (point < 0x80) {
            const char c = static_cast<char>(point);
            if (const auto found = kShort.find(c); found != std::string_view::npos) {
                text += '\\';
                text += kLetters[found];
                return;
            }
            if (c >= ' ' && c <= '~') {
                text += c;
                return;
            }
        }
        if (point < 0x10000) {
            return escape(point);
        }
        escape(0xD800 + ((point - 0x10000) >> 10U));
        escape(0xDC00 + ((point - 0x10000) & 0x3FFU));
    }

    void escape(char32_t unit) { text += fmt::format("\\u{:04x}", static_cast<unsigned>(unit)); }

    bool m_indented;
    bool m_sorted;
    std::string_view m_comma;
    std::string_view m_colon;
};

} // namespace

std::string pythonFloat(double value) {
    const std::string sign = std::signbit(value) ? "-" : "";
    if (std::isnan(value)) {
        return "NaN";
    }
    if (std::isinf(value)) {
        return sign + "Infinity";
    }
    const auto [digits, exponent] = shortestDecimal(std::fabs(value));
    // Without an exponent from 1e-4 to below 1e16.
    if (exponent < -4 || exponent >= 16) {
        std::string mantissa = digits;
        if (mantissa.size() > 1) {
            mantissa.insert(1, 1, '.');
        }
        return fmt::format("{}{}e{}{:02}", sign, mantissa, exponent < 0 ? '-' : '+',
                           std::abs(exponent));
    }
    if (exponent < 0) {
        return sign + "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + digits;
    }
    const auto whole = static_cast<std::size_t>(exponent) + 1;
    if (digits.size() <= whole) {
        return sign + digits + std::string(whole - digits.size(), '0') + ".0";
    }
    return sign + digits.substr(0, whole) + "." + digits.substr(whole);
}

Result<std::string> pythonJson(const Metadata& value, PythonLayout layout, PythonKeys keys) {
    JsonWriter writer(layout, keys);
    writer.write(value, 0);
    if (!writer.problem.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The metadata cannot be written as JSON: {}.", writer.problem));
    }
    return std::move(writer.text);
}

} // namespace tessera::token
