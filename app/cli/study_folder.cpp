#include "app/cli/study_folder.h"

#include "app/composition/study_marks.h"
#include "app/composition/study_recipes.h"
#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"
#include "core/experiment/study_rows.h"

#include <fmt/format.h>

#include <system_error>

namespace tessera::cli {

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
    const auto file = app::recipeFile(folder.root, name);
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(ErrorCode::NotFound,
                    runs->empty()
                        ? fmt::format("there is no study '{}' in {}; list them with tessera study "
                                      "list",
                                      name, folder.root.string())
                        : fmt::format("the recipe of the study '{}' is missing: put it back as {}",
                                      name, file.string()));
    }
    auto spec = experiment::readStudy(file);
    if (!spec) {
        return fail(spec.error());
    }
    const auto cells = experiment::expandStudy(*spec);
    auto rows = experiment::studyRows(cells, *runs);
    stats::StudyChoices choices;
    choices.method = chosen.empty() ? app::methodToCompare(*spec) : chosen;
    choices.marks = app::readMarks(folder.root, *runs);
    auto summary = stats::summariseStudy(rows, choices);
    if (!summary) {
        return fail(summary.error());
    }
    experiment::addExtraRuns(cells, *runs, *summary);
    return LoadedStudy{std::move(*spec), std::move(rows), std::move(*summary),
                       experiment::runsOfOtherCells(cells, *runs)};
}

} // namespace tessera::cli
