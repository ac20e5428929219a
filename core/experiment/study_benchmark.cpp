#include "core/experiment/study_benchmark.h"

#include "core/experiment/defaults.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tessera::experiment {

namespace {

constexpr const char* kTokenMean = "token-mean";
constexpr const char* kDigits = "digits";
constexpr int kSourceEpochs = 12;
constexpr int kEpochs = 3;
constexpr int kFullSeeds = 5;

constexpr std::array kQuickMethods = {"none", "A", "kd", "kd_readout", "ridge_input", "supervised"};
// Without those that need a receiver which has learned something before.
constexpr std::array kFullMethods = {
    "none",       "A",   "kd",        "kd_readout",  "fitnets",    "rkd",      "attention",
    "similarity", "crd", "stitching", "ridge_input", "supervised", "reference"};

NetworkSpec network(const char* family, int width, int depth) {
    ArchitectureSpec architecture;
    architecture.family = ArchitectureId(family);
    architecture.width = width;
    architecture.depth = depth;
    NetworkSpec spec;
    spec.architecture = architecture;
    return spec;
}

const ModeEntry* findMode(const std::vector<ModeEntry>& known, const std::string& id) {
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const auto& mode) { return mode.id == id; });
    return found == known.end() ? nullptr : &*found;
}

// Closed forms take none, so that their number makes no difference.
bool takesEpochs(const std::vector<ModeEntry>& known, const ModeId& mode) {
    const auto* entry = findMode(known, mode.value);
    return entry == nullptr || std::find(entry->parameters.begin(), entry->parameters.end(),
                                         "epochs") != entry->parameters.end();
}

std::vector<ModeId> defaultMethods(BenchmarkSize size, const std::vector<ModeEntry>& known) {
    std::vector<ModeId> methods;
    const auto take = [&](const auto& names) {
        for (const auto* name : names) {
            if (findMode(known, name) != nullptr) {
                methods.emplace_back(name);
            }
        }
    };
    size == BenchmarkSize::Quick ? take(kQuickMethods) : take(kFullMethods);
    return methods;
}

void addMethod(StudySpec& study, const ModeId& mode, int epochs, const std::string& label) {
    StudyMethod method{label, study.base.transfer, std::nullopt};
    method.transfer.mode = mode;
    method.transfer.epochs = epochs;
    // The controls ask whether the activations teach; the baselines are what is compared with.
    if (mode != TransferSpec().mode) {
        method.controls.emplace();
    }
    study.methods.push_back(std::move(method));
}

void addMethods(StudySpec& study, const std::vector<ModeId>& modes, const std::vector<int>& epochs,
                const std::vector<ModeEntry>& known) {
    for (const auto& mode : modes) {
        if (epochs.size() == 1 || !takesEpochs(known, mode)) {
            addMethod(study, mode, epochs.front(), mode.value);
            continue;
        }
        for (const int count : epochs) {
            addMethod(study, mode, count,
                      fmt::format("{}, {} {}", mode.value, count, count == 1 ? "epoch" : "epochs"));
        }
    }
}

} // namespace

std::vector<std::string> benchmarkTasks() {
    return {kTokenMean, kDigits};
}

StudySpec benchmarkStudy(const BenchmarkChoice& choice, const std::vector<ModeEntry>& known) {
    const bool digits = choice.task == kDigits;
    const auto size = choice.size.value_or(digits ? BenchmarkSize::Full : BenchmarkSize::Quick);
    const bool full = size == BenchmarkSize::Full;
    StudySpec study;
    study.name = fmt::format("benchmark {} {}", choice.task, full ? "full" : "quick");
    study.base.source.train = {kSourceEpochs, 1e-3, 32, "adam"};
    study.base.data.name = choice.task;
    if (!digits) {
        study.base.data.splits = {400, 2000, 200, 2000};
    }
    study.base.controls = defaultControls();
    study.sources = {network("transformer", 64, 2), network("transformer", 128, 4),
                     network("mlp", 128, 4), network("conv", 64, 2), network("lstm", 64, 2)};
    study.receivers = study.sources;
    study.samePairs = SamePairs::Skip;
    for (int seed = 1; seed <= choice.seeds.value_or(full ? kFullSeeds : 1); ++seed) {
        study.seeds.push_back(static_cast<std::uint64_t>(seed));
    }
    const auto defaultEpochs = digits && full ? std::vector{1, kEpochs, 10} : std::vector{kEpochs};
    addMethods(study, choice.methods.empty() ? defaultMethods(size, known) : choice.methods,
               choice.epochs.empty() ? defaultEpochs : choice.epochs, known);
    return study;
}

} // namespace tessera::experiment
