#pragma once

#include "core/api/snapshot.h"

#include <cmath>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

// Small snapshots that could come from a run.
namespace tessera::test {

inline Matrix matrixOf(std::int64_t rows, std::int64_t columns, float first) {
    Matrix matrix{rows, columns, {}};
    for (std::int64_t i = 0; i < rows * columns; ++i) {
        matrix.values.push_back(first + 0.25F * static_cast<float>(i));
    }
    return matrix;
}

// The snapshots of one run with three samples of 2 x 2 pixels and three classes.
class SnapshotSeries {
public:
    static constexpr std::int64_t kSamples = 3;

    std::shared_ptr<SampleSet> samples = std::make_shared<SampleSet>();
    std::shared_ptr<NetworkRows> source = std::make_shared<NetworkRows>();

    SnapshotSeries() {
        samples->input = {InputKind::Image, 2, 2, 1, 0};
        samples->classes = 3;
        samples->total = 40;
        samples->inputs = matrixOf(kSamples, 4, 0.0F);
        samples->labels = {2, -1, 0};
        *source = network({"layers.1", "layers.0", "feature"}, 1.0F);
    }

    // What the receiver shows depends on the step.
    [[nodiscard]] std::shared_ptr<Snapshot> at(std::int64_t step) const {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = step;
        snapshot->samples = samples;
        snapshot->source = source;
        snapshot->receiver = std::make_shared<NetworkRows>(
            network({"conv \"é\"", "feature"}, 100.0F + static_cast<float>(step)));
        snapshot->axisShares = {0.75, 0.125};
        snapshot->drift = {0.5F, std::nanf(""), static_cast<float>(step)};
        return snapshot;
    }

    [[nodiscard]] static NetworkRows network(const std::vector<std::string>& layers, float first) {
        NetworkRows network;
        for (const auto& layer : layers) {
            const auto width = static_cast<std::int64_t>(network.layers.size()) + 1;
            network.layers.push_back({layer, matrixOf(kSamples, width, first)});
        }
        network.hub = matrixOf(kSamples, 2, -first);
        network.predicted = {2, 1, 7}; // a receiver may have more classes than the data
        return network;
    }
};

} // namespace tessera::test
