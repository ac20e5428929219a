#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <cmath>
#include <cstdint>

namespace tessera::experiment {

namespace {

// Bytes of the UTF-8 character at `at`; 0 if there is none (RFC 3629).
std::size_t characterLength(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || at + length > text.size()) {
        return 0;
    }
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80) {
            return 0;
        }
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool outside = (first == 0xed && byte(1) > 0x9f) || (first == 0xf4 && byte(1) > 0x8f);
    return overlong || outside ? 0 : length;
}

// `write` gets each character, or nothing for a byte that belongs to none.
template <class Write>
std::string rewritten(std::string_view text, Write write) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto length = characterLength(text, at);
        result += write(text.substr(at, length));
        at += length == 0 ? 1 : length;
    }
    return result;
}

std::string xmlCharacter(std::string_view character) {
    constexpr std::string_view kReplacement = "\uFFFD";
    if (character.empty() || character == "\uFFFE" || character == "\uFFFF") {
        return std::string(kReplacement);
    }
    switch (character.front()) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
    case '\n':
    case '\r':
        return std::string(character);
    default:
        break;
    }
    const bool control = character.size() == 1 && static_cast<std::uint8_t>(character[0]) < 0x20;
    return std::string(control ? kReplacement : character);
}

std::string latexCharacter(std::string_view character) {
    if (character.empty()) {
        return "?";
    }
    if (character == kDash) {
        return "--";
    }
    const char c = character.front();
    switch (c) {
    case '\\':
        return "\\textbackslash{}";
    case '~':
        return "\\textasciitilde{}";
    case '^':
        return "\\textasciicircum{}";
    case '<':
        return "\\textless{}";
    case '>':
        return "\\textgreater{}";
    case '"':
        return "\\textquotedbl{}";
    case '{':
    case '}':
    case '$':
    case '&':
    case '#':
    case '%':
    case '_':
        return std::string("\\") + c;
    default:
        return static_cast<std::uint8_t>(c) < 0x20 || c == 0x7f ? " " : std::string(character);
    }
}

double shown(double fraction) {
    const double value = 100.0 * fraction;
    return std::fabs(value) < 0.05 ? 0.0 : value; // no "-0.0"
}

std::string withInterval(std::string value, std::size_t count,
                         const std::optional<Interval>& interval) {
    if (interval) {
        return value + " " + intervalText(interval);
    }
    return count == 1 ? value + " (n = 1)" : value;
}

} // namespace

std::string xmlEscaped(std::string_view text) {
    return rewritten(text, xmlCharacter);
}

std::string latexEscaped(std::string_view text) {
    return rewritten(text, latexCharacter);
}

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + "\"";
}

std::string percentText(const std::optional<double>& fraction) {
    return fraction ? fmt::format("{:.1f}", shown(*fraction)) : std::string(kDash);
}

std::string pointsText(const std::optional<double>& fraction) {
    if (!fraction) {
        return std::string(kDash);
    }
    const double value = shown(*fraction);
    return value == 0.0 ? "0.0" : fmt::format("{:+.1f}", value);
}

std::string intervalText(const std::optional<Interval>& interval) {
    return interval ? fmt::format("[{:.1f}, {:.1f}]", shown(interval->lo), shown(interval->hi))
                    : std::string(kDash);
}

std::string estimateText(const stats::Estimate& estimate) {
    return withInterval(percentText(estimate.mean), estimate.count, estimate.interval);
}

std::string changeText(const stats::Estimate& estimate) {
    return withInterval(pointsText(estimate.mean), estimate.count, estimate.interval);
}

std::string differenceText(const stats::Difference& difference) {
    return withInterval(pointsText(difference.mean), difference.count, difference.interval);
}

std::string pText(const std::optional<double>& pValue) {
    if (!pValue) {
        return std::string(kDash);
    }
    // "p = 0.004" and "p < 0.001" without the name.
    const auto words = stats::pWords(*pValue);
    return words.substr(words.starts_with("p = ") ? 4 : 2);
}

std::string rangeText(const stats::Range& range, int decimals, double scale) {
    if (range.count == 0) {
        return std::string(kDash);
    }
    const auto number = [&](double value) {
        return fmt::format("{:.{}f}", value / scale, decimals);
    };
    if (number(range.least) == number(range.most)) {
        return number(range.least);
    }
    return fmt::format("{} to {} (mean {:.{}f})", number(range.least), number(range.most),
                       range.mean / scale, decimals == 0 ? 1 : decimals);
}

std::string findingText(stats::Finding finding) {
    switch (finding) {
    case stats::Finding::NotMeasured:
        return "not compared";
    case stats::Finding::OneSeed:
        return "n = 1, no interval over seeds";
    case stats::Finding::Identical:
        return "equal on every seed";
    case stats::Finding::NoSpread:
        return "no spread, no test";
    case stats::Finding::NotDistinguishable:
        return "not distinguishable";
    case stats::Finding::Better:
        return "better";
    case stats::Finding::Worse:
        return "worse";
    }
    return {};
}

std::string countText(std::size_t count, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string listText(const std::vector<std::string>& parts) {
    std::string text;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        text += i == 0 ? "" : i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    return text;
}

} // namespace tessera::experiment
