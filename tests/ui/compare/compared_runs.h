#pragma once

#include "core/api/item_results.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "ui/compare/compare_data.h"

#include <memory>
#include <string>
#include <vector>

namespace tessera::test {

// A finished run of a mode; modes differ in their accuracy, seeds a little.
inline RunRecord comparedRun(const std::string& mode, int seed, double accuracy) {
    auto run = madeRecord(1, "digits " + mode, accuracy);
    run.id = RunId(mode + "-" + std::to_string(seed));
    run.startedAt = "2026-01-01T12:00:00." + std::to_string(100 + seed) + "Z";
    run.experiment.seed = static_cast<std::uint64_t>(seed);
    run.experiment.transfer.mode = ModeId(mode);
    run.summary.accuracyBefore = 0.1;
    return run;
}

// A with three seeds, kd with three, none with one, and a failed run.
inline std::vector<RunRecord> comparedRuns() {
    std::vector<RunRecord> runs;
    for (const int seed : {1, 2, 3}) {
        runs.push_back(comparedRun("A", seed, 0.80 + 0.01 * seed));
        runs.push_back(comparedRun("kd", seed, 0.70 + 0.005 * seed));
    }
    runs.push_back(comparedRun("none", 1, 0.10));
    runs.push_back(comparedRun("A", 4, 0.0));
    runs.back().state = RunState::Failed;
    runs.back().failure = "the disk is full";
    runs.back().summary = {};
    return runs;
}

inline std::vector<RunId> idsOf(const std::vector<RunRecord>& runs) {
    std::vector<RunId> ids;
    for (const auto& run : runs) {
        ids.push_back(run.id);
    }
    return ids;
}

inline ui::CompareDataPtr comparedData(const std::vector<RunRecord>& runs,
                                       const ui::CompareChoice& choice = {}) {
    auto data = std::make_shared<ui::CompareData>();
    data->runs = runs;
    data->fields = fieldsOf(runs);
    data->choice = choice;
    data->result = compareRuns(runs, choice.grouping, choice.measure, choice.reference);
    return data;
}

// Four items of two classes; `after` gets the last one wrong.
inline ItemResultsPtr madeItems() {
    auto items = std::make_shared<ItemResults>();
    items->classes = 2;
    items->inputsHash = "ab";
    items->labels = {0, 0, 1, 1};
    items->source = {0, 0, 1, 1};
    items->after = {0, 0, 1, 0};
    items->controls = {{ControlId("readout_only"), {0, 0, 0, 0}}};
    return items;
}

} // namespace tessera::test
