#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"

using namespace tessera;
using namespace tessera::test;

using Runs = std::vector<RunId>;

class TestComparedRuns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areTheAddedOnesAndThenTheChosenOnes() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a"), madeRecord(2, "b"), madeRecord(3, "c")}));
        auto& compared = fake.services.compared;
        QSignalSpy changed(&compared, &ui::ComparedRuns::changed);
        compared.setChosen({runId(1), runId(2)});
        QCOMPARE(compared.runs(), (Runs{runId(1), runId(2)}));
        compared.add({runId(2), runId(3), runId(2)});
        QCOMPARE(compared.runs(), (Runs{runId(2), runId(3), runId(1)}));
        compared.setChosen({runId(3)});
        QCOMPARE(compared.runs(), (Runs{runId(2), runId(3)}));
        QCOMPARE(changed.count(), 3);
        compared.setChosen({}); // added already
        QCOMPARE(changed.count(), 3);
        compared.clearAdded();
        QVERIFY(compared.runs().empty());
    }

    void followTheViews() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a"), madeRecord(2, "b")}));
        fake.services.views.show({runId(2), runId(1)});
        QCOMPARE(fake.services.compared.runs(), (Runs{runId(2), runId(1)}));
    }

    void loseWhatIsDeleted() {
        FakeServices fake;
        QVERIFY(fake.openStore({madeRecord(1, "a"), madeRecord(2, "b")}));
        auto& compared = fake.services.compared;
        compared.add({runId(1), RunId("unknown")});
        compared.setChosen({runId(2)});
        fake.services.library.remove({runId(1)});
        QCOMPARE(compared.runs(), Runs{runId(2)});
        QVERIFY(compared.added().empty());
    }

    // The views show fewer than can be compared.
    void areMoreThanTheViewsShow() {
        FakeServices fake;
        std::vector<RunRecord> records;
        Runs all;
        for (int i = 0; i < 20; ++i) {
            auto record = madeRecord(1, "run");
            record.id = RunId("run-" + std::to_string(i));
            records.push_back(record);
            all.push_back(record.id);
        }
        QVERIFY(fake.openStore(records));
        fake.services.views.show(all);
        QCOMPARE(fake.services.views.shown().size(), ui::RunViews::kMost);
        fake.services.compared.setChosen(all);
        QCOMPARE(fake.services.compared.runs(), all);
    }
};

TESSERA_TEST(TestComparedRuns)
#include "test_compared_runs.moc"
