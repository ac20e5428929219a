#pragma once

#include "core/api/result.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tessera {

// Free-form metadata. Ordered (the order of keys is the order on the wire), and integers stay
// apart from floats.
using Metadata = nlohmann::ordered_json;

// Frozen wire names are upper case ("ACTIVATION"); integers 0..4 are accepted in this order.
enum class KnowledgeType { Activation, Weight, Dataset, Behaviour, Swarm };

[[nodiscard]] const char* knowledgeTypeName(KnowledgeType type);
[[nodiscard]] std::optional<KnowledgeType> knowledgeTypeFromName(const std::string& name);

// What a transfer hands over. Plain values; the file formats live in core/token.
struct Token {
    KnowledgeType knowledgeType = KnowledgeType::Activation;
    std::vector<float> uhsVector;
    std::vector<std::pair<std::string, double>> modalityWeights; // in wire order
    Metadata correlationMap = Metadata::object();
    Metadata lineageDag = Metadata::object();
    std::int64_t generation = 1;
    Metadata projectionHints = Metadata::array();
    double privacyEpsilon = 0.0; // +infinity = no noise was added
    double privacyDelta = 0.0;
    std::optional<double> driftScore; // empty = not measured, written as no `d` at all
    std::string sourceModelId;
    std::optional<std::string> targetModelId;
    std::string timestamp; // ISO 8601, UTC
    std::string version = "1.0";
    Metadata customMetadata = Metadata::object();
    // Numbers above that are whole numbers in the file this token came from, by their wire keys:
    // "pe", "pd", "d", "m.A". Kept so that a copy is byte-identical; empty in a new token.
    std::vector<std::string> integerFields;
};

} // namespace tessera
