#include "core/session/run_session.h"

#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <fstream>

using namespace tessera;
using namespace tessera::session;

class TestPrepareFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void createsTheFolder();
    void refusesWhatCannotBeWritten_data();
    void refusesWhatCannotBeWritten();
    void namesTheFilesInIt();
};

void TestPrepareFolder::createsTheFolder() {
    QTemporaryDir dir;
    const auto root = std::filesystem::path(dir.path().toStdString()) / "a" / "b";
    for (int i = 0; i < 2; ++i) { // a folder that exists is fine
        QVERIFY(prepareFolder({root}).has_value());
        QVERIFY(std::filesystem::is_directory(root));
        QVERIFY(std::filesystem::is_empty(root)); // no probe is left
    }
}

void TestPrepareFolder::refusesWhatCannotBeWritten_data() {
    QTest::addColumn<QString>("place");
    QTest::newRow("below a regular file") << "FILE/out";
    QTest::newRow("a regular file") << "FILE";
    QTest::newRow("in /proc, which takes no files") << "/proc/tessera-out";
    QTest::newRow("/proc itself") << "/proc";
    QTest::newRow("no name") << "";
}

void TestPrepareFolder::refusesWhatCannotBeWritten() {
    QFETCH(QString, place);
    QTemporaryDir dir;
    const auto file = dir.filePath("file");
    std::ofstream(file.toStdString()) << "mine";
    const auto root = place.replace("FILE", file).toStdString();

    const auto ready = prepareFolder({root});
    QVERIFY(!ready);
    QCOMPARE(ready.error().code, ErrorCode::Io);
    const auto& sentence = ready.error().detail;
    QVERIFY2(sentence.find("the output folder " + root) == 0, sentence.c_str());
    QVERIFY2(sentence.find("choose another one") != std::string::npos, sentence.c_str());
    QVERIFY2(std::count(sentence.begin(), sentence.end(), '\n') == 0, sentence.c_str());
    std::ifstream in(file.toStdString());
    QCOMPARE(std::string(std::istreambuf_iterator<char>(in), {}), std::string("mine"));
}

void TestPrepareFolder::namesTheFilesInIt() {
    const OutputFolder folder{"out"};
    QCOMPARE(folder.store(), std::filesystem::path("out/runs.tessera.db"));
    QCOMPARE(folder.networks(), std::filesystem::path("out/networks"));
    QCOMPARE(folder.run(RunId("a")), std::filesystem::path("out/runs/a"));
}

TESSERA_TEST(TestPrepareFolder)
#include "test_prepare_folder.moc"
