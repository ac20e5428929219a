#include "core/projection/project.h"

#include "core/api/watch.h"
#include "core/projection/finite_rows.h"
#include "core/projection/pca2.h"
#include "core/projection/perplexity.h"
#include "core/projection/random.h"
#include "core/projection/tsne.h"
#include "core/projection/umap.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <new>
#include <string>
#include <utility>

namespace tessera::projection {

namespace {

constexpr double kTsneStart = 1e-4;  // deviation of the first coordinate (Kobak and Berens 2019)
constexpr double kTsneJitter = 1e-6; // so that points on a line can leave it
constexpr double kUmapStart = 10;    // largest coordinate, as in umap-learn
constexpr double kUmapJitter = 1e-4;
constexpr std::int64_t kManyPoints = 10'000; // above, UMAP takes fewer epochs
constexpr int kEpochs = 500;
constexpr int kEpochsOfMany = 200;

// --- What may be asked for -----------------------------------------------------------------------

bool isBetween(double value, double least, double most) {
    return value >= least && value <= most; // false for NaN
}

constexpr double kAny = std::numeric_limits<double>::max();

std::string wrongWith(const TsneSettings& settings) {
    if (!isBetween(settings.perplexity, 1, kAny)) {
        return "the perplexity must be 1 or more";
    }
    if (settings.iterations < 0 || settings.exaggeratedIterations < 0) {
        return "the number of iterations must not be negative";
    }
    if (!isBetween(settings.exaggeration, 1, kAny)) {
        return "the exaggeration must be 1 or more";
    }
    if (!isBetween(settings.theta, 0, 1)) {
        return "theta must be from 0 to 1";
    }
    if (!isBetween(settings.learningRate, 0, kAny)) {
        return "the learning rate must be positive, or 0 to have it chosen";
    }
    if (!isBetween(settings.firstMomentum, 0, 1) || !isBetween(settings.momentum, 0, 1)) {
        return "the momentum must be from 0 to 1";
    }
    return {};
}

std::string wrongWith(const UmapSettings& settings) {
    if (settings.neighbours < 2) {
        return "UMAP needs 2 or more neighbours, the point itself counted";
    }
    if (settings.epochs < 0 || settings.negativeSamples < 0) {
        return "the numbers of epochs and of negative samples must not be negative";
    }
    // Beyond, the curve cannot be fitted in float32.
    if (!isBetween(settings.spread, 1e-3, 1e3)) {
        return "the spread must be from 0.001 to 1000";
    }
    if (!isBetween(settings.minDistance, 0, settings.spread)) {
        return "the smallest distance must be from 0 to the spread";
    }
    return {};
}

std::string wrongWith(const ProjectionRequest& request) {
    const auto& points = request.points;
    const auto rows = points.columns > 0
                          ? static_cast<std::int64_t>(points.values.size()) / points.columns
                          : points.rows;
    if (points.rows < 0 || points.columns < 0 || rows != points.rows ||
        static_cast<std::int64_t>(points.values.size()) != rows * points.columns) {
        return "the number of values is not that of rows and columns";
    }
    if (points.rows > std::numeric_limits<std::int32_t>::max()) {
        return "there are more points than can be drawn";
    }
    if (request.threads < 1) {
        return "there must be a thread to compute on";
    }
    switch (request.kind) {
    case ProjectionKind::Pca:
        return {};
    case ProjectionKind::Tsne:
        return wrongWith(request.tsne);
    case ProjectionKind::Umap:
        return wrongWith(request.umap);
    }
    return "this kind of projection is not known";
}

// --- How it begins -------------------------------------------------------------------------------

// Scaled so that `size` becomes `wanted`, with a little noise so that no two points share a place
// that must not.
void prepareStart(std::vector<float>& xy, double size, double wanted, double jitter,
                  std::uint64_t seed) {
    Random random(seed, "projection.start");
    for (float& value : xy) {
        value = static_cast<float>(value / size * wanted + jitter * random.normal());
    }
}

double deviationOfFirst(const std::vector<float>& xy) {
    double sum = 0; // the mean is 0
    for (std::size_t i = 0; i < xy.size(); i += 2) {
        sum += static_cast<double>(xy[i]) * xy[i];
    }
    return std::sqrt(2 * sum / static_cast<double>(xy.size()));
}

double largestIn(const std::vector<float>& xy) {
    double largest = 0;
    for (const float value : xy) {
        largest = std::max(largest, static_cast<double>(std::fabs(value)));
    }
    return largest;
}

// --- One projection ------------------------------------------------------------------------------

// Bound to the thread that makes it.
class Run {
public:
    Run(const ProjectionRequest& request, ProjectionObserver& observer, const std::stop_token& stop)
        : m_request(request), m_observer(observer), m_stop(stop),
          m_rows(finiteRows(request.points)), m_points(rowsAt(request.points, m_rows)) {
        m_frame.xy = spreadTo({}, request.points.rows, {}, 2);
        m_result.leftOut = request.points.rows - m_points.rows;
    }

