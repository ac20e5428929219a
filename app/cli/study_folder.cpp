#include "app/cli/study_folder.h"

#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"
#include "core/experiment/study_rows.h"
#include "core/format/file_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <system_error>

namespace tessera::cli {

namespace {

std::filesystem::path recipesOf(const session::OutputFolder& folder) {
    return folder.root / "studies";
}

std::filesystem::path recipeFile(const session::OutputFolder& folder, const std::string& name) {
    return recipesOf(folder) / (name + experiment::kStudyEnding);
}

// What a study is about, unless somebody says otherwise.
std::string methodToCompare(const StudySpec& study) {
    for (const auto& method : study.methods) {
        if (method.transfer.mode == TransferSpec().mode) {
            return method.label;
        }
    }
    return study.methods.front().label;
}

} // namespace

Result<LoadedStudy> loadStudy(const session::OutputFolder& folder, RunStore& store,
                              const std::string& name, const std::string& chosen) {
    if (name.find('/') != std::string::npos) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("'{}' is not the name of a study; list them with tessera study "
                                "list",
                                name));
    }
    auto runs = store.list();
    if (!runs) {
        return fail(runs.error());
    }
    std::erase_if(*runs, [&](const RunRecord& run) { return run.study != name; });
    std::error_code error;
    if (!std::filesystem::exists(recipeFile(folder, name), error)) {
        return fail(ErrorCode::NotFound,
                    runs->empty()
                        ? fmt::format("there is no study '{}' in {}; list them with tessera study "
                                      "list",
                                      name, folder.root.string())
                        : fmt::format("the recipe of the study '{}' is missing: put it back as {}",
                                      name, recipeFile(folder, name).string()));
    }
    auto spec = experiment::readStudy(recipeFile(folder, name));
    if (!spec) {
        return fail(spec.error());
    }
    const auto cells = experiment::expandStudy(*spec);
    auto rows = experiment::studyRows(cells, *runs);
    stats::StudyChoices choices;
    choices.method = chosen.empty() ? methodToCompare(*spec) : chosen;
    auto summary = stats::summariseStudy(rows, choices);
    if (!summary) {
        return fail(summary.error());
    }
    return LoadedStudy{std::move(*spec), std::move(rows), std::move(*summary),
                       experiment::runsOfOtherCells(cells, *runs)};
}

Result<void> keepRecipe(const session::OutputFolder& folder, const StudySpec& study) {
    std::error_code ignored; // writing says what is wrong
    std::filesystem::create_directories(recipesOf(folder), ignored);
    const auto text = experiment::studyText(study);
    return format::writeFileAtomically(recipeFile(folder, study.name),
                                       std::as_bytes(std::span(text.data(), text.size())));
}

std::vector<std::string> keptRecipes(const session::OutputFolder& folder) {
    constexpr std::string_view kEnding = experiment::kStudyEnding;
    std::vector<std::string> names;
    std::error_code error; // no folder, no recipes
    for (const auto& entry : std::filesystem::directory_iterator(recipesOf(folder), error)) {
        const auto file = entry.path().filename().string();
        if (file.size() > kEnding.size() && file.front() != '.' && file.ends_with(kEnding)) {
            names.push_back(file.substr(0, file.size() - kEnding.size()));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tessera::cli
