#pragma once

#include "app/cli/command.h"
#include "core/api/experiment.h"

#include <string>

namespace tessera::cli {

struct ModelInfoOptions {
    std::filesystem::path file;
    std::string family; // what the tensors of a state dict belong to; without a file: a fresh one
    int width = 64;
    int depth = 2;
    std::string input; // as inputFromText() reads it; empty: not tried
    int classes = 0;   // of the data; 0: not known
};

// The families of networks that can be built here.
int listModels(const CommandContext& context);

// What a network is made of. Fails with its refusal if it may not be run.
int describeModel(const CommandContext& context, const ModelInfoOptions& options);

} // namespace tessera::cli
