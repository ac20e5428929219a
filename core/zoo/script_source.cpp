#include "core/zoo/script_source.h"

#include "core/zoo/readable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <vector>

namespace tessera::zoo {

namespace {

constexpr std::size_t kMaxBrackets = 200;
constexpr std::size_t kMaxIndent = 400;    // columns
constexpr std::size_t kMaxChain = 500;     // operators between two commas or brackets
constexpr std::size_t kMaxClasses = 1'000; // of one file; they are compiled by recursion
constexpr std::size_t kMemberIndent = 2;   // of what stands in a class

std::size_t lineOf(std::string_view text, std::size_t at) {
    return 1 + static_cast<std::size_t>(
                   std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
}

// The end of the string literal that begins at `at`.
std::size_t endOfString(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == quote || text[i] == '\n') {
            return i;
        }
    }
    return text.size();
}

bool isWordLetter(char letter) {
    return std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
}

// Place of the first nesting or chain that goes too far, or npos.
std::size_t tooDeep(std::string_view text) {
    std::vector<std::size_t> chains{0}; // one per open bracket
    std::size_t indent = 0;
    bool atStart = true;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char letter = text[i];
        if (letter == '\n') {
            indent = 0;
            atStart = true;
            if (chains.size() == 1) {
                chains.back() = 0;
            }
            continue;
        }
        if (atStart && (letter == ' ' || letter == '\t')) {
            if (++indent > kMaxIndent) {
                return i;
            }
            continue;
        }
        atStart = false;
        if (letter == '"' || letter == '\'') {
            i = endOfString(text, i);
        } else if (letter == '(' || letter == '[' || letter == '{') {
            ++chains.back();
            chains.push_back(0);
            if (chains.size() > kMaxBrackets) {
                return i;
            }
        } else if (letter == ')' || letter == ']' || letter == '}') {
            if (chains.size() > 1) {
                chains.pop_back();
            }
        } else if (letter == ',') {
            chains.back() = 0;
        } else if (!isWordLetter(letter) && letter != ' ') {
            ++chains.back();
        } else if (isWordLetter(letter) && (i == 0 || !isWordLetter(text[i - 1]))) {
            ++chains.back(); // "not not not", "a if b else c if d else ..."
        }
        if (chains.back() > 2 * kMaxChain) {
            return i;
        }
    }
    return std::string_view::npos;
}

std::size_t countOf(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

// A value in a class must have its type, "width : Final[int] = 3", since LibTorch looks at it
// without asking whether it is there. Line of the first one that has none, or 0.
std::size_t untypedValue(std::string_view text) {
    bool inClass = false;
    std::size_t line = 0;
    while (!text.empty()) {
        ++line;
        const auto end = std::min(text.find('\n'), text.size());
        const auto row = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto indent = std::min(row.find_first_not_of(" \t"), row.size());
        if (indent == row.size()) {
            continue;
        }
        if (indent == 0) {
            inClass = row.starts_with("class ") && row.find("(Enum)") == std::string_view::npos;
            continue;
        }
        const auto member = row.substr(indent);
        // What stands further in belongs to a method.
        if (!inClass || indent > kMemberIndent || member.starts_with("def ") ||
            member.starts_with("__annotations__[\"")) {
            continue;
        }
        const auto equals = member.find('=');
        if (equals == std::string_view::npos) {
            continue;
        }
        const auto left = member.substr(0, equals);
        const bool isList = left.starts_with("__") && left.find(':') == std::string_view::npos &&
                            left.ends_with("__ ") && member.substr(equals).starts_with("= [");
        const auto final = left.find(" : Final[");
        if (!isList && (final == std::string_view::npos || left.ends_with("Final[] "))) {
            return line;
        }
    }
    return 0;
}

} // namespace

Result<void> checkScriptSource(const std::string& rawName, std::string_view text) {
    const auto name = readableText(rawName);
    if (!format::isUtf8(text)) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("the code is damaged ({} is not UTF-8); get the file again", name));
    }
    if (const auto at = text.find("def __setstate__"); at != std::string_view::npos) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the network restores itself by running code while it is loaded "
                                "({}, line {}: __setstate__), as quantised networks do; export it "
                                "before it is quantised",
                                name, lineOf(text, at)));
    }
    constexpr std::string_view kClasses = "__torch__.torch.classes.";
    if (const auto at = text.find(kClasses); at != std::string_view::npos) {
        auto end = at;
        while (end < text.size() && (isWordLetter(text[end]) || text[end] == '.')) {
            ++end;
        }
        return fail(ErrorCode::Unsupported,
                    fmt::format("the network uses objects of the C++ class '{}' ({}, line {}), "
                                "which reach outside of its tensors; export it without them",
                                text.substr(at, end - at), name, lineOf(text, at)));
    }
    if (const auto at = tooDeep(text); at != std::string_view::npos) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the code is nested more deeply than that of any network ({}, line "
                                "{}); it was not loaded",
                                name, lineOf(text, at)));
    }
    if (const auto line = untypedValue(text); line != 0) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("the code is damaged ({}, line {}: a value without its type); get "
                                "the file again",
                                name, line));
    }
    if (countOf(text, "class ") > kMaxClasses) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("{} defines more classes than any network does", name));
    }
    return {};
}

} // namespace tessera::zoo
