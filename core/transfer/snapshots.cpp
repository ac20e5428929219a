#include "core/transfer/snapshots.h"

#include "core/transfer/predictions.h"

#include <algorithm>

namespace tessera::transfer {

namespace {

torch::Tensor leading(const torch::Tensor& rows, std::int64_t count) {
    return rows.narrow(0, 0, std::min(rows.size(0), count));
}

std::vector<std::int32_t> toClasses(const torch::Tensor& classes) {
    const auto values = classes.to(torch::kInt32).contiguous();
    const auto* first = values.data_ptr<std::int32_t>();
    return std::vector<std::int32_t>(first, first + values.numel());
}

std::shared_ptr<const SampleSet> sampleSet(const TransferInput& input) {
    auto set = std::make_shared<SampleSet>();
    const auto& validation = input.data.validation;
    set->input = input.data.input;
    set->classes = input.data.classes;
    set->total = validation.size();
    set->inputs = toMatrix(leading(validation.inputs, input.snapshotRows));
    set->labels = toClasses(leading(validation.labels, input.snapshotRows));
    return set;
}

// The axes that both networks have, so that one coordinate stands for the same in both.
std::int64_t shownAxes(const torch::Tensor& source, const torch::Tensor& receiver) {
    auto axes = kShownAxes;
    for (const auto* hub : {&source, &receiver}) {
        axes = hub->defined() ? std::min(axes, hub->size(1)) : axes;
    }
    return axes;
}

std::shared_ptr<const NetworkRows> networkRows(const SnapshotMaker::Encoded& network,
                                               std::int64_t count, std::int64_t axes) {
    const auto& signals = network.signals;
    auto rows = std::make_shared<NetworkRows>();
    for (std::size_t i = 0; i < signals.layers.size(); ++i) {
        rows->layers.push_back({signals.layers[i], toMatrix(leading(signals.values[i], count))});
    }
    rows->layers.push_back({"feature", toMatrix(leading(signals.features, count))});
    if (network.hub.defined()) {
        rows->hub = toMatrix(leading(network.hub, count).narrow(1, 0, axes));
    }
    // Of its own head, whatever its classes are called.
    rows->predicted = toClasses(topClasses(leading(signals.logits, count)));
    return rows;
}

} // namespace

Matrix toMatrix(const torch::Tensor& tensor) {
    const auto count = tensor.size(0);
    const auto columns = count > 0 ? tensor.numel() / count : 0;
    const auto rows = tensor.detach().to(torch::kFloat32).reshape({count, columns}).contiguous();
    const auto* first = rows.data_ptr<float>();
    return {count, columns, std::vector<float>(first, first + rows.numel())};
}

std::vector<double> varianceShares(const torch::Tensor& coordinates,
                                   const torch::Tensor& features) {
    const auto variance = [](const torch::Tensor& rows) {
        return rows.to(torch::kFloat64).var(0, /*unbiased=*/false);
    };
    const double total = variance(features).sum().item<double>();
    if (!(total > 0.0)) {
        return {};
    }
    const auto shares = (variance(coordinates) / total).contiguous();
    const auto* first = shares.data_ptr<double>();
    return std::vector<double>(first, first + shares.numel());
}

SnapshotMaker::SnapshotMaker(const TransferInput& input, std::vector<double> shares)
    : m_samples(sampleSet(input)), m_shares(std::move(shares)) {}

SnapshotPtr SnapshotMaker::make(std::int64_t step, const Encoded& source, const Encoded& receiver) {
    const auto axes = shownAxes(source.hub, receiver.hub);
    if (!m_source) {
        m_source = networkRows(source, m_samples->size(), axes);
        m_shares.resize(std::min(m_shares.size(), static_cast<std::size_t>(axes)));
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->step = step;
    snapshot->samples = m_samples;
    snapshot->source = m_source;
    snapshot->receiver = networkRows(receiver, m_samples->size(), axes);
    snapshot->axisShares = m_shares;
    return snapshot;
}

} // namespace tessera::transfer
