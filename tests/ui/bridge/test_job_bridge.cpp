#include "ui/bridge/job_bridge.h"

#include "tests/support/test_registry.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <thread>

using namespace tessera;
using namespace tessera::ui;

namespace {

JobStatus statusOf(std::uint64_t id, RunState state) {
    JobStatus status;
    status.id = JobId{id};
    status.state = state;
    return status;
}

SnapshotPtr snapshotAt(std::int64_t step) {
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->step = step;
    return snapshot;
}

// Everything that comes out, in order, as words.
class Diary : public QObject {
public:
    explicit Diary(JobBridge& bridge) {
        connect(&bridge, &JobBridge::stateChanged, this, [this](const JobStatus& status) {
            lines << QString("state %1").arg(runStateName(status.state));
        });
        connect(&bridge, &JobBridge::progressed, this, [this](JobId, const Progress& progress) {
            lines << QString("progress %1").arg(progress.done);
        });
        connect(&bridge, &JobBridge::sampled, this,
                [this](JobId, const std::vector<MetricSample>& samples) {
                    lines << QString("samples %1").arg(samples.size());
                });
        connect(&bridge, &JobBridge::noticed, this, [this](JobId, const Notice& notice) {
            lines << QString("notice %1").arg(QString::fromStdString(notice.text));
        });
        connect(&bridge, &JobBridge::snapshotTaken, this,
                [this](JobId, const RunSnapshots& snapshots) {
                    lines << QString("snapshots %1 %2")
                                 .arg(snapshots.first->step)
                                 .arg(snapshots.last->step);
                });
    }
    QStringList lines;
};

} // namespace

class TestJobBridge : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfAJobsLife();
    void aPauseComesAfterWhatWasReported();
    void thinsProgressButNotSamples();
    void keepsTheFirstSnapshot();
    void saysNothingAfterTheEnd();
    void forgetsJobsThatEnded();
    void tellsOfTheEngine();
    void takesReportsFromManyThreads();
};

void TestJobBridge::keepsTheOrderOfAJobsLife() {
    JobBridge bridge;
    Diary diary(bridge);
    bridge.jobChanged(statusOf(1, RunState::Queued));
    bridge.jobChanged(statusOf(1, RunState::Running));
    bridge.jobReported({JobId{1}, Notice{"hub", NoticeLevel::Warning}});
    bridge.jobReported({JobId{1}, Progress{Phase::FineTune, 3, 9, ""}});
    bridge.jobChanged(statusOf(1, RunState::Done));
    QTRY_COMPARE(diary.lines.size(), 5);
    QCOMPARE(diary.lines, QStringList({"state queued", "state running", "notice hub", "progress 3",
                                       "state done"}));
}

// Whoever looks while a job waits for a person sees all that it has told.
void TestJobBridge::aPauseComesAfterWhatWasReported() {
    JobBridge bridge;
    Diary diary(bridge);
    bridge.jobChanged(statusOf(1, RunState::Running));
    bridge.jobReported({JobId{1}, MetricSample{"drift.hub", 0, 0.5, ""}});
    bridge.jobReported({JobId{1}, Progress{Phase::Hub, 2, 2, ""}});
    auto paused = statusOf(1, RunState::Running);
    paused.waitingAfter = Phase::Hub;
    bridge.jobChanged(paused);
    QTRY_COMPARE(diary.lines.size(), 4);
    QCOMPARE(diary.lines,
             QStringList({"state running", "samples 1", "progress 2", "state running"}));
}

void TestJobBridge::thinsProgressButNotSamples() {
    JobBridge bridge;
    Diary diary(bridge);
    bridge.jobChanged(statusOf(1, RunState::Running));
    for (int i = 1; i <= 1000; ++i) {
        bridge.jobReported({JobId{1}, Progress{Phase::FineTune, i, 1000, ""}});
        bridge.jobReported({JobId{1}, MetricSample{"loss.batch", i, 0.5, ""}});
    }
    QTRY_COMPARE(diary.lines.size(), 3);
    QCOMPARE(diary.lines, QStringList({"state running", "samples 1000", "progress 1000"}));
    QCOMPARE(bridge.progressOf(JobId{1})->done, std::int64_t(1000));
}

