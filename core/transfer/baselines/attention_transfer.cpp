#include "core/transfer/baselines/attention_transfer.h"

#include "core/transfer/baselines/distillation.h"

#include <torch/nn/functional/normalization.h>
#include <torch/nn/functional/upsampling.h>

#include <optional>

namespace tessera::transfer {

namespace {

constexpr double kAttentionWeight = 1000.0;

torch::Tensor unit(const torch::Tensor& maps) {
    return torch::nn::functional::normalize(
        maps, torch::nn::functional::NormalizeFuncOptions().p(2).dim(1));
}

bool hasPositions(zoo::TapLayout layout) {
    return layout == zoo::TapLayout::SamplesPositionsWidth ||
           layout == zoo::TapLayout::SamplesWidthPositions;
}

// The last block with positions; nothing if there is none.
std::optional<zoo::TapPoint> mapTap(const zoo::Network& network) {
    std::optional<zoo::TapPoint> last;
    for (const auto& point : network.tapPoints()) {
        if (point.role == zoo::TapRole::Block && hasPositions(point.layout)) {
            last = point;
        }
    }
    return last;
}

// Keeps one tap as it is, unpooled.
class Catcher : public zoo::TapSink {
public:
    explicit Catcher(std::string name) : m_name(std::move(name)) {}
    void record(const std::string& name, const torch::Tensor& value) override {
        if (name == m_name) {
            m_value = value;
        }
    }
    [[nodiscard]] const torch::Tensor& value() const { return m_value; }

private:
    std::string m_name;
    torch::Tensor m_value;
};

class AttentionTransfer : public Objective {
public:
    AttentionTransfer(Lesson& lesson, zoo::TapPoint source, zoo::TapPoint receiver)
        : m_lesson(lesson), m_source(std::move(source)), m_receiver(std::move(receiver)) {}

    // The source looks at the batch again: all its maps at once would not fit any memory budget.
    Result<BatchLoss> loss(const torch::Tensor& index) override {
        Catcher taught(m_source.name), learned(m_receiver.name);
        {
            const torch::NoGradGuard noGrad;
            (void)m_lesson.input().source.forward(m_lesson.sourceInputs(index), &taught);
        }
        const auto answers = m_lesson.receiver(index, &learned);
        const auto distilled = distilledTerm(m_lesson, index, answers.logits);
        if (!distilled) {
            return fail(distilled.error());
        }
        const auto difference =
            kAttentionWeight *
            attentionDifference(attentionMap(taught.value(), m_source.layout),
                                attentionMap(learned.value(), m_receiver.layout));
        return BatchLoss{difference + distilled->loss,
                         {{"activation", difference.item<double>()}, distilled->term}};
    }
    std::vector<torch::Tensor> parameters() const override {
        return m_lesson.input().receiver.parameters();
    }

private:
    Lesson& m_lesson;
    zoo::TapPoint m_source, m_receiver;
};

Result<std::unique_ptr<Objective>> startAttentionTransfer(Lesson& lesson) {
    auto source = mapTap(lesson.input().source);
    auto receiver = mapTap(lesson.input().receiver);
    if (!source || !receiver) {
        return fail(ErrorCode::InvalidArgument,
                    std::string("the ") + (source ? "receiver" : "source") +
                        " has no layer with positions, so it has no attention maps; choose "
                        "another method or network");
    }
    return std::make_unique<AttentionTransfer>(lesson, *source, *receiver);
}

} // namespace

torch::Tensor attentionMap(const torch::Tensor& value, zoo::TapLayout layout) {
    const auto channels = layout == zoo::TapLayout::SamplesPositionsWidth ? -1 : 1;
    return unit(value.pow(2).sum(channels).flatten(1));
}

torch::Tensor attentionDifference(const torch::Tensor& source, const torch::Tensor& receiver) {
    namespace F = torch::nn::functional;
    auto maps = receiver;
    if (maps.size(1) != source.size(1)) {
        maps = unit(
            F::interpolate(maps.unsqueeze(1), F::InterpolateFuncOptions()
                                                  .size(std::vector<std::int64_t>{source.size(1)})
                                                  .mode(torch::kLinear)
                                                  .align_corners(false))
                .squeeze(1));
    }
    return (maps - source.detach()).pow(2).mean();
}

BaselineMethod attentionMethod() {
    BaselineMethod method;
    method.id = ModeId("attention");
    method.description = "attention transfer: the receiver is active where the source is, with "
                         "distillation";
    method.parameters = {"epochs", "rate", "schedule", "batch", "temperature"};
    method.start = startAttentionTransfer;
    return method;
}

} // namespace tessera::transfer
