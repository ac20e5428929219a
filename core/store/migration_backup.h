#pragma once

#include "core/api/result.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>

namespace tessera::store {

// Keeps a copy of the store `file`, on which `db` is open, as "NAME.v2.backup" beside it, where
// `version` is 2; if something else has that name, as "NAME.v2.backup.2" and so on. Nothing that
// is there is ever replaced; if a whole copy of the store as it is now is there, that is enough.
// Io: no copy can be made. Corrupt: the store is damaged. Throws SQLite::Exception.
[[nodiscard]] Result<void> backUpBeforeMigration(SQLite::Database& db,
                                                 const std::filesystem::path& file, int version);

} // namespace tessera::store
