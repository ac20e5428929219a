#include "core/transfer/baselines/reference_pipeline.h"

#include "core/api/seed.h"
#include "core/transfer/baselines/contrastive_coder.h"
#include "core/zoo/initialise.h"

#include <torch/nn/functional/pooling.h>

#include <algorithm>

namespace tessera::transfer {

namespace {

// One layer, averaged over its second dimension whatever that holds.
class LayerCatcher : public zoo::TapSink {
public:
    explicit LayerCatcher(std::string name) : m_name(std::move(name)) {}
    void record(const std::string& name, const torch::Tensor& value) override {
        if (name == m_name) {
            m_rows = value.dim() == 3 ? value.mean(1) : value.flatten(1);
        }
    }
    [[nodiscard]] const torch::Tensor& rows() const { return m_rows; }

private:
    std::string m_name;
    torch::Tensor m_rows;
};

torch::Tensor toWidth(const torch::Tensor& rows, std::int64_t width) {
    namespace F = torch::nn::functional;
    return rows.size(1) == width
               ? rows
               : F::adaptive_avg_pool1d(rows.unsqueeze(1), F::AdaptiveAvgPool1dFuncOptions(width))
                     .squeeze(1);
}

// All rows of a layer in the order of one shuffled pass. Undefined if stopped.
torch::Tensor shuffledPass(zoo::Network& network, const std::string& layer, const Lesson& lesson,
                           const std::string& pass) {
    const auto& input = lesson.input();
    const auto count = input.data.reference.size(0);
    const auto order = torch::randperm(
        count, zoo::makeGenerator(deriveSeed(input.seed, "reference." + pass)), torch::kInt64);
    const torch::NoGradGuard noGrad;
    network.eval();
    std::vector<torch::Tensor> rows;
    const auto batch = static_cast<std::int64_t>(input.spec.batch);
    for (std::int64_t begin = 0; begin < count && !lesson.stop().stop_requested(); begin += batch) {
        LayerCatcher catcher(layer);
        (void)network.forward(lesson.inputs(order.narrow(0, begin, std::min(batch, count - begin))),
                              &catcher);
        rows.push_back(catcher.rows());
    }
    return lesson.stop().stop_requested() ? torch::Tensor() : torch::cat(rows);
}

class ReferencePipeline : public Objective {
public:
    ReferencePipeline(Lesson& lesson, std::string layer, torch::Tensor targets)
        : m_lesson(lesson), m_layer(std::move(layer)), m_targets(std::move(targets)) {}

    Result<BatchLoss> loss(const torch::Tensor& index) override {
        if (m_position + index.size(0) > m_targets.size(0)) {
            m_position = 0; // the next epoch
        }
        const auto targets = m_targets.narrow(0, m_position, index.size(0));
        m_position += index.size(0);
        LayerCatcher catcher(m_layer);
        (void)m_lesson.receiver(index, &catcher);
        const auto loss = torch::mse_loss(toWidth(catcher.rows(), targets.size(1)), targets);
        return BatchLoss{loss, {{"activation", loss.item<double>()}}};
    }
    std::vector<torch::Tensor> parameters() const override {
        return m_lesson.input().receiver.parameters();
    }

private:
    Lesson& m_lesson;
    std::string m_layer;
    torch::Tensor m_targets; // in the order of a pass that is over
    std::int64_t m_position = 0;
};

Result<torch::Tensor> makeTargets(Lesson& lesson, const std::string& sourceLayer,
                                  const std::string& receiverLayer) {
    const auto& input = lesson.input();
    const auto source = shuffledPass(input.source, sourceLayer, lesson, "source");
    const auto receiver = shuffledPass(input.receiver, receiverLayer, lesson, "receiver");
    if (!source.defined() || !receiver.defined()) {
        return torch::Tensor();
    }
    hub::CoderTraining training;
    training.batch = input.spec.batch;
    const auto dim = static_cast<std::int64_t>(input.spec.hub.dim);
    hub::ContrastiveCoder from(source.size(1), dim, deriveSeed(input.seed, "reference.hub.source"));
    hub::ContrastiveCoder to(receiver.size(1), dim,
                             deriveSeed(input.seed, "reference.hub.receiver"));
    for (const auto& [coder, rows] : {std::pair(from, source), std::pair(to, receiver)}) {
        training.seed = deriveSeed(input.seed, "reference.hub.order");
        const auto trained = trainAlone(coder, rows, training, lesson.stop());
        if (!trained || !*trained) {
            return trained ? Result<torch::Tensor>(torch::Tensor()) : fail(trained.error());
        }
    }
    const torch::NoGradGuard noGrad;
    return to->decode(from->encode(source));
}

Result<std::unique_ptr<Objective>> startReferencePipeline(Lesson& lesson) {
    const auto sourceLayer = referenceLayer(lesson.input().source);
    const auto receiverLayer = referenceLayer(lesson.input().receiver);
    if (sourceLayer.empty() || receiverLayer.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    "the reference's pipeline needs networks that consist of layers; choose "
                    "another method");
    }
    const auto targets = makeTargets(lesson, sourceLayer, receiverLayer);
    if (!targets) {
        return fail(targets.error());
    }
    // Stopped: learning ends before it begins.
    return std::make_unique<ReferencePipeline>(lesson, receiverLayer, *targets);
}

} // namespace

std::string referenceLayer(const zoo::Network& network) {
    std::vector<std::string> names;
    for (const auto& point : network.tapPoints()) {
        if (point.role == zoo::TapRole::Block && point.name.starts_with("layers.")) {
            names.push_back(point.name);
        }
    }
    if (names.empty()) { // not of the zoo: what stands for its layers
        names = tap::layerTaps(network);
    }
    std::sort(names.begin(), names.end());
    return names.empty() ? std::string() : names[names.size() / 2];
}

BaselineMethod referenceMethod() {
    BaselineMethod method;
    method.id = ModeId("reference");
    method.description = "reference: the public implementation as it is, defects included";
    method.parameters = {"epochs", "rate", "batch", "hub.dim"};
    method.start = startReferencePipeline;
    return method;
}

} // namespace tessera::transfer
