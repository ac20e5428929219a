#pragma once

#include "core/api/events.h"
#include "core/api/result.h"
#include "core/api/run.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tessera {

struct RunStart {
    Experiment experiment;
    std::string sourceLabel;
    std::string receiverLabel;
    Environment environment;
    std::string study = {}; // the study that the run belongs to; empty: none
};

// What a person changes about a run; an empty field stays as it is.
struct RunEdit {
    std::optional<std::string> name;
    std::optional<std::string> note;
    std::optional<bool> starred;
    std::optional<std::vector<std::string>> tags;          // all of them, in any order
    std::optional<std::vector<SavedSelection>> selections; // all of them, names differ
};

enum class Removal { Remove, Restore };

// Keeps runs. One object per program and store file; all functions may be called from any thread.
// Samples are committed as they arrive, at most one second behind.
class RunStore {
public:
    virtual ~RunStore() = default;

    // Creates a run in state Running, owned by this process.
    [[nodiscard]] virtual Result<RunId> begin(const RunStart& start) = 0;

    // Queues a sample; returns at once. A write error surfaces in flush() or finish().
    virtual void append(const RunId& run, const MetricSample& sample) = 0;

    [[nodiscard]] virtual Result<void> addArtifact(const RunId& run, const Artifact& artifact) = 0;

    // Enters a release into the privacy ledger. Call it before the token leaves the program: what
    // is on disk must be in the ledger, whatever becomes of the run. Entries are never removed.
    [[nodiscard]] virtual Result<void> addRelease(const RunId& run, const Release& release) = 0;

    // The one terminal transition (Done, Cancelled or Failed). Drains queued samples first and
    // fills summary.metricsHash from what is in the store.
    [[nodiscard]] virtual Result<void> finish(const RunId& run, RunState state,
                                              const RunSummary& summary,
                                              const std::string& failure) = 0;

    // Commits everything queued so far.
    [[nodiscard]] virtual Result<void> flush() = 0;

    // Changes name, note, star, tags or selections. NotFound: no such run.
    [[nodiscard]] virtual Result<void> edit(const RunId& run, const RunEdit& edit) = 0;

    // Takes a run out of list(), or brings it back; it can be brought back for a week. NotFound: no
    // such run. InvalidArgument: removing a run that has not ended.
    [[nodiscard]] virtual Result<void> setRemoved(const RunId& run, Removal removal) = 0;

    // Changes whenever anybody, this program included, writes to the store. Any number; compare
    // with an earlier one only.
    [[nodiscard]] virtual Result<std::int64_t> revision() = 0;

    // All runs, oldest first. Runs of dead programs have become Interrupted when the store opened.
    [[nodiscard]] virtual Result<std::vector<RunRecord>> list() = 0;
    [[nodiscard]] virtual Result<RunRecord> get(const RunId& run) = 0;

    // All samples of a run ordered by series, layer, step.
    [[nodiscard]] virtual Result<std::vector<MetricSample>> samples(const RunId& run) = 0;

    // The ledger's entries for a data set, oldest first.
    [[nodiscard]] virtual Result<std::vector<Release>>
    releases(const std::string& populationHash) = 0;
};

} // namespace tessera
