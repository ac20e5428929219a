#include "core/hub/relative_hub.h"

#include "core/hub/hub_checks.h"

#include <torch/linalg.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tessera::hub {

namespace {

constexpr double kRidge = 1e-3;           // of the mean eigenvalue
constexpr double kSmallestLength = 1e-12; // of a centred row, below which it has no direction

// The directions of rows from `mean`, of unit length, or 0 where there is none.
torch::Tensor directions(const torch::Tensor& rows, const torch::Tensor& mean) {
    const auto centred = rows.to(torch::kFloat64) - mean;
    return centred / centred.norm(2, 1, true).clamp_min(kSmallestLength);
}

torch::Tensor likenesses(const torch::Tensor& rows, const torch::Tensor& mean,
                         const torch::Tensor& anchors) {
    return torch::matmul(directions(rows, mean), anchors.t());
}

torch::Tensor anchorIndex(std::int64_t rows, std::int64_t anchors) {
    auto index = torch::empty({anchors}, torch::kInt64);
    for (std::int64_t i = 0; i < anchors; ++i) {
        index.data_ptr<std::int64_t>()[i] = i * rows / anchors;
    }
    return index;
}

} // namespace

Result<std::unique_ptr<Hub>> RelativeHub::create(const std::string& name, std::int64_t dim) {
    if (dim < 1) {
        return fail(ErrorCode::InvalidArgument, "a hub needs at least one dimension");
    }
    return std::unique_ptr<Hub>(new RelativeHub(name, dim));
}

void RelativeHub::forget(const std::string& network) {
    if (network != m_first) {
        m_networks.erase(network);
    }
}

Result<FitReport> RelativeHub::add(const AnchorRows& rows) {
    const auto begin = std::chrono::steady_clock::now();
    if (auto good = checkReference(m_name, {m_referenceHash, m_rows}, rows); !good) {
        return fail(good.error());
    }
    FitReport report;
    report.setTheAxes = m_networks.empty() || rows.key.network == m_first;
    const auto anchors =
        m_networks.empty() ? std::min(m_dim, rows.features.count()) : m_anchorCount;
    auto network = fit(rows, anchors);
    if (!network) {
        return fail(network.error());
    }
    if (report.setTheAxes) {
        auto reference = tap::RowStore::create({rows.features.count(), anchors, torch::kFloat64},
                                               rows.features.space());
        if (!reference) {
            return fail(reference.error());
        }
        auto written = rows.features.eachChunk([&](std::int64_t, const torch::Tensor& part) {
            return reference->append(likenesses(part, network->mean, network->anchors));
        });
        if (!written) {
            return fail(written.error());
        }
        m_reference = std::move(*reference);
        m_first = rows.key.network;
        m_referenceHash = rows.referenceHash;
        m_rows = rows.features.count();
        m_anchorCount = anchors;
    } else {
        const auto error = fitErrorOf(rows.features, *network);
        if (!error) {
            return fail(error.error());
        }
        report.fitError = *error;
    }
    network->weightsHash = rows.key.weightsHash;
    m_networks[rows.key.network] = std::move(*network);
    report.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    return report;
}

Result<RelativeHub::Network> RelativeHub::fit(const AnchorRows& rows, std::int64_t anchors) {
    const auto columns = usableMoments(rows);
    if (!columns) {
        return fail(columns.error());
    }
    Network network;
    network.mean = columns->mean();
    const auto chosen = rows.features.gather(anchorIndex(rows.features.count(), anchors));
    if (!chosen) {
        return fail(chosen.error());
    }
    network.anchors = directions(*chosen, network.mean);
    if (auto fitted = fitDecoder(network, rows.features); !fitted) {
        return fail(fitted.error().within(rows.key.network));
    }
    return network;
}

// W = (Hc'Hc + lambda I)^-1 Hc'X, offset = mean(X) - mean(H) W.
Result<void> RelativeHub::fitDecoder(Network& network, const tap::RowStore& features) {
    const auto k = network.anchors.size(0);
    const auto options = torch::TensorOptions().dtype(torch::kFloat64);
    const auto coordinates = [&](const torch::Tensor& part) {
        return likenesses(part, network.mean, network.anchors);
    };
    auto meanH = torch::zeros({k}, options);
    auto read = features.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        meanH += coordinates(part).sum(0);
        return {};
    });
    if (!read) {
        return read;
    }
    meanH /= static_cast<double>(features.count());
    auto gram = torch::zeros({k, k}, options);
    auto cross = torch::zeros({k, features.width()}, options);
    read = features.eachChunk([&](std::int64_t, const torch::Tensor& part) -> Result<void> {
        const auto h = coordinates(part) - meanH;
        gram.addmm_(h.t(), h);
        cross.addmm_(h.t(), part.to(torch::kFloat64) - network.mean);
        return {};
    });
    if (!read) {
        return read;
    }
    gram.diagonal().add_(kRidge * gram.trace() / static_cast<double>(k));
    const auto [factor, bad] = torch::linalg_cholesky_ex(gram);
    if (bad.item<int>() != 0 || !torch::isfinite(factor).all().item<bool>()) {
        return fail(ErrorCode::InvalidArgument,
                    "the likenesses to the anchors do not vary, so nothing can be decoded; use "
                    "more reference samples");
    }
    network.weights = torch::cholesky_solve(cross, factor);
    network.offset = network.mean - torch::matmul(meanH, network.weights);
    return {};
}

Result<double> RelativeHub::fitErrorOf(const tap::RowStore& features,
                                       const Network& network) const {
    double error = 0.0;
    double size = 0.0;
    auto read = tap::eachChunk(features, m_reference,
                               [&](const torch::Tensor& x, const torch::Tensor& h) -> Result<void> {
                                   const auto own = likenesses(x, network.mean, network.anchors);
                                   error = std::hypot(error, (own - h).norm().item<double>());
                                   size = std::hypot(size, h.norm().item<double>());
                                   return {};
                               });
    return read ? Result<double>(error / size) : fail(read.error());
}

Result<const RelativeHub::Network*>
RelativeHub::find(const AnchorKey& key, const torch::Tensor& values, bool coordinates) const {
    const auto found = m_networks.find(key.network);
    if (found == m_networks.end()) {
        return fail(notInHub(m_name, key));
    }
    if (found->second.weightsHash != key.weightsHash) {
        return fail(otherWeights(m_name, key));
    }
    const auto expected = found->second.anchors.size(coordinates ? 0 : 1);
    if (values.dim() != 2 || values.size(1) != expected) {
        return fail(otherWidth(m_name, key, expected));
    }
    return &found->second;
}

Result<torch::Tensor> RelativeHub::encode(const AnchorKey& key,
                                          const torch::Tensor& features) const {
    const auto network = find(key, features, false);
    if (!network) {
        return fail(network.error());
    }
    return likenesses(features, (*network)->mean, (*network)->anchors).to(torch::kFloat32);
}

Result<torch::Tensor> RelativeHub::encodeUncentred(const AnchorKey& key,
                                                   const torch::Tensor& features) const {
    return encode(key, features);
}

Result<torch::Tensor> RelativeHub::decode(const AnchorKey& key,
                                          const torch::Tensor& coordinates) const {
    const auto network = find(key, coordinates, true);
    if (!network) {
        return fail(network.error());
    }
    return ((*network)->offset +
            torch::matmul(coordinates.to(torch::kFloat64), (*network)->weights))
        .to(torch::kFloat32);
}

} // namespace tessera::hub
