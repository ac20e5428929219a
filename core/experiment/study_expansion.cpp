#include "core/experiment/study_expansion.h"

#include "core/experiment/experiment_json.h"
#include "core/experiment/labels.h"
#include "core/experiment/study_problems.h"
#include "core/format/sha256.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace tessera::experiment {

namespace {

// Short names that tell all networks of a study apart: "mlp 64d/2L", "mlp 64d/2L (2)".
class NetworkLabels {
public:
    const std::string& of(const NetworkSpec& network) {
        const auto known = std::find_if(m_known.begin(), m_known.end(), [&](const auto& entry) {
            return entry.network == network;
        });
        if (known != m_known.end()) {
            return known->label;
        }
        const auto plain = networkLabel(network);
        const auto namesakes =
            std::count_if(m_known.begin(), m_known.end(),
                          [&](const auto& entry) { return networkLabel(entry.network) == plain; });
        m_known.push_back(
            {network, namesakes == 0 ? plain : fmt::format("{} ({})", plain, namesakes + 1)});
        return m_known.back().label;
    }

private:
    struct Entry {
        NetworkSpec network;
        std::string label;
    };
    std::vector<Entry> m_known;
};

// What one cell differs in from the base.
struct Choice {
    std::uint64_t seed;
    const StudyPair& pair;
    const ShiftSpec& shift;
    const TaskSpec& task;
    int referenceSize;
    const StudyMethod& method;
};

Experiment experimentOf(const StudySpec& study, const Choice& choice) {
    auto experiment = study.base;
    experiment.seed = choice.seed;
    experiment.source.network = choice.pair.source;
    experiment.receiver.network = choice.pair.receiver;
    experiment.data.shift = choice.shift;
    experiment.data.task = choice.task;
    experiment.data.splits.reference = choice.referenceSize;
    experiment.transfer = choice.method.transfer;
    if (choice.method.controls) {
        experiment.controls = *choice.method.controls;
    }
    return experiment;
}

std::string nameOf(const StudySpec& study, const StudyCell& cell) {
    const auto& data = cell.experiment.data;
    auto name =
        fmt::format("{} {} > {}, {}", data.name, cell.sourceLabel, cell.receiverLabel, cell.method);
    if (!study.shifts.empty()) {
        name += ", shift " + shiftLabel(data.shift);
    }
    if (!study.tasks.empty()) {
        name += ", source task " + taskLabel(data.task);
    }
    if (!study.referenceSizes.empty()) {
        name += fmt::format(", {} references", data.splits.reference);
    }
    return name;
}

} // namespace

std::string experimentHash(const Experiment& experiment) {
    auto unnamed = experiment;
    unnamed.name.clear();
    const nlohmann::json sorted = toJson(unnamed);
    const auto text = sorted.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    return format::sha256Hex(std::as_bytes(std::span(text.data(), text.size())));
}

std::string shiftLabel(const ShiftSpec& shift) {
    return shift.kind.empty() ? "none" : fmt::format("{} {}", shift.kind, shift.strength);
}

std::string taskLabel(const TaskSpec& task) {
    if (task.kind.empty()) {
        return "the same";
    }
    return task.data.empty() ? fmt::format("{} {}", task.kind, task.strength)
                             : fmt::format("{} {}", task.kind, task.data);
}

std::vector<StudyCell> expandStudy(const StudySpec& study) {
    const auto pairs = pairsOf(study);
    const auto shifts = study.shifts.empty() ? std::vector{study.base.data.shift} : study.shifts;
    const auto tasks = study.tasks.empty() ? std::vector{study.base.data.task} : study.tasks;
    const auto sizes = study.referenceSizes.empty() ? std::vector{study.base.data.splits.reference}
                                                    : study.referenceSizes;
    NetworkLabels labels;
    std::vector<StudyCell> cells;
    const auto add = [&](const Choice& choice) {
        StudyCell cell;
        cell.index = cells.size();
        cell.experiment = experimentOf(study, choice);
        cell.hash = experimentHash(cell.experiment);
        cell.method = choice.method.label;
        cell.sourceLabel = labels.of(choice.pair.source);
        cell.receiverLabel = labels.of(choice.pair.receiver);
        cell.experiment.name = nameOf(study, cell);
        cells.push_back(std::move(cell));
    };
    for (const auto seed : study.seeds) {
        for (const auto& pair : pairs) {
            for (const auto& shift : shifts) {
                for (const auto& task : tasks) {
                    for (const int size : sizes) {
                        for (const auto& method : study.methods) {
                            add({seed, pair, shift, task, size, method});
                        }
                    }
                }
            }
        }
    }
    return cells;
}

} // namespace tessera::experiment
