#include "core/tap/row_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace tessera::tap {

namespace {

constexpr std::size_t kLargestPart = std::size_t{1} << 30U;

// Bytes as the person who frees room counts them.
std::string megabytes(std::int64_t bytes) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

tl::unexpected<Error> refused(const std::filesystem::path& folder, std::int64_t bytes, int error) {
    return fail(ErrorCode::Io,
                fmt::format("{} of recorded activations cannot be kept in {} ({}); free room there "
                            "or allow more memory",
                            megabytes(bytes), folder.string(),
                            std::generic_category().message(error)));
}

tl::unexpected<Error> failed(const char* what, const std::filesystem::path& folder, int error) {
    return fail(ErrorCode::Io,
                fmt::format("recorded activations cannot be {} in {} any more ({}); check the disk "
                            "or allow more memory",
                            what, folder.string(), std::generic_category().message(error)));
}

} // namespace

Result<RowFile> RowFile::create(const std::filesystem::path& folder, std::int64_t bytes) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        return refused(folder, bytes, error.value());
    }
    auto name = (folder / ".tessera-rows-XXXXXX").string();
    format::FileDescriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (file.number() < 0) {
        return refused(folder, bytes, errno);
    }
    ::unlink(name.c_str());
    if (const int full = ::posix_fallocate(file.number(), 0, bytes); full != 0) {
        return refused(folder, bytes, full);
    }
    return RowFile(std::move(file), folder);
}

Result<void> RowFile::write(std::int64_t offset, std::span<const std::byte> bytes) const {
    while (!bytes.empty()) {
        const auto count =
            ::pwrite(m_file.number(), bytes.data(), std::min(bytes.size(), kLargestPart), offset);
        if (count < 0 && errno != EINTR) {
            return failed("written", m_folder, errno);
        }
        offset += std::max<ssize_t>(count, 0);
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return {};
}

Result<void> RowFile::read(std::int64_t offset, std::span<std::byte> bytes) const {
    while (!bytes.empty()) {
        const auto count =
            ::pread(m_file.number(), bytes.data(), std::min(bytes.size(), kLargestPart), offset);
        if (count == 0 || (count < 0 && errno != EINTR)) {
            return failed("read", m_folder, count == 0 ? EIO : errno);
        }
        offset += std::max<ssize_t>(count, 0);
        bytes = bytes.subspan(static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    }
    return {};
}

} // namespace tessera::tap
