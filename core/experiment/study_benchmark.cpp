#include "core/experiment/study_benchmark.h"

#include "core/experiment/defaults.h"
#include "core/experiment/study_expansion.h"
#include "core/format/sha256.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <span>

namespace tessera::experiment {

namespace {

constexpr const char* kTokenMean = "token-mean";
constexpr const char* kDigits = "digits";
constexpr int kSourceEpochs = 12;
constexpr int kEpochs = 3;
constexpr int kFullSeeds = 5;
constexpr const char* kReference = "reference";
constexpr double kReferenceRate = 5e-4; // as the public implementation has it

constexpr std::array kQuickMethods = {"none", "A",           "kd",         "kd_readout", "fitnets",
                                      "rkd",  "ridge_input", "supervised", "reference"};
// Without those that need a receiver which has learned something before.
constexpr std::array kFullMethods = {
    "none",       "A",   "kd",        "kd_readout",  "fitnets",    "rkd",      "attention",
    "similarity", "crd", "stitching", "ridge_input", "supervised", "reference"};

// What is taken where nothing is chosen.
struct BenchmarkDefaults {
    BenchmarkSize size = BenchmarkSize::Quick;
    int seeds = 1;
    std::vector<ModeId> methods;
    std::vector<int> epochs;
};

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

BenchmarkDefaults defaultsOf(const BenchmarkChoice& choice, const std::vector<ModeEntry>& known) {
    const bool digits = choice.task == kDigits;
    BenchmarkDefaults defaults;
    defaults.size = choice.size.value_or(digits ? BenchmarkSize::Full : BenchmarkSize::Quick);
    const bool full = defaults.size == BenchmarkSize::Full;
    defaults.seeds = full ? kFullSeeds : 1;
    defaults.methods = defaultMethods(defaults.size, known);
    defaults.epochs = digits && full ? std::vector{1, kEpochs, 10} : std::vector{kEpochs};
    return defaults;
}

void addMethod(StudySpec& study, const ModeId& mode, int epochs, const std::string& label) {
    StudyMethod method{label, study.base.transfer, std::nullopt};
    method.transfer.mode = mode;
    method.transfer.epochs = epochs;
    if (mode.value == kReference) {
        method.transfer.rate = kReferenceRate;
    }
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

template <class Values>
std::string choiceText(const char* what, const Values& values) {
    return fmt::format(", {} {}", what, fmt::join(values, "+"));
}

// What was chosen is part of a study's name, so that other choices are another study; where that is
// too long for a name, its checksum.
std::string nameOf(const BenchmarkChoice& choice, const BenchmarkDefaults& defaults) {
    constexpr std::size_t kLongest = 96;
    constexpr std::size_t kDigits = 8;
    const auto name = fmt::format("benchmark {} {}", choice.task,
                                  defaults.size == BenchmarkSize::Full ? "full" : "quick");
    std::string choices;
    if (choice.seeds && *choice.seeds != defaults.seeds) {
        choices += fmt::format(", seeds {}", *choice.seeds);
    }
    if (!choice.methods.empty() && choice.methods != defaults.methods) {
        std::vector<std::string> methods;
        for (const auto& method : choice.methods) {
            methods.push_back(method.value);
        }
        choices += choiceText("methods", methods);
    }
    if (!choice.epochs.empty() && choice.epochs != defaults.epochs) {
        choices += choiceText("epochs", choice.epochs);
    }
    std::vector<std::string> conditions;
    for (const auto& shift : choice.shifts) {
        conditions.push_back(shiftLabel(shift));
    }
    for (const auto& task : choice.tasks) {
        conditions.push_back("source " + taskLabel(task));
    }
    if (!conditions.empty()) {
        choices += choiceText("conditions", conditions);
    }
    if (name.size() + choices.size() <= kLongest) {
        return name + choices;
    }
    const auto hash = format::sha256Hex(std::as_bytes(std::span(choices.data(), choices.size())));
    return fmt::format("{}, choices {}", name, hash.substr(0, kDigits));
}

} // namespace

std::vector<std::string> benchmarkTasks() {
    return {kTokenMean, kDigits};
}

StudySpec benchmarkStudy(const BenchmarkChoice& choice, const std::vector<ModeEntry>& known) {
    const auto defaults = defaultsOf(choice, known);
    StudySpec study;
    study.name = nameOf(choice, defaults);
    study.base.source.train = {kSourceEpochs, 1e-3, 32, "adam"};
    study.base.data.name = choice.task;
    if (choice.task != kDigits) {
        study.base.data.splits = {400, 2000, 200, 2000};
    }
    study.base.controls = defaultControls();
    study.sources = {network("transformer", 64, 2), network("transformer", 128, 4),
                     network("mlp", 128, 4), network("conv", 64, 2), network("lstm", 64, 2)};
    study.receivers = study.sources;
    study.samePairs = SamePairs::Skip;
    for (int seed = 1; seed <= choice.seeds.value_or(defaults.seeds); ++seed) {
        study.seeds.push_back(static_cast<std::uint64_t>(seed));
    }
    study.shifts = choice.shifts;
    study.tasks = choice.tasks;
    addMethods(study, choice.methods.empty() ? defaults.methods : choice.methods,
               choice.epochs.empty() ? defaults.epochs : choice.epochs, known);
    return study;
}

} // namespace tessera::experiment
