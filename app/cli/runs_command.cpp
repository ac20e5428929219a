#include "app/cli/runs_command.h"

#include "app/cli/open_store.h"
#include "app/cli/run_json.h"
#include "app/cli/run_tables.h"
#include "app/composition/run_export.h"
#include "core/format/file_io.h"
#include "core/stats/gaussian_dp.h"

#include <fmt/format.h>

#include <cmath>
#include <span>

namespace tessera::cli {

namespace {

Result<ReportedRun> load(RunStore& store, const std::string& id) {
    auto record = store.get(RunId(id));
    if (!record) {
        return fail(record.error());
    }
    auto samples = store.samples(record->id);
    if (!samples) {
        return fail(samples.error());
    }
    return ReportedRun{std::move(*record), std::move(*samples)};
}

// Opens the store, loads one run and hands both to `work`, which returns the exit code.
template <class Work>
int withRun(const CommandContext& context, const std::string& id, const Work& work) {
    auto store = openForReading(context);
    if (!store) {
        return refuse(context, store.error());
    }
    const auto run = load(**store, id);
    return run ? work(**store, *run) : refuse(context, run.error());
}

// What all releases on this data set spend together, or why that cannot be said.
std::string composedPrivacy(RunStore& store, const RunSummary& summary) {
    if (!summary.privacy || !std::isfinite(summary.privacy->epsilon)) {
        return {};
    }
    const auto releases = store.releases(summary.privacy->populationHash);
    if (!releases) {
        return releases.error().detail;
    }
    std::vector<double> mus;
    for (const auto& release : *releases) {
        if (release.splitHash != summary.privacy->splitHash) {
            return "releases on this data set cannot be composed: samples released by one run "
                   "trained or aligned the networks of another";
        }
        mus.push_back(release.mu);
    }
    const auto mu = stats::composeGdp(mus);
    if (!mu) {
        return mu.error().detail;
    }
    const auto epsilon = stats::gdpEpsilon(*mu, summary.privacy->delta);
    return epsilon ? fmt::format("all {} releases on this data set in this store together: "
                                 "epsilon {:.4g} at delta {:.3g}",
                                 mus.size(), *epsilon, summary.privacy->delta)
                   : epsilon.error().detail;
}

} // namespace

int listRuns(const CommandContext& context) {
    auto store = openForReading(context);
    if (!store) {
        return refuse(context, store.error());
    }
    const auto runs = (*store)->list();
    if (!runs) {
        return refuse(context, runs.error());
    }
    if (context.json) {
        return print(app::jsonText(runsJson(context.folder, *runs)["runs"]));
    }
    const auto& folder = context.folder;
    const auto named = folder.storeName == session::kDefaultStoreName
                           ? std::string()
                           : " --store " + folder.storeName;
    std::string text = listTable(*runs);
    for (const auto& run : *runs) {
        if (run.state == RunState::Interrupted) {
            text += fmt::format("\n{} was interrupted; repeat it with: tessera run --again {} "
                                "--out {}{}\n",
                                run.id.value, run.id.value, folder.root.string(), named);
        }
    }
    return print(text);
}

int showRun(const CommandContext& context, const std::string& id) {
    return withRun(context, id, [&](RunStore& store, const ReportedRun& run) {
        return print(context.json ? app::jsonText(runsJson(context.folder, {run.record}))
                                  : runText(run, composedPrivacy(store, run.record.summary)));
    });
}

int exportRun(const CommandContext& context, const std::string& id, ExportFormat format,
              const std::filesystem::path& file) {
    return withRun(context, id, [&](RunStore&, const ReportedRun& run) {
        const auto text = format == ExportFormat::Json
                              ? app::exportJson(run.record, run.samples, context.folder.storeName)
                              : app::exportCsv(run.samples);
        if (file.empty()) {
            return print(text);
        }
        const auto written =
            format::writeFileAtomically(file, std::as_bytes(std::span(text.data(), text.size())));
        return written ? kExitOk : refuse(context, written.error());
    });
}

} // namespace tessera::cli
