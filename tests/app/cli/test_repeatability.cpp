#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

namespace {

struct Kept {
    QByteArray curves;
    std::string hash;
    std::string receiverHash;
};

Kept keptBy(const Workspace& space) {
    const auto runs = space.runs("out");
    if (runs.size() != 1) {
        return {};
    }
    const auto& run = runs.front();
    const auto csv = runProgram({"runs", "export", QString::fromStdString(run.id.value), "--format",
                                 "csv", "--out", space.name("out")});
    return {csv.out, run.summary.metricsHash, run.summary.receiverHash};
}

} // namespace

// The same experiment, seed and machine: the same numbers, bit for bit.
class TestRepeatability : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dependsOnTheSeedOnly_data();
    void dependsOnTheSeedOnly();
};

void TestRepeatability::dependsOnTheSeedOnly_data() {
    QTest::addColumn<QString>("patch");
    QTest::newRow("mlp to lstm on digits") << "{'receiver': {'architecture': {'family': 'lstm'}}}";
    QTest::newRow("conv to transformer on digits")
        << "{'source': {'architecture': {'family': 'conv'}},"
           " 'receiver': {'architecture': {'family': 'transformer', 'width': 16}}}";
    QTest::newRow("mlp to mlp on token-mean") << "{'data': {'name': 'token-mean'}}";
}

void TestRepeatability::dependsOnTheSeedOnly() {
    QFETCH(QString, patch);
    // Each in a folder of its own, so that the source is trained anew.
    Workspace first, second, other;
    const auto one = runSmall(first, patch);
    const auto two = runSmall(second, patch);
    const auto three = runSmall(other, patch, {"--seed", "2"});
    QVERIFY2(one.code == 0, told(one));
    QVERIFY2(two.code == 0, told(two));
    QVERIFY2(three.code == 0, told(three));
    const auto a = keptBy(first), b = keptBy(second), c = keptBy(other);
    QVERIFY(a.curves.count('\n') > 20);
    QCOMPARE(b.curves, a.curves);
    QCOMPARE(a.hash.size(), std::size_t(64));
    QCOMPARE(b.hash, a.hash);
    QCOMPARE(b.receiverHash, a.receiverHash);
    QVERIFY(c.curves != a.curves);
    QVERIFY(c.hash != a.hash);
    QVERIFY(c.receiverHash != a.receiverHash);
}

TESSERA_TEST(TestRepeatability)
#include "test_repeatability.moc"
