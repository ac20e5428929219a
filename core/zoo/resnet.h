#pragma once

#include "core/zoo/zoo_network.h"

#include <torch/nn/modules/batchnorm.h>
#include <torch/nn/modules/conv.h>

namespace tessera::zoo {

// Two 3 x 3 convolutions with batch norm; the sum with the shortcut is the network's business, so
// that the branch can be recorded before it.
class ResidualBlockImpl : public torch::nn::Module {
public:
    ResidualBlockImpl(std::int64_t in, std::int64_t out, std::int64_t stride);
    torch::Tensor forward(const torch::Tensor& input); // the branch
    torch::Tensor shortcut(const torch::Tensor& input);

private:
    torch::nn::Conv2d m_conv1{nullptr}, m_conv2{nullptr}, m_project{nullptr};
    torch::nn::BatchNorm2d m_norm1{nullptr}, m_norm2{nullptr}, m_projectNorm{nullptr};
};
TORCH_MODULE(ResidualBlock);

// The residual network for small images (He et al. 2016, section 4.2): a 3 x 3 convolution, then
// three stages of n blocks with width, 2 width and 4 width channels, halving the image between
// stages, and the mean over the pixels. `depth` = 6n + 2 layers, `width` = channels of the first
// stage (16 in the paper; the width multiplier is width / 16). Rows, flat vectors and embedded
// tokens enter as an image of one channel.
class Resnet : public ZooNetwork {
public:
    explicit Resnet(const Recipe& recipe);
    torch::Tensor forward(const torch::Tensor& input, TapSink* taps) override;
    [[nodiscard]] std::vector<TapPoint> tapPoints() const override;
    [[nodiscard]] std::int64_t featureWidth() const override;

private:
    torch::Tensor asImage(const torch::Tensor& input);

    torch::nn::Embedding m_tokens{nullptr};
    torch::nn::Conv2d m_stem{nullptr};
    torch::nn::BatchNorm2d m_norm{nullptr};
    std::vector<ResidualBlock> m_blocks;
};

// InvalidArgument for a depth that is not 6n + 2 or not within 8 to 56.
[[nodiscard]] Result<void> checkResnet(const Recipe& recipe);
[[nodiscard]] Result<ZooNetworkPtr> buildResnet(const Recipe& recipe);

[[nodiscard]] double resnetParameters(const Recipe& recipe);

} // namespace tessera::zoo
