#include "core/session/environment.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::session;

class TestEnvironment : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatARunRunsOn();
    void saysHowManyThreads_data();
    void saysHowManyThreads();
};

void TestEnvironment::saysWhatARunRunsOn() {
    const EngineInfo engine{
        "OpenBLAS 0.3.21", "Haswell", "cpu", 2, 2, {"LibTorch 1.13.0", "OpenBLAS 0.3.21"}};
    const auto environment = captureEnvironment(engine, {});
    QVERIFY(environment.at("program").starts_with("tessera "));
    QVERIFY(environment.at("program").size() > std::string("tessera ").size());
    QVERIFY(environment.at("compiler").starts_with("g++ "));
    QCOMPARE(environment.at("libraries"), std::string("LibTorch 1.13.0, OpenBLAS 0.3.21"));
    QCOMPARE(environment.at("blas"), std::string("OpenBLAS 0.3.21"));
    QCOMPARE(environment.at("kernel"), std::string("Haswell"));
    QCOMPARE(environment.at("device"), std::string("cpu"));
    QCOMPARE(environment.at("processor"), processorName());
    QVERIFY(environment.at("system").starts_with("Linux "));
    for (const auto& [key, value] : environment) {
        QVERIFY2(!value.empty(), key.c_str());
    }
}

void TestEnvironment::saysHowManyThreads_data() {
    QTest::addColumn<int>("threads");
    QTest::addColumn<QString>("text");
    QTest::newRow("one") << 1 << "1";
    QTest::newRow("seven") << 7 << "7";
    QTest::newRow("0 stands for all") << 0 << "all cores";
}

void TestEnvironment::saysHowManyThreads() {
    QFETCH(int, threads);
    QFETCH(QString, text);
    Experiment experiment;
    experiment.threads = threads;
    QCOMPARE(QString::fromStdString(captureEnvironment({}, experiment).at("threads")), text);
}

TESSERA_TEST(TestEnvironment)
#include "test_environment.moc"
