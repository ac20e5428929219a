#pragma once

#include "core/api/ids.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>

// The end of runs that a person removed.
namespace tessera::store {

// For so long a removed run can be brought back: seven days.
inline constexpr std::int64_t kKeepRemovedMs = 7LL * 24 * 60 * 60 * 1000;

// Deletes the runs that were removed longer ago, and their folders below that of the store `file`,
// on which `db` is open. The ledger's releases stay, and so do the folders of runs that another
// store beside this one, such as a copy, has or may have. What cannot be deleted now is tried again
// when the store is next opened; it is no reason not to open it, so nothing is reported or thrown.
void purgeRemovedRuns(SQLite::Database& db, const std::filesystem::path& file,
                      std::int64_t nowMs) noexcept;

// Whether another store in the folder of the store `own`, such as a backup, has this run, removed
// or not. What cannot be told counts as yes. Throws std::filesystem::filesystem_error.
[[nodiscard]] bool isKnownBeside(const std::filesystem::path& own, const RunId& run);

// Deletes `folder`/runs/`run` and all that is in it. Does nothing if `run` has not the form of a
// run id, or if one of the two is a link or no folder: ids come from a file that anybody may have
// written. False: something of it is left.
bool deleteRunFolder(const std::filesystem::path& folder, const RunId& run);

} // namespace tessera::store
