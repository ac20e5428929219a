#include "core/api/run_comparison.h"
#include "core/experiment/experiment_json.h"

#include <algorithm>
#include <map>

namespace tessera {

namespace {

using Json = nlohmann::ordered_json;
using Fields = std::vector<std::pair<std::string, std::string>>;

std::string textOf(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

// Objects become places; lists stay whole.
void flatten(const std::string& place, const Json& json, Fields& fields) {
    for (const auto& [key, value] : json.items()) {
        const auto name = place.empty() ? key : place + "." + key;
        if (value.is_object()) {
            flatten(name, value, fields);
        } else if (name != "name" && name != "schema") {
            fields.emplace_back(name, textOf(value));
        }
    }
}

Fields fieldsOf(const RunRecord& run) {
    Fields fields;
    if (run.experimentReadable) {
        flatten({}, experiment::toJson(run.experiment), fields);
    }
    return fields;
}

} // namespace

std::vector<RunField> fieldsOf(const std::vector<RunRecord>& runs) {
    std::vector<RunField> rows;
    std::map<std::string, std::size_t> places;
    for (std::size_t run = 0; run < runs.size(); ++run) {
        std::size_t next = 0; // what only a later run has stands behind its neighbour there
        for (auto& [name, value] : fieldsOf(runs[run])) {
            auto found = places.find(name);
            if (found == places.end()) {
                for (auto& [other, place] : places) {
                    place += place >= next ? 1 : 0;
                }
                rows.insert(rows.begin() + static_cast<std::ptrdiff_t>(next),
                            {name, std::vector<std::string>(runs.size()), false});
                found = places.emplace(name, next).first;
            }
            rows[found->second].values[run] = std::move(value);
            next = found->second + 1;
        }
    }
    for (auto& row : rows) {
        const std::string* first = nullptr;
        for (std::size_t run = 0; run < runs.size(); ++run) {
            if (!runs[run].experimentReadable) {
                continue;
            }
            first = first != nullptr ? first : &row.values[run];
            row.differs = row.differs || row.values[run] != *first;
        }
    }
    return rows;
}

} // namespace tessera
