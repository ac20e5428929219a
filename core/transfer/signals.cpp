#include "core/transfer/signals.h"

#include "core/tap/recording.h"

#include <algorithm>

namespace tessera::transfer {

namespace {

// Puts batches into the stores of `signals`, which are made when the first batch tells how wide
// they are. Lives for one pass.
class Collector {
public:
    Collector(Signals& signals, std::int64_t inputs, const SignalPlan& plan)
        : m_signals(signals), m_plan(plan), m_inputs(inputs),
          m_layerRows(std::min(plan.layerRows, inputs)) {}

    Result<void> take(const tap::Rows& rows) {
        if (auto kept = keep(m_signals.logits, rows.logits, m_inputs); !kept) {
            return kept;
        }
        if (auto kept = keep(m_signals.features, rows.taps.at("feature"), m_inputs); !kept) {
            return kept;
        }
        for (std::size_t i = 0; i < m_signals.layers.size(); ++i) {
            const auto& layer = rows.taps.at(m_signals.layers[i]);
            if (m_plan.layerMoments) {
                m_signals.moments[i].add(layer);
            }
            const auto wanted = std::clamp<std::int64_t>(m_layerRows - m_seen, 0, layer.size(0));
            if (auto kept = keep(m_signals.values[i], layer.narrow(0, 0, wanted), m_layerRows);
                !kept) {
                return kept;
            }
        }
        m_seen += rows.logits.size(0);
        return {};
    }

private:
    [[nodiscard]] Result<void> keep(tap::RowStore& store, const torch::Tensor& rows,
                                    std::int64_t count) const {
        if (!store.defined()) {
            auto made = tap::RowStore::create({count, rows.size(1)}, m_plan.space);
            if (!made) {
                return fail(made.error());
            }
            store = std::move(*made);
        }
        return store.append(rows);
    }

    Signals& m_signals;
    const SignalPlan& m_plan;
    std::int64_t m_inputs;
    std::int64_t m_layerRows;
    std::int64_t m_seen = 0;
};

Result<tap::RowStore> reordered(const tap::RowStore& rows, const torch::Tensor& order) {
    auto result = tap::RowStore::create({rows.count(), rows.width()}, rows.space());
    if (!result) {
        return result;
    }
    const auto part = tap::chunkRows(rows.width());
    for (std::int64_t begin = 0; begin < rows.count(); begin += part) {
        const auto some = rows.gather(order.narrow(0, begin, std::min(part, rows.count() - begin)));
        if (!some) {
            return fail(some.error());
        }
        if (auto kept = result->append(*some); !kept) {
            return fail(kept.error());
        }
    }
    return result;
}

} // namespace

Result<Signals> collectSignals(zoo::Network& network, const torch::Tensor& inputs,
                               const SignalPlan& plan, const std::stop_token& stop) {
    Signals signals;
    if (plan.layers) {
        signals.layers = tap::layerTaps(network);
        signals.values.resize(signals.layers.size());
        signals.moments.resize(plan.layerMoments ? signals.layers.size() : 0);
    }
    auto names = signals.layers;
    names.emplace_back("feature");
    Collector collector(signals, inputs.size(0), plan);
    const auto whole = tap::tryStream(
        network, inputs, names, [&](const tap::Rows& rows) { return collector.take(rows); }, stop);
    if (!whole) {
        return fail(whole.error());
    }
    return *whole ? std::move(signals) : Signals();
}

Result<Signals> shuffled(const Signals& signals, at::Generator generator) {
    const auto order = torch::randperm(signals.features.count(), generator, torch::kInt64);
    Signals result = signals;
    for (auto* rows : {&result.features, &result.logits}) {
        auto mixed = reordered(*rows, order);
        if (!mixed) {
            return fail(mixed.error());
        }
        *rows = std::move(*mixed);
    }
    for (auto& values : result.values) {
        auto mixed = reordered(values, order.masked_select(order < values.count()));
        if (!mixed) {
            return fail(mixed.error());
        }
        values = std::move(*mixed);
    }
    return result;
}

} // namespace tessera::transfer
