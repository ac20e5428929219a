#include "app/composition/job_service.h"

#include "app/composition/documents.h"
#include "app/composition/run_services.h"
#include "app/composition/token_desk.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>
#include <vector>

using namespace tessera;
using namespace tessera::test;

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kPatience{120};

// Keeps what it is told and lets a test wait for it.
class Told : public JobObserver {
public:
    void engineLoaded(const Result<EngineReport>& report) override {
        const std::lock_guard lock(m_mutex);
        m_engine = report;
        m_news.notify_all();
    }
    void jobChanged(const JobStatus& status) override {
        const std::lock_guard lock(m_mutex);
        m_states.push_back(status);
        m_news.notify_all();
    }
    void jobReported(const JobReport& report) override {
        const std::lock_guard lock(m_mutex);
        m_snapshots += std::holds_alternative<SnapshotPtr>(report.what) ? 1 : 0;
    }

    std::optional<Result<EngineReport>> engine() {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, kPatience, [this] { return m_engine.has_value(); });
        return m_engine;
    }
    std::optional<JobStatus> endOf(JobId job) {
        std::unique_lock lock(m_mutex);
        std::optional<JobStatus> end;
        m_news.wait_for(lock, kPatience, [&] {
            for (const auto& status : m_states) {
                if (status.id == job && isTerminal(status.state)) {
                    end = status;
                }
            }
            return end.has_value();
        });
        return end;
    }
    int snapshots() {
        const std::lock_guard lock(m_mutex);
        return m_snapshots;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::optional<Result<EngineReport>> m_engine;
    std::vector<JobStatus> m_states;
    int m_snapshots = 0;
};

// A second of work.
Experiment quick(Documents& documents) {
    auto experiment = documents.defaultExperiment();
    experiment.source.network.architecture->width = 16;
    experiment.source.train.epochs = 1;
    experiment.receiver.network.architecture->width = 12;
    experiment.data.splits = {100, 60, 40, 50};
    experiment.transfer.epochs = 1;
    experiment.transfer.hub.dim = 32;
    experiment.controls.clear();
    return experiment;
}

} // namespace

// The real engine behind the real service; the runner's own tests are in tests/core/session.
class TestJobService : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void runsAnExperiment() {
        const QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto documents = app::makeDocuments();
        const auto tokens = app::makeTokenWriter();
        const auto opened = documents->openStore(root / "runs.tessera.db");
        QVERIFY(opened);
        Told told;
        const auto service = app::makeJobService(told, *tokens);
        const auto engine = told.engine();
        QVERIFY(engine && engine->has_value());
        QVERIFY(!(*engine)->catalog.datasets.empty());

        const auto experiment = quick(*documents);
        const auto checked = service->check(experiment);
        QVERIFY(checked && *checked);
        auto wrong = experiment;
        wrong.data.name = "letters";
        const auto refused = service->check(wrong);
        QVERIFY(refused && !*refused);

        const auto job = service->submit({experiment, opened->store, opened->folder});
        const auto end = told.endOf(job);
        QVERIFY(end);
        QVERIFY2(end->state == RunState::Done, end->failure ? end->failure->detail.c_str() : "");
        QCOMPARE(told.snapshots(), 3); // before, one epoch, readout
        const auto run = opened->store->get(*end->run);
        QVERIFY(run);
        QCOMPARE(run->sourceLabel, std::string("mlp 16d/4L"));
        std::map<std::string, fs::path> files;
        for (const auto& artifact : run->artifacts) {
            files[artifact.kind] = opened->folder / artifact.path;
        }
        QVERIFY(files.contains("token") && files.contains("views"));
        const auto desk = app::makeTokenDesk(root / "trusted.json");
        const auto token = desk->examine(files["token"], {});
        QVERIFY(token && token->content);
        QCOMPARE(token->content->formatName, std::string("TBF 1.1"));
        const auto views = documents->readSnapshots(files["views"]);
        QVERIFY2(views, views ? "" : views.error().detail.c_str());
        QCOMPARE(views->first->step, std::int64_t{0});
        QCOMPARE(views->last->step, std::int64_t{2});
        QCOMPARE(views->last->samples->size(), std::int64_t{40});
    }
};

TESSERA_TEST(TestJobService)

#include "test_job_service.moc"
