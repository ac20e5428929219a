#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"

#include <span>
#include <vector>

namespace tessera::token {

// Vectors of several tokens made one, coordinate by coordinate in float64.
//   Mean      sum v_i / n
//   Weighted  sum w_i v_i / sum w_i
//   Trimmed   per coordinate, the mean without the k smallest and the k largest numbers,
//             k = max(1, floor(fraction * n)); k = 0 where n < 3 or fraction = 0
//   Median    per coordinate; of an even count the mean of the two in the middle
//   Robust    c_i = cosine of v_i and the median (0 for vectors of length 0); weighted mean of the
//             v_i with c_i >= the 10th percentile of all c, read at 0.1 (n - 1) between the sorted
//             ones; the median if all weight lay on the others. The reference's rule: of 2 to 11
//             vectors it leaves out the one of the lowest cosine, be it honest or not.
// How far to trust them: one vector decides a mean alone, by its length or its weight. Median and
// trimmed mean hold as long as fewer than half, or up to k, are hostile. Robust holds against a
// tenth that point elsewhere, and not against one that points like the others and is very long.
// Weights are the caller's; a token never states its own. unitLength scales to Euclidean length 1
// what is not all zero. InvalidArgument: no vectors, different lengths, a number that is not
// finite, a count of weights that is not n, a weight that is negative or not finite, weights that
// sum to 0, a fraction outside [0, 0.5).
[[nodiscard]] Result<std::vector<float>>
mergeVectors(const std::vector<std::span<const float>>& vectors, const TokenMerge& how);

// The merged token. Knowledge type: the one that all have, else Swarm; version: the one that all
// have, else this program's; generation: largest + 1. Epsilon and delta: for disjoint data the
// largest would do, for the same data it takes the sum; nobody can know, so the sum is claimed
// (basic composition, Dwork et al. 2006), infinity if one is infinite; delta at most 1. Modality
// weights: means, where one lacks a modality it has 0. Drift: not measured. Source ids joined with
// " + "; target, projection hints and every entry of the correlation map and of custom metadata
// stay if all agree on them. The time is now. Lineage: every input is a parent.
// x["twb.merge"] = {rule, weights or nil = equal, trimmed_fraction (Trimmed only), unit_length,
// inputs: content hashes, privacy}. Statements about one input alone do not go along: signatures,
// x["twb.privacy"], x["twb.merge"]; x["twb.drift"] = nil.
// InvalidArgument: fewer than two tokens, one that no file could hold, the largest generation there
// is, codes of mergeVectors().
[[nodiscard]] Result<Token> mergeTokens(const std::vector<Token>& tokens, const TokenMerge& how);

} // namespace tessera::token
