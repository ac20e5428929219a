#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera::test;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answers_data();
    void answers();
    void refusesWrongUse_data();
    void refusesWrongUse();
    void saysSoWhenItCannotPrint_data();
    void saysSoWhenItCannotPrint();
    void survivesAClosedPipe();
};

void TestCommandLine::answers_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("answer");
    QTest::newRow("version") << QStringList{"--version"} << "tessera ";
    QTest::newRow("help") << QStringList{"--help"} << "doctor";
    QTest::newRow("help of run") << QStringList{"run", "--help"} << "--again";
    QTest::newRow("help of runs") << QStringList{"runs", "--help"} << "export";
    QTest::newRow("help of export") << QStringList{"runs", "export", "--help"} << "--format";
}

void TestCommandLine::answers() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, answer);
    const auto ended = runProgram(arguments);
    QVERIFY2(ended.code == 0, told(ended));
    QVERIFY2(QString(ended.out).contains(answer), told(ended));
    QVERIFY2(ended.err.isEmpty(), told(ended));
}

void TestCommandLine::refusesWrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QStringList& arguments, const char* named) {
        QTest::newRow(name) << arguments << named;
    };
    row("no command", {}, "subcommand");
    row("unknown command", {"teach"},
        "tessera knows no 'teach'; choose from demo, run, runs, doctor");
    row("unknown command with options", {"--json", "teach", "--seed", "3"}, "'teach'");
    row("unknown verb", {"runs", "lists"}, "runs knows no 'lists'; choose from list, show, export");
    row("unknown option alone", {"run", "--fast"}, "--fast");
    row("unknown option", {"run", "a.json", "--fast"}, "--fast");
    row("demo with a word for a number", {"demo", "--seeds", "three"}, "--seeds");
    row("demo with no seeds", {"demo", "--seeds", "0"}, "--seeds");
    row("demo with too many seeds", {"demo", "--seeds", "1001"}, "--seeds");
    row("run without an experiment", {"run"}, "experiment");
    row("run with a file and --again", {"run", "a.json", "--again", "b"}, "--again");
    row("a word for a seed", {"run", "a.json", "--seed", "one"}, "--seed");
    row("a negative seed", {"run", "a.json", "--seed", "-1"}, "--seed");
    row("too many threads", {"run", "a.json", "--threads", "1025"}, "--threads");
    row("runs without a verb", {"runs"}, "subcommand");
    row("show without an id", {"runs", "show"}, "id");
    row("a store in another folder", {"runs", "list", "--store", "../a.db"}, "--store");
    row("a store by its whole path", {"--store", "/tmp/a.db", "run", "--again", "b"}, "--out");
    row("a store without a name", {"demo", "--store", ""}, "--store");
    row("an unknown format", {"runs", "export", "a", "--format", "xml"}, "--format");
}

void TestCommandLine::refusesWrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    Workspace space;
    const auto ended = runProgram(arguments, {}, space.folder());
    QVERIFY2(ended.code == 2, told(ended));
    QVERIFY2(ended.out.isEmpty(), told(ended));
    QVERIFY2(QString(ended.err).contains(named), told(ended));
    QCOMPARE(space.tree(""), QStringList());
}

void TestCommandLine::saysSoWhenItCannotPrint_data() {
    QTest::addColumn<QString>("redirection");
    QTest::newRow("the disk is full") << "> /dev/full";
    QTest::newRow("standard output is closed") << ">&-";
}

void TestCommandLine::saysSoWhenItCannotPrint() {
    QFETCH(QString, redirection);
    Workspace space;
    QCOMPARE(runSmall(space).code, 0);
    for (const QString command : {"runs list --json", "runs list"}) {
        const auto ended =
            runShell("\"$TESSERA\" " + command + " --out " + space.name("out") + " " + redirection);
        QVERIFY2(ended.code == 1, told(ended));
        QVERIFY2(isRefusal(ended), told(ended));
    }
}

// Whoever reads the output may go away, as `head` does.
void TestCommandLine::survivesAClosedPipe() {
    Workspace space;
    QCOMPARE(runSmall(space).code, 0);
    Program program({"runs", "list", "--json", "--out", space.name("out")});
    program.leaveUnheard(STDOUT_FILENO);
    program.start();
    const auto ended = resultOf(program);
    QVERIFY2(ended.code == 1, told(ended));
    QVERIFY2(isRefusal(ended), told(ended));
}

TESSERA_TEST(TestCommandLine)
#include "test_command_line.moc"
