#include "core/api/run_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <tuple>

namespace tessera {

namespace {

struct Networks {
    NetworkSpec source, receiver;
    friend bool operator==(const Networks&, const Networks&) = default;
};

std::optional<LeftOut> obstacleOf(const RunRecord& run) {
    switch (run.state) {
    case RunState::Failed:
        return LeftOut::Failed;
    case RunState::Cancelled:
        return LeftOut::Cancelled;
    case RunState::Interrupted:
        return LeftOut::Interrupted;
    case RunState::Queued:
    case RunState::Running:
    case RunState::Cancelling:
        return LeftOut::NotFinished;
    case RunState::Done:
        break;
    }
    return run.experimentReadable ? std::nullopt : std::optional(LeftOut::Unreadable);
}

// What all runs of a group share.
Experiment settingOf(const Experiment& experiment, RunGrouping grouping) {
    Experiment setting = experiment;
    setting.name.clear();
    setting.seed = 0;
    setting.controls.clear();
    if (grouping == RunGrouping::SeedAndNetworks) {
        setting.source.network = {};
        setting.receiver.network = {};
    }
    return setting;
}

template <class Value>
std::size_t placeOf(const Value& value, std::vector<Value>& known) {
    const auto found = std::find(known.begin(), known.end(), value);
    if (found == known.end()) {
        known.push_back(value);
        return known.size() - 1;
    }
    return static_cast<std::size_t>(found - known.begin());
}

// The short names of networks say what these hold.
bool isInNetworkLabel(std::string_view field) {
    return field.ends_with(".architecture.family") || field.ends_with(".architecture.width") ||
           field.ends_with(".architecture.depth") || field == "source.file" ||
           field == "receiver.file";
}

std::string_view leafOf(std::string_view field) {
    return field.substr(field.rfind('.') + 1); // npos + 1 is 0
}

// The last part of a field's name where no other of `fields` ends alike, else all of it.
std::string shortName(const RunField& field, const std::vector<RunField>& fields) {
    const auto leaf = leafOf(field.name);
    const auto alike = std::count_if(fields.begin(), fields.end(), [&](const RunField& other) {
        return leafOf(other.name) == leaf;
    });
    return alike == 1 ? std::string(leaf) : field.name;
}

void nameGroups(RunGroups& groups, std::vector<RunRecord> first, RunGrouping grouping) {
    for (auto& run : first) { // what no group is told apart by
        run.experiment = settingOf(run.experiment, grouping);
    }
    auto fields = fieldsOf(first);
    std::erase_if(fields, [](const RunField& field) { return !field.differs; });
    const bool byNetworks = std::any_of(fields.begin(), fields.end(), [](const RunField& field) {
        return isInNetworkLabel(field.name);
    });
    std::erase_if(fields, [](const RunField& field) { return isInNetworkLabel(field.name); });
    for (std::size_t i = 0; i < groups.groups.size(); ++i) {
        auto& group = groups.groups[i];
        std::vector<std::string> parts;
        if (byNetworks) {
            parts.push_back(groups.networks[group.runs.front().networks]);
        }
        for (const auto& field : fields) {
            const auto& value = field.values[i];
            parts.push_back(
                fmt::format("{} {}", shortName(field, fields), value.empty() ? "-" : value));
        }
        if (parts.empty()) { // the only group
            parts.push_back(fmt::format("mode {}", first[i].experiment.transfer.mode.value));
        }
        group.label = fmt::format("{}", fmt::join(parts, ", "));
    }
}

} // namespace

RunGroups groupRuns(const std::vector<RunRecord>& runs, RunGrouping grouping) {
    RunGroups result;
    std::vector<Networks> networks;
    std::vector<Experiment> settings;
    std::vector<RunRecord> firstRuns;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto& run = runs[i];
        if (const auto obstacle = obstacleOf(run)) {
            result.leftOut.push_back({i, *obstacle});
            continue;
        }
        const auto& experiment = run.experiment;
        const auto pair =
            placeOf(Networks{experiment.source.network, experiment.receiver.network}, networks);
        if (pair == result.networks.size()) {
            result.networks.push_back(fmt::format("{} > {}", run.sourceLabel, run.receiverLabel));
        }
        const auto place = placeOf(settingOf(experiment, grouping), settings);
        if (place == result.groups.size()) {
            result.groups.emplace_back();
            firstRuns.push_back(run);
        }
        auto& members = result.groups[place].runs;
        const auto same = std::find_if(members.begin(), members.end(), [&](const GroupedRun& each) {
            return each.seed == experiment.seed && each.networks == pair;
        });
        if (same == members.end()) {
            members.push_back({i, experiment.seed, pair});
        } else {
            const auto later = std::max(same->run, i, [&](std::size_t a, std::size_t b) {
                return std::tie(runs[a].startedAt, a) < std::tie(runs[b].startedAt, b);
            });
            result.leftOut.push_back({later == i ? same->run : i, LeftOut::Repeated});
            same->run = later;
        }
    }
    for (auto& group : result.groups) {
        std::sort(group.runs.begin(), group.runs.end(), [](const auto& a, const auto& b) {
            return std::tie(a.networks, a.seed) < std::tie(b.networks, b.seed);
        });
    }
    std::sort(result.leftOut.begin(), result.leftOut.end(),
              [](const auto& a, const auto& b) { return a.run < b.run; });
    nameGroups(result, std::move(firstRuns), grouping);
    return result;
}

} // namespace tessera
