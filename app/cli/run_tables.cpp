#include "app/cli/run_tables.h"

#include "app/cli/text_table.h"
#include "core/stats/intervals.h"
#include "core/stats/recovery.h"

#include <fmt/format.h>

#include <cmath>
#include <functional>

namespace tessera::cli {

namespace {

std::string pairName(const RunRecord& run) {
    return run.sourceLabel + " > " + run.receiverLabel;
}

std::string intervalText(const std::optional<Interval>& interval) {
    return interval ? fmt::format("{:.1f}..{:.1f}", 100.0 * interval->lo, 100.0 * interval->hi)
                    : "-";
}

std::optional<double> controlAccuracy(const RunRecord& run, const std::string& id) {
    for (const auto& control : run.summary.controls) {
        if (control.id.value == id) {
            return control.accuracy;
        }
    }
    return std::nullopt;
}

std::string fromTo(std::optional<double> begin, std::optional<double> end) {
    return compact(begin) + " > " + compact(end);
}

std::vector<double> measured(const std::vector<ReportedRun>& runs,
                             const std::function<std::optional<double>(const RunRecord&)>& figure) {
    std::vector<double> values;
    for (const auto& run : runs) {
        if (const auto value = figure(run.record)) {
            values.push_back(*value);
        }
    }
    return values;
}

// "receiver after     85.5%  [83.0, 88.0], n = 18"
std::string meanLine(const std::string& what, const std::vector<double>& values) {
    const auto mean = stats::summarise(values).mean;
    if (!mean) {
        return fmt::format("{:<26} -\n", what);
    }
    const auto interval = stats::meanInterval(values);
    return fmt::format(
        "{:<26} {:5.1f}%  {}, n = {}\n", what, 100.0 * *mean,
        interval ? fmt::format("[{:.1f}, {:.1f}]", 100.0 * interval->lo, 100.0 * interval->hi)
                 : std::string("interval not measured"),
        values.size());
}

// The transfer against one control, paired over the runs that have both.
std::string comparisonLine(const std::vector<ReportedRun>& runs, const std::string& control) {
    std::vector<double> with, without;
    for (const auto& run : runs) {
        const auto accuracy = controlAccuracy(run.record, control);
        if (accuracy && run.record.summary.accuracyAfter) {
            with.push_back(*run.record.summary.accuracyAfter);
            without.push_back(*accuracy);
        }
    }
    const auto paired = stats::comparePairs(with, without);
    if (!paired || !paired->interval || !paired->difference.mean) {
        return {};
    }
    // Equal differences in all runs have an interval of no width, which proves nothing: no p-value.
    const bool real = paired->pValue && (paired->interval->lo > 0.0 || paired->interval->hi < 0.0);
    return fmt::format(
        "transfer - {:<16} {:+5.1f} points  [{:+.1f}, {:+.1f}], p = {}, paired over {} runs{}\n",
        control, 100.0 * *paired->difference.mean, 100.0 * paired->interval->lo,
        100.0 * paired->interval->hi,
        paired->pValue ? fmt::format("{:.2g}", *paired->pValue) : std::string("-"), with.size(),
        !real                        ? ": not distinguishable from the control"
        : paired->interval->hi < 0.0 ? ": worse than the control"
                                     : "");
}

} // namespace

std::optional<double> atStart(const std::vector<MetricSample>& samples, const std::string& series) {
    for (const auto& sample : samples) {
        if (sample.series == series && sample.layer.empty() && sample.step == 0) {
            return sample.value;
        }
    }
    return std::nullopt;
}

std::string accuracyTable(const std::vector<ReportedRun>& runs) {
    TextTable table({"source > receiver", "seed", "source %", "before %", "after %", "95% interval",
                     "agree %", "recovery", "untrained %", "shuffled %", "readout %"},
                    1);
    for (const auto& [run, samples] : runs) {
        const auto& summary = run.summary;
        table.add({pairName(run), std::to_string(run.experiment.seed),
                   percent(summary.sourceAccuracy), percent(summary.accuracyBefore),
                   percent(summary.accuracyAfter), intervalText(summary.interval),
                   percent(summary.agreement), fixed(summary.recovery, 2),
                   percent(controlAccuracy(run, "untrained_source")),
                   percent(controlAccuracy(run, "shuffled_targets")),
                   percent(controlAccuracy(run, "readout_only"))});
    }
    return table.text();
}

std::string driftTable(const std::vector<ReportedRun>& runs) {
    TextTable table({"source > receiver", "seed", "output drift, nats", "hub error",
                     "hub drift, nats", "layer drift, nats"},
                    1);
    for (const auto& [run, samples] : runs) {
        const auto& drift = run.summary.drift;
        table.add({pairName(run), std::to_string(run.experiment.seed),
                   fromTo(atStart(samples, "drift.output"), drift.output),
                   fromTo(atStart(samples, "drift.hub_error"), drift.hubError),
                   fromTo(atStart(samples, "drift.hub"), drift.hub),
                   fromTo(atStart(samples, "drift.layer"), drift.layer)});
    }
    return table.text();
}

std::string secondsTable(const std::vector<ReportedRun>& runs) {
    TextTable table({"source > receiver", "seed", "fingerprint", "collect", "hub", "transfer",
                     "finetune", "measure", "package", "total", "controls", "prepare"},
                    1);
    for (const auto& [run, samples] : runs) {
        const auto& seconds = run.summary.seconds;
        std::vector<std::string> row = {pairName(run), std::to_string(run.experiment.seed)};
        for (const auto& stage :
             {seconds.fingerprint, seconds.collect, seconds.hub, seconds.transfer, seconds.finetune,
              seconds.measure, seconds.package, seconds.total, seconds.controls, seconds.prepare}) {
            row.push_back(fixed(stage, 3));
        }
        table.add(row);
    }
    return table.text();
}

std::string summaryText(const std::vector<ReportedRun>& runs) {
    using Figure = std::function<std::optional<double>(const RunRecord&)>;
    const std::vector<std::pair<std::string, Figure>> lines = {
        {"source", [](const RunRecord& run) { return run.summary.sourceAccuracy; }},
        {"receiver before", [](const RunRecord& run) { return run.summary.accuracyBefore; }},
        {"receiver after", [](const RunRecord& run) { return run.summary.accuracyAfter; }},
        {"agreement with source", [](const RunRecord& run) { return run.summary.agreement; }},
        {"control untrained source",
         [](const RunRecord& run) { return controlAccuracy(run, "untrained_source"); }},
        {"control shuffled targets",
         [](const RunRecord& run) { return controlAccuracy(run, "shuffled_targets"); }},
        {"control readout only",
         [](const RunRecord& run) { return controlAccuracy(run, "readout_only"); }},
    };
    std::string text = "mean over runs, test accuracy with 95% t interval\n";
    for (const auto& [what, figure] : lines) {
        text += meanLine(what, measured(runs, figure));
    }
    for (const auto* control : {"untrained_source", "shuffled_targets", "readout_only"}) {
        text += comparisonLine(runs, control);
    }
    std::vector<stats::RunAccuracies> accuracies;
    std::int64_t testSize = 0;
    int falling = 0;
    int driftsMeasured = 0;
    for (const auto& [run, samples] : runs) {
        const auto& summary = run.summary;
        if (summary.sourceAccuracy && summary.accuracyBefore && summary.accuracyAfter) {
            accuracies.push_back(
                {*summary.sourceAccuracy, *summary.accuracyBefore, *summary.accuracyAfter});
            testSize = summary.testSize.value_or(0);
        }
        const auto begin = atStart(samples, "drift.output");
        if (begin && summary.drift.output) {
            ++driftsMeasured;
            falling += *summary.drift.output < *begin ? 1 : 0;
        }
    }
    text += fmt::format("recovery of the means         {}\n",
                        fixed(stats::recovery(accuracies, testSize), 2));
    text += driftsMeasured > 0 ? fmt::format("output drift falls in         {} of {} runs\n",
                                             falling, driftsMeasured)
                               : std::string("output drift falls in         -\n");
    return text;
}

std::string verdicts(const RunRecord& run) {
    constexpr double kLevel = 0.05;
    std::string text;
    for (const auto& control : run.summary.controls) {
        if (!control.accuracy || !control.pValue || !run.summary.accuracyAfter) {
            text += fmt::format("against {}: not measured\n", control.id.value);
            continue;
        }
        const double difference = *run.summary.accuracyAfter - *control.accuracy;
        text += fmt::format("against {}: {:+.1f} points, exact McNemar p = {:.2g}: {}\n",
                            control.id.value, 100.0 * difference, *control.pValue,
                            *control.pValue >= kLevel ? "not distinguishable from the control"
                            : difference > 0.0        ? "better than the control"
                                                      : "worse than the control");
    }
    return text;
}

std::string listTable(const std::vector<RunRecord>& runs) {
    TextTable table({"id", "state", "name", "seed", "before %", "after %", "agree %", "started"},
                    3);
    for (const auto& run : runs) {
        table.add({run.id.value, runStateName(run.state), (run.starred ? "* " : "") + run.name,
                   std::to_string(run.experiment.seed), percent(run.summary.accuracyBefore),
                   percent(run.summary.accuracyAfter), percent(run.summary.agreement),
                   run.startedAt});
    }
    return table.text();
}

std::string runText(const ReportedRun& run, const std::string& composedPrivacy) {
    const auto& record = run.record;
    const auto& summary = record.summary;
    std::string text =
        fmt::format("{}  {}\n{}, {}\nstarted {}, finished {}\n", record.id.value, record.name,
                    runStateName(record.state), pairName(record), record.startedAt,
                    record.finishedAt.empty() ? "-" : record.finishedAt);
    if (!record.failure.empty()) {
        text += "failure: " + record.failure + "\n";
    }
    text += "\n" + accuracyTable({run}) + "\n" + driftTable({run}) + "\n" + secondsTable({run});
    text +=
        fmt::format("\nhub: rank {}, effective rank {}, lost variance {}, round trip source {}, "
                    "receiver {}\n",
                    summary.hub.rank ? std::to_string(*summary.hub.rank) : std::string("-"),
                    compact(summary.hub.effectiveRank), compact(summary.hub.lostVariance),
                    compact(summary.hub.roundTripSource), compact(summary.hub.roundTripReceiver));
    text += fmt::format("reference inputs against the source's own: MMD^2 {}, by chance up to {}, "
                        "p {}\n",
                        compact(summary.shift.score), compact(summary.shift.threshold),
                        compact(summary.shift.pValue));
    text += verdicts(record);
    if (summary.privacy && std::isfinite(summary.privacy->epsilon)) {
        text += fmt::format("privacy: epsilon {:.4g}, delta {:.3g}, sigma {:.4g}, noise to signal "
                            "{}, {} samples; {}\n",
                            summary.privacy->epsilon, summary.privacy->delta,
                            summary.privacy->sigma, compact(summary.privacy->noiseToSignal),
                            summary.privacy->releaseSize, composedPrivacy);
    } else if (summary.privacy) {
        text += "privacy: off, the token's vector carries no noise\n";
    }
    for (const auto& artifact : record.artifacts) {
        text += fmt::format("{}: {} ({} bytes, sha256 {})\n", artifact.kind, artifact.path.string(),
                            artifact.sizeBytes, artifact.sha256);
    }
    if (!summary.metricsHash.empty()) {
        text +=
            fmt::format("curves: {} samples, sha256 {}\n", run.samples.size(), summary.metricsHash);
    }
    for (const auto& [key, value] : record.environment) {
        text += fmt::format("{}: {}\n", key, value);
    }
    return text;
}

} // namespace tessera::cli
