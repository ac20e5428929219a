#pragma once

#include "core/api/token_file.h"
#include "core/format/file_io.h"
#include "core/token/crc.h"
#include "core/token/tbf_layout.h"
#include "tests/support/golden.h"

#include <QByteArray>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tessera::token::test {

inline std::vector<std::byte> bytesOf(const QByteArray& text) {
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return {bytes.begin(), bytes.end()};
}

inline std::vector<std::byte> fileBytes(const std::filesystem::path& path) {
    return format::readFile(path, kTbfMaxFileBytes).value();
}

// The sidecars in golden/tbf; the file itself lies beside each.
inline std::vector<std::filesystem::path> sidecars() {
    std::vector<std::filesystem::path> files;
    const auto folder = tessera::test::goldenDir() / "tbf";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".json") {
            files.push_back(entry.path());
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

inline std::optional<std::string> keyFromHex(const Metadata& hex) {
    if (hex.is_null()) {
        return std::nullopt;
    }
    return QByteArray::fromHex(QByteArray::fromStdString(hex.get<std::string>())).toStdString();
}

inline void putU32(std::vector<std::byte>& file, std::size_t offset, std::uint32_t value) {
    for (unsigned i = 0; i < 4; ++i) {
        file[offset + i] = static_cast<std::byte>(value >> (8 * i));
    }
}

// Makes both checksums right again after the file was tampered with.
inline void mendChecksums(std::vector<std::byte>& file) {
    putU32(file, kTbfHeaderCrcOffset,
           crc(CrcKind::Crc32c, std::span(file).first(kTbfHeaderCrcOffset)));
    putU32(file, file.size() - 4,
           crc(CrcKind::Crc32c, std::span(file).first(file.size() - kTbfTrailerBytes)));
}

inline Token smallToken() {
    Token token;
    token.uhsVector = {1.0F, -0.5F, 0.25F};
    token.modalityWeights = {{"A", 1.0}};
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    token.sourceModelId = "mlp";
    token.timestamp = "2026-01-01T00:00:00Z";
    return token;
}

// Bit for bit: signed zeros count.
inline void compareVectors(const std::vector<float>& actual, const std::vector<float>& expected) {
    QCOMPARE(actual.size(), expected.size());
    for (std::size_t i = 0; i < actual.size(); ++i) {
        QCOMPARE(std::bit_cast<std::uint32_t>(actual[i]),
                 std::bit_cast<std::uint32_t>(expected[i]));
    }
}

inline void compareTokens(const Token& actual, const Token& expected) {
    QVERIFY(actual.knowledgeType == expected.knowledgeType);
    compareVectors(actual.uhsVector, expected.uhsVector);
    QVERIFY(actual.modalityWeights == expected.modalityWeights);
    QCOMPARE(actual.correlationMap.dump(), expected.correlationMap.dump());
    QCOMPARE(actual.lineageDag.dump(), expected.lineageDag.dump());
    QCOMPARE(actual.generation, expected.generation);
    QCOMPARE(actual.projectionHints.dump(), expected.projectionHints.dump());
    QVERIFY(actual.privacyEpsilon == expected.privacyEpsilon);
    QVERIFY(actual.privacyDelta == expected.privacyDelta);
    QVERIFY(actual.driftScore == expected.driftScore);
    QCOMPARE(actual.sourceModelId, expected.sourceModelId);
    QVERIFY(actual.targetModelId == expected.targetModelId);
    QCOMPARE(actual.timestamp, expected.timestamp);
    QCOMPARE(actual.version, expected.version);
    QVERIFY(actual.customMetadata == expected.customMetadata);
    QVERIFY(actual.integerFields == expected.integerFields);
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

inline std::vector<float> floatsFrom(const Metadata& json) {
    std::vector<float> vector;
    for (const auto& value : json) {
        vector.push_back(static_cast<float>(tessera::test::number(value)));
    }
    return vector;
}

// What the golden writer was given: numbers, or the words that they are those of a decoded token,
// of this file or of another.
inline std::vector<float> inputVector(const Metadata& sidecar) {
    if (sidecar.contains("input_vector") && sidecar["input_vector"].is_array()) {
        return floatsFrom(sidecar["input_vector"]);
    }
    if (!sidecar.contains("input_vector_from")) {
        return floatsFrom(sidecar["token"]["uhs_vector"]);
    }
    const auto words = sidecar["input_vector_from"].get<std::string>();
    const auto file = words.substr(words.rfind(' ') + 1);
    return floatsFrom(
        tessera::test::readJson(tessera::test::goldenDir() / "tbf" / file)["token"]["uhs_vector"]);
}

// How the golden file was written.
inline TokenWriteOptions writeOptions(const Metadata& sidecar) {
    const Metadata& how = sidecar["written_with"];
    auto quant = how["quant"].get<std::string>();
    std::transform(quant.begin(), quant.end(), quant.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    TokenWriteOptions options;
    options.numbers = tokenNumbersFromName(quant).value();
    options.hmacKey = keyFromHex(how["hmac_key_hex"]);
    return options;
}

// The token of a golden sidecar.
inline Token tokenFrom(const Metadata& json) {
    using tessera::test::number;
    Token token;
    token.knowledgeType = knowledgeTypeFromName(json["knowledge_type"].get<std::string>()).value();
    token.uhsVector = floatsFrom(json["uhs_vector"]);
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
