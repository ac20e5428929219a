#include "app/cli/run_command.h"

#include "app/cli/console_progress.h"
#include "app/cli/run_json.h"
#include "app/cli/run_tables.h"
#include "app/composition/run_export.h"
#include "app/composition/run_services.h"
#include "core/experiment/defaults.h"
#include "core/experiment/experiment_json.h"
#include "core/experiment/labels.h"
#include "core/session/run_session.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <chrono>

namespace tessera::cli {

namespace {

std::string reportText(const CommandContext& context, const std::vector<ReportedRun>& runs,
                       double seconds) {
    auto text = accuracyTable(runs) + "\n" + driftTable(runs) + "\n" + secondsTable(runs) + "\n";
    text += runs.size() > 1 ? summaryText(runs) : verdicts(runs.front().record);
    text +=
        fmt::format("\n{} {} in {:.1f} s; kept in {}\n", runs.size(),
                    runs.size() == 1 ? "run" : "runs", seconds, context.folder.store().string());
    return text;
}

// What was done, and what stopped it, if anything. Returns the exit code.
int report(const CommandContext& context, const std::vector<ReportedRun>& runs, double seconds,
           const std::optional<Error>& failure) {
    if (context.json && !(failure && runs.empty())) {
        std::vector<RunRecord> records;
        for (const auto& run : runs) {
            records.push_back(run.record);
        }
        auto json = runsJson(context.folder, records);
        if (failure) {
            json["error"] = errorJson(*failure)["error"];
        }
        const int printed = print(app::jsonText(json));
        return failure ? exitCodeFor(failure->code) : printed;
    }
    const int printed =
        runs.empty() || context.json ? kExitOk : print(reportText(context, runs, seconds));
    return failure ? refuse(context, *failure) : printed;
}

// Executes all experiments into one folder and reports what was done, also when one failed or the
// user stopped.
int execute(const CommandContext& context, const std::vector<Experiment>& experiments) {
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
    const auto tokens = app::makeTokenWriter();
    session::RunSession session(**engine, **store, *tokens, folder);

    std::vector<ReportedRun> runs;
    std::optional<Error> failure;
    {
        if (const auto warning = app::storeWarning(folder.store()); warning && !context.quiet) {
            spdlog::warn("{}", *warning);
        }
        ConsoleProgress progress(static_cast<int>(experiments.size()), context.quiet,
                                 context.verbose, watch);
        for (const auto& experiment : experiments) {
            if (context.stop.stop_requested()) {
                break;
            }
            progress.beginRun(fmt::format("{} seed {}", experiment.name, experiment.seed));
            auto run = session.execute(
                experiment, experiment::networkLabel(experiment.source.network),
                experiment::networkLabel(experiment.receiver.network), progress, context.stop);
            progress.endRun();
            if (!run) {
                failure = run.error();
                break;
            }
            auto samples = (*store)->samples(run->id);
            if (!samples) {
                failure = samples.error();
                break;
            }
            runs.push_back({*run, *samples});
        }
    }
    const double seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    const int printed = report(context, runs, seconds, failure);
    return !failure && context.stop.stop_requested() ? kExitCancelled : printed;
}

// The experiment of a file, or of an earlier run.
Result<Experiment> chosenExperiment(const CommandContext& context, const RunOptions& options) {
    if (options.again.empty()) {
        // Networks beside the file are kept by their whole path, so that the run can be repeated
        // from another folder.
        std::error_code error;
        const auto file = std::filesystem::absolute(options.experiment, error);
        return experiment::readExperiment(error ? options.experiment : file);
    }
    auto store = app::openStore(context.folder.store(), app::StoreAccess::ReadOnly);
    if (!store) {
        return fail(store.error());
    }
    const auto run = (*store)->get(RunId(options.again));
    if (!run) {
        return fail(run.error());
    }
    if (!run->experimentReadable) {
        return fail(ErrorCode::Unsupported,
                    "the experiment of this run was written by another version and cannot be "
                    "repeated as it was");
    }
    return run->experiment;
}

} // namespace

int runExperiment(const CommandContext& context, const RunOptions& options) {
    auto experiment = chosenExperiment(context, options);
    if (!experiment) {
        return refuse(context, experiment.error());
    }
    if (options.threads) {
        experiment->threads = *options.threads;
    }
    std::vector<Experiment> all;
    for (const auto seed : options.seeds) {
        all.push_back(*experiment);
        all.back().seed = seed;
    }
    if (all.empty()) {
        all.push_back(*experiment);
    }
    return execute(context, all);
}

int runDemo(const CommandContext& context, int seeds) {
    return execute(context, experiment::demoExperiments(seeds));
}

} // namespace tessera::cli
