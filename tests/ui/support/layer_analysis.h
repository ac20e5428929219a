#pragma once

#include "tests/ui/support/hub_analysis.h"

#include <cmath>

namespace tessera::test {

// An engine that compares made-up layers, one comparison after another where a test wants it.
class LayerAnalysis : public HubAnalysis {
public:
    // --- What a test does with it. Any thread. ---
    mutable std::atomic<int> comparisons{0}, spectraMade{0}, atOnce{0}, mostAtOnce{0};
    std::atomic<bool> comparesBadly{false};
    std::atomic<float> lowest{
        0.05F}; // similarity of the first source layer and the last receiver's

    // Comparisons and spectra wait until they may go on, or are stopped.
    void hold(bool held) {
        {
            const std::lock_guard lock(m_gate);
            m_held = held;
        }
        m_opened.notify_all();
    }
    [[nodiscard]] LayerComparisonRequest lastComparison() const {
        const std::lock_guard lock(m_gate);
        return m_comparison;
    }

    // Most similar where the numbers are the same, and different for every kind.
    [[nodiscard]] static float similarity(SimilarityKind kind, std::int64_t i, std::int64_t j) {
        return 0.9F - 0.3F * static_cast<float>(std::abs(i - j)) -
               0.01F * static_cast<float>(static_cast<int>(kind));
    }
    static constexpr float kNull = 0.4F;

    // --- Analysis ---
    [[nodiscard]] Result<std::shared_ptr<const LayerComparison>>
    compareLayers(const LayerComparisonRequest& request, const Watch& watch) const override {
        ++comparisons;
        {
            const std::lock_guard lock(m_gate);
            m_comparison = request;
        }
        if (!passes(watch)) {
            return std::shared_ptr<const LayerComparison>();
        }
        if (comparesBadly) {
            return fail(ErrorCode::OutOfMemory, "a fake has none");
        }
        auto result = std::make_shared<LayerComparison>();
        const auto rows = static_cast<std::int64_t>(request.source->layers.size());
        const auto columns = static_cast<std::int64_t>(request.receiver->layers.size());
        result->kind = request.kind;
        result->rows = request.source->layers.front().values.rows;
        result->permutations = request.permutations;
        result->similarity = {rows, columns, {}};
        for (std::int64_t i = 0; i < rows; ++i) {
            for (std::int64_t j = 0; j < columns; ++j) {
                const bool broken =
                    std::isnan(request.source->layers[std::size_t(i)].values.at(0, 0));
                result->similarity.values.push_back(broken ? std::nanf("")
                                                    : i == 0 && j == columns - 1
                                                        ? lowest.load()
                                                        : similarity(request.kind, i, j));
            }
        }
        if (request.permutations > 0) {
            result->null = {rows, columns, std::vector<float>(std::size_t(rows * columns), kNull)};
        }
        result->matchings = {{MatchingKind::Ordered, {{0, 0}, {1, 1}, {2, 2}}},
                             {MatchingKind::Hungarian, {{0, 1}, {1, 0}, {2, 2}}},
                             {MatchingKind::Greedy, {{2, 2}}}};
        return result;
    }

    // 4, 2, 1, ... of each unit, times the number of the layer; nothing of one that is not finite.
    [[nodiscard]] Result<std::vector<LayerSpectrum>> spectra(const NetworkRows& network,
                                                             const Watch& watch) const override {
        ++spectraMade;
        if (!passes(watch)) {
            return std::vector<LayerSpectrum>();
        }
        if (comparesBadly) {
            return fail(ErrorCode::OutOfMemory, "a fake has none");
        }
        std::vector<LayerSpectrum> all;
        for (const auto& layer : network.layers) {
            auto& spectrum = all.emplace_back();
            spectrum.layer = layer.name;
            if (std::isnan(layer.values.at(0, 0))) {
                continue;
            }
            double value = 4.0 * static_cast<double>(all.size());
            for (std::int64_t unit = 0; unit < layer.values.columns; ++unit, value /= 2.0) {
                spectrum.eigenvalues.push_back(value);
            }
            spectrum.participationRatio = 1.0 + static_cast<double>(all.size());
        }
        return all;
    }

private:
    bool passes(const Watch& watch) const {
        mostAtOnce = std::max(mostAtOnce.load(), ++atOnce);
        if (watch.progress()) {
            watch.progress()(1, 4);
        }
        std::unique_lock lock(m_gate);
        m_opened.wait(lock, watch.stop(), [&] { return !m_held; });
        --atOnce;
        return !watch.stopRequested();
    }

    mutable std::mutex m_gate;
    mutable std::condition_variable_any m_opened;
    bool m_held = false;
    mutable LayerComparisonRequest m_comparison;
};

} // namespace tessera::test
