#include "core/store/removed_runs.h"

#include "core/store/clock.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/placing.h"
#include "core/store/run_rows.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <string>
#include <system_error>
#include <vector>

namespace tessera::store {

namespace {

constexpr int kOpeningTimeoutMs = 500; // whoever opens a store waits for this

bool isRealFolder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::symlink_status(path, error).type() ==
           std::filesystem::file_type::directory;
}

// SQLite's own, beside a database. Opening and closing them would take away its locks.
bool isSideFile(const std::filesystem::path& file) {
    const std::string name = file.filename().string();
    return name.ends_with("-wal") || name.ends_with("-shm") || name.ends_with("-journal");
}

// The files that may be stores in the folder of the store `own`, without that one. A copy that is
// being written is going to be one; what is left of one that never was finished is not.
std::vector<std::filesystem::path> filesBeside(const std::filesystem::path& own) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(own.parent_path())) {
        std::error_code error;
        if (entry.is_regular_file(error) && !isSideFile(entry.path()) &&
            !isLeftover(entry.path()) && !std::filesystem::equivalent(entry.path(), own, error)) {
            files.push_back(entry.path());
        }
    }
    return files;
}

// Whether `file` is a store of ours that has this run, removed or not. What cannot be told counts
// as yes.
bool mayHave(const std::filesystem::path& file, const RunId& run) {
    try {
        SQLite::Database db(file, SQLite::OPEN_READONLY, kOpeningTimeoutMs);
        db.exec(kDistrust);
        if (db.execAndGet("PRAGMA application_id").getInt() != kApplicationId) {
            return false;
        }
        SQLite::Statement find(db, "SELECT 1 FROM runs WHERE id = ?");
        find.bind(1, run.value);
        return find.executeStep();
    } catch (const SQLite::Exception& exception) {
        return exception.getErrorCode() != SQLITE_NOTADB;
    }
}

} // namespace

void purgeRemovedRuns(SQLite::Database& db, const std::filesystem::path& file,
                      std::int64_t nowMs) noexcept {
    (void)guarded([&]() -> Result<void> {
        const std::int64_t before = nowMs - kKeepRemovedMs;
        // Asked outside first, so that opening a store takes no write lock for nothing.
        if (runsRemovedBefore(db, before).empty()) {
            return {};
        }
        const auto others = filesBeside(file);
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const RunId& run : runsRemovedBefore(db, before)) {
            const bool shared = std::any_of(others.begin(), others.end(),
                                            [&](const auto& other) { return mayHave(other, run); });
            // The folder first: while the row is there, somebody knows of the folder.
            if (shared || deleteRunFolder(file.parent_path(), run)) {
                deleteRun(db, run);
            }
        }
        transaction.commit();
        return {};
    });
}

bool isKnownBeside(const std::filesystem::path& own, const RunId& run) {
    const auto others = filesBeside(own);
    return std::any_of(others.begin(), others.end(),
                       [&](const auto& other) { return mayHave(other, run); });
}

bool deleteRunFolder(const std::filesystem::path& folder, const RunId& run) {
    const auto runs = folder / "runs";
    const auto own = runs / run.value;
    if (!isRunId(run.value) || !isRealFolder(runs) || !isRealFolder(own)) {
        return true;
    }
    std::error_code error;
    std::filesystem::remove_all(own, error);
    return !error;
}

} // namespace tessera::store
