#include "core/experiment/json_text.h"

#include "core/format/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

namespace tessera::experiment {

namespace {

using Json = nlohmann::ordered_json;

// "line 3, column 7" of the last of the first `bytes` bytes.
std::string lineAndColumn(std::string_view text, std::size_t bytes) {
    const auto read = text.substr(0, std::min(bytes, text.size()));
    const auto before = read.substr(0, read.empty() ? 0 : read.size() - 1);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const auto lineStart = before.rfind('\n');
    const auto column = before.size() - (lineStart == std::string_view::npos ? 0 : lineStart + 1);
    return fmt::format("line {}, column {}", line, column + 1);
}

// The parser's reason without its own prefix, and without the excerpt of the text at its end, which
// can be long.
std::string reasonOf(const Json::parse_error& error) {
    std::string reason = error.what();
    if (const auto cut = reason.find(" - "); cut != std::string::npos) {
        reason.erase(0, cut + 3);
    }
    if (const auto cut = reason.find("; last read"); cut != std::string::npos) {
        reason.erase(cut);
    }
    return reason;
}

// The parser looks through all keys of an object for each new one, so that many of them would keep
// it busy for minutes. No experiment has a tenth of that.
constexpr std::size_t kMaxKeys = 1000;
struct TooManyKeys {};

// Watches the parser's events for keys that stand twice in one object. Throws TooManyKeys.
class DuplicateKeys {
public:
    bool operator()(int, Json::parse_event_t event, Json& parsed) {
        switch (event) {
        case Json::parse_event_t::object_start:
            m_open.emplace_back();
            break;
        case Json::parse_event_t::key:
            if (m_open.back().size() >= kMaxKeys) {
                throw TooManyKeys();
            }
            if (!m_open.back().insert(parsed.get_ref<const std::string&>()).second) {
                m_found.insert(parsed.get<std::string>());
            }
            break;
        case Json::parse_event_t::object_end:
            m_open.pop_back();
            break;
        default:
            break;
        }
        return true;
    }

    [[nodiscard]] const std::set<std::string>& found() const { return m_found; }

private:
    std::vector<std::set<std::string>> m_open;
    std::set<std::string> m_found;
};

} // namespace

Result<Json> parseJsonText(std::string_view text) {
    if (!format::isUtf8(text)) {
        return fail(ErrorCode::Corrupt, "the text is not UTF-8; save the file in that encoding");
    }
    DuplicateKeys duplicates;
    try {
        Json json = Json::parse(text.begin(), text.end(), std::ref(duplicates));
        if (!duplicates.found().empty()) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the key {} stands twice in one object; keep one of them",
                                    Json(*duplicates.found().begin()).dump()));
        }
        return json;
    } catch (const TooManyKeys&) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("an object has more than {} keys, which no experiment has", kMaxKeys));
    } catch (const Json::parse_error& error) {
        return fail(Error{ErrorCode::Corrupt,
                          fmt::format("the text is not JSON at {}: {}",
                                      lineAndColumn(text, error.byte), reasonOf(error)),
                          error.byte == 0 ? 0 : error.byte - 1});
    } catch (const Json::out_of_range&) {
        // The parser does not say where.
        return fail(ErrorCode::Corrupt, "the text holds a number that is too large for a double; "
                                        "infinity is written as \"Infinity\"");
    }
}

} // namespace tessera::experiment
