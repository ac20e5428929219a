#pragma once

#include "core/api/analysis.h"

namespace tessera::engine {

// The analysis that runs beside LibTorch: core/projection, core/jobs and core/stats behind the
// boundary that no exception passes. Any thread.
class TorchAnalysis : public Analysis {
public:
    [[nodiscard]] Result<Projection> project(const ProjectionRequest& request,
                                             ProjectionObserver& observer,
                                             const std::stop_token& stop) const override;
    [[nodiscard]] Result<Matrix> placeAmong(const Matrix& references, const Matrix& xy,
                                            const Matrix& queries, int neighbours,
                                            const Watch& watch) const override;
    [[nodiscard]] Result<std::optional<double>> trustworthiness(const Matrix& points,
                                                                const Matrix& xy, int neighbours,
                                                                const Watch& watch) const override;
    [[nodiscard]] Result<std::shared_ptr<const LayerComparison>>
    compareLayers(const LayerComparisonRequest& request, const Watch& watch) const override;
    [[nodiscard]] Result<std::vector<LayerSpectrum>> spectra(const NetworkRows& network,
                                                             const Watch& watch) const override;
    [[nodiscard]] Result<std::shared_ptr<const AnchorFit>>
    fitAnchors(const AnchorFitRequest& request, const Watch& watch) const override;
    [[nodiscard]] Result<UnitStatistics> unitStatistics(const Matrix& layer,
                                                        const Watch& watch) const override;
    [[nodiscard]] Result<DistributionSet> distributions(const DistributionRequest& request,
                                                        const Watch& watch) const override;
    [[nodiscard]] Result<std::vector<int>> rowsBySimilarity(const Matrix& layer,
                                                            const Watch& watch) const override;
};

} // namespace tessera::engine
