#include "core/api/run.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;

class TestRun : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsArtifactsByKind() {
        RunRecord run;
        QVERIFY(findArtifact(run, "token") == nullptr);
        run.artifacts = {
            {"hub", "a.hub", "", 1}, {"token", "a.tbf", "", 2}, {"token", "b.tbf", "", 3}};
        QCOMPARE(findArtifact(run, "token")->path, std::filesystem::path("a.tbf")); // the first one
        QCOMPARE(findArtifact(run, "hub"), run.artifacts.data());
        QVERIFY(findArtifact(run, "views") == nullptr);
        QVERIFY(findArtifact(run, "tok") == nullptr);
        QVERIFY(findArtifact(run, "") == nullptr);
    }
};

TESSERA_TEST(TestRun)
#include "test_run.moc"
