#include "core/fingerprint/matching.h"

#include <algorithm>

namespace tessera::fingerprint {

std::vector<MatchedPair>
matchInOrder(const std::vector<std::vector<std::optional<double>>>& scores) {
    const std::size_t rows = scores.size();
    const std::size_t columns = rows == 0 ? 0 : scores.front().size();
    const auto score = [&](std::size_t i, std::size_t j) {
        return std::max(0.0, scores[i][j].value_or(0.0));
    };
    // best[i][j]: the largest total using rows from i and columns from j on.
    std::vector<std::vector<double>> best(rows + 1, std::vector<double>(columns + 1, 0.0));
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            best[i][j] =
                std::max({score(i, j) + best[i + 1][j + 1], best[i + 1][j], best[i][j + 1]});
        }
    }
    std::vector<MatchedPair> pairs;
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (score(i, j) > 0.0 && best[i][j] == score(i, j) + best[i + 1][j + 1]) {
            pairs.push_back({static_cast<int>(i), static_cast<int>(j), score(i, j)});
            ++i;
            ++j;
        } else if (best[i][j] == best[i][j + 1]) {
            ++j;
        } else {
            ++i;
        }
    }
    return pairs;
}

} // namespace tessera::fingerprint