void TestJobBridge::keepsTheFirstSnapshot() {
    JobBridge bridge;
    Diary diary(bridge);
    bridge.jobChanged(statusOf(1, RunState::Running));
    for (const int step : {0, 1, 2}) {
        bridge.jobReported({JobId{1}, snapshotAt(step)});
    }
    QTRY_VERIFY(diary.lines.contains("snapshots 0 2"));
    bridge.jobReported({JobId{1}, snapshotAt(3)});
    QTRY_VERIFY(diary.lines.contains("snapshots 0 3"));
}

void TestJobBridge::saysNothingAfterTheEnd() {
    JobBridge bridge;
    Diary diary(bridge);
    bridge.jobChanged(statusOf(1, RunState::Running));
    bridge.jobChanged(statusOf(1, RunState::Cancelled));
    QTRY_VERIFY(diary.lines.contains("state cancelled"));
    bridge.jobReported({JobId{1}, Notice{"late", NoticeLevel::Warning}});
    bridge.jobChanged(statusOf(2, RunState::Running));
    bridge.jobReported({JobId{2}, Notice{"other", NoticeLevel::Warning}});
    QTRY_VERIFY(diary.lines.contains("notice other"));
    QVERIFY(!diary.lines.contains("notice late"));
}

void TestJobBridge::forgetsJobsThatEnded() {
    JobBridge bridge;
    QSignalSpy changes(&bridge, &JobBridge::stateChanged);
    bridge.jobChanged(statusOf(1, RunState::Running));
    bridge.jobReported({JobId{1}, Progress{Phase::Hub, 1, 2, ""}});
    bridge.jobChanged(statusOf(2, RunState::Queued));
    QTRY_COMPARE(bridge.jobs().size(), std::size_t(2));
    bridge.jobChanged(statusOf(1, RunState::Done));
    QTRY_COMPARE(bridge.jobs().size(), std::size_t(1));
    QVERIFY(bridge.find(JobId{1}) == nullptr);
    QVERIFY(bridge.find(JobId{2}) != nullptr);
    QVERIFY(!bridge.progressOf(JobId{1}));
    QCOMPARE(changes.count(), 3);
}

void TestJobBridge::tellsOfTheEngine() {
    JobBridge bridge;
    QSignalSpy changed(&bridge, &JobBridge::engineChanged);
    QVERIFY(!bridge.engine());
    bridge.engineLoaded(fail(ErrorCode::NotFound, "no LibTorch"));
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(bridge.engine() && !*bridge.engine());
    QCOMPARE(bridge.engine()->error().detail, std::string("no LibTorch"));
}

void TestJobBridge::takesReportsFromManyThreads() {
    constexpr int kThreads = 4;
    constexpr int kSamples = 5000;
    JobBridge bridge;
    std::size_t arrived = 0;
    int ended = 0;
    connect(&bridge, &JobBridge::sampled, this,
            [&](JobId, const std::vector<MetricSample>& samples) { arrived += samples.size(); });
    connect(&bridge, &JobBridge::stateChanged, this,
            [&](const JobStatus& status) { ended += isTerminal(status.state) ? 1 : 0; });
    {
        std::vector<std::jthread> threads;
        for (std::uint64_t id = 1; id <= kThreads; ++id) {
            threads.emplace_back([&bridge, id] {
                bridge.jobChanged(statusOf(id, RunState::Running));
                for (int i = 0; i < kSamples; ++i) {
                    bridge.jobReported({JobId{id}, MetricSample{"loss.batch", i, 1.0, ""}});
                }
                bridge.jobChanged(statusOf(id, RunState::Done));
            });
        }
        QTRY_COMPARE(ended, kThreads);
    }
    QCOMPARE(arrived, std::size_t(kThreads) * kSamples);
}

TESSERA_TEST(TestJobBridge)
#include "test_job_bridge.moc"
