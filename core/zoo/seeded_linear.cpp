#include "core/zoo/seeded_linear.h"

#include "core/zoo/initialise.h"

#include <cmath>

namespace tessera::zoo {

torch::nn::Linear seededLinear(std::int64_t in, std::int64_t out, std::uint64_t seed) {
    torch::nn::Linear layer(in, out);
    auto generator = makeGenerator(seed);
    const double bound = 1.0 / std::sqrt(static_cast<double>(in));
    const torch::NoGradGuard noGrad;
    layer->weight.uniform_(-bound, bound, generator);
    layer->bias.uniform_(-bound, bound, generator);
    return layer;
}

} // namespace tessera::zoo
