#pragma once

#include <cstdint>
#include <filesystem>
#include <system_error>

// Files that appear under their names whole or not at all.
namespace tessera::store {

// An empty file beside `target` that only its owner may read; it, and what SQLite puts beside it,
// goes when this ends. A lock says meanwhile that somebody is at it; a program that is killed
// leaves the file without. No connection to the file, under whatever name, outlives this. Owned by
// who writes the file; one thread.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::filesystem::path& target);
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
    int m_descriptor = -1; // holds the lock
};

// A file that nobody has written to for longer than this belongs to nobody who is at work.
inline constexpr std::int64_t kOldSeconds = 24 * 3600;

// Whether a lock that is not there says that nobody is at work on a file of this age, on a file
// system of this statfs(2) type: between machines a lock may hold on one of them only.
[[nodiscard]] bool isLockTelling(std::int64_t ageSeconds, unsigned long fileSystemType);

// Whether `file` is a TemporaryFile that a killed program left. False where it cannot be told.
[[nodiscard]] bool isLeftover(const std::filesystem::path& file);

// Removes the leftovers, with what SQLite put beside them, in the folder of `file`: those that were
// to become `file` or its backups, any that hold a store, and old ones that do not hold anything
// yet: what SQLite writes last is the beginning. What cannot be removed stays.
void removeLeftovers(const std::filesystem::path& file) noexcept;

// Renames a file to a name that must be free: file_exists if it is not.
[[nodiscard]] std::error_code renameToFree(const std::filesystem::path& from,
                                           const std::filesystem::path& to);

// Makes renames in the folder of `file` last over a power cut, where the file system can.
void syncFolderOf(const std::filesystem::path& file);

// A file that SQLite puts beside the database `file`: "-wal", "-shm", "-journal".
[[nodiscard]] std::filesystem::path sideFile(const std::filesystem::path& file, const char* ending);

} // namespace tessera::store
