#include "core/store/store_copy.h"

#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/placing.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <chrono>
#include <thread>

namespace tessera::store {

namespace {

using namespace std::chrono_literals;

constexpr auto kCopyPatience = 10s; // for a lock that somebody else holds
constexpr int kCopyTimeoutMs = 5000;

bool isBusy(int code) {
    return (code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED;
}

// Of one step; more detailed codes for "busy" come as exceptions.
int copyStep(SQLite::Backup& backup) {
    try {
        return backup.executeStep();
    } catch (const SQLite::Exception& exception) {
        if (!isBusy(exception.getErrorCode())) {
            throw;
        }
        return SQLITE_BUSY;
    }
}

// All pages in one step: what is copied in several begins anew whenever somebody writes.
Result<void> copyPages(SQLite::Database& copy, SQLite::Database& source) {
    SQLite::Backup backup(copy, source);
    const auto deadline = std::chrono::steady_clock::now() + kCopyPatience;
    for (;;) {
        const int code = copyStep(backup);
        if (code == SQLITE_DONE) {
            return {};
        }
        if (code != SQLITE_OK && std::chrono::steady_clock::now() > deadline) {
            return fail(ErrorCode::Io,
                        "Another program has kept the run store locked; wait for it or close it.");
        }
        std::this_thread::sleep_for(20ms);
    }
}

Result<StoreCopy> lookedAt(SQLite::Database& copy) {
    StoreCopy found;
    const auto version = schemaVersion(copy, migrations());
    if (!version) {
        return fail(version.error());
    }
    if (*version == 0) {
        return fail(ErrorCode::Corrupt, "The file holds no run store; choose another file.");
    }
    found.version = *version;
    const std::string pages = copy.execAndGet("PRAGMA integrity_check(1)").getString();
    if (pages != "ok") {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The run store is damaged ({}); use another copy of it.", pages));
    }
    SQLite::Statement links(copy, "PRAGMA foreign_key_check");
    if (links.executeStep()) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The run store is damaged (rows of the table {} belong to no run); "
                                "use another copy of it.",
                                links.getColumn(0).getString()));
    }
    found.runs = copy.execAndGet("SELECT count(*) FROM runs").getInt64();
    return found;
}

Result<void> checkTarget(const std::filesystem::path& file, const std::filesystem::path& target,
                         Existing existing) {
    std::error_code error;
    if (isFileOfStore(file, target)) {
        return fail(ErrorCode::InvalidArgument,
                    "This is a file of the run store itself; choose another name.");
    }
    const auto kind = std::filesystem::symlink_status(target, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        return {};
    }
    if (kind != std::filesystem::file_type::regular) {
        return fail(ErrorCode::InvalidArgument,
                    "This is something other than a file; choose another name.");
    }
    if (existing == Existing::Keep) {
        return fail(ErrorCode::InvalidArgument,
                    "There is a file of this name; choose another name, or replace it on purpose.");
    }
    // The log of the old file would be taken for one of the new.
    for (const char* ending : {"-wal", "-journal"}) {
        if (std::filesystem::exists(sideFile(target, ending), error)) {
            return fail(ErrorCode::InvalidArgument,
                        "The file of this name is a run store in use; choose another name.");
        }
    }
    return {};
}

} // namespace

bool isFileOfStore(const std::filesystem::path& store, const std::filesystem::path& file) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        const auto own = sideFile(store, ending);
        if (file.lexically_normal() == own.lexically_normal() ||
            std::filesystem::equivalent(file, own, ignored)) {
            return true;
        }
    }
    return false;
}

Result<StoreCopy> copyInto(SQLite::Database& source, const std::filesystem::path& fresh) {
    return guarded([&]() -> Result<StoreCopy> {
        SQLite::Database copy(fresh, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kCopyTimeoutMs);
        copy.exec(kDistrust);
        if (auto copied = copyPages(copy, source); !copied) {
            return fail(copied.error());
        }
        copy.exec("PRAGMA journal_mode = DELETE");
        auto found = lookedAt(copy);
        if (found) {
            found->sizeBytes = copy.execAndGet("PRAGMA page_count").getInt64() *
                               copy.execAndGet("PRAGMA page_size").getInt64();
        }
        return found;
    });
}

Result<StoreCopy> copyStore(const std::filesystem::path& file, const std::filesystem::path& target,
                            Existing existing) {
    const auto context =
        fmt::format("cannot copy the run store '{}' to '{}'", file.string(), target.string());
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(
            Error{ErrorCode::NotFound, "There is no such store; check the path.", {}}.within(
                context));
    }
    if (auto allowed = checkTarget(file, target, existing); !allowed) {
        return fail(allowed.error().within(context));
    }
    removeLeftovers(target);
    const TemporaryFile temporary(target);
    auto copied = guarded([&]() -> Result<StoreCopy> {
        const auto source = openAsItIs(file);
        return copyInto(*source, temporary.path());
    });
    if (!copied) {
        return fail(copied.error().within(context));
    }
    copyPermissions(file, temporary.path());
    if (existing == Existing::Replace) {
        std::filesystem::rename(temporary.path(), target, error);
    } else {
        error = renameToFree(temporary.path(), target);
    }
    if (error) {
        return fail(ErrorCode::Io,
                    fmt::format("{} ({}); choose another name.", context, error.message()));
    }
    syncFolderOf(target);
    return copied;
}

void copyPermissions(const std::filesystem::path& file, const std::filesystem::path& copy) {
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (!error) {
        std::filesystem::permissions(copy, status.permissions(), error);
    }
}

} // namespace tessera::store
