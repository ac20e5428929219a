#pragma once

#include "core/api/documents.h"
#include "core/api/run.h"

#include <limits>

namespace tessera::test {

// A token as this program writes them.
inline TokenFile madeTokenFile() {
    TokenFile file;
    auto& token = file.token;
    token.uhsVector = {0.5F, -0.25F, 0.125F, 0.0F, 0.0F, 0.0F, 0.0F, 0.0F};
    token.modalityWeights = {{"A", 0.9}, {"W", 0.05}, {"B", 0.05}};
    token.correlationMap["layers.0:lstm.0"] = 0.71;
    token.correlationMap["feature:feature"] = 0.93;
    token.lineageDag["nodes"] =
        Metadata::array({{{"id", "source"}, {"type", "anchor"}, {"ref", "mlp-128d-4L"}},
                         {{"id", "receiver"}, {"type", "receiver"}, {"ref", "lstm-64d-2L"}}});
    token.lineageDag["edges"] =
        Metadata::array({{{"from", "source"}, {"to", "receiver"}, {"mode", "A"}}});
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    token.privacyDelta = 1e-5;
    token.driftScore = 0.42;
    token.sourceModelId = "mlp-128d-4L";
    token.targetModelId = "lstm-64d-2L";
    token.timestamp = "2026-01-01T12:00:03+00:00";
    token.customMetadata["twb.seed"] = 17;
    token.customMetadata["twb.mode"] = "A";
    file.format = "TBF 1.1";
    file.numbers = "float32";
    file.headerCrc = "crc32c";
    file.bodyCrc = "crc32c";
    file.hmac = "absent";
    file.fileBytes = 9000;
    file.metadataBytes = 800;
    file.vectorCount = 8;
    return file;
}

inline PrivacyStatement madePrivacyStatement() {
    PrivacyStatement statement;
    statement.epsilon = 2.0;
    statement.delta = 1e-5;
    statement.clip = 10.0;
    statement.sensitivity = 0.1;
    statement.sigma = 0.199;
    statement.releaseSize = 200;
    statement.noiseToSignal = 1.5;
    statement.unit = "one sample of the release set";
    statement.notCovered = {"drift_score", "correlation_map", "custom_metadata", "the receiver",
                            "samples that the source or the encoders were fitted on"};
    return statement;
}

} // namespace tessera::test
