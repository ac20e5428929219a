#pragma once

#include "core/api/analysis.h"

namespace tessera::jobs {

// As Analysis has them.
[[nodiscard]] Result<std::shared_ptr<const LayerComparison>>
compareLayers(const LayerComparisonRequest& request, const Watch& watch);
[[nodiscard]] Result<std::vector<LayerSpectrum>> layerSpectra(const NetworkRows& network,
                                                              const Watch& watch);

} // namespace tessera::jobs
