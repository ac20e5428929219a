#include "core/zoo/adam.h"

#include "core/zoo/adam_kernel.h"

#include <ATen/Parallel.h>

#include <cmath>
#include <utility>

namespace tessera::zoo {

namespace {

constexpr std::int64_t kAdamGrain = 65536; // parameters that are worth a thread

struct Corrections {
    double first = 1.0, second = 1.0;
};

Corrections correctionsAt(std::int64_t steps, const AdamOptions& options) {
    const auto count = static_cast<double>(steps);
    return {1.0 - std::pow(options.beta1, count), 1.0 - std::pow(options.beta2, count)};
}

AdamFactors factorsAt(std::int64_t steps, const AdamOptions& options) {
    const auto corrections = correctionsAt(steps, options);
    AdamFactors factors;
    factors.beta1 = static_cast<float>(options.beta1);
    factors.beta2 = static_cast<float>(options.beta2);
    factors.rest1 = static_cast<float>(1.0 - options.beta1);
    factors.rest2 = static_cast<float>(1.0 - options.beta2);
    factors.step = static_cast<float>(options.rate / corrections.first);
    factors.scale = static_cast<float>(1.0 / std::sqrt(corrections.second));
    factors.epsilon = static_cast<float>(options.epsilon);
    factors.keep = static_cast<float>(1.0 - options.rate * options.weightDecay);
    return factors;
}

bool isPlain(const torch::Tensor& tensor) {
    return tensor.layout() == torch::kStrided && tensor.device().is_cpu() &&
           tensor.scalar_type() == torch::kFloat32 && tensor.is_contiguous();
}

} // namespace

Adam::Adam(std::vector<torch::Tensor> parameters, const AdamOptions& options) : m_options(options) {
    m_states.reserve(parameters.size());
    for (auto& parameter : parameters) {
        m_states.push_back({std::move(parameter), {}, {}, 0});
    }
}

void Adam::forgetGradients() {
    for (auto& state : m_states) {
        state.parameter.mutable_grad().reset();
    }
}

void Adam::step() {
    const torch::NoGradGuard noGrad;
    for (auto& state : m_states) {
        if (state.parameter.grad().defined()) {
            update(state);
        }
    }
}

void Adam::update(State& state) const {
    auto& parameter = state.parameter;
    if (!state.first.defined()) {
        state.first = torch::zeros_like(parameter, torch::MemoryFormat::Preserve);
        state.second = torch::zeros_like(parameter, torch::MemoryFormat::Preserve);
    }
    ++state.steps;
    auto gradient = parameter.grad();
    if (isPlain(parameter) && isPlain(state.first) && gradient.layout() == torch::kStrided) {
        gradient = gradient.contiguous();
        const auto factors = factorsAt(state.steps, m_options);
        auto* p = parameter.data_ptr<float>();
        const auto* g = gradient.data_ptr<float>();
        auto* m = state.first.data_ptr<float>();
        auto* v = state.second.data_ptr<float>();
        at::parallel_for(0, parameter.numel(), kAdamGrain,
                         [&](std::int64_t begin, std::int64_t end) {
                             adamStep(p + begin, g + begin, m + begin, v + begin,
                                      static_cast<std::size_t>(end - begin), factors);
                         });
        // Whoever kept a graph over this step is told, as by torch's own optimisers.
        parameter.unsafeGetTensorImpl()->bump_version();
        return;
    }
    // Other numbers and layouts, which only networks from files have.
    const auto corrections = correctionsAt(state.steps, m_options);
    if (gradient.layout() != torch::kStrided) {
        gradient = gradient.to_dense();
    }
    parameter.mul_(1.0 - m_options.rate * m_options.weightDecay);
    state.first.mul_(m_options.beta1).add_(gradient, 1.0 - m_options.beta1);
    state.second.mul_(m_options.beta2).addcmul_(gradient, gradient, 1.0 - m_options.beta2);
    const auto root = (state.second.sqrt() / std::sqrt(corrections.second)).add_(m_options.epsilon);
    parameter.addcdiv_(state.first, root, -m_options.rate / corrections.first);
}

} // namespace tessera::zoo
