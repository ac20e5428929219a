#include "core/zoo/script_network.h"

#include "core/format/file_io.h"
#include "core/zoo/initialise.h"
#include "core/zoo/script_blocks.h"
#include "core/zoo/script_file.h"
#include "core/zoo/script_graph.h"
#include "core/zoo/script_hash.h"
#include "core/zoo/script_initialise.h"
#include "core/zoo/script_inspection.h"
#include "core/zoo/script_plan.h"
#include "core/zoo/script_shell.h"

#include <torch/csrc/jit/serialization/export.h>

#include <fmt/format.h>

namespace tessera::zoo {

namespace {

constexpr std::size_t kHashLetters = 32;

bool isBelow(const std::string& name, const std::string& prefix) {
    return name.starts_with(prefix) && (name.size() == prefix.size() || name[prefix.size()] == '.');
}

// Real parameters learn, unless they are in one of these submodules. InvalidArgument: one of these
// is not there, or nothing would be left that learns.
Result<void> freeze(const torch::jit::Module& module, const std::vector<std::string>& prefixes) {
    std::set<std::string> unknown(prefixes.begin(), prefixes.end());
    bool anyParameter = false;
    bool anyLearns = false;
    for (auto parameter : module.named_parameters()) {
        bool learns = parameter.value.is_floating_point();
        for (const auto& prefix : prefixes) {
            if (isBelow(parameter.name, prefix)) {
                unknown.erase(prefix);
                learns = false;
            }
        }
        parameter.value.set_requires_grad(learns);
        anyParameter = true;
        anyLearns = anyLearns || learns;
    }
    if (!unknown.empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("freeze: the network has no submodule '{}' with parameters",
                                *unknown.begin()));
    }
    if (anyParameter && !anyLearns) {
        return fail(ErrorCode::InvalidArgument,
                    "freeze: nothing would be left that learns; leave something out");
    }
    return {};
}

Result<void> replaceHead(const torch::jit::Module& module, const TappedGraph& graph, int classes,
                         std::uint64_t seed) {
    const auto& head = graph.head();
    const auto refuse = [](const std::string& found) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("the head cannot be replaced: {}; export a network that ends in a "
                                "linear layer with a bias",
                                found));
    };
    if (!head) {
        return refuse("the network does not end in a linear layer");
    }
    if (head->weight.empty() || head->bias.empty()) {
        return refuse(head->weight.empty() ? "the weights of its last linear layer are constants "
                                             "of the code (was it frozen?)"
                                           : "its last linear layer has no bias");
    }
    auto generator = makeGenerator(seed);
    auto weightPlace = placeAt(module, head->weight);
    auto biasPlace = placeAt(module, head->bias);
    const auto old = tensorAt(module, head->weight);
    const auto weight = torch::empty({classes, old.size(1)}, old.options());
    const auto bias = torch::empty({classes}, old.options());
    drawLinear(weight, bias, generator);
    weightPlace.owner.setattr(weightPlace.name, weight);
    biasPlace.owner.setattr(biasPlace.name, bias);
    return {};
}

} // namespace

struct ScriptNetwork::Plan {
    std::string title;
    std::string identity;
    std::shared_ptr<const TappedGraph> graph;
    ScriptPlan taps;
    std::vector<std::string> frozen;
};

struct ScriptNetwork::State {
    State(torch::jit::Module script, at::Generator own)
        : module(std::move(script)), generator(std::move(own)) {}
    torch::jit::Module module;
    at::Generator generator;
    std::optional<ScriptShell> shell;
    torch::nn::Linear head{nullptr};
};

ScriptNetwork::~ScriptNetwork() = default;

ScriptNetwork::ScriptNetwork(std::shared_ptr<const Plan> plan, std::unique_ptr<State> state)
    : Network(plan->taps.input, plan->taps.classes), m_plan(std::move(plan)),
      m_state(std::move(state)) {
    m_state->shell.emplace(m_state->module, *this);
    if (m_plan->taps.hasHead) {
        const auto& head = *m_plan->graph->head();
        m_state->head = sharedLinear(tensorAt(m_state->module, head.weight),
                                     tensorAt(m_state->module, head.bias));
    }
    eval();
}

Result<ScriptNetworkPtr> ScriptNetwork::create(const ScriptFilePtr& file,
                                               const ScriptOptions& options) {
    const auto operators = inspectOperators(*file);
    if (!operators) {
        return fail(operators.error());
    }
    if (const auto refusal = refusalOf(*operators, file->title)) {
        return fail(*refusal);
    }
    const auto build = [&]() -> Result<ScriptNetworkPtr> {
        const auto graph = TappedGraph::build(file->module);
        if (!graph) {
            return fail(graph.error());
        }
        // The file itself stays as it is.
        auto module = copyModule(file->module);
        if (options.head == HeadChoice::Replace) {
            if (auto done = replaceHead(module, **graph, options.classes, options.seed); !done) {
                return fail(done.error());
            }
        }
        if (auto done = freeze(module, options.freeze); !done) {
            return fail(done.error());
        }
        auto taps = planTaps(module, **graph, options.input, options.feature);
        if (!taps) {
            return fail(taps.error());
        }
        auto plan = std::make_shared<Plan>();
        plan->title = file->title;
        plan->identity =
            fmt::format("torchscript:{}:{}", structureHash(module).substr(0, kHashLetters),
                        (*graph)->hash().substr(0, kHashLetters));
        plan->graph = *graph;
        plan->taps = std::move(*taps);
        plan->frozen = options.freeze;
        return ScriptNetworkPtr(new ScriptNetwork(
            std::move(plan), std::make_unique<State>(module, makeGenerator(options.seed))));
    };
    auto network = build();
    return network ? network : fail(network.error().within(file->title));
}

