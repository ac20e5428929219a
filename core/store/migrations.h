#pragma once

#include "core/api/result.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <span>

// The schema and its history. SCHEMA.md describes the tables of the newest version.
namespace tessera::store {

// "TsWb" in the file header: tells our stores from other programs' databases.
inline constexpr std::int32_t kApplicationId = 0x54735762;

// Brings a store from version `to - 1` to `to`. The SQL of a released step never changes.
struct Migration {
    int to = 0;
    const char* sql = "";
};

[[nodiscard]] std::span<const Migration> migrations();

// The version of a store: 0 = an empty file. Changes nothing. Unsupported: another program's
// database, or a store written by a newer version than the last step. Corrupt: damaged. Throws
// SQLite::Exception.
[[nodiscard]] Result<int> schemaVersion(SQLite::Database& db, std::span<const Migration> steps);

// Applies the missing steps, each in its own transaction, which also sets user_version, so that a
// program that dies here leaves a whole version behind. Two programs may do this at once. Codes
// and exceptions as above; on failure the steps before the failed one stay.
[[nodiscard]] Result<void> migrate(SQLite::Database& db, std::span<const Migration> steps);

} // namespace tessera::store
