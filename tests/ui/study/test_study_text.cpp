#include "ui/study/study_text.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::ui;

namespace {

StudyGap gapOf(StudyFinding finding, std::size_t count, double mean) {
    StudyGap gap;
    gap.finding = finding;
    gap.difference.count = count;
    gap.difference.mean = mean;
    if (count > 1) {
        gap.difference.interval = Interval{mean - 0.01, mean + 0.01};
        gap.pHolm = 0.004;
    }
    return gap;
}

} // namespace

class TestStudyText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsSeeds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("seeds");
        QTest::addColumn<QString>("problem"); // a part of it
        const auto row = [](const char* text, const QList<int>& seeds, const char* problem = "") {
            QTest::newRow(text) << text << seeds << problem;
        };
        row("1", {1});
        row("1-5", {1, 2, 3, 4, 5});
        row("1 - 3, 8", {1, 2, 3, 8});
        row("3;1 2", {3, 1, 2});
        row("1\u20133", {1, 2, 3});
        row("0", {0});
        row("", {}, "at least one");
        row("1,1", {}, "Seed 1 stands twice");
        row("1-5, 3", {}, "Seed 3 stands twice");
        row("5-1", {}, "ends before it begins");
        row("1-", {}, "no seed");
        row("a", {}, "no seed");
        row("-1", {}, "no seed");
        row("1.5", {}, "no seed");
        row("1-1000000000000", {}, "more than");
        row("1-900, 901-1800", {}, "more than");
        row("99999999999999999999999", {}, "no seed");
    }
    void readsSeeds() {
        QFETCH(QString, text);
        QFETCH(QList<int>, seeds);
        QFETCH(QString, problem);
        const auto typed = seedsFrom(text);
        QVERIFY2(typed.problem.isEmpty() == problem.isEmpty() && typed.problem.contains(problem),
                 qPrintable(typed.problem));
        QCOMPARE(typed.numbers, std::vector<std::uint64_t>(seeds.begin(), seeds.end()));
    }

    void theLargestSeedIsOne() {
        const auto typed = seedsFrom("18446744073709551615");
        QCOMPARE(typed.problem, QString());
        QCOMPARE(typed.numbers, (std::vector<std::uint64_t>{18446744073709551615ULL}));
    }

    void writesSeedsAsTheyAreRead() {
        const std::vector<std::vector<std::uint64_t>> all = {
            {1}, {1, 2}, {1, 2, 3}, {1, 2, 3, 7, 9, 10}, {5, 4, 3}, {0, 1, 2, 3}};
        for (const auto& seeds : all) {
            QCOMPARE(seedsFrom(seedsText(seeds)).numbers, seeds);
        }
        QCOMPARE(seedsText({1, 2, 3, 7, 9, 10}), QString("1-3, 7, 9, 10"));
    }

    void readsListsOfNumbers() {
        QCOMPARE(integersFrom("100, 300", 1, 500).numbers, (std::vector<int>{100, 300}));
        QVERIFY(integersFrom("", 1, 500).problem.isEmpty());
        QVERIFY(integersFrom("501", 1, 500).problem.contains("501"));
        QVERIFY(integersFrom("7 7", 1, 500).problem.contains("twice"));
        QCOMPARE(sharesFrom("0.25, 0.5").numbers, (std::vector<double>{0.25, 0.5}));
        QVERIFY(sharesFrom("1.5").problem.contains("from 0 to 1"));
        QVERIFY(sharesFrom("nan").problem.contains("from 0 to 1"));
        QCOMPARE(sharesFrom(sharesText({0.1, 0.75})).numbers, (std::vector<double>{0.1, 0.75}));
    }

    void saysNoMoreThanTheSeedsDo() {
        QVERIFY(gapText(gapOf(StudyFinding::OneSeed, 1, 0.031)).contains("no interval over seeds"));
        QCOMPARE(gapText(gapOf(StudyFinding::Better, 5, 0.031)),
                 QString("better by 3.1 points [+2.1, +4.1], p = 0.004 (Holm), n = 5"));
        QVERIFY(gapText(gapOf(StudyFinding::NotDistinguishable, 5, 0.004))
                    .startsWith("not distinguishable"));
        QCOMPARE(gapText({}), QString("not measured"));
        QCOMPARE(pointsText(std::optional<double>()), QString("\u2014"));
    }

    void namesTheExtent() {
        const StudyExtent extent{20, 3, 5, 1};
        QVERIFY2(extentText(extent).contains("300 run"), qPrintable(extentText(extent)));
        QVERIFY(!extentText(extent).contains("no interval"));
        QVERIFY(extentText({20, 3, 1, 1}).contains("n = 1, no interval over seeds"));
    }
};

TESSERA_TEST(TestStudyText)

#include "test_study_text.moc"
