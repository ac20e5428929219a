#pragma once

#include "core/fingerprint/moments.h"
#include "core/hub/hub.h"

#include <cstdint>
#include <string>

// Refusals that kinds of hubs share.
namespace tessera::hub {

// The set of inputs that a hub was founded on.
struct Foundation {
    std::string referenceHash;
    std::int64_t rows = 0; // 0: none yet
};

// InvalidArgument: fewer than two rows, no matrix, or another reference set than the hub's.
[[nodiscard]] Result<void> checkReference(const std::string& hub, const Foundation& founded,
                                          const AnchorRows& rows);

// Mean and variance of features that can be fitted. InvalidArgument: not finite, or nothing varies
// (a dead network); Io.
[[nodiscard]] Result<fingerprint::ColumnMoments> usableMoments(const AnchorRows& rows);

[[nodiscard]] Error notInHub(const std::string& hub, const AnchorKey& key);
[[nodiscard]] Error otherWeights(const std::string& hub, const AnchorKey& key);
[[nodiscard]] Error otherWidth(const std::string& hub, const AnchorKey& key, std::int64_t expected);

} // namespace tessera::hub
