#include "app/cli/study_commands.h"

#include "app/cli/open_store.h"
#include "app/cli/shown_text.h"
#include "app/cli/study_folder.h"
#include "app/cli/study_json.h"
#include "app/cli/study_progress.h"
#include "app/cli/study_tables.h"
#include "app/cli/text_table.h"
#include "app/composition/run_export.h"
#include "app/composition/run_services.h"
#include "app/composition/study_recipes.h"
#include "core/experiment/study_expansion.h"
#include "core/experiment/study_json.h"
#include "core/experiment/study_report.h"
#include "core/experiment/study_rows.h"
#include "core/format/file_io.h"
#include "core/store/clock.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <map>
#include <span>

namespace tessera::cli {

namespace {

nlohmann::ordered_json loadedJson(const CommandContext& context, const LoadedStudy& study) {
    nlohmann::ordered_json json;
    json["out"] = context.folder.root.generic_string();
    json["study"] = study.spec.name;
    json["command"] = fmt::format("{}", fmt::join(context.arguments, " "));
    json["other_runs"] = study.otherRuns;
    json.update(studyJson(study.rows, study.summary));
    return json;
}

std::string loadedText(const LoadedStudy& study) {
    const auto& summary = study.summary;
    auto text = fmt::format("{}: {}\n", shown(study.spec.name), countText(summary));
    text +=
        fmt::format("{}{}\n{}", foreignText(summary), repeatedText(summary), methodTable(summary));
    for (const auto& more : {comparisonText(summary), failureText(summary)}) {
        text += more.empty() ? more : fmt::format("\n{}", more);
    }
    return text;
}

std::string detailText(const stats::StudySummary& summary) {
    std::string text;
    for (const auto& part : {familyTable(summary), itemTable(summary), pairTable(summary)}) {
        text += part.empty() ? part : fmt::format("\n{}", part);
    }
    return text;
}

std::string outcomeText(const CommandContext& context, const session::StudyOutcome& outcome,
                        double seconds) {
    const auto executed = outcome.count(session::CellFate::Done);
    const auto elsewhere = outcome.count(session::CellFate::Elsewhere);
    auto text = fmt::format("\n{} {} in {:.1f} s, {} there before", executed,
                            executed == 1 ? "run" : "runs", seconds,
                            outcome.count(session::CellFate::There));
    if (elsewhere > 0) {
        text += fmt::format(", {} left to another program that was at {}", elsewhere,
                            elsewhere == 1 ? "it" : "them");
    }
    return text + fmt::format("; kept in {}\n", context.folder.store().string());
}

// What the store has of the study now, and what ended it early, if anything did. Returns the exit
// code.
int report(const CommandContext& context, RunStore& store, const std::string& name,
           const session::StudyOutcome& outcome, double seconds) {
    const auto study = loadStudy(context.folder, store, name, {});
    if (!study) {
        return refuse(context, outcome.failure.value_or(study.error()));
    }
    int code = outcome.cancelled                              ? kExitCancelled
               : outcome.count(session::CellFate::Failed) > 0 ? kExitFailed
                                                              : kExitOk;
    if (outcome.failure) {
        code = exitCodeFor(outcome.failure->code);
    }
    int printed = kExitOk;
    if (context.json) {
        auto json = loadedJson(context, *study);
        if (outcome.failure) {
            json["error"] = errorJson(*outcome.failure)["error"];
        }
        printed = print(app::jsonText(json));
    } else {
        printed = print(loadedText(*study) + outcomeText(context, outcome, seconds));
        if (outcome.failure) {
            refuse(context, *outcome.failure);
        }
    }
    return code == kExitOk ? printed : code;
}

Result<void> writeText(const std::filesystem::path& file, const std::string& text) {
    return format::writeFileAtomically(file, std::as_bytes(std::span(text.data(), text.size())));
}

// Opens the store, loads one study and hands it to `work`, which returns the exit code.
template <class Work>
int withStudy(const CommandContext& context, const StudyQuestion& question, const Work& work) {
    auto store = openForReading(context);
    if (!store) {
        return refuse(context, store.error());
    }
    const auto study = loadStudy(context.folder, **store, question.name, question.method);
    return study ? work(*study) : refuse(context, study.error());
}

} // namespace

int executeStudy(const CommandContext& context,
                 const std::function<Result<StudySpec>(const Engine&)>& make, StudyMode mode) {
    const auto begin = std::chrono::steady_clock::now();
    const auto& folder = context.folder;
    if (auto ready = session::prepareFolder(folder); !ready) {
        return refuse(context, ready.error());
    }
    auto store = app::openStore(folder.store(), app::StoreAccess::ReadWrite);
    if (!store) {
        return refuse(context, store.error());
    }
    const StoreWatch watch(folder.store());
    auto engine = loadEngine(context);
    if (!engine) {
        return refuse(context, engine.error());
    }
    const auto study = make(**engine);
    if (!study) {
        return refuse(context, study.error());
    }
    const auto tokens = app::makeTokenWriter();
    session::StudyRunner runner(**engine, **store, *tokens, folder, experiment::experimentHash);
    const session::StudyPlan plan{study->name, experiment::expandStudy(*study), mode.redo};
    if (auto good = runner.check(plan); !good) {
        return refuse(context, good.error());
    }
    if (mode.earlier == EarlierRecipe::Refuse) {
        if (auto free = app::checkRecipe(folder.root, *study); !free) {
            auto refusal = free.error();
            refusal.detail += "; --replace takes its place";
            return refuse(context, refusal);
        }
    }
    if (auto kept = app::keepRecipe(folder.root, *study); !kept) {
        return refuse(context, kept.error());
    }
    if (const auto warning = app::storeWarning(folder.store()); warning && !context.quiet) {
        spdlog::warn("{}", *warning);
    }
    const auto outcome = [&] {
        StudyProgress progress(plan.cells, watch, context.quiet, context.verbose);
        return runner.run(plan, progress, context.stop);
    }();
    if (!outcome) {
        return refuse(context, outcome.error());
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report(context, **store, study->name, *outcome, seconds);
}

int runStudy(const CommandContext& context, const StudyRunOptions& options) {
    // Files beside the recipe are kept by their whole paths, so that the study can go on from
    // another folder.
    std::error_code error;
    const auto file = std::filesystem::absolute(options.file, error);
    auto study = experiment::readStudy(error ? options.file : file);
    if (!study) {
        return refuse(context, study.error());
    }
    return executeStudy(
        context, [&](const Engine&) -> Result<StudySpec> { return *study; }, options.mode);
}

int listStudies(const CommandContext& context) {
    auto store = openForReading(context);
    if (!store) {
        return refuse(context, store.error());
    }
    const auto runs = (*store)->list();
    if (!runs) {
        return refuse(context, runs.error());
    }
    struct Line {
        bool recipe = false;
        std::size_t done = 0, failed = 0, others = 0;
        std::string latest;
    };
    std::map<std::string, Line> lines;
    for (const auto& name : app::keptRecipes(context.folder.root)) {
        lines[name].recipe = true;
    }
    for (const auto& run : *runs) {
        if (!run.study.empty()) {
            auto& line = lines[run.study];
            ++(run.state == RunState::Done     ? line.done
               : run.state == RunState::Failed ? line.failed
                                               : line.others);
            line.latest = run.startedAt; // oldest first
        }
    }
    auto json = nlohmann::ordered_json::array();
    TextTable table({"study", "latest run", "done", "failed", "other", "recipe"}, 2);
    for (const auto& [name, line] : lines) {
        table.add({shown(name), line.latest.empty() ? "-" : line.latest, std::to_string(line.done),
                   std::to_string(line.failed), std::to_string(line.others),
                   line.recipe ? "there" : "missing"});
        json.push_back({{"study", name},
                        {"done", line.done},
                        {"failed", line.failed},
                        {"other", line.others},
                        {"latest", line.latest},
                        {"recipe", line.recipe}});
    }
    return print(context.json ? app::jsonText(json) : table.text());
}

int showStudy(const CommandContext& context, const StudyQuestion& question) {
    return withStudy(context, question, [&](const LoadedStudy& study) {
        return print(context.json ? app::jsonText(loadedJson(context, study))
                                  : loadedText(study) + detailText(study.summary));
    });
}

int exportStudy(const CommandContext& context, const std::string& name,
                const std::filesystem::path& file) {
    return withStudy(context, {name, {}}, [&](const LoadedStudy& study) {
        const auto text = experiment::studyRowsCsv(study.rows);
        if (file.empty()) {
            return print(text);
        }
        const auto written = writeText(file, text);
        return written ? kExitOk : refuse(context, written.error());
    });
}

int reportStudy(const CommandContext& context, const StudyReportOptions& options) {
    return withStudy(context, options.study, [&](const LoadedStudy& study) {
        const auto engine = loadEngine(context); // knows what the methods do
        if (!engine) {
            return refuse(context, engine.error());
        }
        auto about = experiment::aboutStudy(study.spec.name, study.rows, study.summary,
                                            (*engine)->catalog());
        about.recipe = experiment::studyText(study.spec);
        about.writtenAt = store::isoUtc(store::nowMs());
        const std::vector<std::pair<std::filesystem::path, std::string>> files = {
            {options.html, experiment::studyHtml(study.summary, about)},
            {options.tex, experiment::studyLatex(study.summary, about)},
            {options.csv, experiment::studyCsv(study.summary)}};
        auto written = nlohmann::ordered_json::array();
        std::string text;
        for (const auto& [file, content] : files) {
            if (file.empty()) {
                continue;
            }
            if (auto done = writeText(file, content); !done) {
                return refuse(context, done.error());
            }
            written.push_back(file.generic_string());
            text += fmt::format("{} ({} bytes)\n", shown(file.string()), content.size());
        }
        return print(context.json ? app::jsonText({{"study", study.spec.name}, {"files", written}})
                                  : text);
    });
}

} // namespace tessera::cli
