#include "core/format/file_io.h"
#include "core/token/metadata_codec.h"
#include "core/token/signature.h"
#include "core/token/token_fields.h"
#include "core/token/vector_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <array>
#include <cstring>
#include <functional>
#include <limits>
#include <map>

using namespace tessera;
using namespace tessera::token;

namespace {

using State = SignatureCheck::State;
using token::test::bytesOf;

Metadata golden() {
    return tessera::test::readJson(tessera::test::goldenDir() / "numeric" / "signing.json");
}

SigningKey keyFrom(const std::string& seedHex) {
    const auto seed = bytesOf(QByteArray::fromHex(QByteArray::fromStdString(seedHex)));
    return SigningKey::fromSeed(std::span(seed).first<32>()).value();
}

// The few fields that signing.json gives.
Token tokenOf(const Metadata& json) {
    Token token;
    for (const auto& value : json["uhs_vector"]) {
        token.uhsVector.push_back(static_cast<float>(value.get<double>()));
    }
    token.timestamp = json["timestamp"].get<std::string>();
    token.knowledgeType = knowledgeTypeFromName(json["knowledge_type"].get<std::string>()).value();
    token.sourceModelId = json["source_model_id"].get<std::string>();
    token.customMetadata = json["custom_metadata"];
    if (json.contains("drift_score")) {
        token.driftScore = json["drift_score"].get<double>();
    }
    return token;
}

// Every field has a value of its own.
Token fullToken() {
    Token token;
    token.knowledgeType = KnowledgeType::Behaviour;
    token.uhsVector = {1.0F, -0.5F, 0.1F, 0.0F, 3e-5F};
    token.modalityWeights = {{"A", 0.75}, {"W", 1.0}};
    token.integerFields = {"m.W", "pe"};
    token.correlationMap = Metadata::parse(R"({"layers.0>layers.1":0.5,"n":{"a":[1,2.5,null]}})");
    token.lineageDag = Metadata::parse(R"({"nodes":[{"id":"s"}],"root":"s"})");
    token.generation = 3;
    token.projectionHints = Metadata::parse(R"(["pca",{"k":7}])");
    token.privacyEpsilon = 8.0;
    token.privacyDelta = 1e-5;
    token.driftScore = 0.25;
    token.sourceModelId = "mlp-1";
    token.targetModelId = "conv-1";
    token.timestamp = "2026-01-01T00:00:00+00:00";
    token.version = "1.0";
    token.customMetadata = Metadata::parse(R"({"note":"a","twb.seed":7})");
    return token;
}

Metadata someUnknown() {
    return Metadata::parse(R"({"future":{"a":1},"zz":[true]})");
}

SigningKey ownKey() {
    return SigningKey::fromSeed(std::array<std::byte, 32>{std::byte{7}}).value();
}

TrustList listWith(const std::string& name, const std::string& publicKey) {
    TrustList list;
    SignerKey signer;
    signer.name = name;
    signer.publicKeyHex = publicKey;
    if (!list.add(signer)) {
        qFatal("cannot trust");
    }
    return list;
}

Token signedToken(bool alsoReference = true) {
    return signToken(fullToken(), someUnknown(), ownKey(), "Ada", alsoReference).value();
}

// What a reader of a file with these fields gets.
TokenFields readBack(const Metadata& map) {
    return tokenFromFields(unpackMetadata(packMetadata(map).value()).value()).value();
}

using Change = std::function<void(Token&, Metadata&)>;

struct Tampering {
    const char* name;
    bool coveredByReference;
    Change change;
};

std::vector<Tampering> tamperings() {
    const auto x = [](const char* key, Metadata value) -> Change {
        return [key, value](Token& t, Metadata&) { t.customMetadata[key] = value; };
    };
    const auto sig = [](const char* key, Metadata value) -> Change {
        return [key, value](Token& t, Metadata&) { t.customMetadata["twb.sig"][key] = value; };
    };
    return {
        {"t", true, [](Token& t, Metadata&) { t.knowledgeType = KnowledgeType::Swarm; }},
        {"m, value", false, [](Token& t, Metadata&) { t.modalityWeights[0].second = 0.5; }},
        {"m, kind", false, [](Token& t, Metadata&) { t.integerFields = {"pe"}; }},
        {"m, name", false, [](Token& t, Metadata&) { t.modalityWeights[0].first = "B"; }},
        {"m, one less", false, [](Token& t, Metadata&) { t.modalityWeights.pop_back(); }},
        {"m, order", false,
         [](Token& t, Metadata&) { std::swap(t.modalityWeights[0], t.modalityWeights[1]); }},
        {"c", false, [](Token& t, Metadata&) { t.correlationMap["n"]["a"][1] = 2.25; }},
        {"c, one more", false, [](Token& t, Metadata&) { t.correlationMap["more"] = nullptr; }},
        {"l", false, [](Token& t, Metadata&) { t.lineageDag["root"] = "r"; }},
        {"g", false, [](Token& t, Metadata&) { t.generation = 4; }},
        {"proj", false, [](Token& t, Metadata&) { t.projectionHints[1]["k"] = 8; }},
        {"proj, one less", false, [](Token& t, Metadata&) { t.projectionHints.erase(1); }},
        {"pe", false, [](Token& t, Metadata&) { t.privacyEpsilon = 1.0; }},
        {"pe, infinite", false,
         [](Token& t, Metadata&) { t.privacyEpsilon = std::numeric_limits<double>::infinity(); }},
        {"pd", false, [](Token& t, Metadata&) { t.privacyDelta = 1e-6; }},
        {"d", false, [](Token& t, Metadata&) { t.driftScore = 0.125; }},
        {"d, taken out", false, [](Token& t, Metadata&) { t.driftScore.reset(); }},
        {"src", false, [](Token& t, Metadata&) { t.sourceModelId = "mlp-2"; }},
        {"tgt", false, [](Token& t, Metadata&) { t.targetModelId = "conv-2"; }},
        {"tgt, taken out", false, [](Token& t, Metadata&) { t.targetModelId.reset(); }},
        {"ts", true, [](Token& t, Metadata&) { t.timestamp += " "; }},
        {"v", false, [](Token& t, Metadata&) { t.version = "1.1"; }},
        {"x", false, x("note", "b")},
        {"x, kind", false, x("twb.seed", 7.0)},
        {"x, one more", false, x("aggregation_weight", 1e9)},
        {"x, one less", false, [](Token& t, Metadata&) { t.customMetadata.erase("note"); }},
        {"x, order", false,
         [](Token& t, Metadata&) {
             auto& items = t.customMetadata.get_ref<Metadata::object_t&>();
             Metadata reversed = Metadata::object();
             for (auto item = items.rbegin(); item != items.rend(); ++item) {
                 reversed[item->first] = item->second;
             }
             t.customMetadata = reversed;
         }},
        {"contributor", true, x("contributor_id", "Eve")},
        {"round", true, x("swarm_round_id", "r1")},
        {"data fingerprint", true, x("local_data_fingerprint", "f")},
        {"signed fields", false, x("signed_fields", Metadata::array({"drift_score"}))},
        {"signer", false, sig("signer", "Eve")},
        {"signed_at", false, sig("signed_at", "2036-01-01T00:00:00+00:00")},
        {"entry of the signature, one more", false, sig("more", 1)},
        {"unknown, value", false, [](Token&, Metadata& u) { u["future"]["a"] = 2; }},
        {"unknown, one less", false, [](Token&, Metadata& u) { u.erase("zz"); }},
        {"unknown, one more", false, [](Token&, Metadata& u) { u["n"] = nullptr; }},
        {"unknown, all taken out", false, [](Token&, Metadata& u) { u = Metadata::object(); }},
        {"unknown moved into x", false,
         [](Token& t, Metadata& u) {
             t.customMetadata["zz"] = u["zz"];
             u.erase("zz");
         }},
        {"vector, one less", true, [](Token& t, Metadata&) { t.uhsVector.pop_back(); }},
        {"vector, one more", true, [](Token& t, Metadata&) { t.uhsVector.push_back(0.0F); }},
        {"vector, order", true,
         [](Token& t, Metadata&) { std::swap(t.uhsVector[0], t.uhsVector[1]); }},
        {"vector, sign of zero", true, [](Token& t, Metadata&) { t.uhsVector[3] = -0.0F; }},
    };
}

} // namespace

