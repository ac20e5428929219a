#include "core/format/utf8.h"
#include "core/token/python_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>

namespace tessera::token {

namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::size_t kMaxQuoted = 100; // bytes of a key in a sentence

// Where the parts of a number are in its text.
struct NumberParts {
    std::string_view whole;    // digits before the point
    std::string_view fraction; // digits behind it
    std::string_view exponent; // with its sign, without the letter
};

// Infinity or 0 for a number that a double cannot hold: by the power of ten of its first digit.
double outOfRange(const NumberParts& parts) {
    constexpr long long kFar = 1'000'000'000'000;
    long long exponent = 0;
    const auto digits = parts.exponent.substr(
        std::min(parts.exponent.find_first_of(kDigits), parts.exponent.size()));
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    if (read.ec == std::errc::result_out_of_range || exponent > kFar) {
        exponent = kFar; // no file is long enough to make up for it
    }
    if (!parts.exponent.empty() && parts.exponent.front() == '-') {
        exponent = -exponent;
    }
    if (const auto first = parts.whole.find_first_not_of('0'); first != std::string_view::npos) {
        exponent += static_cast<long long>(parts.whole.size() - first);
    } else {
        const auto zeros = parts.fraction.find_first_not_of('0');
        if (zeros == std::string_view::npos) {
            return 0.0;
        }
        exponent -= static_cast<long long>(zeros);
    }
    return exponent > 0 ? std::numeric_limits<double>::infinity() : 0.0;
}

void appendUtf8(std::string& text, char32_t point) {
    const auto tail = [&text, point](unsigned shift) {
        text += static_cast<char>(0x80U | ((point >> shift) & 0x3FU));
    };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> 6U));
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | (point >> 12U));
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | (point >> 18U));
        tail(12);
        tail(6);
        tail(0);
    }
}

// Reads one document. The first error stays, with the place where it was met. Lives for one call.
class JsonReader {
public:
    explicit JsonReader(std::string_view text) : m_text(text) {}

    std::optional<Error> error;

    Metadata document() {
        Metadata value;
        skipBlanks();
        if (readValue(value, 1)) {
            skipBlanks();
            if (m_at != m_text.size()) {
                refuse("something follows its end");
            }
        }
        return value;
    }

private:
    bool refuse(std::string_view what, ErrorCode code = ErrorCode::Corrupt) {
        if (!error) {
            error = Error{code, fmt::format("The JSON cannot be read at byte {}: {}.", m_at, what),
                          m_at};
        }
        return false;
    }

    void skipBlanks() { m_at = std::min(m_text.find_first_not_of(" \t\n\r", m_at), m_text.size()); }

    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(std::string_view expected) {
        if (!m_text.substr(m_at).starts_with(expected)) {
            return false;
        }
        m_at += expected.size();
        return true;
    }

    bool takeWord(std::string_view word, Metadata value, Metadata& out) {
        if (!take(word)) {
            return false;
        }
        out = std::move(value);
        return true;
    }

