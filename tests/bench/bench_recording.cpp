// What recording every tap of a network costs against running it: seconds and peak memory. Prints
// JSON. Not a test: it judges nothing.
//
//     bench_recording [TORCHSCRIPT_FILE] [SAMPLES] [SIDE]     a zoo resnet of 20 layers, 2000, 64
//
// `tests/support/make_torchscript.py` writes torchvision's resnet18 where Python has it.
#include "core/fingerprint/fingerprint.h"
#include "core/jobs/peak_memory.h"
#include "core/tap/recording.h"
#include "core/zoo/initialise.h"
#include "core/zoo/script_network.h"
#include "core/zoo/zoo_registry.h"

#include <nlohmann/json.hpp>

#include <torch/types.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {

using namespace tessera;
using Clock = std::chrono::steady_clock;

struct Cost {
    double seconds = 0;
    double peakMegabytes = 0; // above what the process held before
};

double megabytes(std::optional<std::int64_t> bytes) {
    return static_cast<double>(bytes.value_or(0)) / 1e6;
}

template <class Work>
Cost costOf(const Work& work) {
    jobs::resetPeakMemory();
    const double before = megabytes(jobs::peakMemoryBytes());
    const auto start = Clock::now();
    work();
    const std::chrono::duration<double> taken = Clock::now() - start;
    return {taken.count(), megabytes(jobs::peakMemoryBytes()) - before};
}

Result<zoo::NetworkPtr> networkOf(const std::string& file, const InputSpec& input) {
    if (file.empty()) {
        zoo::Recipe recipe;
        recipe.architecture.family = ArchitectureId("resnet");
        recipe.architecture.width = 16;
        recipe.architecture.depth = 20;
        recipe.input = input;
        recipe.classes = 10;
        return zoo::buildNetwork(recipe, 1);
    }
    zoo::ScriptOptions options;
    options.input = input;
    return zoo::loadScriptNetwork(file, options);
}

nlohmann::ordered_json report(const std::string& title, const Cost& cost, const Cost& plain) {
    return {{"name", title},
            {"seconds", cost.seconds},
            {"peak_megabytes", cost.peakMegabytes},
            {"seconds_against_plain", cost.seconds / plain.seconds}};
}

} // namespace

int main(int argc, char** argv) {
    const std::string file = argc > 1 ? argv[1] : "";
    const std::int64_t samples = argc > 2 ? std::atoll(argv[2]) : 2000;
    const std::int64_t side = argc > 3 ? std::atoll(argv[3]) : 64;
    const InputSpec input{InputKind::Image, side, side, 3, 0};
    const auto network = networkOf(file, input);
    if (!network) {
        std::fprintf(stderr, "bench_recording: %s\n", network.error().detail.c_str());
        return 1;
    }
    const auto images = torch::rand({samples, 3, side, side}, zoo::makeGenerator(1));
    std::vector<std::string> taps;
    for (const auto& point : (*network)->tapPoints()) {
        taps.push_back(point.name);
    }
    const auto ignore = [](const tap::Rows&) {};
    tap::stream(**network, images.narrow(0, 0, std::min<std::int64_t>(samples, 64)), {}, ignore);
    const auto plain = costOf([&] { tap::stream(**network, images, {}, ignore); });
    const auto streamed = costOf([&] { tap::stream(**network, images, taps, ignore); });
    const auto fingerprints =
        costOf([&] { (void)fingerprint::fingerprintTaps(**network, images, taps); });
    const nlohmann::ordered_json result = {
        {"network", (*network)->describe()},
        {"samples", samples},
        {"input", {3, side, side}},
        {"taps", taps.size()},
        {"input_megabytes", static_cast<double>(images.nbytes()) / 1e6},
        {"results",
         {report("plain forward pass", plain, plain),
          report("all taps, pooled, streamed", streamed, plain),
          report("all taps, fingerprints", fingerprints, plain)}}};
    std::printf("%s\n", result.dump(2).c_str());
    return 0;
}
