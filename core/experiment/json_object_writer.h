#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/api/ids.h"
#include "core/experiment/field_types.h"

namespace tessera::experiment {

// Writes one JSON object field by field: the counterpart of JsonObjectReader, with the same
// functions. Leaves out what is not set (empty optionals, texts and paths). A stack object, used on
// one thread; it keeps a reference to the JSON.
class JsonObjectWriter {
public:
    using Json = nlohmann::ordered_json;

    explicit JsonObjectWriter(Json& object) : m_object(object) { m_object = Json::object(); }

    void integer(const char* key, int value, IntegerRange) { m_object[key] = value; }
    void integer(const char* key, const std::optional<int>& value, IntegerRange) {
        optional(key, value);
    }
    void natural(const char* key, std::uint64_t value) { m_object[key] = value; }
    void real(const char* key, double value, RealRange);
    void boolean(const char* key, const std::optional<bool>& value) { optional(key, value); }
    void text(const char* key, const std::string& value, Presence = Presence::Optional);
    void path(const char* key, const std::filesystem::path& value) {
        text(key, value.generic_string());
    }

    template <class Enum, std::size_t N>
    void choice(const char* key, Enum value, const Choices<Enum, N>& choices) {
        for (const auto& choice : choices) {
            if (choice.value == value) {
                m_object[key] = choice.name;
            }
        }
    }

    template <class Tag>
    void list(const char* key, const std::vector<StrongId<Tag>>& ids) {
        Json& array = m_object[key] = Json::array();
        for (const auto& id : ids) {
            array.push_back(id.value);
        }
    }

    void texts(const char* key, const std::vector<std::string>& values) {
        if (!values.empty()) {
            m_object[key] = values;
        }
    }

    template <class Spec>
    void object(const char* key, const Spec& spec, Presence = Presence::Optional) {
        JsonObjectWriter fields(m_object[key]);
        describe(fields, spec);
    }
    template <class Spec>
    void object(const char* key, const std::optional<Spec>& spec) {
        if (spec) {
            object(key, *spec);
        }
    }

    template <class Spec>
    void objects(const char* key, const std::vector<Spec>& specs) {
        Json& array = m_object[key] = Json::array();
        for (const auto& spec : specs) {
            JsonObjectWriter fields(array.emplace_back());
            describe(fields, spec);
        }
    }

    void naturals(const char* key, const std::vector<std::uint64_t>& values) {
        m_object[key] = values;
    }
    void integers(const char* key, const std::vector<int>& values, IntegerRange) {
        m_object[key] = values;
    }

    void require(bool, const char*) {} // a rule for readers

private:
    template <class T>
    void optional(const char* key, const std::optional<T>& value) {
        if (value) {
            m_object[key] = *value;
        }
    }

    Json& m_object;
};

} // namespace tessera::experiment
