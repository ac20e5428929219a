#include "core/format/file_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tessera::format {

namespace {

constexpr std::size_t kFirstChunk = std::size_t{64} << 10U;
constexpr std::size_t kLargestRead = std::size_t{1} << 30U;
constexpr std::uint64_t kLargestFile = std::uint64_t{1} << 62U;

std::string reason(int error) {
    return std::generic_category().message(error);
}

tl::unexpected<Error> ioError(const char* what, const std::filesystem::path& path, int error) {
    return fail(ErrorCode::Io,
                fmt::format("Cannot {} '{}': {}.", what, path.string(), reason(error)));
}

// Removes the temporary file unless it was renamed to its final name.
class TemporaryFile {
public:
    explicit TemporaryFile(std::filesystem::path path) : m_path(std::move(path)) {}
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        if (!m_kept) {
            ::unlink(m_path.c_str());
        }
    }
    void keep() { m_kept = true; }

private:
    std::filesystem::path m_path;
    bool m_kept = false;
};

std::filesystem::path temporaryName(const std::filesystem::path& folder) {
    std::random_device random;
    return folder / fmt::format(".tessera-{:08x}{:08x}.tmp", random(), random());
}

int writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), std::min(bytes.size(), kLargestRead));
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
                               : Result<WriteTarget>(ioError("write", path, errno));
    }
    // Renaming over a device would replace it.
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::Io,
                    fmt::format("Cannot write '{}': it is not a regular file.", path.string()));
    }
    std::error_code error;
    const auto target = std::filesystem::canonical(path, error);
    if (error) {
        return ioError("write", path, error.value());
    }
    return WriteTarget{target, status.st_mode & 07777U};
}

} // namespace

FileDescriptor::FileDescriptor(FileDescriptor&& other) noexcept
    : m_number(std::exchange(other.m_number, -1)) {}

FileDescriptor::~FileDescriptor() {
    if (m_number >= 0) {
        ::close(m_number);
    }
}

Result<FileDescriptor> openRegularFile(const std::filesystem::path& path) {
    // O_NONBLOCK: opening a pipe without a writer must not hang.
    FileDescriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return fail(ErrorCode::NotFound, fmt::format("There is no file '{}'.", path.string()));
        }
        return ioError("open", path, errno);
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0) {
        return ioError("read", path, errno);
    }
    if (!S_ISREG(status.st_mode)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' is not a regular file; name a file, not a folder or device.",
                                path.string()));
    }
    return file;
}

Result<std::size_t> readSome(const FileDescriptor& file, std::span<std::byte> buffer,
                             const std::filesystem::path& path) {
    for (;;) {
        const ssize_t count =
            ::read(file.number(), buffer.data(), std::min(buffer.size(), kLargestRead));
        if (count >= 0) {
            return static_cast<std::size_t>(count);
        }
        if (errno != EINTR) {
            return ioError("read", path, errno);
        }
    }
}

Result<std::vector<std::byte>> readFile(const std::filesystem::path& path, std::uint64_t maxBytes) {
    auto file = openRegularFile(path);
    if (!file) {
        return fail(std::move(file.error()));
    }
    std::vector<std::byte> bytes;
    std::size_t filled = 0;
    maxBytes = std::min(maxBytes, kLargestFile);
    for (;;) {
        if (filled == bytes.size()) {
            const std::uint64_t wanted = std::max<std::uint64_t>(kFirstChunk, filled * 2);
            bytes.resize(static_cast<std::size_t>(std::min(wanted, maxBytes + 1)));
        }
        const auto count = readSome(*file, std::span(bytes).subspan(filled), path);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            break;
        }
        filled += *count;
        if (filled > maxBytes) {
            return fail(ErrorCode::Unsupported,
                        fmt::format("'{}' is larger than {} bytes, the limit for this kind of "
                                    "file.",
                                    path.string(), maxBytes));
        }
    }
    bytes.resize(filled);
    return bytes;
}

Result<void> writeFileAtomically(const std::filesystem::path& path,
                                 std::span<const std::byte> bytes) {
    const auto target = writeTarget(path);
    if (!target) {
        return fail(target.error());
    }
    const auto parent = target->path.parent_path();
    const auto folder = parent.empty() ? std::filesystem::path(".") : parent;
    const auto name = temporaryName(folder);
    FileDescriptor file(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (file.number() < 0) {
        return ioError("write", path, errno);
    }
    TemporaryFile temporary(name);
    if (target->mode && ::fchmod(file.number(), *target->mode) != 0) {
        return ioError("write", path, errno);
    }
    if (const int error = writeAll(file.number(), bytes); error != 0) {
        return ioError("write", path, error);
    }
    if (::fsync(file.number()) != 0) {
        return ioError("write", path, errno);
    }
    if (::rename(name.c_str(), target->path.c_str()) != 0) {
        return ioError("write", path, errno);
    }
    temporary.keep();
    flushFolder(folder);
    return {};
}

} // namespace tessera::format
