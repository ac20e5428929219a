#include "app/composition/study_desk.h"

#include "app/composition/study_marks.h"
#include "app/composition/study_overview.h"
#include "app/composition/study_recipes.h"
#include "core/experiment/defaults.h"
#include "core/experiment/study_benchmark.h"
#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"
#include "core/experiment/study_problems.h"
#include "core/experiment/study_report.h"
#include "core/experiment/study_rows.h"
#include "core/store/clock.h"

#include <algorithm>
#include <system_error>

namespace tessera::app {

namespace {

// A table shows t intervals; what the bootstrap is needed for stands in reports only.
constexpr std::size_t kResamplesOfTables = 200;

NetworkSpec network(const char* family) {
    ArchitectureSpec architecture;
    architecture.family = ArchitectureId(family);
    NetworkSpec spec;
    spec.architecture = architecture;
    return spec;
}

StudyMethod method(const char* mode, const StudySpec& study) {
    StudyMethod made{mode, study.base.transfer, std::nullopt};
    made.transfer.mode = ModeId(mode);
    if (made.transfer.mode != TransferSpec().mode) {
        made.controls.emplace(); // they ask whether the activations teach
    }
    return made;
}

std::vector<RunRecord> runsOf(const std::string& study, const std::vector<RunRecord>& runs) {
    std::vector<RunRecord> mine;
    std::copy_if(runs.begin(), runs.end(), std::back_inserter(mine),
                 [&](const RunRecord& run) { return run.study == study; });
    return mine;
}

struct Summarised {
    std::vector<StudyRow> rows;
    stats::StudySummary summary;
    std::size_t otherRuns = 0;
    std::vector<experiment::RepeatedRun> repeated;
};

Result<Summarised> summarise(const StudySpec& study, const std::vector<RunRecord>& all,
                             const stats::StudyChoices& choices) {
    const auto runs = runsOf(study.name, all);
    const auto cells = experiment::expandStudy(study);
    auto rows = experiment::studyRows(cells, runs);
    auto summary = stats::summariseStudy(rows, choices);
    if (!summary) {
        return fail(summary.error());
    }
    return Summarised{std::move(rows), std::move(*summary),
                      experiment::runsOfOtherCells(cells, runs),
                      experiment::repeatedRuns(cells, runs)};
}

class CoreStudyDesk final : public StudyDesk {
public:
    StudySpec defaultStudy() const override;
    std::vector<std::string> benchmarkTasks() const override {
        return experiment::benchmarkTasks();
    }
    StudySpec benchmark(const std::string& task, StudyLength length,
                        const Catalog& catalog) const override;

    Result<StudySpec> read(const std::filesystem::path& file) const override;
    Result<StudySpec> parse(const std::string& text) const override {
        return experiment::parseStudy(text);
    }
    std::string text(const StudySpec& study) const override { return experiment::studyText(study); }

    std::vector<std::string> problemsOf(const StudySpec& study) const override {
        return experiment::problemsOf(study);
    }
    StudyExtent extentOf(const StudySpec& study) const override;
    std::shared_ptr<const StudyJob> jobOf(const StudySpec& study) const override {
        return std::make_shared<StudyJob>(StudyJob{study.name, experiment::expandStudy(study)});
    }

    std::vector<std::string> keptStudies(const std::filesystem::path& folder) const override {
        return keptRecipes(folder);
    }
    Result<StudySpec> keptStudy(const std::filesystem::path& folder,
                                const std::string& name) const override;
    Result<void> checkKept(const std::filesystem::path& folder,
                           const StudySpec& study) const override {
        return checkRecipe(folder, study);
    }
    Result<void> keep(const std::filesystem::path& folder, const StudySpec& study) const override {
        return keepRecipe(folder, study);
    }

