#include "core/store/migration_backup.h"

#include "core/store/placing.h"
#include "core/store/store_copy.h"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace tessera::store {

namespace {

constexpr int kMostBackups = 100; // of one version

// Equal bytes: SQLite's copies of equal stores are equal.
bool isSameAtRest(const std::filesystem::path& made, const std::filesystem::path& there) {
    std::error_code error;
    // Somebody uses it as a store; opening and closing it here could take away their locks.
    for (const char* ending : {"-wal", "-shm", "-journal"}) {
        if (std::filesystem::exists(sideFile(there, ending), error)) {
            return false;
        }
    }
    if (!std::filesystem::is_regular_file(there, error) ||
        std::filesystem::file_size(made, error) != std::filesystem::file_size(there, error)) {
        return false;
    }
    std::ifstream one(made, std::ios::binary), two(there, std::ios::binary);
    using Bytes = std::istreambuf_iterator<char>;
    return std::equal(Bytes(one), Bytes(), Bytes(two), Bytes());
}

Result<void> placeBackup(const std::filesystem::path& made, const std::filesystem::path& first) {
    for (int number = 1; number <= kMostBackups; ++number) {
        auto target = first;
        if (number > 1) {
            target += fmt::format(".{}", number);
        }
        const auto error = renameToFree(made, target);
        if (!error) {
            syncFolderOf(target);
            return {};
        }
        if (error != std::errc::file_exists) {
            return fail(ErrorCode::Io,
                        fmt::format("The folder refuses the file ({}); check its permissions.",
                                    error.message()));
        }
        if (isSameAtRest(made, target)) {
            return {};
        }
    }
    return fail(ErrorCode::Io,
                fmt::format("There are {} backups like '{}' already; move some away.", kMostBackups,
                            first.string()));
}

} // namespace

Result<void> backUpBeforeMigration(SQLite::Database& db, const std::filesystem::path& file,
                                   int version) {
    const auto target = sideFile(file, fmt::format(".v{}.backup", version).c_str());
    removeLeftovers(file);
    const TemporaryFile temporary(target);
    const auto copy = copyInto(db, temporary.path());
    Result<void> kept;
    if (!copy) {
        kept = fail(copy.error());
    } else if (copy->version == version) { // else somebody else has migrated it, after a copy
        copyPermissions(file, temporary.path());
        kept = placeBackup(temporary.path(), target);
    }
    if (!kept) {
        return fail(kept.error().within(
            fmt::format("the store has the older schema {} and is left as it is, because no backup "
                        "of it can be made first",
                        version)));
    }
    return {};
}

} // namespace tessera::store
