#include "core/transfer/baselines/low_rank.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/distillation.h"
#include "core/zoo/initialise.h"

#include <algorithm>
#include <cmath>

namespace tessera::transfer {

namespace {

// One linear layer with its addition. The layer computes with its `weight` member, which for the
// time of learning is W + BA; the parameter that belongs to the network is W.
struct AdaptedLayer {
    torch::nn::LinearImpl* layer = nullptr;
    torch::Tensor weight; // W, the parameter
    torch::Tensor down;   // A
    torch::Tensor up;     // B

    [[nodiscard]] torch::Tensor sum() const {
        return weight.detach() +
               kLowRankScale / static_cast<double>(down.size(0)) * up.matmul(down);
    }
};

class LowRank : public Objective {
public:
    LowRank(Lesson& lesson, std::vector<AdaptedLayer> layers)
        : m_lesson(lesson), m_layers(std::move(layers)) {}
    // However it ends, the network gets its own weights back.
    ~LowRank() override { giveBack(); }

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        for (auto& layer : m_layers) {
            layer.layer->weight = layer.sum();
        }
        const auto answers = m_lesson.receiver(index);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!distilled) {
            return fail(distilled.error());
        }
        return BatchLoss{distilled->loss, {distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        std::vector<torch::Tensor> all;
        for (const auto& layer : m_layers) {
            all.push_back(layer.down);
            all.push_back(layer.up);
        }
        return all;
    }
    void stepped() override {
        const torch::NoGradGuard noGrad;
        for (auto& layer : m_layers) {
            layer.layer->weight = layer.sum();
        }
    }
    void finish() override {
        const torch::NoGradGuard noGrad;
        for (auto& layer : m_layers) {
            layer.weight.copy_(layer.sum());
        }
        giveBack();
        m_layers.clear();
    }

private:
    void giveBack() {
        for (auto& layer : m_layers) {
            layer.layer->weight = layer.weight;
        }
    }

    Lesson& m_lesson;
    std::vector<AdaptedLayer> m_layers;
};

AdaptedLayer adapted(torch::nn::LinearImpl& layer, at::Generator& generator) {
    const auto out = layer.weight.size(0), in = layer.weight.size(1);
    const auto rank = std::min({kLowRank, in, out});
    const double bound = 1.0 / std::sqrt(static_cast<double>(in)); // as PyTorch draws linear layers
    auto down = torch::empty({rank, in}, layer.weight.options().requires_grad(false));
    down.uniform_(-bound, bound, generator);
    auto up = torch::zeros({out, rank}, layer.weight.options().requires_grad(false));
    return {&layer, layer.weight, down.requires_grad_(), up.requires_grad_()};
}

Result<std::unique_ptr<Objective>> startLowRank(Lesson& lesson) {
    auto generator = zoo::makeGenerator(deriveSeed(lesson.input().seed, "baseline.lora"));
    std::vector<AdaptedLayer> layers;
    for (const auto& module : lesson.input().receiver.modules(false)) {
        if (auto* layer = module->as<torch::nn::LinearImpl>()) {
            layers.push_back(adapted(*layer, generator));
        }
    }
    if (layers.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver has no linear layers that low-rank adaptation could reach; "
                    "choose a receiver of the zoo, or another method");
    }
    return std::make_unique<LowRank>(lesson, std::move(layers));
}

} // namespace

BaselineMethod lowRankMethod() {
    BaselineMethod method;
    method.id = ModeId("lora");
    method.description = "LoRA: low-rank additions to the receiver's linear layers learn by "
                         "distillation; for receivers that have learned before";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startLowRank;
    return method;
}

} // namespace tessera::transfer
