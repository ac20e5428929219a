#include "core/zoo/script_plan.h"

#include "core/zoo/script_blocks.h"

#include <ATen/Functions.h>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace tessera::zoo {

namespace {

constexpr std::size_t kNamesListed = 12;

// Makes the plan of one network; used once.
class Planner {
public:
    Planner(const torch::jit::Module& module, const TappedGraph& graph, ScriptProbe probe)
        : m_module(module), m_graph(graph), m_probe(std::move(probe)) {
        m_plan.layout = std::move(m_probe.layout);
        m_plan.classes = static_cast<int>(m_probe.logits.size(1));
    }

    Result<ScriptPlan> run(const InputSpec& input, const std::string& feature) {
        m_plan.input = input;
        if (auto chosen = chooseFeature(feature); !chosen) {
            return fail(chosen.error());
        }
        chooseHead();
        dropUnused();
        listPoints();
        note();
        return std::move(m_plan);
    }

private:
    [[nodiscard]] const std::string& pathOf(const ScriptTap& tap) const {
        return m_graph.paths()[static_cast<std::size_t>(tap.place)];
    }

    [[nodiscard]] std::optional<std::size_t> headInput() const {
        const auto& taps = m_plan.layout.taps;
        for (std::size_t i = taps.size(); i-- > 0;) {
            if (taps[i].place == TappedGraph::kHeadInput) {
                return i;
            }
        }
        return std::nullopt;
    }

    Result<void> chooseFeature(const std::string& wanted);
    [[nodiscard]] std::size_t lastInput() const;
    void chooseHead();
    void dropUnused();
    void listPoints();
    void note();

    const torch::jit::Module& m_module;
    const TappedGraph& m_graph;
    ScriptProbe m_probe;
    ScriptPlan m_plan;
};

Result<void> Planner::chooseFeature(const std::string& wanted) {
    const auto& taps = m_plan.layout.taps;
    if (wanted.empty() || wanted == "feature") {
        m_plan.featureTap = headInput().value_or(lastInput());
    } else if (wanted == "output") {
        m_plan.featureTap = ScriptPlan::kOutputIsFeature;
    } else {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < taps.size(); ++i) {
            if (taps[i].place == TappedGraph::kHeadInput) {
                continue;
            }
            if (taps[i].point.name == wanted) {
                m_plan.featureTap = i;
            }
            names.push_back(taps[i].point.name);
        }
        if (m_plan.featureTap == ScriptPlan::kOutputIsFeature) {
            const auto note = m_plan.layout.notes.find(wanted);
            const auto reason = note != m_plan.layout.notes.end()
                                    ? note->second
                                    : std::string("it is not called, or there is none");
            const bool more = names.size() > kNamesListed;
            names.resize(std::min(names.size(), kNamesListed));
            return fail(ErrorCode::InvalidArgument,
                        fmt::format("the feature '{}' cannot be recorded: {}; choose one of {}{}",
                                    wanted, reason, fmt::join(names, ", "), more ? ", ..." : ""));
        }
    }
    m_plan.featureIsHidden = m_plan.featureTap != ScriptPlan::kOutputIsFeature &&
                             taps[m_plan.featureTap].place == TappedGraph::kHeadInput;
    m_plan.featureWidth = m_plan.featureTap == ScriptPlan::kOutputIsFeature
                              ? m_plan.classes
                              : taps[m_plan.featureTap].point.width;
    return {};
}

// What was recorded before the last layer that has parameters of its own.
std::size_t Planner::lastInput() const {
    const auto& taps = m_plan.layout.taps;
    for (std::size_t i = taps.size(); i-- > 1;) {
        const auto place = placeAt(m_module, pathOf(taps[i]));
        const auto value = place.owner.attr(place.name);
        if (!value.isModule()) {
            continue;
        }
        const auto module = value.toModule();
        const auto own = module.named_parameters(/*recurse=*/false);
        if (own.begin() != own.end()) {
            return i - 1;
        }
    }
    return taps.empty() ? ScriptPlan::kOutputIsFeature : taps.size() - 1;
}

// A linear layer is the head if it turns the feature, as recorded, into the output.
void Planner::chooseHead() {
    const auto& head = m_graph.head();
    if (!head || head->weight.empty() || head->bias.empty() ||
        m_plan.featureTap == ScriptPlan::kOutputIsFeature) {
        return;
    }
    m_plan.hasHead = isReadout(m_probe.pooled[m_plan.featureTap], tensorAt(m_module, head->weight),
                               tensorAt(m_module, head->bias), m_probe.logits);
}

