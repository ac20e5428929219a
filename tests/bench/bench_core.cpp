// How fast the work is that people wait for: training steps, hubs, fingerprints, drifts; growth
// with the number of samples; and the same in Python where it has torch. One thread. Prints JSON.
// Not a test: it judges nothing.
//
//     bench_core [TURNS [PYTHON_SCRIPT]]       9, and bench_python.py beside the source
#include "core/drift/drift.h"
#include "core/fingerprint/fingerprint.h"
#include "core/hub/contrastive_coder.h"
#include "core/hub/orthogonal_hub.h"
#include "core/zoo/adam.h"
#include "core/zoo/initialise.h"
#include "core/zoo/zoo_registry.h"
#include "tests/bench/bench_support.h"

#include <torch/nn/functional/loss.h>
#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adamw.h>
#include <torch/types.h>

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <optional>
#include <stdexcept>

extern "C" void dsyrk_(const char* triangle, const char* transposed, const int* n, const int* k,
                       const double* alpha, const double* a, const int* lda, const double* beta,
                       double* c, const int* ldc);

namespace {

using namespace tessera;
using namespace tessera::bench;

constexpr std::int64_t kBatch = 32;

template <typename Value>
Value must(Result<Value> value) {
    if (!value) {
        throw std::runtime_error(value.error().detail);
    }
    return std::move(*value);
}

// One step of the published hub: a coder of 8.93 million numbers, 32 pairs.
Work hubStep() {
    hub::ContrastiveCoder coder(128, 2048, 1);
    coder->to(torch::kFloat32);
    const auto rows = torch::randn({kBatch, 128});
    const auto partners = torch::nn::functional::normalize(torch::randn({kBatch, 2048}));
    zoo::AdamOptions options;
    options.rate = 1e-4;
    options.weightDecay = 1e-4;
    auto optimiser = std::make_shared<zoo::Adam>(coder->parameters(), options);
    return {"contrastive hub step", [=]() mutable {
                optimiser->forgetGradients();
                const auto code = coder->encode(rows);
                const auto loss = hub::partnerLoss(code, partners, hub::kPartnerTemperature) +
                                  hub::kReconstruction * torch::mse_loss(coder->decode(code), rows);
                loss.backward();
                torch::nn::utils::clip_grad_norm_(coder->parameters(), 1.0);
                optimiser->step();
            }};
}

torch::Tensor withGradient() {
    auto parameter = torch::randn({8'930'000}).set_requires_grad(true);
    parameter.mutable_grad() = torch::randn({8'930'000});
    return parameter;
}

Work ourAdamW() {
    zoo::AdamOptions options;
    options.weightDecay = 1e-4;
    auto optimiser =
        std::make_shared<zoo::Adam>(std::vector<torch::Tensor>{withGradient()}, options);
    return {"AdamW, 8.93 million numbers", [=] { optimiser->step(); }};
}

Work torchsAdamW() {
    auto optimiser =
        std::make_shared<torch::optim::AdamW>(std::vector<torch::Tensor>{withGradient()},
                                              torch::optim::AdamWOptions().weight_decay(1e-4));
    return {"torch's AdamW, 8.93 million numbers", [=] { optimiser->step(); }};
}

// A source as the benchmark has it, one batch.
Work trainingStep() {
    zoo::Recipe recipe;
    recipe.architecture.family = ArchitectureId("transformer");
    recipe.architecture.width = 128;
    recipe.architecture.depth = 4;
    recipe.input.kind = InputKind::Tokens;
    recipe.input.vocabulary = 256;
    recipe.input.length = 16;
    recipe.architecture.positions = true;
    recipe.classes = 10;
    auto network = must(zoo::buildNetwork(recipe, 1));
    network->train();
    const auto inputs = torch::randint(0, 256, {kBatch, 16}, torch::kInt64);
    const auto labels = torch::randint(0, 10, {kBatch}, torch::kInt64);
    auto optimiser = std::make_shared<zoo::Adam>(network->parameters());
    return {"training step, transformer 128d/4L", [=]() mutable {
                optimiser->forgetGradients();
                torch::nn::functional::cross_entropy(network->forward(inputs), labels).backward();
                optimiser->step();
            }};
}

hub::AnchorRows anchorRows(const char* name, const torch::Tensor& rows) {
    return {{name, name}, "reference", rows};
}

Work orthogonalFit() {
    const auto source = torch::randn({2000, 128}).matmul(torch::randn({128, 128}));
    const auto receiver = source.matmul(torch::randn({128, 128}));
    return {"orthogonal hub, d = 128, n = 2,000", [=] {
                auto hub = must(hub::OrthogonalHub::create("hub", 2048));
                must(hub->add(anchorRows("source", source)));
                must(hub->add(anchorRows("receiver", receiver)));
            }};
}

fingerprint::Moments momentsOf(const torch::Tensor& rows) {
    fingerprint::Moments moments(rows.size(1));
    const auto chunk = tap::chunkRows(rows.size(1));
    for (std::int64_t begin = 0; begin < rows.size(0); begin += chunk) {
        moments.add(rows.narrow(0, begin, std::min(chunk, rows.size(0) - begin)));
    }
    return moments;
}

void measureFingerprint(BenchReport& report, int turns) {
    const auto rows = torch::randn({100'000, 512});
    const auto wide = rows.to(torch::kFloat64);
    auto square = torch::zeros({512, 512}, torch::kFloat64);
    std::vector<Work> works = {
        {"fingerprint, 100,000 x 512", [&] { (void)fingerprint::fingerprintOf(momentsOf(rows)); }},
        {"float64 SYRK, 100,000 x 512", [&] {
             const int n = 512, k = 100'000;
             const double one = 1.0, zero = 0.0;
             dsyrk_("L", "N", &n, &k, &one, wide.data_ptr<double>(), &n, &zero,
                    square.data_ptr<double>(), &n);
         }}};
    takeTurns(works, turns);
    report.add(works);
    report.atMost("fingerprint of 100,000 x 512 over one float64 SYRK",
                  report.medianMs(works[0].name) / report.medianMs(works[1].name), 2.0);
}

// The slope of log seconds over log rows.
double exponent(const std::vector<std::pair<double, double>>& points) {
    double x = 0, y = 0, xx = 0, xy = 0;
    for (const auto& [rows, seconds] : points) {
        x += std::log(rows);
        y += std::log(seconds);
        xx += std::log(rows) * std::log(rows);
        xy += std::log(rows) * std::log(seconds);
    }
    const auto n = static_cast<double>(points.size());
    return (n * xy - x * y) / (n * xx - x * x);
}

void measureGrowth(BenchReport& report) {
    std::array<std::vector<std::pair<double, double>>, 3> points;
    const std::array<const char*, 3> names = {"fingerprint", "hub fit", "drifts"};
    for (const std::int64_t rows : {10'000, 30'000, 100'000, 300'000, 1'000'000}) {
        const auto source = torch::randn({rows, 64});
        const auto receiver = source + 0.1 * torch::randn({rows, 64});
        const std::array<std::function<void()>, 3> works = {
            [&] { (void)fingerprint::fingerprintOf(momentsOf(source)); },
            [&] {
                auto hub = must(hub::OrthogonalHub::create("hub", 2048));
                must(hub->add(anchorRows("source", source)));
                must(hub->add(anchorRows("receiver", receiver)));
            },
            [&] {
                (void)drift::outputDrift(source, receiver);
                (void)drift::hubDrift(source, receiver);
                (void)drift::hubError(source, receiver);
                (void)drift::layerDrift(source, receiver);
            }};
        for (std::size_t i = 0; i < works.size(); ++i) {
            double least = 1e9; // of a few: what else the machine does only adds
            for (int turn = 0; turn < 3; ++turn) {
                least = std::min(least, secondsOf(works[i]));
            }
            points[i].emplace_back(static_cast<double>(rows), least);
        }
    }
    for (std::size_t i = 0; i < points.size(); ++i) {
        for (const auto& [rows, seconds] : points[i]) {
            report.json()["growth"][names[i]].push_back({{"rows", rows}, {"seconds", seconds}});
        }
        report.atMost(std::string("growth with rows, exponent: ") + names[i], exponent(points[i]),
                      1.1);
    }
}

// What a command prints, if it is JSON and the command succeeds.
std::optional<Json> told(const std::string& command) {
    std::FILE* pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) {
        return std::nullopt;
    }
    std::string text;
    std::array<char, 4096> part{};
    for (std::size_t size = 0; (size = std::fread(part.data(), 1, part.size(), pipe)) > 0;) {
        text.append(part.data(), size);
    }
    if (pclose(pipe) != 0 || !Json::accept(text)) {
        return std::nullopt;
    }
    return Json::parse(text);
}

// Debian's Python is not always the first.
std::optional<Json> python(const std::string& script) {
    for (const char* interpreter : {"python3", "/usr/bin/python3"}) {
        if (auto json = told(fmt::format("{} '{}' 2>/dev/null", interpreter, script))) {
            return json;
        }
    }
    return std::nullopt;
}

void compareWithPython(BenchReport& report, const std::string& script) {
    const auto theirs = python(script);
    for (const auto& [name, target] :
         {std::pair{"contrastive hub step", 2.0}, {"training step, transformer 128d/4L", 1.0}}) {
        const auto title = std::string("Python's time over ours: ") + name;
        if (theirs) {
            report.json()["results"][std::string("Python: ") + name] = {
                {"median_ms", (*theirs)[name]}};
            report.atLeast(title, (*theirs)[name].get<double>() / report.medianMs(name), target);
        } else {
            report.notMeasured(title, "Python has no torch here");
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    // As the programs do at their start: large blocks are kept.
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    const int turns = argc > 1 ? std::max(1, std::atoi(argv[1])) : 9;
    const std::string script =
        argc > 2 ? argv[2] : TESSERA_SOURCE_DIR "/tests/bench/bench_python.py";
    torch::manual_seed(1);
    torch::set_num_threads(1);
    try {
        BenchReport report("core");
        std::vector<Work> works = {hubStep(), ourAdamW(), torchsAdamW(), trainingStep(),
                                   orthogonalFit()};
        takeTurns(works, turns);
        report.add(works);
        compareWithPython(report, script);
        report.atLeast("torch's AdamW over ours",
                       report.medianMs(works[2].name) / report.medianMs(works[1].name), 2.0);
        report.atMost(works[4].name, report.medianMs(works[4].name), 20.0, "ms");
        measureFingerprint(report, std::max(1, turns / 3));
        measureGrowth(report);
        std::puts(report.text().c_str());
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_core: %s\n", error.what());
        return 1;
    }
    return 0;
}