    std::string usualMethod(const StudySpec& study) const override {
        return study.methods.empty() ? std::string() : methodToCompare(study);
    }
    Result<StudyOverview> overview(const StudySpec& study, const std::vector<RunRecord>& runs,
                                   const std::string& compared) const override;
    Result<std::string> report(StudyReportKind kind, const StudySpec& study,
                               const std::vector<RunRecord>& runs, const std::string& compared,
                               const Catalog& catalog,
                               const std::filesystem::path& folder) const override;
};

StudySpec CoreStudyDesk::defaultStudy() const {
    StudySpec study;
    study.name = "study";
    study.base.data.name = "digits";
    study.base.controls = experiment::defaultControls();
    study.sources = {network("mlp"), network("conv")};
    study.receivers = study.sources;
    study.samePairs = SamePairs::Skip;
    for (const char* mode : {"none", "A", "kd"}) {
        study.methods.push_back(method(mode, study));
    }
    study.seeds = experiment::defaultSeeds();
    return study;
}

StudySpec CoreStudyDesk::benchmark(const std::string& task, StudyLength length,
                                   const Catalog& catalog) const {
    experiment::BenchmarkChoice choice;
    choice.task = task;
    choice.size = length == StudyLength::Quick ? experiment::BenchmarkSize::Quick
                                               : experiment::BenchmarkSize::Full;
    return experiment::benchmarkStudy(choice, catalog.modes);
}

// Files beside the recipe are kept by their whole paths, so that the study can go on from anywhere.
Result<StudySpec> CoreStudyDesk::read(const std::filesystem::path& file) const {
    std::error_code error;
    const auto whole = std::filesystem::absolute(file, error);
    return experiment::readStudy(error ? file : whole.lexically_normal());
}

StudyExtent CoreStudyDesk::extentOf(const StudySpec& study) const {
    const bool tooLarge = experiment::mostCellsOf(study) > experiment::kMostCells;
    const auto pairs =
        tooLarge ? std::max(study.pairs.size(), study.sources.size() * study.receivers.size())
                 : experiment::pairsOf(study).size();
    return {pairs, study.methods.size(), study.seeds.size(),
            std::max<std::size_t>(1, study.referenceSizes.size()) *
                std::max<std::size_t>(1, study.shifts.size()) *
                std::max<std::size_t>(1, study.tasks.size())};
}

Result<StudySpec> CoreStudyDesk::keptStudy(const std::filesystem::path& folder,
                                           const std::string& name) const {
    return experiment::readStudy(recipeFile(folder, name));
}

Result<StudyOverview> CoreStudyDesk::overview(const StudySpec& study,
                                              const std::vector<RunRecord>& runs,
                                              const std::string& compared) const {
    stats::StudyChoices choices;
    choices.method = compared;
    choices.resamples = kResamplesOfTables;
    const auto made = summarise(study, runs, choices);
    if (!made) {
        return fail(made.error());
    }
    auto overview = overviewOf(made->rows, made->summary, made->repeated);
    overview.otherRuns = made->otherRuns;
    return overview;
}

Result<std::string> CoreStudyDesk::report(StudyReportKind kind, const StudySpec& study,
                                          const std::vector<RunRecord>& runs,
                                          const std::string& compared, const Catalog& catalog,
                                          const std::filesystem::path& folder) const {
    stats::StudyChoices choices;
    choices.method = compared;
    const auto mine = runsOf(study.name, runs);
    choices.marks = readMarks(folder, mine);
    auto made = summarise(study, mine, choices);
    if (!made) {
        return fail(made.error());
    }
    experiment::addExtraRuns(experiment::expandStudy(study), mine, made->summary);
    auto about = experiment::aboutStudy(study.name, made->rows, made->summary, catalog);
    about.recipe = experiment::studyText(study);
    about.writtenAt = store::isoUtc(store::nowMs());
    switch (kind) {
    case StudyReportKind::Page:
        return experiment::studyHtml(made->summary, about);
    case StudyReportKind::Tables:
        return experiment::studyLatex(made->summary, about);
    case StudyReportKind::Numbers:
        break;
    }
    return experiment::studyCsv(made->summary);
}

} // namespace

std::unique_ptr<StudyDesk> makeStudyDesk() {
    return std::make_unique<CoreStudyDesk>();
}

} // namespace tessera::app
