#include "core/token/lineage.h"
#include "core/token/tbf_codec.h"
#include "core/token/token_merge.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::token;

namespace {

using Rule = TokenMerge::Rule;
using Vector = std::vector<float>;

Token tokenNamed(const std::string& source, Vector vector) {
    Token token;
    token.uhsVector = std::move(vector);
    token.sourceModelId = source;
    token.targetModelId = "receiver";
    token.modalityWeights = {{"A", 0.9}, {"W", 0.1}};
    token.privacyEpsilon = 2.0;
    token.privacyDelta = 1e-6;
    token.driftScore = 0.25;
    token.timestamp = "2026-01-01T00:00:00+00:00";
    token.customMetadata["twb.mode"] = "A";
    return token;
}

bool mentions(const Error& error, const char* word) {
    return error.detail.find(word) != std::string::npos;
}

} // namespace

class TestTokenMerge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsOfTheMerged() {
        auto a = tokenNamed("a", {1, 0});
        auto b = tokenNamed("b", {0, 1});
        a.generation = 4;
        b.privacyEpsilon = 0.5;
        a.modalityWeights = {{"A", 1.0}};
        a.correlationMap = {{"l0", 0.5}, {"l1", 0.25}};
        b.correlationMap = {{"l0", 0.5}, {"l1", 0.75}};
        a.projectionHints = b.projectionHints = Metadata::array({{{"projection", "H"}}});
        a.customMetadata["twb.seed"] = 1;
        b.customMetadata["twb.seed"] = 2;
        a.integerFields = b.integerFields = {"pe"};
        const auto result = mergeTokens({a, b}, TokenMerge());
        QVERIFY(result);
        QCOMPARE(result->uhsVector, (Vector{std::sqrt(0.5F), std::sqrt(0.5F)}));
        QCOMPARE(result->knowledgeType, KnowledgeType::Activation);
        QCOMPARE(result->generation, std::int64_t{5});
        QCOMPARE(result->privacyEpsilon, 2.5);
        QCOMPARE(result->privacyDelta, 2e-6);
        QVERIFY(!result->driftScore);
        QCOMPARE(result->sourceModelId, std::string("a + b"));
        QCOMPARE(result->targetModelId, std::optional<std::string>("receiver"));
        QVERIFY(result->timestamp > a.timestamp);
        QCOMPARE(result->version, std::string("1.0"));
        QCOMPARE(result->modalityWeights.size(), std::size_t{2});
        QCOMPARE(result->modalityWeights[0].second, 0.95);
        QCOMPARE(result->modalityWeights[1].second, 0.05);
        QCOMPARE(result->correlationMap.dump(), std::string("{\"l0\":0.5}"));
        QVERIFY(result->projectionHints == a.projectionHints);
        QVERIFY(result->integerFields.empty());
        const auto& x = result->customMetadata;
        QVERIFY(x["twb.mode"] == Metadata("A"));
        QVERIFY(!x.contains("twb.seed"));
        QVERIFY(x.contains("twb.drift") && x["twb.drift"].is_null());
        QVERIFY(decodeTbf(*encodeTbf(*result)));
    }

    void saysHowItWasMerged() {
        const auto a = tokenNamed("a", {1, 0});
        const auto b = tokenNamed("b", {0, 1});
        TokenMerge how;
        how.rule = Rule::Weighted;
        how.weights = {1, 3};
        const auto about = mergeTokens({a, b}, how)->customMetadata["twb.merge"];
        QVERIFY(about["rule"] == Metadata("weighted"));
        QVERIFY(about["weights"] == Metadata({1.0, 3.0}));
        QVERIFY(about["unit_length"] == Metadata(true));
        QVERIFY(about["inputs"] == Metadata({contentHash(a), contentHash(b)}));
        how.rule = Rule::Trimmed; // knows no weights
        const auto trimmed = mergeTokens({a, b}, how)->customMetadata["twb.merge"];
        QVERIFY(trimmed["weights"].is_null());
        QVERIFY(trimmed["trimmed_fraction"] == Metadata(0.1));
    }

    void everyInputIsAParent() {
        const auto a = tokenNamed("a", {1, 0});
        const auto b = tokenNamed("b", {0, 1});
        const auto once = *mergeTokens({a, b}, TokenMerge());
        // Also one that is an ancestor of the other.
        const auto twice = *mergeTokens({once, a}, TokenMerge());
        for (const auto& [dag, inputs] :
             {std::pair{once.lineageDag, std::vector{a, b}}, {twice.lineageDag, {once, a}}}) {
            const auto last = dag["nodes"].back()["id"];
            QVERIFY(dag["nodes"].back()["type"] == Metadata("merge"));
            for (const Token& input : inputs) {
                std::string parent;
                for (const auto& node : dag["nodes"]) {
                    parent = node.value("ref", "") == contentHash(input)
                                 ? node["id"].get<std::string>()
                                 : parent;
                }
                QVERIFY(!parent.empty());
                const auto edges = dag["edges"];
                QVERIFY(std::any_of(edges.begin(), edges.end(), [&](const Metadata& edge) {
                    return edge["from"] == parent && edge["to"] == last;
                }));
            }
        }
    }

    void whatTheyDisagreeOn() {
        auto a = tokenNamed("a", {1, 0});
        auto b = tokenNamed("a", {0, 1});
        b.knowledgeType = KnowledgeType::Weight;
        a.version = "2.0";
        a.targetModelId = std::nullopt;
        a.projectionHints = Metadata::array({1});
        const auto result = mergeTokens({a, b}, TokenMerge());
        QCOMPARE(result->knowledgeType, KnowledgeType::Swarm);
        QCOMPARE(result->version, std::string("1.0"));
        QVERIFY(!result->targetModelId);
        QVERIFY(result->projectionHints.is_array() && result->projectionHints.empty());
        QCOMPARE(result->sourceModelId, std::string("a"));
    }

    // What a token says about itself decides nothing, and what one signed is not the merged one.
    void statementsOfOneDoNotCount() {
        auto a = tokenNamed("a", {1, 0});
        auto b = tokenNamed("b", {0, 1});
        const auto before = mergeTokens({a, b}, TokenMerge())->uhsVector;
        b.customMetadata["aggregation_weight"] = 1e9;
        b.driftScore = -1.0;
        QCOMPARE(mergeTokens({a, b}, TokenMerge())->uhsVector, before);
        for (auto* token : {&a, &b}) {
            auto& x = token->customMetadata;
            x["twb.sig"] = {{"signature", "aa"}};
            x["signature_hex"] = x["public_key_hex"] = "bb";
            x["twb.privacy"] = {{"sigma", 0.5}};
            x["twb.merge"] = "of before";
        }
        const auto x = mergeTokens({a, b}, TokenMerge())->customMetadata;
        QVERIFY(!x.contains("twb.sig") && !x.contains("signature_hex"));
        QVERIFY(!x.contains("public_key_hex") && !x.contains("twb.privacy"));
        QVERIFY(x["twb.merge"].is_object());
    }

    void privacyOfTheMerged() {
        auto a = tokenNamed("a", {1});
        auto b = tokenNamed("b", {1});
        a.privacyEpsilon = std::numeric_limits<double>::infinity();
        a.privacyDelta = b.privacyDelta = 0.75;
        const auto result = mergeTokens({a, b}, TokenMerge());
        QVERIFY(std::isinf(result->privacyEpsilon));
        QCOMPARE(result->privacyDelta, 1.0);
    }

    void tokensThatCannotBeMerged() {
        const auto good = tokenNamed("a", {1, 0});
        const auto code = [](const std::vector<Token>& tokens, const char* word) {
            const auto result = mergeTokens(tokens, TokenMerge());
            return !result && result.error().code == ErrorCode::InvalidArgument &&
                   mentions(result.error(), word);
        };
        QVERIFY(code({}, "at least two"));
        QVERIFY(code({good}, "at least two"));
        QVERIFY(code({good, tokenNamed("b", {1})}, "Vector 2"));
        QVERIFY(code({good, tokenNamed("b", {1, std::nanf("")})}, "Vector 2"));
        auto last = good;
        last.generation = std::numeric_limits<std::int64_t>::max();
        QVERIFY(code({last, good}, "generation"));
        auto claim = good;
        claim.privacyEpsilon = std::nan("");
        QVERIFY(code({good, claim}, "Token 2"));
    }

    void sameTokensGiveTheSame() {
        const auto a = tokenNamed("a", {1, 0});
        const auto b = tokenNamed("b", {0.5, 1});
        auto first = *mergeTokens({a, b}, TokenMerge());
        auto second = *mergeTokens({a, b}, TokenMerge());
        second.timestamp = first.timestamp;
        QCOMPARE(*encodeTbf(first), *encodeTbf(second));
    }
};

TESSERA_TEST(TestTokenMerge)

#include "test_token_merge.moc"
