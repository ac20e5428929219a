#include "core/format/atomic_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tessera::format {

namespace {

constexpr std::size_t kLargestWrite = std::size_t{1} << 30U;

tl::unexpected<Error> cannotWrite(const std::filesystem::path& path, int error) {
    return fail(ErrorCode::Io, fmt::format("Cannot write '{}': {}.", path.string(),
                                           std::generic_category().message(error)));
}

std::filesystem::path temporaryName(const std::filesystem::path& folder) {
    std::random_device random;
    return folder / fmt::format(".tessera-{:08x}{:08x}.tmp", random(), random());
}

int writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), kLargestWrite));
        if (written < 0) {
            if (errno == EINTR) {
                continue;
            }
            return errno;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return 0;
}

// A renamed file survives a power cut only once its folder is on the disk too. Not every file
// system can flush a folder, and the new file is complete either way.
void flushFolder(const std::filesystem::path& folder) {
    const FileDescriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.number() >= 0) {
        ::fsync(file.number());
    }
}

struct WriteTarget {
    std::filesystem::path path;
    std::optional<mode_t> mode; // of the file that will be replaced
};

Result<WriteTarget> writeTarget(const std::filesystem::path& path) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return errno == ENOENT ? Result<WriteTarget>(WriteTarget{path, std::nullopt})
                               : Result<WriteTarget>(cannotWrite(path, errno));
    }
    // Renaming over a device would replace it.
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::Io,
                    fmt::format("Cannot write '{}': it is not a regular file.", path.string()));
    }
    std::error_code error;
    const auto target = std::filesystem::canonical(path, error);
    if (error) {
        return cannotWrite(path, error.value());
    }
    return WriteTarget{target, status.st_mode & 07777U};
}

} // namespace

AtomicFile::AtomicFile(FileDescriptor file, std::filesystem::path temporary,
                       std::filesystem::path target, std::filesystem::path path)
    : m_file(std::move(file)), m_temporary(std::move(temporary)), m_target(std::move(target)),
      m_path(std::move(path)) {}

AtomicFile::AtomicFile(AtomicFile&& other) noexcept
    : m_file(std::move(other.m_file)),
      m_temporary(std::exchange(other.m_temporary, std::filesystem::path())),
      m_target(std::move(other.m_target)), m_path(std::move(other.m_path)) {}

AtomicFile::~AtomicFile() {
    if (!m_temporary.empty()) {
        ::unlink(m_temporary.c_str());
    }
}

Result<AtomicFile> AtomicFile::create(const std::filesystem::path& path) {
    const auto target = writeTarget(path);
    if (!target) {
        return fail(target.error());
    }
    const auto parent = target->path.parent_path();
    const auto name = temporaryName(parent.empty() ? std::filesystem::path(".") : parent);
    FileDescriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.number() < 0) {
        return cannotWrite(path, errno);
    }
    AtomicFile made(std::move(file), name, target->path, path);
    if (target->mode && ::fchmod(made.m_file.number(), *target->mode) != 0) {
        return cannotWrite(path, errno);
    }
    return made;
}

Result<void> AtomicFile::write(std::span<const std::byte> bytes) {
    const int error = writeAll(m_file.number(), bytes);
    return error == 0 ? Result<void>() : cannotWrite(m_path, error);
}

Result<void> AtomicFile::commit() {
    if (::fsync(m_file.number()) != 0 || ::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
        return cannotWrite(m_path, errno);
    }
    flushFolder(m_temporary.parent_path());
    m_temporary.clear();
    return {};
}

} // namespace tessera::format
