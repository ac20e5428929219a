#include "core/experiment/study_report_figures.h"

#include "core/experiment/study_report_svg.h"
#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace tessera::experiment {

namespace {

using stats::Finding;
using stats::StudySummary;

std::optional<Interval> inPercent(const std::optional<Interval>& interval) {
    return interval ? std::optional(Interval{100.0 * interval->lo, 100.0 * interval->hi})
                    : std::nullopt;
}

std::string whereText(const StudySummary& summary, std::size_t setting) {
    return summary.grouping.settings.size() > 1 ? ": " + summary.grouping.settings[setting].label
                                                : std::string();
}

// What a curve runs over.
struct Sweep {
    std::string axis;
    std::function<bool(const Experiment&)> applies;
    std::function<double(const Experiment&)> value;
    std::function<void(Experiment&)> neutral; // makes recipes equal that differ in the value only
};

Sweep shiftSweep(const std::string& kind) {
    return {"strength of the shift: " + kind,
            [kind](const Experiment& recipe) {
                return recipe.data.shift.kind == kind || recipe.data.shift.kind.empty();
            },
            [](const Experiment& recipe) {
                return recipe.data.shift.kind.empty() ? 0.0 : recipe.data.shift.strength;
            },
            [](Experiment& recipe) { recipe.data.shift = {}; }};
}

Sweep referenceSweep() {
    return {"reference inputs (unlabelled)",
            [](const Experiment& recipe) { return recipe.data.splits.reference > 0; },
            [](const Experiment& recipe) { return double(recipe.data.splits.reference); },
            [](Experiment& recipe) { recipe.data.splits.reference = 0; }};
}

Experiment neutral(const Sweep& sweep, Experiment recipe) {
    sweep.neutral(recipe);
    return recipe;
}

// The settings along the sweep that are otherwise like `first`, by value; none if `first` is not
// the first of them.
std::vector<std::size_t> settingsAlong(const StudySummary& summary, const Sweep& sweep,
                                       std::size_t first) {
    const auto& settings = summary.grouping.settings;
    const auto base = neutral(sweep, settings[first].recipe);
    std::vector<std::size_t> along;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        if (sweep.applies(settings[i].recipe) && neutral(sweep, settings[i].recipe) == base) {
            along.push_back(i);
        }
    }
    if (along.size() < 2 || along.front() != first) {
        return {};
    }
    std::sort(along.begin(), along.end(), [&](std::size_t a, std::size_t b) {
        return sweep.value(settings[a].recipe) < sweep.value(settings[b].recipe);
    });
    return along;
}

ReportFigure curveFigure(const StudySummary& summary, const Sweep& sweep,
                         const std::vector<std::size_t>& settings) {
    CurveFigure figure;
    figure.title = "Accuracy against " + sweep.axis;
    figure.xAxis = sweep.axis;
    figure.yAxis = "accuracy on the test set, %";
    for (std::size_t method = 0; method < summary.grouping.methods.size(); ++method) {
        Curve curve{summary.grouping.methods[method], method, {}};
        for (const auto setting : settings) {
            for (const auto& aggregate : summary.aggregates) {
                if (aggregate.setting == setting && aggregate.method == method) {
                    curve.points.push_back({sweep.value(summary.grouping.settings[setting].recipe),
                                            100.0 * *aggregate.after.mean,
                                            inPercent(aggregate.after.interval)});
                }
            }
        }
        if (!curve.points.empty()) {
            figure.curves.push_back(std::move(curve));
        }
    }
    return {curveSvg(figure),
            fmt::format("Accuracy against {}, mean over pairs; whiskers are {:g}% intervals over "
                        "seeds. Marks of one value stand beside each other.",
                        sweep.axis, 100.0 * summary.level)};
}

} // namespace

std::vector<ReportFigure> methodFigures(const StudySummary& summary) {
    std::vector<ReportFigure> figures;
    for (std::size_t setting = 0; setting < summary.grouping.settings.size(); ++setting) {
        DotFigure figure;
        figure.title = "Accuracy of each method" + whereText(summary, setting);
        figure.axis = "accuracy on the test set, %";
        for (const auto& aggregate : summary.aggregates) {
            if (aggregate.setting == setting) {
                figure.rows.push_back(
                    {summary.grouping.methods[aggregate.method], 100.0 * *aggregate.after.mean,
                     inPercent(aggregate.after.interval), aggregate.method, MarkFill::Filled,
                     fmt::format("{}, n = {}", estimateText(aggregate.after),
                                 aggregate.after.count)});
            }
        }
        if (!figure.rows.empty()) {
            figures.push_back(
                {dotSvg(figure),
                 fmt::format("Accuracy of each method{}, mean over pairs of networks; whiskers are "
                             "{:g}% intervals over seeds, n is the number of seeds.",
                             whereText(summary, setting), 100.0 * summary.level)});
        }
    }
    return figures;
}

ReportFigure differenceFigure(const StudySummary& summary, std::size_t setting) {
    const auto where = whereText(summary, setting);
    DotFigure figure;
    figure.title = "Differences of the chosen method" + where;
    figure.axis = "difference, points";
    figure.zero = ZeroLine::Drawn;
    for (const auto& comparison : summary.comparisons) {
        if (comparison.setting != setting || !comparison.difference.mean) {
            continue;
        }
        const bool real =
            comparison.finding == Finding::Better || comparison.finding == Finding::Worse;
        figure.rows.push_back(
            {rivalText(comparison.against, comparison.other), 100.0 * *comparison.difference.mean,
             inPercent(comparison.difference.interval), 0,
             real ? MarkFill::Filled : MarkFill::Hollow, findingText(comparison.finding)});
    }
    if (figure.rows.empty()) {
        return {};
    }
    return {dotSvg(figure),
            fmt::format("{} minus each of the others{}; right of zero it is better. Filled: "
                        "distinguishable after Holm's correction; hollow: not.",
                        summary.grouping.methods[summary.chosen], where)};
}

std::vector<ReportFigure> curveFigures(const StudySummary& summary) {
    std::vector<Sweep> sweeps{referenceSweep()};
    std::vector<std::string> kinds;
    for (const auto& setting : summary.grouping.settings) {
        const auto& kind = setting.recipe.data.shift.kind;
        if (!kind.empty() && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
            kinds.push_back(kind);
            sweeps.push_back(shiftSweep(kind));
        }
    }
    std::vector<ReportFigure> figures;
    for (const auto& sweep : sweeps) {
        for (std::size_t first = 0; first < summary.grouping.settings.size(); ++first) {
            const auto settings = settingsAlong(summary, sweep, first);
            if (!settings.empty()) {
                auto figure = curveFigure(summary, sweep, settings);
                if (!figure.svg.empty()) {
                    figures.push_back(std::move(figure));
                }
            }
        }
    }
    return figures;
}

} // namespace tessera::experiment
