#pragma once

#include <torch/csrc/jit/api/module.h>
#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>

#include <string>
#include <vector>

namespace tessera::zoo {

// A TorchScript network's parameters and buffers as torch::nn::Module has them: modules of the same
// names that share the tensors. A tensor that stands in two places is registered at the first.
class ScriptShell {
public:
    // Registers everything below `shell`, which must be empty.
    ScriptShell(const torch::jit::Module& script, torch::nn::Module& shell);

    // Networks may put new tensors in the places of buffers. Copies their values into ours and puts
    // ours back.
    void keepInStep();

private:
    struct Binding {
        torch::jit::Module owner;
        std::string name;
        torch::Tensor tensor;
    };
    void mirror(const torch::jit::Module& script, torch::nn::Module& shell,
                std::vector<const void*>& seen);

    std::vector<Binding> m_buffers;
};

// A linear layer around given parameters: writing to it writes to them.
[[nodiscard]] torch::nn::Linear sharedLinear(const torch::Tensor& weight,
                                             const torch::Tensor& bias);

// Own copies of all tensors; everything else, and whether a tensor learns, as it is.
[[nodiscard]] torch::jit::Module copyModule(const torch::jit::Module& module);

} // namespace tessera::zoo
