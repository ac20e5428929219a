#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"

#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

const RunId kShownFirst("20260101-120000-00000001");
const RunId kShownSecond("20260101-120000-00000002");

RunRecord runCalled(const RunId& id) {
    MadeRun made;
    made.id = id.value;
    auto run = madeRunView(made)->record;
    run.artifacts = {{"views", "runs/" + id.value + "/views.safetensors", "", 1}};
    return run;
}

} // namespace

class TestRunViews : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void loadsCurvesAndSnapshots();
    void keepsTheOrderOfTheChoice();
    void aMissingFileLeavesTheCurves();
    void theRunningOneGrows();
    void aPointThatComesAgainIsReplaced();
    void anEndedRunIsReadFromTheStore();
    void itsSnapshotsStayTheSameObjects_data();
    void itsSnapshotsStayTheSameObjects();
    void aReaderThatThrowsIsSaid();
    void anotherFocusClearsTheSelection();
    void aDeletedRunIsNoLongerShown();
};

void TestRunViews::loadsCurvesAndSnapshots() {
    FakeServices fakes;
    const auto made = madeRunView();
    fakes.documents.putSnapshots(fakes.folder() / "runs" / kShownFirst.value / "views.safetensors",
                                 made->snapshots);
    QVERIFY(fakes.openStore({runCalled(kShownFirst)}));
    fakes.store->put(runCalled(kShownFirst), made->samples);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
    const auto view = fakes.services.views.views().front();
    QCOMPARE(view->samples.size(), made->samples.size());
    QVERIFY(view->snapshots.first == made->snapshots.first);
    QCOMPARE(view->record.id, kShownFirst);
}

void TestRunViews::keepsTheOrderOfTheChoice() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kShownFirst), runCalled(kShownSecond)}));
    fakes.services.views.show({kShownSecond, kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(2));
    QCOMPARE(fakes.services.views.views()[0]->record.id, kShownSecond);
    QCOMPARE(fakes.services.views.views()[1]->record.id, kShownFirst);
    std::vector<RunId> many(50, kShownFirst);
    fakes.services.views.show(many);
    QCOMPARE(fakes.services.views.shown().size(), RunViews::kMost);
}

void TestRunViews::aMissingFileLeavesTheCurves() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kShownFirst)}));
    fakes.store->put(runCalled(kShownFirst), madeRunView()->samples);
    QSignalSpy failed(&fakes.services.views, &RunViews::failed);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!fakes.services.views.views().front()->samples.empty());
    QVERIFY(!fakes.services.views.views().front()->snapshots.first);
}

void TestRunViews::theRunningOneGrows() {
    FakeServices fakes;
    QVERIFY(fakes.openStore());
    const auto job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
    fakes.jobs.start(job, kShownFirst);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
    const auto before = fakes.services.views.views().front();
    fakes.jobs.report(job, MetricSample{"loss.total", 2, 0.25, ""});
    fakes.jobs.report(job, MetricSample{"drift.hub", 0, 3.0, ""});
    fakes.jobs.report(job, MetricSample{"loss.total", 1, 0.5, ""});
    QTRY_COMPARE(fakes.services.views.views().front()->samples.size(), std::size_t(3));
    const auto& samples = fakes.services.views.views().front()->samples;
    QCOMPARE(samples[0].series, std::string("drift.hub")); // in the store's order
    QCOMPARE(samples[1].step, std::int64_t(1));
    QVERIFY(before->samples.empty()); // whoever held the old value still has it
    fakes.jobs.report(job, madeRunView()->snapshots.first);
    QTRY_VERIFY(fakes.services.views.views().front()->snapshots.first != nullptr);
}

void TestRunViews::aPointThatComesAgainIsReplaced() {
    FakeServices fakes;
    QVERIFY(fakes.openStore());
    const auto job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
    fakes.jobs.start(job, kShownFirst);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
    for (const double value : {1.0, 2.0}) {
        fakes.jobs.report(job, MetricSample{"drift.hub", 0, value, ""});
        fakes.jobs.report(job, MetricSample{"drift.layer", 0, value, "a>b"});
    }
    QTRY_COMPARE(fakes.services.views.views().front()->samples.size(), std::size_t(2));
    fakes.jobs.report(job, MetricSample{"drift.hub", 0, 3.0, ""});
    const auto hub = [&] { return fakes.services.views.views().front()->samples.front().value; };
    QTRY_COMPARE(*hub(), 3.0);
    QCOMPARE(*fakes.services.views.views().front()->samples.back().value, 2.0);
}

