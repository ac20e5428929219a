#include "ui/panels/data_card.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/data_descriptions.h"
#include "tests/ui/support/fake_services.h"
#include "ui/panels/data_import_dialog.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <thread>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Outcome = Result<std::shared_ptr<const DataDescription>>;

// A card as Setup has it.
class ShownDataCard {
public:
    ShownDataCard() {
        fakes.jobs.onDescribeData = [](const DataSpec& spec, const Watch&) -> Outcome {
            return spec.file == "/data/bad.csv"
                       ? fail(ErrorCode::Corrupt, "bad.csv: line 3 is ragged.")
                       : Outcome(madeTable());
        };
        card = new DataCard(fakes.services, &page);
        (new QVBoxLayout(&page))->addWidget(card);
        QObject::connect(&fakes.services.experiment, &ExperimentDocument::problemsChanged, card,
                         &DataCard::refresh);
        auto report = madeEngineReport();
        report.catalog.shifts = {{"noise", ""}, {"blur", ""}};
        report.catalog.tasks = {{"permuted", ""}, {"other", ""}};
        fakes.jobs.loadEngine(report);
        ready = QTest::qWaitFor([this] { return fakes.services.bridge.engine().has_value(); });
        card->setCatalog(report.catalog);
        page.show();
    }

    const DataSpec& spec() { return fakes.services.experiment.experiment().data; }
    QString summary() { return page.findChild<QLabel*>("card.data.summary")->text(); }
    void pick(const char* name, const QString& choice) {
        auto* box = page.findChild<QComboBox*>(name);
        box->setCurrentIndex(box->findData(choice));
        Q_EMIT box->activated(box->currentIndex());
    }
    QComboBox* sets() { return page.findChild<QComboBox*>("data.name"); }
    // A file or a folder is chosen, and the dialog is answered as soon as it has read that.
    void answer(Consent consent, const std::filesystem::path& file) {
        if (!file.empty()) {
            fakes.dialogs.files = {file};
        }
        fakes.dialogs.forms.push_back([consent](QDialog& dialog) {
            auto* accept = dialog.findChild<QPushButton*>("dataImport.accept");
            return QTest::qWaitFor([&] { return accept->isEnabled(); }) ? consent : Consent::No;
        });
    }

    FakeServices fakes;
    QWidget page;
    DataCard* card = nullptr;
    bool ready = false;
};

} // namespace

