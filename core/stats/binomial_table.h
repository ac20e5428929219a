#pragma once

#include "core/stats/random.h"

#include <cstdint>
#include <vector>

namespace tessera::stats {

// Draws from Binomial(trials, chance) by inverting its distribution function, which is kept for the
// numbers that are likelier than 1e-16 times the likeliest one. Unlike the standard library's, the
// same on every machine; and one draw is a search. A value; reading is safe on any thread.
class BinomialTable {
public:
    // trials >= 0; a chance outside 0..1 is moved there.
    BinomialTable(std::int64_t trials, double chance);

    [[nodiscard]] std::int64_t draw(Random& random) const;

private:
    std::int64_t m_first = 0;
    std::vector<double> m_upTo; // P(X <= m_first + i), up to a factor
};

} // namespace tessera::stats