void TestRunViews::anEndedRunIsReadFromTheStore() {
    FakeServices fakes;
    QVERIFY(fakes.openStore());
    const auto job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
    auto live = runCalled(kShownFirst);
    live.state = RunState::Running;
    fakes.store->put(live);
    fakes.jobs.start(job, kShownFirst);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
    fakes.store->put(runCalled(kShownFirst), madeRunView()->samples);
    fakes.jobs.end(job, RunState::Done);
    QTRY_VERIFY(fakes.services.views.views().front()->record.summary.accuracyAfter);
    QTRY_COMPARE(fakes.services.views.views().front()->samples.size(),
                 madeRunView()->samples.size());
}

void TestRunViews::itsSnapshotsStayTheSameObjects_data() {
    QTest::addColumn<int>("epochs"); // of what the file holds
    QTest::addColumn<bool>("same");
    QTest::newRow("the file holds what was shown") << 3 << true;
    QTest::newRow("the file holds a later step") << 4 << false;
}

// Whatever was computed of them, a layout above all, is known by the objects.
void TestRunViews::itsSnapshotsStayTheSameObjects() {
    QFETCH(int, epochs);
    QFETCH(bool, same);
    FakeServices fakes;
    QVERIFY(fakes.openStore());
    const auto job = fakes.jobs.submit({fakes.services.experiment.experiment(), fakes.store, {}});
    auto live = runCalled(kShownFirst);
    live.state = RunState::Running;
    fakes.store->put(live);
    fakes.jobs.start(job, kShownFirst);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(1));
    const auto shown = madeRunView();
    fakes.jobs.report(job, shown->snapshots.first);
    fakes.jobs.report(job, shown->snapshots.last);
    const auto now = [&] { return fakes.services.views.views().front()->snapshots; };
    QTRY_VERIFY(now().last == shown->snapshots.last);
    const auto read = madeRunView({.epochs = epochs});
    fakes.documents.putSnapshots(fakes.folder() / "runs" / kShownFirst.value / "views.safetensors",
                                 read->snapshots);
    fakes.store->put(runCalled(kShownFirst), shown->samples);
    fakes.jobs.end(job, RunState::Done);
    QTRY_VERIFY(fakes.services.views.views().front()->record.summary.accuracyAfter);
    QVERIFY(now().first == (same ? shown : read)->snapshots.first);
    QVERIFY(now().last == (same ? shown : read)->snapshots.last);
}

void TestRunViews::aReaderThatThrowsIsSaid() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kShownFirst)}));
    fakes.documents.snapshotsThrow = true;
    QSignalSpy failed(&fakes.services.views, &RunViews::failed);
    fakes.services.views.show({kShownFirst});
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.front().front().value<Error>();
    QCOMPARE(error.code, ErrorCode::Internal);
    QVERIFY(QString::fromStdString(error.detail).contains("a fake throws"));
}

void TestRunViews::anotherFocusClearsTheSelection() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kShownFirst), runCalled(kShownSecond)}));
    fakes.services.views.show({kShownFirst});
    fakes.services.selection.setSamples({3, 1, 3});
    QCOMPARE(fakes.services.selection.samples(), (std::vector<int>{1, 3}));
    fakes.services.views.show({kShownFirst, kShownSecond});
    QCOMPARE(fakes.services.selection.samples().size(), std::size_t(2));
    fakes.services.views.show({kShownSecond, kShownFirst});
    QVERIFY(fakes.services.selection.samples().empty());
}

void TestRunViews::aDeletedRunIsNoLongerShown() {
    FakeServices fakes;
    QVERIFY(fakes.openStore({runCalled(kShownFirst), runCalled(kShownSecond)}));
    fakes.services.views.show({kShownFirst, kShownSecond});
    QTRY_COMPARE(fakes.services.views.views().size(), std::size_t(2));
    QSignalSpy shown(&fakes.services.views, &RunViews::shownChanged);
    fakes.services.library.remove({kShownFirst});
    QCOMPARE(fakes.services.views.shown(), (std::vector<RunId>{kShownSecond}));
    QCOMPARE(shown.count(), 1);
    QCOMPARE(fakes.services.views.views().size(), std::size_t(1));
}

TESSERA_TEST(TestRunViews)
#include "test_run_views.moc"
