#include "core/store/file_system.h"

#include <fmt/format.h>
#include <sys/vfs.h>

#include <algorithm>
#include <array>

namespace tessera::store {

namespace {

// linux/magic.h and the file systems' own headers; not all of them are installed everywhere.
constexpr std::array<unsigned long, 14> kNetworkTypes = {
    0x6969,     // NFS
    0x517B,     // SMB
    0xFF534D42, // CIFS
    0xFE534D42, // SMB2
    0x65735546, // FUSE
    0x5346414F, // AFS
    0x6B414653, // AFS, kernel client
    0x73757245, // Coda
    0x564C,     // NCP
    0x01021997, // 9P
    0x00C36400, // Ceph
    0x0BD00BD0, // Lustre
    0x47504653, // GPFS
    0x19830326, // BeeGFS
};

} // namespace

bool isNetworkFileSystem(unsigned long type) {
    // Where f_type is signed, CIFS comes back sign-extended.
    return std::find(kNetworkTypes.begin(), kNetworkTypes.end(), type & 0xFFFFFFFFUL) !=
           kNetworkTypes.end();
}

std::optional<std::string> networkWarning(const std::filesystem::path& file) {
    std::error_code error;
    std::filesystem::path existing = std::filesystem::absolute(file, error);
    while (!std::filesystem::exists(existing, error) && existing.has_relative_path()) {
        existing = existing.parent_path();
    }
    struct statfs info {};
    if (statfs(existing.c_str(), &info) != 0 ||
        !isNetworkFileSystem(static_cast<unsigned long>(info.f_type))) {
        return std::nullopt;
    }
    return fmt::format("The run store '{}' lies on a network file system, so it is opened with a "
                       "rollback journal, which is slower; keep it on a local disk if you can.",
                       file.string());
}

} // namespace tessera::store
