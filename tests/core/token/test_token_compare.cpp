#include "core/token/token_compare.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace tessera;
using namespace tessera::token;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();

Token some() {
    Token token;
    token.uhsVector = {1.0F, 2.0F};
    token.modalityWeights = {{"A", 0.9}, {"W", 0.1}};
    token.correlationMap = {{"l0>l0", 0.5}};
    token.lineageDag = {{"nodes", Metadata::array()}};
    token.driftScore = 0.5;
    token.targetModelId = "receiver";
    token.customMetadata = {{"twb.seed", 1}, {"twb.hub", {{"kind", "orthogonal"}, {"rank", 3}}}};
    return token;
}

Token withVector(std::vector<float> vector) {
    Token token;
    token.uhsVector = std::move(vector);
    return token;
}

} // namespace

class TestTokenCompare : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void equalTokens() {
        const auto same = compareTokens(some(), some());
        QVERIFY(same.fields.empty());
        QCOMPARE(same.differing, std::size_t{0});
        QCOMPARE(same.distance, std::optional(0.0));
        QCOMPARE(same.largest, std::optional(0.0));
        QCOMPARE(same.cosine, std::optional(1.0));
        QCOMPARE(same.perDimension, (std::vector<float>{0.0F, 0.0F}));
        QCOMPARE(same.leftNorm, std::sqrt(5.0));
        QCOMPARE(same.leftNorm, same.rightNorm);
        QCOMPARE(same.leftCount, std::size_t{2});
    }

    void fields_data() {
        using Change = std::function<void(Token&)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("left");
        QTest::addColumn<QString>("right");
        const auto row = [](const char* key, const char* left, const char* right,
                            const Change& change) {
            QTest::addRow("%s %s", key, right) << change << key << left << right;
        };
        row("knowledge_type", "\"ACTIVATION\"", "\"SWARM\"",
            [](Token& t) { t.knowledgeType = KnowledgeType::Swarm; });
        row("modality_weights.W", "0.1", "null", [](Token& t) { t.modalityWeights.pop_back(); });
        row("modality_weights.B", "null", "1.0",
            [](Token& t) { t.modalityWeights.emplace_back("B", 1.0); });
        row("correlation_map.l0>l0", "0.5", "0.75",
            [](Token& t) { t.correlationMap["l0>l0"] = 0.75; });
        row("lineage_dag.nodes", "[]", "[1]", [](Token& t) { t.lineageDag["nodes"] = {1}; });
        row("generation", "1", "2", [](Token& t) { t.generation = 2; });
        row("projection_hints", "[]", "[null]",
            [](Token& t) { t.projectionHints.push_back(nullptr); });
        row("privacy_epsilon", "0.0", "1.0", [](Token& t) { t.privacyEpsilon = 1.0; });
        row("privacy_delta", "0.0", "1.0", [](Token& t) { t.privacyDelta = 1.0; });
        row("drift_score", "0.5", "null", [](Token& t) { t.driftScore.reset(); });
        row("drift_score", "0.5", "0.0", [](Token& t) { t.driftScore = 0.0; });
        row("source_model_id", "\"\"", "\"a\"", [](Token& t) { t.sourceModelId = "a"; });
        row("target_model_id", "\"receiver\"", "null", [](Token& t) { t.targetModelId.reset(); });
        row("timestamp", "\"\"", "\"now\"", [](Token& t) { t.timestamp = "now"; });
        row("version", "\"1.0\"", "\"2\"", [](Token& t) { t.version = "2"; });
        row("custom_metadata.twb.seed", "1", "2",
            [](Token& t) { t.customMetadata["twb.seed"] = 2; });
        row("custom_metadata.twb.seed", "1", "null",
            [](Token& t) { t.customMetadata.erase("twb.seed"); });
        row("custom_metadata.twb.hub.rank", "3", "4",
            [](Token& t) { t.customMetadata["twb.hub"]["rank"] = 4; });
        row("custom_metadata.twb.hub", "{\"kind\":\"orthogonal\",\"rank\":3}", "[]",
            [](Token& t) { t.customMetadata["twb.hub"] = Metadata::array(); });
        row("custom_metadata.new", "null", "{\"a\":1}",
            [](Token& t) { t.customMetadata["new"]["a"] = 1; });
        // nil is something else than nothing, though both sides read null.
        row("custom_metadata.twb.drift", "null", "null",
            [](Token& t) { t.customMetadata["twb.drift"] = nullptr; });
    }

    void fields() {
        QFETCH(std::function<void(Token&)>, change);
        QFETCH(QString, key);
        QFETCH(QString, left);
        QFETCH(QString, right);
        Token changed = some();
        change(changed);
        const auto found = compareTokens(some(), changed).fields;
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(found[0].key), key);
        QCOMPARE(QString::fromStdString(found[0].left.dump()), left);
        QCOMPARE(QString::fromStdString(found[0].right.dump()), right);
        const auto back = compareTokens(changed, some()).fields;
        QCOMPARE(back.size(), std::size_t{1});
        QCOMPARE(QString::fromStdString(back[0].left.dump()), right);
    }

    void orderOfTheFormat() {
        Token other;
        other.generation = 9;
        other.knowledgeType = KnowledgeType::Weight;
        other.version = "0";
        other.customMetadata = {{"b", 1}, {"twb.seed", 3}};
        QStringList keys;
        for (const auto& field : compareTokens(some(), other).fields) {
            keys << QString::fromStdString(field.key);
        }
        QCOMPARE(keys, (QStringList{"knowledge_type", "modality_weights.A", "modality_weights.W",
                                    "correlation_map.l0>l0", "lineage_dag.nodes", "generation",
                                    "drift_score", "target_model_id", "version",
                                    "custom_metadata.twb.seed", "custom_metadata.twb.hub",
                                    "custom_metadata.b"}));
    }

    // Values count, not how a writer put them.
    void sameValues() {
        Token left = some(), right = some();
        left.customMetadata = Metadata::parse(R"({"a": 1, "b": [{"c": 1, "d": 2}], "n": 0})");
        right.customMetadata = Metadata::parse(R"({"n": 0, "b": [{"d": 2, "c": 1.0}], "a": 1.0})");
        left.customMetadata["n"] = right.customMetadata["n"] = std::nan("");
        right.integerFields = {"pe"};
        QVERIFY(compareTokens(left, right).fields.empty());
        right.customMetadata["b"].push_back(nullptr);
        QCOMPARE(compareTokens(left, right).fields.size(), std::size_t{1});
        right.customMetadata["b"][1] = 0;
        left.customMetadata["b"].push_back(std::nan(""));
        QCOMPARE(compareTokens(left, right).fields.size(), std::size_t{1});
    }

    void vectors_data() {
        using Numbers = QList<float>;
        using Measure = std::optional<double>;
        QTest::addColumn<Numbers>("left");
        QTest::addColumn<Numbers>("right");
        QTest::addColumn<Measure>("cosine");
        QTest::addColumn<Measure>("distance");
        QTest::addColumn<Measure>("largest");
        QTest::addColumn<int>("differing");
        const auto row = [](const char* name, const Numbers& left, const Numbers& right,
                            Measure cosine, Measure distance, Measure largest, int differing) {
            QTest::newRow(name) << left << right << cosine << distance << largest << differing;
        };
        const Measure none;
        row("right angle", {1, 0}, {0, 1}, 0.0, std::sqrt(2.0), 1.0, 2);
        row("opposite", {3, 4}, {-3, -4}, -1.0, 10.0, 8.0, 2);
        row("longer", {3, 4}, {6, 8}, 1.0, 5.0, 4.0, 2);
        row("one number", {2}, {-1}, -1.0, 3.0, 3.0, 1);
        row("sign of zero", {0, 1}, {-0.0F, 1}, 1.0, 0.0, 0.0, 1);
        row("zero", {0, 0}, {3, 4}, none, 5.0, 4.0, 2);
        row("both zero", {0, 0}, {0, 0}, none, 0.0, 0.0, 0);
        row("no numbers", {}, {}, none, 0.0, 0.0, 0);
        row("different lengths", {1, 2, 3}, {1, 3}, none, none, none, 2);
        row("none and some", {}, {1}, none, none, none, 1);
        row("equal infinities", {kInfinity, 1}, {kInfinity, 2}, none, 1.0, 1.0, 1);
        row("other infinities", {kInfinity}, {-kInfinity}, none, double(kInfinity),
            double(kInfinity), 1);
        row("NaN", {kNaN, 1}, {2, 1}, none, none, none, 1);
        const float large = std::numeric_limits<float>::max();
        row("largest", {large}, {-large}, -1.0, 2 * double(large), 2 * double(large), 1);
    }

    void vectors() {
        QFETCH(QList<float>, left);
        QFETCH(QList<float>, right);
        QFETCH(std::optional<double>, cosine);
        QFETCH(std::optional<double>, distance);
        QFETCH(std::optional<double>, largest);
        QFETCH(int, differing);
        const auto found = compareTokens(withVector({left.begin(), left.end()}),
                                         withVector({right.begin(), right.end()}));
        const auto equal = [](std::optional<double> a, std::optional<double> b) {
            return a.has_value() == b.has_value() && (!a || *a == *b || std::fabs(*a - *b) < 1e-12);
        };
        QVERIFY(equal(found.cosine, cosine));
        QVERIFY(equal(found.distance, distance));
        QVERIFY(equal(found.largest, largest));
        QCOMPARE(found.differing, std::size_t(differing));
        QCOMPARE(found.leftCount, std::size_t(left.size()));
        QCOMPARE(found.rightCount, std::size_t(right.size()));
        const bool sameCount = left.size() == right.size();
        QCOMPARE(found.perDimension.size(), sameCount ? std::size_t(left.size()) : std::size_t{0});
        for (std::size_t i = 0; i < found.perDimension.size(); ++i) {
            const float l = left[int(i)], r = right[int(i)];
            QVERIFY(found.perDimension[i] == r - l || l == r || std::isnan(l) || std::isnan(r));
        }
    }

    // Many keys take no longer than the file they come from.
    void manyKeys() {
        Token left, right;
        auto& l = left.customMetadata.get_ref<Metadata::object_t&>();
        auto& r = right.customMetadata.get_ref<Metadata::object_t&>();
        constexpr int kMany = 100000;
        for (int i = 0; i < kMany; ++i) {
            l.push_back({"a" + std::to_string(i), i});
            r.push_back({"b" + std::to_string(i), i});
        }
        QCOMPARE(compareTokens(left, right).fields.size(), std::size_t{2 * kMany});
    }
};

TESSERA_TEST(TestTokenCompare)

#include "test_token_compare.moc"
