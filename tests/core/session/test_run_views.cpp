#include "core/session/run_session.h"
#include "core/session/snapshot_file.h"

#include "tests/core/session/session_bench.h"
#include "tests/core/session/snapshot_samples.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <algorithm>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

// What a run leaves for the views.
class TestRunViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFirstAndTheLastSnapshot_data();
    void keepsTheFirstAndTheLastSnapshot();
    void keepsNothingWithoutSamples();
    void goesWithoutViewsThatContradictThemselves_data();
    void goesWithoutViewsThatContradictThemselves();
    void viewsThatCannotBeKeptFailTheRun_data();
    void viewsThatCannotBeKeptFailTheRun();
};

void TestRunViews::keepsTheFirstAndTheLastSnapshot_data() {
    QTest::addColumn<int>("snapshots");
    QTest::addColumn<int>("engine");
    QTest::addColumn<bool>("kept");
    QTest::newRow("done") << 4 << int(Outcome::GivesToken) << true;
    QTest::newRow("done, with one only") << 1 << int(Outcome::Succeeds) << true;
    QTest::newRow("done, without any") << 0 << int(Outcome::Succeeds) << false;
    QTest::newRow("cancelled") << 2 << int(Outcome::IsStopped) << true;
    QTest::newRow("cancelled before the first") << 0 << int(Outcome::IsStopped) << false;
    QTest::newRow("failed") << 2 << int(Outcome::Fails) << false;
}

void TestRunViews::keepsTheFirstAndTheLastSnapshot() {
    QFETCH(int, snapshots);
    QFETCH(int, engine);
    QFETCH(bool, kept);
    SessionBench bench;
    const SnapshotSeries series;
    bench.engine.onTransfer = [&](const TransferRequest&, EventSink& events,
                                  const std::stop_token&) -> Result<TransferResult> {
        for (int step = 0; step < snapshots; ++step) {
            events.snapshot(series.at(step));
        }
        TransferResult result;
        result.cancelled = static_cast<Outcome>(engine) == Outcome::IsStopped;
        if (static_cast<Outcome>(engine) == Outcome::Fails) {
            result.failure = Error{ErrorCode::Diverged, "the loss became nan", std::nullopt};
        } else if (static_cast<Outcome>(engine) == Outcome::GivesToken) {
            result.token.emplace();
        }
        return result;
    };
    const auto record = bench.execute();
    QCOMPARE(record.has_value(), static_cast<Outcome>(engine) != Outcome::Fails);
    for (int step = 0; step < snapshots; ++step) { // the listener gets all of them
        QCOMPARE(bench.listener.heard.at(std::size_t(step) + 1),
                 "snapshot " + std::to_string(step));
    }
    const auto file = bench.runFolder() / "views.safetensors";
    QCOMPARE(std::filesystem::exists(file), kept);
    const auto& artifacts = bench.store.artifacts["run-1"];
    const auto views = std::find_if(artifacts.begin(), artifacts.end(),
                                    [](const Artifact& each) { return each.kind == "views"; });
    QCOMPARE(views != artifacts.end(), kept);
    if (!kept) {
        return;
    }
    QCOMPARE(views->path, std::filesystem::path("runs/run-1/views.safetensors"));
    QCOMPARE(views->sizeBytes, std::int64_t(std::filesystem::file_size(file)));
    QCOMPARE(views->sha256.size(), std::size_t(64));
    const auto read = readSnapshots(file);
    QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
    QCOMPARE(read->first->step, std::int64_t(0));
    QCOMPARE(read->last->step, std::int64_t(snapshots - 1));
    QCOMPARE(read->first == read->last, snapshots == 1);
}

void TestRunViews::keepsNothingWithoutSamples() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest&, EventSink& events,
                                 const std::stop_token&) {
        auto none = std::make_shared<Snapshot>();
        none->samples = std::make_shared<SampleSet>();
        events.snapshot(none);
        return TransferResult{};
    };
    QVERIFY(bench.execute().has_value());
    QVERIFY(!std::filesystem::exists(bench.runFolder()));
}

void TestRunViews::goesWithoutViewsThatContradictThemselves_data() {
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("why");
    QTest::newRow("step") << "step"
                          << "the step is -1";
    QTest::newRow("labels") << "labels"
                            << "the labels do not fit";
    QTest::newRow("no samples") << "samples"
                                << "the samples or a network are missing";
}

void TestRunViews::goesWithoutViewsThatContradictThemselves() {
    QFETCH(QString, part);
    QFETCH(QString, why);
    SessionBench bench;
    bench.engine.onTransfer = [&](const TransferRequest&, EventSink& events,
                                  const std::stop_token&) {
        auto snapshot = std::make_shared<Snapshot>(*SnapshotSeries().at(0));
        if (part == "step") {
            snapshot->step = -1;
        } else if (part == "labels") {
            auto samples = std::make_shared<SampleSet>(*snapshot->samples);
            samples->labels.pop_back();
            snapshot->samples = samples;
        } else {
            snapshot->samples = nullptr;
        }
        events.snapshot(snapshot);
        return withToken();
    };
    const auto record = bench.execute();
    QVERIFY2(record.has_value(), record ? "" : record.error().detail.c_str());
    QVERIFY(record->state == RunState::Done);
    QCOMPARE(record->artifacts.size(), std::size_t(1));
    QCOMPARE(record->artifacts.front().kind, std::string("token"));
    QVERIFY(std::filesystem::exists(bench.runFolder() / "token.tbf"));
    QVERIFY(!std::filesystem::exists(bench.runFolder() / "views.safetensors"));
    const auto said = QString::fromStdString(bench.listener.heard.back());
    QVERIFY2(said.startsWith("warning the views of the run") && said.contains(why),
             qPrintable(said));
}

void TestRunViews::viewsThatCannotBeKeptFailTheRun_data() {
    QTest::addColumn<bool>("fileInTheWay");
    QTest::addColumn<bool>("artifactIsTaken");
    QTest::newRow("the file cannot be written") << true << true;
    QTest::newRow("the file cannot be entered") << false << false;
}

void TestRunViews::viewsThatCannotBeKeptFailTheRun() {
    QFETCH(bool, fileInTheWay);
    QFETCH(bool, artifactIsTaken);
    SessionBench bench;
    if (!artifactIsTaken) {
        bench.store.addingFile = fail(ErrorCode::Io, "store full");
    }
    bench.engine.onTransfer = [&](const TransferRequest& request, EventSink& events,
                                  const std::stop_token&) {
        events.snapshot(SnapshotSeries().at(0));
        if (fileInTheWay) {
            std::filesystem::create_directories(request.artifactDir / "views.safetensors");
        }
        return withToken();
    };
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(bench.store.ends["run-1"].size(), std::size_t(1));
    QVERIFY(bench.store.ends["run-1"].front().state == RunState::Failed);
    QVERIFY(bench.store.artifacts["run-1"].empty());
    QVERIFY(!std::filesystem::is_regular_file(bench.runFolder() / "views.safetensors"));
    QVERIFY(!std::filesystem::exists(bench.runFolder() / "token.tbf"));
}

TESSERA_TEST(TestRunViews)
#include "test_run_views.moc"
