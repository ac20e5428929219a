#include "core/token/tbf_codec.h"

#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <cmath>

using namespace tessera;
using namespace tessera::test;

namespace {

QStringList keysOf(const Json& object) {
    QStringList keys;
    for (const auto& [key, value] : object.items()) {
        keys.append(QString::fromStdString(key));
    }
    return keys;
}

// The documented objects, in the documented order.
const QStringList kRunKeys = {"id",
                              "name",
                              "state",
                              "mode",
                              "hub",
                              "seed",
                              "source",
                              "receiver",
                              "data",
                              "source_accuracy",
                              "accuracy_before",
                              "accuracy_after",
                              "interval",
                              "agreement",
                              "recovery",
                              "drift",
                              "shift",
                              "controls",
                              "gradient_steps",
                              "labels_used",
                              "seconds",
                              "token",
                              "store"};
const QStringList kDriftKeys = {"output", "hub_error", "hub", "layer"};
const QStringList kShiftKeys = {"score", "threshold", "p_value"};
const QStringList kControlKeys = {"untrained_source", "shuffled_targets", "readout_only"};
const QStringList kSecondsKeys = {"total",    "fingerprint", "collect", "hub",
                                  "transfer", "finetune",    "measure", "package"};

void checkShape(const Json& run) {
    QCOMPARE(keysOf(run), kRunKeys);
    QCOMPARE(keysOf(run["drift"]), kDriftKeys);
    QCOMPARE(keysOf(run["shift"]), kShiftKeys);
    QCOMPARE(keysOf(run["controls"]), kControlKeys);
    QCOMPARE(keysOf(run["seconds"]), kSecondsKeys);
}

bool isFraction(const Json& value) {
    return value.is_number() && value.get<double>() >= 0.0 && value.get<double>() <= 1.0;
}

} // namespace

class TestRunJson : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsTheDocument();
    void agreesWithTheToken();
    void agreesWithTheOtherCommands();
    void countsGradientSteps_data();
    void countsGradientSteps();
    void writesNumbersWithPoints();
    void runsOncePerSeed();
    void measuresNothingWithoutValidation();

private:
    Workspace m_space;
    Json m_document;
    Json m_run;
};

void TestRunJson::followsTheDocument() {
    const auto ended = runSmall(m_space, "{'controls': ['untrained_source', 'readout_only']}");
    QVERIFY2(ended.code == 0, told(ended));
    m_document = jsonOf(ended);
    QCOMPARE(keysOf(m_document), QStringList({"out", "runs"}));
    QCOMPARE(m_document["out"].get<std::string>(), m_space.path("out").string());
    QCOMPARE(m_document["runs"].size(), std::size_t(1));
    m_run = m_document["runs"][0];
    checkShape(m_run);
    QCOMPARE(m_run["name"].get<std::string>(), std::string("small"));
    QCOMPARE(m_run["state"].get<std::string>(), std::string("done"));
    QCOMPARE(m_run["mode"].get<std::string>(), std::string("A"));
    QCOMPARE(m_run["hub"].get<std::string>(), std::string("orthogonal"));
    QCOMPARE(m_run["seed"].get<int>(), 1);
    QCOMPARE(m_run["source"].get<std::string>(), std::string("mlp 16d/1L"));
    QCOMPARE(m_run["receiver"].get<std::string>(), std::string("mlp 12d/1L"));
    QCOMPARE(m_run["data"].get<std::string>(), std::string("digits"));
    QCOMPARE(m_run["labels_used"].get<int>(), 0);
    QCOMPARE(m_run["gradient_steps"].get<int>(), 3);
    for (const auto* key : {"source_accuracy", "accuracy_before", "accuracy_after", "agreement"}) {
        QVERIFY2(isFraction(m_run[key]), key);
        const double hundredths = 100.0 * m_run[key].get<double>(); // 100 test samples
        QVERIFY2(std::fabs(hundredths - std::round(hundredths)) < 1e-9, key);
    }
    const auto& interval = m_run["interval"];
    QCOMPARE(interval.size(), std::size_t(2));
    QVERIFY(isFraction(interval[0]) && isFraction(interval[1]));
    QVERIFY(interval[0] < m_run["accuracy_after"] && m_run["accuracy_after"] < interval[1]);
    QVERIFY(isFraction(m_run["controls"]["untrained_source"]));
    QVERIFY(isFraction(m_run["controls"]["readout_only"]));
    QVERIFY(m_run["controls"]["shuffled_targets"].is_null()); // not asked for, not measured
    double total = 0.0;
    for (const auto& [stage, seconds] : m_run["seconds"].items()) {
        QVERIFY2(seconds.is_number() && seconds.get<double>() >= 0.0, stage.c_str());
        total += stage == "total" ? 0.0 : seconds.get<double>();
    }
    QVERIFY(std::fabs(total - m_run["seconds"]["total"].get<double>()) < 1e-9);
    for (const auto& [measure, value] : m_run["drift"].items()) {
        QVERIFY2(value.is_number() && value.get<double>() >= 0.0, measure.c_str());
    }
    QVERIFY(
        std::filesystem::is_regular_file(m_space.path("out") / m_run["store"].get<std::string>()));
    QCOMPARE(m_space.leftovers("out"), QStringList());
}

