#include "ui/compare/compare_tables.h"

#include "ui/compare/compare_text.h"
#include "ui/strings/strings.h"

#include <QCoreApplication>

#include <algorithm>

namespace tessera::ui {

namespace {

struct CompareTablesWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::Compare)
};

QString fateOf(const RunRecord& run) {
    return run.failure.empty() ? stateText(run.state)
                               : CompareTablesWords::tr("%1: %2", "state: reason")
                                     .arg(stateText(run.state), fromUtf8(run.failure));
}

QString againstText(const CompareData& data, std::size_t group) {
    if (group == data.choice.reference) {
        return CompareTablesWords::tr("the others are compared with it");
    }
    const auto& comparisons = data.result.comparisons;
    const auto found =
        std::find_if(comparisons.begin(), comparisons.end(),
                     [&](const GroupComparison& each) { return each.second == group; });
    return found != comparisons.end() ? differenceText(data, *found) : QString();
}

} // namespace

PlotTable fieldTable(const CompareData& data, FieldChoice choice) {
    PlotTable table;
    table.columns << CompareTablesWords::tr("Field");
    std::vector<QVariant> states{CompareTablesWords::tr("State")};
    for (const auto& run : data.runs) {
        table.columns << runText(run);
        states.emplace_back(fateOf(run));
    }
    table.rows.push_back(std::move(states));
    for (const auto& field : data.fields) {
        if (choice == FieldChoice::Different && !field.differs) {
            continue;
        }
        std::vector<QVariant> row{fromUtf8(field.name)};
        for (const auto& value : field.values) {
            row.push_back(value.empty() ? QVariant() : QVariant(fromUtf8(value)));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

PlotTable groupTable(const CompareData& data) {
    const auto measure = data.choice.measure;
    const auto& groups = data.result.groups.groups;
    PlotTable table;
    table.columns = {CompareTablesWords::tr("Group"),
                     CompareTablesWords::tr("What is different"),
                     CompareTablesWords::tr("N (seeds)"),
                     measureAxisText(measure),
                     CompareTablesWords::tr("95% interval over seeds"),
                     groups.size() > 1
                         ? CompareTablesWords::tr("Group %1 is ...").arg(data.choice.reference + 1)
                         : CompareTablesWords::tr("Compared")};
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto& figures = data.result.figures[i];
        auto interval = figures.interval ? CompareTablesWords::tr("%1 to %2")
                                               .arg(measuredText(measure, figures.interval->lo),
                                                    measuredText(measure, figures.interval->hi))
                                         : countRemark(figures);
        if (figures.unmeasured > 0) {
            interval = CompareTablesWords::tr("%1; %n run(s) without this value", nullptr,
                                              static_cast<int>(figures.unmeasured))
                           .arg(interval);
        }
        table.rows.push_back(
            {static_cast<qlonglong>(i + 1), fromUtf8(groups[i].label),
             static_cast<qlonglong>(figures.seeds),
             figures.mean ? QVariant(axisValue(measure, *figures.mean)) : QVariant(), interval,
             againstText(data, i)});
    }
    return table;
}

} // namespace tessera::ui
