#include "core/store/placing.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>

namespace tessera::store {

TemporaryFile::TemporaryFile(const std::filesystem::path& target) {
    std::uint64_t random = 0;
    if (getrandom(&random, sizeof random, 0) != static_cast<ssize_t>(sizeof random)) {
        random = static_cast<std::uint64_t>(getpid());
    }
    m_path =
        target.parent_path() / fmt::format(".{}.{:016x}.tmp", target.filename().string(), random);
    // Empty and for its owner only, before anything is written into it. Where that fails, so does
    // whoever opens it, and says why.
    const int descriptor = open(m_path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        close(descriptor);
    }
}

TemporaryFile::~TemporaryFile() {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) {
        std::filesystem::remove(sideFile(m_path, ending), ignored);
    }
}

std::error_code renameToFree(const std::filesystem::path& from, const std::filesystem::path& to) {
    if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return {};
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return {errno, std::generic_category()};
    }
    // The file system does not know how to leave a file alone; then asking first must do.
    std::error_code error;
    if (std::filesystem::exists(std::filesystem::symlink_status(to, error))) {
        return std::make_error_code(std::errc::file_exists);
    }
    std::filesystem::rename(from, to, error);
    return error;
}

void syncFolderOf(const std::filesystem::path& file) {
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int number = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (number >= 0) {
        (void)fsync(number);
        close(number);
    }
}

std::filesystem::path sideFile(const std::filesystem::path& file, const char* ending) {
    auto side = file;
    side += ending;
    return side;
}

} // namespace tessera::store
