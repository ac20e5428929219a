#include "core/token/lineage.h"

#include "core/token/metadata_codec.h"
#include "core/token/tbf_codec.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <functional>
#include <limits>
#include <set>

using namespace tessera;
using namespace tessera::token;

namespace {

Token tokenWith(const char* dag, std::vector<float> vector = {1.0F}) {
    Token token;
    token.lineageDag = Metadata::parse(dag);
    token.uhsVector = std::move(vector);
    return token;
}

// Of a run of this program, and of the reference.
constexpr const char* kOurs = R"({"nodes": [{"id": "source", "type": "anchor", "ref": "mlp"},
    {"id": "receiver", "type": "receiver", "ref": "conv"}],
    "edges": [{"from": "source", "to": "receiver", "mode": "A"}], "root": "source"})";
constexpr const char* kReferences =
    R"({"nodes": [{"id": "n0", "type": "anchor", "ref": "model_a"}], "root": "n0"})";

QStringList idsOf(const Metadata& dag) {
    QStringList ids;
    for (const auto& node : dag["nodes"]) {
        ids << QString::fromStdString(node["id"].get<std::string>());
    }
    return ids;
}

QStringList edgesOf(const Metadata& dag) {
    QStringList edges;
    for (const auto& edge : dag["edges"]) {
        edges << QString::fromStdString(edge["from"].get<std::string>() + ">" +
                                        edge["to"].get<std::string>());
    }
    return edges;
}

Metadata nodeOf(const Metadata& dag, const std::string& id) {
    for (const auto& node : dag["nodes"]) {
        if (node["id"] == id) {
            return node;
        }
    }
    return nullptr;
}

QString tokenId(const Token& token) {
    return "token-" + QString::fromStdString(contentHash(token).substr(0, 16));
}

std::string nested(int levels) {
    return std::string(std::size_t(levels), '[') + std::string(std::size_t(levels), ']');
}

} // namespace

