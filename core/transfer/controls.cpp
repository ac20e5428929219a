#include "core/transfer/controls.h"

#include "core/api/seed.h"

#include <fmt/format.h>

namespace tessera::transfer {

namespace {

Result<void> checkSource(const ControlSetup& setup) {
    return setup.mode.asksSource
               ? Result<void>()
               : fail(ErrorCode::InvalidArgument, "the method does not ask the source");
}

Result<void> untrainedSource(ControlSetup& setup) {
    if (auto asked = checkSource(setup); !asked) {
        return asked;
    }
    auto fresh = setup.source->fresh(deriveSeed(setup.seed, "control.untrained_source"));
    if (!fresh) {
        return fail(fresh.error());
    }
    setup.source = *fresh;
    return {};
}

Result<void> shuffledTargets(ControlSetup& setup) {
    if (auto asked = checkSource(setup); !asked) {
        return asked;
    }
    setup.shuffleSource = true;
    return {};
}

Result<void> readoutOnly(ControlSetup& setup) {
    if (!setup.mode.endsWithReadout) {
        return fail(ErrorCode::InvalidArgument, "the method does not learn and then read out");
    }
    setup.spec.epochs = 0;
    return {};
}

} // namespace

const std::vector<Control>& controls() {
    static const std::vector<Control> all = {
        {ControlId("untrained_source"), "the same source architecture with fresh weights",
         untrainedSource},
        {ControlId("shuffled_targets"), "features and logits of the source permuted alike",
         shuffledTargets},
        {ControlId("readout_only"), "no epochs: only the receiver's head is fitted", readoutOnly},
    };
    return all;
}

Result<const Control*> findControl(const ControlId& id) {
    std::string known;
    for (const auto& control : controls()) {
        if (control.id == id) {
            return &control;
        }
        known += (known.empty() ? "" : ", ") + control.id.value;
    }
    return fail(ErrorCode::NotFound,
                fmt::format("there is no control '{}'; choose from {}", id.value, known));
}

} // namespace tessera::transfer
