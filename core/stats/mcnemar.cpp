#include "core/stats/mcnemar.h"

#include <boost/math/distributions/binomial.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace tessera::stats {

Result<McNemar> mcnemar(const std::vector<bool>& firstCorrect,
                        const std::vector<bool>& secondCorrect) {
    if (firstCorrect.size() != secondCorrect.size()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("McNemar's test needs the same items on both sides, not {} and {}",
                                firstCorrect.size(), secondCorrect.size()));
    }
    McNemar result;
    if (firstCorrect.empty()) {
        return result;
    }
    for (std::size_t i = 0; i < firstCorrect.size(); ++i) {
        result.onlyFirst += firstCorrect[i] && !secondCorrect[i] ? 1 : 0;
        result.onlySecond += !firstCorrect[i] && secondCorrect[i] ? 1 : 0;
    }
    const std::int64_t discordant = result.onlyFirst + result.onlySecond;
    if (discordant == 0) {
        result.pValue = 1.0;
        return result;
    }
    const boost::math::binomial chance(static_cast<double>(discordant), 0.5);
    const auto fewer = static_cast<double>(std::min(result.onlyFirst, result.onlySecond));
    result.pValue = std::min(1.0, 2.0 * boost::math::cdf(chance, fewer));
    return result;
}

} // namespace tessera::stats
