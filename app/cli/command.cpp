#include "app/cli/command.h"

#include "app/cli/shown_text.h"
#include "app/composition/engine_host.h"
#include "app/composition/engine_loader.h"
#include "app/composition/engine_settings.h"
#include "app/composition/run_export.h"

#include <spdlog/spdlog.h>

#include <cstdio>

namespace tessera::cli {

Result<std::unique_ptr<Engine>> loadEngine(const CommandContext& context) {
    auto engine = app::loadEngine(app::engineSettings());
    if (!engine) {
        return engine;
    }
    if (!context.inProcess) {
        engine = app::withScriptsApart(*std::move(engine));
    }
    (*engine)->setMemoryBudget(context.memoryBudget);
    return engine;
}

int refuse(const CommandContext& context, const Error& error) {
    if (!context.json) {
        spdlog::error("{}", shown(asSentence(error.detail)));
        return exitCodeFor(error.code);
    }
    print(app::jsonText(errorJson(error)));
    return exitCodeFor(error.code);
}

nlohmann::ordered_json errorJson(const Error& error) {
    nlohmann::ordered_json json;
    json["error"] = {{"code", errorCodeName(error.code)}, {"message", asSentence(error.detail)}};
    if (error.offset) {
        json["error"]["offset"] = *error.offset;
    }
    return json;
}

int print(const std::string& text) {
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    if (!written) {
        spdlog::error("the result cannot be written to standard output; is the disk full?");
        return kExitFailed;
    }
    return kExitOk;
}

} // namespace tessera::cli
