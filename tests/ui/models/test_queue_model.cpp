#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "ui/models/queue_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// A queue, its model, and a clock that the test turns.
struct Queue {
    Queue() : model(fake.bridge, fake.jobs, [this] { return seconds; }) {}

    JobId submit(const std::string& name) {
        auto experiment = fake.documents.defaultExperiment();
        experiment.name = name;
        return fake.jobs.submit({experiment, fake.store, fake.folder()});
    }
    [[nodiscard]] QString names() const {
        QStringList list;
        for (int row = 0; row < model.rowCount(); ++row) {
            list << model.index(row).data().toString();
        }
        return list.join(QLatin1Char(' '));
    }
    [[nodiscard]] QString stage(int row) const {
        return model.index(row).data(QueueModel::StageRole).toString();
    }

    FakeServices fake;
    double seconds = 100.0;
    QueueModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

} // namespace

class TestQueueModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsJobsFromSubmissionToEnd() {
        Queue queue;
        QCOMPARE(queue.model.rowCount(), 0);
        const auto first = queue.submit("one");
        queue.submit("two");
        QTRY_COMPARE(queue.names(), "one two");
        QVERIFY(queue.stage(0).startsWith("waiting, seed 1, 3 epoch"));
        QVERIFY(!queue.model.index(0).data(QueueModel::FractionRole).isValid());
        QVERIFY(queue.model.index(0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .startsWith("one: waiting"));

        queue.fake.jobs.start(first, RunId("r1"));
        QTRY_COMPARE(queue.stage(0), "Prepare");
        QCOMPARE(queue.model.index(0).data(QueueModel::FractionRole).toDouble(), 0.0);
        queue.seconds = 103.0;
        queue.fake.jobs.report(first, Progress{Phase::Prepare, 50, 100, "training source"});
        QTRY_VERIFY(queue.model.index(0).data(QueueModel::FractionRole).toDouble() > 0.14);
        QCOMPARE(queue.model.index(0).data(QueueModel::TimeRole).toString(),
                 "3 s, about 17 s left");
        QCOMPARE(queue.model.index(0).data(Qt::AccessibleTextRole).toString(),
                 "one: Prepare, 15% done, 3 s, about 17 s left.");

        queue.fake.jobs.report(first, Progress{Phase::FineTune, 1, 2, "fine-tuning"});
        QTRY_COMPARE(queue.stage(0), "Fine-tune");
        queue.fake.jobs.cancel(first);
        QTRY_COMPARE(queue.stage(0), "cancelling");
        queue.fake.jobs.end(first, RunState::Cancelled);
        QTRY_COMPARE(queue.names(), "two");
        QVERIFY(queue.stage(0).startsWith("waiting, seed 1, 3 epoch"));
    }

    // Waiting for a person is no progress: neither the clock nor the estimate goes on.
    void waitingForAPersonTakesNoTime() {
        Queue queue;
        const auto job = queue.submit("one");
        queue.fake.jobs.start(job, RunId("r1"));
        QTRY_COMPARE(queue.stage(0), "Prepare");
        queue.seconds = 103.0;
        queue.fake.jobs.report(job, Progress{Phase::Prepare, 50, 100, "training source"});
        queue.fake.jobs.hold(job, Phase::Hub);
        QTRY_COMPARE(queue.stage(0), "waits for you after Hub");
        const auto time = [&] {
            return queue.model.index(0).data(QueueModel::TimeRole).toString();
        };
        QCOMPARE(time(), "3 s, about 17 s left");
        queue.seconds = 1003.0;
        QCOMPARE(time(), "3 s, about 17 s left");
        queue.fake.jobs.proceed(job);
        QTRY_COMPARE(queue.stage(0), "Prepare");
        QCOMPARE(time(), "3 s, about 17 s left");
        queue.seconds = 1005.0;
        QCOMPARE(time(), "5 s, about 15 s left");
    }

