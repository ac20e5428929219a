#pragma once

#include <optional>
#include <vector>

namespace tessera::fingerprint {

struct MatchedPair {
    int source = 0;   // row
    int receiver = 0; // column
    double score = 0.0;
    friend bool operator==(const MatchedPair&, const MatchedPair&) = default;
};

// Order-preserving one-to-one matching: pairs (i, j) that increase in both, with the largest total
// score; dynamic programme in O(rows * columns). Scores that are not measured or not positive are
// never matched: such a pair says nothing. Ties prefer the earlier layers.
[[nodiscard]] std::vector<MatchedPair>
matchInOrder(const std::vector<std::vector<std::optional<double>>>& scores);

// One-to-one matching with the largest total score of all, in any order; by source. O(n^3). What
// says nothing is never matched either.
[[nodiscard]] std::vector<MatchedPair>
matchForLargestTotal(const std::vector<std::vector<std::optional<double>>>& scores);

// The pair with the largest score first, then the largest of what is left, and so on; by source.
// Ties prefer the earlier layers. What says nothing is never matched either.
[[nodiscard]] std::vector<MatchedPair>
matchBestFirst(const std::vector<std::vector<std::optional<double>>>& scores);

} // namespace tessera::fingerprint
