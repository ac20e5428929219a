#include "core/hub/contrastive_hub.h"

#include "core/api/seed.h"
#include "core/hub/hub_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace tessera::hub {

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::int64_t kSteps = 300; // at least, however few rows there are
constexpr std::int64_t kFewestEpochs = 10;
constexpr std::int64_t kBatch = 128; // the more strangers, the harder the partner is to find
constexpr double kRate = 1e-3;
constexpr std::int64_t kManyParameters = 10'000'000; // worth a warning: it takes minutes

std::int64_t epochsFor(std::int64_t rows) {
    const auto batches = (rows + kBatch - 1) / kBatch;
    return std::max(kFewestEpochs, (kSteps + batches - 1) / batches);
}

CoderTraining trainingOf(const FitWatch& watch, std::int64_t rows) {
    CoderTraining training;
    training.epochs = epochsFor(rows);
    training.batch = kBatch;
    training.fewest = 2;
    training.rate = kRate;
    training.seed = deriveSeed(watch.seed, "hub.contrastive.order");
    return training;
}

torch::Tensor reconstruction(ContrastiveCoder& coder, const torch::Tensor& coordinates,
                             const torch::Tensor& rows) {
    return kReconstruction * torch::mse_loss(coder->decode(coordinates), rows);
}

torch::Tensor standardised(const torch::Tensor& rows, const torch::Tensor& mean, double scale) {
    return ((rows.to(torch::kFloat64) - mean) / scale).to(torch::kFloat32);
}

} // namespace

Result<std::unique_ptr<Hub>> ContrastiveHub::create(const std::string& name, std::int64_t dim) {
    if (dim < 1) {
        return fail(ErrorCode::InvalidArgument, "a hub needs at least one dimension");
    }
    return std::unique_ptr<Hub>(new ContrastiveHub(name, dim));
}

// Each number with its gradient and the two moments of AdamW, what a step of AdamW makes of the
// largest matrix, and the activations of a batch with their gradients.
std::int64_t ContrastiveHub::learningBytes(std::int64_t first, std::int64_t second,
                                           std::int64_t dim) {
    constexpr std::int64_t kCopies = 4;
    constexpr std::int64_t kActivations = 16; // of the widest layer
    std::int64_t numbers = 0;
    std::int64_t largest = 0;
    for (const auto width : {first, second}) {
        const auto hidden = std::max(width, dim);
        numbers += kCopies * coderParameters(width, dim) + kActivations * kBatch * hidden;
        largest = std::max(largest, hidden * hidden);
    }
    return static_cast<std::int64_t>(sizeof(float)) * (numbers + 2 * largest);
}

Result<ContrastiveHub::Network> ContrastiveHub::prepared(const AnchorRows& rows) const {
    if (auto good = checkReference(m_name, {m_referenceHash, m_rows}, rows); !good) {
        return fail(good.error());
    }
    const auto columns = usableMoments(rows);
    if (!columns) {
        return fail(columns.error());
    }
    Network network;
    network.weightsHash = rows.key.weightsHash;
    network.mean = columns->mean();
    network.scale = std::sqrt(columns->variance().mean().item<double>());
    return network;
}

void ContrastiveHub::forget(const std::string& network) {
    if (network != m_first) {
        m_networks.erase(network);
    }
}

Result<FitReport> ContrastiveHub::add(const AnchorRows& rows) {
    const auto begin = Clock::now();
    auto network = prepared(rows);
    if (!network) {
        return fail(network.error());
    }
    const bool first = m_networks.empty() || (m_waiting.defined() && rows.key.network == m_first);
    auto report = first                 ? keepFirst(rows, std::move(*network))
                  : m_waiting.defined() ? foundWith(rows, std::move(*network))
                                        : align(rows, std::move(*network));
    if (report) {
        report->seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    }
    return report;
}

Result<FitReport> ContrastiveHub::keepFirst(const AnchorRows& rows, Network network) {
    m_waiting = rows.features;
    m_first = rows.key.network;
    m_referenceHash = rows.referenceHash;
    m_rows = rows.features.count();
    m_networks[m_first] = std::move(network);
    FitReport report;
    report.setTheAxes = true;
    return report;
}

