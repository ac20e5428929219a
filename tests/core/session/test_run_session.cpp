#include "core/session/run_session.h"

#include "tests/core/session/session_bench.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <stdexcept>

using namespace tessera;
using namespace tessera::session;
using namespace tessera::test;

class TestRunSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyRunEndsOnce_data();
    void everyRunEndsOnce();
    void samplesReachStoreAndListenerInOrder();
    void samplesReachTheStoreFirst();
    void artifactsAreRelativeToTheFolder();
    void aFailedRunLeavesNoFiles();
    void aFailedRunKeepsWhatItMeasured();
    void anEmptyFolderIsRemoved();
    void anExperimentThatIsRefusedLeavesNoRun();
    void aRunThatCannotBeginLeavesNothing();
    void aRunThatCannotEndIsAnError();
    void theEngineIsToldWhereToPutThings();
    void theStoreIsToldWhatRuns();
    void whatTheEngineThrowsFailsTheRun();
};

void TestRunSession::everyRunEndsOnce_data() {
    QTest::addColumn<int>("engine");
    QTest::addColumn<bool>("tokenIsWritten");
    QTest::addColumn<bool>("artifactIsTaken");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("failure");
    const auto row = [](const char* name, Outcome engine, bool token, bool artifact,
                        const char* state, const char* failure) {
        QTest::newRow(name) << int(engine) << token << artifact << state << failure;
    };
    row("done", Outcome::Succeeds, true, true, "done", "");
    row("done with a token", Outcome::GivesToken, true, true, "done", "");
    row("cancelled", Outcome::IsStopped, true, true, "cancelled", "");
    row("the engine fails", Outcome::Fails, true, true, "failed", "the loss became nan");
    row("the token cannot be written", Outcome::GivesToken, false, true, "failed", "disk full");
    row("the token cannot be entered", Outcome::GivesToken, true, false, "failed", "store full");
}

void TestRunSession::everyRunEndsOnce() {
    QFETCH(int, engine);
    QFETCH(bool, tokenIsWritten);
    QFETCH(bool, artifactIsTaken);
    QFETCH(QString, state);
    QFETCH(QString, failure);
    SessionBench bench;
    bench.engine.onTransfer = [&](const TransferRequest&, EventSink& events,
                                  const std::stop_token&) -> Result<TransferResult> {
        events.sample({"loss", 1, 0.5, ""});
        switch (static_cast<Outcome>(engine)) {
        case Outcome::Succeeds:
            return TransferResult{};
        case Outcome::GivesToken:
            return withToken();
        case Outcome::IsStopped: {
            TransferResult stopped;
            stopped.cancelled = true;
            stopped.summary.sourceAccuracy = 0.25;
            return stopped;
        }
        case Outcome::Fails:
            break;
        }
        return fail(ErrorCode::Diverged, "the loss became nan");
    };
    if (!tokenIsWritten) {
        bench.tokens.writing = fail(ErrorCode::Io, "disk full");
    }
    if (!artifactIsTaken) {
        bench.store.addingFile = fail(ErrorCode::Io, "store full");
    }

    const auto record = bench.execute();
    QCOMPARE(bench.store.starts.size(), std::size_t(1));
    QCOMPARE(bench.store.ends["run-1"].size(), std::size_t(1));
    const auto& end = bench.store.ends["run-1"].front();
    QCOMPARE(QString(runStateName(end.state)), state);
    QCOMPARE(QString::fromStdString(end.failure), failure);
    QCOMPARE(bench.store.curves["run-1"].size(), std::size_t(1)); // measured is kept
    QCOMPARE(record.has_value(), failure.isEmpty());
    if (record) {
        QCOMPARE(record->state, end.state);
    } else {
        QCOMPARE(QString::fromStdString(record.error().detail), failure);
        QVERIFY(!std::filesystem::exists(bench.runFolder())); // nor what was written before
    }
    if (state == "cancelled") {
        QCOMPARE(end.summary.sourceAccuracy.value(), 0.25);
    }
}

