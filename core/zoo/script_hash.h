#pragma once

#include <torch/csrc/jit/api/module.h>

#include <string>

namespace tessera::zoo {

// Hash of the modules, their types, the shapes of their tensors and the values of their other
// attributes; neither weights nor whether the network is in training mode.
[[nodiscard]] std::string structureHash(const torch::jit::Module& module);

} // namespace tessera::zoo
