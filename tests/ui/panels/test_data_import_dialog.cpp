#include "ui/panels/data_import_dialog.h"

#include "tests/support/test_registry.h"
#include "tests/ui/support/data_descriptions.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/widget_tree.h"
#include "ui/panels/sample_strip.h"
#include "ui/widgets/translations.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <thread>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

using Outcome = Result<std::shared_ptr<const DataDescription>>;

// An engine that describes what the test wants, and remembers what it was asked.
class FakeReader {
public:
    FakeReader() {
        auto report = madeEngineReport();
        report.catalog.shifts = {{"noise", ""}, {"blur", ""}};
        fakes.jobs.loadEngine(report);
        fakes.jobs.onDescribeData = [this](const DataSpec& spec, const Watch& watch) {
            {
                const std::lock_guard lock(m_mutex);
                m_asked.push_back(spec);
            }
            return answer(spec, watch);
        };
        ready = QTest::qWaitFor([this] { return fakes.services.bridge.engine().has_value(); });
    }
    ~FakeReader() { fakes.services.background.waitForDone(); }

    std::size_t asked() {
        const std::lock_guard lock(m_mutex);
        return m_asked.size();
    }
    DataSpec last() {
        const std::lock_guard lock(m_mutex);
        return m_asked.empty() ? DataSpec{} : m_asked.back();
    }

    FakeServices fakes;
    std::function<Outcome(const DataSpec&, const Watch&)> answer = [](const DataSpec& spec,
                                                                      const Watch&) -> Outcome {
        return spec.shift.kind.empty() ? madeTable() : madeShiftedTable();
    };
    bool ready = false;

private:
    std::mutex m_mutex;
    std::vector<DataSpec> m_asked;
};

DataSpec fileSpec() {
    DataSpec spec;
    spec.file = "/data/cats.csv";
    spec.name = "cats";
    return spec;
}

template <class T>
T* find(QWidget& dialog, const char* name) {
    return dialog.findChild<T*>(QString("dataImport.") + name);
}

QPushButton* accept(QWidget& dialog) {
    return find<QPushButton>(dialog, "accept");
}

