#include "ui/study/study_form.h"

#include "tests/support/test_registry.h"
#include "tests/ui/study/shown_study.h"
#include "ui/study/study_document.h"
#include "ui/study/study_edits.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

// A document and its fields.
struct Form {
    Form() {
        fakes.jobs.loadEngine(madeStudyEngine());
        ready = QTest::qWaitFor([this] { return fakes.bridge.engine().has_value(); });
        form.show();
    }
    [[nodiscard]] const StudySpec& study() const { return document.study(); }
    template <class T>
    T* find(const QString& name) {
        auto* found = form.findChild<T*>(name);
        if (found == nullptr) {
            qFatal("there is no %s", qPrintable(name));
        }
        return found;
    }
    void type(const QString& name, const QString& text) {
        auto* edit = find<QLineEdit>(name);
        edit->clear();
        if (text.isEmpty()) {
            QTest::keyClicks(edit, " ");
            QTest::keyClick(edit, Qt::Key_Backspace);
        } else {
            QTest::keyClicks(edit, text);
        }
    }

    FakeServices fakes;
    StudyDocument document{fakes.services};
    StudyForm form{fakes.services, document};
    bool ready = false;
};

} // namespace

class TestStudyForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void showsARecipe();
    void leavesWhatItShowsAsItIs();
    void typesSeeds();
    void leavesWhoTypesAlone();
    void addsAndRemovesNetworks();
    void sourcesAreReceiversUntilSaidOtherwise();
    void choosesMethodsAndEpochs();
    void keepsMethodsThatNoFieldShows();
    void choosesShifts();
    void listsOfReferenceSizesNeedTheOtherSizes();
    void pairsOfARecipeCanBecomeLists();
    void comesBackInTheNextSession();
};

void TestStudyForm::showsARecipe() {
    Form form;
    auto study = form.fakes.studies.defaultStudy();
    study.name = "mine";
    study.seeds = {1, 2, 3, 9};
    study.methods = {madeStudyMethod("A", 1), madeStudyMethod("A", 5)};
    study.methods[0].label = "A, 1 epoch";
    study.methods[1].label = "A, 5 epochs";
    study.shifts = {{}, {"noise", 0.25}, {"noise", 0.5}};
    study.referenceSizes = {100, 300};
    study.base.data.splits = {600, 597, 200, 400};
    study.base.receiver.state = ReceiverState::Trained;
    form.document.replace(study, {});
    QCOMPARE(form.find<QLineEdit>("study.name")->text(), QString("mine"));
    QCOMPARE(form.find<QLineEdit>("study.seeds")->text(), QString("1-3, 9"));
    QVERIFY(form.find<QCheckBox>("study.method.A")->isChecked());
    QCOMPARE(form.find<QLineEdit>("study.method.A.numbers")->text(), QString("1, 5"));
    QVERIFY(!form.find<QCheckBox>("study.method.kd")->isChecked());
    QVERIFY(!form.find<QLineEdit>("study.method.kd.numbers")->isEnabled());
    QVERIFY(form.find<QCheckBox>("study.unshifted")->isChecked());
    QCOMPARE(form.find<QLineEdit>("study.shift.noise.numbers")->text(), QString("0.25, 0.5"));
    QCOMPARE(form.find<QLineEdit>("study.references")->text(), QString("100, 300"));
    QVERIFY(form.find<QCheckBox>("study.trained")->isChecked());
    QVERIFY(form.find<QCheckBox>("study.skip-same")->isChecked());
    QVERIFY(form.find<QCheckBox>("study.control.untrained_source")->isChecked());
    QCOMPARE(form.find<QComboBox>("study.sources.0.family")->currentData().toString(),
             QString("mlp"));
    QCOMPARE(form.find<QSpinBox>("study.sources.1.width")->value(), 64);
    QCOMPARE(form.find<QComboBox>("study.data")->currentData().toString(), QString("digits"));
}

// Whatever the form shows, and however often, the recipe is the one that was opened.
void TestStudyForm::leavesWhatItShowsAsItIs() {
    Form form;
    std::vector<StudySpec> all = {
        form.fakes.studies.defaultStudy(),
        form.fakes.studies.benchmark("token-mean", StudyLength::Full, {})};
    auto rich = all.front();
    rich.methods[1].transfer.temperature = 1.0;
    rich.methods[1].label = "kd, cold";
    rich.methods.push_back(madeStudyMethod("unheard-of"));
    rich.shifts = {{"blur", 0.3}, {}, {"noise", 1.0}};
    rich.seeds = {7, 3, 5};
    rich.sources.front().file = "nets/teacher.safetensors";
    rich.base.transfer.rate = 0.5;
    all.push_back(rich);
    auto pairs = all.front();
    pairs.pairs = {{pairs.sources[0], pairs.sources[1]}};
    pairs.sources.clear();
    pairs.receivers.clear();
    all.push_back(pairs);
    for (const auto& study : all) {
        form.document.replace(study, {});
        form.fakes.jobs.loadEngine(madeStudyEngine()); // which fills the form anew
        QTest::qWait(20);
        QVERIFY(form.study() == study);
        QVERIFY(!form.document.isModified());
    }
}