class TestSignature : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenMessages() {
        const auto cases = golden()["cases"];
        QVERIFY(!cases.empty());
        for (const auto& one : cases) {
            std::vector<double> vector;
            for (const auto& value : one["token"]["uhs_vector"]) {
                vector.push_back(value.get<double>());
            }
            const auto message = referenceMessage(tokenOf(one["token"]), vector).value();
            QCOMPARE(message, one["signed_message_text"].get<std::string>());
            const auto bytes = std::as_bytes(std::span(message));
            const auto signature = keyFrom(one["seed_hex"].get<std::string>()).sign(bytes).value();
            QCOMPARE(signatureHex(signature), one["signature_hex"].get<std::string>());
        }
    }

    // Signing gives what the reference gives, where its numbers are float32.
    void goldenSignatures() {
        int compared = 0;
        const auto cases = golden()["cases"];
        for (const auto& one : cases) {
            auto token = tokenOf(one["token"]);
            const auto& numbers = one["token"]["uhs_vector"];
            const bool isFloat32 =
                std::equal(numbers.begin(), numbers.end(), token.uhsVector.begin(),
                           [](const Metadata& a, float b) { return a.get<double>() == double(b); });
            // A contributor is added where there is none.
            if (!isFloat32 || !token.customMetadata.contains("contributor_id")) {
                continue;
            }
            const auto made =
                signToken(token, {}, keyFrom(one["seed_hex"].get<std::string>()), "somebody", true)
                    .value();
            const auto& x = made.customMetadata;
            QCOMPARE(x["signature_hex"].dump(), one["signature_hex"].dump());
            QCOMPARE(x["public_key_hex"].dump(), one["public_key_hex"].dump());
            QCOMPARE(x["signed_fields"].dump(), one["signed_fields"].dump());
            const auto checks = checkSignatures(made, {}, {});
            QCOMPARE(checks.size(), std::size_t(2));
            QVERIFY(checks[0].state == State::Valid && checks[1].state == State::Valid);
            QCOMPARE(Metadata(checks[1].covers).dump(), one["signed_fields"].dump());
            ++compared;
        }
        QVERIFY(compared >= 3);
    }

    void verifyCases_data() {
        QTest::addColumn<int>("index");
        const auto cases = golden()["verify_cases"];
        for (int i = 0; i < int(cases.size()); ++i) {
            QTest::newRow(cases[i]["name"].get<std::string>().c_str()) << i;
        }
    }
    void verifyCases() {
        QFETCH(int, index);
        const auto one = golden()["verify_cases"][index];
        const auto token = tokenOf(one["token"]);
        const auto& x = token.customMetadata;
        TrustList trusted;
        if (one["expected_public_key_hex"].is_string()) {
            trusted = listWith(x["contributor_id"].get<std::string>(),
                               one["expected_public_key_hex"].get<std::string>());
        }
        const auto checks = checkSignatures(token, Metadata::object(), trusted);
        const bool isThere = x.contains("signature_hex");
        QCOMPARE(checks.size(), std::size_t(isThere ? 1 : 0));
        if (!isThere) {
            return;
        }
        const auto& check = checks[0];
        QCOMPARE(check.scheme, std::string(kReferenceScheme));
        QCOMPARE(check.signer, x["contributor_id"].get<std::string>());
        QCOMPARE(check.problem.empty(), check.state == State::Valid);
        // What the embedded key says is true, but says nothing of who signed: only the list does.
        const auto reason = one["verify"][1].get<std::string>();
        if (reason.starts_with("Public key mismatch")) {
            QVERIFY(check.state == State::Valid);
            QVERIFY(check.trust == KeyTrust::Unknown);
        } else if (one["verify"][0].get<bool>()) {
            QVERIFY(check.state == State::Valid);
            QVERIFY(check.trust ==
                    (trusted.signers().empty() ? KeyTrust::Unknown : KeyTrust::Trusted));
        } else if (reason.starts_with("Signature verification failed")) {
            QVERIFY(check.state == State::Invalid);
        } else {
            QVERIFY(check.state == State::Unreadable);
        }
    }

    // The reference signs numbers that its file then rounds.
    void goldenFiles() {
        const auto stateOf = [](const char* name) {
            const auto file = tessera::test::goldenDir() / "tbf" / name;
            const auto sidecar = tessera::test::readJson(file);
            const auto token = token::test::tokenFrom(sidecar["token"]);
            return checkSignatures(token, Metadata::object(), {}).at(0).state;
        };
        QVERIFY(stateOf("signed_f32.json") == State::Valid);
        QVERIFY(stateOf("signed_then_rounded.json") == State::Invalid);
    }

    void ownSignature() {
        const auto token = signedToken();
        const auto& own = token.customMetadata["twb.sig"];
        QVERIFY(own["scheme"] == kSignatureScheme);
        QVERIFY(own["signer"] == "Ada");
        QVERIFY(own["public_key"] == ownKey().publicKey().hex());
        QVERIFY(!own["signed_at"].get<std::string>().empty());
        const auto keyHex = ownKey().publicKey().hex();
        const auto checks = checkSignatures(token, someUnknown(), listWith("Ada", keyHex));
        QCOMPARE(checks.size(), std::size_t(2));
        QCOMPARE(checks[0].scheme, std::string(kSignatureScheme));
        QVERIFY(checks[0].covers.empty());
        QCOMPARE(checks[1].scheme, std::string(kReferenceScheme));
        QCOMPARE(checks[1].covers.size(), std::size_t(6));
        for (const auto& check : checks) {
            QVERIFY2(check.state == State::Valid, check.problem.c_str());
            QVERIFY(check.problem.empty());
            QCOMPARE(check.signer, std::string("Ada"));
            QCOMPARE(check.publicKeyHex, keyHex);
            QCOMPARE(check.fingerprint, ownKey().publicKey().fingerprint());
            QVERIFY(check.trust == KeyTrust::Trusted);
            QCOMPARE(check.trustedName, std::string("Ada"));
        }
        const auto alone = checkSignatures(signedToken(false), someUnknown(), {});
        QCOMPARE(alone.size(), std::size_t(1));
        QVERIFY(alone[0].state == State::Valid && alone[0].trust == KeyTrust::Unknown);
        // A fresh signature is the only difference.
        QCOMPARE(signedToken(false).customMetadata.size(), fullToken().customMetadata.size() + 1);
    }

    // The layout that FORMAT.md states, put together by hand.
    void messageLayout() {
        Token token;
        token.uhsVector = {1.0F, -0.5F};
        token.privacyEpsilon = 1.0;
        token.privacyDelta = 1e-5;
        token.customMetadata = Metadata::parse(R"({"twb.sig":{"signer":"Ada","signature":"00"}})");
        const auto fields =
            QByteArray::fromHex("8da174aa41435449564154494f4ea16d80a16380a16c80a16701a470726f6a90"
                                "a27065cb3ff0000000000000a27064cb3ee4f8b588e368f1a373726"
                                "3a0a3746774c0a27473a0a176a3312e30"
                                "a17881a77477622e73696781a67369676e6572a3416461");
        const auto size = [](qsizetype count) {
            QByteArray bytes(8, '\0');
            bytes[0] = static_cast<char>(count);
            return bytes;
        };
        const QByteArray expected = QByteArray("twb-ed25519-1") + '\0' + size(fields.size()) +
                                    fields + size(4) + QByteArray::fromHex("81a16b07") + size(2) +
                                    QByteArray::fromHex("0000803f000000bf");
        QCOMPARE(signedMessage(token, Metadata{{"k", 7}}).value(), bytesOf(expected));
        QCOMPARE(signedMessage(token, {}).value(),
                 signedMessage(token, Metadata::object()).value());
    }

    // The example of FORMAT.md, which other programs made.
    void exampleOfTheFormat() {
        const auto text =
            format::readFile(TESSERA_SOURCE_DIR "/core/token/FORMAT.md", 1 << 20).value();
        const QByteArray document(reinterpret_cast<const char*>(text.data()),
                                  qsizetype(text.size()));
        const auto begin = document.indexOf("```signed\n") + 10;
        QVERIFY(begin >= 10);
        QByteArray hex;
        for (const QByteArray& line :
             document.mid(begin, document.indexOf("```", begin) - begin).split('\n')) {
            hex += line.startsWith('#') ? QByteArray() : line;
        }
        const auto bytes = QByteArray::fromHex(hex);
        QVERIFY(bytes.size() > 96);
        const auto key = keyFrom(bytes.mid(bytes.size() - 96, 32).toHex().toStdString());

        Token token;
        token.uhsVector = {1.0F, -0.5F, 0.25F};
        token.modalityWeights = {{"A", 1.0}};
        token.privacyEpsilon = std::numeric_limits<double>::infinity();
        token.sourceModelId = "mlp";
        token.timestamp = "2026-01-01T00:00:00Z";
        auto& own = token.customMetadata["twb.sig"];
        own["scheme"] = kSignatureScheme;
        own["signer"] = "Ada";
        own["public_key"] = key.publicKey().hex();
        own["signed_at"] = "2026-01-01T00:00:00+00:00";
        own["signature"] = bytes.last(64).toHex().toStdString();
        const Metadata unknown{{"k", 7}};
        QCOMPARE(signedMessage(token, unknown).value(), bytesOf(bytes.chopped(96)));
        QVERIFY(checkSignatures(token, unknown, {}).at(0).state == State::Valid);
    }

    void tampering_data() {
        QTest::addColumn<int>("index");
        const auto all = tamperings();
        for (int i = 0; i < int(all.size()); ++i) {
            QTest::newRow(all[std::size_t(i)].name) << i;
        }
    }
    void tampering() {
        QFETCH(int, index);
        const auto how = tamperings().at(std::size_t(index));
        auto token = signedToken();
        auto unknown = someUnknown();
        how.change(token, unknown);
        const auto checks = checkSignatures(token, unknown, {});
        QCOMPARE(checks.size(), std::size_t(2));
        QVERIFY(checks[0].state == State::Invalid);
        QVERIFY(!checks[0].problem.empty());
        QVERIFY(checks[1].state == (how.coveredByReference ? State::Invalid : State::Valid));
    }

    // No field of the format is left out of the table above.
    void tamperingCoversAllFields() {
        const auto all = tamperings();
        const auto fields = fieldsFromToken(fullToken()).value();
        for (const auto& [key, value] : fields.items()) {
            const bool found =
                std::any_of(all.begin(), all.end(), [&key = key](const Tampering& one) {
                    return std::string(one.name) == key ||
                           std::string(one.name).starts_with(key + ", ");
                });
            QVERIFY2(found, key.c_str());
        }
    }

    void eachNumberCounts() {
        const auto good = signedToken();
        for (std::size_t i = 0; i < good.uhsVector.size(); ++i) {
            for (const bool up : {false, true}) {
                auto token = good;
                const float far = up ? 1e9F : -1e9F;
                token.uhsVector[i] = std::nextafter(token.uhsVector[i], far);
                const auto checks = checkSignatures(token, someUnknown(), {});
                QVERIFY(checks[0].state == State::Invalid);
                QVERIFY(checks[1].state == State::Invalid);
            }
        }
    }

    void whoSigned() {
        const auto token = signedToken();
        const auto hex = ownKey().publicKey().hex();
        const auto trustOf = [](const Token& token, const TrustList& list) {
            return checkSignatures(token, someUnknown(), list).at(0).trust;
        };
        QVERIFY(trustOf(token, listWith("Ada", hex)) == KeyTrust::Trusted);
        QVERIFY(trustOf(token, listWith("Bob", hex)) == KeyTrust::OtherName);
        QVERIFY(trustOf(token, TrustList()) == KeyTrust::Unknown);
        auto revoked = listWith("Ada", hex);
        QVERIFY(revoked.revoke("Ada").has_value());
        QVERIFY(trustOf(token, revoked) == KeyTrust::Revoked);

        // Somebody signs as Ada with a key of their own: the signature fits, the key is not hers.
        const auto mallory = SigningKey::generate().value();
        const auto forged = signToken(fullToken(), someUnknown(), mallory, "Ada", true).value();
        for (const auto& check : checkSignatures(forged, someUnknown(), listWith("Ada", hex))) {
            QVERIFY(check.state == State::Valid);
            QVERIFY(check.trust == KeyTrust::Unknown);
        }
        // Or puts Ada's key beside it.
        auto dressed = forged;
        dressed.customMetadata["twb.sig"]["public_key"] = hex;
        dressed.customMetadata["public_key_hex"] = hex;
        for (const auto& check : checkSignatures(dressed, someUnknown(), listWith("Ada", hex))) {
            QVERIFY(check.state == State::Invalid);
        }
        // Or takes a signature of hers from another token.
        auto other = fullToken();
        other.generation = 9;
        other.uhsVector[0] = 2.0F;
        for (const char* key : {"twb.sig", "signature_hex", "public_key_hex", "contributor_id"}) {
            other.customMetadata[key] = token.customMetadata[key];
        }
        for (const auto& check : checkSignatures(other, someUnknown(), listWith("Ada", hex))) {
            QVERIFY(check.state == State::Invalid);
        }
    }

    // The signature holds after the token was stored and read, in every form, if it was signed as
    // it is stored.
    void storageForms_data() {
        QTest::addColumn<int>("numbers");
        for (const auto numbers : {TokenNumbers::Float32, TokenNumbers::Float16,
                                   TokenNumbers::BFloat16, TokenNumbers::Int8}) {
            QTest::newRow(tokenNumbersName(numbers)) << int(numbers);
        }
    }
    void storageForms() {
        QFETCH(int, numbers);
        const auto form = static_cast<TokenNumbers>(numbers);
        const auto through = [form](Token token, std::optional<Int8Scale> keep) {
            const auto stored = storeVector(token.uhsVector, form, keep).value();
            token.uhsVector = loadVector(stored.bytes, form, stored.int8).value();
            return std::pair(token, stored.int8);
        };
        const auto [asStored, int8] = through(fullToken(), std::nullopt);
        const auto token = signToken(asStored, someUnknown(), ownKey(), "Ada", true).value();
        const auto map = fieldsFromToken(token, someUnknown()).value();
        auto read = readBack(map);
        read.token.uhsVector = through(token, int8).first.uhsVector;
        for (const auto& check : checkSignatures(read.token, read.unknownKeys, {})) {
            QVERIFY2(check.state == State::Valid, check.problem.c_str());
        }
        // Signed before it is rounded, it does not.
        const auto early = signToken(fullToken(), {}, ownKey(), "Ada", true).value();
        const auto checks = checkSignatures(through(early, std::nullopt).first, {}, {});
        const State expected = form == TokenNumbers::Float32 ? State::Valid : State::Invalid;
        QVERIFY(checks[0].state == expected && checks[1].state == expected);
    }

    // A reader that meets fewer keys, or numbers of another kind, and writes all of them.
    void rewriting_data() {
        QTest::addColumn<QByteArray>("patch");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("whole numbers") << QByteArray(R"({"pe":2,"pd":0,"d":1,"m":{"A":1}})");
        QTest::newRow("floats") << QByteArray(R"({"pe":2.0,"pd":0.0,"d":1.0,"m":{"A":1.0}})");
        QTest::newRow("drift is nil") << QByteArray(R"({"d":null})");
    }
    void rewriting() {
        QFETCH(QByteArray, patch);
        auto map = fieldsFromToken(fullToken()).value();
        const auto changes = Metadata::parse(patch.toStdString());
        for (const auto& [key, value] : changes.items()) {
            map[key] = value;
        }
        const auto read = readBack(map).token;
        const auto made = signToken(read, {}, ownKey(), "Ada", true).value();
        const auto again = readBack(fieldsFromToken(made).value());
        for (const auto& check : checkSignatures(again.token, again.unknownKeys, {})) {
            QVERIFY2(check.state == State::Valid, check.problem.c_str());
        }
    }

    void missingKeysHaveTheirDefaults() {
        auto map = fieldsFromToken(fullToken()).value();
        for (const char* key : {"g", "proj", "pe", "pd", "d", "src", "tgt", "ts", "v"}) {
            map.erase(key);
        }
        const auto read = readBack(map).token;
        const auto made = signToken(read, {}, ownKey(), "Ada", false).value();
        const auto again = readBack(fieldsFromToken(made).value());
        QVERIFY(again.absent.size() == 1); // the drift
        QVERIFY(checkSignatures(again.token, {}, {}).at(0).state == State::Valid);
    }

    void signingAgain() {
        const auto first = signedToken(true);
        const auto key = SigningKey::generate().value();
        const auto second = signToken(first, someUnknown(), key, "Bob", false).value();
        auto checks = checkSignatures(second, someUnknown(), {});
        QCOMPARE(checks.size(), std::size_t(2));
        QCOMPARE(checks[0].signer, std::string("Bob"));
        QCOMPARE(checks[0].publicKeyHex, key.publicKey().hex());
        QVERIFY(checks[0].state == State::Valid);
        QCOMPARE(checks[1].signer, std::string("Ada")); // covered by Bob's now
        QVERIFY(checks[1].state == State::Valid);
        const auto third = signToken(second, someUnknown(), key, "Bob", true).value();
        checks = checkSignatures(third, someUnknown(), {});
        QCOMPARE(checks[1].publicKeyHex, key.publicKey().hex());
        QVERIFY(checks[0].state == State::Valid && checks[1].state == State::Valid);
    }

    void takenOut() {
        const auto bare = withoutSignatures(signedToken());
        QVERIFY(checkSignatures(bare, someUnknown(), {}).empty());
        QVERIFY(!bare.customMetadata.contains("twb.sig"));
        QVERIFY(!bare.customMetadata.contains("signed_fields"));
        QVERIFY(bare.customMetadata["note"] == fullToken().customMetadata["note"]);
        QVERIFY(checkSignatures(Token(), {}, {}).empty());
    }

    // Whatever stands where a signature belongs: a sentence, no crash.
    void unreadable_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("value");
        const auto values = {"0",       "1.5",         "true",  "[]",     "{}",
                             "[\"a\"]", "\"\\u0000\"", "\" \"", "\"zz\"", "{\"scheme\":1}",
                             "NaN"};
        for (const char* key : {"signature_hex", "public_key_hex", "twb.sig"}) {
            for (const char* value : values) {
                QTest::addRow("%s %s", key, value) << QByteArray(key) << QByteArray(value);
            }
        }
        for (const char* key : {"scheme", "signer", "public_key", "signed_at", "signature"}) {
            for (const char* value : {"null", "1", "[]", "{}", "\"\"", "\"zz\""}) {
                const bool isText = value == std::string("\"zz\"");
                if (!isText || (key != std::string("signer") && key != std::string("signed_at"))) {
                    QTest::addRow("twb.sig %s %s", key, value)
                        << QByteArray("twb.sig/") + key << QByteArray(value);
                }
            }
        }
    }
    void unreadable() {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, value);
        auto token = signedToken();
        const auto json = value == "NaN" ? Metadata(std::numeric_limits<double>::quiet_NaN())
                                         : Metadata::parse(value.toStdString());
        const bool own = key.startsWith("twb.sig");
        if (key.contains('/')) {
            token.customMetadata["twb.sig"][key.split('/')[1].toStdString()] = json;
        } else {
            token.customMetadata[key.toStdString()] = json;
        }
        const auto checks =
            checkSignatures(token, someUnknown(), listWith("Ada", ownKey().publicKey().hex()));
        QCOMPARE(checks.size(), std::size_t(2));
        const auto& check = own ? checks[0] : checks[1];
        QVERIFY(check.state == State::Unreadable);
        QVERIFY(!check.problem.empty());
        if (!own) {
            QVERIFY(checks[0].state == State::Invalid); // it covers the other one
        }
    }

    void emptyPlacesAreUnsigned() {
        for (const auto& value : {Metadata(nullptr), Metadata("")}) {
            auto token = fullToken();
            token.customMetadata["signature_hex"] = value;
            token.customMetadata["public_key_hex"] = value;
            token.customMetadata["twb.sig"] = value;
            QVERIFY(checkSignatures(token, {}, {}).empty());
        }
    }

    // What a contributor may be in Python goes into the message as it is.
    void contributorsOfOtherKinds() {
        auto token = fullToken();
        const std::vector<double> vector(token.uhsVector.begin(), token.uhsVector.end());
        for (const char* value : {"null", "42", "1e-07", "[\"a\",1]", "{\"b\":1,\"a\":2}"}) {
            token.customMetadata["contributor_id"] = Metadata::parse(value);
            const auto made = signToken(token, {}, ownKey(), "Ada", true).value();
            const auto check =
                checkSignatures(made, {}, listWith("Ada", ownKey().publicKey().hex())).at(1);
            QVERIFY(check.state == State::Valid);
            QVERIFY(check.signer.empty());
            QVERIFY(check.trust == KeyTrust::OtherName);
        }
        token.customMetadata["contributor_id"] = Metadata::parse(R"({"b":1e-7,"a":2})");
        QVERIFY(referenceMessage(token, vector)
                    .value()
                    .starts_with(R"({"contributor_id":{"a":2,"b":1e-07},"knowledge_type":)"));
        token.customMetadata["contributor_id"] = Metadata::binary({1});
        QCOMPARE(referenceMessage(token, vector).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(signToken(token, {}, ownKey(), "Ada", true).error().code,
                 ErrorCode::InvalidArgument);
        QVERIFY(signToken(token, {}, ownKey(), "Ada", false).has_value());
        token.customMetadata["signature_hex"] = std::string(128, '0');
        token.customMetadata["public_key_hex"] = ownKey().publicKey().hex();
        QVERIFY(checkSignatures(token, {}, {}).at(0).state == State::Unreadable);
    }

    void notSignable() {
        const auto code = [](const Token& token, const Metadata& unknown = Metadata::object(),
                             const std::string& signer = "Ada") {
            return signToken(token, unknown, ownKey(), signer, false).error().code;
        };
        constexpr auto kInvalid = ErrorCode::InvalidArgument;
        for (const char* name : {"", " ", "a\nb", "\xFF"}) {
            QCOMPARE(code(fullToken(), Metadata::object(), name), kInvalid);
        }
        QCOMPARE(code(fullToken(), Metadata::object(), std::string(201, 'a')), kInvalid);
        auto token = fullToken();
        token.uhsVector[2] = std::numeric_limits<float>::quiet_NaN();
        QCOMPARE(code(token), kInvalid);
        token = fullToken();
        token.privacyDelta = 2.0;
        QCOMPARE(code(token), kInvalid);
        token = fullToken();
        token.customMetadata = Metadata::array();
        QCOMPARE(code(token), kInvalid);
        QCOMPARE(code(fullToken(), Metadata{{"\xFF", 1}}), kInvalid);
        // Neither has a signature that could be checked.
        auto broken = signedToken();
        broken.privacyDelta = 2.0;
        QVERIFY(checkSignatures(broken, someUnknown(), {}).at(0).state == State::Unreadable);
        broken.customMetadata = Metadata::array({1});
        QVERIFY(checkSignatures(broken, someUnknown(), {}).empty());
    }

    void extremeTokens() {
        Token token;
        const auto empty = signToken(token, {}, ownKey(), "Ada", true).value();
        token.uhsVector.assign(100'000, 0.25F);
        token.uhsVector[5] = std::numeric_limits<float>::infinity();
        token.uhsVector[6] = std::numeric_limits<float>::denorm_min();
        const auto large = signToken(token, {}, ownKey(), "Ada", true).value();
        for (const auto& made : {empty, large}) {
            for (const auto& check : checkSignatures(made, {}, {})) {
                QVERIFY2(check.state == State::Valid, check.problem.c_str());
            }
        }
    }
};

TESSERA_TEST(TestSignature)
#include "test_signature.moc"
