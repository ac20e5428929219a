#pragma once

#include "core/api/token_file.h"
#include "core/token/metadata_codec.h"
#include "tests/fuzz/fuzz_check.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <string>
#include <utility>

namespace tessera::fuzz {

// The number that a token's `integerFields` call by this key.
inline double numberOf(const TokenFile& file, const std::string& key) {
    const Token& token = file.token;
    if (key == "pe" || key == "pd") {
        return key == "pe" ? token.privacyEpsilon : token.privacyDelta;
    }
    if (key == "d" || key == "_q_scale") {
        return key == "d" ? token.driftScore.value() : file.int8.value().scale;
    }
    for (const auto& [name, weight] : token.modalityWeights) {
        if ("m." + name == key) {
            return weight;
        }
    }
    require(false, "every whole number is a number of the token");
    return 0.0;
}

// Copies keep whole numbers whole up to 2^53 (FORMAT.md).
inline Metadata wholeNumbers(const TokenFile& file) {
    constexpr double kLimit = 9007199254740992.0;
    Metadata keys = Metadata::array();
    for (const auto& key : file.token.integerFields) {
        if (std::fabs(numberOf(file, key)) <= kLimit) {
            keys.push_back(key);
        }
    }
    return keys;
}

// Everything but the vector, as MessagePack: integers stay apart from floats, and NaN equals NaN.
inline Bytes fieldsOf(const TokenFile& file) {
    const Token& token = file.token;
    Metadata weights = Metadata::array();
    for (const auto& [name, weight] : token.modalityWeights) {
        weights.push_back(Metadata::array({name, weight}));
    }
    Metadata fields = Metadata::array();
    fields.push_back(knowledgeTypeName(token.knowledgeType));
    fields.push_back(std::move(weights));
    fields.push_back(token.correlationMap);
    fields.push_back(token.lineageDag);
    fields.push_back(token.generation);
    fields.push_back(token.projectionHints);
    fields.push_back(token.privacyEpsilon);
    fields.push_back(token.privacyDelta);
    fields.push_back(token.driftScore ? Metadata(*token.driftScore) : Metadata());
    fields.push_back(token.sourceModelId);
    fields.push_back(token.targetModelId ? Metadata(*token.targetModelId) : Metadata());
    fields.push_back(token.timestamp);
    fields.push_back(token.version);
    fields.push_back(token.customMetadata);
    fields.push_back(wholeNumbers(file));
    fields.push_back(file.unknown);
    fields.push_back(tokenNumbersName(file.numbers));
    if (file.int8) {
        fields.push_back(Metadata::array({file.int8->scale, file.int8->zeroPoint}));
    }
    auto packed = token::packMetadata(fields);
    require(packed.has_value(), "the fields of a token can be packed");
    return std::move(*packed);
}

inline bool sameVector(const std::vector<float>& a, const std::vector<float>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float x, float y) {
        return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
    });
}

} // namespace tessera::fuzz
