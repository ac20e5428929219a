#pragma once

#include "app/cli/command.h"

namespace tessera::cli {

enum class ExportFormat { Json, Csv };

// `tessera runs list|show|export` on the store in context.folder.
int listRuns(const CommandContext& context);
int showRun(const CommandContext& context, const std::string& id);
// To `file`, or standard output if empty. JSON: everything; CSV: the samples.
int exportRun(const CommandContext& context, const std::string& id, ExportFormat format,
              const std::filesystem::path& file);

} // namespace tessera::cli