Result<FitReport> ContrastiveHub::foundWith(const AnchorRows& rows, Network network) {
    Pair pair{m_networks.at(m_first), std::move(network), m_waiting, rows.features};
    const auto coderOf = [&](const Network& of, const char* who) {
        return ContrastiveCoder(
            of.mean.size(0), m_dim,
            deriveSeed(rows.watch.seed, fmt::format("hub.contrastive.{}", who)));
    };
    pair.first.coder = coderOf(pair.first, "first");
    pair.second.coder = coderOf(pair.second, "second");
    FitReport report;
    const auto learned = learnTogether(pair, rows.watch);
    if (!learned) {
        return fail(learned.error());
    }
    if (!*learned) {
        report.stopped = true;
        return report;
    }
    auto reference = encoded(pair.first, pair.firstRows);
    if (!reference) {
        return fail(reference.error());
    }
    const auto error = fitErrorOf(pair.secondRows, pair.second, *reference);
    if (!error) {
        return fail(error.error());
    }
    report.fitError = *error;
    describeFit(report, coderParameters(pair.first.mean.size(0), m_dim) +
                            coderParameters(pair.second.mean.size(0), m_dim));
    m_reference = std::move(*reference);
    m_networks[m_first] = std::move(pair.first);
    m_networks[rows.key.network] = std::move(pair.second);
    m_waiting = {};
    return report;
}

Result<FitReport> ContrastiveHub::align(const AnchorRows& rows, Network network) {
    network.coder = ContrastiveCoder(network.mean.size(0), m_dim,
                                     deriveSeed(rows.watch.seed, "hub.contrastive.further"));
    FitReport report;
    const auto learned = learnAlone(network, rows);
    if (!learned) {
        return fail(learned.error());
    }
    if (!*learned) {
        report.stopped = true;
        return report;
    }
    const auto error = fitErrorOf(rows.features, network, m_reference);
    if (!error) {
        return fail(error.error());
    }
    report.fitError = *error;
    describeFit(report, coderParameters(network.mean.size(0), m_dim));
    m_networks[rows.key.network] = std::move(network);
    return report;
}

void ContrastiveHub::describeFit(FitReport& report, std::int64_t parameters) const {
    auto text = fmt::format("the hub's encoders and decoders have {:.1f} million numbers and "
                            "learned for {} epochs",
                            static_cast<double>(parameters) / 1e6, epochsFor(m_rows));
    if (parameters > kManyParameters) {
        text += fmt::format("; a smaller hub.dim than {} is faster", m_dim);
        report.warnings.push_back(std::move(text));
    } else {
        report.details.push_back(std::move(text));
    }
}

Result<bool> ContrastiveHub::learnTogether(Pair& pair, const FitWatch& watch) const {
    auto parameters = pair.first.coder->parameters();
    for (const auto& more : pair.second.coder->parameters()) {
        parameters.push_back(more);
    }
    const auto loss = [&](const torch::Tensor& index) -> Result<torch::Tensor> {
        const auto a = pair.firstRows.gather(index);
        const auto b = pair.secondRows.gather(index);
        if (!a || !b) {
            return fail(a ? b.error() : a.error());
        }
        const auto x = standardised(*a, pair.first.mean, pair.first.scale);
        const auto y = standardised(*b, pair.second.mean, pair.second.scale);
        const auto h = pair.first.coder->encode(x);
        const auto g = pair.second.coder->encode(y);
        return partnerLoss(h, g, kPartnerTemperature) + reconstruction(pair.first.coder, h, x) +
               reconstruction(pair.second.coder, g, y);
    };
    return trainCoders(parameters, pair.firstRows.count(), loss,
                       trainingOf(watch, pair.firstRows.count()), {watch.stop, watch.progress});
}