void TestStudyForm::typesSeeds() {
    Form form;
    form.type("study.seeds", "1-5, 8");
    QCOMPARE(form.study().seeds, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 8}));
    QVERIFY(form.document.problems().isEmpty());
    form.type("study.seeds", "1-5, 3");
    QCOMPARE(form.document.problems(), QStringList{"Seed 3 stands twice. Name every seed once."});
    form.type("study.seeds", "");
    QCOMPARE(form.document.problems(), QStringList{"Type at least one seed."});
    form.type("study.seeds", "4");
    QVERIFY(form.document.problems().isEmpty());
    QCOMPARE(form.study().seeds, (std::vector<std::uint64_t>{4}));
}

void TestStudyForm::leavesWhoTypesAlone() {
    Form form;
    form.type("study.seeds", "1-");
    QCOMPARE(form.find<QLineEdit>("study.seeds")->text(), QString("1-"));
    form.find<QCheckBox>("study.skip-same")->click(); // something else changes
    QCOMPARE(form.find<QLineEdit>("study.seeds")->text(), QString("1-"));
    QVERIFY(!form.document.problems().isEmpty());
    form.document.replace(form.fakes.studies.defaultStudy(), {});
    QCOMPARE(form.find<QLineEdit>("study.seeds")->text(), QString("1-3"));
    QVERIFY(form.document.problems().isEmpty());
}

void TestStudyForm::addsAndRemovesNetworks() {
    Form form;
    form.find<QToolButton>("study.sources.add")->click();
    QCOMPARE(form.study().sources.size(), std::size_t(3));
    QVERIFY(form.study().sources[2] != form.study().sources[1]);
    form.find<QSpinBox>("study.sources.2.width")->setValue(48);
    QCOMPARE(form.study().sources[2].architecture->width, 48);
    form.find<QToolButton>("study.sources.0.remove")->click();
    QCOMPARE(form.study().sources.size(), std::size_t(2));
    QCOMPARE(form.study().sources[1].architecture->width, 48);
    QCOMPARE(form.find<QSpinBox>("study.sources.1.width")->value(), 48);
    form.find<QToolButton>("study.sources.1.remove")->click();
    form.find<QToolButton>("study.sources.0.remove")->click();
    QVERIFY(form.study().sources.empty());
    form.find<QToolButton>("study.sources.add")->click();
    QCOMPARE(form.study().sources.size(), std::size_t(1));
}

void TestStudyForm::sourcesAreReceiversUntilSaidOtherwise() {
    Form form;
    auto* same = form.find<QCheckBox>("study.same-networks");
    QVERIFY(same->isChecked());
    form.find<QToolButton>("study.sources.add")->click();
    QCOMPARE(form.study().receivers, form.study().sources);
    QVERIFY(form.find<QWidget>("study.receivers")->isHidden());
    same->click();
    QVERIFY(!form.find<QWidget>("study.receivers")->isHidden());
    form.find<QToolButton>("study.receivers.0.remove")->click();
    QCOMPARE(form.study().receivers.size(), form.study().sources.size() - 1);
    same->click();
    QCOMPARE(form.study().receivers, form.study().sources);
}

void TestStudyForm::choosesMethodsAndEpochs() {
    Form form;
    form.find<QCheckBox>("study.method.none")->click();
    QCOMPARE(form.study().methods.size(), std::size_t(3));
    QCOMPARE(form.study().methods[2].label, std::string("none"));
    QVERIFY(form.study().methods[2].controls && form.study().methods[2].controls->empty());
    form.type("study.method.A.numbers", "1, 3");
    QCOMPARE(plainEpochs(form.study(), ModeId("A")), (std::vector<int>{1, 3}));
    QCOMPARE(form.study().methods[0].label, std::string("A, 1 epoch"));
    QCOMPARE(form.study().methods[1].label, std::string("A, 3 epochs"));
    QVERIFY(!form.study().methods[0].controls); // the study's
    form.type("study.method.A.numbers", "3");
    QCOMPARE(form.study().methods[0].label, std::string("A"));
    form.type("study.method.A.numbers", "x");
    QCOMPARE(form.document.problems().size(), 1);
    form.find<QCheckBox>("study.method.A")->click();
    QVERIFY(form.document.problems().isEmpty());
    QVERIFY(plainEpochs(form.study(), ModeId("A")).empty());
    form.find<QCheckBox>("study.method.kd")->click();
    form.find<QCheckBox>("study.method.none")->click();
    QCOMPARE(form.document.problems(), QStringList{"Choose at least one method."});
}

