#pragma once

#include "core/api/token.h"
#include "tests/support/golden.h"

#include <QByteArray>

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tessera::token::test {

inline std::vector<std::byte> bytesOf(const QByteArray& text) {
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return {bytes.begin(), bytes.end()};
}

// Metadata as the golden files spell it: {"$bin": hex}, "NaN" and the infinities as text.
inline Metadata metadataFrom(const Metadata& value) {
    if (value.is_object() && value.size() == 1 && value.contains("$bin")) {
        const auto hex = QByteArray::fromStdString(value["$bin"].get<std::string>());
        const auto bytes = QByteArray::fromHex(hex);
        return Metadata::binary(std::vector<std::uint8_t>(bytes.begin(), bytes.end()));
    }
    Metadata result = value;
    if (value.is_structured()) {
        for (auto& item : result) {
            item = metadataFrom(item);
        }
    }
    return result;
}

// The token of a golden sidecar.
inline Token tokenFrom(const Metadata& json) {
    using tessera::test::number;
    Token token;
    token.knowledgeType = knowledgeTypeFromName(json["knowledge_type"].get<std::string>()).value();
    for (const auto& value : json["uhs_vector"]) {
        token.uhsVector.push_back(static_cast<float>(number(value)));
    }
    const auto noteInteger = [&token](const std::string& key, const Metadata& value) {
        if (value.is_number_integer()) {
            token.integerFields.push_back(key);
        }
    };
    for (const auto& [key, value] : json["modality_weights"].items()) {
        token.modalityWeights.emplace_back(key, number(value));
        noteInteger("m." + key, value);
    }
    token.correlationMap = metadataFrom(json["correlation_map"]);
    token.lineageDag = metadataFrom(json["lineage_dag"]);
    token.generation = json["generation"].get<std::int64_t>();
    token.projectionHints = metadataFrom(json["projection_hints"]);
    token.privacyEpsilon = number(json["privacy_epsilon"]);
    noteInteger("pe", json["privacy_epsilon"]);
    token.privacyDelta = number(json["privacy_delta"]);
    noteInteger("pd", json["privacy_delta"]);
    token.driftScore = number(json["drift_score"]);
    noteInteger("d", json["drift_score"]);
    token.sourceModelId = json["source_model_id"].get<std::string>();
    if (!json["target_model_id"].is_null()) {
        token.targetModelId = json["target_model_id"].get<std::string>();
    }
    token.timestamp = json["timestamp"].get<std::string>();
    token.version = json["version"].get<std::string>();
    token.customMetadata = metadataFrom(json["custom_metadata"]);
    return token;
}

} // namespace tessera::token::test
