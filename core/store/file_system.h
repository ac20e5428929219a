#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace tessera::store {

// Whether statfs(2)'s f_type is that of a file system shared between machines (NFS, CIFS, 9P,
// cluster file systems) or of unknown kind behind FUSE. SQLite's WAL needs memory shared by all
// its users, which these do not give.
[[nodiscard]] bool isNetworkFileSystem(unsigned long type);

// A sentence for people if the store at `file` (which need not exist yet) would lie on such a file
// system and is therefore opened with a rollback journal; empty otherwise.
[[nodiscard]] std::optional<std::string> networkWarning(const std::filesystem::path& file);

} // namespace tessera::store
