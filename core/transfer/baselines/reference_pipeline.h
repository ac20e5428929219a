#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// "reference": what the public implementation (tessera-core 0.1) does, defects included, so that
// both can be shown side by side:
// - the middle one of the layers, their names sorted as text; its output averaged over its second
//   dimension, which are the channels of a convolution;
// - a contrastive hub for each network, trained alone (contrastive_coder.h): the two share no
//   coordinates;
// - targets = receiver's decoder of the source's encoder, in the order of one shuffled pass, which
//   meet the inputs of the next shuffled pass at the same positions: of other inputs;
// - MSE between the receiver's middle layer and the targets, widths brought together by averaging;
//   the head never learns, and nothing is read out.
// Its published settings are 3 epochs, rate 5e-4, batches of 32 and 2048 hub dimensions.
[[nodiscard]] BaselineMethod referenceMethod();

// The layer it takes; empty if the network has none.
[[nodiscard]] std::string referenceLayer(const zoo::Network& network);

} // namespace tessera::transfer
