#include "core/zoo/script_initialise.h"

#include "core/zoo/script_inspection.h"

#include <cmath>
#include <string>

namespace tessera::zoo {

namespace {

constexpr double kSmall = 0.02;

void drawUniform(const at::Tensor& tensor, double bound, at::Generator& generator) {
    tensor.uniform_(-bound, bound, generator);
}

double fanInBound(const at::Tensor& weight) {
    const auto fanIn = weight.size(0) > 0 ? weight.numel() / weight.size(0) : 1;
    return 1.0 / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, fanIn)));
}

// The parameters of one module, without those of its children.
class ModuleParameters {
public:
    ModuleParameters(const torch::jit::Module& module, at::Generator& generator)
        : m_module(module), m_type(typeName(module)), m_generator(generator) {}

    void draw() {
        for (const auto& parameter : m_module.named_parameters(/*recurse=*/false)) {
            if (parameter.value.is_floating_point() && parameter.value.numel() > 0) {
                draw(parameter.name, parameter.value);
            }
        }
        for (const auto& buffer : m_module.named_buffers(/*recurse=*/false)) {
            if (buffer.name == "running_mean" || buffer.name == "num_batches_tracked") {
                buffer.value.zero_();
            } else if (buffer.name == "running_var") {
                buffer.value.fill_(1);
            }
        }
    }

private:
    [[nodiscard]] bool typeHas(const char* part) const {
        return m_type.find(part) != std::string::npos;
    }

    [[nodiscard]] at::Tensor own(const char* name) const {
        const auto value = m_module.hasattr(name) ? m_module.attr(name) : torch::jit::IValue();
        return value.isTensor() ? value.toTensor() : at::Tensor();
    }

    void draw(const std::string& name, const at::Tensor& tensor) {
        const bool isBias = name.find("bias") != std::string::npos;
        if (typeHas("Norm")) {
            tensor.fill_(isBias ? 0.0 : 1.0);
        } else if (typeHas("Embedding")) {
            tensor.normal_(0.0, 1.0, m_generator);
        } else if (typeHas("LSTM") || typeHas("GRU") || typeHas("RNN")) {
            drawRecurrent(tensor);
        } else if (typeHas("MultiheadAttention") || name.starts_with("in_proj")) {
            isBias || tensor.dim() < 2 ? tensor.zero_() : drawXavier(tensor);
        } else if (isBias && typeHas("NonDynamicallyQuantizableLinear")) {
            tensor.zero_(); // the output projection of attention
        } else if (isBias) {
            const auto weight = own("weight");
            weight.defined() && weight.dim() >= 2
                ? drawUniform(tensor, fanInBound(weight), m_generator)
                : static_cast<void>(tensor.zero_());
        } else if (name.find("weight") != std::string::npos || name == "gamma") {
            tensor.dim() >= 2 ? drawUniform(tensor, fanInBound(tensor), m_generator)
                              : static_cast<void>(tensor.fill_(1.0));
        } else {
            tensor.normal_(0.0, kSmall, m_generator);
        }
    }

    void drawRecurrent(const at::Tensor& tensor) {
        // Weights among the hidden units have as many columns as there are units.
        auto units = tensor.dim() > 1 ? tensor.size(1) : tensor.size(0);
        for (const char* name : {"weight_hh_l0", "weight_hh"}) {
            if (const auto hidden = own(name); hidden.defined() && hidden.dim() == 2) {
                units = hidden.size(1);
            }
        }
        drawUniform(tensor, 1.0 / std::sqrt(static_cast<double>(std::max<std::int64_t>(1, units))),
                    m_generator);
    }

    at::Tensor drawXavier(const at::Tensor& tensor) {
        const double sum = static_cast<double>(tensor.size(0) + tensor.size(1));
        drawUniform(tensor, std::sqrt(6.0 / sum), m_generator);
        return tensor;
    }

    const torch::jit::Module& m_module;
    std::string m_type;
    at::Generator& m_generator;
};

} // namespace

void drawAnew(const torch::jit::Module& module, at::Generator generator) {
    const torch::NoGradGuard noGrad;
    for (const auto& part : module.modules()) {
        ModuleParameters(part, generator).draw();
    }
}

void drawLinear(const at::Tensor& weight, const at::Tensor& bias, at::Generator& generator) {
    const torch::NoGradGuard noGrad;
    drawUniform(weight, fanInBound(weight), generator);
    drawUniform(bias, fanInBound(weight), generator);
}

} // namespace tessera::zoo
