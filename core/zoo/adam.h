#pragma once

#include <torch/types.h>

#include <cstdint>
#include <vector>

namespace tessera::zoo {

struct AdamOptions {
    double rate = 1e-3;
    double weightDecay = 0.0; // decoupled: each step shrinks a parameter by rate * weightDecay
    double beta1 = 0.9, beta2 = 0.999;
    double epsilon = 1e-8;
};

// Adam (Kingma and Ba 2015), with the decoupled weight decay of AdamW (Loshchilov and Hutter 2019).
// The same steps as torch::optim::Adam and AdamW up to rounding, but every parameter, gradient and
// moment is read and written once a step instead of about ten times. One thread at a time.
class Adam {
public:
    // Parameters are changed in place. Those without a gradient at a step stay as they are.
    explicit Adam(std::vector<torch::Tensor> parameters, const AdamOptions& options = {});

    void setRate(double rate) { m_options.rate = rate; }

    // Lets the gradients go; a buffer that is filled anew costs less than one that is cleared.
    void forgetGradients();

    void step();

private:
    struct State {
        torch::Tensor parameter;
        torch::Tensor first, second; // moments; undefined before the first gradient
        std::int64_t steps = 0;
    };

    void update(State& state) const;

    std::vector<State> m_states;
    AdamOptions m_options;
};

} // namespace tessera::zoo
