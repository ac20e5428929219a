#include "core/jobs/token_package.h"

#include "core/hub/hub_registry.h"
#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QRegularExpression>
#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

// A finished transfer, made up.
struct Finished {
    Experiment experiment = smallExperiment();
    transfer::TransferOutcome outcome;
    RunSummary summary;

    Finished() {
        outcome.vector = {0.5F, -1.0F, 0.0F};
        outcome.matchedLayers = {{"layers.0>conv.0", 0.75}, {"layers.1>conv.1", -0.1}};
        summary.sourceHash = "0123abcd";
        summary.drift.output = 0.25;
        outcome.hubSpace = must(must(hub::findHubKind(HubKindId("orthogonal")))
                                    ->create("digits", HubSpec{HubKindId("orthogonal"), 3}));
        must(outcome.hubSpace->add({{"s", "w"}, "r", randomRows(20, 2, 1)}));
    }
    [[nodiscard]] Token token() const {
        return makeToken(
            {experiment, outcome, summary, "mlp_24d_1L", "conv_16d_1L", 24, 16, "reference hash"});
    }
};

PrivacyStatement statement(double epsilon) {
    PrivacyStatement about;
    about.epsilon = epsilon;
    about.releaseSize = 100;
    about.clip = 10.0;
    about.sensitivity = 0.2;
    about.sigma = 0.7;
    about.unit = "one sample";
    about.neighbouring = "replace one sample";
    about.notCovered = {"drift_score"};
    return about;
}

} // namespace

class TestTokenPackage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fields() {
        Finished finished;
        const auto token = finished.token();
        QVERIFY(token.knowledgeType == KnowledgeType::Activation);
        QCOMPARE(token.uhsVector, finished.outcome.vector);
        QCOMPARE(token.modalityWeights, (std::vector<std::pair<std::string, double>>{
                                            {"A", 0.9}, {"W", 0.05}, {"B", 0.05}}));
        QCOMPARE(token.correlationMap.size(), std::size_t{2});
        QCOMPARE(token.correlationMap["layers.1>conv.1"].get<double>(), -0.1);
        QCOMPARE(token.driftScore, std::optional<double>(0.25));
        QCOMPARE(token.sourceModelId, std::string("mlp_24d_1L"));
        QCOMPARE(token.targetModelId, std::optional<std::string>("conv_16d_1L"));
        QVERIFY(std::isinf(token.privacyEpsilon));
        QCOMPARE(token.privacyDelta, 1e-5);
        QCOMPARE(token.generation, std::int64_t{1});
        QCOMPARE(token.version, std::string("1.0"));
        QVERIFY(token.integerFields.empty());
        static const QRegularExpression iso("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+00:00$");
        QVERIFY(iso.match(QString::fromStdString(token.timestamp)).hasMatch());

        const auto& dag = token.lineageDag;
        QCOMPARE(dag["root"].get<std::string>(), std::string("source"));
        QCOMPARE(dag["nodes"].size(), std::size_t{2});
        QCOMPARE(dag["nodes"][1]["ref"].get<std::string>(), std::string("conv_16d_1L"));
        QCOMPARE(dag["edges"][0]["mode"].get<std::string>(), std::string("A"));

        const auto& x = token.customMetadata;
        QCOMPARE(x["tx_d_model"].get<int>(), 24);
        QCOMPARE(x["rx_d_model"].get<int>(), 16);
        QCOMPARE(x["twb.mode"].get<std::string>(), std::string("A"));
        QCOMPARE(x["twb.seed"].get<int>(), 3);
        QCOMPARE(x["twb.source_sha256"].get<std::string>(), std::string("0123abcd"));
        QCOMPARE(x["twb.hub"]["kind"].get<std::string>(), std::string("orthogonal"));
        QCOMPARE(x["twb.hub"]["rank"].get<int>(), 2);
        QCOMPARE(x["twb.hub"]["reference_sha256"].get<std::string>(),
                 std::string("reference hash"));
        QVERIFY(!x.contains("twb.drift"));
        QVERIFY(!x.contains("twb.privacy")); // nothing was released
        // Everything but the two names of the reference is in a namespace of our own.
        for (const auto& [key, value] : x.items()) {
            QVERIFY2(key.starts_with("twb.") || key.ends_with("_d_model"), key.c_str());
        }
    }

    void driftThatWasNotMeasured() {
        Finished finished;
        finished.summary.drift.output.reset();
        const auto token = finished.token();
        QVERIFY(!token.driftScore); // never 0
        QVERIFY(token.customMetadata.contains("twb.drift"));
        QVERIFY(token.customMetadata["twb.drift"].is_null());
    }

    void privacyStatement() {
        Finished finished;
        finished.experiment.transfer.privacy.epsilon = 1.0;
        finished.outcome.privacy = statement(1.0);
        const auto token = finished.token();
        QCOMPARE(token.privacyEpsilon, 1.0);
        const auto& about = token.customMetadata["twb.privacy"];
        QCOMPARE(about["noised"].get<bool>(), true);
        QCOMPARE(about["sigma"].get<double>(), 0.7);
        QCOMPARE(about["sensitivity"].get<double>(), 0.2);
        QCOMPARE(about["clip"].get<double>(), 10.0);
        QCOMPARE(about["release_size"].get<int>(), 100);
        QVERIFY(about["noise_to_signal"].is_null()); // not measured here
        QCOMPARE(about["not_covered"][0].get<std::string>(), std::string("drift_score"));
        finished.outcome.privacy->noiseToSignal = 0.3;
        QCOMPARE(finished.token().customMetadata["twb.privacy"]["noise_to_signal"].get<double>(),
                 0.3);
    }

    void withoutNoiseNoClaim() {
        Finished finished;
        finished.outcome.privacy = statement(std::numeric_limits<double>::infinity());
        const auto about = finished.token().customMetadata["twb.privacy"];
        QCOMPARE(about["noised"].get<bool>(), false);
        QVERIFY(!about.contains("sigma"));
        QVERIFY(!about.contains("mechanism"));
        QVERIFY(about.contains("not_covered"));
    }

    void withoutAHub() {
        Finished finished;
        finished.outcome.hubSpace.reset();
        QCOMPARE(finished.token().customMetadata["twb.hub"]["rank"].get<int>(), 0);
    }
};

TESSERA_TEST(TestTokenPackage)

#include "test_token_package.moc"
