#include "core/format/safetensors_header.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <limits>
#include <unordered_set>
#include <utility>

namespace tessera::format {

namespace {

constexpr std::string_view kMetadata = "__metadata__";

// Follows the events of nlohmann's parser. A document object is never built: it would hide
// repeated keys and take quadratic time for many of them. Lives for one parse.
class HeaderReader {
public:
    SafetensorsHeader header;
    std::string problem; // empty: none
    std::uint64_t position = 0;

    bool null() { return refuse("null is not allowed"); }
    bool boolean(bool) { return refuse("true and false are not allowed"); }
    bool number_float(double, const std::string&) {
        return refuse("only whole numbers may appear");
    }
    bool binary(nlohmann::json::binary_t&) { return refuse("binary is not allowed"); }

    bool number_integer(std::int64_t) { return refuse("a number is negative"); }

    bool number_unsigned(std::uint64_t value) {
        constexpr auto kMax = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
        if (m_place != Place::Shape && m_place != Place::Offsets) {
            return refuse("a number is where none belongs");
        }
        if (value > kMax) {
            return refuse("a number is too large");
        }
        if (m_place == Place::Shape) {
            header.entries.back().shape.push_back(static_cast<std::int64_t>(value));
            return true;
        }
        if (m_offsets.size() == 2) {
            return refuse("data_offsets must hold two numbers");
        }
        m_offsets.push_back(value);
        return true;
    }

    bool string(std::string& value) {
        if (m_place == Place::Metadata) {
            header.metadata[m_key] = std::move(value);
            return true;
        }
        if (m_place == Place::Entry && m_key == "dtype") {
            header.entries.back().dtype = std::move(value);
            return true;
        }
        return refuse("a string is where none belongs");
    }

    bool start_object(std::size_t) {
        switch (m_place) {
        case Place::Start:
            m_place = Place::Top;
            return true;
        case Place::Top:
            m_keys.clear();
            if (m_key == kMetadata) {
                m_place = Place::Metadata;
            } else {
                m_place = Place::Entry;
                m_offsets.clear();
                header.entries.push_back({});
                header.entries.back().name = m_key;
            }
            return true;
        default:
            return refuse("an object is where none belongs");
        }
    }

    bool key(std::string& name) {
        auto& known = m_place == Place::Top ? m_names : m_keys;
        if (!known.insert(name).second) {
            return refuse(fmt::format("the key '{}' appears twice", name));
        }
        if (m_place == Place::Entry && name != "dtype" && name != "shape" &&
            name != "data_offsets") {
            return refuse(fmt::format("the key '{}' is unknown", name));
        }
        m_key = std::move(name);
        return true;
    }

    bool end_object() {
        if (m_place == Place::Entry) {
            if (m_keys.size() != 3 || m_offsets.size() != 2) {
                return refuse(fmt::format("the tensor '{}' lacks dtype, shape or data_offsets",
                                          header.entries.back().name));
            }
            header.entries.back().begin = m_offsets[0];
            header.entries.back().end = m_offsets[1];
        }
        m_place = m_place == Place::Top ? Place::Done : Place::Top;
        return true;
    }

    bool start_array(std::size_t) {
        if (m_place == Place::Entry && m_key == "shape") {
            m_place = Place::Shape;
            return true;
        }
        if (m_place == Place::Entry && m_key == "data_offsets") {
            m_place = Place::Offsets;
            return true;
        }
        return refuse("an array is where none belongs");
    }

    bool end_array() {
        m_place = Place::Entry;
        return true;
    }

    bool parse_error(std::size_t where, const std::string&, const nlohmann::json::exception&) {
        position = where == 0 ? 0 : where - 1; // the parser counts from 1
        return refuse("it is not valid JSON");
    }

private:
    enum class Place { Start, Top, Entry, Shape, Offsets, Metadata, Done };

    bool refuse(std::string what) {
        problem = std::move(what);
        return false;
    }

    Place m_place = Place::Start;
    std::string m_key;
    std::vector<std::uint64_t> m_offsets;
    std::unordered_set<std::string> m_names; // of the outermost object
    std::unordered_set<std::string> m_keys;  // of the object inside it
};

std::string jsonText(std::string_view text) {
    return nlohmann::json(text).dump();
}

} // namespace

Result<SafetensorsHeader> parseSafetensorsHeader(std::string_view json) {
    HeaderReader reader;
    if (json.empty() || json.front() != '{') {
        reader.problem = "it does not start with '{'";
    } else {
        nlohmann::json::sax_parse(json.begin(), json.end(), &reader);
    }
    if (!reader.problem.empty()) {
        return fail(Error{ErrorCode::Corrupt,
                          fmt::format("The SafeTensors header is damaged: {}.", reader.problem),
                          reader.position});
    }
    return std::move(reader.header);
}

std::string safetensorsHeaderText(const SafetensorsHeader& header) {
    std::vector<std::string> members;
    if (!header.metadata.empty()) {
        members.push_back(
            fmt::format("{}:{}", jsonText(kMetadata), nlohmann::json(header.metadata).dump()));
    }
    for (const auto& entry : header.entries) {
        members.push_back(fmt::format(R"({}:{{"dtype":{},"shape":[{}],"data_offsets":[{},{}]}})",
                                      jsonText(entry.name), jsonText(entry.dtype),
                                      fmt::join(entry.shape, ","), entry.begin, entry.end));
    }
    std::string text = fmt::format("{{{}}}", fmt::join(members, ","));
    text.append((8 - text.size() % 8) % 8, ' ');
    return text;
}

} // namespace tessera::format
