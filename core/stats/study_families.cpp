#include "core/stats/recovery.h"
#include "core/stats/study_parts.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tessera::stats {

namespace {

std::string receiverFamily(const MeasuredRow& row) {
    const auto& architecture = row.row->cell.experiment.receiver.network.architecture;
    return architecture ? architecture->family.value : "file";
}

StudyFamily familyOf(std::span<const MeasuredRow> rows, double level) {
    const auto over = [&](const Figure& figure) {
        return estimateOf(seedMeans(cellsOf(rows, figure)), level);
    };
    StudyFamily family;
    family.method = rows.front().place.method;
    family.setting = rows.front().place.setting;
    family.receiver = receiverFamily(rows.front());
    std::set<std::size_t> pairs;
    for (const auto& row : rows) {
        pairs.insert(row.place.pair);
    }
    family.pairs = pairs.size();
    family.runs = rows.size();
    family.source = over(&RunSummary::sourceAccuracy);
    family.before = over(&RunSummary::accuracyBefore);
    family.after = over(&RunSummary::accuracyAfter);
    family.change = over(changeOf);
    family.agreement = over(&RunSummary::agreement);
    family.recovery = recoveryOver(rows);
    return family;
}

} // namespace

std::optional<double> recoveryOver(std::span<const MeasuredRow> rows) {
    std::vector<RunAccuracies> runs;
    std::int64_t items = 0;
    for (const auto& row : rows) {
        const auto& summary = row.row->summary;
        const auto source = measuredValue(summary.sourceAccuracy);
        const auto before = measuredValue(summary.accuracyBefore);
        if (source && before) {
            runs.push_back({*source, *before, *summary.accuracyAfter});
            items = summary.testSize.value_or(0); // only asked of a single run
        }
    }
    return recovery(runs, items);
}

void addFamilies(std::span<const MeasuredRow> rows, const StudyChoices& choices,
                 StudySummary& summary) {
    using Key = std::tuple<std::size_t, std::size_t, std::string>;
    const auto parts = rowsBy<Key>(rows, [](const auto& row) {
        return Key(row.place.setting, row.place.method, receiverFamily(row));
    });
    for (const auto& [key, mine] : parts) {
        summary.families.push_back(familyOf(mine, choices.level));
    }
}

} // namespace tessera::stats
