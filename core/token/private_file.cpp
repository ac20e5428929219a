#include "core/token/private_file.h"

#include "core/format/file_io.h"

#include <fmt/format.h>

#include <cerrno>
#include <random>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tessera::token {

namespace {

constexpr mode_t kOwnerOnly = 0600;

tl::unexpected<Error> ioError(const char* what, const std::filesystem::path& path, int error) {
    return fail(ErrorCode::Io, fmt::format("Cannot {} '{}': {}.", what, path.string(),
                                           std::generic_category().message(error)));
}

// 0, or what errno says.
int writeAll(int file, std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(file, bytes.data(), bytes.size());
        if (written >= 0) {
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        } else if (errno != EINTR) {
            return errno;
        }
    }
    return ::fsync(file) == 0 ? 0 : errno;
}

// A file survives a power cut only once its folder is on the disk too; not every file system can
// flush one.
void flushFolder(const std::filesystem::path& folder) {
    const format::FileDescriptor file(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (file.number() >= 0) {
        ::fsync(file.number());
    }
}

std::filesystem::path folderOf(const std::filesystem::path& path) {
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

} // namespace

Result<FileWithMode> readWithMode(const std::filesystem::path& path, std::size_t maxBytes) {
    const auto file = format::openRegularFile(path);
    if (!file) {
        return fail(file.error());
    }
    struct stat status {};
    if (::fstat(file->number(), &status) != 0) {
        return ioError("read", path, errno);
    }
    FileWithMode result;
    result.mode = status.st_mode & 07777U;
    // One more than allowed, to see whether there is more.
    result.bytes.resize(maxBytes + 1);
    std::size_t filled = 0;
    while (filled < result.bytes.size()) {
        const auto count = format::readSome(*file, std::span(result.bytes).subspan(filled), path);
        if (!count) {
            return fail(count.error());
        }
        if (*count == 0) {
            break;
        }
        filled += *count;
    }
    if (filled > maxBytes) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("'{}' is larger than {} bytes, the limit for this kind of file.",
                                path.string(), maxBytes));
    }
    result.bytes.resize(filled);
    return result;
}

Result<void> createFile(const std::filesystem::path& path, std::span<const std::byte> bytes,
                        mode_t mode) {
    const format::FileDescriptor file(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode));
    if (file.number() < 0) {
        if (errno == EEXIST) {
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("'{}' exists already and is not overwritten; choose another "
                                    "name.",
                                    path.string()));
        }
        return ioError("write", path, errno);
    }
    if (const int error = writeAll(file.number(), bytes); error != 0) {
        ::unlink(path.c_str());
        return ioError("write", path, error);
    }
    flushFolder(folderOf(path));
    return {};
}

Result<void> replacePrivateFile(const std::filesystem::path& path,
                                std::span<const std::byte> bytes) {
    // Whoever keeps the file elsewhere behind a link keeps the link.
    std::error_code error;
    const bool isLink = std::filesystem::is_symlink(path, error);
    const auto target = isLink ? std::filesystem::weakly_canonical(path, error) : path;
    if (error && isLink) {
        return ioError("write", path, error.value());
    }
    std::random_device random;
    const auto temporary =
        folderOf(target) / fmt::format(".tessera-{:08x}{:08x}.tmp", random(), random());
    if (const auto created = createFile(temporary, bytes, kOwnerOnly); !created) {
        return fail(created.error().within(fmt::format("Cannot write '{}'", path.string())));
    }
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        const int reason = errno;
        ::unlink(temporary.c_str());
        return ioError("write", path, reason);
    }
    flushFolder(folderOf(target));
    return {};
}

} // namespace tessera::token
