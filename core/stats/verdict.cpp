#include "core/stats/verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tessera::stats {

namespace {

// Percentage points; never "-0.0".
std::string points(double fraction) {
    const double value = 100.0 * fraction;
    return fmt::format("{:.1f}", std::fabs(value) < 0.05 ? 0.0 : value);
}

// "[1.2, 5.0], p = 0.004 (Holm), n = 5"; turned round for a sentence about the loser.
std::string evidence(const Difference& difference, double turn) {
    const double lo = turn * difference.interval->lo;
    const double hi = turn * difference.interval->hi;
    auto text = fmt::format("[{}, {}]", points(std::min(lo, hi)), points(std::max(lo, hi)));
    if (difference.pHolm) {
        text += fmt::format(", {} (Holm)", pWords(*difference.pHolm));
    } else if (difference.pValue) {
        text += ", " + pWords(*difference.pValue);
    }
    return text + fmt::format(", n = {}", difference.count);
}

std::string oneSeed(const Difference& difference, std::string_view other) {
    constexpr const char* kWhy = "n = 1, no interval over seeds";
    if (*difference.mean == 0.0) {
        return fmt::format("equal to {} on the only seed: {}", other, kWhy);
    }
    return fmt::format("{} points {} {} on the only seed: {}", points(std::fabs(*difference.mean)),
                       *difference.mean > 0.0 ? "above" : "below", other, kWhy);
}

} // namespace

Difference differenceOf(const PairedComparison& comparison) {
    Difference difference;
    difference.count = comparison.difference.count;
    difference.mean = comparison.difference.mean;
    difference.interval = comparison.interval;
    difference.pValue = comparison.pValue;
    return difference;
}

Finding findingOf(const Difference& difference, double alpha) {
    if (difference.count == 0 || !difference.mean) {
        return Finding::NotMeasured;
    }
    if (difference.count == 1 || !difference.interval) {
        return Finding::OneSeed;
    }
    const auto p = difference.pHolm ? difference.pHolm : difference.pValue;
    if (!p) {
        // A subtraction's rounding is no difference.
        return std::fabs(*difference.mean) < 1e-12 ? Finding::Identical : Finding::NoSpread;
    }
    const bool coversZero = difference.interval->lo <= 0.0 && difference.interval->hi >= 0.0;
    if (coversZero || *p > alpha) {
        return Finding::NotDistinguishable;
    }
    return *difference.mean > 0.0 ? Finding::Better : Finding::Worse;
}

std::string differenceWords(const Difference& difference, std::string_view other, double alpha) {
    switch (findingOf(difference, alpha)) {
    case Finding::NotMeasured:
        return fmt::format("not compared with {}: no seed has both", other);
    case Finding::OneSeed:
        return oneSeed(difference, other);
    case Finding::Identical:
        return fmt::format("equal to {} on every seed, n = {}", other, difference.count);
    case Finding::NoSpread:
        return fmt::format("{} points {} {} on every seed alike: no spread, so no test, n = {}",
                           points(std::fabs(*difference.mean)),
                           *difference.mean > 0.0 ? "above" : "below", other, difference.count);
    case Finding::NotDistinguishable:
        return fmt::format("not distinguishable from {} (difference {} points {})", other,
                           points(*difference.mean), evidence(difference, 1.0));
    case Finding::Better:
        return fmt::format("better than {} by {} points {}", other, points(*difference.mean),
                           evidence(difference, 1.0));
    case Finding::Worse:
        return fmt::format("worse than {} by {} points {}", other, points(-*difference.mean),
                           evidence(difference, -1.0));
    }
    return {};
}

std::string pWords(double pValue) {
    if (pValue < 0.001) {
        return "p < 0.001";
    }
    return fmt::format("p = {:.{}f}", pValue, pValue < 0.0995 ? 3 : 2);
}

} // namespace tessera::stats
