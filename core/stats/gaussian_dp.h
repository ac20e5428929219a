#pragma once

#include <span>

#include "core/api/result.h"

// Differential privacy of Gaussian noise. Symbols: epsilon and delta as in (epsilon, delta)-DP,
// sensitivity = the largest L2 distance between the releases of neighbouring sets, sigma = standard
// deviation of the noise on each coordinate, mu = sensitivity / sigma. Pure functions, safe on any
// thread. All fail with InvalidArgument for NaN and for arguments outside the stated ranges.
// Solved values are rounded towards more noise and towards the larger loss.
namespace tessera::stats {

// delta of a release with noise sigma (Balle and Wang 2018, theorem 8):
//   delta = Phi(mu/2 - epsilon/mu) - e^epsilon Phi(-mu/2 - epsilon/mu).
// epsilon >= 0, sensitivity > 0 and finite, sigma >= 0. Keeps its relative accuracy in the tails,
// down to the smallest double.
[[nodiscard]] Result<double> gaussianDelta(double epsilon, double sensitivity, double sigma);

// The smallest sigma that is (epsilon, delta)-private: the analytic Gaussian mechanism (Balle and
// Wang 2018). epsilon > 0 (infinity = no privacy, sigma 0), 0 < delta < 1, sensitivity > 0 and
// finite.
[[nodiscard]] Result<double> analyticSigma(double epsilon, double delta, double sensitivity);

// The classical bound sqrt(2 ln(1.25/delta)) / epsilon for sensitivity 1 (Dwork and Roth 2014,
// theorem A.1). Proven for epsilon < 1 only and too little noise for a large epsilon; kept for
// comparison with implementations that use it. Ranges as in analyticSigma.
[[nodiscard]] Result<double> classicalSigma(double epsilon, double delta);

// Gaussian differential privacy (Dong, Roth and Su 2022): mu = sensitivity / sigma; infinite for
// sigma 0.
[[nodiscard]] Result<double> gdpMu(double sensitivity, double sigma);

// mu of several releases on the same data: sqrt(sum mu_i^2), exact for Gaussians (the same source,
// corollary 3.3). 0 for none. Every mu >= 0.
[[nodiscard]] Result<double> composeGdp(std::span<const double> mus);

// The epsilon >= 0 at which mu-GDP is (epsilon, delta)-DP (the same source, corollary 2.13):
// the inverse of gaussianDelta with mu = sensitivity / sigma. mu >= 0; infinite for an infinite mu,
// 0 where delta covers the whole distance between neighbours. 0 < delta < 1.
[[nodiscard]] Result<double> gdpEpsilon(double mu, double delta);

} // namespace tessera::stats
