#pragma once

#include "core/api/run.h"
#include "core/api/token_file.h"

#include <limits>
#include <optional>
#include <string>
#include <vector>

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
    file.formatName = "TBF 1.1";
    file.headerCrc = "crc32c";
    file.bodyCrc = "crc32c";
    file.fileBytes = 9000;
    file.metadataBytes = 800;
    file.vectorCount = 8;
    return file;
}

// The parts of a file of these checks.
inline std::vector<TokenSection> madeSections(const std::string& headerCrc,
                                              const std::string& bodyCrc, HmacState hmac) {
    const auto state = [](const std::string& crc) {
        return crc.empty()    ? CheckState::Unchecked
               : crc == "bad" ? CheckState::Bad
                              : CheckState::Good;
    };
    const auto seal = hmac == HmacState::Valid     ? CheckState::Good
                      : hmac == HmacState::Invalid ? CheckState::Bad
                                                   : CheckState::Unchecked;
    return {{"header", 0, 32, state(headerCrc), ""},
            {"metadata", 32, 800, state(bodyCrc), ""},
            {"padding", 832, 0, state(bodyCrc), ""},
            {"vector", 832, 32, state(bodyCrc), ""},
            {"hmac", 864, 32, seal, ""},
            {"checksum", 896, 4, state(bodyCrc), "The checksum of everything before the trailer."}};
}

// What is found out about a file that passes its checks.
inline TokenExamination madeExamination(const TokenFile& content) {
    TokenExamination examination;
    examination.header = TokenHeader{1, 1, 0, 0, 800, 8, 32};
    examination.headerCrc = content.headerCrc;
    examination.bodyCrc = content.bodyCrc;
    examination.hmac = content.hmac;
    examination.sections = madeSections(content.headerCrc, content.bodyCrc, content.hmac);
    examination.content = content;
    return examination;
}

// What is found out about a file that does not.
inline TokenExamination madeRefusal(ErrorCode code, const std::string& detail,
                                    const std::string& bodyCrc = "crc32c",
                                    HmacState hmac = HmacState::Absent) {
    TokenExamination examination;
    examination.header = TokenHeader{1, 1, hmac == HmacState::Absent ? 0U : 1U, 0, 800, 8, 32};
    examination.headerCrc = "crc32c";
    examination.bodyCrc = bodyCrc;
    examination.hmac = hmac;
    examination.sections = madeSections("crc32c", bodyCrc, hmac);
    examination.refusal = Error{code, detail, std::nullopt};
    return examination;
}

// Bytes that are no token at all.
inline TokenExamination madeGarbage() {
    TokenExamination examination;
    examination.sections = {{"rest", 0, 5000, CheckState::Bad, "This is not a token file."}};
    examination.refusal = Error{ErrorCode::Corrupt, "This is not a token file.", 0};
    return examination;
}

inline SignatureCheck madeSignature(KeyTrust trust, const std::string& signer = "Anna",
                                    const std::string& owner = "Anna") {
    SignatureCheck check;
    check.scheme = "twb-ed25519-1";
    check.state = SignatureCheck::State::Valid;
    check.signer = signer;
    check.publicKeyHex = std::string(64, 'a');
    check.fingerprint = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    check.trust = trust;
    check.trustedName = trust == KeyTrust::Unknown ? "" : owner;
    return check;
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
