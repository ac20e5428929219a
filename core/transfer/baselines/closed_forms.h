#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// Methods without learning: one ridge regression (readout.h) whose answers stand in the receiver's
// place.

// "ridge_input": from the raw numbers of an input to the source's logits. What a straight line
// already knows of the task; a network that does no better has learned nothing that needs one. Of n
// inputs of d numbers it takes min(n, d)^2 numbers of memory. InvalidArgument: more than the run
// may use.
[[nodiscard]] BaselineMethod rawRidgeMethod();

// "stitching": an affine map from the source's feature to the receiver's, and then the receiver's
// head as it is (Lenc and Vedaldi 2015; Bansal, Nakkiran and Barak 2021). Whether a receiver that
// has learned before understands the source's features; the source stays part of the answer.
// InvalidArgument: the receiver does not end in a linear layer.
[[nodiscard]] BaselineMethod stitchingMethod();

} // namespace tessera::transfer
