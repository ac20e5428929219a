#include "core/token/publication.h"

#include "core/token/lineage.h"
#include "core/token/tbf_codec.h"
#include "core/token/token_compare.h"
#include "core/token/token_merge.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <string>
#include <string_view>

using namespace tessera;
using namespace tessera::token;

namespace {

// As a run of this program leaves it, with names that can be searched for.
Token ofARun() {
    Token token;
    token.uhsVector = {0.25F, -0.5F, 0.75F};
    token.modalityWeights = {{"A", 0.9}, {"W", 0.05}, {"B", 0.05}};
    token.correlationMap = {{"layers.3>layers.8", 0.7182818}};
    token.lineageDag = {
        {"nodes", {{{"id", "source"}, {"type", "anchor"}, {"ref", "clinic-net-07"}}}},
        {"edges", {{{"from", "source"}, {"to", "clinic-edge"}, {"mode", "A"}}}},
        {"root", "source"}};
    token.projectionHints = Metadata::array({{{"target_layers", {"layers.secret"}}}});
    token.privacyEpsilon = 8.0;
    token.privacyDelta = 1e-5;
    token.driftScore = 0.3141592;
    token.sourceModelId = "clinic-net-07";
    token.targetModelId = "ward-net-11";
    token.timestamp = "2026-05-04T03:02:01+00:00";
    auto& x = token.customMetadata;
    x["tx_d_model"] = 54321;
    x["twb.version"] = "9.8.7";
    x["twb.mode"] = "A";
    x["twb.hub"] = {{"kind", "orthogonal"},
                    {"name", "patients"},
                    {"rank", 3},
                    {"reference_sha256", std::string(64, 'c')},
                    {"newer", "hub-newer"}};
    x["twb.source_sha256"] = std::string(64, 'd');
    x["twb.seed"] = 1234567890123;
    x["twb.privacy"] = {{"noised", true},
                        {"release_size", 424242},
                        {"unit", "one sample of the release set"},
                        {"neighbouring", "replace one"},
                        {"mechanism", "analytic Gaussian (Balle and Wang 2018)"},
                        {"clip", 1.2345678},
                        {"sensitivity", 2.3456789},
                        {"sigma", 3.4567891},
                        {"noise_to_signal", 4.5678912},
                        {"not_covered", {"drift_score"}}};
    x["twb.merge"] = {{"rule", "mean"},
                      {"weights", {0.1357913, 0.2468024}},
                      {"inputs", {std::string(64, 'e'), std::string(64, 'f')}}};
    x["twb.sig"] = {{"signer", "Dr Whoever"}, {"signature", std::string(128, '1')}};
    x["signature_hex"] = std::string(128, '2');
    x["public_key_hex"] = std::string(64, '3');
    x["signed_fields"] = {"field-one"};
    x["contributor_id"] = "ward-9";
    x["notes"] = {{"text", "made on a Friday"}, {"deep", {{"deeper", "very deep"}}}};
    return token;
}

Metadata newerFields() {
    return {{"zz", "from-the-future"}, {"yy", 777000777}};
}

std::vector<std::string> idsOf(const std::vector<TokenLeak>& leaks) {
    std::vector<std::string> ids;
    for (const auto& leak : leaks) {
        ids.push_back(leak.id);
    }
    return ids;
}

// Texts and numbers of a value, as they would stand in a file.
void collectBytes(const Metadata& value, std::vector<std::string>& found) {
    if (value.is_structured()) {
        for (const auto& item : value) {
            collectBytes(item, found);
        }
    } else if (value.is_string()) {
        found.push_back(value.get<std::string>());
    } else {
        const auto packed = Metadata::to_msgpack(value); // floats as float64, like ours
        found.emplace_back(packed.begin(), packed.end());
    }
}

std::string fileOf(const Token& token, const Metadata& unknown) {
    TokenWriteOptions options;
    options.unknown = unknown;
    const auto bytes = encodeTbf(token, options).value();
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

const TokenLeak* find(const std::vector<TokenLeak>& leaks, const std::string& id) {
    const auto found = std::find_if(leaks.begin(), leaks.end(),
                                    [&id](const TokenLeak& leak) { return leak.id == id; });
    return found == leaks.end() ? nullptr : &*found;
}

} // namespace

class TestPublication : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void checklist() {
        const auto leaks = leaksOf(ofARun(), newerFields());
        const std::vector<std::string> expected = {"correlation",
                                                   "lineage",
                                                   "hints",
                                                   "drift",
                                                   "source",
                                                   "target",
                                                   "time",
                                                   "x.tx_d_model",
                                                   "x.twb.version",
                                                   "data",
                                                   "reference_hash",
                                                   "x.twb.hub.newer",
                                                   "source_hash",
                                                   "seed",
                                                   "release_size",
                                                   "merge",
                                                   "signature",
                                                   "x.signature_hex",
                                                   "x.public_key_hex",
                                                   "x.signed_fields",
                                                   "x.contributor_id",
                                                   "x.notes",
                                                   "unknown.zz",
                                                   "unknown.yy"};
        QCOMPARE(idsOf(leaks), expected);
        for (const auto& leak : leaks) {
            QVERIFY2(leak.tells.size() > 10 && leak.tells.ends_with('.'), leak.tells.c_str());
            QVERIFY(!leak.key.empty() && leak.byDefault);
        }
        QCOMPARE(find(leaks, "seed")->key, std::string("custom_metadata.twb.seed"));
        QVERIFY(find(leaks, "seed")->value == Metadata(1234567890123));
        QCOMPARE(find(leaks, "data")->key, std::string("custom_metadata.twb.hub.name"));
        QVERIFY(find(leaks, "data")->value == Metadata("patients"));
        QCOMPARE(find(leaks, "time")->key, std::string("timestamp"));
        // What the number of samples can be computed from goes with it.
        QCOMPARE(find(leaks, "release_size")->value.dump(),
                 std::string("{\"release_size\":424242,\"clip\":1.2345678,\"sensitivity\":"
                             "2.3456789,\"sigma\":3.4567891,\"noise_to_signal\":4.5678912}"));
    }

