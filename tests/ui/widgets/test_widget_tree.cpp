#include "tests/ui/support/widget_tree.h"

#include "tests/support/test_registry.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QFormLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTest>
#include <QVBoxLayout>

#include <cmath>
#include <map>
#include <memory>
#include <vector>

using namespace tessera::test;
using namespace tessera::ui;

namespace {

// A window in which one thing after another can be put wrong.
struct Form {
    QWidget window;
    QLineEdit* name = new QLineEdit;
    QComboBox* choice = new QComboBox;
    QSpinBox* count = new QSpinBox;
    QCheckBox* check = new QCheckBox("Check it");
    QLabel* note = new QLabel("A note");
    QListView* list = new QListView;
    QPushButton* button = new QPushButton("Run");

    Form() {
        auto* form = new QFormLayout;
        form->addRow("&Name", name);
        form->addRow("&Choice", choice);
        form->addRow("C&ount", count);
        choice->addItems({"one", "two"});
        list->setAccessibleName("Runs");
        list->setMinimumHeight(40);
        auto* column = new QVBoxLayout(&window);
        column->addLayout(form);
        column->addWidget(check);
        column->addWidget(note);
        column->addWidget(list);
        column->addWidget(button);
        window.resize(300, 300);
        window.show();
    }
    [[nodiscard]] QString problems() { return problemsOf(&window).join('\n'); }
};

void recolour(QWidget* widget, QPalette::ColorRole role, const QColor& colour) {
    auto palette = widget->palette();
    palette.setColor(role, colour);
    widget->setPalette(palette);
}

} // namespace

