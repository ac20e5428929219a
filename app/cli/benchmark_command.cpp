#include "app/cli/benchmark_command.h"

#include "core/experiment/study_problems.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tessera::cli {

namespace {

Result<StudySpec> makeBenchmark(const experiment::BenchmarkChoice& choice, const Engine& engine) {
    const auto known = engine.catalog().modes;
    std::vector<std::string> names;
    for (const auto& mode : known) {
        names.push_back(mode.id);
    }
    for (const auto& method : choice.methods) {
        if (std::find(names.begin(), names.end(), method.value) == names.end()) {
            return fail(ErrorCode::NotFound, fmt::format("there is no method '{}'; choose from {}",
                                                         method.value, fmt::join(names, ", ")));
        }
    }
    for (const auto& shift : choice.shifts) {
        const auto shifts = engine.catalog().shifts;
        if (!shift.kind.empty() &&
            std::none_of(shifts.begin(), shifts.end(),
                         [&](const auto& each) { return each.id == shift.kind; })) {
            return fail(ErrorCode::NotFound, fmt::format("there is no shift '{}'; see `tessera "
                                                         "data list`",
                                                         shift.kind));
        }
    }
    auto study = experiment::benchmarkStudy(choice, known);
    if (const auto problems = experiment::problemsOf(study); !problems.empty()) {
        return fail(ErrorCode::InvalidArgument, problems.front()); // a method or number named twice
    }
    return study;
}

} // namespace

int runBenchmark(const CommandContext& context, const experiment::BenchmarkChoice& choice,
                 EarlierRecipe earlier) {
    return executeStudy(context,
                        [&](const Engine& engine) { return makeBenchmark(choice, engine); },
                        {session::Redo::Unfinished, earlier});
}

} // namespace tessera::cli
