#include "app/cli/doctor_command.h"

#include "app/cli/kernel_comparison.h"
#include "app/composition/data_folder.h"
#include "app/composition/processor_setup.h"
#include "app/composition/run_export.h"
#include "core/session/environment.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <string_view>

namespace tessera::cli {

namespace {

std::vector<std::string> adviceFor(const EngineInfo& info) {
    std::vector<std::string> advice;
    const auto best = app::bestKernel();
    const bool modern =
        info.kernel == best ||
        (best == "SkylakeX" && (info.kernel == "Cooperlake" || info.kernel == "SapphireRapids"));
    if (info.blas.find("OpenBLAS") == std::string::npos) {
        advice.push_back("the linear algebra is not OpenBLAS; install libopenblas0-pthread");
    } else if (!best.empty() && !modern) {
        advice.push_back(fmt::format("kernel {} is not the best for this processor; unset "
                                     "OPENBLAS_CORETYPE, or set it to {}",
                                     info.kernel, best));
    }
    const char* waiting = std::getenv("OMP_WAIT_POLICY");
    if (waiting == nullptr || std::string_view(waiting) != "passive") {
        advice.emplace_back("threads spin while they wait; unset OMP_WAIT_POLICY, or set it to "
                            "passive");
    }
    return advice;
}

} // namespace

int runDoctor(const CommandContext& context, const DoctorOptions& options) {
    auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    const auto gflops = (*engine)->measureGflops(options.threads);
    if (!gflops) {
        return refuse(context, gflops.error());
    }
    const auto info = (*engine)->info(); // after measuring: threads are set by then
    const auto advice = adviceFor(info);
    std::vector<KernelSpeed> speeds;
    if (options.compare) {
        auto measured = compareKernels(options.threads, context.stop);
        if (!measured) {
            return refuse(context, measured.error());
        }
        speeds = std::move(*measured);
    }
    if (context.stop.stop_requested()) {
        return kExitCancelled;
    }
    if (context.json) {
        nlohmann::ordered_json json;
        json["blas"] = info.blas;
        json["kernel"] = info.kernel;
        json["threads"] = info.blasThreads;
        json["gflops"] = *gflops;
        json["libraries"] = info.libraries;
        json["device"] = info.device;
        json["torch_threads"] = info.torchThreads;
        json["processor"] = session::processorName();
        json["advice"] = advice;
        for (const auto& speed : speeds) {
            json["kernels"][speed.kernel] = speed.gflops;
        }
        return print(app::jsonText(json));
    }
    std::string text =
        fmt::format("processor  {}\nblas       {}\nkernel     {}\nthreads    {} "
                    "(OpenBLAS), {} (LibTorch)\nspeed      {:.1f} GFLOP/s (float32 "
                    "product of 1024 x 1024)\ndevice     {}\ndata       {}\n",
                    session::processorName(), info.blas, info.kernel, info.blasThreads,
                    info.torchThreads, *gflops, info.device, app::dataFolder().string());
    for (const auto& library : info.libraries) {
        text += "library    " + library + "\n";
    }
    for (const auto& speed : speeds) {
        text += fmt::format("compare    {}: {:.1f} GFLOP/s\n", speed.kernel, speed.gflops);
    }
    for (const auto& line : advice) {
        text += "advice     " + line + "\n";
    }
    if (advice.empty()) {
        text += "advice     nothing to improve\n";
    }
    return print(text);
}

} // namespace tessera::cli