    void nothingListedIsLeft() {
        const auto token = ofARun();
        const auto leaks = leaksOf(token, newerFields());
        std::vector<std::string> listed;
        for (const auto& leak : leaks) {
            collectBytes(leak.value, listed);
        }
        QVERIFY(listed.size() > 30);
        const auto before = fileOf(token, newerFields());
        const auto stripped = stripToken(token, newerFields(), idsOf(leaks));
        QVERIFY(stripped);
        const auto after = fileOf(stripped->first, stripped->second);
        for (const auto& bytes : listed) {
            // Words that every token may have, and the figures of a single byte, prove nothing.
            if (bytes.size() > 1 && bytes != "source") {
                QVERIFY2(before.find(bytes) != std::string::npos, bytes.c_str());
                QVERIFY2(after.find(bytes) == std::string::npos, bytes.c_str());
            }
        }
        for (const char* key : {"twb.seed", "twb.sig", "notes", "zz", "release_size"}) {
            QVERIFY2(after.find(key) == std::string::npos, key);
        }
        QVERIFY(leaksOf(stripped->first, stripped->second).empty());
    }

    void whatIsNeededStays() {
        const auto token = ofARun();
        const auto ids = idsOf(leaksOf(token, newerFields()));
        const auto stripped = stripToken(token, newerFields(), ids)->first;
        QCOMPARE(stripped.uhsVector, token.uhsVector);
        QCOMPARE(stripped.knowledgeType, token.knowledgeType);
        QCOMPARE(stripped.modalityWeights, token.modalityWeights);
        QCOMPARE(stripped.privacyEpsilon, 8.0);
        QCOMPARE(stripped.privacyDelta, 1e-5);
        QVERIFY(!stripped.driftScore && stripped.customMetadata["twb.drift"].is_null());
        const auto& x = stripped.customMetadata;
        QVERIFY(x["twb.mode"] == Metadata("A"));
        QCOMPARE(x["twb.hub"].dump(), std::string("{\"kind\":\"orthogonal\",\"rank\":3}"));
        QVERIFY(x["twb.privacy"]["mechanism"] == token.customMetadata["twb.privacy"]["mechanism"]);
        QCOMPARE(x["twb.privacy"].size(), std::size_t{5});
        QCOMPARE(x["twb.merge"].dump(), std::string("{\"rule\":\"mean\"}"));
        QCOMPARE(stripped.lineageDag["nodes"].size(), std::size_t{1});
        QVERIFY(stripped.lineageDag["nodes"][0]["fields"] == Metadata(ids.size()));
    }

    void oneAtATime_data() {
        QTest::addColumn<QString>("id");
        for (const auto& id : idsOf(leaksOf(ofARun(), newerFields()))) {
            QTest::newRow(id.c_str()) << QString::fromStdString(id);
        }
    }

    // Only this one goes, beside the signatures.
    void oneAtATime() {
        QFETCH(QString, id);
        const auto token = ofARun();
        auto stripped = stripToken(token, newerFields(), {id.toStdString()});
        QVERIFY(stripped);
        const auto left = leaksOf(stripped->first, stripped->second);
        const std::vector<std::string> signatures = {"signature", "x.signature_hex",
                                                     "x.public_key_hex", "x.signed_fields"};
        for (const auto& before : leaksOf(token, newerFields())) {
            const auto* now = find(left, before.id);
            const bool gone = before.id == id.toStdString() ||
                              std::count(signatures.begin(), signatures.end(), before.id) > 0;
            QVERIFY2((now == nullptr) == gone, before.id.c_str());
            if (now != nullptr && before.id != "lineage") {
                QVERIFY(now->value == before.value);
            }
        }
        const auto& nodes = stripped->first.lineageDag["nodes"];
        QVERIFY(nodes.back()["type"] == Metadata("strip"));
        QVERIFY(nodes.back()["fields"] == Metadata(1));
        QCOMPARE(nodes.size(), id == "lineage" ? std::size_t{1} : std::size_t{2});
    }

