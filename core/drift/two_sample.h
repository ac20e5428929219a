#pragma once

#include <torch/types.h>

#include <cstdint>
#include <optional>

namespace tessera::drift {

// Whether two samples of rows are from one distribution.
struct TwoSampleResult {
    double score = 0.0;     // MMD^2, unbiased; about 0 or below it where they are
    double threshold = 0.0; // that chance exceeds in a share alpha of the cases
    double pValue = 1.0;
};

// The unbiased squared maximum mean discrepancy (Gretton, Borgwardt, Rasch, Schoelkopf and Smola
// 2012, eq. 3) of rows x (m, d) and y (n, d):
//   MMD^2 = sum_{i!=j} k(x_i,x_j)/(m(m-1)) + sum_{i!=j} k(y_i,y_j)/(n(n-1))
//           - 2 sum k(x_i,y_j)/(mn),   k(a,b) = exp(-|a-b|^2 / (2 s^2)),
// s the median of the distances between all rows (their median heuristic). Its null distribution
// comes from 499 random relabellings drawn by `seed`, p = (1 + #{as large}) / 500 (Phipson and
// Smyth 2010): where the rows of both samples are exchangeable, p <= a in a share a of the
// cases at most, whatever the distribution. Of each sample the first 500 rows are taken. float64.
// Empty: fewer than ten rows of either, other widths, not finite, or no distance between the rows.
[[nodiscard]] std::optional<TwoSampleResult>
compareSamples(const torch::Tensor& x, const torch::Tensor& y, std::uint64_t seed, double alpha);

} // namespace tessera::drift
