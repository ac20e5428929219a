#include "core/jobs/compare_layers.h"

#include "core/api/seed.h"
#include "core/fingerprint/matching.h"
#include "core/fingerprint/spectrum.h"
#include "core/fingerprint/tap_pairs.h"

#include <ATen/CPUGeneratorImpl.h>
#include <torch/types.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tessera::jobs {

namespace {

using fingerprint::TapPairs;

constexpr double kPercentile = 0.95;

torch::Tensor tensorOf(const Matrix& matrix) {
    // Only read from here on.
    return torch::from_blob(const_cast<float*>(matrix.values.data()), // NOLINT
                            {matrix.rows, matrix.columns}, torch::kFloat32);
}

Matrix matrixOf(const torch::Tensor& values) {
    const auto single = values.to(torch::kFloat32).contiguous();
    const float* data = single.data_ptr<float>();
    return {single.size(0), single.size(1), {data, data + single.numel()}};
}

// The rows of all layers of both, or what is wrong with the request.
Result<std::int64_t> checkedRows(const LayerComparisonRequest& request) {
    if (request.neighbours < 1 || request.permutations < 0 || request.mostRows < 0) {
        return fail(ErrorCode::InvalidArgument, "a number of the comparison is out of its range");
    }
    if (!request.source || !request.receiver || request.source->layers.empty() ||
        request.receiver->layers.empty()) {
        return fail(ErrorCode::InvalidArgument, "no layers of the networks were recorded");
    }
    const auto rows = request.source->layers.front().values.rows;
    for (const auto* network : {request.source.get(), request.receiver.get()}) {
        for (const auto& layer : network->layers) {
            if (layer.values.rows != rows) {
                return fail(ErrorCode::InvalidArgument,
                            "the networks did not see the same samples");
            }
        }
    }
    return rows;
}

// So many of them, evenly spread.
torch::Tensor chosenRows(std::int64_t rows, std::int64_t most) {
    const auto count = most == 0 ? rows : std::min(rows, most);
    const auto places = torch::arange(count, torch::kInt64);
    return count == rows ? places : places.mul(rows).div(count, "floor");
}

std::unique_ptr<TapPairs> pairsFor(const LayerComparisonRequest& request, std::int64_t rows) {
    const TapPairs::Size size{rows, static_cast<std::int64_t>(request.source->layers.size()),
                              static_cast<std::int64_t>(request.receiver->layers.size())};
    switch (request.kind) {
    case SimilarityKind::UnbiasedCka:
        return kernelPairs(size, fingerprint::KernelForm::Unbiased);
    case SimilarityKind::LinearCka:
        return kernelPairs(size, fingerprint::KernelForm::Linear);
    case SimilarityKind::MutualNeighbours:
        return fingerprint::neighbourPairs(size, request.neighbours);
    case SimilarityKind::Procrustes:
        return fingerprint::procrustesPairs(size);
    }
    return nullptr;
}

class Comparison {
public:
    Comparison(const LayerComparisonRequest& request, std::int64_t rows, const Watch& watch)
        : m_request(request), m_watch(watch), m_rows(chosenRows(rows, request.mostRows)),
          m_pairs(pairsFor(request, m_rows.size(0))),
          m_layers(static_cast<std::int64_t>(request.source->layers.size() +
                                             request.receiver->layers.size())) {}

    // Nothing if stopped.
    std::shared_ptr<const LayerComparison> run() {
        if (!addAll()) {
            return nullptr;
        }
        auto result = std::make_shared<LayerComparison>();
        result->kind = m_request.kind;
        result->rows = m_rows.size(0);
        const auto similarity = m_pairs->similarity(m_watch.stop());
        if (!similarity.defined() || m_watch.stopRequested()) {
            return nullptr;
        }
        result->similarity = matrixOf(similarity);
        result->permutations = m_pairs->affordable(m_request.permutations);
        if (result->permutations > 0) {
            const auto null = nullOf(result->permutations);
            if (!null.defined()) {
                return nullptr;
            }
            result->null = matrixOf(null);
        }
        result->matchings = matchings(similarity);
        return result;
    }

private:
    bool addAll() {
        std::int64_t done = 0;
        const auto add = [&](const LayerRows& layer, bool left) {
            const auto rows = tensorOf(layer.values).index_select(0, m_rows);
            left ? m_pairs->addLeft(rows) : m_pairs->addRight(rows);
            tell(++done, m_request.permutations);
            return !m_watch.stopRequested();
        };
        const auto all = [&](const NetworkRows& network, bool left) {
            return std::all_of(network.layers.begin(), network.layers.end(),
                               [&](const LayerRows& layer) { return add(layer, left); });
        };
        return !m_watch.stopRequested() && all(*m_request.source, true) &&
               all(*m_request.receiver, false);
    }

