#pragma once

#include "core/api/difference.h"
#include "core/api/run.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Runs side by side: what differs in their setup, what they came to over seeds, and how groups of
// them differ. Pure values and functions, safe on any thread. Runs are named by their place in the
// list that was given; none disappears: each is in a group or in the list of those left out.
namespace tessera {

// --- Setup ---------------------------------------------------------------------------------------

struct RunField {
    std::string name;                // its place in an experiment file: "transfer.hub.dim"
    std::vector<std::string> values; // of each run as the file has it; empty: the run has none
    bool differs = false;            // between the runs
};

// Every field that a run has, in the order of the file, without name and schema. Runs whose setup
// cannot be read have no values, and make no difference.
[[nodiscard]] std::vector<RunField> fieldsOf(const std::vector<RunRecord>& runs);

// --- Groups --------------------------------------------------------------------------------------

// What runs of one group may differ in. Names and controls, which change nothing in a run, always.
enum class RunGrouping {
    Seed,            // a group is a setup, repeated with other seeds
    SeedAndNetworks, // ... and with other sources and receivers
};

enum class LeftOut {
    Failed,
    Cancelled,
    Interrupted,
    NotFinished,
    Unreadable, // its setup was written by another version
    Repeated,   // a later run of the same setup, seed and networks counts
};

struct GroupedRun {
    std::size_t run = 0;
    std::uint64_t seed = 0;
    std::size_t networks = 0; // index into RunGroups::networks
};

struct RunGroup {
    std::string label;            // what tells it from the others: "mode A, epochs 3"
    std::vector<GroupedRun> runs; // by networks, then by seed
};

struct RunGroups {
    std::vector<RunGroup> groups;      // in the order of their first runs
    std::vector<std::string> networks; // "mlp 128d/4L > conv 64d/2L"
    struct Omission {
        std::size_t run = 0;
        LeftOut reason = LeftOut::Failed;
    };
    std::vector<Omission> leftOut; // in the order of the list
};

[[nodiscard]] RunGroups groupRuns(const std::vector<RunRecord>& runs, RunGrouping grouping);

// --- Figures -------------------------------------------------------------------------------------

enum class RunMeasure {
    Accuracy, // after, on the test set
    Change,   // after - before
    Agreement,
    OutputDrift, // nats
    HubError,    // relative squared error
    HubDrift,    // nats
    LayerDrift,  // nats
};
inline constexpr std::array kRunMeasures{
    RunMeasure::Accuracy, RunMeasure::Change,   RunMeasure::Agreement, RunMeasure::OutputDrift,
    RunMeasure::HubError, RunMeasure::HubDrift, RunMeasure::LayerDrift};

// Accuracy, change and agreement are fractions.
[[nodiscard]] constexpr bool isFraction(RunMeasure measure) {
    return measure == RunMeasure::Accuracy || measure == RunMeasure::Change ||
           measure == RunMeasure::Agreement;
}

// Nothing: not measured, or not finite.
[[nodiscard]] std::optional<double> measureOf(const RunSummary& summary, RunMeasure measure);

struct MeasuredRun {
    std::size_t run = 0;
    double value = 0.0;
};

// Quantiles are linear between the values (Hyndman and Fan 1996, type 7).
struct FiveNumbers {
    double least = 0.0, lowerQuartile = 0.0, median = 0.0, upperQuartile = 0.0, most = 0.0;
};

struct GroupFigures {
    static constexpr std::size_t kFewestOfABox = 3;

    std::vector<MeasuredRun> values;  // in the order of the group
    std::size_t unmeasured = 0;       // runs of the group without a value
    std::size_t seeds = 0;            // that have a value
    std::optional<double> mean;       // over seeds, of the mean of each seed's values
    std::optional<Interval> interval; // of the mean, t, 95%; from two seeds on
    std::optional<FiveNumbers> box;   // from kFewestOfABox values on
};

struct RunPair {
    std::size_t first = 0, second = 0; // runs of the same seed and networks
    double x = 0.0, y = 0.0;           // their values
};

// `first` against `second`, pair by pair: runs of the same seed, and of the same networks where
// groups span several. The paired t test of core/stats/intervals.h.
struct GroupComparison {
    std::size_t first = 0, second = 0; // groups
    std::vector<RunPair> pairs;
    std::size_t unmatched = 0; // measured runs of `first` without a partner
    stats::Difference difference;
};

struct RunComparison {
    RunGroups groups;
    std::vector<GroupFigures> figures; // as groups
    // The reference with every other group; p-values corrected over all of these (Holm 1979).
    std::vector<GroupComparison> comparisons;
};

// A reference that is no group: without comparisons.
[[nodiscard]] RunComparison compareRuns(const std::vector<RunRecord>& runs, RunGrouping grouping,
                                        RunMeasure measure, std::size_t reference);

} // namespace tessera
