#include "core/jobs/token_package.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>

namespace tessera::jobs {

namespace {

std::string utcNow() {
    const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("{:%Y-%m-%dT%H:%M:%S}+00:00", fmt::gmtime(now));
}

Metadata lineage(const PackageInput& input) {
    Metadata dag = Metadata::object();
    dag["nodes"] =
        Metadata::array({{{"id", "source"}, {"type", "anchor"}, {"ref", input.sourceId}},
                         {{"id", "receiver"}, {"type", "receiver"}, {"ref", input.receiverId}}});
    dag["edges"] = Metadata::array(
        {{{"from", "source"}, {"to", "receiver"}, {"mode", input.experiment.transfer.mode.value}}});
    dag["root"] = "source";
    return dag;
}

// The claim in words and figures, so that the token can be judged on its own.
Metadata privacy(const PrivacyStatement& statement) {
    Metadata about = Metadata::object();
    const bool noised = std::isfinite(statement.epsilon);
    about["noised"] = noised;
    about["release_size"] = statement.releaseSize;
    if (noised) {
        about["unit"] = statement.unit;
        about["neighbouring"] = statement.neighbouring;
        about["mechanism"] = "analytic Gaussian (Balle and Wang 2018)";
        about["clip"] = statement.clip;
        about["sensitivity"] = statement.sensitivity;
        about["sigma"] = statement.sigma;
        about["noise_to_signal"] =
            statement.noiseToSignal ? Metadata(*statement.noiseToSignal) : Metadata(nullptr);
    }
    about["not_covered"] = statement.notCovered;
    return about;
}

} // namespace

Token makeToken(const PackageInput& input) {
    const auto& spec = input.experiment.transfer;
    Token token;
    token.knowledgeType = KnowledgeType::Activation;
    token.uhsVector = input.outcome.vector;
    token.modalityWeights = {
        {"A", spec.weights.activation}, {"W", spec.weights.weight}, {"B", spec.weights.behaviour}};
    for (const auto& [pair, similarity] : input.outcome.matchedLayers) {
        token.correlationMap[pair] = similarity;
    }
    token.lineageDag = lineage(input);
    token.privacyEpsilon = spec.privacy.epsilon;
    token.privacyDelta = spec.privacy.delta;
    token.driftScore = input.summary.drift.output;
    token.sourceModelId = input.sourceId;
    token.targetModelId = input.receiverId;
    token.timestamp = utcNow();

    auto& x = token.customMetadata;
    x["tx_d_model"] = input.sourceWidth;
    x["rx_d_model"] = input.receiverWidth;
    x["twb.version"] = TESSERA_VERSION;
    x["twb.mode"] = spec.mode.value;
    x["twb.hub"] = {{"kind", spec.hub.kind.value},
                    {"name", input.experiment.data.name},
                    {"rank", input.outcome.hubSpace ? input.outcome.hubSpace->rank() : 0},
                    {"reference_sha256", input.referenceHash}};
    if (spec.hub.whitening > 0.0) {
        x["twb.hub"]["whitening"] = spec.hub.whitening;
    }
    x["twb.source_sha256"] = input.summary.sourceHash;
    x["twb.seed"] = input.experiment.seed;
    if (!token.driftScore) {
        x["twb.drift"] = nullptr;
    }
    if (input.outcome.privacy) {
        x["twb.privacy"] = privacy(*input.outcome.privacy);
    }
    return token;
}

} // namespace tessera::jobs
