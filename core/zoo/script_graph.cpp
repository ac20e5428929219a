#include "core/zoo/script_graph.h"

#include "core/zoo/script_graph_builder.h"
#include "core/zoo/script_inspection.h"

#include <torch/csrc/jit/runtime/custom_operator.h>
#include <torch/csrc/jit/runtime/graph_executor.h>

#include <fmt/format.h>

namespace tessera::zoo {

namespace {

using torch::jit::IValue;
using torch::jit::Stack;

// Carries the taps through the interpreter.
struct TapHolder : torch::CustomClassHolder {
    explicit TapHolder(ScriptTaps* target) : taps(target) {}
    ScriptTaps* taps;
};

// Hands a value out. It claims to write to a list, so that no pass takes it for useless.
void tapOperator(Stack& stack) {
    const bool overwritten = torch::jit::pop(stack).toBool();
    const auto place = static_cast<int>(torch::jit::pop(stack).toInt());
    const auto value = torch::jit::pop(stack).toTensor();
    const auto holder = torch::jit::pop(stack).toCapsule();
    torch::jit::pop(stack); // the list
    auto* taps = static_cast<TapHolder*>(holder.get())->taps;
    if (taps != nullptr && taps->wants(place)) {
        taps->take(place, overwritten ? value.clone() : value);
    }
}

const torch::jit::RegisterOperators kTapOperator(
    {torch::jit::Operator(kTapSchema, tapOperator, c10::AliasAnalysisKind::FROM_SCHEMA)});

// The first tensor of a value; tuples within tuples are looked into.
at::Tensor firstTensor(const IValue& value) {
    if (value.isTensor()) {
        return value.toTensor();
    }
    if (value.isTuple()) {
        for (const auto& part : value.toTupleRef().elements()) {
            if (auto tensor = firstTensor(part); tensor.defined()) {
                return tensor;
            }
        }
    }
    return {};
}

} // namespace

struct TappedGraph::Executor {
    std::shared_ptr<torch::jit::Graph> graph;
    std::vector<IValue> defaults; // of the arguments after the input
    mutable torch::jit::GraphExecutor executor;
};

TappedGraph::TappedGraph() = default;
TappedGraph::~TappedGraph() = default;

Result<std::shared_ptr<const TappedGraph>> TappedGraph::build(const torch::jit::Module& module) {
    try {
        const auto name = forwardName(module);
        if (!name) {
            return fail(name.error());
        }
        const auto method = module.get_method(*name);
        std::vector<IValue> defaults;
        const auto& arguments = method.function().getSchema().arguments();
        std::string missing;
        for (std::size_t i = 2; i < arguments.size(); ++i) {
            if (arguments[i].default_value()) {
                defaults.push_back(*arguments[i].default_value());
            } else {
                missing += (missing.empty() ? "" : ", ") + arguments[i].name();
            }
        }
        if (arguments.size() < 2 || !missing.empty()) {
            return fail(ErrorCode::Unsupported,
                        arguments.size() < 2
                            ? std::string("the network takes no input")
                            : fmt::format("the network takes more than one input: {} would be "
                                          "missing; export one that takes a single tensor",
                                          missing));
        }
        const torch::jit::GraphOptimizerEnabledGuard plain(false);
        std::shared_ptr<TappedGraph> result(new TappedGraph());
        GraphBuilder builder(module, *name, *result);
        auto built = builder.build();
        if (!built) {
            return fail(built.error());
        }
        result->m_executor.reset(
            new Executor{*built, std::move(defaults), torch::jit::GraphExecutor(*built, "tapped")});
        return std::shared_ptr<const TappedGraph>(std::move(result));
    } catch (const std::exception& error) {
        return fail(
            ErrorCode::Unsupported,
            fmt::format("the network cannot be brought into one graph: {}", shortMessage(error)));
    }
}

std::string TappedGraph::hash() const {
    return graphHash(*m_executor->graph);
}

at::Tensor TappedGraph::run(const torch::jit::Module& module, const at::Tensor& input,
                            ScriptTaps* taps) const {
    // The optimising executor costs seconds in the first passes and gains nothing here.
    const torch::jit::GraphOptimizerEnabledGuard plain(false);
    const c10::AutoGradMode keepMode(c10::GradMode::is_enabled()); // a network may change it
    Stack stack{module._ivalue(), input};
    stack.insert(stack.end(), m_executor->defaults.begin(), m_executor->defaults.end());
    stack.emplace_back(c10::List<std::int64_t>());
    stack.push_back(IValue::make_capsule(c10::make_intrusive<TapHolder>(taps)));
    m_executor->executor.run(stack);
    return stack.empty() ? at::Tensor() : firstTensor(stack.back());
}

AttributePlace placeAt(const torch::jit::Module& module, const std::string& path) {
    AttributePlace place{module, path};
    for (auto dot = place.name.find('.'); dot != std::string::npos; dot = place.name.find('.')) {
        place.owner = place.owner.attr(place.name.substr(0, dot)).toModule();
        place.name = place.name.substr(dot + 1);
    }
    return place;
}

at::Tensor tensorAt(const torch::jit::Module& module, const std::string& path) {
    const auto place = placeAt(module, path);
    if (!place.owner.hasattr(place.name)) {
        return {};
    }
    const auto value = place.owner.attr(place.name);
    return value.isTensor() ? value.toTensor() : at::Tensor();
}

} // namespace tessera::zoo
