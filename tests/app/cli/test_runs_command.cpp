#include "core/experiment/experiment_json.h"

#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <QDir>
#include <QFile>

using namespace tessera;
using namespace tessera::test;

class TestRunsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void listsRuns();
    void showsARun();
    void exportsEverythingAsJson();
    void exportsCurvesAsCsv();
    void exportsToAFile();
    void refusesToExportWhereItCannotWrite();
    void refusesAnUnknownRun_data();
    void refusesAnUnknownRun();
    void refusesAMissingStore_data();
    void refusesAMissingStore();
    void repeatsARun();
    void readsAStoreOfAnOlderVersion_data();
    void readsAStoreOfAnOlderVersion();

private:
    [[nodiscard]] Ended runs(const QStringList& arguments) const {
        return runProgram(QStringList{"runs"} + arguments + QStringList{"--out", m_out});
    }

    Workspace m_space;
    QString m_out;
    QString m_id;
    Json m_run;
};

void TestRunsCommand::initTestCase() {
    m_out = m_space.name("out");
    const auto ended = runSmall(m_space, "{'controls': ['readout_only']}");
    QVERIFY2(ended.code == 0, told(ended));
    m_run = jsonOf(ended)["runs"][0];
    m_id = QString::fromStdString(m_run["id"].get<std::string>());
}

void TestRunsCommand::listsRuns() {
    const auto listed = runs({"list"});
    QVERIFY2(listed.code == 0 && listed.err.isEmpty(), told(listed));
    QVERIFY2(QString(listed.out).contains(m_id), told(listed));
    QVERIFY2(QString(listed.out).contains("done"), told(listed));
    QVERIFY2(!QString(listed.out).contains("--again"), told(listed)); // nothing was interrupted
}

void TestRunsCommand::readsAStoreOfAnOlderVersion_data() {
    QTest::addColumn<int>("version");
    for (const int version : {1, 2}) {
        QTest::addRow("version %d", version) << version;
    }
}

void TestRunsCommand::readsAStoreOfAnOlderVersion() {
    QFETCH(int, version);
    const auto folder = m_space.name("old-" + std::to_string(version));
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(QString(TESSERA_FIXTURES "/store/v%1.db").arg(version),
                        folder + "/runs.tessera.db"));
    const auto listed = runProgram(QStringList{"runs", "list", "--out", folder});
    QVERIFY2(listed.code == 0, told(listed));
    QVERIFY2(QString(listed.out).contains("kept"), told(listed));
}

void TestRunsCommand::showsARun() {
    const auto shown = runs({"show", m_id});
    QVERIFY2(shown.code == 0 && shown.err.isEmpty(), told(shown));
    const auto hash = m_space.runs("out").at(0).summary.metricsHash;
    const auto accuracy = m_run["accuracy_after"].get<double>();
    for (const auto& part :
         {m_id, QString("small"), QString("done"), QString("mlp 16d/1L > mlp 12d/1L"),
          QString::number(100.0 * accuracy, 'f', 1), QString("token: runs/"), QString("hub: runs/"),
          QString("privacy: off"), QString("against readout_only"), QString("kernel: "),
          QString("processor: "), QString("threads: 1"), QString::fromStdString(hash)}) {
        QVERIFY2(QString(shown.out).contains(part), qPrintable(part + " is not in " + shown.out));
    }
}

void TestRunsCommand::exportsEverythingAsJson() {
    const auto exported = runs({"export", m_id});
    QVERIFY2(exported.code == 0 && exported.err.isEmpty(), told(exported));
    const auto json = jsonOf(exported);
    for (const auto& [key, value] : m_run.items()) {
        QCOMPARE(textOf(json[key]), textOf(value));
    }
    // The recipe is whole: it can be run as it is.
    const auto recipe = experiment::fromJson(json["experiment"]);
    QVERIFY2(recipe.has_value(), recipe ? "" : recipe.error().detail.c_str());
    QVERIFY(*recipe == m_space.runs("out").at(0).experiment);
    for (const auto* key : {"program", "processor", "kernel", "threads", "libraries", "system"}) {
        QVERIFY2(json["environment"].contains(key), key);
    }
    QVERIFY(json["summary"]["metrics_hash"].is_string());
    QVERIFY(json["finished"] > json["started"]);
    const auto kept = m_space.store("out")->samples(RunId(m_id.toStdString()));
    QCOMPARE(json["samples"].size(), kept->size());
    QVERIFY(kept->size() > 20);
}