    Result<Projection> make() {
        if (m_points.rows == 0 || m_points.columns == 0) {
            return fail(ErrorCode::InvalidArgument,
                        m_request.points.values.empty()
                            ? "there are no points to draw"
                            : "every point has a value that is not a finite number");
        }
        if (m_request.kind != ProjectionKind::Pca) {
            bringIntoRange(m_points, largestOf(m_points));
        }
        const auto plane =
            principalPlane(m_points, m_request.threads, watch(ProjectionStage::Axes));
        if (!plane) {
            return ended(false);
        }
        m_xy = coordinatesIn(*plane, m_points, m_request.threads);
        if (m_request.kind == ProjectionKind::Pca || plane->variances[0] == 0) {
            show(0, 0);
            return ended(true);
        }
        return m_request.kind == ProjectionKind::Tsne ? tsne() : umap();
    }

private:
    [[nodiscard]] Watch watch(ProjectionStage stage) {
        m_observer.progress(stage, 0, 1);
        return {m_stop, [this, stage](std::int64_t done, std::int64_t total) {
                    m_observer.progress(stage, done, total);
                }};
    }

    void show(int step, int total) {
        m_frame.step = m_result.steps = step;
        m_frame.total = total;
        for (std::size_t i = 0; i < m_rows.size(); ++i) {
            std::copy_n(m_xy.begin() + static_cast<std::ptrdiff_t>(2 * i), 2,
                        m_frame.xy.values.begin() + 2 * m_rows[i]);
        }
        m_observer.frame(m_frame);
    }

    Projection ended(bool finished) {
        m_result.xy = std::move(m_frame.xy);
        m_result.finished = finished;
        return std::move(m_result);
    }

    Neighbours neighbours(std::int64_t k) {
        NeighbourSearch search;
        search.k = k;
        search.seed = m_request.seed;
        search.threads = m_request.threads;
        auto found = nearestNeighbours(m_points, search, watch(ProjectionStage::Neighbours));
        m_result.neighbours = static_cast<int>(found.k);
        return found;
    }

    Result<Projection> tsne() {
        const auto& settings = m_request.tsne;
        prepareStart(m_xy, deviationOfFirst(m_xy), kTsneStart, kTsneJitter, m_request.seed);
        show(0, settings.iterations);
        const double perplexity = usablePerplexity(settings.perplexity, m_points.rows);
        const auto found = neighbours(tsneNeighbours(perplexity));
        if (found.k == 0) {
            return ended(false);
        }
        m_result.perplexity = perplexity;
        m_observer.progress(ProjectionStage::Graph, 0, 1);
        const auto affinities = tsneAffinities(found, perplexity, m_request.threads);
        TsneLayout layout(affinities, m_xy, settings, m_request.threads);
        return follow(layout, settings.iterations);
    }

    Result<Projection> umap() {
        const auto& settings = m_request.umap;
        const int usual = m_points.rows > kManyPoints ? kEpochsOfMany : kEpochs;
        const int epochs = settings.epochs > 0 ? settings.epochs : usual;
        prepareStart(m_xy, largestIn(m_xy), kUmapStart, kUmapJitter, m_request.seed);
        show(0, epochs);
        const auto found = neighbours(settings.neighbours - 1);
        if (found.k == 0) {
            return ended(false);
        }
        m_observer.progress(ProjectionStage::Graph, 0, 1);
        const auto graph = umapGraph(found, m_request.threads);
        UmapLayout layout(graph, m_xy, settings, epochs, m_request.seed);
        return follow(layout, epochs);
    }

    template <class Layout>
    Result<Projection> follow(Layout& layout, int steps) {
        m_observer.progress(ProjectionStage::Layout, 0, steps);
        while (layout.done() < steps) {
            if (m_stop.stop_requested()) {
                return ended(false);
            }
            if (!layout.step()) {
                return fail(ErrorCode::Diverged,
                            "the points flew apart; choose a smaller learning rate");
            }
            m_xy = layout.xy();
            show(layout.done(), steps);
            m_observer.progress(ProjectionStage::Layout, layout.done(), steps);
        }
        return ended(true);
    }

    const ProjectionRequest& m_request;
    ProjectionObserver& m_observer;
    std::stop_token m_stop;
    std::vector<std::int64_t> m_rows; // those of the request that are drawn
    Matrix m_points;
    std::vector<float> m_xy;
    ProjectionFrame m_frame;
    Projection m_result;
};

} // namespace

Result<Projection> project(const ProjectionRequest& request, ProjectionObserver& observer,
                           const std::stop_token& stop) {
    if (const auto wrong = wrongWith(request); !wrong.empty()) {
        return fail(ErrorCode::InvalidArgument, wrong);
    }
    try {
        return Run(request, observer, stop).make();
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory,
                    "there is not enough memory for so many points; draw fewer of them");
    }
}

} // namespace tessera::projection
