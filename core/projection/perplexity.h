#pragma once

#include "core/projection/neighbours.h"

#include <span>
#include <vector>

namespace tessera::projection {

// Fills `chances` with p_j = exp(-b d_j^2) / sum_k exp(-b d_k^2) for the distances d to a point's
// neighbours, the b (= 1 / 2 sigma^2) searched by halving so that the perplexity exp(H),
// H = -sum p ln p, is `perplexity` (van der Maaten and Hinton 2008); returns b. What cannot be met
// is met as nearly as can be: neighbours that are equally far have equal chances, and the
// perplexity is never below the number of neighbours that are nearest together.
double matchPerplexity(std::span<const float> distances, double perplexity,
                       std::span<float> chances);

// The perplexity that is used for so many points where `wanted` is asked for: at most a third of
// the others, and at least 1.
[[nodiscard]] double usablePerplexity(double wanted, std::int64_t points);

// Chances for every point's neighbours (count * k).
[[nodiscard]] std::vector<float> neighbourChances(const Neighbours& neighbours, double perplexity,
                                                  int threads);

} // namespace tessera::projection