    bool readValue(Metadata& out, int depth) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        switch (peek()) {
        case '{':
            return readObject(out, depth);
        case '[':
            return readArray(out, depth);
        case '"': {
            std::string text;
            const bool read = readText(text);
            out = std::move(text);
            return read;
        }
        default:
            break;
        }
        if (kDigits.find(peek()) != std::string_view::npos) {
            return readNumber(out);
        }
        if (takeWord("null", nullptr, out) || takeWord("true", true, out) ||
            takeWord("false", false, out) ||
            takeWord("NaN", std::numeric_limits<double>::quiet_NaN(), out) ||
            takeWord("Infinity", kInfinity, out) || takeWord("-Infinity", -kInfinity, out)) {
            return true;
        }
        return readNumber(out);
    }

    bool enter(int depth) {
        if (depth > kMaxJsonDepth) {
            return refuse(fmt::format("it nests more than {} levels deep", kMaxJsonDepth));
        }
        ++m_at;
        skipBlanks();
        return true;
    }

    // Behind an item: true with `more` at a comma, true without at the end.
    bool readSeparator(char end, bool& more) {
        skipBlanks();
        more = peek() == ',';
        if (!more && peek() != end) {
            return refuse(fmt::format("a comma or '{}' is missing", end));
        }
        ++m_at;
        skipBlanks();
        return true;
    }

    bool readArray(Metadata& out, int depth) {
        out = Metadata::array();
        if (!enter(depth)) {
            return false;
        }
        if (take("]")) {
            return true;
        }
        auto& items = out.get_ref<Metadata::array_t&>();
        for (bool more = true; more;) {
            items.emplace_back();
            if (!readValue(items.back(), depth + 1) || !readSeparator(']', more)) {
                return false;
            }
        }
        return true;
    }

    bool readObject(Metadata& out, int depth) {
        out = Metadata::object();
        if (!enter(depth)) {
            return false;
        }
        if (take("}")) {
            return true;
        }
        auto& items = out.get_ref<Metadata::object_t&>();
        std::unordered_set<std::string> keys;
        for (bool more = true; more;) {
            std::string key;
            if (peek() != '"') {
                return refuse("a key in quotes is missing");
            }
            if (!readText(key)) {
                return false;
            }
            if (!keys.insert(key).second) {
                return refuse(key.size() <= kMaxQuoted
                                  ? fmt::format("the key '{}' appears twice", key)
                                  : "a key appears twice");
            }
            skipBlanks();
            if (!take(":")) {
                return refuse("a colon is missing");
            }
            skipBlanks();
            // Past the object's own insertion, which looks through all keys every time.
            items.push_back({std::move(key), Metadata()});
            if (!readValue(items.back().second, depth + 1) || !readSeparator('}', more)) {
                return false;
            }
        }
        return true;
    }

    bool readText(std::string& out) {
        ++m_at;
        while (m_at < m_text.size()) {
            const auto stop = std::find_if(
                m_text.begin() + static_cast<std::ptrdiff_t>(m_at), m_text.end(), [](char c) {
                    return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20;
                });
            const auto end = static_cast<std::size_t>(stop - m_text.begin());
            out += m_text.substr(m_at, end - m_at);
            m_at = end;
            if (take("\"")) {
                return true;
            }
            if (peek() != '\\') {
                break;
            }
            if (!readEscape(out)) {
                return false;
            }
        }
        return refuse(m_at < m_text.size() ? "a text holds a control character"
                                           : "it ends inside a text");
    }

    bool readEscape(std::string& out) {
        constexpr std::string_view kLetters = "\"\\/nrtfb";
        constexpr std::string_view kMeanings = "\"\\/\n\r\t\f\b";
        ++m_at;
        if (peek() == 'u') {
            return readUnicode(out);
        }
        const auto found = kLetters.find(peek());
        if (m_at >= m_text.size() || found == std::string_view::npos) {
            return refuse("an escape in a text is not known");
        }
        out += kMeanings[found];
        ++m_at;
        return true;
    }

    // Four digits behind a 'u'.
    std::optional<char32_t> readUnit() {
        const auto digits = m_text.substr(std::min(m_at + 1, m_text.size()), 4);
        unsigned value = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
        if (digits.size() != 4 || read.ec != std::errc() || read.ptr != digits.data() + 4) {
            refuse("a \\u escape lacks its four digits");
            return std::nullopt;
        }
        m_at += 5;
        return value;
    }

    bool readUnicode(std::string& out) {
        const auto first = readUnit();
        if (!first) {
            return false;
        }
        if (*first < 0xD800 || *first > 0xDFFF) {
            appendUtf8(out, *first);
            return true;
        }
        if (*first <= 0xDBFF && m_text.substr(m_at).starts_with("\\u")) {
            ++m_at;
            const auto second = readUnit();
            if (!second) {
                return false;
            }
            if (*second >= 0xDC00 && *second <= 0xDFFF) {
                appendUtf8(out, 0x10000 + ((*first - 0xD800) << 10U) + (*second - 0xDC00));
                return true;
            }
        }
        return refuse("a text holds half a surrogate pair");
    }

    std::string_view takeDigits() {
        const auto end = std::min(m_text.find_first_not_of(kDigits, m_at), m_text.size());
        const auto digits = m_text.substr(m_at, end - m_at);
        m_at = end;
        return digits;
    }

    bool readNumber(Metadata& out) {
        const std::size_t start = m_at;
        const bool negative = take("-");
        NumberParts parts;
        parts.whole = takeDigits();
        if (parts.whole.empty() || (parts.whole.size() > 1 && parts.whole.front() == '0')) {
            m_at = start;
            return refuse("a value is missing or not one of JSON's");
        }
        bool isFloat = false;
        if (take(".")) {
            isFloat = true;
            parts.fraction = takeDigits();
            if (parts.fraction.empty()) {
                return refuse("a number lacks digits behind its point");
            }
        }
        if (take("e") || take("E")) {
            isFloat = true;
            const std::size_t sign = m_at;
            static_cast<void>(take("-") || take("+"));
            if (takeDigits().empty()) {
                return refuse("a number lacks the digits of its exponent");
            }
            parts.exponent = m_text.substr(sign, m_at - sign);
        }
        const auto text = m_text.substr(start, m_at - start);
        return isFloat ? readFloat(text, parts, negative, out) : readInteger(text, negative, out);
    }

    static bool readFloat(std::string_view text, const NumberParts& parts, bool negative,
                          Metadata& out) {
        double value = 0.0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
        if (read.ec == std::errc::result_out_of_range) {
            value = negative ? -outOfRange(parts) : outOfRange(parts);
        }
        out = value;
        return true;
    }

    bool readInteger(std::string_view text, bool negative, Metadata& out) {
        std::uint64_t positive = 0;
        std::int64_t value = 0;
        const char* const end = text.data() + text.size();
        const auto read = negative ? std::from_chars(text.data(), end, value)
                                   : std::from_chars(text.data(), end, positive);
        if (read.ec != std::errc()) {
            return refuse("a whole number does not fit in 64 bits; write it as text",
                          ErrorCode::Unsupported);
        }
        out = negative && value < 0 ? Metadata(value) : Metadata(positive);
        return true;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

Result<Metadata> parsePythonJson(std::string_view text) {
    if (!format::isUtf8(text)) {
        return fail(ErrorCode::Corrupt, "The JSON cannot be read: it is not UTF-8.");
    }
    JsonReader reader(text);
    Metadata value = reader.document();
    if (reader.error) {
        return fail(std::move(*reader.error));
    }
    return value;
}

} // namespace tessera::token
