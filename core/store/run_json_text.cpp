#include "core/store/run_json_text.h"

#include "core/store/run_json.h"
#include "core/store/run_json_fields.h"

#include <charconv>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace tessera::store {

namespace {

// Reads what dump() writes: no blanks, keys in the order of fields(), of which some may be missing,
// texts of plain ASCII. good() is false if the text is anything else, JSON or not.
class DumpedText {
public:
    explicit DumpedText(std::string_view text) : m_rest(text) {}

    [[nodiscard]] bool good() const { return m_good && m_rest.empty(); }

    // A key that does not stand next is missing; if it stands elsewhere, the end of the object is
    // not where it is looked for.
    template <class T>
    void operator()(std::string_view key, T& value) {
        auto rest = m_rest;
        if (m_inside && !skip(rest, ",")) {
            return;
        }
        if (skip(rest, "\"") && skip(rest, key) && skip(rest, "\":")) {
            m_rest = rest;
            m_inside = true;
            read(value);
        }
    }

    void read(Environment& values) {
        take("{");
        if (skip(m_rest, "}")) {
            return;
        }
        do {
            std::string key;
            read(key);
            take(":");
            read(values[key]);
        } while (m_good && skip(m_rest, ","));
        take("}");
    }

    template <class T>
    void read(T& value) {
        const bool inside = std::exchange(m_inside, false);
        take("{");
        fields(*this, value);
        take("}");
        m_inside = inside;
    }

private:
    template <class T>
    void read(std::optional<T>& value) {
        if (skip(m_rest, "null")) {
            value.reset();
        } else {
            read(value.emplace());
        }
    }
    template <class T>
    void read(std::vector<T>& values) {
        take("[");
        if (skip(m_rest, "]")) {
            return;
        }
        do {
            read(values.emplace_back());
        } while (m_good && skip(m_rest, ","));
        take("]");
    }
    void read(Interval& value) {
        take("[");
        read(value.lo);
        take(",");
        read(value.hi);
        take("]");
    }
    void read(ControlId& value) { read(value.value); }
    void read(std::string& value) {
        take("\"");
        std::size_t length = 0;
        while (length < m_rest.size() && isPlain(m_rest[length])) {
            ++length;
        }
        value.assign(m_rest.substr(0, length));
        m_rest.remove_prefix(length);
        take("\"");
    }
    void read(int& value) { convert(numberLength().whole, value); }
    void read(std::int64_t& value) { convert(numberLength().whole, value); }
    void read(double& value) {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        if (skip(m_rest, "\"NaN\"")) {
            value = std::numeric_limits<double>::quiet_NaN();
        } else if (skip(m_rest, "\"Infinity\"")) {
            value = kInfinity;
        } else if (skip(m_rest, "\"-Infinity\"")) {
            value = -kInfinity;
        } else if (const auto length = numberLength(); length.all != length.whole) {
            convert(length.all, value);
        } else { // of which JSON makes an integer first: -0 is 0
            std::int64_t whole = 0;
            convert(length.whole, whole);
            value = static_cast<double>(whole);
        }
    }

    static bool skip(std::string_view& rest, std::string_view expected) {
        const bool there = rest.starts_with(expected);
        rest.remove_prefix(there ? expected.size() : 0);
        return there;
    }
    void take(std::string_view expected) { m_good = skip(m_rest, expected) && m_good; }

    static bool isPlain(char c) {
        return c >= ' ' && c != '"' && c != '\\' && static_cast<unsigned char>(c) < 0x80;
    }

    // Of the number that comes next, as JSON writes it, and of its whole part; 0: none.
    struct NumberLength {
        std::size_t whole = 0, all = 0;
    };
    [[nodiscard]] NumberLength numberLength() const {
        std::size_t at = 0;
        const auto is = [&](char c) { return at < m_rest.size() && m_rest[at] == c; };
        const auto digits = [&] {
            const auto from = at;
            while (at < m_rest.size() && m_rest[at] >= '0' && m_rest[at] <= '9') {
                ++at;
            }
            return at - from;
        };
        at += is('-') ? 1 : 0;
        const bool zero = is('0');
        if (const auto count = digits(); count == 0 || (zero && count > 1)) {
            return {};
        }
        NumberLength length{at, at};
        if (is('.')) {
            ++at;
            if (digits() == 0) {
                return {};
            }
        }
        if (is('e') || is('E')) {
            ++at;
            at += is('+') || is('-') ? 1 : 0;
            if (digits() == 0) {
                return {};
            }
        }
        length.all = at;
        return length;
    }
    // What does not fit the type, or goes on behind it, is for others to judge.
    template <class Number>
    void convert(std::size_t length, Number& value) {
        const char* end = m_rest.data() + length;
        const auto read = std::from_chars(m_rest.data(), end, value);
        m_good = m_good && length > 0 && read.ec == std::errc() && read.ptr == end;
        m_rest.remove_prefix(length);
    }

    std::string_view m_rest;
    bool m_good = true;
    bool m_inside = false; // a value of this object has been read
};

template <class T>
Result<T> fromText(std::string_view text, Result<T> (*otherwise)(const nlohmann::ordered_json&)) {
    DumpedText dumped(text);
    T value{};
    dumped.read(value);
    if (dumped.good()) {
        return value;
    }
    const auto json = parse(text);
    return json ? otherwise(*json) : fail(json.error());
}

} // namespace

Result<RunSummary> summaryFromText(std::string_view text) {
    return fromText(text, summaryFromJson);
}

Result<Environment> environmentFromText(std::string_view text) {
    return fromText(text, environmentFromJson);
}

} // namespace tessera::store
