#pragma once

#include "core/zoo/network.h"

#include <ATen/core/Tensor.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

// How the axes of what a TorchScript network's submodules return are to be read. A file does not
// say it, so the network is run on two batches of different size: the axis that grows holds the
// samples. Which of the others is the width follows from the type of the submodule.
namespace tessera::zoo {

// What a submodule returned in both runs.
struct ScriptRecord {
    int place = 0; // as in TappedGraph
    int call = 0;  // of this submodule in the pass, from 1
    std::string path;
    std::string type; // "Conv2d"
    at::Tensor small, large;
};

struct ScriptTap {
    TapPoint point;
    int place = 0;
    int call = 0;
    std::int64_t sampleAxis = 0;
    bool channelsLast = false;       // its last axis is moved to the second place
    std::vector<std::int64_t> shape; // of one sample, as recorded
};

struct ScriptLayout {
    std::vector<ScriptTap> taps;              // in order of execution
    std::map<std::string, std::string> notes; // by path: why it is no tap, or that it was guessed
};

inline constexpr std::int64_t kSmallBatch = 2;
inline constexpr std::int64_t kLargeBatch = 3;
inline constexpr int kMostCalls = 32; // of one submodule that become taps

// The axis that holds the samples; nothing if there is none.
[[nodiscard]] std::optional<std::int64_t> sampleAxis(const at::Tensor& small,
                                                     const at::Tensor& large);

// Records in order of execution. A submodule's first call has its path as name, the second one
// "path#2" and so on.
[[nodiscard]] ScriptLayout layOut(const std::vector<ScriptRecord>& records);

// A value as its tap's layout says: samples first, float32, channels second where there are
// channels and positions.
[[nodiscard]] at::Tensor normalised(const at::Tensor& value, const ScriptTap& tap);

// (samples, width) of a normalised value: the mean over positions.
[[nodiscard]] at::Tensor pooledTap(const at::Tensor& value, TapLayout layout);

} // namespace tessera::zoo
