#pragma once

#include "core/api/experiment.h"
#include "core/api/ids.h"
#include "core/api/run.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Studies: pairs of networks x methods x seeds x sizes of the reference set x shifts x tasks. Plain
// values; the JSON form, the expansion into experiments and the rows live in core/experiment.
namespace tessera {

struct StudyPair {
    NetworkSpec source;
    NetworkSpec receiver;
    friend bool operator==(const StudyPair&, const StudyPair&) = default;
};

// Whether a network also teaches its own architecture, where sources and receivers share some.
enum class SamePairs { Keep, Skip };

// A way to transfer, under the name that tables show.
struct StudyMethod {
    std::string label;
    TransferSpec transfer;                          // whole: the study's with the method's changes
    std::optional<std::vector<ControlId>> controls; // instead of the study's
    friend bool operator==(const StudyMethod&, const StudyMethod&) = default;
};

// The recipe of a study (*.study.json).
struct StudySpec {
    static constexpr int kSchema = 1;

    std::string name;
    Experiment base;                  // what all runs share; without name, seed and networks
    std::vector<NetworkSpec> sources; // each teaches each of the receivers
    std::vector<NetworkSpec> receivers;
    SamePairs samePairs = SamePairs::Keep;
    std::vector<StudyPair> pairs; // instead of sources and receivers
    std::vector<StudyMethod> methods;
    std::vector<std::uint64_t> seeds;
    std::vector<int> referenceSizes; // empty: that of the base
    std::vector<ShiftSpec> shifts;   // empty: that of the base
    std::vector<TaskSpec> tasks;     // of the source, against the measured one; empty: the base's
    friend bool operator==(const StudySpec&, const StudySpec&) = default;
};

// One run that a study asks for.
struct StudyCell {
    std::size_t index = 0;   // in the order of the study
    std::string hash;        // of the experiment without its name: what makes two cells the same
    std::string method;      // label
    std::string sourceLabel; // differ where networks differ
    std::string receiverLabel;
    Experiment experiment;
    friend bool operator==(const StudyCell&, const StudyCell&) = default;
};

// Which of two runs of one cell says more: one that is done, then one that is not over.
[[nodiscard]] inline int weightOf(RunState state) {
    return state == RunState::Done ? 2 : isTerminal(state) ? 0 : 1;
}

// What has become of a cell, for tables and statistics.
struct StudyRow {
    StudyCell cell;
    std::optional<RunId> run; // empty: not executed yet
    RunState state = RunState::Queued;
    std::string failure; // one sentence for a failed run
    RunSummary summary;
    Environment environment;
    std::string startedAt; // ISO 8601, UTC
};

} // namespace tessera
