#pragma once

// Transfers of about a second each, in rotation, for measures that need many of them.

#include "core/api/documents.h"

#include <array>
#include <cstdint>
#include <string>

namespace tessera::bench {

// The n-th of a rotation, from 0 on: five pairs of networks, then the same with the next of four
// seeds, so that there are twenty sources to train and no more. All the rest is as a new document
// has it: the controls, the token, everything that is recorded.
[[nodiscard]] inline Experiment smallTransfer(Documents& documents, int n,
                                              const std::string& name) {
    struct Pair {
        const char* source;
        const char* receiver;
    };
    constexpr std::array<Pair, 5> kPairs = {{{"mlp", "lstm"},
                                             {"conv", "mlp"},
                                             {"transformer", "gru"},
                                             {"vit", "conv"},
                                             {"lstm", "transformer"}}};
    constexpr int kSeeds = 4;
    const auto turn = static_cast<std::size_t>(n);
    const auto& pair = kPairs[turn % kPairs.size()];
    const auto small = [](const char* family, int width) {
        ArchitectureSpec spec;
        spec.family = ArchitectureId(family);
        spec.width = width;
        spec.depth = 1;
        return spec;
    };
    auto experiment = documents.defaultExperiment();
    experiment.name = name;
    experiment.seed = turn / kPairs.size() % kSeeds + 1;
    experiment.source.network.architecture = small(pair.source, 32);
    experiment.source.train.epochs = 1;
    experiment.receiver.network.architecture = small(pair.receiver, 16);
    experiment.data.splits = {200, 70, 40, 100};
    experiment.transfer.epochs = 1;
    experiment.transfer.hub.dim = 64;
    return experiment;
}

} // namespace tessera::bench