Result<bool> ContrastiveHub::learnAlone(Network& network, const AnchorRows& rows) const {
    const auto loss = [&](const torch::Tensor& index) -> Result<torch::Tensor> {
        const auto own = rows.features.gather(index);
        const auto h = m_reference.gather(index);
        if (!own || !h) {
            return fail(own ? h.error() : own.error());
        }
        const auto y = standardised(*own, network.mean, network.scale);
        const auto g = network.coder->encode(y);
        return partnerLoss(h->to(torch::kFloat32), g, kPartnerTemperature) +
               reconstruction(network.coder, g, y);
    };
    return trainCoders(network.coder->parameters(), rows.features.count(), loss,
                       trainingOf(rows.watch, rows.features.count()),
                       {rows.watch.stop, rows.watch.progress});
}

Result<tap::RowStore> ContrastiveHub::encoded(const Network& network,
                                              const tap::RowStore& rows) const {
    auto coordinates = tap::RowStore::create({rows.count(), m_dim, torch::kFloat64}, rows.space());
    if (!coordinates) {
        return coordinates;
    }
    const torch::NoGradGuard noGrad;
    auto coder = network.coder;
    const auto atOnce = tap::chunkRows(rows.width() + m_dim);
    auto written = rows.eachChunk(atOnce, [&](std::int64_t, const torch::Tensor& part) {
        return coordinates->append(coder->encode(standardised(part, network.mean, network.scale)));
    });
    return written ? std::move(coordinates) : fail(written.error());
}

Result<double> ContrastiveHub::fitErrorOf(const tap::RowStore& rows, const Network& network,
                                          const tap::RowStore& reference) const {
    double error = 0.0;
    double size = 0.0;
    const torch::NoGradGuard noGrad;
    auto coder = network.coder;
    auto read = tap::eachChunk(
        rows, reference, [&](const torch::Tensor& x, const torch::Tensor& h) -> Result<void> {
            const auto own = coder->encode(standardised(x, network.mean, network.scale));
            error = std::hypot(error, (own.to(torch::kFloat64) - h).norm().item<double>());
            size = std::hypot(size, h.norm().item<double>());
            return {};
        });
    return read ? Result<double>(error / size) : fail(read.error());
}

Result<const ContrastiveHub::Network*>
ContrastiveHub::find(const AnchorKey& key, const torch::Tensor& values, bool coordinates) const {
    const auto found = m_networks.find(key.network);
    if (found == m_networks.end()) {
        return fail(notInHub(m_name, key));
    }
    const auto& network = found->second;
    if (network.weightsHash != key.weightsHash) {
        return fail(otherWeights(m_name, key));
    }
    if (network.coder.is_empty()) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("hub '{}' has no coordinates yet: {} is alone in it; fit a second "
                                "network",
                                m_name, key.network));
    }
    const auto expected = coordinates ? m_dim : network.mean.size(0);
    if (values.dim() != 2 || values.size(1) != expected) {
        return fail(otherWidth(m_name, key, expected));
    }
    return &network;
}

Result<torch::Tensor> ContrastiveHub::encode(const AnchorKey& key,
                                             const torch::Tensor& features) const {
    const auto network = find(key, features, false);
    if (!network) {
        return fail(network.error());
    }
    const torch::NoGradGuard noGrad;
    auto coder = (*network)->coder;
    return coder->encode(standardised(features, (*network)->mean, (*network)->scale));
}

Result<torch::Tensor> ContrastiveHub::encodeUncentred(const AnchorKey& key,
                                                      const torch::Tensor& features) const {
    return encode(key, features);
}

Result<torch::Tensor> ContrastiveHub::decode(const AnchorKey& key,
                                             const torch::Tensor& coordinates) const {
    const auto network = find(key, coordinates, true);
    if (!network) {
        return fail(network.error());
    }
    const torch::NoGradGuard noGrad;
    auto coder = (*network)->coder;
    const auto rows = coder->decode(coordinates.to(torch::kFloat32)).to(torch::kFloat64);
    return (rows * (*network)->scale + (*network)->mean).to(torch::kFloat32);
}

} // namespace tessera::hub
