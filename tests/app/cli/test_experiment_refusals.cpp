#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

// Experiments that `tessera run` must not begin, or must not finish.
class TestExperimentRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesTheFile_data();
    void refusesTheFile();
    void refusesTheExperiment_data();
    void refusesTheExperiment();
    void refusesAReceiverOfOtherClassesUnlessDeclared();
    void keepsWhatADivergedRunMeasured();
    void aFailureLeavesEarlierRunsAlone();

private:
    static void check(const Workspace& space, const QStringList& arguments, const QString& code,
                      const QStringList& named);
};

// In words, and at the same time with --json into another folder: exit code 3 both times.
void TestExperimentRefusals::check(const Workspace& space, const QStringList& arguments,
                                   const QString& code, const QStringList& named) {
    Program words(QStringList{"run", "--out", space.name("words")} + arguments);
    Program json(QStringList{"run", "--json", "--out", space.name("json")} + arguments);
    words.start();
    json.start();
    const auto inWords = resultOf(words);
    const auto inJson = resultOf(json);
    QVERIFY2(inWords.code == 3, told(inWords));
    QVERIFY2(isRefusal(inWords), told(inWords));
    QVERIFY2(inJson.code == 3, told(inJson));
    const auto [found, message] = errorOf(inJson);
    QVERIFY2(found == code, told(inJson));
    QVERIFY2(messages(inJson.err).isEmpty(), told(inJson));
    for (const auto& name : named) {
        QVERIFY2(message.contains(name, Qt::CaseInsensitive),
                 qPrintable(message + " | does not name " + name));
        QVERIFY2(QString(inWords.err).contains(name, Qt::CaseInsensitive), told(inWords));
    }
    for (const auto* out : {"words", "json"}) {
        QCOMPARE(space.leftovers(out), QStringList());
        QCOMPARE(space.runs(out).size(), std::size_t(0));
    }
}

void TestExperimentRefusals::refusesTheFile_data() {
    QTest::addColumn<QString>("text"); // null: no such file
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char* name, const QString& text, const char* code,
                        const QStringList& named) { QTest::newRow(name) << text << code << named; };
    row("missing", QString(), "NotFound", {"mine.tessera.json"});
    row("empty", "", "Corrupt", {"mine.tessera.json"});
    row("not JSON", "{\"schema\": 1,", "Corrupt", {"mine.tessera.json", "line 1"});
    row("not text", QString::fromLatin1("\x89PNG\r\n"), "Corrupt", {"mine.tessera.json"});
    row("not an object", "[]", "InvalidArgument", {"an array"});
    row("nothing in it", "{}", "InvalidArgument", {"source", "receiver", "data"});
    row("a newer schema", "{\"schema\": 2, \"futuristic\": true}", "Unsupported", {"schema 2"});
}

void TestExperimentRefusals::refusesTheFile() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(QStringList, named);
    Workspace space;
    if (!text.isNull()) {
        space.write("mine.tessera.json", text.toStdString());
    }
    check(space, {space.name("mine.tessera.json")}, code, named);
    QCOMPARE(space.tree("words"), QStringList()); // not even a folder
}

void TestExperimentRefusals::refusesTheExperiment_data() {
    QTest::addColumn<QString>("patch");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char* name, const char* patch, const char* code,
                        const QStringList& named) {
        QTest::newRow(name) << patch << code << named;
    };
    const auto* invalid = "InvalidArgument";
    row("unknown key", "{'transfer': {'hub': {'dimm': 64}}}", invalid,
        {"transfer.hub.dimm", "dim"});
    row("unknown key of the document", "{'sead': 1}", invalid, {"sead", "seed"});
    row("two mistakes at once", "{'threads': -1, 'transfer': {'rate': 'fast'}}", invalid,
        {"threads", "transfer.rate"});
    row("unknown family of the source", "{'source': {'architecture': {'family': 'brain'}}}",
        "NotFound", {"source", "brain", "transformer", "mlp", "conv", "lstm"});
    row("unknown family of the receiver", "{'receiver': {'architecture': {'family': 'brain'}}}",
        "NotFound", {"receiver", "brain", "transformer"});
    row("unknown data set", "{'data': {'name': 'cats'}}", "NotFound",
        {"cats", "digits", "token-mean"});
    row("unknown mode", "{'transfer': {'mode': 'Z'}}", "NotFound", {"Z", "A"});
    row("unknown hub", "{'transfer': {'hub': {'kind': 'bus'}}}", "NotFound", {"bus", "orthogonal"});
    row("unknown control", "{'controls': ['placebo']}", "NotFound",
        {"placebo", "untrained_source", "shuffled_targets", "readout_only"});
    row("a rate beyond single precision", "{'transfer': {'rate': 1e39}}", invalid,
        {"transfer.rate is 1e+39", "at most"});
    row("a rate of training beyond single precision", "{'source': {'train': {'rate': 1e39}}}",
        invalid, {"source.train.rate is 1e+39", "at most"});
    row("zero reference samples", "{'data': {'splits': {'reference': 0}}}", invalid,
        {"data.splits", "reference"});
    row("a network of too many weights",
        "{'receiver': {'architecture': {'width': 65536, 'depth': 100000}}}", invalid,
        {"receiver", "65536"});
}

