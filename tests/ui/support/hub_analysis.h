#pragma once

#include "core/api/analysis.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <stdexcept>

namespace tessera::test {

// An engine that draws and fits made-up pictures of the hub, as fast as it is allowed to. What
// needs no tensors it computes as the real one does.
class HubAnalysis : public Analysis {
public:
    // --- What a test does with it. Any thread. ---
    std::atomic<int> steps{10};
    mutable std::atomic<int> projections{0}, placings{0}, judgements{0}, fits{0}, orders{0};
    std::atomic<bool> fails{false}, fitFails{false};
    std::atomic<bool> throws{false}; // what needs no tensors, as no engine should

    // Layouts wait after so many steps; nothing: they do not.
    void allow(std::optional<int> most) {
        {
            const std::lock_guard lock(m_mutex);
            m_allowed = most;
        }
        m_changed.notify_all();
    }
    [[nodiscard]] ProjectionRequest lastRequest() const {
        const std::lock_guard lock(m_mutex);
        return m_request;
    }

    // Where it puts sample i at a step.
    static float x(std::int64_t i, int step) { return static_cast<float>(i) + 100.0F * step; }
    static float y(std::int64_t i) { return -2.0F * static_cast<float>(i); }

    // --- Analysis ---
    [[nodiscard]] Result<Projection> project(const ProjectionRequest& request,
                                             ProjectionObserver& observer,
                                             const std::stop_token& stop) const override {
        {
            const std::lock_guard lock(m_mutex);
            m_request = request;
        }
        ++projections;
        if (fails) {
            return fail(ErrorCode::Diverged, "a fake flies apart");
        }
        ProjectionFrame frame{0, steps, pictureAt(request.points.rows, 0)};
        observer.progress(ProjectionStage::Axes, 0, 1);
        observer.frame(frame);
        observer.progress(ProjectionStage::Neighbours, 1, 2);
        observer.progress(ProjectionStage::Layout, 0, frame.total);
        while (frame.step < frame.total && mayGoTo(frame.step + 1, stop)) {
            frame = {frame.step + 1, frame.total, pictureAt(request.points.rows, frame.step + 1)};
            observer.frame(frame);
            observer.progress(ProjectionStage::Layout, frame.step, frame.total);
        }
        return Projection{frame.xy, frame.step == frame.total, frame.step, 0, 15, 0.0};
    }

    // Half a unit above the sample of the same number.
    [[nodiscard]] Result<Matrix> placeAmong(const Matrix&, const Matrix& xy, const Matrix& queries,
                                            int, const Watch&) const override {
        ++placings;
        Matrix placed = xy;
        placed.rows = std::min(xy.rows, queries.rows);
        placed.values.resize(static_cast<std::size_t>(2 * placed.rows));
        for (std::size_t i = 1; i < placed.values.size(); i += 2) {
            placed.values[i] += 0.5F;
        }
        return placed;
    }

    [[nodiscard]] Result<std::optional<double>> trustworthiness(const Matrix&, const Matrix&, int,
                                                                const Watch&) const override {
        ++judgements;
        return std::optional(0.875);
    }

    [[nodiscard]] Result<std::shared_ptr<const LayerComparison>>
    compareLayers(const LayerComparisonRequest&, const Watch&) const override {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }

    [[nodiscard]] Result<std::vector<LayerSpectrum>> spectra(const NetworkRows&,
                                                             const Watch&) const override {
        return fail(ErrorCode::Unsupported, "a fake has none");
    }

    // Two axes: 1, 2, ... and the number of anchors.
    [[nodiscard]] Result<std::shared_ptr<const AnchorFit>>
    fitAnchors(const AnchorFitRequest& request, const Watch&) const override {
        ++fits;
        if (fitFails) {
            return fail(ErrorCode::InvalidArgument, "a fake does not vary");
        }
        auto fit = std::make_shared<AnchorFit>();
        fit->anchors = request.anchors;
        const auto rows = request.source->hub.rows;
        fit->source = fit->receiver = {rows, 2, {}};
        for (std::int64_t row = 0; row < rows; ++row) {
            fit->source.values.push_back(static_cast<float>(row + 1));
            fit->source.values.push_back(static_cast<float>(request.anchors));
            fit->receiver.values.push_back(static_cast<float>(row + 2));
            fit->receiver.values.push_back(static_cast<float>(request.anchors));
        }
        fit->axisShares = {0.75, 0.25};
        fit->errorOnAnchors = 0.125;
        fit->errorOnOthers = request.anchors < rows ? std::optional(0.5) : std::nullopt;
        return fit;
    }

    [[nodiscard]] Result<UnitStatistics> unitStatistics(const Matrix& layer,
                                                        const Watch& watch) const override {
        mayThrow();
        return stats::unitStatistics(layer, watch.stop());
    }

    [[nodiscard]] Result<DistributionSet> distributions(const DistributionRequest& request,
                                                        const Watch& watch) const override {
        mayThrow();
        return stats::distributions(request, watch.stop());
    }

    // From the last to the first.
    [[nodiscard]] Result<std::vector<int>> rowsBySimilarity(const Matrix& layer,
                                                            const Watch&) const override {
        ++orders;
        mayThrow();
        std::vector<int> rows;
        for (auto row = static_cast<int>(layer.rows); row > 0; --row) {
            rows.push_back(row - 1);
        }
        return rows;
    }

private:
    void mayThrow() const {
        if (throws) {
            throw std::runtime_error("a fake throws");
        }
    }

    static Matrix pictureAt(std::int64_t rows, int step) {
        Matrix xy{rows, 2, {}};
        for (std::int64_t i = 0; i < rows; ++i) {
            xy.values.push_back(x(i, step));
            xy.values.push_back(y(i));
        }
        return xy;
    }

    bool mayGoTo(int step, const std::stop_token& stop) const {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [&] { return !m_allowed || step <= *m_allowed; });
        return !stop.stop_requested();
    }

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::optional<int> m_allowed;
    mutable ProjectionRequest m_request;
};

} // namespace tessera::test