    // The smallest of the permuted values that is not exceeded by 95 in 100 others and the value
    // itself, if all were alike. Undefined if stopped.
    torch::Tensor nullOf(int permutations) {
        auto random =
            at::make_generator<at::CPUGeneratorImpl>(deriveSeed(m_request.seed, "layers.null"));
        std::vector<torch::Tensor> values;
        for (int i = 0; i < permutations; ++i) {
            const auto order = torch::randperm(m_rows.size(0), random, torch::kInt64);
            auto one = m_pairs->permuted(order, m_watch.stop());
            if (!one.defined() || m_watch.stopRequested()) {
                return {};
            }
            values.push_back(one.to(torch::kFloat32));
            tell(m_layers + i + 1, permutations);
        }
        const auto place = static_cast<std::int64_t>(std::ceil(kPercentile * (permutations + 1)));
        const auto sorted = std::get<0>(torch::stack(values).sort(0));
        return sorted[std::min<std::int64_t>(place, permutations) - 1];
    }

    void tell(std::int64_t done, std::int64_t permutations) const {
        if (m_watch.progress()) {
            m_watch.progress()(done, m_layers + permutations);
        }
    }

    static std::vector<LayerMatching> matchings(const torch::Tensor& similarity) {
        const auto cells = similarity.accessor<double, 2>();
        std::vector<std::vector<std::optional<double>>> scores;
        for (std::int64_t i = 0; i < cells.size(0); ++i) {
            auto& row = scores.emplace_back();
            for (std::int64_t j = 0; j < cells.size(1); ++j) {
                const double value = cells[i][j];
                row.push_back(std::isfinite(value) ? std::optional(value) : std::nullopt);
            }
        }
        const auto made = [](MatchingKind kind,
                             const std::vector<fingerprint::MatchedPair>& pairs) {
            LayerMatching matching{kind, {}};
            for (const auto& pair : pairs) {
                matching.pairs.push_back({pair.source, pair.receiver});
            }
            return matching;
        };
        return {made(MatchingKind::Ordered, fingerprint::matchInOrder(scores)),
                made(MatchingKind::Hungarian, fingerprint::matchForLargestTotal(scores)),
                made(MatchingKind::Greedy, fingerprint::matchBestFirst(scores))};
    }

    const LayerComparisonRequest& m_request;
    const Watch& m_watch;
    torch::Tensor m_rows;
    std::unique_ptr<TapPairs> m_pairs;
    std::int64_t m_layers;
};

} // namespace

Result<std::shared_ptr<const LayerComparison>> compareLayers(const LayerComparisonRequest& request,
                                                             const Watch& watch) {
    const auto rows = checkedRows(request);
    if (!rows) {
        return fail(rows.error());
    }
    return Comparison(request, *rows, watch).run();
}

Result<std::vector<LayerSpectrum>> layerSpectra(const NetworkRows& network, const Watch& watch) {
    std::vector<LayerSpectrum> all;
    for (const auto& layer : network.layers) {
        if (watch.stopRequested()) {
            return std::vector<LayerSpectrum>();
        }
        auto spectrum = fingerprint::spectrumOf(tensorOf(layer.values));
        all.push_back({layer.name, std::move(spectrum.eigenvalues), spectrum.participationRatio});
        if (watch.progress()) {
            watch.progress()(static_cast<std::int64_t>(all.size()),
                             static_cast<std::int64_t>(network.layers.size()));
        }
    }
    return all;
}

} // namespace tessera::jobs
