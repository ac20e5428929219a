#pragma once

#include "core/api/result.h"

#include <torch/csrc/jit/api/module.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

// The forward pass of a TorchScript network as one graph in which every call of a submodule hands
// out what it returned. The network itself is not changed, and the graph reads its parameters where
// they are: several copies of a network share one graph.
namespace tessera::zoo {

// Told what is returned, while the pass runs.
class ScriptTaps {
public:
    virtual ~ScriptTaps() = default;
    // Whether take() is wanted for this place now. Asked once a call.
    virtual bool wants(int place) = 0;
    // The value may be kept: nothing overwrites it.
    virtual void take(int place, const at::Tensor& value) = 0;
};

// A linear layer whose output is the output of the network; paths of its parameters.
struct ScriptHead {
    std::string weight; // "fc.weight"
    std::string bias;   // empty: it has none
};

// The first layer with weights that the input runs into.
struct ScriptEntry {
    enum class Kind { Unknown, Embedding, Linear, Convolution, Recurrent };
    Kind kind = Kind::Unknown;
    std::string path;       // "conv1"
    int spatial = 0;        // Convolution: axes that it slides over
    std::int64_t takes = 0; // channels, numbers of a row, or size of the vocabulary
};

class TappedGraph {
public:
    static constexpr int kHeadInput = 0; // place of the input of `head`, if there is one

    // Unsupported: the network cannot be brought into one graph.
    [[nodiscard]] static Result<std::shared_ptr<const TappedGraph>>
    build(const torch::jit::Module& module);
    ~TappedGraph();

    // The submodule whose calls are handed out as this place; empty for kHeadInput.
    [[nodiscard]] const std::vector<std::string>& paths() const { return m_paths; }
    // Submodules that are called but return no tensor, and what they return instead.
    [[nodiscard]] const std::map<std::string, std::string>& withoutTensor() const {
        return m_withoutTensor;
    }
    [[nodiscard]] const std::optional<ScriptHead>& head() const { return m_head; }
    [[nodiscard]] const ScriptEntry& entry() const { return m_entry; }
    // Whether a pass draws from LibTorch's own random numbers, or may replace buffers.
    [[nodiscard]] bool isRandom() const { return m_isRandom; }
    [[nodiscard]] bool setsAttributes() const { return m_setsAttributes; }

    // Hash of what is computed: operators, constants and how they are connected.
    [[nodiscard]] std::string hash() const;

    // The first tensor that the network returns; undefined if it returns none. Throws what LibTorch
    // throws. `taps` may be null.
    [[nodiscard]] at::Tensor run(const torch::jit::Module& module, const at::Tensor& input,
                                 ScriptTaps* taps) const;

private:
    friend class GraphBuilder;
    struct Executor;
    TappedGraph();

    std::vector<std::string> m_paths;
    std::map<std::string, std::string> m_withoutTensor;
    std::optional<ScriptHead> m_head;
    ScriptEntry m_entry;
    bool m_isRandom = false;
    bool m_setsAttributes = false;
    std::string m_outputType;
    std::unique_ptr<Executor> m_executor;
};

// The tensor at a path such as "layer1.0.conv1.weight"; undefined if there is none.
[[nodiscard]] at::Tensor tensorAt(const torch::jit::Module& module, const std::string& path);

// The submodule that holds the last name of a path, and that name.
struct AttributePlace {
    torch::jit::Module owner;
    std::string name;
};
[[nodiscard]] AttributePlace placeAt(const torch::jit::Module& module, const std::string& path);

} // namespace tessera::zoo
