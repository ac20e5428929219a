#pragma once

#include "core/api/result.h"
#include "core/api/study.h"

#include <filesystem>
#include <string>
#include <vector>

// The recipes of the studies whose runs are in the store of a folder:
// <folder>/studies/<name>.study.json.
namespace tessera::app {

[[nodiscard]] std::filesystem::path recipeFile(const std::filesystem::path& folder,
                                               const std::string& study);

// InvalidArgument, with the number of them: the folder has a recipe of this name with runs that
// `study` does not ask for, so that it would take their place. A study that only grows is good.
// Codes of experiment::readStudy() where the earlier recipe cannot be read.
[[nodiscard]] Result<void> checkRecipe(const std::filesystem::path& folder, const StudySpec& study);

// Replaces an earlier recipe of the same name. Io.
[[nodiscard]] Result<void> keepRecipe(const std::filesystem::path& folder, const StudySpec& study);

// Names of all recipes in the folder, sorted.
[[nodiscard]] std::vector<std::string> keptRecipes(const std::filesystem::path& folder);

// The label of the method that a study is about, unless somebody says otherwise: the first of mode
// A, or the first. The study has methods.
[[nodiscard]] std::string methodToCompare(const StudySpec& study);

} // namespace tessera::app
