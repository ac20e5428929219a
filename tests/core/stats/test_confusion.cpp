#include "core/api/confusion.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;

namespace {

ItemResults fiveItems() {
    ItemResults items;
    items.classes = 3;
    items.inputsHash = "ab";
    items.labels = {0, 0, 1, 1, 1};
    items.source = {0, 0, 1, 1, 1};
    items.after = {0, 1, 1, 1, 0};
    return items;
}

} // namespace

class TestConfusion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsByTrueClassAndAnswer() {
        const auto items = fiveItems();
        const auto confusion = confusionOf(items, items.after);
        QVERIFY(confusion.has_value());
        QCOMPARE(confusion->counts, (std::vector<std::int64_t>{1, 1, 0, 1, 2, 0, 0, 0, 0}));
        QCOMPARE(confusion->itemsOf(1), std::int64_t(3));
        QCOMPARE(*confusion->share(0, 1), 0.5);
        QVERIFY(!confusion->share(2, 2)); // no items of this class
    }

    void refusesWhatCannotBeCounted_data() {
        QTest::addColumn<int>("classes");
        QTest::addColumn<QList<int>>("answers");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, int classes, const QList<int>& answers,
                            ErrorCode code) {
            QTest::newRow(name) << classes << answers << static_cast<int>(code);
        };
        row("not measured", 3, {}, ErrorCode::InvalidArgument);
        row("too few", 3, {0, 1}, ErrorCode::InvalidArgument);
        row("no class", 0, {0, 0, 0, 0, 0}, ErrorCode::InvalidArgument);
        row("class too large", 3, {0, 0, 1, 1, 3}, ErrorCode::InvalidArgument);
        row("negative class", 3, {0, 0, 1, 1, -1}, ErrorCode::InvalidArgument);
        row("label too large", 1, {0, 0, 0, 0, 0}, ErrorCode::InvalidArgument);
        row("too many classes", Confusion::kMostClasses + 1, {0, 0, 1, 1, 1},
            ErrorCode::Unsupported);
    }
    void refusesWhatCannotBeCounted() {
        QFETCH(int, classes);
        QFETCH(QList<int>, answers);
        QFETCH(int, code);
        auto items = fiveItems();
        items.classes = classes;
        const auto confusion = confusionOf(items, ItemAnswers(answers.begin(), answers.end()));
        QVERIFY(!confusion.has_value());
        QCOMPARE(static_cast<int>(confusion.error().code), code);
    }

    void comparesAnswersToTheSameItems() {
        const auto items = fiveItems();
        const auto compared = compareAnswers(items, items.source, items, items.after);
        QVERIFY(compared.has_value());
        QCOMPARE(compared->items, std::int64_t(5));
        QCOMPARE(compared->onlyFirst, std::int64_t(2));
        QCOMPARE(compared->onlySecond, std::int64_t(0));
        QCOMPARE(compared->pValue, 0.5); // two of two: 2 (1/2)^2
    }

    void doesNotCompareAnswersToOtherItems() {
        const auto items = fiveItems();
        auto others = items;
        others.inputsHash = "cd";
        QVERIFY(!compareAnswers(items, items.source, others, others.after));
        others = items;
        others.labels.back() = 0;
        QVERIFY(!compareAnswers(items, items.source, others, others.after));
        QVERIFY(!compareAnswers(items, items.source, items, items.before)); // not measured
    }
};

TESSERA_TEST(TestConfusion)
#include "test_confusion.moc"
