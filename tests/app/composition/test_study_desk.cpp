#include "app/composition/study_desk.h"

#include "app/composition/documents.h"
#include "app/composition/job_service.h"
#include "app/composition/run_services.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <optional>
#include <vector>

using namespace tessera;
using namespace tessera::test;

namespace {

namespace fs = std::filesystem;

constexpr std::chrono::seconds kStudyPatience{240};

// Lets a test wait for the engine and for the end of a job.
class Ends : public JobObserver {
public:
    void engineLoaded(const Result<EngineReport>& report) override {
        const std::lock_guard lock(m_mutex);
        m_engine = report;
        m_news.notify_all();
    }
    void jobChanged(const JobStatus& status) override {
        const std::lock_guard lock(m_mutex);
        if (isTerminal(status.state)) {
            m_ends.push_back(status);
            m_news.notify_all();
        }
    }
    void jobReported(const JobReport& report) override {
        const std::lock_guard lock(m_mutex);
        m_steps += std::holds_alternative<StudyStep>(report.what) ? 1 : 0;
    }

    std::optional<Result<EngineReport>> engine() {
        std::unique_lock lock(m_mutex);
        m_news.wait_for(lock, kStudyPatience, [this] { return m_engine.has_value(); });
        return m_engine;
    }
    std::optional<JobStatus> endOf(JobId job) {
        std::unique_lock lock(m_mutex);
        std::optional<JobStatus> end;
        m_news.wait_for(lock, kStudyPatience, [&] {
            for (const auto& status : m_ends) {
                if (status.id == job) {
                    end = status;
                }
            }
            return end.has_value();
        });
        return end;
    }
    int steps() {
        const std::lock_guard lock(m_mutex);
        return m_steps;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_news;
    std::optional<Result<EngineReport>> m_engine;
    std::vector<JobStatus> m_ends;
    int m_steps = 0;
};

NetworkSpec tinyNetwork(int width) {
    ArchitectureSpec architecture;
    architecture.family = ArchitectureId("mlp");
    architecture.width = width;
    architecture.depth = 1;
    NetworkSpec network;
    network.architecture = architecture;
    return network;
}

// One pair, two seeds, a second of work; the last method needs a receiver that has learned, and
// this one has not.
StudySpec tinyStudy(const StudyDesk& desk) {
    auto study = desk.defaultStudy();
    study.name = "tiny";
    study.base.source.train.epochs = 1;
    study.base.data.splits = {100, 60, 40, 50};
    study.base.transfer.epochs = 1;
    study.base.transfer.hub.dim = 32;
    study.base.controls.clear();
    study.sources = {tinyNetwork(16)};
    study.receivers = {tinyNetwork(12)};
    study.methods.clear();
    for (const char* mode : {"A", "none"}) {
        StudyMethod method{mode, study.base.transfer, std::nullopt};
        method.transfer.mode = ModeId(mode);
        study.methods.push_back(method);
    }
    StudyMethod method{"A that diverges", study.base.transfer, std::nullopt};
    method.transfer.rate = 1e30;
    study.methods.push_back(method);
    study.seeds = {1, 2};
    return study;
}

} // namespace

class TestStudyDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void presetsAreGood();
    void keepsRecipes();
    void namesEveryRunThatIsLeftOut();
    void executesAStudy();
};

void TestStudyDesk::presetsAreGood() {
    const auto desk = app::makeStudyDesk();
    Catalog catalog;
    for (const char* id : {"none", "A", "kd", "supervised"}) {
        ModeEntry mode;
        mode.id = id;
        mode.parameters = {"epochs"};
        catalog.modes.push_back(mode);
    }
    std::vector<StudySpec> all = {desk->defaultStudy()};
    for (const auto& task : desk->benchmarkTasks()) {
        for (const auto length : {StudyLength::Quick, StudyLength::Full}) {
            all.push_back(desk->benchmark(task, length, catalog));
        }
    }
    QVERIFY(all.size() >= 5);
    for (const auto& study : all) {
        QVERIFY2(desk->problemsOf(study).empty(), study.name.c_str());
        const auto read = desk->parse(desk->text(study));
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QVERIFY2(*read == study, study.name.c_str());
        QCOMPARE(desk->jobOf(study)->cells.size(), desk->extentOf(study).runs());
        QCOMPARE(desk->usualMethod(study).substr(0, 1), std::string("A"));
    }
}

void TestStudyDesk::keepsRecipes() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const auto desk = app::makeStudyDesk();
    QVERIFY(desk->keptStudies(root).empty());
    const auto missing = desk->keptStudy(root, "tiny");
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    const auto study = tinyStudy(*desk);
    QVERIFY(desk->keep(root, study));
    QCOMPARE(desk->keptStudies(root), std::vector<std::string>{"tiny"});
    const auto kept = desk->keptStudy(root, "tiny");
    QVERIFY(kept && *kept == study);
    QVERIFY(fs::exists(root / "studies" / "tiny.study.json")); // where the command line looks
}

