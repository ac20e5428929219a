#pragma once

#include "core/transfer/baselines/objective.h"

namespace tessera::transfer {

// A baseline as a mode: collects what the source says of the reference inputs, lets the receiver
// learn from it by the method's loss with the same budget as every other mode, and measures the
// same curves, except those that need a hub.
class BaselineMode : public Mode {
public:
    explicit BaselineMode(BaselineMethod method);

    [[nodiscard]] const ModeDescriptor& descriptor() const override { return m_descriptor; }
    [[nodiscard]] Result<TransferOutcome> run(const TransferInput& input, EventSink& events,
                                              const std::stop_token& stop) const override;

private:
    BaselineMethod m_method;
    ModeDescriptor m_descriptor;
};

} // namespace tessera::transfer
