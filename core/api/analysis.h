#pragma once

#include "core/api/distribution.h"
#include "core/api/projection.h"
#include "core/api/result.h"
#include "core/api/snapshot.h"
#include "core/api/unit_statistics.h"
#include "core/api/watch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

// What people ask of the numbers that a run has recorded, computed anew each time. Plain values.
namespace tessera {

// Of two taps on the same inputs.
enum class SimilarityKind {
    UnbiasedCka,      // Song et al. 2012; near 0 for unrelated taps, can be negative
    LinearCka,        // Kornblith et al. 2019; 0..1, biased upwards for wide taps
    MutualNeighbours, // share of the k nearest neighbours that both taps agree on, 0..1
    Procrustes,       // 1 - squared orthogonal Procrustes distance / 2 of centred taps of norm 1
};

// Frozen names: "unbiased_cka", "linear_cka", "mutual_knn", "procrustes".
[[nodiscard]] const char* similarityName(SimilarityKind kind);

// One-to-one matchings of the layers of two networks, by similarity.
enum class MatchingKind {
    Ordered,   // largest total among those that keep the order of both networks
    Hungarian, // largest total of all
    Greedy,    // the most similar pair first, and so on
};

struct LayerPair {
    int source = 0;   // index into the source's layers
    int receiver = 0; // into the receiver's
    friend bool operator==(const LayerPair&, const LayerPair&) = default;
};

struct LayerMatching {
    MatchingKind kind = MatchingKind::Ordered;
    std::vector<LayerPair> pairs; // by source layer
};

struct LayerComparisonRequest {
    std::shared_ptr<const NetworkRows> source;
    std::shared_ptr<const NetworkRows> receiver;
    SimilarityKind kind = SimilarityKind::UnbiasedCka;
    int neighbours = 10;         // k of MutualNeighbours, >= 1
    int permutations = 100;      // of the rows of one side, for the null; 0: none
    std::uint64_t seed = 1;      // of the permutations
    std::int64_t mostRows = 500; // evenly spread rows that are compared at most; 0: all
};

struct LayerComparison {
    SimilarityKind kind = SimilarityKind::UnbiasedCka;
    std::int64_t rows = 0; // that were compared
    int permutations = 0;  // that made the null
    Matrix similarity;     // (source layers, receiver layers); NaN: not measured
    Matrix null;           // 95th percentile over the permutations; NaN: not measured; may be empty
    std::vector<LayerMatching> matchings; // one of each kind
};

// How the variance of a layer is spread over its principal axes.
struct LayerSpectrum {
    std::string layer;
    std::vector<double> eigenvalues;          // of the covariance, descending, >= 0
    std::optional<double> participationRatio; // (sum l)^2 / sum l^2; nothing: nothing varies
};

// How well a hub that was fitted on few samples only carries over to the others.
struct AnchorFitRequest {
    std::shared_ptr<const NetworkRows> source;
    std::shared_ptr<const NetworkRows> receiver;
    std::int64_t anchors = 0; // 2..rows; a seeded choice, the same ones first for larger numbers
    std::uint64_t seed = 1;
};

struct AnchorFit {
    std::int64_t anchors = 0;
    Matrix source;   // (rows, axes) hub coordinates of all rows, axes in order of their variance
    Matrix receiver; // of the same inputs
    std::vector<double> axisShares;       // of the source's variance over the anchors, 0..1
    std::optional<double> errorOnAnchors; // |E - H|_F / |H|_F
    std::optional<double> errorOnOthers;  // the same of rows that are no anchors; nothing: none
};

// Pure functions of their arguments, on the calling thread, which must not be the window's; any
// number at a time. They look for a stop often, which is no error: each says what it returns then.
class Analysis {
public:
    virtual ~Analysis() = default;

    // InvalidArgument: a setting outside of its range, or nothing to draw; OutOfMemory; Diverged.
    // Stopped: Projection::finished is false.
    [[nodiscard]] virtual Result<Projection> project(const ProjectionRequest& request,
                                                     ProjectionObserver& observer,
                                                     const std::stop_token& stop) const = 0;

    // Where `queries` (m, d) belong in the picture `xy` (n, 2) of `references` (n, d): the mean of
    // the `neighbours` nearest. (m, 2); empty if stopped.
    [[nodiscard]] virtual Result<Matrix> placeAmong(const Matrix& references, const Matrix& xy,
                                                    const Matrix& queries, int neighbours,
                                                    const Watch& watch) const = 0;

    // Venna and Kaski 2001, 0..1, of the `neighbours` nearest in the picture. Nothing: stopped, or
    // too few points.
    [[nodiscard]] virtual Result<std::optional<double>>
    trustworthiness(const Matrix& points, const Matrix& xy, int neighbours,
                    const Watch& watch) const = 0;

    // InvalidArgument: networks that did not see the same rows, or no layers. A null pointer if
    // stopped.
    [[nodiscard]] virtual Result<std::shared_ptr<const LayerComparison>>
    compareLayers(const LayerComparisonRequest& request, const Watch& watch) const = 0;

    // Of every layer, in order. Empty if stopped.
    [[nodiscard]] virtual Result<std::vector<LayerSpectrum>> spectra(const NetworkRows& network,
                                                                     const Watch& watch) const = 0;

    // The orthogonal hub of the networks' features, fitted anew on some rows. InvalidArgument: too
    // few anchors, no features, or features that do not vary. A null pointer if stopped.
    [[nodiscard]] virtual Result<std::shared_ptr<const AnchorFit>>
    fitAnchors(const AnchorFitRequest& request, const Watch& watch) const = 0;

    // What each unit of a layer does over the samples. What is returned after a stop is of no use.
    [[nodiscard]] virtual Result<UnitStatistics> unitStatistics(const Matrix& layer,
                                                                const Watch& watch) const = 0;

    // How the values of layers are spread. What is returned after a stop is of no use.
    [[nodiscard]] virtual Result<DistributionSet> distributions(const DistributionRequest& request,
                                                                const Watch& watch) const = 0;

    // Row indices from high to low along the first principal axis of the columns (Pearson 1901),
    // with the sign that makes the score of largest magnitude positive. What is not finite counts
    // as its column's mean; where nothing varies, the rows stay as they are. Empty if stopped.
    [[nodiscard]] virtual Result<std::vector<int>> rowsBySimilarity(const Matrix& layer,
                                                                    const Watch& watch) const = 0;
};

} // namespace tessera