void TestRunsCommand::exportsCurvesAsCsv() {
    const auto exported = runs({"export", m_id, "--format", "csv"});
    QVERIFY2(exported.code == 0 && exported.err.isEmpty(), told(exported));
    const auto lines = exported.out.trimmed().split('\n');
    QCOMPARE(lines.front(), QByteArray("series,layer,step,value"));
    const auto kept = m_space.store("out")->samples(RunId(m_id.toStdString()));
    QCOMPARE(lines.size() - 1, qsizetype(kept->size()));
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const auto cells = lines[i].split(',');
        const auto& sample = kept->at(std::size_t(i - 1));
        QCOMPARE(cells.size(), 4);
        QCOMPARE(cells[0].toStdString(), sample.series);
        QCOMPARE(cells[1].toStdString(), sample.layer);
        QCOMPARE(cells[2].toLongLong(), sample.step);
        QCOMPARE(cells[3].isEmpty(), !sample.value);
        if (sample.value) {
            QCOMPARE(std::stod(cells[3].toStdString()), *sample.value); // to the last bit
        }
    }
}

void TestRunsCommand::exportsToAFile() {
    const auto direct = runs({"export", m_id, "--format", "csv"});
    const auto ended =
        runs({"export", m_id, "--format", "csv", "--file", m_space.name("curves.csv")});
    QVERIFY2(ended.code == 0 && ended.out.isEmpty() && ended.err.isEmpty(), told(ended));
    QCOMPARE(m_space.read("curves.csv"), direct.out.toStdString());
}

void TestRunsCommand::refusesToExportWhereItCannotWrite() {
    const auto file = m_space.name("nowhere/curves.csv");
    const auto ended = runs({"export", m_id, "--file", file});
    QVERIFY2(ended.code == 1 && isRefusal(ended), told(ended));
    QVERIFY2(QString(ended.err).contains(file), told(ended));
}

void TestRunsCommand::refusesAnUnknownRun_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("show") << QStringList{"runs", "show", "20200101-000000-00000000"};
    QTest::newRow("export") << QStringList{"runs", "export", "20200101-000000-00000000"};
    QTest::newRow("run --again") << QStringList{"run", "--again", "20200101-000000-00000000"};
}

void TestRunsCommand::refusesAnUnknownRun() {
    QFETCH(QStringList, arguments);
    const auto before = m_space.tree("");
    const auto words = runProgram(arguments + QStringList{"--out", m_out});
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    QVERIFY2(QString(words.err).contains("20200101-000000-00000000"), told(words));
    const auto json = runProgram(arguments + QStringList{"--json", "--out", m_out});
    QVERIFY2(json.code == 3 && json.err.isEmpty(), told(json));
    QCOMPARE(errorOf(json).first, QString("NotFound"));
    QCOMPARE(m_space.tree(""), before);
}

void TestRunsCommand::refusesAMissingStore_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("list") << QStringList{"runs", "list"};
    QTest::newRow("show") << QStringList{"runs", "show", "a"};
    QTest::newRow("export") << QStringList{"runs", "export", "a"};
    QTest::newRow("run --again") << QStringList{"run", "--again", "a"};
}

void TestRunsCommand::refusesAMissingStore() {
    QFETCH(QStringList, arguments);
    const auto nowhere = m_space.name("nowhere");
    const auto words = runProgram(arguments + QStringList{"--out", nowhere});
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    QVERIFY2(QString(words.err).contains(nowhere), told(words));
    const auto json = runProgram(arguments + QStringList{"--json", "--out", nowhere});
    QVERIFY2(json.code == 3 && json.err.isEmpty(), told(json));
    QCOMPARE(errorOf(json).first, QString("NotFound"));
    QVERIFY(!std::filesystem::exists(m_space.path("nowhere"))); // reading makes no folder
}

void TestRunsCommand::repeatsARun() {
    const auto ended = runProgram({"run", "--again", m_id, "--json", "--out", m_out});
    QVERIFY2(ended.code == 0, told(ended));
    auto again = jsonOf(ended)["runs"][0];
    QVERIFY(again["id"] != m_run["id"]);
    auto first = m_run;
    for (const auto* key : {"id", "seconds", "token"}) { // of this execution
        again.erase(key);
        first.erase(key);
    }
    QCOMPARE(textOf(again), textOf(first));
    const auto both = m_space.runs("out");
    QCOMPARE(both.size(), std::size_t(2));
    QVERIFY(both[0].experiment == both[1].experiment);
    QCOMPARE(both[0].summary.metricsHash, both[1].summary.metricsHash);
}

TESSERA_TEST(TestRunsCommand)
#include "test_runs_command.moc"
