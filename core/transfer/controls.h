#pragma once

#include "core/transfer/mode.h"

namespace tessera::transfer {

// What a control may change before the same mode runs once more from the same initial receiver.
struct ControlSetup {
    zoo::NetworkPtr source; // replace it, never change it in place
    TransferSpec spec;
    const ModeDescriptor& mode;
    bool shuffleSource = false;
    std::uint64_t seed = 0; // of the experiment
};

// A transfer that must not work. Adding one is a line in controls.cpp and a test.
struct Control {
    ControlId id; // frozen
    std::string description;
    Result<void> (*apply)(ControlSetup&);
};

[[nodiscard]] const std::vector<Control>& controls();

// NotFound for an unknown control, with the controls there are.
[[nodiscard]] Result<const Control*> findControl(const ControlId& id);

} // namespace tessera::transfer