void TestRunJson::agreesWithTheToken() {
    const auto file = m_space.path("out") / m_run["token"].get<std::string>();
    QVERIFY(std::filesystem::is_regular_file(file));
    const auto decoded = token::readTbf(file);
    QVERIFY2(decoded.has_value(), decoded ? "" : decoded.error().detail.c_str());
    const auto& token = decoded->token;
    QCOMPARE(token.sourceModelId, std::string("mlp_16d_1L"));
    QCOMPARE(token.targetModelId.value(), std::string("mlp_12d_1L"));
    QCOMPARE(token.driftScore.value(), m_run["drift"]["output"].get<double>());
    QCOMPARE(token.uhsVector.size(), std::size_t(64));
    QVERIFY(std::isinf(token.privacyEpsilon));
    QCOMPARE(token.customMetadata.value("twb.seed", 0), 1);
    QVERIFY(decoded->absent.empty() && decoded->unknown.empty());
    const auto record = m_space.runs("out").at(0);
    QCOMPARE(record.summary.tokenBytes.value(), std::int64_t(std::filesystem::file_size(file)));
}

void TestRunJson::agreesWithTheOtherCommands() {
    const QStringList where = {"--json", "--out", m_space.name("out")};
    const auto listed = runProgram(QStringList{"runs", "list"} + where);
    QVERIFY2(listed.code == 0, told(listed));
    QCOMPARE(textOf(jsonOf(listed)), textOf(m_document["runs"]));
    const auto id = QString::fromStdString(m_run["id"].get<std::string>());
    const auto shown = runProgram(QStringList{"runs", "show", id} + where);
    QVERIFY2(shown.code == 0, told(shown));
    QCOMPARE(textOf(jsonOf(shown)), textOf(m_document));
}

void TestRunJson::countsGradientSteps_data() {
    QTest::addColumn<int>("epochs");
    QTest::addColumn<int>("reference");
    QTest::addColumn<int>("batch");
    QTest::addColumn<int>("steps");
    QTest::newRow("no epochs") << 0 << 70 << 32 << 0;
    QTest::newRow("two epochs") << 2 << 64 << 32 << 4;
    QTest::newRow("a last batch of one is dropped") << 1 << 65 << 32 << 2;
    QTest::newRow("a batch larger than the set") << 1 << 70 << 1000 << 1;
}

void TestRunJson::countsGradientSteps() {
    QFETCH(int, epochs);
    QFETCH(int, reference);
    QFETCH(int, batch);
    QFETCH(int, steps);
    Workspace space;
    const auto ended = runSmall(space, QString("{'transfer': {'epochs': %1, 'batch': %2},"
                                               " 'data': {'splits': {'reference': %3}}}")
                                           .arg(epochs)
                                           .arg(batch)
                                           .arg(reference));
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    checkShape(run);
    QCOMPARE(run["gradient_steps"].get<int>(), steps);
    const auto id = RunId(run["id"].get<std::string>());
    QCOMPARE(int(space.samples("out", id, "loss.batch").size()), steps);
}

// The machine may not have this locale; then nothing can go wrong either.
void TestRunJson::writesNumbersWithPoints() {
    Workspace space;
    const Variables german = {{"LC_ALL", "de_DE.UTF-8"}, {"LC_NUMERIC", "de_DE.UTF-8"}};
    const auto ended = runSmall(space, "{}", {}, german);
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    const auto id = QString::fromStdString(run["id"].get<std::string>());
    for (const auto* key :
         {"source_accuracy", "accuracy_before", "accuracy_after", "agreement", "interval"}) {
        QCOMPARE(textOf(run[key]), textOf(m_run[key])); // the same numbers as without it
    }
    QCOMPARE(textOf(run["drift"]), textOf(m_run["drift"]));
    const auto csv =
        runProgram({"runs", "export", id, "--format", "csv", "--out", space.name("out")}, german);
    QVERIFY2(csv.code == 0, told(csv));
    for (const auto& line : csv.out.trimmed().split('\n')) {
        QVERIFY2(line.count(',') == 3, line);
    }
}

void TestRunJson::runsOncePerSeed() {
    Workspace space;
    const auto ended = runSmall(space, "{}", {"--seed", "1", "--seed", "2"});
    QVERIFY2(ended.code == 0, told(ended));
    const auto runs = jsonOf(ended)["runs"];
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0]["seed"].get<int>(), 1);
    QCOMPARE(runs[1]["seed"].get<int>(), 2);
    QVERIFY(runs[0]["id"] != runs[1]["id"]);
    QVERIFY(runs[0]["token"] != runs[1]["token"]);
    QCOMPARE(textOf(runs[0]["drift"]),
             textOf(m_run["drift"])); // a seed does not depend on its company
    QVERIFY(runs[1]["drift"] != m_run["drift"]);
    QCOMPARE(space.tree("out/networks").size(), 2);
}

// Not measured is null, never 0.
void TestRunJson::measuresNothingWithoutValidation() {
    Workspace space;
    const auto ended = runSmall(space, "{'data': {'splits': {'validation': 0, 'test': 0}}}");
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    checkShape(run);
    for (const auto* key : {"source_accuracy", "accuracy_before", "accuracy_after", "interval",
                            "agreement", "recovery"}) {
        QVERIFY2(run[key].is_null(), key);
    }
    for (const auto& [measure, value] : run["drift"].items()) {
        QVERIFY2(value.is_null(), measure.c_str());
    }
    const auto decoded = token::readTbf(space.path("out") / run["token"].get<std::string>());
    QVERIFY(decoded.has_value());
    QVERIFY(!decoded->token.driftScore);
    QVERIFY(decoded->token.customMetadata.contains("twb.drift"));
    QVERIFY(decoded->token.customMetadata["twb.drift"].is_null());
}

TESSERA_TEST(TestRunJson)
#include "test_run_json.moc"
