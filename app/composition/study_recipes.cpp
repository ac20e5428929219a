#include "app/composition/study_recipes.h"

#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"
#include "core/format/file_io.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <string_view>
#include <system_error>
#include <unordered_set>

namespace tessera::app {

namespace {

std::filesystem::path recipesOf(const std::filesystem::path& folder) {
    return folder / "studies";
}

} // namespace

std::filesystem::path recipeFile(const std::filesystem::path& folder, const std::string& study) {
    return recipesOf(folder) / (study + experiment::kStudyEnding);
}

Result<void> checkRecipe(const std::filesystem::path& folder, const StudySpec& study) {
    const auto file = recipeFile(folder, study.name);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return {};
    }
    const auto earlier = experiment::readStudy(file);
    if (!earlier) {
        return fail(earlier.error());
    }
    if (*earlier == study) {
        return {};
    }
    std::unordered_set<std::string> asked;
    for (const auto& cell : experiment::expandStudy(study)) {
        asked.insert(cell.hash);
    }
    const auto cells = experiment::expandStudy(*earlier);
    const auto lost = std::count_if(cells.begin(), cells.end(), [&](const StudyCell& cell) {
        return !asked.contains(cell.hash);
    });
    if (lost == 0) {
        return {};
    }
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("there is another study '{}' in {}, and this one does not ask for {} of "
                    "its {} runs; give this one another name",
                    study.name, folder.string(), lost, cells.size()));
}

Result<void> keepRecipe(const std::filesystem::path& folder, const StudySpec& study) {
    std::error_code ignored; // writing says what is wrong
    std::filesystem::create_directories(recipesOf(folder), ignored);
    const auto text = experiment::studyText(study);
    return format::writeFileAtomically(recipeFile(folder, study.name),
                                       std::as_bytes(std::span(text.data(), text.size())));
}

std::vector<std::string> keptRecipes(const std::filesystem::path& folder) {
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

std::string methodToCompare(const StudySpec& study) {
    for (const auto& method : study.methods) {
        if (method.transfer.mode == TransferSpec().mode) {
            return method.label;
        }
    }
    return study.methods.front().label;
}

} // namespace tessera::app
