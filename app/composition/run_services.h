#pragma once

#include "core/api/run_store.h"
#include "core/api/token_io.h"

#include <filesystem>
#include <memory>

namespace tessera::app {

enum class StoreAccess { ReadWrite, ReadOnly };

// The run store on a file, with experiments in their JSON form. Codes as store/sqlite_run_store.h.
[[nodiscard]] Result<std::unique_ptr<RunStore>> openStore(const std::filesystem::path& file,
                                                          StoreAccess access);

// Tokens as TBF 1.1 files.
[[nodiscard]] std::unique_ptr<TokenWriter> makeTokenWriter();

} // namespace tessera::app
