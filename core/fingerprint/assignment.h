#pragma once

#include <vector>

namespace tessera::fingerprint {

// The assignment problem: to each row a column of its own (or, if there are more rows, to each
// column a row), so that the sum of the costs is the least there is. Shortest augmenting paths with
// potentials (Jonker and Volgenant 1987), O(m^2 M) for the shorter side m and the longer M. Costs
// are finite, rows of one length. Returns the column of each row, -1 for a row without one.
[[nodiscard]] std::vector<int> cheapestAssignment(const std::vector<std::vector<double>>& costs);

} // namespace tessera::fingerprint
