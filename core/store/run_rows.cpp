#include "core/store/run_rows.h"

#include "core/store/clock.h"
#include "core/store/metrics_hash.h"
#include "core/store/recipe_cache.h"
#include "core/store/run_json.h"
#include "core/store/run_json_text.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>

#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <limits>
#include <set>
#include <string_view>
#include <unordered_map>

namespace tessera::store {

namespace {

using SQLite::Statement;

// By name, so that a damaged schema is found when the statement is prepared.
constexpr const char* kSelectRuns =
    "SELECT id, name, state, started_at, finished_at, experiment, seed, mode, hub, source_label, "
    "receiver_label, data, environment, summary, failure, note, starred, study FROM runs";

constexpr const char* kActive = "state IN ('queued', 'running', 'cancelling')";

std::uint64_t seedFromText(std::string_view text) {
    std::uint64_t seed = 0;
    std::from_chars(text.data(), text.data() + text.size(), seed);
    return seed;
}

// In the order of kSelectRuns.
enum RunColumn {
    kId,
    kName,
    kState,
    kStartedAt,
    kFinishedAt,
    kExperiment,
    kSeed,
    kMode,
    kHub,
    kSourceLabel,
    kReceiverLabel,
    kData,
    kEnvironment,
    kSummary,
    kFailure,
    kNote,
    kStarred,
    kStudy
};

// A text where it lies in SQLite's memory, until the next step. NULL reads as empty.
std::string_view textIn(Statement& row, int column) {
    const auto value = row.getColumn(column);
    const auto* bytes = static_cast<const char*>(value.getBlob());
    return {bytes, bytes != nullptr ? static_cast<std::size_t>(value.getBytes()) : 0};
}

// The recipe, or of one that another version wrote what the columns tell.
void readExperiment(Statement& row, RecipeCache& recipes, RunRecord& record) {
    if (recipes.decode(textIn(row, kExperiment), record.experiment)) {
        return;
    }
    record.experimentReadable = false;
    auto& known = record.experiment;
    known.name = textIn(row, kName);
    known.seed = seedFromText(textIn(row, kSeed));
    known.transfer.mode = ModeId(std::string(textIn(row, kMode)));
    known.transfer.hub.kind = HubKindId(std::string(textIn(row, kHub)));
    known.data.name = textIn(row, kData);
}

// Into an empty record.
void readRecord(Statement& row, RecipeCache& recipes, RunRecord& record) {
    record.id = RunId(std::string(textIn(row, kId)));
    record.name = textIn(row, kName);
    record.state =
        runStateFromName(std::string(textIn(row, kState))).value_or(RunState::Interrupted);
    record.startedAt = textIn(row, kStartedAt);
    record.finishedAt = textIn(row, kFinishedAt);
    readExperiment(row, recipes, record);
    record.sourceLabel = textIn(row, kSourceLabel);
    record.receiverLabel = textIn(row, kReceiverLabel);
    if (auto environment = environmentFromText(textIn(row, kEnvironment))) {
        record.environment = *std::move(environment);
    }
    if (auto summary = summaryFromText(textIn(row, kSummary))) {
        record.summary = *std::move(summary);
    }
    record.note = textIn(row, kNote);
    record.starred = row.getColumn(kStarred).getInt() != 0;
    record.failure = textIn(row, kFailure);
    record.study = textIn(row, kStudy);
}

// Calls visit(Statement&) for every row of `sql`, whose one parameter, if any, is `key`.
template <class Visit>
void forEachRow(SQLite::Database& db, const std::string& sql, const std::string* key,
                Visit&& visit) {
    Statement rows(db, sql);
    if (key != nullptr) {
        rows.bind(1, *key);
    }
    while (rows.executeStep()) {
        visit(rows);
    }
}

template <class Visit>
void forEachSample(SQLite::Database& db, const RunId& run, Visit&& visit) {
    forEachRow(db,
               "SELECT series, layer, step, value FROM metrics WHERE run_id = ? "
               "ORDER BY series, layer, step",
               &run.value, [&](Statement& row) {
                   MetricSample sample;
                   sample.series = row.getColumn(0).getString();
                   sample.layer = row.getColumn(1).getString();
                   sample.step = row.getColumn(2).getInt64();
                   if (!row.isColumnNull(3)) {
                       sample.value = row.getColumn(3).getDouble();
                   }
                   visit(std::move(sample));
               });
}

void interrupt(SQLite::Database& db, const RunId& run, std::int64_t atMs) {
    Statement update(
        db, fmt::format("UPDATE runs SET state = ?, finished_at = ? WHERE id = ? AND {}", kActive));
    update.bind(1, runStateName(RunState::Interrupted));
    update.bind(2, isoUtc(atMs));
    update.bind(3, run.value);
    update.exec();
}

// `sql` changes the run whose id is its second parameter; `value` is the first.
template <class Value>
void update(SQLite::Database& db, const char* sql, const Value& value, const RunId& run) {
    Statement statement(db, sql);
    statement.bind(1, value);
    statement.bind(2, run.value);
    statement.exec();
}

void replaceTags(SQLite::Database& db, const RunId& run, const std::vector<std::string>& tags) {
    Statement clear(db, "DELETE FROM tags WHERE run_id = ?");
    clear.bind(1, run.value);
    clear.exec();
    Statement insert(db, "INSERT INTO tags (run_id, tag) VALUES (?, ?)");
    for (const std::string& tag : std::set<std::string>(tags.begin(), tags.end())) {
        insert.bind(1, run.value);
        insert.bind(2, tag);
        insert.exec();
        insert.reset();
    }
}

void replaceSelections(SQLite::Database& db, const RunId& run,
                       const std::vector<SavedSelection>& selections) {
    Statement clear(db, "DELETE FROM selections WHERE run_id = ?");
    clear.bind(1, run.value);
    clear.exec();
    Statement insert(db, "INSERT INTO selections (run_id, name, samples) VALUES (?, ?, ?)");
    for (const auto& selection : selections) {
        insert.bind(1, run.value);
        insert.bind(2, selection.name);
        insert.bind(3, nlohmann::json(selection.samples).dump());
        insert.exec();
        insert.reset();
    }
}

// What is not a list of rows is none: a damaged selection must not cost the run.
std::vector<int> samplesFrom(const std::string& text) {
    std::vector<int> samples;
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_array()) {
        return samples;
    }
    for (const auto& sample : json) {
        if (sample.is_number_unsigned() &&
            sample.get<std::uint64_t>() <= std::uint64_t{std::numeric_limits<int>::max()}) {
            samples.push_back(sample.get<int>());
        }
    }
    std::sort(samples.begin(), samples.end());
    samples.erase(std::unique(samples.begin(), samples.end()), samples.end());
    return samples;
}

// Of the store's file or its log, milliseconds since 1970 UTC; 0: not known.
std::int64_t lastChangeMs(SQLite::Database& db) {
    const char* file = sqlite3_db_filename(db.getHandle(), "main");
    std::int64_t last = 0;
    for (const char* ending : {"", "-wal"}) {
        struct stat status {};
        if (file != nullptr && stat((std::string(file) + ending).c_str(), &status) == 0) {
            last = std::max(last, std::int64_t{status.st_mtim.tv_sec} * 1000 +
                                      status.st_mtim.tv_nsec / 1'000'000);
        }
    }
    return last;
}

} // namespace

