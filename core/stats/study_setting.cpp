#include "core/stats/study_setting.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::stats {

namespace {

Experiment settingOf(const Experiment& experiment) {
    Experiment setting = experiment;
    setting.name.clear();
    setting.seed = 0;
    setting.source.network = {};
    setting.receiver.network = {};
    setting.transfer = {};
    setting.controls.clear();
    return setting;
}

std::string dataLabel(const DataSpec& data) {
    std::string label = data.name.empty() ? data.file.stem().string() : data.name;
    if (data.splits.reference > 0) {
        label += fmt::format(", {} reference inputs", data.splits.reference);
    }
    if (!data.shift.kind.empty()) {
        label += fmt::format(", {} {}", data.shift.kind, data.shift.strength);
    }
    if (!data.task.kind.empty()) {
        label += fmt::format(", source task {} {}", data.task.kind, data.task.strength);
    }
    return label;
}

// The place of `label` with its recipe among those seen, which it joins if it is new. A label that
// already stands for another recipe is numbered.
template <class Recipe>
std::size_t placeOf(const std::string& label, const Recipe& recipe,
                    std::vector<std::string>& labels, std::vector<Recipe>& recipes,
                    std::vector<std::string>& plain) {
    std::size_t namesakes = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (plain[i] != label) {
            continue;
        }
        if (recipes[i] == recipe) {
            return i;
        }
        ++namesakes;
    }
    labels.push_back(namesakes == 0 ? label : fmt::format("{} ({})", label, namesakes + 1));
    recipes.push_back(recipe);
    plain.push_back(label);
    return labels.size() - 1;
}

struct Networks {
    NetworkSpec source, receiver;
    friend bool operator==(const Networks&, const Networks&) = default;
};

} // namespace

StudyGrouping groupRows(std::span<const StudyRow> rows) {
    StudyGrouping grouping;
    std::vector<TransferSpec> transfers;
    std::vector<Networks> networks;
    std::vector<Experiment> recipes;
    std::vector<std::string> settingLabels, plainMethods, plainPairs, plainSettings;
    for (const auto& row : rows) {
        const auto& cell = row.cell;
        const auto& experiment = cell.experiment;
        StudyPlace place;
        place.method =
            placeOf(cell.method, experiment.transfer, grouping.methods, transfers, plainMethods);
        place.pair = placeOf(fmt::format("{} > {}", cell.sourceLabel, cell.receiverLabel),
                             Networks{experiment.source.network, experiment.receiver.network},
                             grouping.pairs, networks, plainPairs);
        place.setting = placeOf(dataLabel(experiment.data), settingOf(experiment), settingLabels,
                                recipes, plainSettings);
        grouping.places.push_back(place);
        grouping.seeds.push_back(experiment.seed);
    }
    for (std::size_t i = 0; i < recipes.size(); ++i) {
        grouping.settings.push_back(StudySetting{settingLabels[i], recipes[i]});
    }
    std::sort(grouping.seeds.begin(), grouping.seeds.end());
    grouping.seeds.erase(std::unique(grouping.seeds.begin(), grouping.seeds.end()),
                         grouping.seeds.end());
    return grouping;
}

} // namespace tessera::stats
