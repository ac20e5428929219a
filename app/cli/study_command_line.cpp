#include "app/cli/study_command_line.h"

#include "app/cli/benchmark_command.h"
#include "app/cli/study_commands.h"
#include "app/cli/token_options.h"
#include "core/experiment/experiment_fields.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace tessera::cli {

namespace {

constexpr int kMostSeeds = 1000;

void addReplace(CLI::App& command, bool& replace) {
    command.add_flag("--replace", replace,
                     "take the place of an earlier study of this name that asks for other runs");
}

EarlierRecipe earlier(bool replace) {
    return replace ? EarlierRecipe::Replace : EarlierRecipe::Refuse;
}

void addRun(CLI::App& study, const CommandContext& context, Action& action) {
    auto* command = study.add_subcommand("run", "execute what of a study is not there yet");
    auto options = std::make_shared<StudyRunOptions>();
    command->add_option("recipe", options->file, "recipe of the study, *.study.json")
        ->check(&problemOfEmpty, "")
        ->required();
    struct Flags {
        bool resume = true;
        bool onlyMissing = false;
        bool replace = false;
    };
    auto flags = std::make_shared<Flags>();
    auto* chosen = command->add_flag("--resume,!--no-resume", flags->resume,
                                     "leave out what is done (default), or do everything again");
    command->add_flag("--only-missing", flags->onlyMissing, "leave out what has failed as well")
        ->excludes(chosen);
    addReplace(*command, flags->replace);
    command->callback([&context, &action, options, flags] {
        options->mode.earlier = earlier(flags->replace);
        options->mode.redo = flags->onlyMissing ? session::Redo::Missing
                             : flags->resume    ? session::Redo::Unfinished
                                                : session::Redo::Everything;
        action = [&context, options] { return runStudy(context, *options); };
    });
}

void addName(CLI::App& command, std::string& name) {
    command.add_option("name", name, "of the study")->check(&problemOfEmpty, "")->required();
}

void addMethod(CLI::App& command, std::string& method) {
    command
        .add_option("--method", method,
                    "label of the method that is compared with the others (default: mode A)")
        ->check(&problemOfEmpty, "");
}

void addShow(CLI::App& study, const CommandContext& context, Action& action) {
    auto* command = study.add_subcommand("show", "what a study came to, by method and by pair");
    auto question = std::make_shared<StudyQuestion>();
    addName(*command, question->name);
    addMethod(*command, question->method);
    command->callback([&context, &action, question] {
        action = [&context, question] { return showStudy(context, *question); };
    });
}

void addExport(CLI::App& study, const CommandContext& context, Action& action) {
    auto* command = study.add_subcommand("export", "a row for every run that a study asks for");
    struct Options {
        std::string name;
        std::filesystem::path file;
    };
    auto options = std::make_shared<Options>();
    addName(*command, options->name);
    command->add_option("--csv", options->file, "file to write instead of standard output")
        ->check(&problemOfEmpty, "");
    command->callback([&context, &action, options] {
        action = [&context, options] { return exportStudy(context, options->name, options->file); };
    });
}

void addReport(CLI::App& study, const CommandContext& context, Action& action) {
    auto* command = study.add_subcommand("report", "a page, tables for a paper, and numbers");
    auto options = std::make_shared<StudyReportOptions>();
    addName(*command, options->study.name);
    addMethod(*command, options->study.method);
    const auto file = [command](const char* name, std::filesystem::path& path, const char* about) {
        command->add_option(name, path, about)->check(&problemOfEmpty, "");
    };
    file("--html", options->html, "page that needs no other file");
    file("--tex", options->tex, "LaTeX tables for the package booktabs");
    file("--csv", options->csv, "all figures of the report, one a row");
    command->callback([&context, &action, options] {
        if (options->html.empty() && options->tex.empty() && options->csv.empty()) {
            throw CLI::RequiredError("--html, --tex or --csv");
        }
        action = [&context, options] { return reportStudy(context, *options); };
    });
}

void addStudy(CLI::App& app, const CommandContext& context, Action& action) {
    auto* study =
        app.add_subcommand("study", "many runs from one recipe: pairs, methods, seeds, shifts");
    study->require_subcommand(1);
    study->fallthrough();
    addRun(*study, context, action);
    study->add_subcommand("list", "all studies of the store")->callback([&] {
        action = [&context] { return listStudies(context); };
    });
    addShow(*study, context, action);
    addExport(*study, context, action);
    addReport(*study, context, action);
}

// Strengths of a shift, or of a change of the sources' task.
struct Conditions {
    std::string shift, mismatch;
    std::vector<double> strengths = {0.0, 0.25, 0.5, 0.75, 1.0};
};

// The option of the strengths, which needs one of the others.
CLI::Option* addConditions(CLI::App& command, Conditions& conditions) {
    auto* shift = command.add_option("--shift", conditions.shift,
                                     "inputs shift after the source was trained: noise, rotation, "
                                     "... (`tessera data list`)");
    command
        .add_option("--mismatch", conditions.mismatch,
                    "the source learned another task: permuted or coarser labels")
        ->check(CLI::IsMember({"permuted", "coarser"}))
        ->excludes(shift);
    shift->check(&problemOfEmpty, "");
    return command.add_option("--strengths", conditions.strengths, "of either, 0 to 1")
        ->delimiter(',')
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
}

// Strength 0 is no shift.
void take(const Conditions& conditions, experiment::BenchmarkChoice& choice) {
    for (const double strength : conditions.strengths) {
        if (!conditions.shift.empty()) {
            choice.shifts.push_back(strength > 0.0 ? ShiftSpec{conditions.shift, strength}
                                                   : ShiftSpec{});
        }
        if (!conditions.mismatch.empty()) {
            choice.tasks.push_back(strength > 0.0 ? TaskSpec{conditions.mismatch, strength, {}}
                                                  : TaskSpec{});
        }
    }
}

void addBenchmark(CLI::App& app, const CommandContext& context, Action& action) {
    auto* command = app.add_subcommand(
        "benchmark", "five networks teach each other: every pair, every method, one budget");
    struct Options {
        experiment::BenchmarkChoice choice;
        bool quick = false, full = false, replace = false;
        int seeds = 0;
        std::vector<std::string> methods;
        Conditions conditions;
    };
    auto options = std::make_shared<Options>();
    auto* quick = command->add_flag("--quick", options->quick,
                                    "one seed, 3 epochs, the methods talked about most");
    command
        ->add_flag("--full", options->full,
                   "five seeds, all methods; on the digits for 1, 3 and 10 epochs")
        ->excludes(quick);
    command->add_option("--seeds", options->seeds, "how many, 1, 2, ...")
        ->check(CLI::Range(1, kMostSeeds));
    command->add_option("--task", options->choice.task, "what is learned")
        ->check(CLI::IsMember(experiment::benchmarkTasks()))
        ->capture_default_str();
    command->add_option("--methods", options->methods, "modes, as in A,kd,supervised")
        ->delimiter(',')
        ->check(&problemOfEmpty, "");
    command->add_option("--epochs", options->choice.epochs, "of every method, as in 1,3,10")
        ->delimiter(',')
        ->check(CLI::Range(0, experiment::kSteps));
    const auto* strengths = addConditions(*command, options->conditions);
    addReplace(*command, options->replace);
    command->callback([&context, &action, options, strengths] {
        if (strengths->count() > 0 && options->conditions.shift.empty() &&
            options->conditions.mismatch.empty()) {
            throw CLI::RequiredError("--shift or --mismatch");
        }
        auto& choice = options->choice;
        if (options->quick || options->full) {
            choice.size =
                options->quick ? experiment::BenchmarkSize::Quick : experiment::BenchmarkSize::Full;
        }
        if (options->seeds > 0) {
            choice.seeds = options->seeds;
        }
        for (const auto& method : options->methods) {
            choice.methods.emplace_back(method);
        }
        take(options->conditions, choice);
        action = [&context, options] {
            return runBenchmark(context, options->choice, earlier(options->replace));
        };
    });
}

} // namespace

void addStudyCommands(CLI::App& app, const CommandContext& context, Action& action) {
    addStudy(app, context, action);
    addBenchmark(app, context, action);
}

} // namespace tessera::cli
