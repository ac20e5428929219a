#include "app/composition/engine_host.h"

#include "app/composition/engine_loader.h"
#include "app/composition/engine_settings.h"
#include "core/remote/apart_engine.h"
#include "core/remote/engine_host.h"

#include <csignal>
#include <cstdlib>
#include <string_view>
#include <utility>

#include <sys/prctl.h>
#include <sys/resource.h>

namespace tessera::app {

namespace {

constexpr const char* kHostArgument = "--engine-host";

// Itself. Tests are no such programs and name one.
remote::HostProgram thisProgram() {
    const char* other = std::getenv("TESSERA_ENGINE_HOST");
    return {other != nullptr ? other : "/proc/self/exe", {kHostArgument}};
}

} // namespace

bool isEngineHost(int argc, char** argv) {
    return argc == 2 && std::string_view(argv[1]) == kHostArgument;
}

void hostEngine() {
    prctl(PR_SET_NAME, "tessera-engine"); // in lists of processes
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none); // a crash is expected here, and is to be told at once
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    remote::serveEngine(remote::kHostSocket, [] { return loadEngine(engineSettings()); });
}

std::unique_ptr<Engine> withScriptsApart(std::unique_ptr<Engine> engine,
                                         std::shared_ptr<const std::atomic<bool>> apart) {
    if (apart == nullptr) {
        apart = std::make_shared<const std::atomic<bool>>(true);
    }
    return remote::keepScriptsApart(std::move(engine), thisProgram(), std::move(apart));
}

} // namespace tessera::app
