#include "core/stats/gaussian_dp.h"

#include <boost/math/constants/constants.hpp>
#include <boost/math/quadrature/gauss.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

// Everything is written in a = epsilon/mu - mu/2 and b = a + mu. Then e^epsilon phi(b) = phi(a),
// and
//   delta = Phi(-a) - e^epsilon Phi(-b) = phi(a) (R(a) - R(b)),   R(x) = Phi(-x)/phi(x),
// R being Mills' ratio. The exponential, which overflows, is gone, and so is the difference of two
// nearly equal tails. delta falls with a, for a fixed epsilon as for a fixed mu.
namespace tessera::stats {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

double density(double x) {
    return boost::math::constants::one_div_root_two_pi<double>() * std::exp(-0.5 * x * x);
}

double upperTail(double x) {
    return 0.5 * boost::math::erfc(x * boost::math::constants::one_div_root_two<double>());
}

// Above this the continued fraction below has converged with kFractionTerms terms.
constexpr double kFractionFrom = 4.0;
constexpr int kFractionTerms = 60;

// F of R(x) = 1/(x + 1/F), F = x + 2/(x + 3/(x + ...)) (Laplace's continued fraction).
double laplaceFraction(double x) {
    double value = x;
    for (int k = kFractionTerms; k >= 2; --k) {
        value = x + k / value;
    }
    return value;
}

double millsRatio(double x) {
    return x < kFractionFrom ? upperTail(x) / density(x) : 1.0 / (x + 1.0 / laplaceFraction(x));
}

// -R'(x) = 1 - x R(x), which is 1/(x F + 1) and loses no digits for a large x in that form.
double millsSlope(double x) {
    return x < kFractionFrom ? 1.0 - x * millsRatio(x) : 1.0 / (x * laplaceFraction(x) + 1.0);
}

// The natural logarithm of delta, for a and mu = b - a > 0; a >= -mu/2, since epsilon >= 0.
double logDelta(double a, double mu) {
    const double b = a + mu;
    constexpr double kClose = 0.5; // R(a) - R(b) cancels below: integrate the slope instead
    double difference = 0.0;
    if (mu < kClose) {
        difference = boost::math::quadrature::gauss<double, 15>::integrate(millsSlope, a, b);
    } else if (a > 0.0) {
        difference = millsRatio(a) - millsRatio(b);
    } else {
        // phi(a) R(a) would be 0 times infinity far out on this side.
        return std::log(upperTail(a) - density(a) * millsRatio(b));
    }
    return -0.5 * a * a - std::log(boost::math::constants::root_two_pi<double>()) +
           std::log(difference);
}

// mu of a fixed epsilon: the positive root of mu^2 + 2 a mu - 2 epsilon.
double muAt(double a, double epsilon) {
    const double b = std::hypot(a, boost::math::constants::root_two<double>() * std::sqrt(epsilon));
    return a > 0.0 ? 2.0 * (epsilon / (b + a)) : b - a;
}

// The a at which logDelta(a, muOf(a)) = ln(delta), on the side of the smaller delta. delta <=
// Phi(-a) bounds it from above for every double delta; `lowest` is where delta is known to be more.
template <class MuOf>
double solveForA(double delta, double lowest, MuOf muOf) {
    constexpr double kHighest = 40.0;
    const double target = std::log(delta);
    // The floor keeps minus infinity (delta 0) out of the solver's interpolation.
    constexpr double kFloor = -1e4;
    const auto excess = [&](double a) { return std::max(kFloor, logDelta(a, muOf(a)) - target); };
    std::uintmax_t iterations = 200;
    const auto bracket = boost::math::tools::toms748_solve(
        excess, lowest, kHighest, boost::math::tools::eps_tolerance<double>(52), iterations);
    return bracket.second;
}

// True only inside; NaN is outside of everything.
bool isPositive(double value) {
    return value > 0.0 && value < kInfinity;
}

tl::unexpected<Error> outOfRange(const char* name, double value, const char* allowed) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("{} is {}; it must be {}", name, value, allowed));
}

Result<void> checkBudget(double epsilon, double delta) {
    if (!(epsilon > 0.0)) {
        return outOfRange("epsilon", epsilon, "above 0 (infinity for no noise)");
    }
    if (!(delta > 0.0 && delta < 1.0)) {
        return outOfRange("delta", delta, "above 0 and below 1");
    }
    return {};
}

} // namespace

Result<double> gaussianDelta(double epsilon, double sensitivity, double sigma) {
    if (!(epsilon >= 0.0)) {
        return outOfRange("epsilon", epsilon, "0 or more");
    }
    const auto mu = gdpMu(sensitivity, sigma);
    if (!mu) {
        return fail(mu.error());
    }
    if (epsilon == kInfinity || *mu == 0.0) {
        return 0.0;
    }
    if (*mu == kInfinity) {
        return 1.0;
    }
    return std::exp(logDelta(epsilon / *mu - 0.5 * *mu, *mu));
}

Result<double> analyticSigma(double epsilon, double delta, double sensitivity) {
    if (auto budget = checkBudget(epsilon, delta); !budget) {
        return fail(budget.error());
    }
    if (!isPositive(sensitivity)) {
        return outOfRange("sensitivity", sensitivity, "a finite number above 0");
    }
    if (epsilon == kInfinity) {
        return 0.0;
    }
    // At a = -10, delta is 1 to the last bit, whatever epsilon.
    const auto muOf = [&](double a) { return muAt(a, epsilon); };
    return sensitivity / muOf(solveForA(delta, -10.0, muOf));
}

Result<double> classicalSigma(double epsilon, double delta) {
    if (auto budget = checkBudget(epsilon, delta); !budget) {
        return fail(budget.error());
    }
    return std::sqrt(2.0 * std::log(1.25 / delta)) / epsilon;
}

Result<double> gdpMu(double sensitivity, double sigma) {
    if (!isPositive(sensitivity)) {
        return outOfRange("sensitivity", sensitivity, "a finite number above 0");
    }
    if (!(sigma >= 0.0)) {
        return outOfRange("sigma", sigma, "0 or more");
    }
    return sensitivity / sigma;
}

Result<double> composeGdp(std::span<const double> mus) {
    double total = 0.0;
    for (const double mu : mus) {
        if (!(mu >= 0.0)) {
            return outOfRange("mu", mu, "0 or more");
        }
        total = std::hypot(total, mu);
    }
    return total;
}

Result<double> gdpEpsilon(double mu, double delta) {
    if (!(mu >= 0.0)) {
        return outOfRange("mu", mu, "0 or more");
    }
    if (auto budget = checkBudget(1.0, delta); !budget) {
        return fail(budget.error());
    }
    if (mu == kInfinity) {
        return kInfinity;
    }
    // At epsilon 0, where a = -mu/2, delta is the total variation distance 2 Phi(mu/2) - 1.
    if (mu == 0.0 || logDelta(-0.5 * mu, mu) <= std::log(delta)) {
        return 0.0;
    }
    const double lowest = std::max(-0.5 * mu, -10.0);
    return mu * (solveForA(delta, lowest, [&](double) { return mu; }) + 0.5 * mu);
}

} // namespace tessera::stats