// What ended and is in no figure is told with its reason: failed, without an accuracy, or repeated.
void TestStudyDesk::namesEveryRunThatIsLeftOut() {
    const auto desk = app::makeStudyDesk();
    const auto study = tinyStudy(*desk);
    const auto job = desk->jobOf(study);
    std::vector<RunRecord> runs;
    const auto add = [&](std::size_t cell, const char* id, RunState state) -> RunRecord& {
        auto& run = runs.emplace_back();
        run.id = RunId(id);
        run.study = study.name;
        run.experiment = job->cells[cell].experiment;
        run.state = state;
        return run;
    };
    add(0, "repeated", RunState::Done).summary.accuracyAfter = 0.5;
    add(0, "counts", RunState::Done).summary.accuracyAfter = 0.6;
    add(1, "unmeasured", RunState::Done);
    add(2, "failed", RunState::Failed).failure = "the loss is not finite";
    const auto overview = desk->overview(study, runs, "A");
    QVERIFY(overview);
    QCOMPARE(overview->failed, std::size_t(1));
    QCOMPARE(overview->failures.size(), std::size_t(3));
    QCOMPARE(overview->failures[0].run, RunId("failed"));
    QCOMPARE(overview->failures[1].run, RunId("unmeasured"));
    QCOMPARE(overview->failures[1].reason, std::string("has no accuracy"));
    QCOMPARE(overview->failures[2].run, RunId("repeated"));
    QCOMPARE(overview->failures[2].method, std::size_t(0));
    QCOMPARE(overview->failures[2].seed, study.seeds.front());
    QVERIFY(overview->failures[2].reason.find("counts") != std::string::npos);
    add(0, "interrupted", RunState::Interrupted);
    add(0, "foreign", RunState::Done).experiment.seed = 4711;
    add(0, "of another study", RunState::Done).study = "another one";
    const QTemporaryDir folder;
    for (const auto kind :
         {StudyReportKind::Page, StudyReportKind::Tables, StudyReportKind::Numbers}) {
        const auto report = desk->report(kind, study, runs, "A", {}, folder.path().toStdString());
        QVERIFY(report);
        for (const char* id : {"repeated", "counts", "unmeasured", "interrupted", "foreign"}) {
            QVERIFY2(report->find(id) != std::string::npos, id);
        }
        QVERIFY(report->find("3 runs of the study are left out") != std::string::npos);
        QVERIFY(report->find("of another study") == std::string::npos);
    }
}

void TestStudyDesk::executesAStudy() {
    const QTemporaryDir folder;
    const fs::path root = folder.path().toStdString();
    const auto desk = app::makeStudyDesk();
    const auto documents = app::makeDocuments();
    const auto tokens = app::makeTokenWriter();
    const auto opened = documents->openStore(root / "runs.tessera.db");
    QVERIFY(opened);
    Ends ends;
    const auto service = app::makeJobService(ends, *tokens);
    const auto engine = ends.engine();
    QVERIFY(engine && engine->has_value());

    const auto study = tinyStudy(*desk);
    JobRequest request;
    request.experiment = study.base;
    request.experiment.name = study.name;
    request.store = opened->store;
    request.folder = opened->folder;
    request.study = desk->jobOf(study);
    const auto end = ends.endOf(service->submit(request));
    QVERIFY(end);
    QVERIFY2(end->state == RunState::Done, end->failure ? end->failure->detail.c_str() : "");
    QCOMPARE(ends.steps(), 6);

    const auto runs = opened->store->list();
    QVERIFY(runs);
    const auto overview = desk->overview(study, *runs, "A");
    QVERIFY2(overview, overview ? "" : overview.error().detail.c_str());
    QCOMPARE(overview->asked, std::size_t(6));
    QCOMPARE(overview->done, std::size_t(4));
    QCOMPARE(overview->failed, std::size_t(2));
    QCOMPARE(overview->waiting(), std::size_t(0));
    QCOMPARE(overview->methods, (std::vector<std::string>{"A", "none", "A that diverges"}));
    QCOMPARE(overview->rows.size(), std::size_t(3));
    const auto& first = overview->rows.front();
    QCOMPARE(first.after.count, std::size_t(2));
    QVERIFY(first.after.interval.has_value());
    QCOMPARE(first.runs.size(), std::size_t(2));
    const auto& second = overview->rows[1];
    QVERIFY(second.gap.has_value());
    QCOMPARE(second.gap->difference.count, std::size_t(2));
    QCOMPARE(*second.gap->difference.mean, *first.after.mean - *second.after.mean);
    QVERIFY(!overview->rows[2].after.mean);
    QCOMPARE(overview->failures.size(), std::size_t(2));
    QVERIFY(!overview->failures.front().reason.empty());
    QCOMPARE(overview->averages.size(), std::size_t(2));
    QVERIFY(!overview->rivals.empty());
    QVERIFY(!desk->overview(study, *runs, "kd"));

    // Nothing that is done is done again.
    const auto again = ends.endOf(service->submit(request));
    QVERIFY(again && again->state == RunState::Done);
    QCOMPARE(ends.steps(), 8); // what failed has been tried anew
    const auto later = opened->store->list();
    QVERIFY(later);
    QCOMPARE(later->size(), runs->size() + 2);

    for (const auto& [kind, part] : {std::pair{StudyReportKind::Page, "<html"},
                                     std::pair{StudyReportKind::Tables, "\\toprule"},
                                     std::pair{StudyReportKind::Numbers, "part,"}}) {
        const auto text =
            desk->report(kind, study, *later, "A", (*engine)->catalog, opened->folder);
        QVERIFY2(text, text ? "" : text.error().detail.c_str());
        QVERIFY2(text->find(part) != std::string::npos, text->substr(0, 200).c_str());
    }
}

TESSERA_TEST(TestStudyDesk)

#include "test_study_desk.moc"
