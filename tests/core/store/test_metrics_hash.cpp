#include "core/store/metrics_hash.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <limits>

using namespace tessera;
using namespace tessera::store;

namespace {

std::string hashOf(const std::vector<MetricSample>& samples) {
    MetricsHash hash;
    for (const auto& sample : samples) {
        hash.add(sample);
    }
    return hash.hex();
}

} // namespace

class TestMetricsHash : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownAnswers();
    void changesWithEveryField_data();
    void changesWithEveryField();
    void leavesWallClockOut();
};

void TestMetricsHash::knownAnswers() {
    QCOMPARE(hashOf({}),
             std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    // python3: sha256(pack('<Q4sQ2sqBd', 4, b'loss', 2, b'l1', 7, 1, 0.5)
    //                 + pack('<Q4sQqB', 4, b'loss', 0, 8, 0))
    QCOMPARE(hashOf({{"loss", 7, 0.5, "l1"}, {"loss", 8, std::nullopt, ""}}),
             std::string("ccf3b5e806fffab2498bde168bf3c5502493b54616628a324de65d462f78f334"));
}

void TestMetricsHash::changesWithEveryField_data() {
    QTest::addColumn<QString>("series");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("layer");
    QTest::newRow("series") << "losr" << qint64(7) << "0.5"
                            << "l1";
    QTest::newRow("step") << "loss" << qint64(8) << "0.5"
                          << "l1";
    QTest::newRow("next double") << "loss" << qint64(7) << "0.50000000000000011"
                                 << "l1";
    QTest::newRow("layer") << "loss" << qint64(7) << "0.5"
                           << "l2";
    QTest::newRow("not measured") << "loss" << qint64(7) << ""
                                  << "l1";
    QTest::newRow("zero") << "loss" << qint64(7) << "0"
                          << "l1";
    QTest::newRow("infinite") << "loss" << qint64(7) << "inf"
                              << "l1";
    QTest::newRow("moved border") << "lossl" << qint64(7) << "0.5"
                                  << "1";
}

void TestMetricsHash::changesWithEveryField() {
    QFETCH(QString, series);
    QFETCH(qint64, step);
    QFETCH(QString, value);
    QFETCH(QString, layer);
    MetricSample changed{series.toStdString(), step, std::nullopt, layer.toStdString()};
    if (value == "inf") {
        changed.value = std::numeric_limits<double>::infinity();
    } else if (!value.isEmpty()) {
        changed.value = value.toDouble();
    }
    QVERIFY(hashOf({{"loss", 7, 0.5, "l1"}}) != hashOf({changed}));
}

void TestMetricsHash::leavesWallClockOut() {
    QCOMPARE(hashOf({{"seconds.hub", 1, 2.5, ""}}), hashOf({}));
    QVERIFY(hashOf({{"secondsish", 1, 2.5, ""}}) != hashOf({}));
}

TESSERA_TEST(TestMetricsHash)
#include "test_metrics_hash.moc"
