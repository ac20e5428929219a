#include "core/experiment/study_report_figures.h"

#include "core/experiment/study_report_svg.h"
#include "core/experiment/study_report_sweeps.h"
#include "core/experiment/study_report_tables.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

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

ReportFigure curveFigure(const StudySummary& summary, const Sweep& sweep,
                         const std::vector<std::size_t>& settings) {
    const auto axis = axisText(sweep, summary.grouping.settings[settings.front()].recipe);
    CurveFigure figure;
    figure.title = "Accuracy against " + axis;
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
                        axis, 100.0 * summary.level)};
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
    auto sweeps = conditionSweeps(summary);
    sweeps.insert(sweeps.begin(), referenceSweep());
    std::vector<ReportFigure> figures;
    for (const auto& sweep : sweeps) {
        for (const auto& settings : settingsAlong(summary, sweep)) {
            auto figure = curveFigure(summary, sweep, settings);
            if (!figure.svg.empty()) {
                figures.push_back(std::move(figure));
            }
        }
    }
    return figures;
}

} // namespace tessera::experiment