    void movesWhatWaits() {
        Queue queue;
        const auto one = queue.submit("one");
        const auto two = queue.submit("two");
        const auto three = queue.submit("three");
        const auto four = queue.submit("four");
        queue.fake.jobs.start(one, RunId("r1"));
        QTRY_COMPARE(queue.stage(0), "Prepare");
        QCOMPARE(queue.names(), "one two three four");

        QVERIFY(!queue.model.canMove(one, 1));
        QVERIFY(!queue.model.canMove(two, -1)); // not before the one that runs
        QVERIFY(!queue.model.canMove(four, 1));
        QVERIFY(!queue.model.canMove(JobId{99}, 1));

        queue.model.move(four, -1);
        QCOMPARE(queue.names(), "one two four three");
        queue.model.move(two, 1);
        QCOMPARE(queue.names(), "one four two three");
        queue.model.move(two, -2); // impossible
        QCOMPARE(queue.names(), "one four two three");
        QCOMPARE(queue.fake.jobs.waiting(), (std::vector<JobId>{four, two, three}));
    }

    void keepsTheSelectionOfAMovedJob() {
        Queue queue;
        queue.submit("one");
        queue.submit("two");
        const auto three = queue.submit("three");
        QTRY_COMPARE(queue.model.rowCount(), 3);
        const QPersistentModelIndex kept = queue.model.index(2);
        queue.model.move(three, -1);
        QCOMPARE(kept.row(), 1);
        QCOMPARE(kept.data().toString(), "three");
    }

    void followsJobsThatWereThereBefore() {
        FakeServices fake;
        auto experiment = fake.documents.defaultExperiment();
        const auto first = fake.jobs.submit({experiment, fake.store, fake.folder()});
        fake.jobs.submit({experiment, fake.store, fake.folder()});
        fake.jobs.start(first, RunId("r1"));
        QTRY_COMPARE(fake.bridge.jobs().size(), std::size_t(2));
        QueueModel model(fake.bridge, fake.jobs);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.at(0), first);
        QVERIFY(model.index(0).data(QueueModel::FractionRole).isValid());
    }

    // The first run trains the sources: only from the second on there is an estimate.
    void aStudyIsOneJob() {
        Queue queue;
        JobRequest request;
        request.experiment.name = "pairs";
        request.store = queue.fake.store;
        StudyJob study{"pairs", {}};
        study.cells.resize(4);
        for (std::size_t i = 0; i < study.cells.size(); ++i) {
            study.cells[i].index = i;
            study.cells[i].experiment = queue.fake.documents.defaultExperiment();
        }
        request.study = std::make_shared<const StudyJob>(std::move(study));
        const auto job = queue.fake.jobs.submit(request);
        QTRY_COMPARE(queue.names(), "pairs");
        QVERIFY2(queue.stage(0).startsWith("waiting, a study of 4 run"),
                 qPrintable(queue.stage(0)));
        queue.fake.jobs.start(job, RunId("r1"));
        const auto fraction = [&] {
            return queue.model.index(0).data(QueueModel::FractionRole).toDouble();
        };
        const auto time = [&] {
            return queue.model.index(0).data(QueueModel::TimeRole).toString();
        };
        queue.fake.jobs.report(job, StudyStep{0, 0, 4});
        queue.fake.jobs.report(job, Progress{Phase::Controls, 1, 1, "controls"});
        QTRY_COMPARE(queue.stage(0), "run 1 of 4: Controls");
        QCOMPARE(fraction(), 0.25);
        queue.seconds = 112.0;
        queue.fake.jobs.report(job, StudyStep{2, 1, 4});
        QTRY_COMPARE(queue.stage(0), "run 2 of 4: Prepare");
        QCOMPARE(fraction(), 0.25);
        QCOMPARE(time(), "12 s, about 36 s left");
        queue.fake.jobs.report(job, StudyStep{3, 3, 4});
        QTRY_COMPARE(queue.stage(0), "run 4 of 4: Prepare");
        QCOMPARE(fraction(), 0.75);
        QCOMPARE(time(), "12 s, about 4 s left");
    }

    void letsTimeGoOnWithoutReports() {
        Queue queue;
        const auto job = queue.submit("one");
        queue.fake.jobs.start(job, RunId("r1"));
        QTRY_COMPARE(queue.stage(0), "Prepare");
        QSignalSpy changed(&queue.model, &QAbstractItemModel::dataChanged);
        queue.seconds = 142.0;
        QVERIFY(changed.wait());
        QCOMPARE(queue.model.index(0).data(QueueModel::TimeRole).toString(), "42 s");
    }
};

TESSERA_TEST(TestQueueModel)

#include "test_queue_model.moc"