class TestWidgetTree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QApplication::setPalette(lightTheme().palette()); }
    void cleanupTestCase() { init(); }

    void aGoodWindowHasNoProblems() {
        for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
            for (const auto* theme : {&lightTheme(), &darkTheme()}) {
                QApplication::setPalette(theme->palette());
                Form form;
                form.window.setLayoutDirection(direction);
                QTRY_COMPARE(form.problems(), QString());
            }
        }
    }

    void mustBeOnShow() {
        Form form;
        form.window.hide();
        QVERIFY(form.problems().contains("not on show"));
    }

    void findsWidgetsWithoutName() {
        Form form;
        form.list->setAccessibleName({});
        QCOMPARE(form.problems(), "QListView: has no name for screen readers");
    }

    void aChosenTextIsNoName() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* combo = new QComboBox;
        combo->addItem("one");
        auto* spin = new QSpinBox;
        auto* tool = new QToolButton;
        auto* edit = new QLineEdit("text");
        auto* area = new QScrollArea;
        for (auto* widget : std::vector<QWidget*>{combo, spin, tool, edit, area}) {
            column->addWidget(widget);
        }
        window.show();
        QCOMPARE(problemsOf(&window).filter("has no name").size(), 5);
        tool->setAccessibleName("Open");
        QCOMPARE(problemsOf(&window).filter("has no name").size(), 4);
    }

    void findsTextsWithoutRoom_data() {
        QTest::addColumn<QString>("which");
        for (const char* which : {"note", "check", "button", "choice", "count", "name"}) {
            QTest::newRow(which) << which;
        }
    }
    void findsTextsWithoutRoom() {
        QFETCH(QString, which);
        const QString text("A text that is much too long for the room that this window has for it");
        Form form;
        form.count->setPrefix(which == "count" ? text : QString());
        form.name->setPlaceholderText(which == "name" ? text : QString());
        form.choice->addItem(which == "choice" ? text : QString("three"));
        form.note->setText(which == "note" ? text : QString());
        form.check->setText(which == "check" ? text : QString("Check it"));
        form.button->setText(which == "button" ? text : QString("Run"));
        for (QWidget* widget : {static_cast<QWidget*>(form.note), static_cast<QWidget*>(form.check),
                                static_cast<QWidget*>(form.button)}) {
            widget->setMaximumWidth(150);
        }
        for (QWidget* widget : {static_cast<QWidget*>(form.count), static_cast<QWidget*>(form.name),
                                static_cast<QWidget*>(form.choice)}) {
            widget->setFixedWidth(120);
        }
        QTRY_VERIFY2(form.problems().contains("pixels for its text"), qPrintable(form.problems()));
        QCOMPARE(form.problems().count('\n'), 0);
    }

    void findsTabsOutOfSight() {
        QTabWidget tabs;
        for (const char* name : {"Activations", "Hub space", "Curves", "Token"}) {
            tabs.addTab(new QWidget, name);
        }
        tabs.resize(600, 100);
        tabs.show();
        QTRY_COMPARE(problemsOf(&tabs), QStringList());
        tabs.setFixedWidth(150);
        QTRY_VERIFY(problemsOf(&tabs).join('\n').contains("QTabBar"));
    }

    // As those of docks: short where there is no room, with the whole text in a tool tip.
    void elidedTabsMayBeShort() {
        QWidget window;
        auto* tabs = new QTabBar(&window);
        tabs->setElideMode(Qt::ElideRight);
        for (const char* name : {"Activations", "Hub space", "Curves over epochs", "Token"}) {
            tabs->setTabToolTip(tabs->addTab(name), name);
        }
        const auto problemsAt = [&](int width) {
            window.resize(width, 60);
            tabs->setGeometry(0, 0, width, 40);
            return problemsOf(&window).join('\n');
        };
        window.show();
        QCOMPARE(problemsAt(600), QString());
        const int whole = tabs->tabRect(0).width();
        QCOMPARE(problemsAt(260), QString());
        QVERIFY(tabs->tabRect(0).width() < whole);
        tabs->setTabToolTip(0, QString());
        QVERIFY(problemsAt(260).contains("Activations"));
        tabs->setTabToolTip(0, "Activations");
        QVERIFY(problemsAt(90).contains("QTabBar")); // not even the beginnings
    }

    void findsLinesThatAreCutOff() {
        QWidget window;
        auto* label =
            new QLabel("One sentence that has to be wrapped, having so little room.", &window);
        label->setWordWrap(true);
        label->setGeometry(0, 0, 100, 20);
        window.show();
        QVERIFY(problemsOf(&window).join('\n').contains("pixels of height"));
    }

    void elidedLabelsMayBeShort() {
        QWidget window;
        auto* label = new ElidedLabel("A text that is longer than this", &window);
        label->setGeometry(0, 0, 60, 20);
        window.show();
        QCOMPARE(problemsOf(&window), QStringList());
    }

    void findsOverlaps() {
        Form form;
        auto* over = new QLabel("x", &form.window);
        over->setGeometry(form.button->geometry());
        over->show();
        QCOMPARE(form.problems(), "QPushButton \"Run\": overlaps QLabel \"x\"");
        over->setProperty(kOverlay, true);
        QCOMPARE(form.problems(), "");
    }

    void findsWhatIsCutOff() {
        Form form;
        auto* outside = new QLabel("x", &form.window);
        outside->setGeometry(form.window.width() - 5, 0, 40, 20);
        outside->show();
        QVERIFY(form.problems().contains("QLabel \"x\": cut off by QWidget"));
    }

    void scrolledWidgetsAreNotCutOff() {
        QScrollArea area;
        auto* tall = new QLabel(QString("line\n").repeated(50));
        area.setWidget(tall);
        area.setAccessibleName("Text");
        area.resize(200, 100);
        area.show();
        QCOMPARE(problemsOf(&area), QStringList());
    }

    void findsFocusThatJumpsBack() {
        Form form;
        QWidget::setTabOrder(form.list, form.name);
        QVERIFY2(form.problems().contains("QLineEdit: Tab goes back to it from QListView"),
                 qPrintable(form.problems()));
    }

    void focusFollowsTheDirection() {
        QWidget window;
        auto* line = new QHBoxLayout(&window);
        auto* first = new QPushButton("First");
        auto* second = new QPushButton("Second");
        line->addWidget(first);
        line->addWidget(second);
        line->addWidget(new QPushButton("Third"));
        window.show();
        QTRY_COMPARE(problemsOf(&window), QStringList());
        window.setLayoutDirection(Qt::RightToLeft);
        QTRY_COMPARE(problemsOf(&window), QStringList());
        QWidget::setTabOrder(second, first);
        QVERIFY(problemsOf(&window).join('\n').contains("Tab goes back"));
    }

    void aColumnMayBeginAtItsTop() {
        QWidget window;
        std::vector<std::unique_ptr<QPushButton>> buttons;
        for (const auto& place : {QRect(0, 0, 90, 30), QRect(0, 200, 90, 30), QRect(100, 0, 90, 30),
                                  QRect(100, 200, 90, 30)}) {
            buttons.push_back(std::make_unique<QPushButton>("x", &window));
            buttons.back()->setGeometry(place);
        }
        window.resize(200, 240);
        window.show();
        QCOMPARE(problemsOf(&window), QStringList());
        QWidget::setTabOrder(buttons[2].get(), buttons[0].get());
        QVERIFY(problemsOf(&window).join('\n').contains("Tab goes back"));
    }

    void findsFaintTexts_data() {
        QTest::addColumn<QString>("which");
        QTest::addColumn<int>("role");
        QTest::newRow("label") << "note" << static_cast<int>(QPalette::WindowText);
        QTest::newRow("button") << "button" << static_cast<int>(QPalette::ButtonText);
        QTest::newRow("check") << "check" << static_cast<int>(QPalette::WindowText);
        QTest::newRow("edit") << "name" << static_cast<int>(QPalette::PlaceholderText);
        QTest::newRow("list") << "list" << static_cast<int>(QPalette::HighlightedText);
        QTest::newRow("combo") << "choice" << static_cast<int>(QPalette::ButtonText);
    }
    void findsFaintTexts() {
        QFETCH(QString, which);
        QFETCH(int, role);
        Form form;
        const std::map<QString, QWidget*> widgets = {
            {"note", form.note}, {"button", form.button}, {"check", form.check},
            {"name", form.name}, {"list", form.list},     {"choice", form.choice}};
        auto* widget = widgets.at(which);
        const auto colour =
            role == QPalette::HighlightedText ? lightTheme().accent.lighter(120) : QColor(0xA0A0A0);
        recolour(widget, static_cast<QPalette::ColorRole>(role), colour);
        QVERIFY2(form.problems().contains("contrast"), qPrintable(form.problems()));
        widget->setEnabled(false);
        QVERIFY(!form.problems().contains("contrast"));
    }

    void knowsTheContrastOfKnownColours() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(std::fabs(contrast(QColor(0x767676), Qt::white) - 4.54) < 0.01);
    }
};

TESSERA_TEST(TestWidgetTree)
#include "test_widget_tree.moc"
