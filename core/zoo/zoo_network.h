#pragma once

#include "core/zoo/network.h"
#include "core/zoo/recipe.h"
#include "core/zoo/self_attention.h"

#include <torch/nn/modules/embedding.h>

#include <string>
#include <vector>

namespace tessera::zoo {

// A network of the zoo: embedding, blocks, pooled feature, linear head. Parameter names and shapes
// are PyTorch's.
class ZooNetwork : public Network {
public:
    explicit ZooNetwork(Recipe recipe);

    [[nodiscard]] const Recipe& recipe() const { return m_recipe; }

    [[nodiscard]] std::int64_t featureWidth() const override { return m_recipe.architecture.width; }
    [[nodiscard]] torch::nn::Linear head() const override { return m_head; }
    [[nodiscard]] std::string identity() const override { return recipeText(m_recipe); }
    [[nodiscard]] std::string describe() const override;
    [[nodiscard]] Result<NetworkPtr> fresh(std::uint64_t seed) const override;
    [[nodiscard]] Result<NetworkPtr> copy() const override;

protected:
    // Subclasses call these in the order of Python's constructors, so that state dicts keep it.
    void registerEmbedding(); // with positions, if the recipe wants them
    void registerTokensOrRows();
    void registerPositions(std::int64_t count); // if the recipe wants them
    void registerHead();

    // (samples, positions, width)
    torch::Tensor embed(const torch::Tensor& input, TapSink* taps);
    torch::Tensor embedWithoutPositions(const torch::Tensor& input, TapSink* taps);
    [[nodiscard]] torch::Tensor addPositions(const torch::Tensor& sequence) const;
    // feature (samples, featureWidth()) -> logits
    torch::Tensor classify(const torch::Tensor& feature, TapSink* taps);

    // Records the attention inside a block as the tap "BLOCK.attention"; empty without taps.
    [[nodiscard]] static AttentionVisitor attentionTap(TapSink* taps, const std::string& block);
    [[nodiscard]] static TapPoint attentionTap(const std::string& block, std::int64_t positions);

    [[nodiscard]] TapPoint embeddingTap() const;
    [[nodiscard]] std::vector<TapPoint> closingTaps() const; // feature, head

private:
    Recipe m_recipe;
    torch::nn::Embedding m_lookup{nullptr};
    torch::nn::Linear m_project{nullptr};
    torch::Tensor m_positions;
    torch::nn::Linear m_head{nullptr};
};

// Any input but tokens as (samples, positions, rowWidth).
[[nodiscard]] torch::Tensor asRows(const torch::Tensor& input, const InputSpec& spec);

using ZooNetworkPtr = std::shared_ptr<ZooNetwork>;

// Trainable numbers of what every family has: embedding, learned positions, head. double, because a
// recipe from a file may ask for more than fits an integer.
[[nodiscard]] double entryAndHeadParameters(const Recipe& recipe);
// Of learned positions alone.
[[nodiscard]] double positionParameters(const Recipe& recipe, std::int64_t count);

} // namespace tessera::zoo
