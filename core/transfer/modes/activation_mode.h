#pragma once

#include "core/transfer/mode.h"

namespace tessera::transfer {

// Mode A: the receiver's features are drawn to targets that the hub decodes from the source's
// features of the same inputs, together with distillation of the outputs (Hinton et al. 2015);
// then its head is fitted by ridge regression to the source's logits. No labels are used.
//   loss = wA MSE(features, targets) / mean target variance + wB T^2 KL(source/T || receiver/T)
class ActivationMode : public Mode {
public:
    [[nodiscard]] const ModeDescriptor& descriptor() const override;
    [[nodiscard]] Result<TransferOutcome> run(const TransferInput& input, EventSink& events,
                                              const std::stop_token& stop) const override;
};

} // namespace tessera::transfer