void TestRunSession::samplesReachStoreAndListenerInOrder() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest&, EventSink& events,
                                 const std::stop_token&) {
        events.progress({Phase::Prepare, 0, 1, "data"});
        events.sample({"drift", 0, 2.0, ""});
        events.notice({"the hub lost variance", NoticeLevel::Warning});
        events.sample({"drift", 1, std::nullopt, "layers.0"});
        events.sample({"loss", 1, 0.5, ""});
        return TransferResult{};
    };
    QVERIFY(bench.execute().has_value());
    const std::vector<std::string> heard = {"begun run-1",    "progress data",
                                            "sample drift 0", "warning the hub lost variance",
                                            "sample drift 1", "sample loss 1"};
    QCOMPARE(bench.listener.heard, heard);
    const auto& kept = bench.store.curves["run-1"];
    QCOMPARE(kept.size(), std::size_t(3));
    QCOMPARE(kept[0].value.value(), 2.0);
    QVERIFY(!kept[1].value); // not measured stays not measured
    QCOMPARE(kept[1].layer, std::string("layers.0"));
    QCOMPARE(kept[2].series, std::string("loss"));
}

// A listener may look into the store when it hears of a sample.
void TestRunSession::samplesReachTheStoreFirst() {
    SessionBench bench;
    std::size_t known = 0;
    bench.listener.onSample = [&] { known = bench.store.curves["run-1"].size(); };
    bench.engine.onTransfer = [](const TransferRequest&, EventSink& events,
                                 const std::stop_token&) {
        events.sample({"loss", 1, 0.5, ""});
        return TransferResult{};
    };
    QVERIFY(bench.execute().has_value());
    QCOMPARE(known, std::size_t(1));
}

void TestRunSession::artifactsAreRelativeToTheFolder() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest& request, EventSink&,
                                 const std::stop_token&) {
        auto result = withToken();
        const auto file = request.artifactDir / "hub.safetensors";
        writeText(file, "hub");
        result.artifacts.push_back({"hub", file, "0123", 3});
        return result;
    };
    const auto record = bench.execute();
    QVERIFY(record.has_value());
    QCOMPARE(record->artifacts.size(), std::size_t(2));
    QCOMPARE(record->artifacts[0].path, std::filesystem::path("runs/run-1/hub.safetensors"));
    const auto& token = record->artifacts[1];
    QCOMPARE(token.path, std::filesystem::path("runs/run-1/token.tbf"));
    QCOMPARE(token.sizeBytes, std::int64_t(5));
    // SHA-256 of "token"
    QCOMPARE(token.sha256,
             std::string("3c469e9d6c5875d37a43f353d4f88e61fcf812c66eee3457465a40b0da4153e0"));
    QCOMPARE(record->summary.tokenBytes.value(), std::int64_t(5));
    for (const auto& artifact : record->artifacts) {
        QVERIFY(std::filesystem::is_regular_file(bench.folder.root / artifact.path));
    }
}

// A file that the store does not know would never be found again.
void TestRunSession::aFailedRunLeavesNoFiles() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest& request, EventSink&,
                                 const std::stop_token&) -> Result<TransferResult> {
        writeText(request.artifactDir / "hub.safetensors", "hub");
        return fail(ErrorCode::Diverged, "a control diverged");
    };
    QVERIFY(!bench.execute());
    QVERIFY(!std::filesystem::exists(bench.runFolder()));
}

void TestRunSession::aFailedRunKeepsWhatItMeasured() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest&, EventSink&,
                                 const std::stop_token&) -> Result<TransferResult> {
        TransferResult result;
        result.summary.sourceAccuracy = 0.75;
        result.failure = Error{ErrorCode::Diverged, "the loss became inf", std::nullopt};
        return result;
    };
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(record.error().detail, std::string("the loss became inf"));
    const auto& end = bench.store.ends.at("run-1").at(0);
    QVERIFY(end.state == RunState::Failed);
    QCOMPARE(end.summary.sourceAccuracy.value_or(0.0), 0.75);
}

void TestRunSession::anEmptyFolderIsRemoved() {
    SessionBench bench;
    bool existed = false;
    bench.engine.onTransfer = [&](const TransferRequest& request, EventSink&,
                                  const std::stop_token&) {
        existed = std::filesystem::is_directory(request.artifactDir);
        return TransferResult{};
    };
    QVERIFY(bench.execute().has_value());
    QVERIFY(existed);
    QVERIFY(!std::filesystem::exists(bench.runFolder()));
}

