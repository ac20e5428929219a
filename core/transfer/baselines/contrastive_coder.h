#pragma once

#include "core/hub/contrastive_coder.h"

namespace tessera::transfer {

// As tessera-core 0.1 trains a hub: one network alone on rows (n, d), its partners being the second
// half of each batch for the first, which are answers to other inputs. False if stopped.
//   loss = InfoNCE(first half, second half; 0.07), both ways, + 0.1 MSE(x^, x)
[[nodiscard]] Result<bool> trainAlone(hub::ContrastiveCoder coder, const torch::Tensor& rows,
                                      const hub::CoderTraining& training,
                                      const std::stop_token& stop);

} // namespace tessera::transfer
