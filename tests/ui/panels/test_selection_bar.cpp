#include "ui/panels/selection_bar.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"

#include <QLabel>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// The bar over a made run that the store knows.
struct ShownBar {
    explicit ShownBar(const MadeRun& made = {}) : run(madeRunView(made)) {
        isOpen = fakes.openStore({run->record});
        bar.setRun(run);
    }

    [[nodiscard]] QString text() const {
        return bar.findChild<QLabel*>("view.selection.text")->text();
    }
    [[nodiscard]] QToolButton& button(const char* id) const {
        return *bar.findChild<QToolButton*>(QString("view.selection.%1").arg(id));
    }
    // Null: there is no such entry.
    [[nodiscard]] QAction* entry(const QString& begin) const {
        auto* menu = button("choose").menu();
        Q_EMIT menu->aboutToShow();
        QList<QAction*> all = menu->actions();
        for (auto* action : menu->actions()) {
            if (action->menu() != nullptr) {
                all += action->menu()->actions();
            }
        }
        const auto found = std::find_if(all.begin(), all.end(), [&](const QAction* action) {
            return action->text().startsWith(begin);
        });
        return found != all.end() ? *found : nullptr;
    }
    [[nodiscard]] const std::vector<int>& chosen() const {
        return fakes.services.selection.samples();
    }
    [[nodiscard]] std::vector<SavedSelection> kept() const {
        return fakes.store->list().value().front().selections;
    }

    FakeServices fakes;
    RunViewPtr run;
    bool isOpen = false;
    SelectionBar bar{fakes.services, "view"};
};

} // namespace

class TestSelectionBar : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isHiddenWithoutSamples() {
        MadeRun made;
        made.samples = 0;
        ShownBar shown(made);
        QVERIFY(shown.isOpen);
        QVERIFY(shown.bar.isHidden());
        shown.bar.setRun(nullptr);
        QVERIFY(shown.bar.isHidden());
        QVERIFY(shown.entry("digit") == nullptr);
    }

    void saysHowManyAreChosen() {
        ShownBar shown;
        QVERIFY(shown.text().startsWith("No samples are chosen"));
        QVERIFY(!shown.button("clear").isEnabled() && !shown.button("save").isEnabled());
        shown.fakes.services.selection.setSamples({1, 4, 5});
        QVERIFY2(shown.text().contains("12"), qPrintable(shown.text()));
        shown.button("clear").click();
        QVERIFY(shown.chosen().empty());
    }

    void choosesByWhatTheNetworksSay() {
        ShownBar shown; // labels i % 3; the receiver says 0 for every fifth
        shown.entry("Wrong in the receiver")->trigger();
        QCOMPARE(shown.chosen(), (std::vector<int>{5, 10}));
        QVERIFY(!shown.entry("Wrong in the source")->isEnabled());
        shown.entry("Source and receiver differ")->trigger();
        QCOMPARE(shown.chosen(), (std::vector<int>{5, 10}));
        shown.entry("digit 2")->trigger();
        QCOMPARE(shown.chosen(), (std::vector<int>{2, 5, 8, 11}));
    }

    void keepsAChoiceWithTheRun() {
        ShownBar shown;
        QVERIFY(shown.isOpen);
        shown.fakes.services.selection.setSamples({3, 7});
        shown.fakes.dialogs.texts.push_back(QString(" hard & odd "));
        shown.button("save").click();
        QTRY_COMPARE(shown.kept().size(), std::size_t{1});
        QCOMPARE(shown.kept().front().name, std::string("hard & odd"));
        QCOMPARE(shown.kept().front().samples, (std::vector<int>{3, 7}));
        shown.fakes.services.selection.clear();
        auto* again = shown.entry("hard && odd (");
        QVERIFY(again != nullptr);
        again->trigger();
        QCOMPARE(shown.chosen(), (std::vector<int>{3, 7}));

        auto* menu = shown.button("choose").menu();
        QAction* removal = nullptr;
        for (auto* action : menu->actions()) {
            if (action->menu() != nullptr) {
                removal = action->menu()->actions().front();
            }
        }
        QVERIFY(removal != nullptr);
        removal->trigger();
        QTRY_VERIFY(shown.kept().empty());
        shown.fakes.services.undo.runs().undo();
        QTRY_COMPARE(shown.kept().size(), std::size_t{1});
    }

    void replacesOneOfTheSameName() {
        ShownBar shown;
        for (const auto& samples : {std::vector<int>{1}, std::vector<int>{2}}) {
            shown.fakes.services.selection.setSamples(samples);
            shown.fakes.dialogs.texts.push_back(QString("same"));
            shown.button("save").click();
            QTRY_VERIFY(!shown.kept().empty() && shown.kept().front().samples == samples);
        }
        QCOMPARE(shown.kept().size(), std::size_t{1});
    }

    void namelessOnesAreNotKept() {
        ShownBar shown;
        shown.fakes.services.selection.setSamples({1});
        shown.fakes.dialogs.texts.push_back(QString("  "));
        shown.button("save").click();
        QVERIFY(shown.fakes.services.undo.runs().count() == 0);
    }

    // Samples that the run does not have, from a file that somebody changed.
    void leavesOutWhatIsNotThere() {
        auto record = madeRunView()->record;
        record.selections = {{"old", {2, 11, 12, 4000}}};
        FakeServices fakes;
        QVERIFY(fakes.openStore({record}));
        SelectionBar bar(fakes.services, "view");
        bar.setRun(madeRunView());
        auto* menu = bar.findChild<QToolButton*>("view.selection.choose")->menu();
        Q_EMIT menu->aboutToShow();
        for (auto* action : menu->actions()) {
            if (action->text().startsWith("old")) {
                action->trigger();
            }
        }
        QCOMPARE(fakes.services.selection.samples(), (std::vector<int>{2, 11}));
    }

    void cannotSaveForARunThatIsNotInTheStore() {
        FakeServices fakes;
        SelectionBar bar(fakes.services, "view");
        bar.setRun(madeRunView());
        fakes.services.selection.setSamples({1});
        auto* save = bar.findChild<QToolButton*>("view.selection.save");
        QVERIFY(!save->isEnabled() && save->toolTip().contains("not in the list"));
    }
};

TESSERA_TEST(TestSelectionBar)

#include "test_selection_bar.moc"
