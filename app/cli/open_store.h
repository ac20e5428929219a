#pragma once

#include "app/cli/command.h"
#include "core/api/run_store.h"

#include <memory>

namespace tessera::cli {

// The existing store in context.folder, for looking into it. NotFound, and codes as of
// app::openStore().
[[nodiscard]] Result<std::unique_ptr<RunStore>> openForReading(const CommandContext& context);

} // namespace tessera::cli
