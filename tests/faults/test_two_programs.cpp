#include "tests/faults/long_run.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

class TestTwoPrograms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shareANewStore();
};

// Both make the folder, the store and the same cached source at the same time.
void TestTwoPrograms::shareANewStore() {
    Workspace space;
    LongRun first(space, "first", "{}");
    LongRun second(space, "second", "{}");
    first.begin();
    second.begin();
    const auto one = resultOf(first);
    const auto two = resultOf(second);
    QVERIFY2(one.code == 0, told(one));
    QVERIFY2(two.code == 0, told(two));
    const auto runs = space.runs("out");
    QCOMPARE(runs.size(), std::size_t(2));
    for (const auto& run : runs) {
        QCOMPARE(run.state, RunState::Done);
        QCOMPARE(run.artifacts.size(), std::size_t(5)); // hub, items, receiver, token, views
        for (const auto& artifact : run.artifacts) {
            QCOMPARE(std::filesystem::file_size(space.path("out") / artifact.path),
                     std::uintmax_t(artifact.sizeBytes));
        }
    }
    // Neither hindered the other's numbers.
    QCOMPARE(runs[0].summary.metricsHash, runs[1].summary.metricsHash);
    QVERIFY(!runs[0].summary.metricsHash.empty());
    QCOMPARE(space.tree("out/networks").size(), 1);
    QCOMPARE(space.leftovers("out"), QStringList());
}

TESSERA_TEST(TestTwoPrograms)
#include "test_two_programs.moc"
