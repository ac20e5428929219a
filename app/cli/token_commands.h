#pragma once

#include "app/cli/command.h"
#include "app/cli/token_options.h"
#include "core/api/token_file.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// Making a token file out of others. The file is written as a whole or not at all.
namespace tessera::cli {

struct MergeOptions {
    std::vector<std::filesystem::path> files;
    ReadingOptions reading;
    WritingOptions writing;
    std::string rule = "mean";
    std::vector<double> weights;
    std::optional<double> trim;
    bool anyLength = false; // leave the result as long as it comes out
};

struct ConvertOptions {
    std::filesystem::path file;
    ReadingOptions reading;
    WritingOptions writing;
};

struct StripOptions {
    std::filesystem::path file;
    ReadingOptions reading;
    WritingOptions writing;
    std::vector<std::string> keep; // ids of leaks
    std::vector<std::string> also; // that are kept by default
    bool listOnly = false;
};

// `tessera merge`, `tessera convert`, `tessera strip`.
int mergeTokens(const CommandContext& context, const MergeOptions& options);
int convertToken(const CommandContext& context, const ConvertOptions& options);
int stripToken(const CommandContext& context, const StripOptions& options);

} // namespace tessera::cli
