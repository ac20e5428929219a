// What recording every tap of a network costs against running it: seconds and peak memory. Prints
// JSON. Not a test: it judges nothing.
//
//     bench_recording [TORCHSCRIPT_FILE] [SAMPLES] [SIDE]     a zoo resnet of 20 layers, 2000, 64
//     bench_recording --wide [ROWS] [WIDTH] [BUDGET_MB]       100000, 2048, 256
//
// The second form records one wide tap that costs nothing to compute: its fingerprint, and a hub
// from it to 64 features, with a memory budget for the data and the recordings. The rows that do
// not fit go to files in the folder for temporary files ($TMPDIR).
//
// `tests/support/make_torchscript.py` writes torchvision's resnet18 where Python has it.
#include "core/fingerprint/fingerprint.h"
#include "core/hub/hub_registry.h"
#include "core/jobs/peak_memory.h"
#include "core/tap/recording.h"
#include "core/transfer/signals.h"
#include "core/transfer/work_memory.h"
#include "core/zoo/initialise.h"
#include "core/zoo/script_network.h"
#include "core/zoo/zoo_registry.h"

#include <nlohmann/json.hpp>

#include <torch/types.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

namespace {

using namespace tessera;
using Clock = std::chrono::steady_clock;

struct Cost {
    double seconds = 0;
    double peakMegabytes = 0;          // above what the process held before
    double anonymousPeakMegabytes = 0; // of that, what belongs to no file; looked at every 2 ms
};

double megabytes(std::optional<std::int64_t> bytes) {
    return static_cast<double>(bytes.value_or(0)) / 1e6;
}

std::int64_t anonymousBytes() {
    std::ifstream status("/proc/self/status");
    std::string key;
    std::int64_t kilobytes = 0;
    while (status >> key) {
        if (key == "RssAnon:") {
            status >> kilobytes;
            break;
        }
        status.ignore(1 << 16, '\n');
    }
    return kilobytes * 1024;
}

// Follows the anonymous memory of the process on a thread of its own.
class AnonymousPeak {
public:
    AnonymousPeak()
        : m_before(anonymousBytes()), m_peak(m_before), m_thread([this] { follow(); }) {}
    ~AnonymousPeak() { (void)stop(); }
    AnonymousPeak(const AnonymousPeak&) = delete;
    AnonymousPeak& operator=(const AnonymousPeak&) = delete;

    [[nodiscard]] std::int64_t stop() {
        m_stopped = true;
        if (m_thread.joinable()) {
            m_thread.join();
        }
        return m_peak - m_before;
    }

private:
    void follow() {
        while (!m_stopped) {
            m_peak = std::max(m_peak, anonymousBytes());
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        }
    }

    std::atomic<bool> m_stopped = false;
    std::int64_t m_before;
    std::int64_t m_peak; // the thread's until it was joined
    std::thread m_thread;
};

template <class Work>
Cost costOf(const Work& work) {
    jobs::resetPeakMemory();
    const double before = megabytes(jobs::peakMemoryBytes());
    AnonymousPeak anonymous;
    const auto start = Clock::now();
    work();
    const std::chrono::duration<double> taken = Clock::now() - start;
    return {taken.count(), megabytes(jobs::peakMemoryBytes()) - before,
            megabytes(anonymous.stop())};
}

// A tap of any width for next to nothing: features tanh(x W + b) of few inputs, and a head.
class WideNetwork : public zoo::Network {
public:
    static constexpr std::int64_t kInputs = 32;
    static constexpr int kClasses = 10;

    WideNetwork(std::int64_t width, std::uint64_t seed)
        : Network({InputKind::Flat, kInputs, 0, 1, 0}, kClasses), m_width(width),
          m_head(register_module("head", torch::nn::Linear(width, kClasses))) {
        auto generator = zoo::makeGenerator(seed);
        const auto draw = [&](std::int64_t rows) {
            return torch::randn({rows, width}, generator, torch::kFloat32) * 0.3;
        };
        m_weight = register_parameter("weight", draw(kInputs));
        m_bias = register_parameter("bias", draw(1));
    }

