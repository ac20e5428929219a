#include "core/store/connection.h"

#include "core/store/migration_backup.h"
#include "core/store/migrations.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Column.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <string>
#include <system_error>
#include <thread>

namespace tessera::store {

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr std::int64_t kFullCheckBytes = 16 * 1024 * 1024;

Result<void> checkPages(SQLite::Database& db) {
    const auto bytes = db.execAndGet("PRAGMA page_count").getInt64() *
                       db.execAndGet("PRAGMA page_size").getInt64();
    if (bytes > kFullCheckBytes) {
        return {};
    }
    const std::string found = db.execAndGet("PRAGMA quick_check(1)").getString();
    if (found != "ok") {
        return fail(
            ErrorCode::Corrupt,
            fmt::format("The run store is damaged ({}); move the file away or restore a copy.",
                        found));
    }
    return {};
}

// SQLite's URI for a file that nobody writes to: it then needs no side files.
std::string atRestUri(const std::filesystem::path& file) {
    std::string uri = "file:";
    for (const char letter : std::filesystem::absolute(file).string()) {
        uri += letter == '%' || letter == '?' || letter == '#'
                   ? fmt::format("%{:02X}", static_cast<unsigned char>(letter))
                   : std::string(1, letter);
    }
    return uri + "?immutable=1";
}

// A program that writes keeps a log or a journal beside the file; without, all there is lies in the
// file. What may not be looked at counts as being there.
bool isAtRest(const std::filesystem::path& file) {
    for (const char* ending : {"-wal", "-journal"}) {
        auto log = file;
        log += ending;
        std::error_code error;
        const auto bytes = std::filesystem::file_size(log, error);
        if (error ? error != std::errc::no_such_file_or_directory : bytes > 0) {
            return false;
        }
    }
    return true;
}

Result<Connection> checkedForReading(Connection db) {
    const auto version = schemaVersion(*db, migrations());
    if (!version) {
        return fail(version.error());
    }
    if (*version < migrations().back().to) {
        return fail(ErrorCode::Unsupported,
                    "The run store has an older or empty schema, which reading alone cannot "
                    "update; open it for writing once.");
    }
    if (auto whole = checkPages(*db); !whole) {
        return fail(whole.error());
    }
    return db;
}

// Proves that the file can be read, too.
Connection opened(const std::string& name, int flags) {
    auto db = std::make_unique<SQLite::Database>(name, flags, kBusyTimeoutMs);
    db->exec(kDistrust);
    (void)db->execAndGet("PRAGMA schema_version").getInt();
    return db;
}

Result<Connection> openForWriting(const std::filesystem::path& file, Journal journal) {
    auto db = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE,
                                                 kBusyTimeoutMs);
    db->exec(kDistrust);
    // First of all, because everything below writes into the file.
    const auto version = schemaVersion(*db, migrations());
    if (!version) {
        return fail(version.error());
    }
    if (auto whole = checkPages(*db); !whole) {
        return fail(whole.error());
    }
    // SQLite quietly falls back to reading a file that it may not write.
    if (sqlite3_db_readonly(db->getHandle(), "main") == 1) {
        return fail(ErrorCode::Io,
                    "The run store cannot be written; check the permissions of the file.");
    }
    if (*version > 0 && *version < migrations().back().to) {
        if (auto kept = backUpBeforeMigration(*db, file, *version); !kept) {
            return fail(kept.error());
        }
    }
    // With WAL, NORMAL loses at most the last commits in a power cut. A rollback journal needs
    // FULL to be as safe.
    const auto checkPlace =
        [&] { // somebody restored a backup meanwhile: this is no longer the store
            if (hasMoved(*db)) {
                throw SQLite::Exception("the file was replaced", SQLITE_BUSY);
            }
        };
    try {
        db->exec(journal == Journal::Wal
                     ? "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
                     : "PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL;");
    } catch (const SQLite::Exception&) {
        checkPlace(); // SQLite calls a file that was replaced one that cannot be written
        throw;
    }
    db->exec("PRAGMA foreign_keys = ON");
    checkPlace();
    if (auto migrated = migrate(*db, migrations()); !migrated) {
        return fail(migrated.error());
    }
    return db;
}

Result<void> prepareFile(const std::filesystem::path& file, Access access) {
    std::error_code error;
    if (access == Access::ReadOnly) {
        if (!std::filesystem::exists(file, error)) {
            return fail(ErrorCode::NotFound, "There is no such file; check the path.");
        }
    } else if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path(), error);
        if (error) {
            return fail(ErrorCode::Io,
                        fmt::format("The folder cannot be created ({}); choose another one.",
                                    error.message()));
        }
    }
    if (std::filesystem::is_directory(file, error)) {
        return fail(ErrorCode::Io, "This is a folder; name a file in it.");
    }
    return {};
}

} // namespace

Connection openAsItIs(const std::filesystem::path& file) {
    try {
        return opened(file.string(), SQLite::OPEN_READONLY);
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode();
        if (code != SQLITE_READONLY && code != SQLITE_CANTOPEN) {
            throw;
        }
        // Even to read, SQLite puts files beside the store, which not every folder allows; and it
        // must be allowed to write to settle what a killed program left half done.
        return isAtRest(file) ? opened(atRestUri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI)
                              : opened(file.string(), SQLite::OPEN_READWRITE);
    }
}

bool hasMoved(SQLite::Database& db) {
    int moved = 0;
    return sqlite3_file_control(db.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) ==
               SQLITE_OK &&
           moved != 0;
}

Result<Connection> openConnection(const std::filesystem::path& file, Access access,
                                  Journal journal) {
    const std::string context = fmt::format("cannot open the run store '{}'", file.string());
    if (auto ready = prepareFile(file, access); !ready) {
        return fail(ready.error().within(context));
    }
    // Changing the journal mode and recovering after a crash answer "busy" without waiting when
    // two programs open a store at the same moment, so the wait is here.
    const auto deadline =
        std::chrono::steady_clock::now() + std::chrono::milliseconds(kBusyTimeoutMs);
    for (;;) {
        bool busy = false;
        auto opened = guarded([&]() -> Result<Connection> {
            try {
                return access == Access::ReadOnly ? checkedForReading(openAsItIs(file))
                                                  : openForWriting(file, journal);
            } catch (const SQLite::Exception& exception) {
                busy = exception.getErrorCode() == SQLITE_BUSY;
                throw;
            }
        });
        if (opened) {
            return opened;
        }
        if (!busy || std::chrono::steady_clock::now() >= deadline) {
            return fail(opened.error().within(context));
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
}

} // namespace tessera::store
