#pragma once

#include "core/api/result.h"
#include "core/store/store_copy.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace tessera::store {

struct RestoredStore {
    StoreCopy copy;
    std::optional<std::filesystem::path> kept; // the store that was there before
};

// Puts a copy of `backup`, checked from end to end first, in the place of the store `file`; what
// was there stays as "NAME.before-restore-DATE" beside it, a damaged one with what is left of its
// side files. Whoever opens `file` meanwhile gets the one or the other, whole. On failure the store
// is as it was or, where its name was taken meanwhile, under the other one, which the error tells.
// NotFound: no such backup. InvalidArgument: the backup is the store itself. Corrupt or
// Unsupported: not a whole store of ours, or of a newer version. Io: somebody uses the store, or
// the folder refuses.
[[nodiscard]] Result<RestoredStore> restoreStore(const std::filesystem::path& file,
                                                 const std::filesystem::path& backup,
                                                 std::int64_t nowMs);

} // namespace tessera::store
