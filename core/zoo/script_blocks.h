#pragma once

#include <torch/csrc/jit/api/module.h>

#include <set>
#include <string>

namespace tessera::zoo {

// The submodules that stand for the layers of a network: the members of its lists of blocks
// (layer1.0, encoder.layers.3), and outside of such lists the layers with weights themselves. Only
// those of `called` count; if none is left, all of them.
[[nodiscard]] std::set<std::string> blockPaths(const torch::jit::Module& module,
                                               const std::set<std::string>& called);

} // namespace tessera::zoo
