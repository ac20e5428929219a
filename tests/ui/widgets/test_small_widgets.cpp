#include "tests/support/test_registry.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QHeaderView>
#include <QImage>
#include <QPainter>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleFactory>
#include <QStyleOptionHeader>
#include <QTest>

#include <memory>

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

    // --- titles of columns -----------------------------------------------------------------------

    void titlesOfColumnsEndInDots_data() {
        QTest::addColumn<Qt::TextElideMode>("mode");
        QTest::addColumn<Qt::TextElideMode>("drawn");
        QTest::newRow("not said") << Qt::ElideNone << Qt::ElideRight;
        QTest::newRow("at the end") << Qt::ElideRight << Qt::ElideRight;
        QTest::newRow("in the middle") << Qt::ElideMiddle << Qt::ElideMiddle;
    }
    void titlesOfColumnsEndInDots() {
        QFETCH(Qt::TextElideMode, mode);
        QFETCH(Qt::TextElideMode, drawn);
        const ThemeController theme; // sets the style
        QHeaderView header(Qt::Horizontal);
        header.setTextElideMode(mode);
        QStyleOptionHeader option;
        option.initFrom(&header);
        option.rect = {0, 0, 120, 24};
        option.textAlignment = Qt::AlignCenter;
        const auto draw = [&](const QStyle& style, const QString& text) {
            QImage image(option.rect.size(), QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            painter.setFont(header.font());
            option.text = text;
            style.drawControl(QStyle::CE_HeaderLabel, &option, &painter, &header);
            return image;
        };
        const std::unique_ptr<QStyle> fusion(QStyleFactory::create("Fusion"));
        const auto& style = *QApplication::style();
        const QString text = "95-%-Intervall \u00fcber Startwerte und noch mehr";
        const auto cut = QFontMetrics(header.font()).elidedText(text, drawn, option.rect.width());
        QVERIFY(cut.contains(QChar(0x2026)));
        QVERIFY(draw(style, text) == draw(*fusion, cut));
        QVERIFY(draw(style, text) != draw(*fusion, text)); // else there was no need
        QVERIFY(draw(style, "short") == draw(*fusion, "short"));
    }
};

TESSERA_TEST(TestSmallWidgets)
#include "test_small_widgets.moc"
