#pragma once

#include "app/cli/command.h"

#include <filesystem>

namespace tessera::cli {

// `tessera runs check|backup|restore` on the store in context.folder.

// Exit code 0 only if nothing is wrong with the store and the files of its runs.
int checkRuns(const CommandContext& context);

struct BackupOptions {
    std::filesystem::path file;
    bool force = false; // replace an existing file
};
int backUpRuns(const CommandContext& context, const BackupOptions& options);

int restoreRuns(const CommandContext& context, const std::filesystem::path& backup);

} // namespace tessera::cli