    void nothingToStrip() {
        const auto token = ofARun();
        const auto stripped = stripToken(token, newerFields(), {});
        QVERIFY(stripped);
        QVERIFY(!stripped->first.customMetadata.contains("twb.sig"));
        QVERIFY(stripped->first.lineageDag["nodes"].back()["fields"] == Metadata(0));
        QVERIFY(stripped->second == newerFields());
        QVERIFY(leaksOf(Token(), Metadata::object()).empty());
        QVERIFY(stripToken(Token(), Metadata::object(), {}));
    }

    void idsThatNobodyGave_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"", "seeds", "x.", "x.twb.mode", "x.twb.hub.kind", "x.twb.seed",
                               "privacy_epsilon", "unknown.x", "x.twb.drift"}) {
            QTest::newRow(id) << id;
        }
    }

    void idsThatNobodyGave() {
        QFETCH(QString, id);
        const auto stripped = stripToken(ofARun(), newerFields(), {"seed", id.toStdString()});
        QVERIFY(!stripped);
        QCOMPARE(stripped.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!stripToken(Token(), Metadata::object(), {"seed"}));
    }

    // Maps of this program in another shape are free text to us.
    void otherShapes() {
        Token token;
        auto& x = token.customMetadata;
        x["twb.hub"] = "a hub";
        x["twb.privacy"] = {1, 2};
        x["twb.merge"] = nullptr;
        x["twb.drift"] = "a drift";
        x["twb.mode"] = "A";
        const auto ids = idsOf(leaksOf(token, nullptr));
        QCOMPARE(ids, (std::vector<std::string>{"x.twb.hub", "x.twb.privacy", "x.twb.merge",
                                                "x.twb.drift"}));
        const auto stripped = stripToken(token, Metadata::object(), ids);
        QCOMPARE(stripped->first.customMetadata.dump(), std::string("{\"twb.mode\":\"A\"}"));
    }

    void mapsThatAreEmptyThenGo() {
        Token token;
        token.customMetadata["twb.hub"] = {{"name", "patients"}};
        const auto stripped = stripToken(token, Metadata::object(), {"data"});
        QVERIFY(stripped->first.customMetadata.empty());
    }

    void twiceIsNotMore() {
        const auto token = ofARun();
        const auto ids = idsOf(leaksOf(token, newerFields()));
        const auto once = *stripToken(token, newerFields(), ids);
        const auto again = stripToken(once.first, once.second, {});
        QVERIFY(again);
        QVERIFY(leaksOf(again->first, again->second).empty());
        QCOMPARE(again->first.lineageDag["nodes"].size(), std::size_t{2});
        const auto same = *stripToken(token, newerFields(), ids);
        QCOMPARE(fileOf(same.first, same.second), fileOf(once.first, once.second));
    }

    // A merge names its inputs by their hashes; they go with lineage and "merge".
    void mergedTokens() {
        auto a = ofARun(), b = ofARun();
        b.uhsVector[0] = 1.0F;
        const auto merged = *mergeTokens({a, b}, TokenMerge());
        const auto ids = idsOf(leaksOf(merged, Metadata::object()));
        const auto stripped = stripToken(merged, Metadata::object(), ids);
        const auto file = fileOf(stripped->first, stripped->second);
        for (const auto& input : {a, b}) {
            QVERIFY(file.find(contentHash(input).substr(0, 16)) == std::string::npos);
        }
        QVERIFY(stripped->first.customMetadata["twb.merge"]["rule"] == Metadata("mean"));
        QVERIFY(leaksOf(stripped->first, stripped->second).empty());
    }

    // Otherwise the list would hide what somebody wrote into a step.
    void stepsThatSayMore() {
        Token token;
        token.lineageDag = extendLineage({&token}, "strip", {{"fields", 3}});
        QVERIFY(leaksOf(token, Metadata::object()).empty());
        token.lineageDag["nodes"][0]["ref"] = "clinic";
        QCOMPARE(idsOf(leaksOf(token, Metadata::object())), std::vector<std::string>{"lineage"});
        token.lineageDag = {{"nodes", 1}, {"edges", 2}, {"root", 3}};
        QCOMPARE(idsOf(leaksOf(token, Metadata::object())), std::vector<std::string>{"lineage"});
    }
};

TESSERA_TEST(TestPublication)

#include "test_publication.moc"
