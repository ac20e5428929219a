#pragma once

#include "core/zoo/recipe.h"

#include <torch/nn/module.h>
#include <torch/nn/modules/embedding.h>
#include <torch/nn/modules/linear.h>

#include <memory>
#include <string>
#include <vector>

namespace tessera::zoo {

// How the axes of a recorded tensor are to be read.
enum class TapLayout {
    SamplesWidth,          // (B, D)
    SamplesPositionsWidth, // (B, S, D)
    SamplesWidthPositions, // (B, C, L) or (B, C, H, W): channels first
};

enum class TapRole { Embedding, Block, Stream, Feature, Head };

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

// A neural network of the zoo: embedding, blocks, pooled feature, linear head. Parameter names and
// shapes are PyTorch's. Not thread-safe; one thread at a time.
class Network : public torch::nn::Module {
public:
    explicit Network(Recipe recipe);

    [[nodiscard]] const Recipe& recipe() const { return m_recipe; }

    // (samples, ...) as InputSpec says -> logits (samples, classes). Every tap of tapPoints() is
    // recorded into `taps`, when given, in order of execution.
    virtual torch::Tensor forward(const torch::Tensor& input, TapSink* taps) = 0;
    torch::Tensor forward(const torch::Tensor& input) { return forward(input, nullptr); }

    // In order of execution.
    [[nodiscard]] virtual std::vector<TapPoint> tapPoints() const = 0;

    [[nodiscard]] virtual std::vector<NameAlias> aliases() const { return {}; }

    // Width of the `feature` tap, the input of the head.
    [[nodiscard]] std::int64_t featureWidth() const { return m_recipe.architecture.width; }

    [[nodiscard]] torch::nn::Linear head() const { return m_head; }

protected:
    // Subclasses call these in the order of Python's constructors, so that state dicts keep it.
    void registerEmbedding();
    void registerHead();

    // (samples, positions, width)
    torch::Tensor embed(const torch::Tensor& input, TapSink* taps);
    // feature (samples, width) -> logits
    torch::Tensor classify(const torch::Tensor& feature, TapSink* taps);

    [[nodiscard]] TapPoint embeddingTap() const;
    [[nodiscard]] std::vector<TapPoint> closingTaps() const; // feature, head

    static void tap(TapSink* taps, const std::string& name, const torch::Tensor& value) {
        if (taps != nullptr) {
            taps->record(name, value);
        }
    }

private:
    Recipe m_recipe;
    torch::nn::Embedding m_lookup{nullptr};
    torch::nn::Linear m_project{nullptr};
    torch::Tensor m_positions;
    torch::nn::Linear m_head{nullptr};
};

// Trainable numbers of what every family has: embedding, learned positions, head. double, because a
// recipe from a file may ask for more than fits an integer.
[[nodiscard]] double entryAndHeadParameters(const Recipe& recipe);

using NetworkPtr = std::shared_ptr<Network>;

} // namespace tessera::zoo
