#include "core/experiment/study_report.h"

#include <algorithm>
#include <map>

namespace tessera::experiment {

namespace {

template <class Entry>
std::string sentenceOf(const std::vector<Entry>& entries, const std::string& id) {
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const auto& entry) { return entry.id == id; });
    return found == entries.end() ? std::string() : found->description;
}

bool isNoted(const std::vector<StudyMethodNote>& notes, const std::string& label) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const auto& note) { return note.label == label; });
}

std::vector<StudyEnvironmentNote> environmentOf(std::span<const StudyRow> rows) {
    std::map<std::string, std::vector<std::string>> values;
    for (const auto& row : rows) {
        for (const auto& [name, value] : row.environment) {
            auto& seen = values[name];
            if (std::find(seen.begin(), seen.end(), value) == seen.end()) {
                seen.push_back(value);
            }
        }
    }
    std::vector<StudyEnvironmentNote> notes;
    for (auto& [name, seen] : values) {
        notes.push_back({name, std::move(seen)});
    }
    return notes;
}

} // namespace

StudyAbout aboutStudy(std::string name, std::span<const StudyRow> rows,
                      const stats::StudySummary& summary, const Catalog& catalog) {
    StudyAbout about;
    about.name = std::move(name);
    about.environment = environmentOf(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& label = summary.grouping.methods[summary.grouping.places[i].method];
        const auto& mode = rows[i].cell.experiment.transfer.mode.value;
        if (!isNoted(about.methods, label)) {
            about.methods.push_back(
                {label, sentenceOf(catalog.modes, mode), std::string(methodCitation(mode))});
        }
        for (const auto& control : rows[i].summary.controls) {
            if (!isNoted(about.controls, control.id.value)) {
                about.controls.push_back(
                    {control.id.value, sentenceOf(catalog.controls, control.id.value), {}});
            }
        }
    }
    return about;
}

} // namespace tessera::experiment
