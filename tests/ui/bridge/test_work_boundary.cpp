// What is thrown on a working thread arrives as an error, whatever the work returns.
#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_jobs.h"
#include "tests/ui/support/hub_analysis.h"
#include "ui/bridge/analyst.h"
#include "ui/bridge/background.h"
#include "ui/bridge/job_bridge.h"

#include <QTest>

#include <new>
#include <stdexcept>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

struct Told {
    std::string detail;
    static Told failed(const Error& error) { return {error.detail}; }
};

} // namespace

class TestWorkBoundary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOutcomeTells() {
        const auto text = [](const std::exception& thrown) { return QString(thrown.what()); };
        const std::runtime_error thrown("out of ideas");
        auto result = [&]() -> Result<int> { throw thrown; };
        QVERIFY(QString::fromStdString(bounded(result).error().detail).endsWith(text(thrown)));
        QCOMPARE(bounded(result).error().code, ErrorCode::Internal);
        auto memory = []() -> Result<int> { throw std::bad_alloc(); };
        QCOMPARE(bounded(memory).error().code, ErrorCode::OutOfMemory);
        auto odd = []() -> Result<void> { throw 7; };
        QCOMPARE(bounded(odd).error().code, ErrorCode::Internal);
        auto error = [&]() -> std::optional<Error> { throw thrown; };
        QVERIFY(bounded(error).has_value());
        auto own = [&]() -> Told { throw thrown; };
        QVERIFY(QString::fromStdString(bounded(own).detail).endsWith(text(thrown)));
        auto maybe = [&]() -> std::optional<int> { throw thrown; };
        QVERIFY(!bounded(maybe));
        auto good = []() -> Result<int> { return 3; };
        QCOMPARE(*bounded(good), 3);
    }

    void backgroundDeliversIt() {
        QObject context;
        Background background;
        std::optional<Result<int>> outcome;
        background.run(
            &context, []() -> Result<int> { throw std::runtime_error("a file bites"); },
            [&outcome](Result<int> arrived) { outcome = std::move(arrived); });
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(QString::fromStdString(outcome->error().detail).contains("a file bites"));
    }

    void analystDeliversIt() {
        HubAnalysis analysis;
        JobBridge bridge;
        FakeJobs jobs(bridge);
        jobs.engineAnalysis = &analysis;
        Analyst analyst(jobs, bridge);
        QObject context;
        std::optional<Result<int>> outcome;
        const auto ticket = analyst.run(
            &context,
            [](const Analysis&, const Watch&) -> Result<int> {
                throw std::runtime_error("no such axis");
            },
            [&outcome](Result<int> arrived) { outcome = std::move(arrived); });
        QTRY_VERIFY(outcome.has_value());
        QVERIFY(!ticket.isRunning());
        QVERIFY(QString::fromStdString(outcome->error().detail).contains("no such axis"));
    }
};

TESSERA_TEST(TestWorkBoundary)
#include "test_work_boundary.moc"
