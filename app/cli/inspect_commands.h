#pragma once

#include "app/cli/command.h"
#include "app/cli/token_options.h"

#include <filesystem>
#include <string>
#include <vector>

// Looking at token files without changing anything.
namespace tessera::cli {

struct InspectOptions {
    std::filesystem::path file;
    ReadingOptions reading;
    bool full = false;
};

struct ValidateOptions {
    std::vector<std::filesystem::path> files;
    ReadingOptions reading;
    bool requireSignature = false;
    std::string signer; // insist on this one
};

struct DiffOptions {
    std::filesystem::path left, right;
    ReadingOptions reading;
    bool perDimension = false;
};

// `tessera inspect`: everything about one file, also about one that is refused.
int inspectToken(const CommandContext& context, const InspectOptions& options);

// `tessera validate`: one line a file. Succeeds only if all are good.
int validateTokens(const CommandContext& context, const ValidateOptions& options);

// `tessera diff`: in what two tokens differ. Differences are no failure.
int diffTokens(const CommandContext& context, const DiffOptions& options);

} // namespace tessera::cli
