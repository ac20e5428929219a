#include "core/experiment/study_rows.h"

#include "core/experiment/study_expansion.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace tessera::experiment {

namespace {

std::string field(const std::optional<double>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

std::string field(const std::optional<std::int64_t>& value) {
    return value ? fmt::format("{}", *value) : std::string();
}

std::optional<double> accuracyOf(const RunSummary& summary, const std::string& control) {
    const auto found = std::find_if(summary.controls.begin(), summary.controls.end(),
                                    [&](const auto& figure) { return figure.id.value == control; });
    return found == summary.controls.end() ? std::nullopt : found->accuracy;
}

struct Column {
    const char* name;
    std::function<std::string(const StudyRow&)> value;
};

// A column of a figure of the summary.
template <class Figure>
Column figure(const char* name, Figure RunSummary::*member) {
    return {name, [member](const StudyRow& row) { return field(row.summary.*member); }};
}

Column drift(const char* name, std::optional<double> DriftFigures::*member) {
    return {name, [member](const StudyRow& row) { return field(row.summary.drift.*member); }};
}

Column seconds(const char* name, std::optional<double> StageSeconds::*member) {
    return {name, [member](const StudyRow& row) { return field(row.summary.seconds.*member); }};
}

Column control(const char* name, const char* id) {
    return {name, [id](const StudyRow& row) { return field(accuracyOf(row.summary, id)); }};
}

std::vector<Column> cellColumns() {
    return {
        {"cell", [](const StudyRow& row) { return std::to_string(row.cell.index); }},
        {"hash", [](const StudyRow& row) { return row.cell.hash; }},
        {"method", [](const StudyRow& row) { return csvField(row.cell.method); }},
        {"mode",
         [](const StudyRow& row) { return csvField(row.cell.experiment.transfer.mode.value); }},
        {"source", [](const StudyRow& row) { return csvField(row.cell.sourceLabel); }},
        {"receiver", [](const StudyRow& row) { return csvField(row.cell.receiverLabel); }},
        {"data", [](const StudyRow& row) { return csvField(row.cell.experiment.data.name); }},
        {"shift",
         [](const StudyRow& row) { return csvField(row.cell.experiment.data.shift.kind); }},
        {"strength",
         [](const StudyRow& row) {
             const auto& shift = row.cell.experiment.data.shift;
             return shift.kind.empty() ? std::string() : fmt::format("{}", shift.strength);
         }},
        {"reference_size",
         [](const StudyRow& row) {
             const auto size = row.cell.experiment.data.splits.reference;
             return size == 0 ? std::string() : std::to_string(size);
         }},
        {"seed", [](const StudyRow& row) { return std::to_string(row.cell.experiment.seed); }},
        {"epochs",
         [](const StudyRow& row) { return std::to_string(row.cell.experiment.transfer.epochs); }},
        {"run", [](const StudyRow& row) { return row.run ? row.run->value : std::string(); }},
        {"state",
         [](const StudyRow& row) {
             return std::string(row.run ? runStateName(row.state) : "missing");
         }},
        {"started", [](const StudyRow& row) { return row.startedAt; }},
        {"failure", [](const StudyRow& row) { return csvField(row.failure); }},
    };
}

std::vector<Column> columns() {
    auto all = cellColumns();
    const auto bound = [](bool high) {
        return [high](const StudyRow& row) {
            const auto& interval = row.summary.interval;
            return interval ? fmt::format("{}", high ? interval->hi : interval->lo) : std::string();
        };
    };
    const std::vector<Column> figures = {
        figure("source_accuracy", &RunSummary::sourceAccuracy),
        figure("accuracy_before", &RunSummary::accuracyBefore),
        figure("accuracy_after", &RunSummary::accuracyAfter),
        {"interval_low", bound(false)},
        {"interval_high", bound(true)},
        figure("test_size", &RunSummary::testSize),
        figure("agreement", &RunSummary::agreement),
        figure("recovery", &RunSummary::recovery),
        control("control_untrained_source", "untrained_source"),
        control("control_shuffled_targets", "shuffled_targets"),
        control("control_readout_only", "readout_only"),
        drift("drift_output", &DriftFigures::output),
        drift("drift_hub_error", &DriftFigures::hubError),
        drift("drift_hub", &DriftFigures::hub),
        drift("drift_layer", &DriftFigures::layer),
        figure("gradient_steps", &RunSummary::gradientSteps),
        figure("labels_used", &RunSummary::labelsUsed),
        seconds("seconds_total", &StageSeconds::total),
        seconds("seconds_finetune", &StageSeconds::finetune),
        seconds("seconds_prepare", &StageSeconds::prepare),
        seconds("seconds_controls", &StageSeconds::controls),
        figure("peak_memory_bytes", &RunSummary::peakMemoryBytes),
        figure("token_bytes", &RunSummary::tokenBytes),
        {"metrics_hash", [](const StudyRow& row) { return row.summary.metricsHash; }},
    };
    all.insert(all.end(), figures.begin(), figures.end());
    return all;
}

// Of each experiment, by its hash, the run that counts.
std::map<std::string, const RunRecord*> countedRuns(const std::vector<RunRecord>& runs) {
    std::map<std::string, const RunRecord*> counted;
    for (const auto& run : runs) {
        if (run.experimentReadable) {
            auto& best = counted[experimentHash(run.experiment)];
            if (best == nullptr || weightOf(run.state) >= weightOf(best->state)) {
                best = &run;
            }
        }
    }
    return counted;
}

std::string reasonOf(const RunRecord& run, const RunRecord& counted) {
    return run.state == RunState::Failed
               ? fmt::format("failed and was repeated by {} ({})", counted.id.value, run.failure)
               : fmt::format("repeats {}, which is the one that counts", counted.id.value);
}

} // namespace

std::vector<StudyRow> studyRows(const std::vector<StudyCell>& cells,
                                const std::vector<RunRecord>& runs) {
    const auto known = countedRuns(runs);
    std::vector<StudyRow> rows;
    for (const auto& cell : cells) {
        auto& row = rows.emplace_back();
        row.cell = cell;
        if (const auto found = known.find(cell.hash); found != known.end()) {
            const auto& run = *found->second;
            row.run = run.id;
            row.state = run.state;
            row.failure = run.failure;
            row.summary = run.summary;
            row.environment = run.environment;
            row.startedAt = run.startedAt;
        }
    }
    return rows;
}

std::vector<RepeatedRun> repeatedRuns(const std::vector<StudyCell>& cells,
                                      const std::vector<RunRecord>& runs) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        places.emplace(cells[i].hash, i);
    }
    const auto known = countedRuns(runs);
    std::vector<RepeatedRun> repeated;
    for (const auto& run : runs) {
        const bool ended = run.state == RunState::Done || run.state == RunState::Failed;
        if (!ended || !run.experimentReadable) {
            continue;
        }
        const auto hash = experimentHash(run.experiment);
        const auto place = places.find(hash);
        const auto& counted = *known.at(hash);
        if (place != places.end() && counted.id != run.id) {
            repeated.push_back({place->second, run.id, reasonOf(run, counted)});
        }
    }
    return repeated;
}

std::size_t runsOfOtherCells(const std::vector<StudyCell>& cells,
                             const std::vector<RunRecord>& runs) {
    std::set<std::string> hashes;
    for (const auto& cell : cells) {
        hashes.insert(cell.hash);
    }
    return static_cast<std::size_t>(std::count_if(runs.begin(), runs.end(), [&](const auto& run) {
        return !run.experimentReadable || !hashes.contains(experimentHash(run.experiment));
    }));
}

std::string studyRowsCsv(const std::vector<StudyRow>& rows) {
    const auto all = columns();
    std::vector<std::string> fields;
    for (const auto& column : all) {
        fields.emplace_back(column.name);
    }
    auto text = fmt::format("{}\r\n", fmt::join(fields, ","));
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            fields[i] = all[i].value(row);
        }
        text += fmt::format("{}\r\n", fmt::join(fields, ","));
    }
    return text;
}

} // namespace tessera::experiment
