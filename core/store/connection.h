#pragma once

#include "core/api/result.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <memory>

namespace tessera::store {

enum class Access { ReadWrite, ReadOnly };

// Wal: readers do not wait for the writer. Rollback: for file systems shared between machines.
enum class Journal { Wal, Rollback };

// For files that may come from anywhere: no functions of ours may be called by their schema, and
// cells are measured before they are read.
inline constexpr const char* kDistrust =
    "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;";

using Connection = std::unique_ptr<SQLite::Database>;

// An existing file for reading, as it is: neither version nor pages are checked, and nothing in it
// changes, except that what a killed program left half done is settled first, as by every reader.
// Throws SQLite::Exception.
[[nodiscard]] Connection openAsItIs(const std::filesystem::path& file);

// Whether the file on which `db` is open no longer lies where it was opened: what is written to it
// now reaches nobody.
[[nodiscard]] bool hasMoved(SQLite::Database& db);

// Opens a store, checks that it is one and, with ReadWrite, creates or migrates it (the folder
// too). Before an older store is migrated, a copy of it is kept beside it (migration_backup.h); if
// that fails, it is left as it is. A connection serves one thread at a time.
// NotFound: ReadOnly and no file. Io: the folder or file refuses. Corrupt: not SQLite, or damaged.
// Unsupported: another program's database, or written by a newer version; these are left as they
// are. A file of up to 16 MiB is checked page by page, a larger one as it is read.
[[nodiscard]] Result<Connection> openConnection(const std::filesystem::path& file, Access access,
                                                Journal journal);

} // namespace tessera::store
