#include "core/engine/torch_analysis.h"

#include "core/engine/guarded.h"
#include "core/jobs/compare_layers.h"
#include "core/jobs/fit_anchors.h"
#include "core/projection/placement.h"
#include "core/projection/project.h"
#include "core/projection/similarity_order.h"
#include "core/projection/trustworthiness.h"

namespace tessera::engine {

Result<Projection> TorchAnalysis::project(const ProjectionRequest& request,
                                          ProjectionObserver& observer,
                                          const std::stop_token& stop) const {
    return guarded([&] { return projection::project(request, observer, stop); });
}

Result<Matrix> TorchAnalysis::placeAmong(const Matrix& references, const Matrix& xy,
                                         const Matrix& queries, int neighbours,
                                         const Watch& watch) const {
    return guarded([&]() -> Result<Matrix> {
        projection::PlacementRequest request;
        request.k = neighbours;
        return projection::placeAmong(references, xy, queries, request, watch);
    });
}

Result<std::optional<double>> TorchAnalysis::trustworthiness(const Matrix& points, const Matrix& xy,
                                                             int neighbours,
                                                             const Watch& watch) const {
    return guarded([&]() -> Result<std::optional<double>> {
        projection::TrustworthinessRequest request;
        request.k = neighbours;
        request.mostRows = 2'000; // each of them against all points
        return projection::trustworthiness(points, xy, request, watch);
    });
}

Result<std::shared_ptr<const LayerComparison>>
TorchAnalysis::compareLayers(const LayerComparisonRequest& request, const Watch& watch) const {
    return guarded([&] { return jobs::compareLayers(request, watch); });
}

Result<std::vector<LayerSpectrum>> TorchAnalysis::spectra(const NetworkRows& network,
                                                          const Watch& watch) const {
    return guarded([&] { return jobs::layerSpectra(network, watch); });
}

Result<std::shared_ptr<const AnchorFit>> TorchAnalysis::fitAnchors(const AnchorFitRequest& request,
                                                                   const Watch& watch) const {
    return guarded([&] { return jobs::fitAnchors(request, watch); });
}

Result<UnitStatistics> TorchAnalysis::unitStatistics(const Matrix& layer,
                                                     const Watch& watch) const {
    return guarded(
        [&]() -> Result<UnitStatistics> { return stats::unitStatistics(layer, watch.stop()); });
}

Result<DistributionSet> TorchAnalysis::distributions(const DistributionRequest& request,
                                                     const Watch& watch) const {
    return guarded(
        [&]() -> Result<DistributionSet> { return stats::distributions(request, watch.stop()); });
}

Result<std::vector<int>> TorchAnalysis::rowsBySimilarity(const Matrix& layer,
                                                         const Watch& watch) const {
    return guarded(
        [&]() -> Result<std::vector<int>> { return projection::rowsBySimilarity(layer, watch); });
}

} // namespace tessera::engine
