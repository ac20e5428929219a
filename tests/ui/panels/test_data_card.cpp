#include "ui/panels/data_card.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/data_descriptions.h"
#include "tests/ui/support/fake_services.h"
#include "ui/panels/data_import_dialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Outcome = Result<std::shared_ptr<const DataDescription>>;

// A card as Setup has it.
class ShownCard {
public:
    ShownCard() {
        fakes.jobs.onDescribeData = [](const DataSpec& spec, const Watch&) -> Outcome {
            return spec.file == "/data/bad.csv"
                       ? fail(ErrorCode::Corrupt, "line 3 is ragged; mend it")
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
    // The dialog is answered as soon as it has read what it shows.
    void answer(Consent consent, const std::filesystem::path& file) {
        fakes.dialogs.forms.push_back([this, consent, file](QDialog& dialog) {
            if (!file.empty()) {
                fakes.dialogs.files = {file};
                dialog.findChild<QPushButton*>("dataImport.chooseFile")->click();
            }
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
        ShownCard shown;
        shown.answer(Consent::Yes, "/data/cats.csv");
        shown.pick("data.name", "*own*");
        QTRY_VERIFY(shown.spec().file == "/data/cats.csv");
        QCOMPARE(shown.spec().name, std::string("cats"));
        QVERIFY(shown.summary().contains("cats.csv") && shown.summary().contains("9 sample"));
        QVERIFY(shown.card->problems().isEmpty());
        shown.fakes.services.undo.setup().undo();
        QCOMPARE(shown.spec().name, std::string("digits"));
        QVERIFY(shown.spec().file.empty());
        QVERIFY(shown.summary().contains("10 classes"));
        shown.fakes.services.undo.setup().redo();
        QTRY_VERIFY(shown.summary().contains("9 sample"));
    }

    void leavesThingsAsTheyAre() {
        ShownCard shown;
        const auto before = shown.spec();
        shown.answer(Consent::No, "/data/cats.csv");
        shown.pick("data.name", "*own*");
        QTRY_COMPARE(shown.fakes.dialogs.forms.size(), std::size_t(0));
        QVERIFY(shown.spec() == before);
        QCOMPARE(shown.page.findChild<QComboBox*>("data.name")->currentData().toString(),
                 QString("digits"));
        QVERIFY(!shown.fakes.services.undo.setup().canUndo());
    }

    void looksIntoABuiltInSet() {
        ShownCard shown;
        shown.answer(Consent::Yes, {});
        shown.page.findChild<QPushButton*>("data.inspect")->click();
        QVERIFY(shown.spec().file.empty());
        QCOMPARE(shown.spec().name, std::string("digits"));
        QVERIFY(!shown.fakes.services.undo.setup().canUndo()); // nothing was set
    }

    void saysWhatIsWrongWithAFile() {
        ShownCard shown;
        shown.fakes.services.experiment.change({}, "x", [](Experiment& e) {
            e.data = {};
            e.data.file = "/data/bad.csv";
        });
        QTRY_VERIFY(shown.card->problems().join(' ').contains("line 3"));
        QVERIFY(!shown.fakes.services.experiment.problems().empty()); // and it cannot be run
        shown.pick("data.name", "digits");
        QVERIFY(shown.card->problems().isEmpty());
        QVERIFY(shown.spec().file.empty());
    }

    void setsShiftAndTask() {
        ShownCard shown;
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
};

TESSERA_TEST(TestDataCard)
#include "test_data_card.moc"
