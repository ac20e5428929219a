#include "app/cli/token_json.h"

#include "app/cli/command.h"
#include "app/cli/vector_statistics.h"
#include "app/composition/run_export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace tessera::cli {

namespace {

using app::numberJson;

template <class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json textOrNull(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

// Appends without looking for the key, which is new: a hostile map has very many.
void append(Json& object, const std::string& key, Json value) {
    object.get_ref<Json::object_t&>().emplace_back(key, std::move(value));
}

// The float64 whose shortest text is that of the float32: 0.1, not 0.10000000149011612.
double shortest(float number) {
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number);
    double value = number;
    std::from_chars(text.data(), written.ptr, value);
    return value;
}

Json vectorJson(const std::vector<float>& vector) {
    auto json = Json::array();
    for (const float number : vector) {
        json.push_back(numberJson(shortest(number)));
    }
    return json;
}

Json statisticsJson(const VectorStatistics& vector) {
    return {{"count", vector.count},
            {"norm", numberJson(vector.norm)},
            {"least", numberJson(vector.least)},
            {"greatest", numberJson(vector.greatest)},
            {"mean", numberJson(vector.mean)},
            {"deviation", numberJson(vector.deviation)},
            {"zeros", vector.zeros},
            {"infinite", vector.infinite}};
}

// Whole numbers that are whole in the file stay so.
Json fieldJson(const Token& token, const std::string& wireKey, double value) {
    const auto& whole = token.integerFields;
    return std::find(whole.begin(), whole.end(), wireKey) != whole.end()
               ? Json(static_cast<std::int64_t>(value))
               : numberJson(value);
}

Json headerJson(const TokenExamination& found) {
    if (const auto& header = found.header) {
        return {{"version", fmt::format("{}.{}", header->major, header->minor)},
                {"flags", header->flags},
                {"quant", header->quant},
                {"metadata_bytes", header->metadataBytes},
                {"vector_count", header->vectorCount},
                {"vector_bytes", header->vectorBytes}};
    }
    if (const auto& content = found.content) { // a pair has no header, but the same sizes
        return {{"version", nullptr},
                {"flags", nullptr},
                {"quant", nullptr},
                {"metadata_bytes", content->metadataBytes},
                {"vector_count", content->vectorCount},
                {"vector_bytes", content->vectorCount * std::int64_t{sizeof(float)}}};
    }
    return nullptr;
}

Json formatJson(const TokenExamination& found) {
    if (found.content) {
        return found.content->formatName;
    }
    return found.header ? Json(fmt::format("TBF {}.{}", found.header->major, found.header->minor))
                        : Json(nullptr);
}

const char* stateName(SignatureCheck::State state) {
    switch (state) {
    case SignatureCheck::State::Valid:
        return "valid";
    case SignatureCheck::State::Invalid:
        return "invalid";
    case SignatureCheck::State::Unreadable:
        break;
    }
    return "unreadable";
}

const char* trustName(KeyTrust trust) {
    switch (trust) {
    case KeyTrust::Trusted:
        return "trusted";
    case KeyTrust::OtherName:
        return "other_name";
    case KeyTrust::Revoked:
        return "revoked";
    case KeyTrust::Unknown:
        break;
    }
    return "unknown";
}

const char* checkName(CheckState state) {
    switch (state) {
    case CheckState::Good:
        return "good";
    case CheckState::Bad:
        return "bad";
    case CheckState::Unchecked:
        break;
    }
    return "unchecked";
}

Json sectionsJson(const std::vector<TokenSection>& sections) {
    auto json = Json::array();
    for (const auto& section : sections) {
        json.push_back({{"id", section.id},
                        {"offset", section.offset},
                        {"bytes", section.bytes},
                        {"state", checkName(section.state)},
                        {"note", textOrNull(section.note)}});
    }
    return json;
}

} // namespace

Json printable(const Metadata& value) {
    if (value.is_number_float()) {
        return numberJson(value.get<double>());
    }
    if (value.is_binary()) {
        std::string hex;
        for (const auto byte : value.get_binary()) {
            hex += fmt::format("{:02x}", byte);
        }
        return {{"$bin", hex}};
    }
    if (value.is_array()) {
        auto json = Json::array();
        for (const auto& item : value) {
            json.push_back(printable(item));
        }
        return json;
    }
    if (value.is_object()) {
        auto json = Json::object();
        for (const auto& [key, item] : value.items()) {
            append(json, key, printable(item));
        }
        return json;
    }
    return value;
}

