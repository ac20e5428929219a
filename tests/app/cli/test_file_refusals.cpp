#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

namespace {

// In SQLite's header: the schema version, big-endian.
constexpr std::size_t kUserVersion = 60;

std::string without(std::string bytes, std::size_t last) {
    bytes.resize(bytes.size() - last);
    return bytes;
}

} // namespace

// Files beside the experiment that are not what they should be.
class TestFileRefusals : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void refusesANetworkFile_data();
    void refusesANetworkFile();
    void missesANetworkFileBeforeTheRun();
    void takesANetworkFile();
    void findsANetworkAgainFromElsewhere();
    void refusesDamagedData_data();
    void refusesDamagedData();
    void refusesAFolderThatCannotBeWritten_data();
    void refusesAFolderThatCannotBeWritten();
    void refusesAStore_data();
    void refusesAStore();
    void trainsADamagedCacheAgain();

private:
    void checkFailedRun(const Workspace& space, const Ended& ended, const QString& code,
                        const QString& named) const;

    Workspace m_made; // a finished run with its files
    std::string m_network;
    std::string m_store;
};

void TestFileRefusals::initTestCase() {
    const auto ended = runSmall(m_made);
    QVERIFY2(ended.code == 0, told(ended));
    for (const auto& file : m_made.tree("out/networks")) {
        m_network = m_made.read("out/networks/" + file.toStdString());
    }
    m_store = m_made.read("out/runs.tessera.db");
    QVERIFY(m_network.size() > 1000);
    QVERIFY(m_store.size() > kUserVersion + 4);
}

// What turns up only once the run has begun is kept as a failed run with its reason.
void TestFileRefusals::checkFailedRun(const Workspace& space, const Ended& ended,
                                      const QString& code, const QString& named) const {
    QVERIFY2(ended.code == 3, told(ended));
    const auto [found, message] = errorOf(ended);
    QVERIFY2(found == code, told(ended));
    QVERIFY2(message.contains(named), told(ended));
    QCOMPARE(space.leftovers("out"), QStringList());
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(1));
    QCOMPARE(runs[0].state, RunState::Failed);
    QVERIFY2(isSameSentence(QString::fromStdString(runs[0].failure), message),
             runs[0].failure.c_str());
}

void TestFileRefusals::refusesANetworkFile_data() {
    QTest::addColumn<int>("cut"); // bytes at the end; -1: no network at all
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named");
    const QString wider = "'family': 'mlp', 'width': 20, 'depth': 1";
    QTest::newRow("not a network") << -1 << ""
                                   << "Corrupt"
                                   << "teacher.safetensors";
    QTest::newRow("cut in the middle of a tensor") << 10 << ""
                                                   << "Corrupt"
                                                   << "teacher.safetensors";
    QTest::newRow("of another shape") << 0 << wider << "InvalidArgument"
                                      << "shape";
    QTest::newRow("of another family") << 0 << "'family': 'lstm'"
                                       << "InvalidArgument"
                                       << "lstm";
}

void TestFileRefusals::refusesANetworkFile() {
    QFETCH(int, cut);
    QFETCH(QString, architecture);
    QFETCH(QString, code);
    QFETCH(QString, named);
    Workspace space;
    space.write("teacher.safetensors",
                cut < 0 ? std::string(400, 'x') : without(m_network, std::size_t(cut)));
    const auto source = architecture.isEmpty() ? QString("null") : "{" + architecture + "}";
    const auto ended = runSmall(space, "{'source': {'file': 'teacher.safetensors',"
                                       "'architecture': " +
                                           source + "}}");
    checkFailedRun(space, ended, code, named);
}

void TestFileRefusals::missesANetworkFileBeforeTheRun() {
    Workspace space;
    const auto ended =
        runSmall(space, "{'source': {'file': 'teacher.safetensors', 'architecture': null}}");
    QVERIFY2(ended.code == 3, told(ended));
    const auto [code, message] = errorOf(ended);
    QVERIFY2(code == "NotFound" && message.contains("teacher.safetensors"), told(ended));
    QCOMPARE(space.runs("out").size(), std::size_t(0));
    QCOMPARE(space.leftovers("out"), QStringList());
}

void TestFileRefusals::takesANetworkFile() {
    const auto accuracy = m_made.runs("out").at(0).summary.sourceAccuracy;
    Workspace space;
    space.write("teacher.safetensors", m_network);
    const auto ended =
        runSmall(space, "{'source': {'file': 'teacher.safetensors', 'architecture': null}}");
    QVERIFY2(ended.code == 0, told(ended));
    const auto run = jsonOf(ended)["runs"][0];
    QCOMPARE(run["source_accuracy"].get<double>(), accuracy.value());
    QCOMPARE(run["source"].get<std::string>(), std::string("teacher"));
    QVERIFY(!std::filesystem::exists(space.path("out/networks"))); // nothing was trained
}