    using Network::forward;
    torch::Tensor forward(const torch::Tensor& input, zoo::TapSink* taps) override {
        const auto features = torch::tanh(torch::matmul(input, m_weight) + m_bias);
        tap(taps, "feature", features);
        return m_head->forward(features);
    }
    [[nodiscard]] std::vector<zoo::TapPoint> tapPoints() const override {
        return {{"feature", zoo::TapLayout::SamplesWidth, zoo::TapRole::Feature, m_width}};
    }
    [[nodiscard]] std::int64_t featureWidth() const override { return m_width; }
    [[nodiscard]] torch::nn::Linear head() const override { return m_head; }
    [[nodiscard]] std::string identity() const override { return "wide"; }
    [[nodiscard]] std::string describe() const override { return "wide"; }
    [[nodiscard]] Result<zoo::NetworkPtr> fresh(std::uint64_t seed) const override {
        return std::make_shared<WideNetwork>(m_width, seed);
    }
    [[nodiscard]] Result<zoo::NetworkPtr> copy() const override {
        return fail(ErrorCode::Unsupported, "not needed here");
    }

private:
    std::int64_t m_width;
    torch::nn::Linear m_head;
    torch::Tensor m_weight, m_bias;
};

nlohmann::ordered_json wideReport(const std::string& title, const Cost& cost) {
    return {{"name", title},
            {"seconds", cost.seconds},
            {"peak_megabytes", cost.peakMegabytes},
            {"anonymous_peak_megabytes", cost.anonymousPeakMegabytes}};
}

// Records both networks and fits the hub, as a transfer does. Returns what is told about it.
Result<nlohmann::ordered_json> fitWideHub(const transfer::TransferInput& input) {
    transfer::SignalPlan plan;
    plan.space = input.space;
    auto hub = (*hub::findHubKind(input.spec.hub.kind))->create("wide", input.spec.hub);
    nlohmann::ordered_json told;
    for (auto* network : {&input.source, &input.receiver}) {
        const bool isSource = network == &input.source;
        const auto rows = transfer::collectSignals(*network, input.data.reference, plan, {});
        if (!rows) {
            return fail(rows.error());
        }
        const std::string who = isSource ? "source" : "receiver";
        const auto fitted = (*hub)->add({{who, who}, "reference", rows->features});
        if (!fitted) {
            return fail(fitted.error());
        }
        told[who + "_in_file"] = rows->features.inFile();
        told[who + "_fit_seconds"] = fitted->seconds;
    }
    told["rank"] = (*hub)->rank();
    return told;
}

int benchWide(std::int64_t rows, std::int64_t width, std::int64_t budgetBytes) {
    WideNetwork source(width, 1);
    WideNetwork receiver(64, 2);
    data::SplitData data;
    data.reference =
        torch::randn({rows, WideNetwork::kInputs}, zoo::makeGenerator(3), torch::kFloat32);
    data.validation.inputs = data.reference.narrow(0, 0, 0);
    const TransferSpec spec;
    transfer::TransferInput input{source, receiver, "source", "receiver", data, spec, 1};
    const auto space =
        transfer::spaceFor(input, budgetBytes, std::filesystem::temp_directory_path());
    if (!space) {
        std::fprintf(stderr, "bench_recording: %s\n", space.error().detail.c_str());
        return 1;
    }
    input.space = *space;
    const auto fingerprints =
        costOf([&] { (void)fingerprint::fingerprintTaps(source, data.reference, {"feature"}); });
    Result<nlohmann::ordered_json> told;
    const auto hub = costOf([&] { told = fitWideHub(input); });
    if (!told) {
        std::fprintf(stderr, "bench_recording: %s\n", told.error().detail.c_str());
        return 1;
    }
    auto hubReport = wideReport("recording and hub", hub);
    hubReport.update(*told);
    const nlohmann::ordered_json result = {
        {"rows", rows},
        {"width", width},
        {"matrix_megabytes", static_cast<double>(rows * width * 4) / 1e6},
        {"budget_megabytes", megabytes(budgetBytes)},
        {"work_megabytes", megabytes(transfer::workBytes(input))},
        {"rows_in_memory_megabytes", megabytes(input.space->memoryBytes())},
        {"results", {wideReport("fingerprint", fingerprints), hubReport}}};
    std::printf("%s\n", result.dump(2).c_str());
    return 0;
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
            {"anonymous_peak_megabytes", cost.anonymousPeakMegabytes},
            {"seconds_against_plain", cost.seconds / plain.seconds}};
}

} // namespace

int main(int argc, char** argv) {
    const auto number = [&](int index, std::int64_t otherwise) {
        return argc > index ? std::atoll(argv[index]) : otherwise;
    };
    if (argc > 1 && std::string(argv[1]) == "--wide") {
        return benchWide(number(2, 100'000), number(3, 2048), number(4, 256) * 1'000'000);
    }
    const std::string file = argc > 1 ? argv[1] : "";
    const std::int64_t samples = number(2, 2000);
    const std::int64_t side = number(3, 64);
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
