#include "core/tap/recording.h"

namespace tessera::tap {

namespace {

constexpr std::int64_t kBatch = 256;

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

bool stream(zoo::Network& network, const torch::Tensor& inputs,
            const std::vector<std::string>& names, const std::function<void(const Rows&)>& visit,
            const std::stop_token& stop) {
    const torch::NoGradGuard noGrad;
    const EvaluationScope evaluation(network);
    TapCollector collector(network, names);
    for (std::int64_t begin = 0; begin < inputs.size(0); begin += kBatch) {
        if (stop.stop_requested()) {
            return false;
        }
        collector.clear();
        Rows rows;
        const auto count = std::min(kBatch, inputs.size(0) - begin);
        rows.logits = network.forward(inputs.narrow(0, begin, count), &collector);
        for (const auto& name : names) {
            if (collector.has(name)) {
                rows.taps[name] = collector.at(name);
            }
        }
        visit(rows);
    }
    return !stop.stop_requested();
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
