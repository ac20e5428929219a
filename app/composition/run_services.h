#pragma once

#include "core/api/run_store.h"
#include "core/api/token_io.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace tessera::app {

enum class StoreAccess { ReadWrite, ReadOnly };

// The run store on a file, with experiments in their JSON form. Codes as store/sqlite_run_store.h.
[[nodiscard]] Result<std::unique_ptr<RunStore>> openStore(const std::filesystem::path& file,
                                                          StoreAccess access);

// A sentence if the store lies on a network file system, where it is slower; else empty.
[[nodiscard]] std::optional<std::string> storeWarning(const std::filesystem::path& file);

// Tokens as TBF 1.1 files.
[[nodiscard]] std::unique_ptr<TokenWriter> makeTokenWriter();

} // namespace tessera::app
