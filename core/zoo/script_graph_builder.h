#pragma once

#include "core/zoo/script_graph.h"

#include <torch/csrc/jit/ir/ir.h>

#include <unordered_set>

// How the graph of TappedGraph is made.
namespace tessera::zoo {

inline constexpr const char* kTapSchema =
    "twb::tap(int[](a!) order, Capsule taps, Tensor value, int place, bool overwritten) -> ()";

// Copies the graph of a method, puts the bodies of all calls in their places, and a twb::tap behind
// every call of a submodule. Used once.
class GraphBuilder {
public:
    GraphBuilder(const torch::jit::Module& module, const std::string& method, TappedGraph& facts);

    // Unsupported: too large once all calls are in place. Throws what LibTorch throws.
    [[nodiscard]] Result<std::shared_ptr<torch::jit::Graph>> build();

private:
    using Node = torch::jit::Node;
    using Value = torch::jit::Value;

    void walk(torch::jit::Block* block, int depth);
    Node* visitCall(Node* node);
    void tapCall(Node* call, const std::string& path);
    Node* insertTap(Value* value, int place);
    int placeOf(const std::string& path);
    [[nodiscard]] std::string pathOf(const Value* value) const; // "?" if it is none
    void plain(Node* node);
    void findHead();
    [[nodiscard]] bool isHead(Value* output);
    void findEntry(torch::jit::Block* block, std::unordered_set<const Value*>& reached);
    [[nodiscard]] bool enter(const Node* node);
    [[nodiscard]] at::Tensor weightOf(const Value* value, std::string& path) const;
    void markOverwritten();

    // A module with a weight and one tensor going through it: a head in the code of old versions.
    struct LinearCall {
        std::string path;
        Value* input = nullptr;
        Node* tap = nullptr; // of its output
    };

    const torch::jit::Module& m_module;
    TappedGraph& m_facts;
    std::shared_ptr<torch::jit::Graph> m_graph;
    Value* m_self = nullptr;
    Value* m_input = nullptr;
    Value* m_order = nullptr;
    Value* m_taps = nullptr;
    Value* m_false = nullptr;
    Value* m_true = nullptr;
    std::map<std::string, int> m_places;
    std::vector<LinearCall> m_linearCalls;
    std::size_t m_calls = 0;
    bool m_tooLarge = false;
};

// Equal for graphs that compute the same in the same way; names, taps and positions in files do not
// count, nor do the versions of one type that LibTorch tells apart by number.
[[nodiscard]] std::string graphHash(const torch::jit::Graph& graph);

} // namespace tessera::zoo