class TestDataCard : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesAFile() {
        ShownDataCard shown;
        shown.answer(Consent::Yes, "/data/cats.csv");
        shown.fakes.services.experiment.change({}, "x", [](Experiment& e) {
            e.data.splits.test = 7;
            e.data.shift.kind = "blur";
        });
        shown.pick("data.name", "*file*");
        QTRY_VERIFY(shown.spec().file == "/data/cats.csv");
        QCOMPARE(shown.spec().name, std::string("cats"));
        QVERIFY(shown.spec().splits.isDefault()); // those of other data
        QCOMPARE(shown.spec().shift.kind, std::string("blur"));
        QCOMPARE(shown.sets()->currentText(), QString("cats.csv"));
        QVERIFY(shown.summary().contains("cats.csv") && shown.summary().contains("9 sample"));
        QVERIFY(shown.card->problems().isEmpty());
        shown.fakes.services.undo.setup().undo();
        QCOMPARE(shown.spec().name, std::string("digits"));
        QVERIFY(shown.spec().file.empty());
        QVERIFY(shown.summary().contains("10 classes"));
        shown.fakes.services.undo.setup().redo();
        QTRY_VERIFY(shown.summary().contains("9 sample"));
        shown.pick("data.name", "*chosen*"); // that is there already
        QVERIFY(shown.spec().file == "/data/cats.csv");
        QVERIFY(!shown.fakes.services.undo.setup().canRedo());
    }

    void takesAFolder() {
        ShownDataCard shown;
        shown.answer(Consent::Yes, "/data/pets/");
        shown.pick("data.name", "*folder*");
        QTRY_COMPARE(shown.spec().name, std::string("pets"));
        QVERIFY(shown.fakes.dialogs.questions.front().contains("folder"));
    }

    void leavesThingsAsTheyAre_data() {
        QTest::addColumn<QString>("choice");
        QTest::addColumn<bool>("chosen");
        QTest::newRow("file, not accepted") << "*file*" << true;
        QTest::newRow("folder, not accepted") << "*folder*" << true;
        QTest::newRow("no file") << "*file*" << false;
        QTest::newRow("no folder") << "*folder*" << false;
    }
    void leavesThingsAsTheyAre() {
        QFETCH(QString, choice);
        QFETCH(bool, chosen);
        ShownDataCard shown;
        const auto before = shown.spec();
        if (chosen) {
            shown.answer(Consent::No, "/data/cats.csv");
        }
        shown.pick("data.name", choice);
        QTRY_COMPARE(shown.fakes.dialogs.questions.size(), chosen ? 2 : 1);
        QCOMPARE(shown.fakes.dialogs.forms.size(), std::size_t(0));
        QVERIFY(shown.spec() == before);
        QCOMPARE(shown.sets()->currentData().toString(), QString("digits"));
        QVERIFY(!shown.fakes.services.undo.setup().canUndo());
    }

    void byKeysAlone() {
        ShownDataCard shown;
        QVERIFY(QTest::qWaitForWindowExposed(&shown.page));
        shown.answer(Consent::Yes, "/data/pets");
        auto* box = shown.sets();
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space); // opens the list
        QTRY_VERIFY(box->view()->isVisible());
        QTest::keyClick(box->view(), Qt::Key_End);
        QTest::keyClick(box->view(), Qt::Key_Return);
        QTRY_COMPARE(shown.spec().name, std::string("pets"));
        QTest::keyClick(box, Qt::Key_Tab);
        auto* inspect = shown.page.focusWidget();
        QCOMPARE(inspect->objectName(), QString("data.inspect"));
        shown.answer(Consent::No, {});
        QTest::keyClick(inspect, Qt::Key_Space);
        QCOMPARE(shown.fakes.dialogs.questions.size(), 3);
    }

    void tellsHowFarTheReadingIs() {
        ShownDataCard shown;
        shown.fakes.jobs.onDescribeData = [](const DataSpec&, const Watch& watch) -> Outcome {
            watch.progress()(2, 5);
            while (!watch.stopRequested()) {
                std::this_thread::yield();
            }
            return nullptr;
        };
        shown.fakes.services.experiment.change(
            {}, "x", [](Experiment& e) { e.data.file = "/data/slow.csv"; });
        QTRY_VERIFY2(shown.summary().contains("40%"), qPrintable(shown.summary()));
        QVERIFY(shown.summary().contains("slow.csv"));
        shown.pick("data.name", "digits");
        QVERIFY(shown.summary().contains("10 classes"));
    }

    void looksIntoABuiltInSet() {
        ShownDataCard shown;
        shown.answer(Consent::Yes, {});
        shown.page.findChild<QPushButton*>("data.inspect")->click();
        QVERIFY(shown.spec().file.empty());
        QCOMPARE(shown.spec().name, std::string("digits"));
        QVERIFY(!shown.fakes.services.undo.setup().canUndo()); // nothing was set
    }

    void saysWhatIsWrongWithAFile() {
        ShownDataCard shown;
        shown.fakes.services.experiment.change({}, "x", [](Experiment& e) {
            e.data = {};
            e.data.file = "/data/bad.csv";
        });
        QTRY_VERIFY(shown.card->problems().join(' ').contains("line 3"));
        QCOMPARE(shown.card->problems().join(' ').count("bad.csv"), 1);
        QVERIFY(!shown.card->problems().join(' ').contains(".."));
        QVERIFY(shown.card->problems().join(' ').contains("Look into the data")); // the way out
        QVERIFY(!shown.fakes.services.experiment.problems().empty()); // and it cannot be run
        shown.pick("data.name", "digits");
        QVERIFY(shown.card->problems().isEmpty());
        QVERIFY(shown.spec().file.empty());
    }

    // Another experiment with the same bad file is as bad.
    void saysItAgainAfterReverting() {
        ShownDataCard shown;
        Experiment bad = shown.fakes.services.experiment.experiment();
        bad.data = {};
        bad.data.file = "/data/bad.csv";
        for (int i = 0; i < 2; ++i) {
            shown.fakes.services.experiment.adopt(bad, "/x/bad.tessera.json");
            QTRY_VERIFY(shown.card->problems().join(' ').contains("line 3"));
            QTRY_VERIFY(!shown.fakes.services.experiment.problems().empty());
        }
    }

    void setsShiftAndTask() {
        ShownDataCard shown;
        const auto visible = [&](const char* name) {
            return shown.page.findChild<QWidget*>(name)->isVisibleTo(&shown.page);
        };
        shown.page.findChild<QToolButton*>("card.data.more")->click();
        QVERIFY(!visible("data.shift.strength") && !visible("data.task.strength"));
        shown.pick("data.shift", "blur");
        QCOMPARE(shown.spec().shift.kind, std::string("blur"));
        QVERIFY(visible("data.shift.strength"));
        auto* strength = shown.page.findChild<QLineEdit*>("data.shift.strength");
        strength->clear();
        strength->insert("0.25");
        Q_EMIT strength->textEdited("0.25");
        QCOMPARE(shown.spec().shift.strength, 0.25);
        strength->setText("2");
        Q_EMIT strength->textEdited("2");
        QVERIFY(shown.card->problems().join(' ').contains("from 0 to 1"));
        shown.pick("data.task", "permuted");
        QVERIFY(visible("data.task.strength") && !visible("data.task.data"));
        shown.pick("data.task", "other");
        QVERIFY(!visible("data.task.strength") && visible("data.task.data"));
    }

    void previewsTheShift() {
        ShownDataCard shown;
        shown.pick("data.shift", "blur");
        shown.fakes.dialogs.forms.push_back([](QDialog& dialog) {
            dialog.findChild<QSlider*>("dataImport.strength")->setValue(80);
            auto* accept = dialog.findChild<QPushButton*>("dataImport.accept");
            return QTest::qWaitFor([&] { return accept->isEnabled(); }) ? Consent::Yes
                                                                        : Consent::No;
        });
        shown.page.findChild<QPushButton*>("data.shift.preview")->click();
        QCOMPARE(shown.spec().shift.strength, 0.8);
        QCOMPARE(shown.spec().name, std::string("digits"));
        shown.fakes.services.undo.setup().undo();
        QCOMPARE(shown.spec().shift.strength, 0.5);
    }
};

TESSERA_TEST(TestDataCard)
#include "test_data_card.moc"
