#pragma once

#include "core/api/result.h"
#include "core/store/connection.h"

#include <filesystem>
#include <memory>

namespace tessera::store {

// Keeps everybody else out of a store while the file is replaced. Owned by who replaces it; one
// thread; this program has no connection of its own to the file.
class StoreLock {
public:
    // Of a store that is whole, `file` then holds everything, without side files. A damaged one, or
    // a file that is no database, is locked as it is, with its side files; a file that is not there
    // needs no lock.
    // Io: somebody uses the store, or has a run in it that goes on. Unsupported: the database of
    // another program.
    [[nodiscard]] static Result<StoreLock> take(const std::filesystem::path& file);

    ~StoreLock();
    StoreLock(StoreLock&& other) noexcept;
    StoreLock& operator=(StoreLock&&) = delete;

private:
    StoreLock() = default;

    Connection m_db;       // of a whole store: in an exclusive transaction
    int m_descriptor = -1; // of a damaged one: holds the locks that SQLite would take
};

} // namespace tessera::store