torch::Tensor ScriptNetwork::forward(const torch::Tensor& input, TapSink* taps) {
    const auto& plan = m_plan->taps;
    PlannedTaps planned(plan.layout, [&](std::size_t index, const torch::Tensor& value) {
        if (index != plan.featureTap || !plan.featureIsHidden) {
            taps->record(plan.layout.taps[index].point.name, value);
        }
        if (index == plan.featureTap) {
            taps->record("feature", value);
        }
    });
    std::optional<RandomScope> random;
    if (m_plan->graph->isRandom()) {
        random.emplace(m_state->generator);
    }
    auto logits = m_plan->graph->run(m_state->module, input, taps != nullptr ? &planned : nullptr);
    if (m_plan->graph->setsAttributes()) {
        m_state->shell->keepInStep();
    }
    TORCH_CHECK(logits.defined() && logits.dim() == 2 && logits.size(1) == classes(),
                "the network did not return one row of class scores per sample");
    logits = logits.scalar_type() == torch::kFloat ? logits : logits.to(torch::kFloat);
    if (taps != nullptr && plan.recordsOutput) {
        taps->record("output", logits);
        if (plan.featureTap == ScriptPlan::kOutputIsFeature) {
            taps->record("feature", logits);
        }
    }
    return logits;
}

std::vector<TapPoint> ScriptNetwork::tapPoints() const {
    return m_plan->taps.points;
}

std::int64_t ScriptNetwork::featureWidth() const {
    return m_plan->taps.featureWidth;
}

torch::nn::Linear ScriptNetwork::head() const {
    return m_state->head;
}

std::string ScriptNetwork::identity() const {
    return m_plan->identity;
}

std::string ScriptNetwork::describe() const {
    return fmt::format("the network of {}", m_plan->title);
}

Result<NetworkPtr> ScriptNetwork::fresh(std::uint64_t seed) const {
    if (parameters().empty()) {
        return fail(ErrorCode::Unsupported,
                    fmt::format("the weights of {} are constants of its code, so that they cannot "
                                "be drawn anew; export it without freezing it",
                                m_plan->title));
    }
    auto module = copyModule(m_state->module);
    drawAnew(module, makeGenerator(seed));
    return NetworkPtr(
        new ScriptNetwork(m_plan, std::make_unique<State>(module, makeGenerator(seed))));
}

Result<NetworkPtr> ScriptNetwork::copy() const {
    auto twin = std::make_unique<State>(copyModule(m_state->module), m_state->generator.clone());
    std::shared_ptr<ScriptNetwork> network(new ScriptNetwork(m_plan, std::move(twin)));
    network->train(is_training());
    return NetworkPtr(std::move(network));
}

void ScriptNetwork::train(bool on) {
    Network::train(on);
    m_state->module.train(on);
    for (const auto& path : m_plan->frozen) {
        const auto place = placeAt(m_state->module, path);
        const auto value = place.owner.attr(place.name);
        if (value.isModule()) {
            value.toModule().eval();
        }
    }
}

Result<void> ScriptNetwork::save(const std::filesystem::path& file) const {
    std::vector<std::byte> bytes;
    try {
        torch::jit::ExportModule(m_state->module, [&bytes](const void* data, std::size_t count) {
            const auto* first = static_cast<const std::byte*>(data);
            bytes.insert(bytes.end(), first, first + count);
            return count;
        });
    } catch (const std::exception& error) {
        return fail(ErrorCode::Internal, fmt::format("{} cannot be written as TorchScript: {}",
                                                     m_plan->title, shortMessage(error)));
    }
    return format::writeFileAtomically(file, bytes);
}

const std::map<std::string, ScriptNetwork::Seen>& ScriptNetwork::seen() const {
    return m_plan->taps.seen;
}

std::vector<std::int64_t> ScriptNetwork::tapShape(const std::string& tap) const {
    const auto found = m_plan->taps.shapes.find(tap);
    return found == m_plan->taps.shapes.end() ? std::vector<std::int64_t>() : found->second;
}

const std::vector<std::string>& ScriptNetwork::warnings() const {
    return m_plan->taps.warnings;
}

Result<ScriptNetworkPtr> loadScriptNetwork(const std::filesystem::path& path,
                                           const ScriptOptions& options,
                                           const std::stop_token& stop,
                                           const LoadProgress& progress) {
    const auto file = loadScript(path, stop, progress);
    if (!file) {
        return fail(file.error());
    }
    return *file ? ScriptNetwork::create(*file, options) : ScriptNetworkPtr();
}

} // namespace tessera::zoo
