#include "core/tap/recording.h"

#include <algorithm>

namespace tessera::tap {

namespace {

constexpr std::int64_t kBatch = 256;
constexpr std::int64_t kBatchBytes = std::int64_t{64} << 20;
constexpr std::int64_t kLiveTaps = 4;  // tensors as large as the widest tap that live at a time
constexpr std::int64_t kProbeRows = 2; // one alone would lose its axis in networks that squeeze

// Evaluation mode for a scope.
class EvaluationScope {
public:
    explicit EvaluationScope(zoo::Network& network)
        : m_network(network), m_wasTraining(network.is_training()) {
        m_network.eval();
    }
    ~EvaluationScope() { m_network.train(m_wasTraining); }
    EvaluationScope(const EvaluationScope&) = delete;
    EvaluationScope& operator=(const EvaluationScope&) = delete;

private:
    zoo::Network& m_network;
    bool m_wasTraining;
};

// The largest tensor that passes.
class WidestTap : public zoo::TapSink {
public:
    void record(const std::string&, const torch::Tensor& value) override {
        bytes = std::max(bytes, static_cast<std::int64_t>(value.nbytes()));
    }
    std::int64_t bytes = 0;
};

} // namespace

torch::Tensor pool(const torch::Tensor& value, zoo::TapLayout layout) {
    switch (layout) {
    case zoo::TapLayout::SamplesWidth:
        return value;
    case zoo::TapLayout::SamplesPositionsWidth:
        return value.mean(1);
    case zoo::TapLayout::SamplesWidthPositions:
        return value.flatten(2).mean(2);
    case zoo::TapLayout::SamplesAttention: // how much each position is looked at, sums to 1
        return value.mean({1, 2});
    }
    return value;
}

TapCollector::TapCollector(const zoo::Network& network, const std::vector<std::string>& names) {
    for (const auto& point : network.tapPoints()) {
        for (const auto& name : names) {
            if (point.name == name) {
                m_wanted[name] = point.layout;
            }
        }
    }
}

void TapCollector::record(const std::string& name, const torch::Tensor& value) {
    const auto wanted = m_wanted.find(name);
    if (wanted != m_wanted.end()) {
        m_values[name] = pool(value, wanted->second);
    }
}

std::vector<std::string> layerTaps(const zoo::Network& network, std::size_t most) {
    std::vector<std::string> all;
    for (const auto& point : network.tapPoints()) {
        if (point.role == zoo::TapRole::Block) {
            all.push_back(point.name);
        }
    }
    if (all.size() <= most) {
        return all;
    }
    if (most == 1) {
        return {all.back()};
    }
    std::vector<std::string> some;
    for (std::size_t i = 0; i < most; ++i) {
        some.push_back(all[i * (all.size() - 1) / (most - 1)]);
    }
    return some;
}

Batch batchFor(zoo::Network& network, const torch::Tensor& inputs) {
    const auto probed = std::min(kProbeRows, inputs.size(0));
    if (probed == 0) {
        return {kBatch, 0};
    }
    const torch::NoGradGuard noGrad;
    const EvaluationScope evaluation(network);
    const auto some = inputs.narrow(0, 0, probed);
    WidestTap widest;
    network.forward(some, &widest);
    const auto bytes = static_cast<std::int64_t>(some.nbytes()) + kLiveTaps * widest.bytes;
    Batch batch{kBatch, bytes * kBatch / probed};
    while (batch.rows > 1 && batch.bytes > kBatchBytes) {
        batch = {batch.rows / 2, batch.bytes / 2};
    }
    return batch;
}

Result<bool> tryStream(zoo::Network& network, const torch::Tensor& inputs,
                       const std::vector<std::string>& names,
                       const std::function<Result<void>(const Rows&)>& visit,
                       const std::stop_token& stop) {
    if (stop.stop_requested()) {
        return false;
    }
    const torch::NoGradGuard noGrad;
    const EvaluationScope evaluation(network);
    const auto batch = batchFor(network, inputs).rows;
    TapCollector collector(network, names);
    for (std::int64_t begin = 0; begin < inputs.size(0); begin += batch) {
        if (stop.stop_requested()) {
            return false;
        }
        collector.clear();
        Rows rows;
        const auto count = std::min(batch, inputs.size(0) - begin);
        rows.logits = network.forward(inputs.narrow(0, begin, count), &collector);
        for (const auto& name : names) {
            if (collector.has(name)) {
                rows.taps[name] = collector.at(name);
            }
        }
        if (auto visited = visit(rows); !visited) {
            return fail(visited.error());
        }
    }
    return !stop.stop_requested();
}

bool stream(zoo::Network& network, const torch::Tensor& inputs,
            const std::vector<std::string>& names, const std::function<void(const Rows&)>& visit,
            const std::stop_token& stop) {
    const auto always = [&](const Rows& rows) -> Result<void> {
        visit(rows);
        return {};
    };
    return *tryStream(network, inputs, names, always, stop);
}

Rows record(zoo::Network& network, const torch::Tensor& inputs,
            const std::vector<std::string>& names, const std::stop_token& stop) {
    std::vector<torch::Tensor> logits;
    std::map<std::string, std::vector<torch::Tensor>> taps;
    const bool whole = stream(
        network, inputs, names,
        [&](const Rows& rows) {
            logits.push_back(rows.logits);
            for (const auto& [name, value] : rows.taps) {
                taps[name].push_back(value);
            }
        },
        stop);
    Rows all;
    if (!whole || logits.empty()) {
        return all;
    }
    all.logits = torch::cat(logits);
    for (const auto& [name, values] : taps) {
        all.taps[name] = torch::cat(values);
    }
    return all;
}

} // namespace tessera::tap