void insertRun(SQLite::Database& db, const RunId& id, const RunStart& start,
               const ExperimentCodec& codec, const Owner& owner, std::int64_t nowMs) {
    Statement insert(db, "INSERT INTO runs (id, name, state, started_at, experiment, seed, mode, "
                         "hub, source_label, receiver_label, data, environment, summary, "
                         "owner_pid, owner_start, owner_boot, owner_machine, heartbeat, study) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const Experiment& experiment = start.experiment;
    int column = 0;
    insert.bind(++column, id.value);
    insert.bind(++column, experiment.name);
    insert.bind(++column, runStateName(RunState::Running));
    insert.bind(++column, isoUtc(nowMs));
    insert.bind(++column, codec.encode(experiment));
    insert.bind(++column, std::to_string(experiment.seed));
    insert.bind(++column, experiment.transfer.mode.value);
    insert.bind(++column, experiment.transfer.hub.kind.value);
    insert.bind(++column, start.sourceLabel);
    insert.bind(++column, start.receiverLabel);
    insert.bind(++column, experiment.data.name);
    insert.bind(++column, dump(toJson(start.environment)));
    insert.bind(++column, dump(toJson(RunSummary{})));
    insert.bind(++column, owner.pid);
    insert.bind(++column, owner.startTicks);
    insert.bind(++column, owner.bootId);
    insert.bind(++column, owner.machine);
    insert.bind(++column, nowMs);
    if (!start.study.empty()) { // what is not bound is NULL
        insert.bind(++column, start.study);
    }
    insert.exec();
}

std::optional<RunState> stateOf(SQLite::Database& db, const RunId& run) {
    std::optional<RunState> state;
    forEachRow(db, "SELECT state FROM runs WHERE id = ?", &run.value, [&](Statement& row) {
        state = runStateFromName(row.getColumn(0).getString()).value_or(RunState::Interrupted);
    });
    return state;
}

void recordOutcome(SQLite::Database& db, const RunId& run, const Outcome& outcome,
                   std::int64_t nowMs) {
    Statement update(db, "UPDATE runs SET state = ?, finished_at = ?, summary = ?, failure = ?, "
                         "heartbeat = ? WHERE id = ?");
    update.bind(1, runStateName(outcome.state));
    update.bind(2, isoUtc(nowMs));
    update.bind(3, dump(toJson(outcome.summary)));
    update.bind(4, outcome.failure);
    update.bind(5, nowMs);
    update.bind(6, run.value);
    update.exec();
}

void insertRelease(SQLite::Database& db, const RunId& run, const Release& release) {
    Statement insert(db, "INSERT INTO privacy_releases (population_hash, split_hash, mu, run_id) "
                         "VALUES (?, ?, ?, ?)");
    insert.bind(1, release.populationHash);
    insert.bind(2, release.splitHash);
    insert.bind(3, release.mu);
    insert.bind(4, run.value);
    insert.exec();
}

void interruptRuns(SQLite::Database& db, const std::vector<RunId>& runs, std::int64_t nowMs) {
    for (const RunId& run : runs) {
        interrupt(db, run, nowMs);
    }
}

void interruptDeadRuns(SQLite::Database& db, const Owner& here, std::int64_t nowMs) {
    struct Dead {
        RunId run;
        std::int64_t heartbeat = 0;
    };
    std::vector<Dead> dead;
    std::vector<RunId> doubtful;
    forEachRow(db,
               fmt::format("SELECT id, owner_pid, owner_start, owner_boot, owner_machine, "
                           "heartbeat FROM runs WHERE {}",
                           kActive),
               nullptr, [&](Statement& row) {
                   const Owner owner{row.getColumn(1).getInt64(), row.getColumn(2).getInt64(),
                                     row.getColumn(3).getString(), row.getColumn(4).getString()};
                   const std::int64_t heartbeat = row.getColumn(5).getInt64();
                   const RunId run(row.getColumn(0).getString());
                   if (isOwnerGone(owner, here, heartbeat, nowMs)) {
                       dead.push_back({run, heartbeat});
                   } else if (isHeartbeatDoubtful(owner, here, heartbeat, nowMs)) {
                       doubtful.push_back(run);
                   }
               });
    // A clock behind the file's last change is wrong itself; then others, who trust theirs, would
    // take those who live for dead.
    if (lastChangeMs(db) - nowMs > kMostAheadMs) {
        doubtful.clear();
    }
    for (const RunId& run : doubtful) {
        update(db, "UPDATE runs SET heartbeat = ? WHERE id = ?", nowMs, run);
    }
    for (const Dead& entry : dead) {
        interrupt(db, entry.run, entry.heartbeat);
    }
}

void insertArtifact(SQLite::Database& db, const RunId& run, const Artifact& artifact) {
    Statement insert(db, "INSERT OR REPLACE INTO artifacts (run_id, kind, path, sha256, bytes) "
                         "VALUES (?, ?, ?, ?, ?)");
    insert.bind(1, run.value);
    insert.bind(2, artifact.kind);
    insert.bind(3, artifact.path.generic_string());
    insert.bind(4, artifact.sha256);
    insert.bind(5, artifact.sizeBytes);
    insert.exec();
}

bool updateRun(SQLite::Database& db, const RunId& run, const RunEdit& edit) {
    if (!stateOf(db, run)) {
        return false;
    }
    if (edit.name) {
        update(db, "UPDATE runs SET name = ? WHERE id = ?", *edit.name, run);
    }
    if (edit.note) {
        update(db, "UPDATE runs SET note = ? WHERE id = ?", *edit.note, run);
    }
    if (edit.starred) {
        update(db, "UPDATE runs SET starred = ? WHERE id = ?", *edit.starred ? 1 : 0, run);
    }
    if (edit.tags) {
        replaceTags(db, run, *edit.tags);
    }
    if (edit.selections) {
        replaceSelections(db, run, *edit.selections);
    }
    return true;
}

void markRemoved(SQLite::Database& db, const RunId& run, Removal removal, std::int64_t nowMs) {
    const bool remove = removal == Removal::Remove;
    Statement update(db, remove ? "UPDATE runs SET removed_at = ?2 WHERE id = ?1 AND "
                                  "removed_at IS NULL"
                                : "UPDATE runs SET removed_at = NULL WHERE id = ?1");
    update.bind(1, run.value);
    if (remove) {
        update.bind(2, isoUtc(nowMs));
    }
    update.exec();
}

std::vector<RunId> runsRemovedBefore(SQLite::Database& db, std::int64_t beforeMs) {
    std::vector<RunId> runs;
    const std::string before = isoUtc(beforeMs);
    forEachRow(db, fmt::format("SELECT id FROM runs WHERE removed_at < ? AND NOT {}", kActive),
               &before, [&](Statement& row) { runs.emplace_back(row.getColumn(0).getString()); });
    return runs;
}

void deleteRun(SQLite::Database& db, const RunId& run) {
    Statement remove(db, "DELETE FROM runs WHERE id = ?");
    remove.bind(1, run.value);
    remove.exec();
}

std::vector<RunRecord> readRuns(SQLite::Database& db, const ExperimentCodec& codec,
                                const std::optional<RunId>& only) {
    const std::string* key = only ? &only->value : nullptr;
    RecipeCache recipes(codec);
    std::vector<RunRecord> records;
    if (!only) { // records are large, and moving them as their number grows takes its time
        records.reserve(
            static_cast<std::size_t>(db.execAndGet("SELECT count(*) FROM runs").getInt64()));
    }
    // rowid breaks ties between runs that began in the same millisecond.
    forEachRow(db,
               std::string(kSelectRuns) + (only ? " WHERE id = ?" : " WHERE removed_at IS NULL") +
                   " ORDER BY started_at, rowid",
               key, [&](Statement& row) { readRecord(row, recipes, records.emplace_back()); });
    std::unordered_map<std::string_view, RunRecord*> index;
    for (RunRecord& record : records) {
        index.emplace(record.id.value, &record);
    }
    // `sql` begins with the column of the run.
    const auto forEachOf = [&](const char* sql, const char* order, const auto& add) {
        forEachRow(db, fmt::format("{}{}{}", sql, only ? " WHERE run_id = ?" : "", order), key,
                   [&](Statement& row) {
                       if (const auto found = index.find(textIn(row, 0)); found != index.end()) {
                           add(*found->second, row);
                       }
                   });
    };
    forEachOf("SELECT run_id, kind, path, sha256, bytes FROM artifacts",
              " ORDER BY run_id, kind, path", [](RunRecord& record, Statement& row) {
                  record.artifacts.push_back(
                      {row.getColumn(1).getString(), row.getColumn(2).getString(),
                       row.getColumn(3).getString(), row.getColumn(4).getInt64()});
              });
    forEachOf("SELECT run_id, tag FROM tags", " ORDER BY run_id, tag",
              [](RunRecord& record, Statement& row) {
                  record.tags.push_back(row.getColumn(1).getString());
              });
    forEachOf("SELECT run_id, name, samples FROM selections", " ORDER BY run_id, name",
              [](RunRecord& record, Statement& row) {
                  record.selections.push_back(
                      {row.getColumn(1).getString(), samplesFrom(row.getColumn(2).getString())});
              });
    return records;
}

std::vector<MetricSample> readSamples(SQLite::Database& db, const RunId& run) {
    std::vector<MetricSample> samples;
    forEachSample(db, run, [&](MetricSample sample) { samples.push_back(std::move(sample)); });
    return samples;
}

std::string metricsHashOf(SQLite::Database& db, const RunId& run) {
    MetricsHash hash;
    forEachSample(db, run, [&](const MetricSample& sample) { hash.add(sample); });
    return hash.hex();
}

std::vector<Release> readReleases(SQLite::Database& db, const std::string& populationHash) {
    std::vector<Release> releases;
    forEachRow(db,
               "SELECT population_hash, split_hash, mu FROM privacy_releases "
               "WHERE population_hash = ? ORDER BY number",
               &populationHash, [&](Statement& row) {
                   releases.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(),
                                       row.getColumn(2).getDouble()});
               });
    return releases;
}

} // namespace tessera::store
