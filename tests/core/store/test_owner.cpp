#include "core/store/owner.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <unistd.h>

using namespace tessera::store;

class TestOwner : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void describesThisProcess();
    void judges_data();
    void judges();
    void doubtsHeartbeatsFromTheFuture();
};

void TestOwner::describesThisProcess() {
    const Owner owner = currentOwner();
    QCOMPARE(owner.pid, std::int64_t(getpid()));
    QVERIFY(owner.startTicks > 0);
    QCOMPARE(owner.bootId.size(), std::size_t(36));
    QVERIFY(owner.machine.find("/pid:[") != std::string::npos);
    QVERIFY(livenessOf(owner, currentOwner()) == Liveness::Alive);
}

void TestOwner::judges_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<qint64>("heartbeatAge");
    QTest::addColumn<int>("liveness");
    QTest::addColumn<bool>("gone");
    const auto alive = int(Liveness::Alive), dead = int(Liveness::Dead),
               unknown = int(Liveness::Unknown);
    const qint64 fresh = 1'000, old = kHeartbeatTimeoutMs + 1;
    QTest::newRow("ourselves") << "" << fresh << alive << false;
    QTest::newRow("ourselves, suspended") << "" << old << alive << false;
    QTest::newRow("no such process") << "pid" << fresh << dead << true;
    QTest::newRow("recycled process id") << "start" << fresh << dead << true;
    QTest::newRow("start not known") << "no start" << old << alive << false;
    QTest::newRow("booted since") << "boot" << fresh << dead << true;
    QTest::newRow("other machine") << "boot machine" << fresh << unknown << false;
    QTest::newRow("other machine, silent") << "boot machine" << old << unknown << true;
    QTest::newRow("clock ahead") << "boot machine" << qint64(-old) << unknown << false;
    QTest::newRow("other container") << "machine" << fresh << unknown << false;
    QTest::newRow("other container, silent") << "machine" << old << unknown << true;
    QTest::newRow("no boot id, silent") << "no boot" << old << unknown << true;
    QTest::newRow("senseless pid, silent") << "negative" << old << unknown << true;
}

void TestOwner::judges() {
    QFETCH(QString, change);
    QFETCH(qint64, heartbeatAge);
    QFETCH(int, liveness);
    QFETCH(bool, gone);
    Owner here = currentOwner();
    here.machine = "named/pid:[1]";
    Owner recorded = here;
    if (change == "pid") {
        recorded.pid = 0x7FFFFFFF; // above the kernel's highest
    } else if (change == "negative") {
        recorded.pid = -1;
    } else if (change == "start") {
        recorded.startTicks += 1;
    } else if (change == "no start") {
        recorded.startTicks = 0;
    } else if (change == "no boot") {
        recorded.bootId.clear();
    }
    if (change.startsWith("boot")) {
        recorded.bootId = "00000000-0000-0000-0000-000000000000";
    }
    if (change.endsWith("machine")) {
        recorded.machine = "other/pid:[1]";
    }
    QCOMPARE(int(livenessOf(recorded, here)), liveness);
    const std::int64_t now = 1'800'000'000'000;
    QCOMPARE(isOwnerGone(recorded, here, now - heartbeatAge, now), gone);
}

// Of a program that can be looked at, its heartbeats tell nothing.
void TestOwner::doubtsHeartbeatsFromTheFuture() {
    Owner here = currentOwner();
    here.machine = "named/pid:[1]";
    Owner elsewhere = here;
    elsewhere.machine = "other/pid:[1]";
    const std::int64_t now = 1'800'000'000'000;
    const auto doubts = [&](const Owner& owner, std::int64_t ahead) {
        return isHeartbeatDoubtful(owner, here, now + ahead, now);
    };
    QVERIFY(!doubts(elsewhere, -1));
    QVERIFY(!doubts(elsewhere, kMostAheadMs)); // clocks differ a little
    QVERIFY(doubts(elsewhere, kMostAheadMs + 1));
    QVERIFY(!doubts(here, kMostAheadMs + 1));
    Owner dead = here;
    dead.pid = 0x7FFFFFFF;
    QVERIFY(!doubts(dead, kMostAheadMs + 1));
}

TESSERA_TEST(TestOwner)
#include "test_owner.moc"
