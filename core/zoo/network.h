#pragma once

#include "core/api/input_spec.h"
#include "core/api/result.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/linear.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace tessera::zoo {

// How the axes of a recorded tensor are to be read.
enum class TapLayout {
    SamplesWidth,          // (B, D)
    SamplesPositionsWidth, // (B, S, D)
    SamplesWidthPositions, // (B, C, L) or (B, C, H, W): channels first
    SamplesAttention,      // (B, heads, S, S): how much each position looks at each other one
};

enum class TapRole {
    Embedding,
    Attention,
    Block, // a layer, in matching and layer drift
    Part,  // what a block consists of, or what wraps blocks
    Stream,
    Feature,
    Head
};

// A named place whose output can be recorded.
struct TapPoint {
    std::string name;
    TapLayout layout = TapLayout::SamplesWidth;
    TapRole role = TapRole::Block;
    std::int64_t width = 0;
};

// Receives tensors during forward(). They carry gradients if the pass does.
class TapSink {
public:
    virtual ~TapSink() = default;
    virtual void record(const std::string& name, const torch::Tensor& value) = 0;
};

// Other names under which the same tensors appear in Python's state dicts.
struct NameAlias {
    std::string prefix;    // "layers.0."
    std::string canonical; // "lstm."
};

class Network;
using NetworkPtr = std::shared_ptr<Network>;

// A neural network, of the zoo or from a TorchScript file, as transfers see it: taps, a feature,
// and mostly a linear head on it. Its parameters and buffers are those of torch::nn::Module, by
// PyTorch's names. Not thread-safe; one thread at a time.
class Network : public torch::nn::Module {
public:
    Network(InputSpec input, int classes) : m_input(input), m_classes(classes) {}

    [[nodiscard]] const InputSpec& input() const { return m_input; }
    [[nodiscard]] int classes() const { return m_classes; }

    // (samples, ...) as InputSpec says -> logits (samples, classes). Every tap of tapPoints() is
    // recorded into `taps`, when given, in order of execution.
    virtual torch::Tensor forward(const torch::Tensor& input, TapSink* taps) = 0;
    torch::Tensor forward(const torch::Tensor& input) { return forward(input, nullptr); }

    // In order of execution.
    [[nodiscard]] virtual std::vector<TapPoint> tapPoints() const = 0;

    // Other names of tensors in Python's state dicts.
    [[nodiscard]] virtual std::vector<NameAlias> aliases() const { return {}; }

    // Width of the `feature` tap, the input of the head.
    [[nodiscard]] virtual std::int64_t featureWidth() const = 0;

    // The linear layer from feature to logits; null for a network that does not end in one, which
    // can teach but not be read out. Writing to its weights changes the network.
    [[nodiscard]] virtual torch::nn::Linear head() const = 0;

    // What the network is beside its weights, in a text that goes into hashes; `describe` in words.
    [[nodiscard]] virtual std::string identity() const = 0;
    [[nodiscard]] virtual std::string describe() const = 0;

    // The same architecture with freshly drawn weights: same seed, same weights.
    [[nodiscard]] virtual Result<NetworkPtr> fresh(std::uint64_t seed) const = 0;
    // An independent copy with equal weights.
    [[nodiscard]] virtual Result<NetworkPtr> copy() const = 0;

protected:
    static void tap(TapSink* taps, const std::string& name, const torch::Tensor& value) {
        if (taps != nullptr) {
            taps->record(name, value);
        }
    }

private:
    InputSpec m_input;
    int m_classes = 0;
};

} // namespace tessera::zoo