void TestStudyForm::keepsMethodsThatNoFieldShows() {
    Form form;
    auto study = form.fakes.studies.defaultStudy();
    study.methods.push_back(madeStudyMethod("A"));
    study.methods.back().label = "A, cold";
    study.methods.back().transfer.temperature = 1.0;
    form.document.replace(study, {});
    auto* others = form.find<QLabel>("study.other-methods");
    QVERIFY(!others->isHidden());
    QVERIFY(others->text().contains("A, cold"));
    form.type("study.method.A.numbers", "7");
    QCOMPARE(form.study().methods.size(), std::size_t(3));
    QCOMPARE(form.study().methods[0].transfer.epochs, 7);
    QCOMPARE(form.study().methods.back().label, std::string("A, cold"));
    form.find<QPushButton>("study.drop-others")->click();
    QCOMPARE(form.study().methods.size(), std::size_t(2));
    QVERIFY(others->isHidden());
}

void TestStudyForm::choosesShifts() {
    Form form;
    QVERIFY(form.find<QCheckBox>("study.unshifted")->isChecked());
    form.find<QCheckBox>("study.shift.noise")->click();
    form.type("study.shift.noise.numbers", "0.25, 1");
    QCOMPARE(form.study().shifts, (std::vector<ShiftSpec>{{}, {"noise", 0.25}, {"noise", 1.0}}));
    form.find<QCheckBox>("study.unshifted")->click();
    QCOMPARE(form.study().shifts, (std::vector<ShiftSpec>{{"noise", 0.25}, {"noise", 1.0}}));
    form.type("study.shift.noise.numbers", "2");
    QCOMPARE(form.document.problems().size(), 1);
    form.find<QCheckBox>("study.unshifted")->click();
    form.find<QCheckBox>("study.shift.noise")->click();
    QVERIFY(form.study().shifts.empty()); // as at first
    QVERIFY(form.document.problems().isEmpty());
    // A recipe whose runs all have a shift.
    auto study = form.fakes.studies.defaultStudy();
    study.base.data.shift = {"noise", 0.75};
    form.document.replace(study, {});
    QVERIFY(!form.find<QCheckBox>("study.unshifted")->isChecked());
    QCOMPARE(form.find<QLineEdit>("study.shift.noise.numbers")->text(), QString("0.75"));
    form.find<QCheckBox>("study.unshifted")->click();
    QCOMPARE(form.study().shifts, (std::vector<ShiftSpec>{{}, {"noise", 0.75}}));
    form.find<QCheckBox>("study.shift.noise")->click();
    QCOMPARE(form.study().shifts, (std::vector<ShiftSpec>{{}}));
}

void TestStudyForm::listsOfReferenceSizesNeedTheOtherSizes() {
    Form form;
    form.type("study.references", "100, 300");
    QCOMPARE(form.study().referenceSizes, (std::vector<int>{100, 300}));
    QCOMPARE(form.study().base.data.splits.sourceTrain, 600);
    QVERIFY(form.find<QLabel>("study.splits")->text().contains("600"));
}

void TestStudyForm::pairsOfARecipeCanBecomeLists() {
    Form form;
    auto study = form.fakes.studies.defaultStudy();
    study.pairs = {{study.sources[0], study.sources[1]}};
    study.sources.clear();
    study.receivers.clear();
    form.document.replace(study, {});
    QVERIFY(form.find<QWidget>("study.sources")->isHidden());
    form.find<QPushButton>("study.use-lists")->click();
    QVERIFY(form.study().pairs.empty());
    QCOMPARE(form.study().sources.size(), std::size_t(1));
    QCOMPARE(form.study().receivers.size(), std::size_t(1));
    QVERIFY(!form.find<QWidget>("study.receivers")->isHidden());
}

void TestStudyForm::comesBackInTheNextSession() {
    FakeServices fakes;
    StudySpec left;
    {
        StudyDocument document(fakes.services);
        document.change([](StudySpec& study) { study.name = "kept"; });
        left = document.study();
        document.setTypedProblem("seeds", "bad");
        document.change([](StudySpec& study) { study.name = "not complete"; });
    }
    const StudyDocument next(fakes.services);
    QVERIFY(next.study() == left);
    fakes.settings.setValue(setting::kStudy, QString("damaged"));
    const StudyDocument fresh(fakes.services);
    QVERIFY(fresh.study() == fakes.studies.defaultStudy());
}

TESSERA_TEST(TestStudyForm)

#include "test_study_form.moc"
