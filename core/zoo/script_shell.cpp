#include "core/zoo/script_shell.h"

#include "core/zoo/script_inspection.h"

#include <algorithm>

namespace tessera::zoo {

namespace {

class SharedLinear : public torch::nn::LinearImpl {
public:
    SharedLinear(const torch::Tensor& sharedWeight, const torch::Tensor& sharedBias)
        : LinearImpl(torch::nn::LinearOptions(1, 1)) {
        options.in_features(sharedWeight.size(1));
        options.out_features(sharedWeight.size(0));
        parameters_.clear();
        weight = register_parameter("weight", sharedWeight, sharedWeight.requires_grad());
        bias = register_parameter("bias", sharedBias, sharedBias.requires_grad());
    }
};

} // namespace

ScriptShell::ScriptShell(const torch::jit::Module& script, torch::nn::Module& shell) {
    std::vector<const void*> seen;
    mirror(script, shell, seen);
}

void ScriptShell::mirror(const torch::jit::Module& script, torch::nn::Module& shell,
                         std::vector<const void*>& seen) {
    const auto type = script.type();
    for (std::size_t slot = 0; slot < type->numAttributes(); ++slot) {
        const auto name = type->getAttributeName(slot);
        const auto value = script.attr(name);
        if (value.isModule()) {
            const torch::jit::Module child = value.toModule();
            auto twin = std::make_shared<torch::nn::Module>(typeName(child));
            shell.register_module(name, twin);
            mirror(child, *twin, seen);
            continue;
        }
        if (!value.isTensor() || !value.toTensor().defined()) {
            continue;
        }
        const auto tensor = value.toTensor();
        const void* identity = tensor.unsafeGetTensorImpl();
        if (std::find(seen.begin(), seen.end(), identity) != seen.end()) {
            continue;
        }
        seen.push_back(identity);
        if (type->is_parameter(slot)) {
            shell.register_parameter(name, tensor, tensor.requires_grad());
        } else {
            shell.register_buffer(name, tensor);
            m_buffers.push_back({script, name, tensor});
        }
    }
}

void ScriptShell::keepInStep() {
    const torch::NoGradGuard noGrad;
    for (auto& binding : m_buffers) {
        const auto now = binding.owner.attr(binding.name).toTensor();
        if (!now.is_same(binding.tensor)) {
            binding.tensor.resize_as_(now).copy_(now);
            binding.owner.setattr(binding.name, binding.tensor);
        }
    }
}

torch::nn::Linear sharedLinear(const torch::Tensor& weight, const torch::Tensor& bias) {
    const std::shared_ptr<torch::nn::LinearImpl> layer =
        std::make_shared<SharedLinear>(weight, bias);
    return torch::nn::Linear(layer);
}

torch::jit::Module copyModule(const torch::jit::Module& module) {
    const torch::NoGradGuard noGrad;
    auto copy = module.deepcopy();
    const auto from = module.named_parameters();
    const auto to = copy.named_parameters();
    auto original = from.begin();
    for (auto twin : to) {
        twin.value.set_requires_grad((*original).value.requires_grad());
        ++original;
    }
    return copy;
}

} // namespace tessera::zoo
