#include "core/zoo/script_graph_builder.h"

#include "core/zoo/script_inspection.h"

#include <torch/csrc/jit/api/function_impl.h>
#include <torch/csrc/jit/ir/alias_analysis.h>
#include <torch/csrc/jit/passes/inliner.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace tessera::zoo {

namespace {

using torch::jit::Block;
using torch::jit::GraphFunction;
using torch::jit::Node;
using torch::jit::Symbol;
using torch::jit::Value;
using torch::jit::attr::name;
namespace prim = torch::jit::prim;

constexpr std::size_t kMaxCalls = 200'000; // a few lines can call each other that often
constexpr int kDeepestGraph = 400;

Symbol tapKind() {
    static const Symbol kind = Symbol::fromQualString("twb::tap");
    return kind;
}

// A trace calls one module several times as forward, forward1, forward2.
bool isForward(std::string_view method) {
    constexpr std::string_view kForward = "forward";
    if (!method.starts_with(kForward)) {
        return false;
    }
    method.remove_prefix(kForward.size());
    if (method.starts_with("__")) {
        method.remove_prefix(2);
    }
    return std::all_of(method.begin(), method.end(),
                       [](char letter) { return letter >= '0' && letter <= '9'; });
}

bool isOneOf(const Node* node, const auto& names) {
    const std::string_view kind = node->kind().toQualString();
    return std::find(names.begin(), names.end(), kind) != names.end();
}

// What passes the scores of a head on without mixing them.
constexpr std::array kPassing = {
    std::string_view("aten::alias"),         std::string_view("aten::contiguous"),
    std::string_view("aten::flatten"),       std::string_view("aten::float"),
    std::string_view("aten::log_softmax"),   std::string_view("aten::reshape"),
    std::string_view("aten::squeeze"),       std::string_view("aten::to"),
    std::string_view("aten::view"),          std::string_view("prim::unchecked_cast"),
    std::string_view("prim::TupleConstruct")};

constexpr std::array kConvolutions = {
    std::string_view("aten::conv1d"),      std::string_view("aten::conv2d"),
    std::string_view("aten::conv3d"),      std::string_view("aten::_convolution"),
    std::string_view("aten::convolution"), std::string_view("aten::_convolution_mode")};

constexpr std::array kRecurrent = {std::string_view("aten::lstm"), std::string_view("aten::gru"),
                                   std::string_view("aten::rnn_tanh"),
                                   std::string_view("aten::rnn_relu")};

// They draw, but do not say so.
constexpr std::array kDrawing = {std::string_view("aten::lstm"), std::string_view("aten::gru"),
                                 std::string_view("aten::rnn_tanh"),
                                 std::string_view("aten::rnn_relu"),
                                 std::string_view("aten::feature_alpha_dropout")};

} // namespace

GraphBuilder::GraphBuilder(const torch::jit::Module& module, const std::string& method,
                           TappedGraph& facts)
    : m_module(module), m_facts(facts),
      m_graph(torch::jit::toGraphFunction(module.get_method(method).function()).graph()->copy()),
      m_self(m_graph->inputs()[0]), m_input(m_graph->inputs()[1]) {
    m_order = m_graph->addInput("order");
    m_order->setType(c10::ListType::ofInts());
    m_taps = m_graph->addInput("taps");
    m_taps->setType(c10::CapsuleType::get());
    const torch::jit::WithInsertPoint start(*m_graph->block()->nodes().begin());
    m_false = m_graph->insertConstant(false);
    m_true = m_graph->insertConstant(true);
    m_facts.m_paths.emplace_back(); // kHeadInput
}

Result<std::shared_ptr<torch::jit::Graph>> GraphBuilder::build() {
    walk(m_graph->block(), 0);
    if (m_tooLarge) {
        return fail(ErrorCode::Unsupported,
                    "the network's code calls itself up to a size that no network has");
    }
    findHead();
    std::unordered_set<const Value*> reached{m_input};
    findEntry(m_graph->block(), reached);
    markOverwritten();
    m_graph->lint();
    return m_graph;
}

void GraphBuilder::walk(Block* block, int depth) {
    if (depth > kDeepestGraph) {
        m_tooLarge = true;
    }
    for (auto at = block->nodes().begin(); at != block->nodes().end() && !m_tooLarge;) {
        Node* node = *at;
        if (node->kind() == prim::CallMethod || node->kind() == prim::CallFunction) {
            if (Node* before = visitCall(node)) {
                at = torch::jit::graph_node_list_iterator(before, torch::jit::kNextDirection);
                ++at;
                continue;
            }
        }
        ++at; // before plain(), which may remove the node
        for (auto* inner : node->blocks()) {
            walk(inner, depth + 1);
        }
        plain(node);
    }
}

