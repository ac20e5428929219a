#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_records.h"
#include "ui/models/runs_filter.h"
#include "ui/models/runs_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

std::vector<RunRecord> someRuns() {
    auto first = madeRecord(1, "Alpha", 0.90);
    first.tags = {"paper", "table 2"};
    first.starred = true;
    auto second = madeRecord(2, "beta", 0.70);
    second.state = RunState::Failed;
    second.note = "alpha was better";
    auto third = madeRecord(3, "Gamma", std::nullopt);
    third.state = RunState::Interrupted;
    third.sourceLabel = "conv 32d/3L";
    third.tags = {"star"};
    auto fourth = madeRecord(4, "delta", 0.80);
    fourth.experiment.data.name = "token-mean";
    return {first, second, third, fourth};
}

// First letters of the names that are left, in order.
QString letters(const RunsFilter& filter) {
    QString text;
    for (int row = 0; row < filter.rowCount(); ++row) {
        text += filter.index(row, RunsModel::Name).data().toString().at(0).toLower();
    }
    return text;
}

} // namespace

class TestRunsFilter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsRuns_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        QTest::newRow("nothing asked") << ""
                                       << "abgd";
        QTest::newRow("blanks") << "   "
                                << "abgd";
        QTest::newRow("name or note, any case") << "ALPHA"
                                                << "ab";
        QTest::newRow("all words") << "alpha better"
                                   << "b";
        QTest::newRow("network") << "conv"
                                 << "g";
        QTest::newRow("receiver") << "lstm"
                                  << "abgd";
        QTest::newRow("data") << "token-mean"
                              << "d";
        QTest::newRow("state as a word") << "failed"
                                         << "b";
        QTest::newRow("state") << "state:failed"
                               << "b";
        QTest::newRow("state, beginning") << "state:inter"
                                          << "g";
        QTest::newRow("state, not in the name") << "state:alpha"
                                                << "";
        QTest::newRow("tag") << "tag:paper"
                             << "a";
        QTest::newRow("tag, not in the note") << "tag:better"
                                              << "";
        QTest::newRow("any tag") << "tag:"
                                 << "ag";
        QTest::newRow("tag with a blank") << "tag:\"table 2\""
                                          << "a";
        QTest::newRow("star") << "star"
                              << "a";
        QTest::newRow("star and tag") << "star tag:paper"
                                      << "a";
        QTest::newRow("the word star") << "\"star\""
                                       << "g";
        QTest::newRow("words that belong together") << "\"was better\""
                                                    << "b";
        QTest::newRow("wrong order") << "\"better was\""
                                     << "";
        QTest::newRow("open quote") << "\"was bet"
                                    << "b";
        QTest::newRow("id") << "0000004"
                            << "d";
        QTest::newRow("nothing found") << "omega"
                                       << "";
    }
    void findsRuns() {
        QFETCH(QString, text);
        QFETCH(QString, found);
        FakeServices fake;
        QVERIFY(fake.openStore(someRuns()));
        RunsModel model(fake.services.library);
        RunsFilter filter(model);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.setText(text);
        QCOMPARE(letters(filter), found);
        QCOMPARE(filter.text(), text);
        filter.setText({});
        QCOMPARE(letters(filter), "abgd");
    }

    void sortsWithTheUnmeasuredLast_data() {
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("ascending");
        QTest::addColumn<QString>("descending");
        QTest::newRow("accuracy") << int(RunsModel::Accuracy) << "bdag"
                                  << "adbg";
        QTest::newRow("interval") << int(RunsModel::Interval) << "bdag"
                                  << "adbg";
        QTest::newRow("name, any case") << int(RunsModel::Name) << "abdg"
                                        << "gdba";
        QTest::newRow("started") << int(RunsModel::Started) << "abgd"
                                 << "dgba";
        QTest::newRow("seed") << int(RunsModel::Seed) << "abgd"
                              << "dgba";
        QTest::newRow("note") << int(RunsModel::Note) << "bagd"
                              << "bagd";
        QTest::newRow("tags") << int(RunsModel::Tags) << "agbd"
                              << "gabd";
    }
    void sortsWithTheUnmeasuredLast() {
        QFETCH(int, column);
        QFETCH(QString, ascending);
        QFETCH(QString, descending);
        FakeServices fake;
        QVERIFY(fake.openStore(someRuns()));
        RunsModel model(fake.services.library);
        RunsFilter filter(model);
        filter.sort(column, Qt::AscendingOrder);
        QCOMPARE(letters(filter), ascending);
        filter.sort(column, Qt::DescendingOrder);
        QCOMPARE(letters(filter), descending);
    }

    void keepsFilteringAndSortingWhenRunsChange() {
        FakeServices fake;
        QVERIFY(fake.openStore(someRuns()));
        RunsModel model(fake.services.library);
        RunsFilter filter(model);
        const QAbstractItemModelTester tester(
            &filter, QAbstractItemModelTester::FailureReportingMode::Fatal);
        filter.sort(RunsModel::Accuracy, Qt::DescendingOrder);
        filter.setText("state:done");
        QCOMPARE(letters(filter), "ad");
        auto mended = someRuns()[1];
        mended.state = RunState::Done;
        mended.summary.accuracyAfter = 0.85;
        fake.store->put(mended);
        fake.store->put(madeRecord(5, "epsilon", 0.95));
        QVERIFY(fake.refreshed());
        QCOMPARE(letters(filter), "eabd");
        fake.store->forget(runId(1));
        QVERIFY(fake.refreshed());
        QCOMPARE(letters(filter), "ebd");
    }

    void explainsItself() {
        for (const auto* word : {"state:failed", "tag:paper", "star"}) {
            QVERIFY(RunsFilter::help().contains(QLatin1String(word)));
        }
    }
};

TESSERA_TEST(TestRunsFilter)

#include "test_runs_filter.moc"
