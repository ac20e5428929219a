#pragma once

#include "core/api/result.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>

// Copies of stores.
namespace tessera::store {

// What a copy holds.
struct StoreCopy {
    int version = 0; // of the schema
    std::int64_t runs = 0;
    std::int64_t sizeBytes = 0;
};

enum class Existing { Keep, Replace };

// Writes the store on which `source` is open, as it is at one moment, into the new file `fresh`,
// flushes it and checks the copy from end to end; it needs no files beside it. Others may write
// meanwhile. Errors as copyStore(), and `fresh` may be there in part.
[[nodiscard]] Result<StoreCopy> copyInto(SQLite::Database& source,
                                         const std::filesystem::path& fresh);

// A copy of the store `file` in `target`, with the permissions of `file`, while other programs use
// it. On failure `target` is as it was.
// NotFound: no such store. InvalidArgument: `target` is there and to be kept, is in use as a store,
// or is the store itself. Corrupt or Unsupported: not a whole store of ours. Io, OutOfMemory.
[[nodiscard]] Result<StoreCopy> copyStore(const std::filesystem::path& file,
                                          const std::filesystem::path& target, Existing existing);

// Whether `file` is the store or one of those that SQLite keeps beside it.
[[nodiscard]] bool isFileOfStore(const std::filesystem::path& store,
                                 const std::filesystem::path& file);

// Gives `copy` the permissions of `file`, so that it is read by no more people.
void copyPermissions(const std::filesystem::path& file, const std::filesystem::path& copy);

} // namespace tessera::store