// Puts the body of a call in its place. Returns the node before it, where the walk goes on; null if
// what is called is known only while it runs.
Node* GraphBuilder::visitCall(Node* node) {
    GraphFunction* callee = nullptr;
    std::string path;
    if (node->kind() == prim::CallMethod) {
        const auto type = node->input(0)->type()->cast<c10::ClassType>();
        auto* method = type ? type->findMethod(node->s(name)) : nullptr;
        callee = method != nullptr ? torch::jit::tryToGraphFunction(*method) : nullptr;
        if (callee != nullptr && type->is_module() && isForward(node->s(name))) {
            path = pathOf(node->input(0));
        }
    } else {
        callee = torch::jit::tryToGraphFunction(node);
    }
    if (callee == nullptr) {
        return nullptr;
    }
    if (++m_calls > kMaxCalls) {
        m_tooLarge = true;
        return nullptr;
    }
    if (!path.empty() && path != "?") {
        tapCall(node, path);
    }
    Node* before = node->prev();
    if (node->kind() == prim::CallFunction) {
        node->removeInput(0);
    }
    // The body as it was written: the optimised one has its own calls replaced already.
    torch::jit::inlineCallTo(node, callee, /*use_graph=*/false);
    return before;
}

void GraphBuilder::tapCall(Node* call, const std::string& path) {
    if (call->outputs().size() != 1) {
        m_facts.m_withoutTensor[path] = "nothing";
        return;
    }
    const torch::jit::WithInsertPoint behind(call->next());
    Value* value = call->output();
    while (const auto tuple = value->type()->cast<c10::TupleType>()) {
        const auto& parts = tuple->elements();
        const auto first = std::find_if(parts.begin(), parts.end(), [](const auto& part) {
            return part->kind() == c10::TypeKind::TensorType ||
                   part->kind() == c10::TypeKind::TupleType;
        });
        if (first == parts.end()) {
            break;
        }
        Node* unpack = m_graph->insertNode(m_graph->createTupleUnpack(value));
        value = unpack->outputs()[static_cast<std::size_t>(first - parts.begin())];
    }
    if (value->type()->kind() != c10::TypeKind::TensorType) {
        m_facts.m_withoutTensor[path] = call->output()->type()->annotation_str();
        return;
    }
    Node* tap = insertTap(value, placeOf(path));
    const auto weight = tensorAt(m_module, path + ".weight");
    if (weight.defined() && weight.dim() == 2 && call->inputs().size() == 2) {
        m_linearCalls.push_back({path, call->input(1), tap});
    }
}

Node* GraphBuilder::insertTap(Value* value, int place) {
    Node* tap = m_graph->create(
        tapKind(), {m_order, m_taps, value, m_graph->insertConstant(place), m_false}, 0);
    return m_graph->insertNode(tap);
}

int GraphBuilder::placeOf(const std::string& path) {
    const auto [entry, isNew] = m_places.emplace(path, static_cast<int>(m_facts.m_paths.size()));
    if (isNew) {
        m_facts.m_paths.push_back(path);
    }
    return entry->second;
}

std::string GraphBuilder::pathOf(const Value* value) const {
    std::string path;
    while (value != m_self) {
        const auto* node = value->node();
        if (node->kind() != prim::GetAttr) {
            return "?";
        }
        path = path.empty() ? node->s(name) : node->s(name) + "." + path;
        value = node->input(0);
    }
    return path;
}

void GraphBuilder::plain(Node* node) {
    if (node->kind() == prim::Print || node->kind() == Symbol::aten("warn")) {
        node->destroy(); // what a network has to say would end up between our own lines
        return;
    }
    if (node->kind() == prim::SetAttr) {
        m_facts.m_setsAttributes = true;
    }
    if (node->isNondeterministic() || isOneOf(node, kDrawing)) {
        m_facts.m_isRandom = true;
    }
    // A trace made on a graphics card names that card.
    if (node->kind() == prim::Constant &&
        node->output()->type()->kind() == c10::TypeKind::DeviceObjType &&
        node->hasAttribute(torch::jit::attr::value)) {
        node->s_(torch::jit::attr::value, "cpu");
    }
}

// The last linear layer, if what it returns is returned.
void GraphBuilder::findHead() {
    Value* output = m_graph->outputs()[0];
    for (int i = 0; i < kDeepestGraph && !isHead(output); ++i) {
        Node* node = output->node();
        if (node->kind() == prim::TupleUnpack &&
            node->input()->node()->kind() == prim::TupleConstruct) {
            output = node->input()->node()->input(output->offset());
        } else if (isOneOf(node, kPassing) && !node->inputs().empty()) {
            output = node->input(0);
        } else {
            return;
        }
    }
}

