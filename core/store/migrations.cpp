#include "core/store/migrations.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Savepoint.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <array>

namespace tessera::store {

namespace {

// `seed` is text because 64 unsigned bits do not fit SQLite's INTEGER.
// `value` is NULL where nothing was measured; infinities are kept as they are.
// `privacy_releases` does not follow its runs when they are deleted: what was spent stays spent.
// `metrics` repeats its key in every row on purpose: the file stays readable with a plain SELECT.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE runs (
    id             TEXT PRIMARY KEY NOT NULL,
    name           TEXT NOT NULL,
    state          TEXT NOT NULL,
    started_at     TEXT NOT NULL,
    finished_at    TEXT,
    experiment     TEXT NOT NULL,
    seed           TEXT NOT NULL,
    mode           TEXT NOT NULL,
    hub            TEXT NOT NULL,
    source_label   TEXT NOT NULL,
    receiver_label TEXT NOT NULL,
    data           TEXT NOT NULL,
    environment    TEXT NOT NULL,
    summary        TEXT NOT NULL,
    failure        TEXT NOT NULL DEFAULT '',
    note           TEXT NOT NULL DEFAULT '',
    starred        INTEGER NOT NULL DEFAULT 0,
    study          TEXT,
    owner_pid      INTEGER NOT NULL,
    owner_start    INTEGER NOT NULL,
    owner_boot     TEXT NOT NULL,
    owner_machine  TEXT NOT NULL,
    heartbeat      INTEGER NOT NULL
);
CREATE INDEX runs_by_start ON runs (started_at);
CREATE TABLE metrics (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    series TEXT NOT NULL,
    layer  TEXT NOT NULL,
    step   INTEGER NOT NULL,
    value  REAL,
    PRIMARY KEY (run_id, series, layer, step)
) WITHOUT ROWID;
CREATE TABLE artifacts (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    kind   TEXT NOT NULL,
    path   TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes  INTEGER NOT NULL,
    PRIMARY KEY (run_id, kind, path)
) WITHOUT ROWID;
CREATE TABLE tags (
    run_id TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    tag    TEXT NOT NULL,
    PRIMARY KEY (run_id, tag)
) WITHOUT ROWID;
CREATE TABLE privacy_releases (
    number          INTEGER PRIMARY KEY,
    population_hash TEXT NOT NULL,
    split_hash      TEXT NOT NULL,
    mu              REAL NOT NULL,
    run_id          TEXT NOT NULL
);
CREATE INDEX privacy_releases_by_population ON privacy_releases (population_hash);
)sql";

// NULL: not removed. A removed run can be brought back for a while.
constexpr const char* kVersion2 = "ALTER TABLE runs ADD COLUMN removed_at TEXT";

// `samples` is a list of row numbers as JSON.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE selections (
    run_id  TEXT NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
    name    TEXT NOT NULL,
    samples TEXT NOT NULL,
    PRIMARY KEY (run_id, name)
) WITHOUT ROWID;
)sql";

constexpr std::array<Migration, 3> kMigrations = {Migration{1, kVersion1}, Migration{2, kVersion2},
                                                  Migration{3, kVersion3}};

} // namespace

std::span<const Migration> migrations() {
    return kMigrations;
}

Result<int> schemaVersion(SQLite::Database& db, std::span<const Migration> steps) {
    // One snapshot: another program may be migrating between two of these questions.
    SQLite::Savepoint snapshot(db, "schema_version");
    const int application = db.execAndGet("PRAGMA application_id").getInt();
    const int version = db.execAndGet("PRAGMA user_version").getInt();
    const int tables = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    snapshot.release();
    if (application == 0 && version == 0 && tables == 0) {
        return 0;
    }
    if (application != kApplicationId) {
        return fail(ErrorCode::Unsupported,
                    "The file is a database of another program; choose another file.");
    }
    if (version > steps.back().to) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("The run store was written by a newer version (its schema is {}, "
                                "this program knows {}); update this program.",
                                version, steps.back().to));
    }
    if (version < 1) {
        return fail(ErrorCode::Corrupt, "The run store is damaged (its schema version is lost); "
                                        "move the file away or restore a copy.");
    }
    return version;
}

Result<void> migrate(SQLite::Database& db, std::span<const Migration> steps) {
    for (const Migration& step : steps) {
        // Asked outside first, so that opening an up-to-date store takes no write lock.
        auto version = schemaVersion(db, steps);
        if (!version) {
            return fail(version.error());
        }
        if (*version >= step.to) {
            continue;
        }
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        // Another program may have taken this step while we waited for the lock.
        version = schemaVersion(db, steps);
        if (!version) {
            return fail(version.error());
        }
        if (*version >= step.to) {
            continue;
        }
        db.exec(step.sql);
        db.exec(fmt::format("PRAGMA application_id = {}", kApplicationId));
        db.exec(fmt::format("PRAGMA user_version = {}", step.to));
        transaction.commit();
    }
    return {};
}

} // namespace tessera::store
