#include "ui/widgets/notice_bar.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace tessera::ui;
using tessera::test::problemsOf;

class TestNoticeBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(lightTheme().palette()); }

    void isHiddenWithoutMessages() {
        QWidget window;
        NoticeBar bar(&window);
        window.show();
        QVERIFY(!bar.isVisible());
        QCOMPARE(bar.sentence(), "");
        bar.dismiss();
        QCOMPARE(bar.count(), 0);
    }

    void showsTheNewestFirst() {
        NoticeBar bar;
        QSignalSpy counts(&bar, &NoticeBar::countChanged);
        bar.post(MessageLevel::Warning, "First.");
        bar.post(MessageLevel::Error, "Second.", "io: 5");
        QVERIFY(bar.isVisible());
        QCOMPARE(bar.sentence(), "Second.");
        QCOMPARE(bar.findChild<QLabel*>("noticeLevel")->text(), "Error");
        QCOMPARE(bar.findChild<QLabel*>("noticePosition")->text(), "1 of 2");
        QTest::mouseClick(bar.findChild<QToolButton*>("noticeDismiss"), Qt::LeftButton);
        QCOMPARE(bar.sentence(), "First.");
        QCOMPARE(bar.findChild<QLabel*>("noticeLevel")->text(), "Warning");
        QVERIFY(!bar.findChild<QLabel*>("noticePosition")->isVisible());
        bar.dismiss();
        QVERIFY(!bar.isVisible());
        QCOMPARE(counts.count(), 4);
        QCOMPARE(counts.last().at(0).toInt(), 0);
    }

    void saysEverythingOnce() {
        NoticeBar bar;
        bar.post(MessageLevel::Info, "Same.");
        bar.post(MessageLevel::Info, "Same.");
        QCOMPARE(bar.count(), 1);
        bar.post(MessageLevel::Error, "Same.");
        QCOMPARE(bar.count(), 2);
        bar.clear();
        QCOMPARE(bar.count(), 0);
        QVERIFY(!bar.isVisible());
    }

    void aNoteTakesThePlaceOfTheLast() {
        NoticeBar bar;
        bar.post(MessageLevel::Error, "It failed.");
        bar.post(MessageLevel::Info, "Exported to a.pdf.");
        bar.post(MessageLevel::Info, "Exported to b.pdf.");
        QCOMPARE(bar.count(), 2);
        QCOMPARE(bar.sentence(), "Exported to b.pdf.");
        bar.post(MessageLevel::Error, "It failed."); // again: to the front
        QCOMPARE(bar.count(), 2);
        QCOMPARE(bar.sentence(), "It failed.");
    }

    void unfoldsTheDetails() {
        NoticeBar bar;
        auto* toggle = bar.findChild<QToolButton*>("noticeDetails");
        auto* details = bar.findChild<QPlainTextEdit*>("noticeText");
        bar.post(MessageLevel::Error, "It failed.", "Io: no space left");
        bar.post(MessageLevel::Error, "It failed again.", "Io: still none");
        QVERIFY(toggle->isVisible());
        QVERIFY(!details->isVisible());
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(details->isVisible());
        QCOMPARE(details->toPlainText(), "Io: still none");
        bar.dismiss(); // the next begins folded
        QVERIFY(!details->isVisible());
        bar.clear();
        bar.post(MessageLevel::Info, "Nothing more to say.");
        QVERIFY(!toggle->isVisible());
    }

    void copiesSentenceAndDetails() {
        NoticeBar bar;
        bar.post(MessageLevel::Error, "It failed.", "Io: no space left");
        QTest::mouseClick(bar.findChild<QToolButton*>("noticeCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), "It failed.\nIo: no space left");
        bar.clear();
        bar.post(MessageLevel::Info, "Done.");
        QTest::mouseClick(bar.findChild<QToolButton*>("noticeCopy"), Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), "Done.");
    }

    void screenReadersGetTheWholeMessage() {
        NoticeBar bar;
        bar.post(MessageLevel::Warning, "First.");
        const auto name = [&] {
            return QAccessible::queryAccessibleInterface(&bar)->text(QAccessible::Name);
        };
        QCOMPARE(name(), "Warning: First.");
        bar.post(MessageLevel::Info, "Second.");
        QCOMPARE(name(), "Note: Second.");
        bar.dismiss();
        QCOMPARE(name(), "Warning: First.");
    }

    void symbolFollowsThePalette() {
        NoticeBar bar;
        bar.post(MessageLevel::Error, "It failed.");
        auto* symbol = bar.findChild<QLabel*>("noticeSymbol");
        const auto light = symbol->pixmap().toImage();
        QVERIFY(!light.isNull());
        QApplication::setPalette(darkTheme().palette());
        QTRY_VERIFY(symbol->pixmap().toImage() != light);
        QApplication::setPalette(lightTheme().palette());
        QTRY_COMPARE(symbol->pixmap().toImage(), light);
    }

    void everyLevelHasWordAndIcon() {
        QStringList seen;
        for (const auto level : {MessageLevel::Info, MessageLevel::Warning, MessageLevel::Error}) {
            QVERIFY(iconNames().contains(levelIcon(level)));
            QVERIFY(!levelText(level).isEmpty());
            seen << levelIcon(level) << levelText(level);
        }
        seen.removeDuplicates();
        QCOMPARE(seen.size(), 6);
    }

    void fitsAndIsComplete() {
        for (const auto* theme : {&lightTheme(), &darkTheme()}) {
            QApplication::setPalette(theme->palette());
            NoticeBar bar;
            bar.post(MessageLevel::Error,
                     "The file could not be read, since it is damaged in its second block.", "x");
            bar.post(MessageLevel::Info, "More.");
            bar.findChild<QToolButton*>("noticeDetails")->setChecked(true);
            bar.resize(560, bar.heightForWidth(560));
            QTRY_COMPARE(problemsOf(&bar).join('\n'), QString());
        }
        QApplication::setPalette(lightTheme().palette());
    }
};

TESSERA_TEST(TestNoticeBar)
#include "test_notice_bar.moc"
