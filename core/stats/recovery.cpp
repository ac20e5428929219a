#include "core/stats/recovery.h"

#include "core/stats/intervals.h"

#include <cmath>
#include <vector>

namespace tessera::stats {

namespace {

std::optional<double> gapError(std::span<const RunAccuracies> runs, const Summary& gap,
                               std::int64_t testSize) {
    if (runs.size() != 1) {
        return gap.standardError;
    }
    if (testSize <= 0) {
        return std::nullopt;
    }
    const double p1 = runs[0].source;
    const double p2 = runs[0].before;
    return std::sqrt((p1 * (1.0 - p1) + p2 * (1.0 - p2)) / static_cast<double>(testSize));
}

} // namespace

std::optional<double> recovery(std::span<const RunAccuracies> runs, std::int64_t testSize) {
    std::vector<double> gaps;
    std::vector<double> gains;
    for (const auto& run : runs) {
        gaps.push_back(run.source - run.before);
        gains.push_back(run.after - run.before);
    }
    const Summary gap = summarise(gaps);
    const Summary gain = summarise(gains);
    const auto error = gapError(runs, gap, testSize);
    // Written so that a NaN error (an accuracy outside 0..1) refuses as well.
    if (!gap.mean || !gain.mean || !error || !(*gap.mean > 0.0) || !(*gap.mean >= 2.0 * *error)) {
        return std::nullopt;
    }
    return *gain.mean / *gap.mean;
}

} // namespace tessera::stats
