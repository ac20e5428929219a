#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/queue_panel.h"
#include "ui/widgets/empty_state.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

struct ShownQueuePanel {
    ShownQueuePanel() {
        panel.resize(320, 300);
        panel.show();
        list = panel.findChild<QListView*>("queue.list");
        empty = panel.findChild<EmptyState*>("queue.empty");
    }

    JobId submit(const std::string& name) {
        auto experiment = fake.documents.defaultExperiment();
        experiment.name = name;
        return fake.jobs.submit({experiment, fake.store, fake.folder()});
    }
    [[nodiscard]] QString names() const {
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            names << list->model()->index(row, 0).data().toString();
        }
        return names.join(QLatin1Char(' '));
    }
    [[nodiscard]] QToolButton* button(const char* name) const {
        return panel.findChild<QToolButton*>(QLatin1String(name) + QLatin1String(".button"));
    }
    void choose(int row) const {
        list->setFocus();
        list->setCurrentIndex(list->model()->index(row, 0));
    }

    FakeServices fake;
    QueuePanel panel{fake.services};
    QListView* list = nullptr;
    EmptyState* empty = nullptr;
};

} // namespace

class TestQueuePanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForARunWhileItIsEmpty() {
        ShownQueuePanel s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.panel));
        QVERIFY(s.empty->isVisible());
        QSignalSpy run(&s.panel, &QueuePanel::runRequested);
        QTest::keyClick(s.empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(run.count(), 1);
        const auto job = s.submit("one");
        QTRY_VERIFY(s.list->isVisible());
        QVERIFY(s.list->currentIndex().isValid()); // keys work at once
        s.fake.jobs.cancel(job);
        QTRY_VERIFY(s.empty->isVisible());
        QVERIFY(!s.button("queue.cancel")->isVisible());
    }

    void cancelsByKeyboard() {
        ShownQueuePanel s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.panel));
        const auto one = s.submit("one");
        const auto two = s.submit("two");
        s.fake.jobs.start(one, RunId("r1"));
        QTRY_COMPARE(s.names(), "one two");
        s.choose(1);
        QTest::keyClick(s.list, Qt::Key_Delete);
        QTRY_COMPARE(s.names(), "one");
        QCOMPARE(s.fake.jobs.status(two).state, RunState::Cancelled);
        QVERIFY(s.fake.dialogs.questions.isEmpty()); // what waits has cost nothing

        s.choose(0);
        s.fake.dialogs.consent = Consent::No;
        QTest::keyClick(s.list, Qt::Key_Delete);
        QCOMPARE(s.fake.jobs.status(one).state, RunState::Running);
        s.fake.dialogs.consent = Consent::Yes;
        QTest::keyClick(s.list, Qt::Key_Delete);
        QCOMPARE(s.fake.jobs.status(one).state, RunState::Cancelling);
        QCOMPARE(s.fake.dialogs.questions.size(), 2);
        QVERIFY(s.fake.dialogs.questions[0].contains("one"));
        QTRY_VERIFY(!s.button("queue.cancel")->isEnabled()); // once is enough
        QTest::keyClick(s.list, Qt::Key_Delete);
        QCOMPARE(s.fake.dialogs.questions.size(), 2);
    }

    void movesByKeyboardAndButtons() {
        ShownQueuePanel s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.panel));
        const auto one = s.submit("one");
        s.submit("two");
        s.submit("three");
        s.fake.jobs.start(one, RunId("r1"));
        QTRY_COMPARE(s.names(), "one two three");
        s.choose(0);
        QVERIFY(!s.button("queue.earlier")->isEnabled());
        QVERIFY(!s.button("queue.later")->isEnabled());
        s.choose(2);
        QTest::keyClick(s.list, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.names(), "one three two");
        QCOMPARE(s.list->currentIndex().row(), 1); // the job stays the current one
        QVERIFY(!s.button("queue.earlier")->isEnabled());
        QTest::keyClick(s.list, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(s.names(), "one two three");
        QTest::mouseClick(s.button("queue.earlier"), Qt::LeftButton);
        QCOMPARE(s.names(), "one three two");
    }

    void isReadableAndNamed() {
        ShownQueuePanel s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.panel));
        QCOMPARE(problemsOf(&s.panel), QStringList());
        const auto one = s.submit("one");
        s.submit("two");
        s.fake.jobs.start(one, RunId("r1"));
        QTRY_COMPARE(s.names(), "one two");
        QCoreApplication::processEvents();
        QCOMPARE(problemsOf(&s.panel), QStringList());
        // The rows as a screen reader has them, and as they are painted.
        const auto row = s.list->model()->index(0, 0);
        QVERIFY(row.data(Qt::AccessibleTextRole).toString().startsWith("one: Prepare, 0% done"));
        QVERIFY(s.list->visualRect(row).height() >= 2 * s.list->fontMetrics().height());
    }

    void letsNobodyMoveWhatHasBegun() {
        ShownQueuePanel s;
        QVERIFY(QTest::qWaitForWindowExposed(&s.panel));
        s.submit("one");
        const auto two = s.submit("two");
        QTRY_COMPARE(s.names(), "one two");
        s.choose(1);
        QVERIFY(s.button("queue.earlier")->isEnabled());
        s.fake.jobs.start(two, RunId("r2"));
        QTRY_COMPARE(s.names(), "two one");
        QVERIFY(!s.button("queue.earlier")->isEnabled());
        QVERIFY(!s.button("queue.later")->isEnabled());
    }
};

TESSERA_TEST(TestQueuePanel)

#include "test_queue_panel.moc"
