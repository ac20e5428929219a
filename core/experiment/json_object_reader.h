#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/api/ids.h"
#include "core/experiment/field_types.h"

namespace tessera::experiment {

// Everything that is wrong with a document, as sentences, so that a person mends it in one go.
class ProblemList {
public:
    void add(std::string sentence) { m_sentences.push_back(std::move(sentence)); }
    [[nodiscard]] bool empty() const { return m_sentences.empty(); }
    [[nodiscard]] const std::vector<std::string>& sentences() const { return m_sentences; }
    // The first five, and how many more there are.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::string> m_sentences;
};

// Reads one JSON object field by field. A key that is absent leaves the value as it is; whatever
// does not fit is added to the problems with its place, such as "transfer.hub.dim". finish() then
// names the keys that no one asked for. A stack object, used on one thread; it keeps references to
// the JSON and the problems.
class JsonObjectReader {
public:
    using Json = nlohmann::ordered_json;

    // `place` is empty for the document itself.
    JsonObjectReader(const Json& value, std::string place, ProblemList& problems);

    void integer(const char* key, int& value, IntegerRange range);
    void integer(const char* key, std::optional<int>& value, IntegerRange range);
    void natural(const char* key, std::uint64_t& value); // 0 to 2^64 - 1
    void real(const char* key, double& value, RealRange range);
    void boolean(const char* key, std::optional<bool>& value);
    void text(const char* key, std::string& value, Presence presence = Presence::Optional);
    void path(const char* key, std::filesystem::path& value);

    template <class Enum, std::size_t N>
    void choice(const char* key, Enum& value, const Choices<Enum, N>& choices) {
        std::vector<std::string> names;
        for (const auto& choice : choices) {
            names.emplace_back(choice.name);
        }
        if (const auto index = chosen(key, names)) {
            value = choices[*index].value;
        }
    }

    // An array of different texts; an empty one is a value of its own.
    template <class Tag>
    void list(const char* key, std::vector<StrongId<Tag>>& ids) {
        if (const auto texts = textList(key)) {
            ids.clear();
            for (const auto& text : *texts) {
                ids.emplace_back(text);
            }
        }
    }

    // An array of different texts that are not empty.
    void texts(const char* key, std::vector<std::string>& values) {
        if (auto read = textList(key)) {
            values = std::move(*read);
        }
    }

    template <class Spec>
    void object(const char* key, Spec& spec, Presence presence = Presence::Optional) {
        if (const auto* value = find(key, presence)) {
            JsonObjectReader fields(*value, placeOf(key), m_problems);
            describe(fields, spec);
            fields.finish();
        }
    }
    template <class Spec>
    void object(const char* key, std::optional<Spec>& spec) {
        if (find(key, Presence::Optional) != nullptr) {
            object(key, spec.emplace());
        }
    }

    // Calls visit(item, place) for every item of an array, with a place such as "pairs[3]".
    template <class Visit>
    void items(const char* key, Visit&& visit, Presence presence = Presence::Optional) {
        const auto* found = array(key, presence);
        for (std::size_t i = 0; found != nullptr && i < found->size(); ++i) {
            visit((*found)[i], placeOf(key) + '[' + std::to_string(i) + ']');
        }
    }

    // An array of objects.
    template <class Spec>
    void objects(const char* key, std::vector<Spec>& specs) {
        items(key, [&](const Json& item, const std::string& place) {
            JsonObjectReader fields(item, place, m_problems);
            describe(fields, specs.emplace_back());
            fields.finish();
        });
    }

    // Arrays of different numbers.
    void naturals(const char* key, std::vector<std::uint64_t>& values);
    void integers(const char* key, std::vector<int>& values, IntegerRange range);

    // A rule that concerns more than one field: "<place of the object> <sentence>" if broken.
    void require(bool holds, const char* sentence);

    void finish();

private:
    [[nodiscard]] std::string placeOf(const std::string& key) const;
    // The value of a key, which counts as asked for from now on. Null if absent.
    const Json* find(const char* key, Presence presence);
    void refuse(const char* key, const Json& value, const std::string& allowed);
    std::optional<std::size_t> chosen(const char* key, const std::vector<std::string>& names);
    std::optional<std::vector<std::string>> textList(const char* key);
    // Null if absent or, which is reported, not an array.
    const Json* array(const char* key, Presence presence);

    const Json* m_object; // null if the value is not an object, which has been reported then
    std::string m_place;
    ProblemList& m_problems;
    std::vector<std::string> m_asked;
};

} // namespace tessera::experiment