// The input of the head has no name of its own: it is the feature or nothing.
void Planner::dropUnused() {
    auto& taps = m_plan.layout.taps;
    for (std::size_t i = taps.size(); i-- > 0;) {
        if (taps[i].place == TappedGraph::kHeadInput && i != m_plan.featureTap) {
            taps.erase(taps.begin() + static_cast<std::ptrdiff_t>(i));
            if (m_plan.featureTap != ScriptPlan::kOutputIsFeature && m_plan.featureTap > i) {
                --m_plan.featureTap;
            }
        }
    }
}

void Planner::listPoints() {
    const auto& taps = m_plan.layout.taps;
    std::set<std::string> called;
    for (const auto& tap : taps) {
        if (tap.place != TappedGraph::kHeadInput) {
            called.insert(pathOf(tap));
        }
    }
    const auto blocks = blockPaths(m_module, called);
    const auto& head = m_graph.head();
    const auto headPath =
        head ? head->weight.substr(0, std::min(head->weight.size(), head->weight.rfind('.'))) : "";
    const auto& entry = m_graph.entry();
    for (std::size_t i = 0; i < taps.size(); ++i) {
        const auto& tap = taps[i];
        const auto& path = pathOf(tap);
        auto point = tap.point;
        point.role = !headPath.empty() && path == headPath ? TapRole::Head
                     : entry.kind == ScriptEntry::Kind::Embedding && path == entry.path
                         ? TapRole::Embedding
                     : blocks.contains(path) ? TapRole::Block
                                             : TapRole::Part;
        if (i != m_plan.featureTap || !m_plan.featureIsHidden) {
            m_plan.points.push_back(point);
            m_plan.shapes[point.name] = tap.shape;
        }
        if (i == m_plan.featureTap) {
            point.name = "feature";
            point.role = TapRole::Feature;
            m_plan.points.push_back(point);
            m_plan.shapes["feature"] = tap.shape;
        }
    }
    m_plan.recordsOutput = called.empty() || m_plan.featureTap == ScriptPlan::kOutputIsFeature;
    if (m_plan.recordsOutput) {
        m_plan.points.push_back(
            {"output", TapLayout::SamplesWidth, TapRole::Block, m_plan.classes});
        m_plan.shapes["output"] = {m_plan.classes};
        if (m_plan.featureTap == ScriptPlan::kOutputIsFeature) {
            m_plan.points.push_back(
                {"feature", TapLayout::SamplesWidth, TapRole::Feature, m_plan.classes});
            m_plan.shapes["feature"] = {m_plan.classes};
        }
    }
}

void Planner::note() {
    for (const auto& [path, calls] : m_probe.calls) {
        m_plan.seen[path].calls = calls;
    }
    for (const auto& [path, text] : m_plan.layout.notes) {
        m_plan.seen[path].note = text;
    }
    for (const auto& [path, type] : m_graph.withoutTensor()) {
        m_plan.seen[path].note = fmt::format("its output is not a tensor ({})", type);
    }
    for (const auto& path : m_graph.paths()) {
        if (!path.empty() && !m_plan.seen.contains(path)) {
            m_plan.seen[path].note = "bypassed: it was not called in evaluation (a branch that was "
                                     "not taken, or a fused form that does without it)";
        }
    }
    auto& warnings = m_plan.warnings;
    if (m_graph.paths().size() == 1) {
        warnings.emplace_back("The network has no submodules (was it frozen?): only its output can "
                              "be recorded.");
    }
    const auto& head = m_graph.head();
    if (!head) {
        warnings.emplace_back("The network does not end in a linear layer: it can teach, but as a "
                              "receiver its outputs cannot be fitted.");
    } else if (head->weight.empty()) {
        warnings.emplace_back("The weights are constants of the code (was it frozen?): it can "
                              "teach, but it cannot learn.");
    } else if (head->bias.empty()) {
        warnings.emplace_back("The last linear layer has no bias: as a receiver its outputs cannot "
                              "be fitted.");
    } else if (!m_plan.hasHead) {
        warnings.emplace_back("The feature is not the input of the last linear layer: as a "
                              "receiver its outputs cannot be fitted.");
    }
    const auto& scores = m_probe.logits;
    if (scores.ge(0).all().item<bool>() &&
        (scores.sum(1) - 1.0).abs().max().item<double>() < 1e-4) {
        warnings.emplace_back("The outputs look like probabilities; scores before the softmax are "
                              "expected.");
    }
}

} // namespace

Result<ScriptPlan> planTaps(torch::jit::Module& module, const TappedGraph& graph,
                            const InputSpec& input, const std::string& feature) {
    auto probe = probeScript(module, graph, input);
    if (!probe) {
        return fail(probe.error());
    }
    return Planner(module, graph, std::move(*probe)).run(input, feature);
}

} // namespace tessera::zoo
