#include "ui/bridge/lesson_file.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera;
using namespace tessera::ui;

namespace {

constexpr const char* kGood = R"({
  "schema": 1, "number": 2,
  "title": {"en": "What a hub is", "de": "Was ein Hub ist"},
  "summary": {"en": "A space for two."},
  "experiment": {"schema": 1, "seed": 7},
  "views": {"hub": "hub", "start": "activations"},
  "expected": [{"measure": "accuracy_after", "at_least": 0.6},
               {"control": "shuffled_targets", "at_most": 0.25},
               {"difference": ["accuracy_after", "control:readout_only"],
                "at_least": -0.05, "at_most": 0.05}]
})";

} // namespace

class TestLessonFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAll() {
        const auto lesson = parseLesson(kGood, "en");
        QVERIFY(lesson.has_value());
        QCOMPARE(lesson->title, QString("What a hub is"));
        QCOMPARE(lesson->number, 2);
        QVERIFY(lesson->experiment.find("\"seed\": 7") != std::string::npos);
        QCOMPARE(lesson->views.at("hub"), QString("hub"));
        QCOMPARE(lesson->expected.size(), std::size_t(3));
        QCOMPARE(lesson->expected[0].figures, QStringList{"accuracy_after"});
        QCOMPARE(*lesson->expected[0].atLeast, 0.6);
        QVERIFY(!lesson->expected[0].atMost);
        QCOMPARE(lesson->expected[1].figures, QStringList{"control:shuffled_targets"});
        QCOMPARE(lesson->expected[2].figures.size(), 2);
        QCOMPARE(*lesson->expected[2].atLeast, -0.05);
    }

    void speaksTheLanguageThatThereIs() {
        const auto german = parseLesson(kGood, "de");
        QCOMPARE(german->title, QString("Was ein Hub ist"));
        QCOMPARE(german->summary, QString("A space for two."));
        QCOMPARE(parseLesson(kGood, "fr")->title, QString("What a hub is"));
    }

    void refusesWhatIsDamaged_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* from, const char* to, const char* said) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString(said);
        };
        row("another schema", "\"schema\": 1, \"number\"", "\"schema\": 2, \"number\"", "schema");
        row("an unknown key", "\"number\"", "\"nummer\"", "nummer");
        row("no title", "{\"en\": \"What a hub is\", \"de\": \"Was ein Hub ist\"}", "{}", "title");
        row("a title that is a number", "{\"en\": \"A space for two.\"}", "5", "summary");
        row("no experiment", "{\"schema\": 1, \"seed\": 7}", "[]", "experiment");
        row("an unknown measure", "\"accuracy_after\", \"at_least\": 0.6",
            "\"luck\", \"at_least\": 0.6", "luck");
        row("a control without a name", "\"shuffled_targets\"", "\"\"", "control:");
        row("a bound that is a text", "0.6", "\"high\"", "at_least");
        row("no bound", ", \"at_most\": 0.25", "", "at_least or at_most");
        row("a bound that is unknown", "\"at_most\": 0.25", "\"below\": 0.25", "below");
        row("a difference of one", ", \"control:readout_only\"]", "]", "difference");
        row("an expectation that is a number",
            "{\"control\": \"shuffled_targets\", "
            "\"at_most\": 0.25}",
            "3", "expectation");
        row("a comma too many", "\"seed\": 7", "\"seed\": 7,,", "byte");
    }
    void refusesWhatIsDamaged() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, said);
        QByteArray json(kGood);
        QCOMPARE(json.count(from), 1);
        const auto lesson = parseLesson(json.replace(from, to), "en");
        QVERIFY(!lesson.has_value());
        QCOMPARE(lesson.error().code, ErrorCode::Corrupt);
        QVERIFY2(QString::fromStdString(lesson.error().detail).contains(said),
                 lesson.error().detail.c_str());
    }

    void refusesEveryBeginningOfItself() {
        const QByteArray json(kGood);
        for (int length = 0; length < json.size(); ++length) {
            QVERIFY(!parseLesson(json.left(length), "en").has_value());
        }
        QVERIFY(!parseLesson("[1, 2]", "en").has_value());
        QVERIFY(!parseLesson(QByteArray("\xff\xfe\x00", 3), "en").has_value());
    }
};

TESSERA_TEST(TestLessonFile)
#include "test_lesson_file.moc"
