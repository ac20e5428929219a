#include "core/data/task_registry.h"

#include "core/api/seed.h"

#include <ATen/CPUGeneratorImpl.h>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tessera::data {

namespace {

constexpr const char* kPermuted = "permuted";
constexpr const char* kCoarser = "coarser";
constexpr const char* kOther = "other";

torch::Tensor randomOrder(int count, std::uint64_t seed) {
    return torch::randperm(count, at::make_generator<at::CPUGeneratorImpl>(seed), torch::kInt64);
}

// A cycle through a random share of the classes: none of them keeps its label.
torch::Tensor permutation(int classes, double strength, std::uint64_t seed) {
    auto table = torch::arange(classes, torch::kInt64);
    const auto moved = std::max(2L, std::lround(strength * classes));
    const auto order = randomOrder(classes, deriveSeed(seed, "task.permuted"));
    for (long i = 0; i < moved; ++i) {
        table[order[i].item<std::int64_t>()] = order[(i + 1) % moved];
    }
    return table;
}

// The last classes of a random order, at least one, become the first ones.
torch::Tensor coarsening(int classes, double strength, std::uint64_t seed) {
    const auto kept =
        std::clamp(std::lround((1.0 - strength) * classes), 2L, static_cast<long>(classes) - 1);
    const auto order = randomOrder(classes, deriveSeed(seed, "task.coarser"));
    auto table = torch::arange(classes, torch::kInt64);
    for (long i = kept; i < classes; ++i) {
        table[order[i].item<std::int64_t>()] = order[i % kept];
    }
    return table;
}

// Whether there are classes enough for the change to be one.
Result<void> checkClasses(const SplitData& parts, const TaskSpec& task) {
    if (task.kind != kPermuted && task.kind != kCoarser) {
        std::string known;
        for (const auto& each : tasks()) {
            known += (known.empty() ? "" : ", ") + each.id;
        }
        return fail(ErrorCode::NotFound,
                    fmt::format("there is no task change '{}'; choose from {}", task.kind, known));
    }
    if (!(task.strength >= 0.0 && task.strength <= 1.0)) {
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("the strength of a task change is from 0 to 1, not {}", task.strength));
    }
    const int needed = task.kind == kPermuted ? 2 : 3;
    return parts.classes >= needed
               ? Result<void>()
               : fail(ErrorCode::InvalidArgument,
                      fmt::format("the task change '{}' needs {} classes at least, and the data "
                                  "have {}",
                                  task.kind, needed, parts.classes));
}

Result<void> takeOther(SplitData& parts, const DataSpec& spec, const LoadOther& loadOther) {
    DataSpec other = spec;
    other.task = {};
    other.shift = {};
    other.name = spec.task.namesFile() ? std::string() : spec.task.data;
    other.file =
        spec.task.namesFile() ? std::filesystem::path(spec.task.data) : std::filesystem::path();
    const bool chosen = !other.splits.isDefault();
    if (chosen) { // only its source-train and validation are used
        other.splits = {spec.splits.sourceTrain, 1, spec.splits.validation, 0};
    }
    auto loaded = loadOther(other);
    if (!loaded && chosen && loaded.error().code == ErrorCode::InvalidArgument) {
        other.splits.validation = 0; // it may be too small for that
        loaded = loadOther(other);
    }
    if (!loaded) {
        return fail(loaded.error().within("data.task.data"));
    }
    if (!(loaded->input == parts.input) || loaded->classes > parts.classes) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the source's data '{}' has other inputs or more classes ({}) than "
                                "'{}' ({}); choose one with the same inputs",
                                spec.task.data, loaded->classes, spec.name, parts.classes));
    }
    parts.sourceTrain = loaded->sourceTrain;
    parts.sourceHeldOut = loaded->validation.inputs;
    return {};
}

} // namespace

const std::vector<Task>& tasks() {
    static const std::vector<Task> all = {
        {kPermuted, "the source learned other labels for a share of the classes"},
        {kCoarser, "the source learned fewer classes: a share of them was joined with others"},
        {kOther, "the source learned another data set with the same inputs"},
    };
    return all;
}

Result<void> applyTask(SplitData& parts, const DataSpec& spec, std::uint64_t seed,
                       const LoadOther& loadOther) {
    const auto& task = spec.task;
    if (task.kind.empty()) {
        return {};
    }
    if (task.kind == kOther) {
        return takeOther(parts, spec, loadOther);
    }
    if (auto good = checkClasses(parts, task); !good || task.strength == 0.0) {
        return good;
    }
    auto& labels = parts.sourceTrain.labels;
    if (task.kind == kPermuted) {
        labels = permutation(parts.classes, task.strength, seed).index_select(0, labels);
        return {};
    }
    labels = coarsening(parts.classes, task.strength, seed).index_select(0, labels);
    return {};
}

} // namespace tessera::data
