#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "attention": attention transfer (Zagoruyko and Komodakis 2017) with distillation:
//   loss = 1000 mean (Q_s/|Q_s| - Q_r/|Q_r|)^2 + T^2 KL(s/T || r/T), the mean over batch and
//   places,
// Q = the sum of the squared channels at each position of the last layer that has positions. Maps
// of different sizes are brought to the source's by linear interpolation. InvalidArgument for a
// network without positions, such as a multilayer perceptron.
[[nodiscard]] BaselineMethod attentionMethod();

// Unit-length maps (b, positions) of a layer's unpooled output, in the order of its dimensions.
[[nodiscard]] torch::Tensor attentionMap(const torch::Tensor& value, zoo::TapLayout layout);
// Of two maps of one batch; the receiver's is resized to the source's positions.
[[nodiscard]] torch::Tensor attentionDifference(const torch::Tensor& source,
                                                const torch::Tensor& receiver);

} // namespace tessera::transfer
