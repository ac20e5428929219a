#include "core/privacy/release.h"

#include "core/stats/gaussian_dp.h"

#include <openssl/rand.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>

namespace tessera::privacy {

namespace {

// A uniform number in (0, 1] with 53 random bits.
Result<double> secureUniform() {
    std::uint64_t bits = 0;
    if (RAND_bytes(reinterpret_cast<unsigned char*>(&bits), sizeof bits) != 1) {
        return fail(ErrorCode::Device,
                    "the system's random generator failed; no private token can be made now");
    }
    return (static_cast<double>(bits >> 11) + 1.0) * 0x1.0p-53;
}

// Box and Muller (1958).
Result<double> secureNormal() {
    const auto u = secureUniform();
    const auto v = secureUniform();
    if (!u || !v) {
        return fail(u ? v.error() : u.error());
    }
    return std::sqrt(-2.0 * std::log(*u)) * std::cos(2.0 * std::numbers::pi * *v);
}

PrivacyStatement statementFor(const PrivacySpec& spec, SourceKnowledge knowledge, std::int64_t rows,
                              const DataHashes& data) {
    PrivacyStatement statement;
    statement.epsilon = spec.epsilon;
    statement.delta = spec.delta;
    statement.clip = spec.clip;
    statement.releaseSize = rows;
    statement.populationHash = data.population;
    statement.splitHash = data.split;
    statement.unit = "one sample of the release set";
    statement.neighbouring = knowledge == SourceKnowledge::FixedWithoutRelease
                                 ? "replace one sample; the source and the encoder were fixed "
                                   "without the release set"
                                 : "replace one sample; what the source was trained on is unknown, "
                                   "so the worst case is assumed";
    statement.notCovered = {"drift_score", "correlation_map", "custom_metadata", "the receiver",
                            "samples that the source or the encoders were fitted on"};
    return statement;
}

} // namespace

void Release::add(const torch::Tensor& rows) {
    auto values = rows.detach().to(torch::kFloat64);
    m_finite = m_finite && torch::isfinite(values).all().item<bool>();
    if (m_spec.enabled()) {
        const auto norms = values.norm(2, 1, /*keepdim=*/true);
        values = values * (m_spec.clip / norms.clamp_min(m_spec.clip));
    }
    m_sum = m_sum.defined() ? m_sum + values.sum(0) : values.sum(0);
    m_count += values.size(0);
}

Result<ReleasedVector> Release::finish(SourceKnowledge knowledge, const DataHashes& data) const {
    if (std::isnan(m_spec.epsilon)) {
        return fail(ErrorCode::InvalidArgument,
                    "privacy: epsilon must be a number above 0, or infinite for no privacy");
    }
    if (m_count < 1 || !m_finite) {
        return fail(ErrorCode::InvalidArgument,
                    "the token's vector needs at least one finite row; enlarge the validation "
                    "split or train with a lower rate");
    }
    const double n = static_cast<double>(m_count);
    const auto mean = m_sum / n;
    ReleasedVector result;
    result.statement = statementFor(m_spec, knowledge, m_count, data);
    if (!m_spec.enabled()) {
        result.statement.notCovered.insert(result.statement.notCovered.begin(), "uhs_vector");
        result.vector = mean.to(torch::kFloat32);
        return result;
    }
    auto& statement = result.statement;
    statement.sensitivity = knowledge == SourceKnowledge::FixedWithoutRelease
                                ? 2.0 * m_spec.clip / n
                                : 2.0 * m_spec.clip;
    const auto sigma = stats::analyticSigma(m_spec.epsilon, m_spec.delta, statement.sensitivity);
    if (!sigma) {
        return fail(sigma.error().within("privacy"));
    }
    statement.sigma = *sigma;
    statement.mu = statement.sensitivity / *sigma;
    auto noisy = mean.contiguous();
    auto* out = noisy.data_ptr<double>();
    for (std::int64_t i = 0; i < noisy.numel(); ++i) {
        const auto noise = secureNormal();
        if (!noise) {
            return fail(noise.error());
        }
        out[i] += *sigma * *noise;
    }
    // From the released vector only, so that the figure itself costs no privacy.
    const double norm = noisy.norm().item<double>();
    const double noiseNorm = *sigma * std::sqrt(static_cast<double>(noisy.numel()));
    if (norm > 0.0) {
        statement.noiseToSignal = noiseNorm / norm;
    }
    result.vector = noisy.to(torch::kFloat32);
    return result;
}

Result<ReleasedVector> release(const torch::Tensor& rows, const PrivacySpec& spec,
                               SourceKnowledge knowledge, const DataHashes& data) {
    Release whole(spec);
    whole.add(rows);
    return whole.finish(knowledge, data);
}

} // namespace tessera::privacy
