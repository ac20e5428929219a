#pragma once

#include "core/api/engine.h"
#include "core/api/result.h"
#include "core/session/run_session.h"

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::cli {

inline constexpr int kExitOk = 0;
inline constexpr int kExitFailed = 1;
inline constexpr int kExitUsage = 2;
inline constexpr int kExitCancelled = 130;

// What every command gets from main().
struct CommandContext {
    bool json = false;
    bool quiet = false;   // no progress, no notices
    bool verbose = false; // details too
    session::OutputFolder folder{"tessera-out"};
    std::int64_t memoryBudget = 0;           // bytes; 0 = half of the machine's
    bool inProcess = false;                  // TorchScript files, too, instead of in a child
    std::stop_token stop;                    // requested by Ctrl+C
    std::vector<std::string> arguments = {}; // the command line, from "tessera" on
};

using Action = std::function<int()>; // runs a command and returns the exit code

// Loads the engine and tells it what the command line says about memory. Codes of
// app::loadEngine().
[[nodiscard]] Result<std::unique_ptr<Engine>> loadEngine(const CommandContext& context);

// Says what went wrong: a JSON object on standard output with --json, else a sentence on standard
// error. Returns the exit code.
int refuse(const CommandContext& context, const Error& error);

// {error: {code, message, offset?}}
[[nodiscard]] nlohmann::ordered_json errorJson(const Error& error);

// Prints JSON, or text that is already complete, to standard output. Returns the exit code: a full
// disk or a closed pipe is a failure.
int print(const std::string& text);

} // namespace tessera::cli