void TestExperimentRefusals::refusesTheExperiment() {
    QFETCH(QString, patch);
    QFETCH(QString, code);
    QFETCH(QStringList, named);
    Workspace space;
    check(space, {space.writeJson("mine.tessera.json", smallExperiment(patch))}, code, named);
}

void TestExperimentRefusals::refusesAReceiverOfOtherClassesUnlessDeclared() {
    const QString seven = "'receiver': {'architecture': {'classes': 7}}";
    Workspace space;
    check(space, {space.writeJson("mine.tessera.json", smallExperiment("{" + seven + "}"))},
          "InvalidArgument", {"receiver", "7 classes", "10", "data.mismatch"});

    const auto ended = runSmall(space, "{" + seven + ", 'data': {'mismatch': 'classes'}}");
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    QVERIFY(run["source_accuracy"].is_number());
    for (const auto* key :
         {"accuracy_before", "accuracy_after", "interval", "agreement", "recovery"}) {
        QVERIFY2(run[key].is_null(), key);
    }
    QVERIFY(run["drift"]["output"].is_null()); // compares outputs
    QVERIFY(run["drift"]["hub_error"].is_number());
    QVERIFY(run["token"].is_string());
    QCOMPARE(space.leftovers("out"), QStringList());
}

void TestExperimentRefusals::keepsWhatADivergedRunMeasured() {
    Workspace space;
    const auto ended = runSmall(space, "{'transfer': {'rate': 1e30}}");
    QVERIFY2(ended.code == 1, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "Diverged" && message.contains("transfer.rate"), told(ended));

    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs[0].state, RunState::Failed);
    QVERIFY(isSameSentence(QString::fromStdString(runs[0].failure), message));
    QVERIFY(!runs[0].summary.metricsHash.empty());
    const auto losses = space.samples("out", runs[0].id, "loss.batch");
    QVERIFY(!losses.empty() && losses.front().value);
    QVERIFY(!space.samples("out", runs[0].id, "drift.output").empty());
    QVERIFY(runs[0].artifacts.empty());
    QCOMPARE(space.leftovers("out"), QStringList());

    const auto shown =
        runProgram({"runs", "show", runs[0].id.value.c_str(), "--out", space.name("out")});
    QVERIFY2(shown.code == 0 && QString(shown.out).contains("failure: the loss became"),
             told(shown));
}

void TestExperimentRefusals::aFailureLeavesEarlierRunsAlone() {
    Workspace space;
    QCOMPARE(runSmall(space).code, 0);
    const auto file = space.writeJson("bad.tessera.json",
                                      smallExperiment("{'source': {'train': {'rate': 1e30}}}"));
    const auto ended = runProgram({"run", file, "--out", space.name("out")});
    QVERIFY2(ended.code == 1, told(ended));
    QVERIFY2(isRefusal(ended), told(ended));
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(2));
    QCOMPARE(runs[0].state, RunState::Done);
    QCOMPARE(runs[1].state, RunState::Failed);
    QCOMPARE(space.leftovers("out"), QStringList());
}

TESSERA_TEST(TestExperimentRefusals)
#include "test_experiment_refusals.moc"