class TestLineage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void hashIsOfTheContent() {
        Token token = tokenWith(kOurs, {1.0F, -2.0F});
        token.modalityWeights = {{"A", 1.0}};
        token.privacyEpsilon = 8.0;
        const auto hash = contentHash(token);
        QCOMPARE(hash.size(), std::size_t{64});
        QCOMPARE(contentHash(token), hash);
        const auto decoded = decodeTbf(*encodeTbf(token));
        QVERIFY(decoded);
        QCOMPARE(contentHash(decoded->token), hash);
        token.integerFields = {"m.A", "pe"}; // written as 1 and 8 instead of 1.0 and 8.0
        QCOMPARE(contentHash(token), hash);
    }

    // Any change gives another name.
    void hashCoversEverything_data() {
        using Change = std::function<void(Token&)>;
        QTest::addColumn<Change>("change");
        const auto row = [](const char* name, const Change& change) {
            QTest::newRow(name) << change;
        };
        row("type", [](Token& t) { t.knowledgeType = KnowledgeType::Swarm; });
        row("weights", [](Token& t) { t.modalityWeights = {{"A", 0.5}}; });
        row("correlation", [](Token& t) { t.correlationMap["a"] = 1; });
        row("lineage", [](Token& t) { t.lineageDag["root"] = "x"; });
        row("generation", [](Token& t) { t.generation = 2; });
        row("hints", [](Token& t) { t.projectionHints.push_back(1); });
        row("epsilon", [](Token& t) { t.privacyEpsilon = 1; });
        row("delta", [](Token& t) { t.privacyDelta = 1; });
        row("drift", [](Token& t) { t.driftScore = 0.0; });
        row("source", [](Token& t) { t.sourceModelId = "s"; });
        row("target", [](Token& t) { t.targetModelId = ""; });
        row("time", [](Token& t) { t.timestamp = "now"; });
        row("version", [](Token& t) { t.version = "2"; });
        row("metadata", [](Token& t) { t.customMetadata["k"] = nullptr; });
        row("a number", [](Token& t) { t.uhsVector[0] = 2.0F; });
        row("a sign", [](Token& t) { t.uhsVector[1] = -0.0F; });
        row("a number more", [](Token& t) { t.uhsVector.push_back(0.0F); });
    }

    void hashCoversEverything() {
        QFETCH(std::function<void(Token&)>, change);
        Token token;
        token.uhsVector = {1.0F, 0.0F};
        const auto before = contentHash(token);
        change(token);
        QVERIFY(contentHash(token) != before);
    }

    void hashesOfLargeAndImpossibleTokens() {
        Token large;
        large.uhsVector.assign(10000, 1.0F);
        const auto hash = contentHash(large);
        large.uhsVector[9999] = 2.0F;
        QVERIFY(contentHash(large) != hash);
        Token impossible;
        impossible.driftScore = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(contentHash(impossible).size(), std::size_t{64});
    }

    void stepAfterOneToken_data() {
        QTest::addColumn<QByteArray>("dag");
        QTest::addColumn<QStringList>("ids");
        QTest::addColumn<QStringList>("edges");
        QTest::addColumn<QString>("root");
        QTest::newRow("none") << QByteArray("{}") << QStringList{"strip"} << QStringList{}
                              << "strip";
        QTest::newRow("ours") << QByteArray(kOurs) << QStringList{"source", "receiver", "strip"}
                              << QStringList{"source>receiver", "receiver>strip"} << "source";
        QTest::newRow("the reference's") << QByteArray(kReferences) << QStringList{"n0", "strip"}
                                         << QStringList{"n0>strip"} << "n0";
        QTest::newRow("two ends") << QByteArray(
                                         R"({"nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}],
                              "edges": [{"from": "a", "to": "b"}, {"from": "a", "to": "c"}]})")
                                  << QStringList{"a", "b", "c", "strip"}
                                  << QStringList{"a>b", "a>c", "b>strip", "c>strip"} << "a";
        QTest::newRow("a circle with an end")
            << QByteArray(R"({"nodes": [{"id": "a"}, {"id": "b"}, {"id": "c"}], "root": "b",
                              "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"},
                                        {"from": "b", "to": "c"}]})")
            << QStringList{"a", "b", "c", "strip"} << QStringList{"a>b", "b>a", "b>c", "c>strip"}
            << "b";
        QTest::newRow("a name that is taken")
            << QByteArray(R"({"nodes": [{"id": "strip"}, {"id": "strip.2"}], "edges": []})")
            << QStringList{"strip", "strip.2", "strip.3"}
            << QStringList{"strip>strip.3", "strip.2>strip.3"} << "strip";
        QTest::newRow("edges to nowhere and twice")
            << QByteArray(R"({"nodes": [{"id": "a"}],
                              "edges": [{"from": "x", "to": "y"}, {"from": "x", "to": "y"}]})")
            << QStringList{"a", "strip"} << QStringList{"x>y", "x>y", "a>strip"} << "a";
    }

    void stepAfterOneToken() {
        QFETCH(QByteArray, dag);
        QFETCH(QStringList, ids);
        QFETCH(QStringList, edges);
        QFETCH(QString, root);
        const auto token = tokenWith(dag.constData());
        const auto result = extendLineage({&token}, "strip", {{"fields", 3}, {"id", "mine"}});
        QCOMPARE(idsOf(result), ids);
        QCOMPARE(edgesOf(result), edges);
        QCOMPARE(result["root"].get<std::string>(), root.toStdString());
        const auto& step = result["nodes"].back();
        QVERIFY(step["type"] == Metadata("strip"));
        QVERIFY(step["fields"] == Metadata(3));
        // What was there is there as it was.
        for (const auto& [key, value] : token.lineageDag.items()) {
            if (value.is_array()) {
                for (std::size_t i = 0; i < value.size(); ++i) {
                    QCOMPARE(result[key][i].dump(), value[i].dump());
                }
            } else {
                QVERIFY(result[key] == value);
            }
        }
    }

    // Whatever another program wrote is still there, and the step has something to come from.
    void foreignLineages_data() {
        QTest::addColumn<QByteArray>("dag");
        QTest::addColumn<bool>("asText");
        const auto row = [](const char* name, const QByteArray& dag, bool asText = false) {
            QTest::newRow(name) << dag << asText;
        };
        row("nodes are no list", R"({"nodes": {"a": 1}})");
        row("nodes are null", R"({"nodes": null, "edges": []})");
        row("a node is text", R"({"nodes": ["a", "b"]})");
        row("a node is a list", R"({"nodes": [["id", "a"]]})");
        row("an id is a number", R"({"nodes": [{"id": 7}]})");
        row("a node without id", R"({"nodes": [{"ref": "a"}]})");
        row("an id twice", R"({"nodes": [{"id": "a"}, {"id": "a"}]})");
        row("edges are no list", R"({"nodes": [{"id": "a"}], "edges": {"a": "b"}})");
        row("edges are pairs", R"({"nodes": [{"id": "a"}], "edges": [["a", "a"]]})");
        row("an edge from a number",
            R"({"nodes": [{"id": "a"}], "edges": [{"from": 1, "to": "a"}]})");
        row("an edge to nothing", R"({"nodes": [{"id": "a"}], "edges": [{"from": "a"}]})");
        row("a node that is its own parent",
            R"({"nodes": [{"id": "a"}], "edges": [{"from": "a", "to": "a"}]})");
        row("only a circle", R"({"nodes": [{"id": "a"}, {"id": "b"}],
            "edges": [{"from": "a", "to": "b"}, {"from": "b", "to": "a"}]})");
        row("deep",
            QByteArray::fromStdString("{\"nodes\": " + nested(kMaxMetadataDepth - 5) + "}"));
        row("too deep to go inside",
            QByteArray::fromStdString("{\"nodes\": " + nested(kMaxMetadataDepth - 2) + "}"), true);
    }

    void foreignLineages() {
        QFETCH(QByteArray, dag);
        QFETCH(bool, asText);
        const auto foreign = tokenWith(dag.constData());
        const auto ours = tokenWith(kOurs, {2.0F});
        const auto one = extendLineage({&foreign}, "strip", {});
        QCOMPARE(idsOf(one), (QStringList{"former", "strip"}));
        QCOMPARE(edgesOf(one), QStringList{"former>strip"});
        const auto several = extendLineage({&ours, &foreign}, "merge", {});
        QVERIFY(edgesOf(several).contains("former>" + tokenId(foreign)));
        for (const auto& result : {one, several}) {
            const auto node = nodeOf(result, "former");
            QVERIFY(node["type"] == Metadata("foreign"));
            const auto kept =
                asText ? Metadata::parse(node["lineage_text"].get<std::string>()) : node["lineage"];
            QCOMPARE(kept.dump(), foreign.lineageDag.dump());
            Token token;
            token.lineageDag = result;
            QVERIFY(encodeTbf(token)); // not too deep for a file
            // The next step comes after this one, and buries nothing deeper.
            QVERIFY(nodeOf(extendLineage({&token}, "next", {}), "former") == node);
        }
    }

    void listsAreNotLineages() {
        const auto token = tokenWith("[1, 2]");
        const auto result = extendLineage({&token}, "strip", {});
        QVERIFY(nodeOf(result, "former")["lineage"] == token.lineageDag);
    }

    void severalTokens() {
        const auto a = tokenWith(kOurs);
        auto b = tokenWith(kOurs, {2.0F});
        b.lineageDag["nodes"][1]["ref"] = "lstm"; // the same source, another receiver
        const auto result = extendLineage({&a, &b}, "merge", {{"rule", "mean"}});
        QCOMPARE(idsOf(result), (QStringList{"source", "receiver", tokenId(a), "receiver.2",
                                             tokenId(b), "merge"}));
        QCOMPARE(edgesOf(result), (QStringList{"source>receiver", "receiver>" + tokenId(a),
                                               "source>receiver.2", "receiver.2>" + tokenId(b),
                                               tokenId(a) + ">merge", tokenId(b) + ">merge"}));
        QVERIFY(nodeOf(result, "receiver.2")["ref"] == Metadata("lstm"));
        const auto parent = nodeOf(result, tokenId(b).toStdString());
        QVERIFY(parent["ref"] == Metadata(contentHash(b)));
        QVERIFY(parent["graph"]["root"] == Metadata("source"));
        QVERIFY(nodeOf(result, "merge")["rule"] == Metadata("mean"));
        QVERIFY(result["root"] == Metadata("source"));
        QVERIFY(result["edges"][0]["mode"] == Metadata("A"));
    }

    void theSameTokenTwice() {
        const auto a = tokenWith(kReferences);
        const auto result = extendLineage({&a, &a}, "merge", {});
        QCOMPARE(idsOf(result), (QStringList{"n0", tokenId(a), "merge"}));
        QCOMPARE(edgesOf(result), (QStringList{"n0>" + tokenId(a), tokenId(a) + ">merge"}));
    }

    void tokensWithoutLineage() {
        const auto a = tokenWith("{}");
        const auto b = tokenWith("{}", {2.0F});
        const auto result = extendLineage({&a, &b}, "merge", {});
        QCOMPARE(idsOf(result), (QStringList{tokenId(a), tokenId(b), "merge"}));
        QCOMPARE(extendLineage({}, "merge", {})["nodes"].size(), std::size_t{1});
    }

    // Same ids, other contents: none is lost, every edge leads to its own.
    void idsThatMeet() {
        std::vector<Token> tokens;
        std::vector<const Token*> parents;
        for (int i = 0; i < 5; ++i) {
            tokens.push_back(tokenWith(kReferences, {float(i)}));
            tokens.back().lineageDag["nodes"][0]["ref"] = "model " + std::to_string(i);
            tokens.back().lineageDag["note"] = i;
        }
        for (const auto& token : tokens) {
            parents.push_back(&token);
        }
        const auto result = extendLineage(parents, "merge", {});
        std::set<std::string> ids;
        for (const auto& node : result["nodes"]) {
            QVERIFY(ids.insert(node["id"].get<std::string>()).second);
        }
        QCOMPARE(ids.size(), std::size_t{11});
        for (int i = 0; i < 5; ++i) {
            const auto id = tokenId(tokens[std::size_t(i)]);
            const auto edges = edgesOf(result).filter(">" + id);
            QCOMPARE(edges.size(), 1);
            const auto from = edges.front().section('>', 0, 0).toStdString();
            QVERIFY(nodeOf(result, from)["ref"] == Metadata("model " + std::to_string(i)));
            const auto said = nodeOf(result, id.toStdString())["graph"];
            QVERIFY(said["note"] == Metadata(i));
            QVERIFY(said["root"] == Metadata(from));
        }
    }

    // Of the golden tokens of other programs: none changes on the way.
    void lineagesOfOtherWriters() {
        int found = 0;
        for (const auto& entry : std::filesystem::directory_iterator(test::goldenDir() / "tbf")) {
            const auto read = entry.path().extension() == ".tbf"
                                  ? readTbf(entry.path())
                                  : Result<TokenFile>(fail(ErrorCode::NotFound, ""));
            if (!read || !read->token.lineageDag.contains("nodes")) {
                continue;
            }
            const auto& before = read->token.lineageDag;
            const auto after = extendLineage({&read->token}, "strip", {});
            QVERIFY(
                std::equal(before["nodes"].begin(), before["nodes"].end(), after["nodes"].begin()));
            ++found;
        }
        QVERIFY(found > 10);
    }

    void manyNodes() {
        Token token;
        token.lineageDag["nodes"] = Metadata::array();
        for (int i = 0; i < 20000; ++i) {
            token.lineageDag["nodes"].push_back({{"id", std::to_string(i)}});
        }
        Token other = token;
        other.lineageDag["nodes"][7]["ref"] = "x";
        const auto result = extendLineage({&token, &other}, "merge", {});
        QCOMPARE(result["nodes"].size(), std::size_t{20000 + 1 + 2 + 1});
    }
};

TESSERA_TEST(TestLineage)

#include "test_lineage.moc"
