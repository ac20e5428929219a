#include "core/store/removed_runs.h"

#include "core/store/clock.h"
#include "core/store/run_rows.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Transaction.h>

#include <system_error>

namespace tessera::store {

namespace {

bool isRealFolder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::symlink_status(path, error).type() ==
           std::filesystem::file_type::directory;
}

} // namespace

void purgeRemovedRuns(SQLite::Database& db, const std::filesystem::path& folder,
                      std::int64_t nowMs) noexcept {
    (void)guarded([&]() -> Result<void> {
        const std::int64_t before = nowMs - kKeepRemovedMs;
        // Asked outside first, so that opening a store takes no write lock for nothing.
        if (runsRemovedBefore(db, before).empty()) {
            return {};
        }
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const RunId& run : runsRemovedBefore(db, before)) {
            // The folder first: while the row is there, somebody knows of the folder.
            if (deleteRunFolder(folder, run)) {
                deleteRun(db, run);
            }
        }
        transaction.commit();
        return {};
    });
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
