#include "core/store/store_lock.h"

#include "core/api/run.h"
#include "core/store/clock.h"
#include "core/store/migrations.h"
#include "core/store/owner.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <thread>
#include <utility>

namespace tessera::store {

namespace {

using namespace std::chrono_literals;

constexpr auto kLockPatience = 2s; // for somebody who only looks into the store
constexpr int kMostReplaced = 5;   // in a row, while the lock was waited for
// Where SQLite's locks lie in the file ("pending byte" and what follows;
// sqlite.org/lockingv3.html).
constexpr off_t kLockStart = 0x40000000;
constexpr off_t kLockBytes = 512;

tl::unexpected<Error> inUse() {
    return fail(ErrorCode::Io, "Another program uses the run store; close it and try again.");
}

Result<void> checkNoLiveRuns(SQLite::Database& db) {
    const Owner here = currentOwner();
    SQLite::Statement rows(db, "SELECT id, heartbeat, owner_pid, owner_start, owner_boot, "
                               "owner_machine FROM runs WHERE state IN ('queued', 'running', "
                               "'cancelling')");
    while (rows.executeStep()) {
        const Owner owner{rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64(),
                          rows.getColumn(4).getString(), rows.getColumn(5).getString()};
        const std::int64_t heartbeat = rows.getColumn(1).getInt64();
        if (isHeartbeatDoubtful(owner, here, heartbeat, nowMs())) {
            return fail(ErrorCode::Io,
                        fmt::format("The last sign of life of the run {} lies in the future, so "
                                    "that it may be going on; list the runs, and try again a "
                                    "minute later.",
                                    rows.getColumn(0).getString()));
        }
        if (!isOwnerGone(owner, here, heartbeat, nowMs())) {
            return fail(
                ErrorCode::Io,
                fmt::format("The run {} of the store is going on (process {}); wait for its "
                            "end or cancel it.",
                            rows.getColumn(0).getString(), owner.pid));
        }
    }
    return {};
}

// Leaving WAL folds the log back into the file and needs to be alone. What follows in between is
// found by the second look at the mode.
Result<bool> tryLock(SQLite::Database& db) {
    try {
        (void)db.execAndGet("PRAGMA journal_mode = DELETE").getString();
        db.exec("BEGIN EXCLUSIVE");
        if (db.execAndGet("PRAGMA journal_mode").getString() == std::string("delete")) {
            return true;
        }
        db.exec("ROLLBACK");
        return false;
    } catch (const SQLite::Exception& exception) {
        const int code = exception.getErrorCode();
        if (code != SQLITE_BUSY && code != SQLITE_LOCKED) {
            throw;
        }
        return false;
    }
}

Result<void> lockOpened(SQLite::Database& db) {
    db.exec(kDistrust);
    const int application = db.execAndGet("PRAGMA application_id").getInt();
    const int tables = db.execAndGet("SELECT count(*) FROM sqlite_schema").getInt();
    if (application != kApplicationId && tables > 0) {
        return fail(ErrorCode::Unsupported,
                    "The file is a database of another program; choose another file.");
    }
    // Otherwise the lock below would be one for reading only, without a word.
    if (sqlite3_db_readonly(db.getHandle(), "main") == 1) {
        return fail(ErrorCode::Io,
                    "The run store cannot be written; check the permissions of the file.");
    }
    const auto noLiveRuns = [&]() -> Result<void> {
        return tables > 0 ? checkNoLiveRuns(db) : Result<void>();
    };
    if (auto idle = noLiveRuns(); !idle) {
        return fail(idle.error());
    }
    const auto deadline = std::chrono::steady_clock::now() + kLockPatience;
    for (;;) {
        const auto locked = tryLock(db);
        if (locked && *locked) {
            return noLiveRuns(); // again: one may have begun in between
        }
        if (std::chrono::steady_clock::now() > deadline) {
            return inUse();
        }
        std::this_thread::sleep_for(20ms);
    }
}

// What was locked may have lost its name to another one's restore meanwhile; then the lock keeps
// nobody out of what has it now.
Result<Connection> lockWhole(const std::filesystem::path& file) {
    for (int tries = 0; tries < kMostReplaced; ++tries) {
        auto db = std::make_unique<SQLite::Database>(file, SQLite::OPEN_READWRITE, 100);
        const auto locked = guarded([&] { return lockOpened(*db); });
        if (hasMoved(*db)) {
            continue;
        }
        return locked ? Result<Connection>(std::move(db)) : fail(locked.error());
    }
    return inUse();
}

bool isStill(int descriptor, const std::filesystem::path& file) {
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 && stat(file.c_str(), &named) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

// For what SQLite does not open: every connection that has read holds a lock in this range. A lock
// of the open file, not of the process.
Result<int> lockBytes(const std::filesystem::path& file) {
    const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) {
        return fail(ErrorCode::Io,
                    "The run store cannot be written; check the permissions of the file.");
    }
    struct flock range {};
    range.l_type = F_WRLCK;
    range.l_whence = SEEK_SET;
    range.l_start = kLockStart;
    range.l_len = kLockBytes;
    if (fcntl(descriptor, F_OFD_SETLK, &range) != 0) {
        close(descriptor);
        return inUse();
    }
    if (!isStill(descriptor, file)) {
        close(descriptor);
        return inUse();
    }
    return descriptor;
}

} // namespace

Result<StoreLock> StoreLock::take(const std::filesystem::path& file) {
    StoreLock lock;
    std::error_code error;
    if (!std::filesystem::exists(std::filesystem::symlink_status(file, error))) {
        return lock;
    }
    if (!std::filesystem::is_regular_file(file, error)) {
        return fail(ErrorCode::Io, "The run store is something other than a file; move it away.");
    }
    auto whole = guarded([&] { return lockWhole(file); });
    if (whole) {
        lock.m_db = *std::move(whole);
        return lock;
    }
    if (whole.error().code != ErrorCode::Corrupt) {
        return fail(whole.error());
    }
    const auto descriptor = lockBytes(file);
    if (!descriptor) {
        return fail(descriptor.error());
    }
    lock.m_descriptor = *descriptor;
    return lock;
}

StoreLock::StoreLock(StoreLock&& other) noexcept
    : m_db(std::move(other.m_db)), m_descriptor(std::exchange(other.m_descriptor, -1)) {}

StoreLock::~StoreLock() {
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

} // namespace tessera::store
