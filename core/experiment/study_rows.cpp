#include "core/experiment/study_rows.h"

#include "core/experiment/study_expansion.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
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

// Of runs: by the hash of its experiment, each run that can be read, and the one that counts.
class RunsByHash {
public:
    explicit RunsByHash(const std::vector<RunRecord>& runs) : m_runs(runs) {
        for (const auto& run : runs) {
            auto& hash = m_hashes.emplace_back();
            if (!run.experimentReadable) {
                continue;
            }
            hash = experimentHash(run.experiment);
            const auto best = m_counted.find(hash);
            if (best == m_counted.end() ||
                weightOf(run.state) >= weightOf(runs[best->second].state)) {
                m_counted[hash] = m_hashes.size() - 1;
            }
        }
    }

    // Empty: its experiment cannot be read.
    [[nodiscard]] const std::string& hashOf(std::size_t run) const { return m_hashes[run]; }
    // Place of the run that counts; nothing if there is no run of that experiment.
    [[nodiscard]] std::optional<std::size_t> counted(const std::string& hash) const {
        const auto found = m_counted.find(hash);
        return found == m_counted.end() ? std::nullopt : std::optional(found->second);
    }
    // Why the run is in no row, where another one of its experiment counts.
    [[nodiscard]] std::string reasonOf(std::size_t run) const;

private:
    const std::vector<RunRecord>& m_runs;
    std::vector<std::string> m_hashes;
    std::map<std::string, std::size_t> m_counted;
};

std::string RunsByHash::reasonOf(std::size_t at) const {
    const auto& run = m_runs[at];
    const auto other = *counted(m_hashes[at]);
    const auto& id = m_runs[other].id.value;
    switch (run.state) {
    case RunState::Done:
        return fmt::format("repeats {}, which is the one that counts", id);
    case RunState::Failed:
        return at < other ? fmt::format("failed and was repeated by {} ({})", id, run.failure)
                          : fmt::format("repeats {} and failed ({})", id, run.failure);
    case RunState::Cancelled:
        return fmt::format("was cancelled, and {} counts", id);
    case RunState::Interrupted:
        return fmt::format("was interrupted, and {} counts", id);
    case RunState::Queued:
    case RunState::Running:
    case RunState::Cancelling:
        break;
    }
    return fmt::format("is not over, and {} counts", id);
}

// Of each hash the first cell that has it. None is empty, as that of a run that cannot be read.
std::map<std::string, std::size_t> cellsByHash(const std::vector<StudyCell>& cells) {
    std::map<std::string, std::size_t> places;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        places.emplace(cells[i].hash, i);
    }
    return places;
}

} // namespace

std::vector<StudyRow> studyRows(const std::vector<StudyCell>& cells,
                                const std::vector<RunRecord>& runs) {
    const RunsByHash known(runs);
    std::vector<StudyRow> rows;
    for (const auto& cell : cells) {
        auto& row = rows.emplace_back();
        row.cell = cell;
        if (const auto counted = known.counted(cell.hash)) {
            const auto& run = runs[*counted];
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
    const auto places = cellsByHash(cells);
    const RunsByHash known(runs);
    std::vector<RepeatedRun> repeated;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const bool ended = runs[i].state == RunState::Done || runs[i].state == RunState::Failed;
        const auto place = places.find(known.hashOf(i));
        if (ended && place != places.end() && known.counted(place->first) != i) {
            repeated.push_back({place->second, runs[i].id, known.reasonOf(i)});
        }
    }
    return repeated;
}

void addExtraRuns(const std::vector<StudyCell>& cells, const std::vector<RunRecord>& runs,
                  stats::StudySummary& summary) {
    const auto places = cellsByHash(cells);
    const RunsByHash known(runs);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        stats::StudyExtraRun extra;
        extra.run = runs[i].id.value;
        const auto place = places.find(known.hashOf(i));
        if (place == places.end()) {
            extra.readable = runs[i].experimentReadable;
            extra.reason = extra.readable ? "belongs to no cell of the recipe as it is now"
                                          : "has a recipe that this version cannot read";
        } else if (const auto counted = known.counted(place->first); counted != i) {
            extra.counted = runs[*counted].id.value;
            extra.place = summary.grouping.places[place->second];
            extra.seed = cells[place->second].experiment.seed;
            extra.reason = known.reasonOf(i);
        } else {
            continue; // it is in a row
        }
        summary.extraRuns.push_back(std::move(extra));
    }
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
