#include "core/transfer/snapshots.h"

#include "core/drift/drift.h"
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
std::int64_t shownAxes(const tap::RowStore& source, const tap::RowStore& receiver) {
    auto axes = kShownAxes;
    for (const auto* hub : {&source, &receiver}) {
        axes = hub->defined() ? std::min(axes, hub->width()) : axes;
    }
    return axes;
}

Result<std::shared_ptr<const NetworkRows>> networkRows(const SnapshotMaker::Encoded& network,
                                                       std::int64_t count, std::int64_t axes) {
    const auto& signals = network.signals;
    auto rows = std::make_shared<NetworkRows>();
    for (std::size_t i = 0; i <= signals.layers.size(); ++i) {
        const bool isLayer = i < signals.layers.size();
        const auto& store = isLayer ? signals.values[i] : signals.features;
        const auto values = store.first(count);
        if (!values) {
            return fail(values.error());
        }
        rows->layers.push_back({isLayer ? signals.layers[i] : "feature", toMatrix(*values)});
    }
    if (network.hub.defined()) {
        const auto hub = network.hub.first(count);
        if (!hub) {
            return fail(hub.error());
        }
        rows->hub = toMatrix(hub->narrow(1, 0, axes));
    }
    const auto logits = signals.logits.first(count);
    if (!logits) {
        return fail(logits.error());
    }
    // Of its own head, whatever its classes are called.
    rows->predicted = toClasses(topClasses(*logits));
    return rows;
}

// Of the first samples. Empty where the networks do not speak of the same classes.
Result<std::vector<float>> driftOf(const Signals& source, const Signals& receiver,
                                   std::int64_t count) {
    const auto sourceLogits = source.logits.first(count);
    const auto receiverLogits = receiver.logits.first(count);
    if (!sourceLogits || !receiverLogits) {
        return fail(sourceLogits ? receiverLogits.error() : sourceLogits.error());
    }
    const auto rows = drift::outputDriftOfRows(*sourceLogits, *receiverLogits);
    if (!rows.defined()) {
        return std::vector<float>();
    }
    const auto values = rows.to(torch::kFloat32).contiguous();
    const auto* first = values.data_ptr<float>();
    return std::vector<float>(first, first + values.numel());
}

} // namespace

Matrix toMatrix(const torch::Tensor& tensor) {
    const auto count = tensor.size(0);
    const auto columns = count > 0 ? tensor.numel() / count : 0;
    const auto rows = tensor.detach().to(torch::kFloat32).reshape({count, columns}).contiguous();
    const auto* first = rows.data_ptr<float>();
    return {count, columns, std::vector<float>(first, first + rows.numel())};
}

std::vector<double> varianceShares(const fingerprint::ColumnMoments& coordinates,
                                   const fingerprint::ColumnMoments& features,
                                   const torch::Tensor& gains) {
    if (coordinates.count() == 0 || features.count() == 0) {
        return {};
    }
    const double total = features.variance().sum().item<double>();
    if (!(total > 0.0)) {
        return {};
    }
    const auto shares = (coordinates.variance() / gains.square() / total).contiguous();
    const auto* first = shares.data_ptr<double>();
    return std::vector<double>(first, first + shares.numel());
}

SnapshotMaker::SnapshotMaker(const TransferInput& input, std::vector<double> shares)
    : m_samples(sampleSet(input)), m_labelSpacesAgree(input.labelSpacesAgree),
      m_shares(std::move(shares)) {}

Result<SnapshotPtr> SnapshotMaker::make(std::int64_t step, const Encoded& source,
                                        const Encoded& receiver) {
    const auto axes = shownAxes(source.hub, receiver.hub);
    if (!m_source) {
        auto rows = networkRows(source, m_samples->size(), axes);
        if (!rows) {
            return fail(rows.error());
        }
        m_source = std::move(*rows);
        m_shares.resize(std::min(m_shares.size(), static_cast<std::size_t>(axes)));
    }
    auto rows = networkRows(receiver, m_samples->size(), axes);
    if (!rows) {
        return fail(rows.error());
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->step = step;
    snapshot->samples = m_samples;
    snapshot->source = m_source;
    snapshot->receiver = std::move(*rows);
    snapshot->axisShares = m_shares;
    if (m_labelSpacesAgree) {
        auto drift = driftOf(source.signals, receiver.signals, m_samples->size());
        if (!drift) {
            return fail(drift.error());
        }
        snapshot->drift = std::move(*drift);
    }
    return snapshot;
}

} // namespace tessera::transfer
