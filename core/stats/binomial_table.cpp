#include "core/stats/binomial_table.h"

#include <algorithm>
#include <cmath>

namespace tessera::stats {

BinomialTable::BinomialTable(std::int64_t trials, double chance) {
    constexpr double kNegligible = 1e-16;
    const double p = std::clamp(chance, 0.0, 1.0);
    const double odds = p / (1.0 - p); // infinite for a certain one, which stays at its mode
    const auto mode = std::min(
        trials, static_cast<std::int64_t>(std::floor(static_cast<double>(trials + 1) * p)));
    // Both ways from the mode, whose own probability is only a factor:
    //   P(k + 1) / P(k) = (trials - k)/(k + 1) p/(1 - p).
    std::vector<double> below;
    double weight = 1.0;
    for (auto k = mode; k > 0; --k) {
        weight *= static_cast<double>(k) / (static_cast<double>(trials - k + 1) * odds);
        if (!(weight > kNegligible)) {
            break;
        }
        below.push_back(weight);
    }
    m_first = mode - static_cast<std::int64_t>(below.size());
    m_upTo.assign(below.rbegin(), below.rend());
    m_upTo.push_back(1.0);
    weight = 1.0;
    for (auto k = mode; k < trials; ++k) {
        weight *= static_cast<double>(trials - k) / static_cast<double>(k + 1) * odds;
        if (!(weight > kNegligible)) {
            break;
        }
        m_upTo.push_back(weight);
    }
    for (std::size_t i = 1; i < m_upTo.size(); ++i) {
        m_upTo[i] += m_upTo[i - 1];
    }
}

std::int64_t BinomialTable::draw(Random& random) const {
    const double share = static_cast<double>(random() >> 11U) * 0x1p-53; // 0 <= share < 1
    const auto found = std::upper_bound(m_upTo.begin(), m_upTo.end(), share * m_upTo.back());
    const auto at = std::min<std::ptrdiff_t>(found - m_upTo.begin(),
                                             static_cast<std::ptrdiff_t>(m_upTo.size()) - 1);
    return m_first + at;
}

} // namespace tessera::stats
