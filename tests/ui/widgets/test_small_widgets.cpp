#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace tessera::ui;
using tessera::test::problemsOf;

class TestSmallWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setPalette(lightTheme().palette()); }

    // --- EmptyState ------------------------------------------------------------------------------

    void emptyStateOffersItsButton() {
        EmptyState empty("Run a transfer to see its drift.", "Run");
        empty.resize(300, 200);
        empty.show();
        QCOMPARE(empty.sentence(), "Run a transfer to see its drift.");
        auto* button = empty.findChild<QPushButton*>("emptyButton");
        QSignalSpy activated(&empty, &EmptyState::activated);
        QTest::keyClick(button, Qt::Key_Space);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(activated.count(), 2);
        QCOMPARE(problemsOf(&empty), QStringList());
    }

    void emptyStateWithoutButton() {
        EmptyState empty("There are no runs yet.");
        empty.show();
        QVERIFY(!empty.findChild<QPushButton*>("emptyButton")->isVisible());
        empty.setButtonText("Run");
        QVERIFY(empty.findChild<QPushButton*>("emptyButton")->isVisible());
        QCOMPARE(empty.buttonText(), "Run");
    }

    void emptyStateSaysWhyNot() {
        EmptyState empty("Run a transfer to see its drift.", "Run");
        auto* button = empty.findChild<QPushButton*>("emptyButton");
        empty.setButtonObstacle("A run is under way.");
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), "A run is under way.");
        empty.setButtonObstacle({});
        QVERIFY(button->isEnabled());
        QCOMPARE(button->toolTip(), "");
    }

    void emptyStateWrapsItsSentence() {
        EmptyState empty(QString("A sentence that goes on. ").repeated(6), "Run");
        empty.resize(180, 300);
        empty.show();
        QCOMPARE(problemsOf(&empty), QStringList());
    }

    // --- ElidedLabel -----------------------------------------------------------------------------

    void elidedLabelKeepsTheWholeText() {
        const QString text = "digits mlp 128d/4L > lstm 64d/2L, seed 17";
        ElidedLabel label(text);
        label.resize(label.sizeHint());
        QVERIFY(!label.isElided());
        QCOMPARE(label.toolTip(), "");
        label.resize(label.sizeHint().width() / 2, label.height());
        label.show();
        QVERIFY(label.isElided());
        QCOMPARE(label.text(), text);
        QCOMPARE(label.toolTip(), text);
        label.setText("short");
        QVERIFY(!label.isElided());
        QCOMPARE(label.toolTip(), "");
    }

    void elidedLabelMayShrink() {
        ElidedLabel label("digits mlp 128d/4L > lstm 64d/2L, seed 17");
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width() / 3);
        QVERIFY(label.minimumSizeHint().width() > 0);
        label.setText("ab");
        QCOMPARE(label.minimumSizeHint(), label.sizeHint());
        label.setText("");
        QCOMPARE(label.minimumSizeHint().width(), 0);
    }

    void elidedLabelFollowsTheFont() {
        ElidedLabel label("some words");
        label.resize(label.sizeHint());
        auto font = label.font();
        font.setPointSizeF(font.pointSizeF() * 2);
        label.setFont(font);
        label.show();
        QVERIFY(label.isElided());
        QCOMPARE(label.toolTip(), "some words");
    }

    void elidedLabelDrawsNoMarkup() {
        ElidedLabel label("<b>a & b</b>");
        QCOMPARE(label.sizeHint().width(), label.fontMetrics().horizontalAdvance("<b>a & b</b>"));
    }
};

TESSERA_TEST(TestSmallWidgets)
#include "test_small_widgets.moc"
