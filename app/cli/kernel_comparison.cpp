#include "app/cli/kernel_comparison.h"

#include "app/composition/processor_setup.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace tessera::cli {

namespace {

Result<KernelSpeed> measureIn(const std::string& kernel, int threads) {
    // Only constant text and numbers enter the command line.
    const auto command = fmt::format("OPENBLAS_CORETYPE={} /proc/{}/exe doctor --json --threads {}",
                                     kernel, getpid(), threads);
    std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    if (!pipe) {
        return fail(ErrorCode::Internal, "no further process could be started");
    }
    std::string output;
    std::array<char, 4096> buffer{};
    while (const auto count = fread(buffer.data(), 1, buffer.size(), pipe.get())) {
        output.append(buffer.data(), count);
    }
    const auto json = nlohmann::json::parse(output, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object() || !json.contains("kernel") || !json.contains("gflops")) {
        return fail(ErrorCode::Internal, "kernel " + kernel + " could not be measured");
    }
    return KernelSpeed{json["kernel"].get<std::string>(), json["gflops"].get<double>()};
}

} // namespace

Result<std::vector<KernelSpeed>> compareKernels(int threads, const std::stop_token& stop) {
    std::vector<std::string> kernels = {"Prescott"};
    const auto best = app::bestKernel();
    if (!best.empty()) {
        kernels.emplace_back("Haswell");
        if (best != "Haswell") {
            kernels.push_back(best);
        }
    }
    std::vector<KernelSpeed> speeds;
    for (const auto& kernel : kernels) {
        if (stop.stop_requested()) {
            break;
        }
        const auto speed = measureIn(kernel, threads);
        if (!speed) {
            return fail(speed.error());
        }
        speeds.push_back(*speed);
    }
    return speeds;
}

} // namespace tessera::cli
