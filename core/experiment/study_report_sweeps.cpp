#include "core/experiment/study_report_sweeps.h"

#include "core/experiment/study_expansion.h"

#include <fmt/format.h>

#include <algorithm>

namespace tessera::experiment {

namespace {

constexpr const char* kOtherData = "other";

Sweep shiftSweep(const std::string& kind) {
    return {"strength of the shift: " + kind,
            [kind](const Experiment& recipe) {
                return recipe.data.shift.kind == kind || recipe.data.shift.kind.empty();
            },
            [](const Experiment& recipe) {
                return recipe.data.shift.kind.empty() ? 0.0 : recipe.data.shift.strength;
            },
            [](Experiment& recipe) { recipe.data.shift = {}; }};
}

Sweep taskSweep(const std::string& kind) {
    return {"share of the classes that the source learned otherwise: " + kind,
            [kind](const Experiment& recipe) {
                return recipe.data.task.kind == kind || recipe.data.task.kind.empty();
            },
            [](const Experiment& recipe) {
                return recipe.data.task.kind.empty() ? 0.0 : recipe.data.task.strength;
            },
            [](Experiment& recipe) { recipe.data.task = {}; }};
}

Experiment neutral(const Sweep& sweep, Experiment recipe) {
    sweep.neutral(recipe);
    return recipe;
}

} // namespace

Sweep referenceSweep() {
    return {"reference inputs (unlabelled)",
            [](const Experiment& recipe) { return recipe.data.splits.reference > 0; },
            [](const Experiment& recipe) { return double(recipe.data.splits.reference); },
            [](Experiment& recipe) { recipe.data.splits.reference = 0; }};
}

std::vector<Sweep> conditionSweeps(const stats::StudySummary& summary) {
    std::vector<Sweep> sweeps;
    std::vector<std::string> shifts, tasks;
    const auto isNew = [](const std::string& kind, std::vector<std::string>& known) {
        if (kind.empty() || std::find(known.begin(), known.end(), kind) != known.end()) {
            return false;
        }
        known.push_back(kind);
        return true;
    };
    for (const auto& setting : summary.grouping.settings) {
        const auto& data = setting.recipe.data;
        if (isNew(data.shift.kind, shifts)) {
            sweeps.push_back(shiftSweep(data.shift.kind));
        }
        if (data.task.kind != kOtherData && isNew(data.task.kind, tasks)) {
            sweeps.push_back(taskSweep(data.task.kind));
        }
    }
    return sweeps;
}

std::string axisText(const Sweep& sweep, const Experiment& recipe) {
    const auto data = neutral(sweep, recipe).data;
    auto text = sweep.axis;
    if (data.splits.reference > 0) {
        text += fmt::format(", on {} reference inputs", data.splits.reference);
    }
    if (!data.shift.kind.empty()) {
        text += ", shift " + shiftLabel(data.shift);
    }
    if (!data.task.kind.empty()) {
        text += ", source task " + taskLabel(data.task);
    }
    return text;
}

std::vector<SweepSettings> settingsAlong(const stats::StudySummary& summary, const Sweep& sweep) {
    const auto& settings = summary.grouping.settings;
    std::vector<Experiment> bases;
    std::vector<SweepSettings> lines;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (!sweep.applies(settings[i].recipe)) {
            continue;
        }
        const auto base = neutral(sweep, settings[i].recipe);
        const auto found = std::find(bases.begin(), bases.end(), base);
        if (found == bases.end()) {
            bases.push_back(base);
            lines.push_back({i});
        } else {
            lines[static_cast<std::size_t>(found - bases.begin())].push_back(i);
        }
    }
    std::erase_if(lines, [](const SweepSettings& line) { return line.size() < 2; });
    for (auto& line : lines) {
        std::stable_sort(line.begin(), line.end(), [&](std::size_t a, std::size_t b) {
            return sweep.value(settings[a].recipe) < sweep.value(settings[b].recipe);
        });
    }
    return lines;
}

} // namespace tessera::experiment