Json tokenJson(const Token& token, bool withVector) {
    auto weights = Json::object();
    for (const auto& [name, weight] : token.modalityWeights) {
        append(weights, name, fieldJson(token, "m." + name, weight));
    }
    Json json;
    json["knowledge_type"] = knowledgeTypeName(token.knowledgeType);
    if (withVector) {
        json["uhs_vector"] = vectorJson(token.uhsVector);
    }
    json["modality_weights"] = std::move(weights);
    json["correlation_map"] = printable(token.correlationMap);
    json["lineage_dag"] = printable(token.lineageDag);
    json["generation"] = token.generation;
    json["projection_hints"] = printable(token.projectionHints);
    json["privacy_epsilon"] = fieldJson(token, "pe", token.privacyEpsilon);
    json["privacy_delta"] = fieldJson(token, "pd", token.privacyDelta);
    json["drift_score"] = token.driftScore ? fieldJson(token, "d", *token.driftScore) : nullptr;
    json["source_model_id"] = token.sourceModelId;
    json["target_model_id"] = orNull(token.targetModelId);
    json["timestamp"] = token.timestamp;
    json["version"] = token.version;
    json["custom_metadata"] = printable(token.customMetadata);
    return json;
}

Json checksJson(const TokenExamination& found) {
    const auto& content = found.content;
    Json json;
    json["file"] = found.file.string();
    json["format"] = formatJson(found);
    json["numbers"] = content ? Json(tokenNumbersName(content->numbers)) : Json(nullptr);
    json["bytes"] = content ? Json(content->fileBytes) : Json(nullptr);
    json["header"] = headerJson(found);
    const bool looked = found.header || content;
    json["checks"] = {
        {"header_crc", textOrNull(found.headerCrc)},
        {"body_crc", textOrNull(found.bodyCrc)},
        {"hmac", looked ? Json(hmacStateName(found.hmac)) : Json(nullptr)},
        {"signature", content ? Json(signatureState(content->signatures)) : Json(nullptr)}};
    return json;
}

Json examinationJson(const TokenExamination& found, bool full) {
    auto json = checksJson(found);
    if (full) {
        json["sections"] = sectionsJson(found.sections);
    }
    if (const auto& content = found.content) {
        json["signatures"] = signaturesJson(content->signatures);
        json["vector"] = statisticsJson(statisticsOf(content->token.uhsVector));
        json["token"] = tokenJson(content->token, full);
        if (full) {
            json["absent"] = content->absent;
            json["unknown"] = printable(content->unknown);
        }
    }
    if (found.refusal) {
        json["error"] = errorJson(*found.refusal)["error"];
    }
    return json;
}

Json signaturesJson(const std::vector<SignatureCheck>& signatures) {
    auto json = Json::array();
    for (const auto& signature : signatures) {
        json.push_back(
            {{"scheme", signature.scheme},
             {"state", stateName(signature.state)},
             {"signer", signature.signer},
             {"public_key", signature.publicKeyHex},
             {"fingerprint", signature.fingerprint},
             {"covers", signature.covers.empty() ? Json("everything") : Json(signature.covers)},
             {"trust", trustName(signature.trust)},
             {"trusted_name", textOrNull(signature.trustedName)},
             {"problem", textOrNull(signature.problem)}});
    }
    return json;
}

const char* signatureState(const std::vector<SignatureCheck>& signatures) {
    const auto some = [&](SignatureCheck::State state) {
        return std::any_of(signatures.begin(), signatures.end(),
                           [&](const auto& signature) { return signature.state == state; });
    };
    if (some(SignatureCheck::State::Invalid)) {
        return "invalid";
    }
    if (some(SignatureCheck::State::Unreadable)) {
        return "unreadable";
    }
    return signatures.empty() ? "absent" : "valid";
}

Json differenceJson(const TokenDifference& difference, bool perDimension) {
    auto fields = Json::array();
    for (const auto& field : difference.fields) {
        fields.push_back({{"field", field.key},
                          {"left", printable(field.left)},
                          {"right", printable(field.right)}});
    }
    Json vector = {{"left_count", difference.leftCount},
                   {"right_count", difference.rightCount},
                   {"differing", difference.differing},
                   {"cosine", numberJson(difference.cosine)},
                   {"distance", numberJson(difference.distance)},
                   {"largest", numberJson(difference.largest)},
                   {"left_norm", numberJson(difference.leftNorm)},
                   {"right_norm", numberJson(difference.rightNorm)}};
    if (perDimension) {
        vector["per_dimension"] = vectorJson(difference.perDimension);
    }
    return {{"fields", fields}, {"vector", vector}};
}

Json leaksJson(const std::vector<TokenLeak>& leaks) {
    auto json = Json::array();
    for (const auto& leak : leaks) {
        json.push_back({{"id", leak.id},
                        {"field", leak.key},
                        {"value", printable(leak.value)},
                        {"tells", leak.tells},
                        {"by_default", leak.byDefault}});
    }
    return json;
}

Json keyJson(const SignerKey& key) {
    return {{"name", key.name},
            {"public_key", key.publicKeyHex},
            {"fingerprint", key.fingerprint},
            {"added", textOrNull(key.added)},
            {"revoked", key.revoked}};
}

const char* tokenFormatName(TokenFormat format) {
    return format == TokenFormat::Tbf ? "tbf" : "safetensors_json";
}

} // namespace tessera::cli
