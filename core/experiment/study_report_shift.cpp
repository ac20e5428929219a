#include "core/experiment/study_report_shift.h"

#include "core/experiment/study_report_svg.h"
#include "core/experiment/study_report_sweeps.h"
#include "core/experiment/study_report_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace tessera::experiment {

namespace {

using stats::Estimate;
using stats::StudyCondition;
using stats::StudySummary;

// One line of settings, with the conditions of the chosen method.
struct Line {
    const StudySummary& summary;
    const Sweep& sweep;
    std::vector<const StudyCondition*> points; // by strength

    [[nodiscard]] double strength(const StudyCondition& point) const {
        return sweep.value(summary.grouping.settings[point.setting].recipe);
    }
    [[nodiscard]] std::string axis() const {
        return axisText(sweep, summary.grouping.settings[points.front()->setting].recipe);
    }
    [[nodiscard]] const std::string& method() const {
        return summary.grouping.methods[summary.chosen];
    }
};

using Read = std::function<const Estimate*(const StudyCondition&)>;

const Estimate* controlOf(const StudyCondition& point, const ControlId& id) {
    for (const auto& control : point.controls) {
        if (control.id == id) {
            return &control.accuracy;
        }
    }
    return nullptr;
}

std::vector<ControlId> controlsOf(const Line& line) {
    std::vector<ControlId> ids;
    for (const auto* point : line.points) {
        for (const auto& control : point->controls) {
            if (std::find(ids.begin(), ids.end(), control.id) == ids.end()) {
                ids.push_back(control.id);
            }
        }
    }
    return ids;
}

void forEachLine(const StudySummary& summary, const std::function<void(const Line&)>& visit) {
    for (const auto& sweep : conditionSweeps(summary)) {
        for (const auto& settings : settingsAlong(summary, sweep)) {
            Line line{summary, sweep, {}};
            for (const auto setting : settings) {
                for (const auto& condition : summary.conditions) {
                    if (condition.setting == setting && condition.method == summary.chosen) {
                        line.points.push_back(&condition);
                    }
                }
            }
            if (line.points.size() > 1) {
                visit(line);
            }
        }
    }
}

void addCurve(CurveFigure& figure, const Line& line, const std::string& label, double factor,
              const Read& read) {
    Curve curve{label, figure.curves.size(), {}};
    for (const auto* point : line.points) {
        const auto* estimate = read(*point);
        if (estimate == nullptr || !estimate->mean) {
            continue; // not measured is no point
        }
        CurvePoint mark{line.strength(*point), factor * *estimate->mean, std::nullopt};
        if (const auto& interval = estimate->interval) {
            mark.interval = Interval{factor * interval->lo, factor * interval->hi};
        }
        curve.points.push_back(mark);
    }
    if (!curve.points.empty()) {
        figure.curves.push_back(std::move(curve));
    }
}

CurveFigure figureOf(const Line& line, const std::string& what, const std::string& yAxis) {
    CurveFigure figure;
    figure.title = fmt::format("{} of {} against {}", what, line.method(), line.axis());
    figure.xAxis = line.sweep.axis;
    figure.yAxis = yAxis;
    return figure;
}

CurveFigure accuracyFigure(const Line& line) {
    auto figure = figureOf(line, "Accuracy", "accuracy on the test set, %");
    const auto add = [&](const std::string& label, Estimate StudyCondition::*member) {
        addCurve(figure, line, label, 100.0, [=](const auto& point) { return &(point.*member); });
    };
    add("receiver after", &StudyCondition::after);
    add("source", &StudyCondition::source);
    add("receiver before", &StudyCondition::before);
    for (const auto& id : controlsOf(line)) {
        addCurve(figure, line, "control " + id.value, 100.0,
                 [&](const auto& point) { return controlOf(point, id); });
    }
    return figure;
}

void addFigure(std::vector<ReportFigure>& figures, const Line& line, const CurveFigure& figure) {
    auto svg = curveSvg(figure);
    if (!svg.empty()) {
        figures.push_back(
            {std::move(svg),
             fmt::format("{}, mean over pairs; whiskers are {:g}% intervals over seeds. Marks of "
                         "one value stand beside each other.",
                         figure.title, 100.0 * line.summary.level)});
    }
}

std::string driftText(const Estimate& drift) {
    if (!drift.mean) {
        return std::string(kDash);
    }
    return drift.interval ? fmt::format("{:.3f} [{:.3f}, {:.3f}]", *drift.mean, drift.interval->lo,
                                        drift.interval->hi)
                          : fmt::format("{:.3f} (n = {})", *drift.mean, drift.count);
}

ReportTable tableOf(const Line& line, std::size_t number) {
    constexpr auto kNumber = ColumnKind::Number;
    ReportTable table;
    table.id = fmt::format("shift-{}", number);
    table.caption =
        fmt::format("{} against {}: means over pairs with {:g}% intervals over seeds, n seeds. "
                    "Warned: runs in which the check before the transfer told the reference inputs "
                    "from the source's own (at most 5% do by chance).",
                    line.method(), line.axis(), 100.0 * line.summary.level);
    table.columns = {
        {"Strength", kNumber}, {"Source %", kNumber}, {"Before %", kNumber}, {"After %", kNumber}};
    const auto controls = controlsOf(line);
    for (const auto& id : controls) {
        table.columns.push_back({"Control " + id.value + " %", kNumber});
    }
    for (const char* title : {"Agreement %", "Output drift, nats", "Warned", "Pairs", "n"}) {
        table.columns.push_back({title, kNumber});
    }
    for (const auto* point : line.points) {
        ReportRow row;
        row.fields = {fmt::format("{:g}", line.strength(*point)), estimateText(point->source),
                      estimateText(point->before), estimateText(point->after)};
        for (const auto& id : controls) {
            const auto* control = controlOf(*point, id);
            row.fields.push_back(control != nullptr ? estimateText(*control) : std::string(kDash));
        }
        row.fields.push_back(estimateText(point->agreement));
        row.fields.push_back(driftText(point->outputDrift));
        row.fields.push_back(point->checked > 0
                                 ? fmt::format("{} of {}", point->warned, point->checked)
                                 : std::string(kDash));
        row.fields.push_back(fmt::format("{}", point->pairs));
        row.fields.push_back(fmt::format("{}", point->after.count));
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

std::vector<ReportFigure> shiftFigures(const StudySummary& summary) {
    std::vector<ReportFigure> figures;
    forEachLine(summary, [&](const Line& line) {
        addFigure(figures, line, accuracyFigure(line));
        auto agreement = figureOf(line, "Agreement", "agreement with the source, %");
        addCurve(agreement, line, line.method(), 100.0,
                 [](const auto& point) { return &point.agreement; });
        addFigure(figures, line, agreement);
        auto drift = figureOf(line, "Output drift", "output drift at the end, nats");
        addCurve(drift, line, line.method(), 1.0,
                 [](const auto& point) { return &point.outputDrift; });
        addFigure(figures, line, drift);
    });
    return figures;
}

std::vector<ReportTable> shiftTables(const StudySummary& summary) {
    std::vector<ReportTable> tables;
    forEachLine(summary,
                [&](const Line& line) { tables.push_back(tableOf(line, tables.size() + 1)); });
    return tables;
}

} // namespace tessera::experiment
