#include "tests/support/test_registry.h"
#include "ui/plots/clip_line.h"
#include "ui/plots/few_ticks.h"

#include <QTest>

using namespace tessera;

class TestClipLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clips_data() {
        QTest::addColumn<QLineF>("line");
        QTest::addColumn<QLineF>("expected"); // null: nothing is left
        QTest::newRow("inside") << QLineF(1, 1, 9, 4) << QLineF(1, 1, 9, 4);
        QTest::newRow("across") << QLineF(-5, 5, 15, 5) << QLineF(0, 5, 10, 5);
        QTest::newRow("backwards") << QLineF(5, 15, 5, -5) << QLineF(5, 10, 5, 0);
        QTest::newRow("one end out") << QLineF(5, 5, 25, 5) << QLineF(5, 5, 10, 5);
        QTest::newRow("corner to corner") << QLineF(-10, -10, 20, 20) << QLineF(0, 0, 10, 10);
        QTest::newRow("beside") << QLineF(-5, 11, 15, 12) << QLineF();
        QTest::newRow("past a corner") << QLineF(-6, 5, 4, 15) << QLineF();
        QTest::newRow("a point outside") << QLineF(11, 11, 11, 11) << QLineF();
    }
    void clips() {
        QFETCH(QLineF, line);
        QFETCH(QLineF, expected);
        const auto part = ui::clippedLine(line, QRectF(0, 0, 10, 10));
        QCOMPARE(part.has_value(), !expected.isNull());
        if (part) {
            QCOMPARE(part->p1(), expected.p1());
            QCOMPARE(part->p2(), expected.p2());
        }
    }

    void ticksAreFewAndRound_data() {
        QTest::addColumn<double>("lower");
        QTest::addColumn<double>("upper");
        QTest::addColumn<bool>("integers");
        QTest::addColumn<QVector<double>>("expected");
        using Ticks = QVector<double>;
        QTest::newRow("percent") << 0.0 << 100.0 << false << Ticks{0, 25, 50, 75, 100};
        QTest::newRow("small") << 0.0 << 0.004 << false << Ticks{0, 0.001, 0.002, 0.003, 0.004};
        QTest::newRow("epochs") << 0.0 << 4.0 << true << Ticks{0, 1, 2, 3, 4};
        QTest::newRow("one epoch") << -0.1 << 1.1 << true << Ticks{0, 1};
        QTest::newRow("many epochs") << 0.0 << 100.0 << true << Ticks{0, 25, 50, 75, 100};
        QTest::newRow("no 2.5 of epochs") << 0.0 << 10.0 << true << Ticks{0, 5, 10};
    }
    void ticksAreFewAndRound() {
        QFETCH(double, lower);
        QFETCH(double, upper);
        QFETCH(bool, integers);
        QFETCH(QVector<double>, expected);
        ui::FewTicks ticker(integers ? ui::FewTicks::Numbers::Integers
                                     : ui::FewTicks::Numbers::Any);
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate({lower, upper}, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
        QCOMPARE(ticks, expected);
        QCOMPARE(labels.size(), ticks.size());
    }

    void extraTickTakesThePlaceOfItsNeighbour() {
        ui::FewTicks ticker(ui::FewTicks::Numbers::Integers);
        ticker.setExtraTick(101.0, "readout");
        QVector<double> ticks;
        QVector<QString> labels;
        ticker.generate({0, 103}, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
        QCOMPARE(ticks, (QVector<double>{0, 50, 101}));
        QCOMPARE(labels.last(), "readout");
        ticker.generate({0, 50}, QLocale::c(), 'g', 6, ticks, nullptr, &labels);
        QVERIFY(!labels.contains("readout")); // out of sight
    }
};

TESSERA_TEST(TestClipLine)
#include "test_clip_line.moc"
