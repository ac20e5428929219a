#include "tests/support/test_registry.h"
#include "tests/ui/plots/plot_fixture.h"
#include "ui/widgets/plot_frame.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tessera;
using namespace tessera::test;

class TestPlotFrame : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsTheValuesInstead_data() { frames(); }
    void showsTheValuesInstead() {
        QFETCH(QString, id);
        ui::PlotFrame frame(*ui::findPlot(id), m_world.context);
        frame.setRuns({madeRunView()});
        frame.show();
        auto* table = frame.findChild<QTableView*>(id + ".values");
        auto* button = frame.findChild<QToolButton*>(id + ".table");
        QVERIFY(frame.plot()->isVisible());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(table->isVisible() && !frame.plot()->isVisible());
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()),
                 frame.plot()->table().rows.size());
        // It follows the run while it is shown.
        frame.setRuns({madeRunView({.samples = 3, .epochs = 9, .id = "other"})});
        QCOMPARE(static_cast<std::size_t>(table->model()->rowCount()),
                 frame.plot()->table().rows.size());
        QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(frame.plot()->isVisible());
    }

    void everyControlHasAName_data() { frames(); }
    void everyControlHasAName() {
        QFETCH(QString, id);
        ui::PlotFrame frame(*ui::findPlot(id), m_world.context);
        int count = 0;
        for (auto* widget : frame.findChildren<QWidget*>()) {
            const bool control = widget->inherits("QAbstractButton") ||
                                 widget->inherits("QComboBox") || widget->inherits("QTableView");
            if (!control || widget->objectName().startsWith("qt_") ||
                widget->inherits("QTableCornerButton")) {
                continue;
            }
            ++count;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
        QVERIFY(count >= 5);
        for (auto* button : frame.findChildren<QToolButton*>()) {
            QVERIFY(!button->toolTip().isEmpty());
            QVERIFY2(!button->icon().isNull(), qPrintable(button->objectName()));
        }
    }

    void tabFollowsReading_data() { frames(); }
    void tabFollowsReading() {
        QFETCH(QString, id);
        QTest::failOnWarning(QRegularExpression("setTabOrder"));
        QWidget window;
        auto* layout = new QVBoxLayout(&window);
        auto* before = new QPushButton("before", &window);
        auto* frame = new ui::PlotFrame(*ui::findPlot(id), m_world.context, &window);
        auto* after = new QPushButton("after", &window);
        for (QWidget* part : {static_cast<QWidget*>(before), static_cast<QWidget*>(frame),
                              static_cast<QWidget*>(after)}) {
            layout->addWidget(part);
        }
        frame->setRuns({madeRunView()});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QStringList expected;
        for (const char* button : {".table", ".reset-zoom", ".copy", ".export"}) {
            expected << id + button;
        }
        if (auto* controls = frame->plot()->controls()) {
            for (auto* picker : controls->findChildren<QWidget*>()) {
                const bool isPicker =
                    picker->inherits("QComboBox") || picker->inherits("QCheckBox");
                expected << (isPicker ? QStringList{picker->objectName()} : QStringList{});
            }
        }
        expected << "canvas";
        QStringList met;
        before->setFocus();
        for (int step = 0; step < 20 && QApplication::focusWidget() != after; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            met << QApplication::focusWidget()->objectName();
        }
        QCOMPARE(met.mid(0, met.size() - 1), expected);
        // And back, the same way.
        QStringList back;
        for (int step = 0; step < 20 && QApplication::focusWidget() != before; ++step) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab);
            back.prepend(QApplication::focusWidget()->objectName());
        }
        QCOMPARE(back.mid(1), expected);
    }

    void readoutIsShown() {
        ui::PlotFrame frame(*ui::findPlot("curve.loss"), m_world.context);
        Q_EMIT frame.plot()->readoutChanged("epoch 2: 0.5");
        QCOMPARE(frame.findChild<QLabel*>("curve.loss.readout")->text(), "epoch 2: 0.5");
    }

    void exportIsAskedFor() {
        ui::PlotFrame frame(*ui::findPlot("curve.loss"), m_world.context);
        QSignalSpy asked(&frame, &ui::PlotFrame::exportRequested);
        QTest::mouseClick(frame.findChild<QToolButton*>("curve.loss.export"), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().value<ui::Plot*>(), frame.plot());
    }

    void copiesThePicture() {
        ui::PlotFrame frame(*ui::findPlot("hub-space"), m_world.context);
        frame.setRuns({madeRunView()});
        QTest::mouseClick(frame.findChild<QToolButton*>("hub-space.copy"), Qt::LeftButton);
        const auto image = QApplication::clipboard()->image();
        QVERIFY(image.width() >= 720);
        QVERIFY(coloursIn(image) > 2);
    }

private:
    static void frames() {
        QTest::addColumn<QString>("id");
        for (const auto& entry : ui::plotCatalog()) {
            QTest::addRow("%s", entry.id) << QString(entry.id);
        }
    }
    PlotWorld m_world;
};

TESSERA_TEST(TestPlotFrame)
#include "test_plot_frame.moc"