// A run is repeated from another folder than the one in which it was begun.
void TestFileRefusals::findsANetworkAgainFromElsewhere() {
    Workspace space;
    space.write("teacher.safetensors", m_network);
    space.writeJson("mine.tessera.json",
                    smallExperiment("{'source': {'file': 'teacher.safetensors',"
                                    "'architecture': null}}"));
    const auto ended =
        runProgram({"run", "mine.tessera.json", "--out", "out", "--json"}, {}, space.folder());
    QVERIFY2(ended.code == 0, told(ended));
    const auto id = QString::fromStdString(jsonOf(ended)["runs"][0]["id"].get<std::string>());
    const auto again = runProgram({"run", "--again", id, "--out", space.name("out"), "--json"});
    QVERIFY2(again.code == 0, told(again));
}

void TestFileRefusals::refusesDamagedData_data() {
    QTest::addColumn<QString>("damage");
    QTest::addColumn<QString>("code");
    QTest::newRow("an empty folder") << "none"
                                     << "NotFound";
    QTest::newRow("not gzip") << "text"
                              << "Corrupt";
    QTest::newRow("cut in the middle") << "cut"
                                       << "Corrupt";
    QTest::newRow("a folder in its place") << "folder"
                                           << "InvalidArgument";
}

void TestFileRefusals::refusesDamagedData() {
    QFETCH(QString, damage);
    QFETCH(QString, code);
    Workspace space;
    std::filesystem::create_directory(space.path("data"));
    if (damage == "text") {
        space.write("data/digits.csv.gz", "1,2,3\n");
    } else if (damage == "cut") {
        std::filesystem::copy_file(std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" /
                                       "data" / "digits.csv.gz",
                                   space.path("data/digits.csv.gz"));
        std::filesystem::resize_file(space.path("data/digits.csv.gz"), 20'000);
    } else if (damage == "folder") {
        std::filesystem::create_directory(space.path("data/digits.csv.gz"));
    }
    const auto ended = runSmall(space, "{}", {}, {{"TESSERA_DATA_DIR", space.name("data")}});
    checkFailedRun(space, ended, code, "digits");
}

void TestFileRefusals::refusesAFolderThatCannotBeWritten_data() {
    QTest::addColumn<QString>("out");
    QTest::newRow("below a regular file") << "FILE/out";
    QTest::newRow("a regular file") << "FILE";
    QTest::newRow("in /proc") << "/proc/tessera-out";
}

void TestFileRefusals::refusesAFolderThatCannotBeWritten() {
    QFETCH(QString, out);
    Workspace space;
    out.replace("FILE", space.write("file", "mine"));
    const auto file = space.writeJson("small.tessera.json", smallExperiment());
    const auto words = runProgram({"run", file, "--out", out});
    QVERIFY2(words.code == 1, told(words));
    QVERIFY2(isRefusal(words), told(words));
    const auto json = runProgram({"run", file, "--out", out, "--json"});
    QVERIFY2(json.code == 1, told(json));
    const auto [code, message] = errorOf(json);
    QVERIFY2(code == "Io" && message.contains(out), told(json));
    QCOMPARE(space.read("file"), std::string("mine"));
    QCOMPARE(space.tree(""), QStringList({"file", "small.tessera.json"}));
}

void TestFileRefusals::refusesAStore_data() {
    QTest::addColumn<QByteArray>("store");
    QTest::addColumn<QString>("code");
    auto newer = m_store;
    newer.replace(kUserVersion, 4, std::string("\0\0\x03\xe7", 4)); // 999
    QTest::newRow("written by a newer version")
        << QByteArray::fromStdString(newer) << "Unsupported";
    QTest::newRow("garbage") << QByteArray(5000, 'x') << "Corrupt";
    QTest::newRow("cut to half") << QByteArray::fromStdString(without(m_store, m_store.size() / 2))
                                 << "Corrupt";
}

void TestFileRefusals::refusesAStore() {
    QFETCH(QByteArray, store);
    QFETCH(QString, code);
    Workspace space;
    space.write("out/runs.tessera.db", store.toStdString());
    const auto file = space.writeJson("small.tessera.json", smallExperiment());
    for (const auto& arguments : {QStringList{"run", file}, QStringList{"runs", "list"},
                                  QStringList{"runs", "show", "a"}}) {
        const auto ended =
            runProgram(arguments + QStringList{"--json", "--out", space.name("out")});
        QVERIFY2(ended.code == 3, told(ended));
        const auto [found, message] = errorOf(ended);
        QVERIFY2(found == code && message.contains("runs.tessera.db"), told(ended));
        const auto words = runProgram(arguments + QStringList{"--out", space.name("out")});
        QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    }
    QCOMPARE(space.read("out/runs.tessera.db"), store.toStdString());
    QCOMPARE(space.tree("out"), QStringList{"runs.tessera.db"});
}

void TestFileRefusals::trainsADamagedCacheAgain() {
    Workspace space;
    const auto cached = m_made.tree("out/networks").value(0).toStdString();
    space.write("out/networks/" + cached, without(m_network, 10));
    const auto ended = runSmall(space);
    QVERIFY2(ended.code == 0, told(ended));
    QVERIFY2(QString(ended.err).contains("damaged and is trained again"), told(ended));
    QCOMPARE(space.read("out/networks/" + cached), m_network);
    QCOMPARE(space.leftovers("out"), QStringList());
}

TESSERA_TEST(TestFileRefusals)
#include "test_file_refusals.moc"
