#include "tests/core/jobs/jobs_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <optional>

using namespace tessera;
using namespace tessera::jobs;
using namespace tessera::test;

namespace {

// What the refusal of a budget says.
double neededMegabytes(const Error& error) {
    const auto begin = error.detail.find("needs ") + 6;
    return std::stod(error.detail.substr(begin));
}

} // namespace

class TestMemoryBudget : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_sink = {};
        m_request = {smallExperiment(), m_folder / "cache", {}};
        m_request.snapshotRows = 20;
    }

    // As small as it may be, so that no rows stay in memory, and as large as one likes.
    void budgetsChangeNoNumber() {
        const auto refused = run(100'000);
        QVERIFY(refused.failure);
        QCOMPARE(refused.failure->code, ErrorCode::OutOfMemory);
        const double needed = neededMegabytes(*refused.failure);
        QVERIFY(needed > 0.1 && needed < 20.0);
        m_sink = {};
        const auto large = run(std::int64_t{1} << 30);
        const auto samples = m_sink.samples;
        QVERIFY2(!large.failure, large.failure ? large.failure->detail.c_str() : "");
        m_sink = {};
        const auto tiny = run(static_cast<std::int64_t>(needed * 1e6) + 60'000);
        QVERIFY2(!tiny.failure, tiny.failure ? tiny.failure->detail.c_str() : "");
        QVERIFY(sameSamples(samples, m_sink.samples));
        QCOMPARE(tiny.summary.receiverHash, large.summary.receiverHash);
        QCOMPARE(tiny.token->uhsVector, large.token->uhsVector);
        QCOMPARE(tiny.summary.drift.hub, large.summary.drift.hub);
        QCOMPARE(tiny.summary.accuracyAfter, large.summary.accuracyAfter);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(tiny.summary.controls[i].accuracy, large.summary.controls[i].accuracy);
        }
    }

    // Before the source is trained, with the figures.
    void refusedBeforeTheWork() {
        m_request.cacheDir = m_folder / "unused";
        const auto result = run(100'000);
        QVERIFY(result.failure);
        QVERIFY(mentions(*result.failure, "memory budget is 0.1 MB"));
        QVERIFY(mentions(*result.failure, "raise the budget"));
        QVERIFY(mentions(*result.failure, "24 and 16"));
        for (const auto& step : m_sink.steps) {
            QVERIFY2(step.what.find("training") == std::string::npos, step.what.c_str());
        }
        QVERIFY(!std::filesystem::exists(m_request.cacheDir));
        QVERIFY(result.summary.sourceHash.empty());
    }

    // Of a source from a file the width shows when it was read.
    void refusedForAFile() {
        const auto file = m_folder / "source.safetensors";
        const zoo::Recipe recipe{architecture("mlp", 400), {InputKind::Image, 8, 8, 1, 0}, 10};
        must(zoo::saveCheckpoint(*must(zoo::buildNetwork(recipe, 1)), file));
        m_request.experiment.source.network = networkFrom(file);
        const auto result = run(2'000'000);
        QVERIFY(result.failure);
        QCOMPARE(result.failure->code, ErrorCode::OutOfMemory);
        QVERIFY(mentions(*result.failure, "400 and 16"));
    }

private:
    [[nodiscard]] TransferResult run(std::int64_t budget) {
        data::DataAccess access{dataDir(), {}};
        access.limits.maxBytes = budget;
        return must(TransferJob(m_request, access, m_sink, {}).run());
    }

    Folder m_folder;
    TransferRequest m_request;
    RecordingSink m_sink;
};

TESSERA_TEST(TestMemoryBudget)

#include "test_memory_budget.moc"