void pick(QComboBox* box, const QVariant& data) {
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class TestDataImportDialog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() {
        installTranslations(*qApp, "en");
        QApplication::setPalette(lightTheme().palette());
    }

    void showsWhatIsInTheFile() {
        FakeReader engine;
        QVERIFY(engine.ready);
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QVERIFY(!accept(dialog)->isEnabled());
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(dialog.description() != nullptr);
        const auto summary = dialog.findChild<QLabel*>("dataFacts.summary")->text();
        QVERIFY2(summary.contains("9 sample") && summary.contains("2 class") &&
                     summary.contains("3 left out"),
                 qPrintable(summary));
        QVERIFY(dialog.findChild<QLabel*>("dataFacts.warnings")->text().contains("dog"));
        const auto* classes = dialog.findChild<QTableWidget*>("dataFacts.classes");
        QCOMPARE(classes->rowCount(), 2);
        QCOMPARE(classes->item(1, 0)->text(), QString("dog"));
        QCOMPARE(classes->item(1, 1)->text(), QString("4"));
        const auto* dropped = dialog.findChild<QTableWidget*>("dataFacts.dropped");
        QCOMPARE(dropped->rowCount(), 2); // one listed, two counted
        QCOMPARE(dropped->item(0, 0)->text(), QString("line 17"));
        QVERIFY(dropped->item(1, 0)->text().contains("2"));
        // Every field says what was found, and nothing is set.
        QCOMPARE(find<QComboBox>(dialog, "separator")->currentText(),
                 QString("found out: semicolon"));
        QCOMPARE(find<QComboBox>(dialog, "label")->lineEdit()->placeholderText(),
                 QString("found out: kind"));
        QCOMPARE(find<QSpinBox>(dialog, "height")->text(), QString("found out: 2"));
        QVERIFY(dialog.spec() == fileSpec());
        QVERIFY(!find<QComboBox>(dialog, "inputs")->isVisibleTo(&dialog)); // of archives
    }

    void correctionsAreReadAgain() {
        FakeReader engine;
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        pick(find<QComboBox>(dialog, "separator"), int(Separator::Comma));
        QVERIFY(!accept(dialog)->isEnabled()); // what is shown is not what is set
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(engine.last().reading.separator == Separator::Comma);
        auto* label = find<QComboBox>(dialog, "label");
        QCOMPARE(label->count(), 5);
        label->lineEdit()->setText("a");
        Q_EMIT label->lineEdit()->editingFinished();
        QTRY_COMPARE(engine.last().reading.label, std::string("a"));
        find<QSpinBox>(dialog, "width")->setValue(4);
        QTRY_COMPARE(engine.last().reading.width, 4);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QCOMPARE(dialog.spec().reading.width, 4);
        QCOMPARE(dialog.spec().reading.label, std::string("a"));
    }

    void errorsStandInTheDialog() {
        FakeReader engine;
        engine.answer = [](const DataSpec& spec, const Watch&) -> Outcome {
            return spec.reading.header == HeaderRow::No
                       ? Outcome(madeTable())
                       : fail(ErrorCode::Corrupt, "line 2 opens a quote that is never closed");
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(dialog.problem().contains("line 2"));
        QVERIFY(!accept(dialog)->isEnabled());
        pick(find<QComboBox>(dialog, "header"), int(HeaderRow::No));
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(dialog.problem().isEmpty());
    }

    void anotherFileForgetsTheReading() {
        FakeReader engine;
        auto spec = fileSpec();
        spec.reading.label = "kind";
        spec.reading.separator = Separator::Tab;
        DataImportDialog dialog(engine.fakes.services, spec, nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        engine.fakes.dialogs.files = {"/data/dogs.npz"};
        find<QPushButton>(dialog, "chooseFile")->click();
        QTRY_VERIFY(engine.last().file == "/data/dogs.npz");
        QVERIFY(engine.last().reading == DataReading{});
        QCOMPARE(dialog.spec().name, std::string("dogs"));
        engine.fakes.dialogs.files = {"/data/pets"};
        find<QPushButton>(dialog, "chooseFolder")->click();
        QTRY_VERIFY(engine.last().file == "/data/pets");
        const auto asked = engine.asked();
        find<QPushButton>(dialog, "chooseFile")->click(); // thought better of it
        QTest::qWait(300);
        QCOMPARE(engine.asked(), asked);
    }

    void withoutAFile() {
        FakeReader engine;
        DataImportDialog dialog(engine.fakes.services, {}, nullptr);
        QVERIFY(!accept(dialog)->isEnabled());
        QVERIFY(dialog.problem().contains("folder"));
        engine.fakes.dialogs.files = {"/data/cats.csv"};
        find<QPushButton>(dialog, "chooseFile")->click();
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QCOMPARE(engine.asked(), std::size_t(1));
    }

    void showsShifts() {
        FakeReader engine;
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        auto* strength = find<QSlider>(dialog, "strength");
        QVERIFY(!strength->isEnabled());
        const auto pictures = [&dialog] {
            return dialog.findChild<SampleStrip*>()->findChildren<QLabel*>().size();
        };
        QCOMPARE(pictures(), 8); // four samples with their names
        pick(find<QComboBox>(dialog, "shift"), "noise");
        QVERIFY(strength->isEnabled());
        strength->setValue(80);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QCOMPARE(engine.last().shift.kind, std::string("noise"));
        QCOMPARE(engine.last().shift.strength, 0.8);
        QCOMPARE(pictures(), 18); // twice, with a word for each row
        const auto labels = dialog.findChild<SampleStrip*>()->findChildren<QLabel*>();
        QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
            return label->accessibleName().startsWith("Sample 1 of class cat");
        }));
        QCOMPARE(dialog.spec().shift.strength, 0.8);
    }

    // What the list does not know, and what the slider cannot show, stay as they are.
    void keepsAShiftThatIsNotItsOwn() {
        FakeReader engine;
        auto spec = fileSpec();
        spec.shift = {"fog", 0.125};
        DataImportDialog dialog(engine.fakes.services, spec, nullptr);
        auto* kind = find<QComboBox>(dialog, "shift");
        QCOMPARE(kind->currentData().toString(), QString("fog"));
        pick(kind, "noise");
        QCOMPARE(dialog.spec().shift.strength, 0.125);
        find<QSlider>(dialog, "strength")->setValue(50);
        QCOMPARE(dialog.spec().shift.kind, std::string("noise"));
        QCOMPARE(dialog.spec().shift.strength, 0.5);
    }

    void shiftsComeWithTheEngine() {
        FakeServices fakes;
        auto spec = fileSpec();
        spec.shift = {"noise", 0.3};
        DataImportDialog dialog(fakes.services, spec, nullptr);
        auto* kind = find<QComboBox>(dialog, "shift");
        QCOMPARE(kind->currentData().toString(), QString("noise"));
        auto report = madeEngineReport();
        report.catalog.shifts = {{"noise", ""}, {"blur", ""}};
        fakes.jobs.loadEngine(report);
        QTRY_COMPARE(kind->count(), 3);
        QCOMPARE(kind->currentData().toString(), QString("noise"));
        QVERIFY(dialog.spec().shift.kind == "noise" && dialog.spec().shift.strength == 0.3);
    }

    // Whatever may mend a failed reading can be reached.
    void hidesNothingThatIsNeeded() {
        FakeReader engine;
        engine.answer = [](const DataSpec& spec, const Watch&) -> Outcome {
            return spec.file == "/data/odd.csv" ? fail(ErrorCode::InvalidArgument, "no columns")
                   : spec.reading.input == DataInput::Image
                       ? fail(ErrorCode::InvalidArgument, "4 numbers are no image")
                       : Outcome(madeFlat());
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        const auto visible = [&dialog](const char* name) {
            return find<QWidget>(dialog, name)->isVisibleTo(&dialog);
        };
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(!visible("height") && !visible("width"));
        pick(find<QComboBox>(dialog, "kind"), int(DataInput::Image));
        QTRY_VERIFY(dialog.problem().contains("no image"));
        QVERIFY(visible("height") && visible("width") && visible("channels"));
        pick(find<QComboBox>(dialog, "kind"), int(DataInput::Rows));
        QVERIFY(!visible("height") && visible("width"));
        engine.fakes.dialogs.files = {"/data/odd.csv"};
        find<QPushButton>(dialog, "chooseFile")->click();
        QTRY_VERIFY(dialog.problem().contains("no columns"));
        QVERIFY(visible("separator") && visible("header") && visible("label"));
    }

    void readingCanBeStopped() {
        FakeReader engine;
        engine.answer = [](const DataSpec&, const Watch& watch) -> Outcome {
            watch.progress()(1, 4);
            while (!watch.stopRequested()) {
                std::this_thread::yield();
            }
            return nullptr;
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        dialog.show();
        auto* progress = find<QProgressBar>(dialog, "progress");
        QTRY_COMPARE(progress->value(), 25);
        find<QPushButton>(dialog, "stop")->click();
        QVERIFY(!progress->isVisible());
        QVERIFY(dialog.problem().contains("stopped"));
        QVERIFY(!accept(dialog)->isEnabled());
    }

    void readsAgainWhatWasStopped() {
        FakeReader engine;
        std::atomic<bool> slow = true;
        engine.answer = [&](const DataSpec&, const Watch& watch) -> Outcome {
            while (slow && !watch.stopRequested()) {
                std::this_thread::yield();
            }
            return madeTable();
        };
        auto spec = fileSpec();
        spec.reading.label = "kind";
        DataImportDialog dialog(engine.fakes.services, spec, nullptr);
        QTRY_COMPARE(engine.asked(), std::size_t(1));
        find<QPushButton>(dialog, "stop")->click();
        slow = false;
        engine.fakes.dialogs.files = {spec.file};
        find<QPushButton>(dialog, "chooseFile")->click();
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(dialog.spec() == spec); // of the same file what is set stays
    }

    void showsTheArraysOfAnArchive() {
        FakeReader engine;
        engine.answer = [](const DataSpec&, const Watch&) -> Outcome {
            auto about = madeTable();
            about->columns.clear();
            about->arrays = {"x: F32 [9, 2, 2]", "y: I64 [9]"};
            return about;
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        const auto* arrays = dialog.findChild<QTableWidget*>("dataFacts.columns");
        QCOMPARE(arrays->rowCount(), 2);
        QCOMPARE(arrays->item(0, 0)->text(), QString("x"));
        QCOMPARE(arrays->item(0, 1)->text(), QString("F32 [9, 2, 2]"));
        QVERIFY(arrays->isColumnHidden(2)); // of tables
        auto* inputs = find<QComboBox>(dialog, "inputs");
        QVERIFY(inputs->isVisibleTo(&dialog));
        QCOMPARE(inputs->count(), 2);
        QVERIFY(!find<QComboBox>(dialog, "separator")->isVisibleTo(&dialog));
    }

    // What is out of sight is reached by the arrow keys; where all is in sight, Tab does not stop.
    void samplesAreReachedByKeys() {
        FakeReader engine;
        engine.answer = [](const DataSpec& spec, const Watch&) -> Outcome {
            auto about = madeTable();
            const auto sample = about->preview.front();
            about->preview.resize(spec.shift.kind.empty() ? 3 : 30, sample);
            return about;
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        dialog.show();
        QTRY_VERIFY(accept(dialog)->isEnabled());
        auto* samples = dialog.findChild<QScrollArea*>("dataFacts.samples");
        QCOMPARE(samples->focusPolicy(), Qt::NoFocus);
        pick(find<QComboBox>(dialog, "shift"), "noise");
        QTRY_COMPARE(samples->focusPolicy(), Qt::StrongFocus);
        QTest::keyClick(samples, Qt::Key_Right);
        QVERIFY(samples->horizontalScrollBar()->value() > 0);
    }

    void newestWins() {
        FakeReader engine;
        engine.answer = [](const DataSpec& spec, const Watch& watch) -> Outcome {
            if (spec.reading.separator == Separator::Tab) {
                while (!watch.stopRequested()) {
                    std::this_thread::yield();
                }
                return fail(ErrorCode::Internal, "the old one"); // must not be shown
            }
            return madeTable();
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        auto* separator = find<QComboBox>(dialog, "separator");
        pick(separator, int(Separator::Tab));
        QTRY_COMPARE(engine.asked(), std::size_t(2));
        pick(separator, int(Separator::Bar));
        pick(separator, int(Separator::Comma)); // soon after: one reading
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QCOMPARE(engine.asked(), std::size_t(3));
        QVERIFY(engine.last().reading.separator == Separator::Comma);
        QVERIFY(dialog.description() != nullptr && dialog.problem().isEmpty());
    }

    void keepsWhatIsBeingTyped() {
        FakeReader engine;
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY(accept(dialog)->isEnabled());
        pick(find<QComboBox>(dialog, "separator"), int(Separator::Comma));
        auto* label = find<QComboBox>(dialog, "label");
        label->setFocus();
        QTest::keyClicks(label->lineEdit(), "ki");
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(label->currentText().startsWith("ki"));
        label->lineEdit()->setText("kind");
        QTest::keyClick(label->lineEdit(), Qt::Key_Return); // does not accept what is old
        QVERIFY(dialog.isVisible());
        QTRY_COMPARE(engine.last().reading.label, std::string("kind"));
        QTRY_VERIFY(accept(dialog)->isEnabled());
    }

    void waitsForTheEngine() {
        FakeReader engine;
        std::atomic<bool> there = false;
        engine.answer = [&](const DataSpec&, const Watch&) -> Outcome {
            return there ? Outcome(madeTable()) : fail(ErrorCode::Unsupported, "no engine");
        };
        DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
        QTRY_VERIFY(dialog.problem().contains("no engine"));
        there = true;
        engine.fakes.jobs.loadEngine();
        QTRY_VERIFY(accept(dialog)->isEnabled());
    }

    void otherReadingsForgetTheSplits() {
        FakeReader engine;
        auto spec = fileSpec();
        spec.splits.test = 3;
        DataImportDialog dialog(engine.fakes.services, spec, nullptr);
        QTRY_VERIFY(accept(dialog)->isEnabled());
        QVERIFY(dialog.spec() == spec);
        pick(find<QComboBox>(dialog, "shift"), "noise");
        QCOMPARE(dialog.spec().splits.test, 3);
        pick(find<QComboBox>(dialog, "header"), int(HeaderRow::No));
        QVERIFY(dialog.spec().splits.isDefault());
    }

    void closesWhileReading() {
        FakeReader engine;
        std::atomic<bool> ended = false;
        engine.answer = [&](const DataSpec&, const Watch& watch) -> Outcome {
            while (!watch.stopRequested()) {
                std::this_thread::yield();
            }
            ended = true;
            return nullptr;
        };
        {
            DataImportDialog dialog(engine.fakes.services, fileSpec(), nullptr);
            QTRY_COMPARE(engine.asked(), std::size_t(1));
        }
        QVERIFY(ended);
    }

    void picturesShowWhatIsThere() {
        const InputSpec image{InputKind::Image, 2, 2, 1, 0};
        const auto picture = samplePicture({{0.0F, 1.0F, 0.0F, 0.0F}, 0}, image, 40, QPalette());
        QCOMPARE(picture.size(), QSize(40, 40));
        QCOMPARE(qGray(picture.pixel(30, 10)), 255); // above on the right
        QCOMPARE(qGray(picture.pixel(10, 10)), 0);
        QCOMPARE(qGray(picture.pixel(30, 30)), 0);
        // Colour, a plane for each channel.
        const InputSpec colour{InputKind::Image, 1, 2, 3, 0};
        const auto coloured =
            samplePicture({{1.0F, 0.0F, 0.0F, 0.0F, 0.0F, 1.0F}, 0}, colour, 40, QPalette());
        QCOMPARE(coloured.size(), QSize(40, 20));
        QCOMPARE(coloured.pixel(10, 10), qRgb(255, 0, 0));
        QCOMPARE(coloured.pixel(30, 10), qRgb(0, 0, 255));
        // A line that rises, dark on light.
        const InputSpec flat{InputKind::Flat, 3, 0, 1, 0};
        QPalette palette;
        palette.setColor(QPalette::Base, Qt::white);
        palette.setColor(QPalette::Text, Qt::black);
        const auto line = samplePicture({{0.0F, 0.5F, 1.0F}, 0}, flat, 40, palette);
        const auto inkIn = [&line](const QRect& part) {
            int ink = 0;
            for (int y = part.top(); y <= part.bottom(); ++y) {
                for (int x = part.left(); x <= part.right(); ++x) {
                    ink += qGray(line.pixel(x, y)) < 128 ? 1 : 0;
                }
            }
            return ink;
        };
        QVERIFY(inkIn({0, 20, 20, 20}) > 5 && inkIn({20, 0, 20, 20}) > 5);
        QCOMPARE(inkIn({0, 0, 15, 15}), 0);
        // Numbers begin above on the left.
        const InputSpec tokens{InputKind::Tokens, 3, 0, 1, 100};
        const auto text = samplePicture({{88.0F, 88.0F, 8.0F}, 0}, tokens, 40, palette);
        QCOMPARE(text.size(), QSize(40, 40));
        QVERIFY(text != samplePicture({{88.0F, 88.0F, 1.0F}, 0}, tokens, 40, palette));
        int above = 0, below = 0;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x) {
                const bool dark = qGray(text.pixel(x, y)) < 128;
                above += dark && y < 12 ? 1 : 0;
                below += dark && y > 24 ? 1 : 0;
            }
        }
        QVERIFY2(above > 5 && below == 0, qPrintable(QString("%1 %2").arg(above).arg(below)));
        QVERIFY(!samplePicture({{}, 0}, tokens, 40, palette).isNull());
        constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
        QVERIFY(!samplePicture({{kNothing, kNothing}, 0}, flat, 40, palette).isNull());
        QVERIFY(!samplePicture({{}, 0}, flat, 40, palette).isNull());
    }

    void isGoodInEveryCorner_data() {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("dark");
        QTest::addColumn<QString>("language");
        for (const char* state : {"table", "shifted", "failed", "nothing"}) {
            for (const bool dark : {false, true}) {
                for (const char* language : {"en", "pseudo", "de"}) {
                    QTest::addRow("%s, %s, %s", state, dark ? "dark" : "light", language)
                        << state << dark << language;
                }
            }
        }
    }
    void isGoodInEveryCorner() {
        QFETCH(QString, state);
        QFETCH(bool, dark);
        QFETCH(QString, language);
        QCOMPARE(installTranslations(*qApp, language), language);
        FakeReader engine;
        QApplication::setPalette((dark ? darkTheme() : lightTheme()).palette());
        auto spec = state == "nothing" ? DataSpec{} : fileSpec();
        spec.shift.kind = state == "shifted" ? "noise" : "";
        if (state == "failed") {
            engine.answer = [](const DataSpec&, const Watch&) -> Outcome {
                return fail(ErrorCode::Corrupt, "line 2 opens a quote that is never closed");
            };
        }
        DataImportDialog dialog(engine.fakes.services, spec, nullptr);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QTRY_VERIFY(!find<QProgressBar>(dialog, "progress")->isVisible());
        QTRY_COMPARE(problemsOf(&dialog).join("\n"), QString());
        QVERIFY2(dialog.width() <= 1024 && dialog.height() <= 660,
                 qPrintable(QString("%1 x %2").arg(dialog.width()).arg(dialog.height())));
        const auto stops = tabStops(&dialog);
        stops.front()->setFocus();
        for (std::size_t i = 1; i <= stops.size(); ++i) {
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
            QCOMPARE(dialog.focusWidget(), stops[i % stops.size()]);
        }
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
        QVERIFY(!dialog.isVisible());
    }
};

TESSERA_TEST(TestDataImportDialog)
#include "test_data_import_dialog.moc"
