#pragma once

#include "core/api/network_description.h"
#include "core/zoo/script_file.h"

#include <optional>
#include <string>
#include <vector>

// What the code of a TorchScript file would do, found out without running it.
namespace tessera::zoo {

// Whether a network may use an operator, by its qualified name ("aten::conv2d"): those that compute
// with tensors and plain values only. Neither files nor processes nor Python, no random numbers
// that are seeded by the network, no memory without its bounds checked, no extensions.
[[nodiscard]] bool isAllowedOperator(const std::string& name);

// Everything that a forward pass can reach, sorted by name. Corrupt: a constant of the code is
// damaged; Unsupported: code that calls something that cannot be looked into.
[[nodiscard]] Result<std::vector<NetworkOperator>> inspectOperators(const ScriptFile& file);

// The error for the first operator that is not allowed.
[[nodiscard]] std::optional<Error> refusalOf(const std::vector<NetworkOperator>& operators,
                                             const std::string& title);

// The method that computes the output: `forward`, or the first overload of it. Unsupported.
[[nodiscard]] Result<std::string> forwardName(const torch::jit::Module& module);

// "Conv2d" of "__torch__.torch.nn.modules.conv.___torch_mangle_3.Conv2d".
[[nodiscard]] std::string typeName(const torch::jit::Module& module);

// "layer1.scale: float", of everything that is neither a tensor nor a module.
[[nodiscard]] std::vector<std::string> plainAttributes(const torch::jit::Module& module);

} // namespace tessera::zoo
