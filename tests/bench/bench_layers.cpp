// How long a comparison of 36 layers with 36 takes, on 500 samples and with 100 permutations, for
// every measure. Prints JSON with seconds. Not a test: it judges nothing.
//
//     bench_layers [WIDTH [LAYERS]]       64 and 36 if left out
#include "core/jobs/compare_layers.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <random>
#include <string>

namespace {

using namespace tessera;

constexpr std::int64_t kRows = 500;

std::shared_ptr<NetworkRows> network(std::int64_t width, int layers, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> draw;
    auto network = std::make_shared<NetworkRows>();
    for (int i = 0; i < layers; ++i) {
        LayerRows layer{"layers." + std::to_string(i), {kRows, width, {}}};
        layer.values.values.resize(static_cast<std::size_t>(kRows * width));
        for (float& value : layer.values.values) {
            value = draw(random);
        }
        network->layers.push_back(std::move(layer));
    }
    return network;
}

} // namespace

int main(int argc, char** argv) {
    const std::int64_t width = argc > 1 ? std::atoll(argv[1]) : 64;
    const int layers = argc > 2 ? std::atoi(argv[2]) : 36;
    LayerComparisonRequest request;
    request.source = network(width, layers, 1);
    request.receiver = network(width, layers, 2);
    std::printf("{\"width\": %lld, \"layers\": %d", static_cast<long long>(width), layers);
    for (const auto kind : {SimilarityKind::UnbiasedCka, SimilarityKind::LinearCka,
                            SimilarityKind::MutualNeighbours, SimilarityKind::Procrustes}) {
        request.kind = kind;
        const auto start = std::chrono::steady_clock::now();
        const auto result = jobs::compareLayers(request, {});
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        std::printf(", \"%s\": {\"seconds\": %.3f, \"permutations\": %d}", similarityName(kind),
                    seconds.count(), result ? (*result)->permutations : -1);
        std::fflush(stdout);
    }
    std::puts("}");
    return 0;
}
