#include "core/session/environment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sys/utsname.h>

#include <fstream>

namespace tessera::session {

std::string processorName() {
    std::ifstream file("/proc/cpuinfo");
    std::string line;
    while (std::getline(file, line)) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "unknown";
}

Environment captureEnvironment(const EngineInfo& engine, const Experiment& experiment) {
    Environment environment;
    environment["program"] = fmt::format("tessera {}", TESSERA_VERSION);
    environment["compiler"] = fmt::format("g++ {}", __VERSION__);
    environment["libraries"] = fmt::format("{}", fmt::join(engine.libraries, ", "));
    environment["blas"] = engine.blas;
    environment["kernel"] = engine.kernel;
    environment["device"] = engine.device;
    environment["threads"] =
        experiment.threads > 0 ? std::to_string(experiment.threads) : std::string("all cores");
    environment["processor"] = processorName();
    utsname system{};
    if (uname(&system) == 0) {
        environment["system"] =
            fmt::format("{} {} {}", system.sysname, system.release, system.machine);
    }
    return environment;
}

} // namespace tessera::session
