#pragma once

#include "core/api/events.h"
#include "core/api/result.h"
#include "core/api/run.h"
#include "core/api/run_store.h"
#include "core/store/experiment_codec.h"
#include "core/store/owner.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Runs as rows. All functions throw SQLite::Exception; callers hold the connection and, where more
// than one statement must agree, the transaction.
namespace tessera::store {

void insertRun(SQLite::Database& db, const RunId& id, const RunStart& start,
               const ExperimentCodec& codec, const Owner& owner, std::int64_t nowMs);

// Empty: no such run. A name that this version does not know reads as Interrupted.
[[nodiscard]] std::optional<RunState> stateOf(SQLite::Database& db, const RunId& run);

struct Outcome {
    RunState state = RunState::Done;
    RunSummary summary;
    std::string failure;
};

// Writes the terminal state.
void recordOutcome(SQLite::Database& db, const RunId& run, const Outcome& outcome,
                   std::int64_t nowMs);

// Ends the runs in `runs` as Interrupted at `nowMs`, unless they have ended already.
void interruptRuns(SQLite::Database& db, const std::vector<RunId>& runs, std::int64_t nowMs);

// Ends, at their last heartbeat, the runs whose owners are gone. A heartbeat that is doubtful
// becomes `nowMs` (owner.h), unless the file was changed after that: then the clock is behind.
void interruptDeadRuns(SQLite::Database& db, const Owner& here, std::int64_t nowMs);

void insertRelease(SQLite::Database& db, const RunId& run, const Release& release);

void insertArtifact(SQLite::Database& db, const RunId& run, const Artifact& artifact);

// Changes what `edit` names; tags and selections become those given. False: no such run.
[[nodiscard]] bool updateRun(SQLite::Database& db, const RunId& run, const RunEdit& edit);

// Removed since `nowMs`, if it was not before, or not removed.
void markRemoved(SQLite::Database& db, const RunId& run, Removal removal, std::int64_t nowMs);

// Those that were removed before `beforeMs` and have ended.
[[nodiscard]] std::vector<RunId> runsRemovedBefore(SQLite::Database& db, std::int64_t beforeMs);

// The run with all that belongs to it but its releases.
void deleteRun(SQLite::Database& db, const RunId& run);

// All runs that are not removed, oldest first, or the one with that id. A recipe, summary or
// environment that cannot be read leaves its default (name, seed, mode, hub and data come from
// their columns), so that one damaged row does not hide the others.
[[nodiscard]] std::vector<RunRecord> readRuns(SQLite::Database& db, const ExperimentCodec& codec,
                                              const std::optional<RunId>& only);

[[nodiscard]] std::vector<MetricSample> readSamples(SQLite::Database& db, const RunId& run);

// MetricsHash of what the store holds, without keeping it in memory.
[[nodiscard]] std::string metricsHashOf(SQLite::Database& db, const RunId& run);

// The privacy ledger of a data set, oldest first.
[[nodiscard]] std::vector<Release> readReleases(SQLite::Database& db,
                                                const std::string& populationHash);

} // namespace tessera::store