bool GraphBuilder::isHead(Value* output) {
    Node* node = output->node();
    const std::string_view kind = node->kind().toQualString();
    Value* input = nullptr;
    std::string weight;
    std::string bias;
    if (kind == "aten::linear") {
        input = node->input(0);
        weight = pathOf(node->input(1));
        bias = pathOf(node->input(2));
    } else if (kind == "aten::addmm") { // bias + input times weight'
        const auto* turned = node->input(2)->node();
        if (std::string_view(turned->kind().toQualString()) == "aten::t") {
            input = node->input(1);
            weight = pathOf(turned->input(0));
            bias = pathOf(node->input(0));
        }
    }
    for (const auto& call : m_linearCalls) {
        if (input == nullptr && call.tap->input(2) == output) {
            input = call.input;
            weight = call.path + ".weight";
            bias = tensorAt(m_module, call.path + ".bias").defined() ? call.path + ".bias" : "?";
        }
    }
    if (input == nullptr) {
        return false;
    }
    const torch::jit::WithInsertPoint before(node);
    insertTap(input, TappedGraph::kHeadInput);
    m_facts.m_head = ScriptHead{weight == "?" ? "" : weight, bias == "?" ? "" : bias};
    return true;
}

// Follows the input to the first layer with weights.
void GraphBuilder::findEntry(Block* block, std::unordered_set<const Value*>& reached) {
    for (auto* node : block->nodes()) {
        if (m_facts.m_entry.kind != ScriptEntry::Kind::Unknown) {
            return;
        }
        const bool depends =
            std::any_of(node->inputs().begin(), node->inputs().end(),
                        [&](const Value* input) { return reached.contains(input); });
        if (depends && enter(node)) {
            return;
        }
        for (auto* inner : node->blocks()) {
            findEntry(inner, reached);
        }
        if (depends || !node->blocks().empty()) {
            reached.insert(node->outputs().begin(), node->outputs().end());
        }
    }
}

at::Tensor GraphBuilder::weightOf(const Value* value, std::string& path) const {
    path = pathOf(value);
    if (path != "?") {
        return tensorAt(m_module, path);
    }
    path.clear();
    const auto constant = torch::jit::toIValue(value);
    return constant && constant->isTensor() ? constant->toTensor() : at::Tensor();
}

bool GraphBuilder::enter(const Node* node) {
    const std::string_view kind = node->kind().toQualString();
    auto& entry = m_facts.m_entry;
    std::string path;
    const auto take = [&](ScriptEntry::Kind found, const Value* value, std::int64_t axis) {
        const auto weight = weightOf(value, path);
        if (!weight.defined() || weight.dim() < 2) {
            return false;
        }
        entry.kind = found;
        entry.takes = weight.size(axis);
        entry.spatial = static_cast<int>(weight.dim()) - 2;
        const auto dot = path.rfind('.');
        entry.path = dot == std::string::npos ? std::string() : path.substr(0, dot);
        return true;
    };
    if (kind == "aten::embedding") {
        return take(ScriptEntry::Kind::Embedding, node->input(0), 0);
    }
    if (kind == "aten::linear") {
        return take(ScriptEntry::Kind::Linear, node->input(1), 1);
    }
    if (kind == "aten::addmm" || kind == "aten::matmul") {
        const auto* turned = node->input(kind == "aten::addmm" ? 2 : 1)->node();
        return std::string_view(turned->kind().toQualString()) == "aten::t" &&
               take(ScriptEntry::Kind::Linear, turned->input(0), 1);
    }
    if (isOneOf(node, kConvolutions)) {
        if (!take(ScriptEntry::Kind::Convolution, node->input(1), 1)) {
            return false;
        }
        for (std::size_t i = 0; i < node->inputs().size(); ++i) {
            if (node->schema().arguments()[i].name() == "groups") {
                const auto groups = torch::jit::toIValue(node->input(i));
                entry.takes *= groups && groups->isInt() ? groups->toInt() : 1;
            }
        }
        return true;
    }
    if (isOneOf(node, kRecurrent)) {
        for (const auto* input : node->inputs()) { // the list of weights, input weights first
            if (input->node()->kind() == prim::ListConstruct && !input->node()->inputs().empty() &&
                take(ScriptEntry::Kind::Recurrent, input->node()->input(0), 1)) {
                return true;
            }
        }
    }
    return false;
}

// Operators in place would change what a tap has handed out; those values are copied.
void GraphBuilder::markOverwritten() {
    const torch::jit::AliasDb aliases(m_graph);
    std::vector<Block*> blocks{m_graph->block()};
    while (!blocks.empty()) {
        auto* block = blocks.back();
        blocks.pop_back();
        for (auto* node : block->nodes()) {
            if (node->kind() == tapKind() && aliases.hasWriters(node->input(2))) {
                node->replaceInput(4, m_true);
            }
            blocks.insert(blocks.end(), node->blocks().begin(), node->blocks().end());
        }
    }
}

} // namespace tessera::zoo