void TestRunSession::anExperimentThatIsRefusedLeavesNoRun() {
    SessionBench bench;
    bench.engine.verdict = fail(ErrorCode::NotFound, "there is no mode 'Z'");
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::NotFound);
    QVERIFY(bench.store.starts.empty());
    QVERIFY(bench.store.ends.empty());
    QVERIFY(bench.engine.requests.empty());
    QVERIFY(!std::filesystem::exists(bench.folder.root / "runs"));
}

void TestRunSession::aRunThatCannotBeginLeavesNothing() {
    SessionBench bench;
    bench.store.beginning = fail(ErrorCode::Io, "the store is full");
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(record.error().detail, std::string("the store is full"));
    QVERIFY(bench.engine.requests.empty());
    QVERIFY(bench.store.ends.empty());
    QVERIFY(!std::filesystem::exists(bench.folder.root / "runs"));
}

void TestRunSession::aRunThatCannotEndIsAnError() {
    SessionBench bench;
    bench.store.finishing = fail(ErrorCode::Io, "the store is full");
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(record.error().detail, std::string("the store is full"));
    QCOMPARE(bench.store.ends["run-1"].size(), std::size_t(1));

    // The engine's own error tells more than that of the store behind it.
    bench.engine.onTransfer = [](const TransferRequest&, EventSink&,
                                 const std::stop_token&) -> Result<TransferResult> {
        return fail(ErrorCode::Diverged, "the loss became nan");
    };
    const auto failed = bench.execute();
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::Diverged);
    QCOMPARE(bench.store.ends["run-2"].size(), std::size_t(1));
}

void TestRunSession::theEngineIsToldWhereToPutThings() {
    SessionBench bench;
    bench.stop.request_stop();
    bool stopped = false;
    bench.engine.onTransfer = [&](const TransferRequest&, EventSink&, const std::stop_token& stop) {
        stopped = stop.stop_requested();
        return TransferResult{};
    };
    QVERIFY(bench.execute().has_value());
    QVERIFY(stopped);
    const auto& request = bench.engine.requests.at(0);
    QCOMPARE(request.cacheDir, bench.folder.root / "networks");
    QCOMPARE(request.artifactDir, bench.folder.root / "runs" / "run-1");
    QCOMPARE(request.snapshotRows, kSnapshotRows);
    QCOMPARE(request.experiment.name, std::string("bench"));
}

void TestRunSession::theStoreIsToldWhatRuns() {
    SessionBench bench;
    QVERIFY(bench.execute().has_value());
    QVERIFY(bench.execute().has_value()); // one after another, each with an end of its own
    QCOMPARE(bench.store.starts.size(), std::size_t(2));
    QCOMPARE(bench.store.ends.size(), std::size_t(2));
    const auto& start = bench.store.starts.front();
    QCOMPARE(start.sourceLabel, std::string("source label"));
    QCOMPARE(start.receiverLabel, std::string("receiver label"));
    QCOMPARE(start.experiment.name, std::string("bench"));
    QCOMPARE(start.environment.at("kernel"), std::string("Abacus"));
}

void TestRunSession::whatTheEngineThrowsFailsTheRun() {
    SessionBench bench;
    bench.engine.onTransfer = [](const TransferRequest&, EventSink&,
                                 const std::stop_token&) -> Result<TransferResult> {
        throw std::runtime_error("index 7 is out of range");
    };
    const auto record = bench.execute();
    QVERIFY(!record);
    QCOMPARE(record.error().code, ErrorCode::Internal);
    QVERIFY(record.error().detail.find("index 7") != std::string::npos);
    QCOMPARE(bench.store.ends["run-1"].size(), std::size_t(1));
    QVERIFY(bench.store.ends["run-1"].front().state == RunState::Failed);
    QVERIFY(!std::filesystem::exists(bench.runFolder()));
}

TESSERA_TEST(TestRunSession)
#include "test_run_session.moc"
