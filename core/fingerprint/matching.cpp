#include "core/fingerprint/matching.h"

#include "core/fingerprint/assignment.h"

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

std::vector<MatchedPair>
matchForLargestTotal(const std::vector<std::vector<std::optional<double>>>& scores) {
    // A pair that says nothing costs as much as no pair at all, so the assignment, which leaves
    // nobody out, is a matching once those are taken away.
    std::vector<std::vector<double>> costs;
    for (const auto& row : scores) {
        auto& added = costs.emplace_back();
        for (const auto& score : row) {
            added.push_back(-std::max(0.0, score.value_or(0.0)));
        }
    }
    std::vector<MatchedPair> pairs;
    const auto columns = cheapestAssignment(costs);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] >= 0) {
            const double score = -costs[i][static_cast<std::size_t>(columns[i])];
            if (score > 0.0) {
                pairs.push_back({static_cast<int>(i), columns[i], score});
            }
        }
    }
    return pairs;
}

std::vector<MatchedPair>
matchBestFirst(const std::vector<std::vector<std::optional<double>>>& scores) {
    std::vector<MatchedPair> all;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        for (std::size_t j = 0; j < scores[i].size(); ++j) {
            if (const double score = std::max(0.0, scores[i][j].value_or(0.0)); score > 0.0) {
                all.push_back({static_cast<int>(i), static_cast<int>(j), score});
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const MatchedPair& a, const MatchedPair& b) { return a.score > b.score; });
    std::vector<MatchedPair> pairs;
    for (const auto& candidate : all) {
        if (std::none_of(pairs.begin(), pairs.end(), [&](const MatchedPair& taken) {
                return taken.source == candidate.source || taken.receiver == candidate.receiver;
            })) {
            pairs.push_back(candidate);
        }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const MatchedPair& a, const MatchedPair& b) { return a.source < b.source; });
    return pairs;
}

} // namespace tessera::fingerprint
