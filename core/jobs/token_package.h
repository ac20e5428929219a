#pragma once

#include "core/api/experiment.h"
#include "core/api/run.h"
#include "core/api/token.h"
#include "core/transfer/mode.h"

namespace tessera::jobs {

struct PackageInput {
    const Experiment& experiment;
    const transfer::TransferOutcome& outcome;
    const RunSummary& summary;
    std::string sourceId;
    std::string receiverId;
    std::int64_t sourceWidth = 0;
    std::int64_t receiverWidth = 0;
    std::string referenceHash;
};

// The token of a finished transfer: the released vector, what it was measured by, and under
// "twb.*" what this program knows beyond the reference's fields. A drift that was not measured is
// left out and "twb.drift" is nil.
[[nodiscard]] Token makeToken(const PackageInput& input);

} // namespace tessera::jobs
