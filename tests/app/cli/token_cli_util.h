#pragma once

#include "core/token/tbf_codec.h"

#include "tests/support/golden.h"
#include "tests/support/workspace.h"

#include <QRegularExpression>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

// Token files for the command line, in a folder of their own with a trust list of its own.
namespace tessera::test {

// A token of the golden data with what its writer says about it.
struct GoldenToken {
    QString file;
    Json about;

    [[nodiscard]] QStringList keyArguments() const {
        const auto& key = about["written_with"]["hmac_key_hex"];
        return key.is_null()
                   ? QStringList()
                   : QStringList{"--hmac-key", QString::fromStdString(key.get<std::string>())};
    }
    [[nodiscard]] bool isSealed() const { return !keyArguments().isEmpty(); }
    [[nodiscard]] QString numbers() const {
        return QString::fromStdString(about["written_with"]["quant"].get<std::string>()).toLower();
    }
    // "crc32c" or "crc32".
    [[nodiscard]] std::string checksum() const {
        const auto kind = about["written_with"]["crc_kind"].get<std::string>();
        return kind.substr(0, kind.find(' '));
    }
    // What a reader of the file finds: "valid", "invalid", "absent".
    [[nodiscard]] std::string signature() const {
        for (const auto* key : {"verify_token_signature", "verify_after_load"}) {
            if (about.contains(key)) {
                return about[key][0].get<bool>() ? "valid" : "invalid";
            }
        }
        return "absent";
    }
    [[nodiscard]] std::size_t count() const {
        return about["header"]["vector_count"].get<std::size_t>();
    }
};

inline std::vector<GoldenToken> goldenTokens() {
    std::vector<GoldenToken> tokens;
    for (const auto& entry : std::filesystem::directory_iterator(goldenDir() / "tbf")) {
        if (entry.path().extension() == ".tbf") {
            auto sidecar = entry.path();
            tokens.push_back({QString::fromStdString(entry.path().string()),
                              readJson(sidecar.replace_extension(".json"))});
        }
    }
    std::sort(tokens.begin(), tokens.end(),
              [](const auto& left, const auto& right) { return left.file < right.file; });
    return tokens;
}

// The first that fits; the names of the files are free.
inline GoldenToken goldenToken(const std::function<bool(const GoldenToken&)>& fits) {
    for (auto& token : goldenTokens()) {
        if (fits(token)) {
            return token;
        }
    }
    qFatal("the golden data have no such token");
}

// A float32 token without a seal or signature, of more than one finite number that int8 can hold.
inline GoldenToken plainGoldenToken() {
    return goldenToken([](const GoldenToken& token) {
        const auto& fields = token.about["token"];
        const auto& vector = fields["uhs_vector"];
        return token.numbers() == "float32" && !token.isSealed() && token.count() > 1 &&
               token.checksum() == "crc32c" && token.signature() == "absent" &&
               fields["source_model_id"] != "" && fields["privacy_epsilon"].is_number() &&
               std::all_of(vector.begin(), vector.end(), [](const auto& each) {
                   return each.is_number() && std::fabs(each.template get<double>()) < 100.0;
               });
    });
}

class TokenSpace : public Workspace {
public:
    [[nodiscard]] Ended run(const QStringList& arguments) const {
        return runProgram(arguments, {{"XDG_CONFIG_HOME", name("config")}}, folder());
    }
    // The JSON of a command that must succeed; null, with a warning, if it does not.
    [[nodiscard]] Json json(const QStringList& arguments) const {
        const auto ended = run(arguments + QStringList{"--json"});
        if (ended.code != 0 || !ended.err.isEmpty()) {
            qWarning("%s", told(ended).constData());
            return nullptr;
        }
        return jsonOf(ended);
    }
    [[nodiscard]] Json inspected(const QString& file, const QStringList& more = {}) const {
        return json(QStringList{"inspect", "--full", file} + more);
    }

    // A file with this token. Returns its name.
    QString writeToken(const std::string& file, const Token& token,
                       const TokenWriteOptions& options = {}) const {
        if (const auto written = token::writeTbf(path(file), token, options); !written) {
            qFatal("%s", written.error().detail.c_str());
        }
        return name(file);
    }
    [[nodiscard]] Token readToken(const std::string& file) const {
        auto read = token::readTbf(path(file));
        if (!read) {
            qFatal("%s", read.error().detail.c_str());
        }
        return std::move(read->token);
    }
    [[nodiscard]] bool exists(const std::string& file) const {
        return std::filesystem::exists(path(file));
    }
};

inline Token smallToken(std::vector<float> vector = {1.0F, -0.5F, 0.25F, 2.0F}) {
    Token token;
    token.uhsVector = std::move(vector);
    token.modalityWeights = {{"A", 0.9}, {"B", 0.1}};
    token.sourceModelId = "teacher";
    token.targetModelId = "pupil";
    token.timestamp = "2026-01-01T00:00:00+00:00";
    token.privacyEpsilon = 2.0;
    token.privacyDelta = 1e-5;
    token.customMetadata["twb.seed"] = 17;
    return token;
}

// Fingerprints are random, so their digits may spell what isSentence() takes for a trace.
inline Ended withoutFingerprints(const Ended& ended) {
    static const QRegularExpression kHash("[0-9a-f]{64}");
    const auto clean = [](const QByteArray& text) {
        return QString::fromUtf8(text).replace(kHash, "FINGERPRINT").toUtf8();
    };
    return {ended.code, clean(ended.out), clean(ended.err)};
}

// {error: {...}} of a JSON that holds more than that: its code, or an empty text.
inline QString codeIn(const Ended& ended) {
    const auto json = jsonOf(ended);
    return json.is_object() && json.contains("error") &&
                   isSentence(QString::fromStdString(json["error"].value("message", "")))
               ? QString::fromStdString(json["error"].value("code", ""))
               : QString();
}

// What a refusal in words must be: a sentence on standard error, nothing else there.
inline bool refusesInWords(const Ended& ended, int code) {
    const auto said = messages(ended.err);
    return ended.code == code && said.size() == 1 && said.first().startsWith("tessera: ") &&
           isSentence(said.first().mid(9));
}

} // namespace tessera::test
