#include "core/transfer/baselines/bottleneck.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/distillation.h"
#include "core/zoo/seeded_linear.h"

#include <torch/nn/functional/linear.h>

#include <algorithm>

namespace tessera::transfer {

namespace {

constexpr std::int64_t kWidth = 8;

struct Adapter {
    torch::nn::Linear down, up, head;

    [[nodiscard]] torch::Tensor logits(const torch::Tensor& features) const {
        const auto adapted =
            features + torch::nn::functional::linear(torch::gelu(torch::nn::functional::linear(
                                                         features, down->weight, down->bias)),
                                                     up->weight, up->bias);
        return torch::nn::functional::linear(adapted, head->weight, head->bias);
    }
};

class Bottleneck : public Objective {
public:
    Bottleneck(Lesson& lesson, Adapter adapter) : m_lesson(lesson), m_adapter(std::move(adapter)) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        Answers answers;
        {
            const torch::NoGradGuard noGrad; // the receiver stays as it is, batch norms included
            m_lesson.input().receiver.eval();
            answers = m_lesson.receiver(index);
        }
        const auto distilled = distilledTerm(m_lesson, index, m_adapter.logits(answers.features));
        if (!distilled) {
            return fail(distilled.error());
        }
        return BatchLoss{distilled->loss, {distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        auto all = m_adapter.down->parameters();
        for (const auto& own : m_adapter.up->parameters()) {
            all.push_back(own);
        }
        return all;
    }
    Predictor predictor() const override {
        return [&receiver = m_lesson.input().receiver,
                adapter = m_adapter](const torch::Tensor& inputs) {
            const torch::NoGradGuard noGrad;
            receiver.eval();
            tap::TapCollector taps(receiver, {"feature"});
            (void)receiver.forward(inputs, &taps);
            return adapter.logits(taps.at("feature"));
        };
    }

private:
    Lesson& m_lesson;
    Adapter m_adapter;
};

Result<std::unique_ptr<Objective>> startBottleneck(Lesson& lesson) {
    const auto& input = lesson.input();
    auto head = input.receiver.head();
    if (!head) {
        return fail(ErrorCode::InvalidArgument,
                    "the receiver does not end in a linear layer, so there is no feature to adapt; "
                    "choose another receiver or set receiver.head to \"replace\"");
    }
    const auto width = input.receiver.featureWidth();
    const auto inner = std::min(kWidth, width);
    Adapter adapter{zoo::seededLinear(width, inner, deriveSeed(input.seed, "baseline.adapter")),
                    torch::nn::Linear(inner, width), head};
    const torch::NoGradGuard noGrad;
    adapter.up->weight.zero_();
    adapter.up->bias.zero_();
    return std::make_unique<Bottleneck>(lesson, std::move(adapter));
}

} // namespace

BaselineMethod bottleneckMethod() {
    BaselineMethod method;
    method.id = ModeId("adapter");
    method.description = "adapter: a small bottleneck at the receiver's feature learns by "
                         "distillation; for receivers that have learned before";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startBottleneck;
    return method;
}

} // namespace tessera::transfer
