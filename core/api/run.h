#pragma once

#include "core/api/experiment.h"
#include "core/api/ids.h"

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What is known about one execution of an experiment. Plain values. An empty optional means "not
// measured" everywhere.
namespace tessera {

// Frozen names in the store and in JSON: "queued", "running", "cancelling", "done", "cancelled",
// "failed", "interrupted".
enum class RunState { Queued, Running, Cancelling, Done, Cancelled, Failed, Interrupted };

[[nodiscard]] const char* runStateName(RunState state);
[[nodiscard]] std::optional<RunState> runStateFromName(const std::string& name);

[[nodiscard]] inline bool isTerminal(RunState state) {
    return state != RunState::Queued && state != RunState::Running && state != RunState::Cancelling;
}

struct Interval {
    double lo = 0.0;
    double hi = 0.0;
};

// The four drifts at the end of the run, on the validation inputs (core/drift).
struct DriftFigures {
    std::optional<double> output;   // nats
    std::optional<double> hubError; // relative squared error
    std::optional<double> hub;      // nats
    std::optional<double> layer;    // nats, mean over matched pairs
};

// Whether the source meets other inputs in the reference set than in its own data: a two-sample
// test before the transfer (core/jobs/shift_check.h). It does not see labels.
inline constexpr double kShiftAlpha = 0.05; // its rate of false alarms, at most
struct ShiftFigures {
    std::optional<double> score;     // MMD^2, unbiased, of what tells more: features or margins
    std::optional<double> threshold; // above which the score is a warning
    std::optional<double> pValue;
    [[nodiscard]] bool warns() const { return pValue && *pValue <= kShiftAlpha; }
};

struct ControlFigure {
    ControlId id;
    std::optional<double> accuracy; // on the test set, fraction
    std::optional<double> pValue;   // exact McNemar against the run itself, two-sided
};

// Seconds per stage; the keys are those of the JSON output.
struct StageSeconds {
    std::optional<double> total; // fingerprint to package, without source training and controls
    std::optional<double> fingerprint, collect, hub, transfer, finetune, measure, package;
    std::optional<double> prepare, controls; // outside of `total`
};

struct HubFigures {
    std::optional<double> roundTripSource;   // |x^ - x|_F / |x - mean|_F, validation rows
    std::optional<double> roundTripReceiver; // the same for the receiver before it learned
    std::optional<double> lostVariance;      // fraction of the source variance cut off at hub_dim
    std::optional<int> rank;                 // source axes kept
    std::optional<double> effectiveRank;     // participation ratio of the source features
};

// What the token's vector claims, in words that stand on their own, and the figures behind them.
struct PrivacyStatement {
    double epsilon = 0.0; // +infinity = off
    double delta = 0.0;
    double clip = 0.0;
    double sensitivity = 0.0;
    double sigma = 0.0;
    double mu = 0.0; // Gaussian DP parameter: sensitivity / sigma
    std::int64_t releaseSize = 0;
    std::optional<double> noiseToSignal; // expected noise norm over the norm of the released vector
    std::string unit;
    std::string neighbouring;
    std::string populationHash; // of the whole data set that all splits were drawn from
    std::string splitHash;      // of source-train, reference and release rows together
    std::vector<std::string> notCovered;
};

// One entry of the privacy ledger: noise was spent on rows of a data set. Releases of one
// population can be composed only if their splits are equal: otherwise rows released here have
// shaped the source or the encoders there, without noise.
struct Release {
    std::string populationHash;
    std::string splitHash;
    double mu = 0.0;
    friend bool operator==(const Release&, const Release&) = default;
};

struct RunSummary {
    std::optional<double> sourceAccuracy; // on the test set, fraction
    std::optional<double> accuracyBefore;
    std::optional<double> accuracyAfter;
    std::optional<Interval> interval; // Wilson, 95%, of accuracyAfter
    std::optional<double> agreement;  // top-1 agreement with the source on the test set
    std::optional<double> recovery;
    std::optional<std::int64_t> testSize;
    DriftFigures drift;
    ShiftFigures shift;
    std::vector<ControlFigure> controls;
    std::optional<std::int64_t> gradientSteps;
    std::optional<std::int64_t> labelsUsed;
    StageSeconds seconds;
    std::optional<std::int64_t> peakMemoryBytes;
    std::optional<std::int64_t> tokenBytes;
    HubFigures hub;
    std::optional<PrivacyStatement> privacy;
    std::string sourceHash;   // SHA-256 of the weights, hex
    std::string receiverHash; // of the receiver after learning
    std::string metricsHash;  // SHA-256 of all samples: equal hashes = equal curves, bit by bit
};

struct Artifact {
    std::string kind;           // "token", "hub", "views", "items", "receiver"
    std::filesystem::path path; // relative to the store's folder
    std::string sha256;
    std::int64_t sizeBytes = 0;
};

// Samples of a run's SampleSet that somebody wants to find again, sorted.
struct SavedSelection {
    std::string name;
    std::vector<int> samples;
    friend bool operator==(const SavedSelection&, const SavedSelection&) = default;
};

// Names of what the run ran on: program and library versions, processor, threads, BLAS kernel.
using Environment = std::map<std::string, std::string>;

struct RunRecord {
    RunId id;
    std::string name;
    RunState state = RunState::Queued;
    std::string startedAt;  // ISO 8601, UTC
    std::string finishedAt; // empty while running
    Experiment experiment;
    bool experimentReadable = true; // false: written by another version; only parts are filled in
    std::string sourceLabel;        // "mlp 128d/4L"
    std::string receiverLabel;
    Environment environment;
    RunSummary summary;
    std::vector<Artifact> artifacts;
    std::vector<std::string> tags;
    std::string note;
    bool starred = false;
    std::vector<SavedSelection> selections; // by name
    std::string failure;                    // one sentence for a failed run
    std::string study;                      // that the run belongs to; empty: none
};

// The run's artifact of this kind; null if it has none.
[[nodiscard]] inline const Artifact* findArtifact(const RunRecord& run, std::string_view kind) {
    for (const auto& artifact : run.artifacts) {
        if (artifact.kind == kind) {
            return &artifact;
        }
    }
    return nullptr;
}

} // namespace tessera
