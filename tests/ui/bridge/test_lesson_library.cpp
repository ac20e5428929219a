#include "ui/bridge/lesson_library.h"

#include "core/api/events.h"
#include "tests/support/test_registry.h"
#include "ui/panels/view.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::ui;

namespace {

constexpr const char* kLesson = R"({"schema": 1, "number": %1, "title": {"en": "%2"},
  "summary": {"en": "About it."}, "experiment": {}})";

// A folder of lessons.
class Folder {
public:
    void write(const QString& name, const QByteArray& bytes) {
        const auto path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    void putLesson(const QString& id, int number, const QString& title) {
        write(id + "/lesson.json", QString(kLesson).arg(number).arg(title).toUtf8());
    }
    [[nodiscard]] QString path() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
};

QStringList idsOf(const LessonLibrary& lessons) {
    QStringList ids;
    for (const auto& entry : lessons.entries()) {
        ids << entry.id;
    }
    return ids;
}

QStringList stages() {
    QStringList names{"start"};
    for (int phase = static_cast<int>(Phase::Fingerprint);
         phase <= static_cast<int>(Phase::Package); ++phase) {
        names << phaseName(static_cast<Phase>(phase));
    }
    return names;
}

int wordsIn(const QString& text) {
    static const QRegularExpression word(QStringLiteral("\\w[\\w\u2019'-]*"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    int words = 0;
    for (auto matches = word.globalMatch(text); matches.hasNext(); matches.next()) {
        ++words;
    }
    return words;
}

} // namespace

class TestLessonLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ordersByNumber() {
        Folder folder;
        folder.putLesson("a", 3, "Third");
        folder.putLesson("b", 1, "First");
        folder.putLesson("c", 2, "Second");
        folder.write("general/start.md", "General.");
        const LessonLibrary lessons(folder.path(), "en");
        QCOMPARE(idsOf(lessons), (QStringList{"b", "c", "a"}));
        QCOMPARE(lessons.find("c")->title, QString("Second"));
        QVERIFY(lessons.find("general") == nullptr);
        QVERIFY(lessons.find("") == nullptr);
    }

    void choosesPages() {
        Folder folder;
        folder.putLesson("a", 1, "One");
        folder.write("a/hub.md", "English hub");
        folder.write("a/de/hub.md", "Deutscher Hub");
        folder.write("a/collect.md", "English collect");
        folder.write("general/measure.md", "General measure");
        folder.write("general/de/measure.md", "Allgemeines Messen");
        folder.write("a/package.md", " \n ");
        const LessonLibrary german(folder.path(), "de"), english(folder.path(), "en");
        QCOMPARE(*german.page("a", "hub"), QString("Deutscher Hub"));
        QCOMPARE(*english.page("a", "hub"), QString("English hub"));
        QCOMPARE(*german.page("a", "collect"), QString("English collect"));
        QCOMPARE(*german.page("a", "measure"), QString("Allgemeines Messen"));
        QCOMPARE(*LessonLibrary(folder.path(), "fr").page("", "measure"),
                 QString("General measure"));
        QVERIFY(!english.page("a", "package")); // nothing but blanks
        QVERIFY(!english.page("a", "finetune"));
        QVERIFY(!english.page("", "hub"));
    }

    void livesWithWhatIsMissingOrDamaged() {
        QVERIFY(LessonLibrary("/nowhere/at/all", "en").entries().empty());
        QVERIFY(!LessonLibrary("/nowhere/at/all", "en").page("a", "hub"));
        Folder folder;
        folder.putLesson("good", 9, "Good");
        folder.write("damaged/lesson.json", "{\"schema\": 1,");
        folder.write("empty/readme.txt", "No description.");
        const LessonLibrary lessons(folder.path(), "en");
        QCOMPARE(idsOf(lessons), (QStringList{"good", "damaged", "empty"}));
        QVERIFY(lessons.find("damaged") == nullptr);
        QCOMPARE(lessons.entries()[1].lesson.error().code, ErrorCode::Corrupt);
        QCOMPARE(lessons.entries()[2].lesson.error().code, ErrorCode::NotFound);
    }

    void theProgramsOwnAreWhole_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << "en";
        QTest::newRow("German") << "de";
    }
    void theProgramsOwnAreWhole() {
        QFETCH(QString, language);
        const LessonLibrary lessons(":/lessons", language);
        QCOMPARE(lessons.entries().size(), std::size_t(3));
        QSet<QString> known;
        for (const auto& entry : viewCatalog()) {
            known.insert(entry.id);
        }
        for (const auto& entry : lessons.entries()) {
            QVERIFY2(entry.lesson.has_value(), qPrintable(entry.id));
            QVERIFY(!entry.lesson->expected.empty());
            for (const auto& [stage, view] : entry.lesson->views) {
                QVERIFY2(stages().contains(stage), qPrintable(stage));
                QVERIFY2(known.contains(view), qPrintable(view));
            }
            for (const auto& stage : stages()) {
                QVERIFY2(lessons.page(entry.id, stage), qPrintable(entry.id + " " + stage));
            }
        }
        for (const auto& stage : stages()) {
            QVERIFY2(lessons.page({}, stage), qPrintable(stage));
        }
    }

    // Every page in every language: short, under a heading, and no page without the other language.
    void pagesAreShort() {
        int pages = 0;
        for (const auto& id : QDir(":/lessons").entryList(QDir::Dirs)) {
            const QDir folder(":/lessons/" + id);
            const auto names = folder.entryList({"*.md"});
            QCOMPARE(QDir(folder.filePath("de")).entryList({"*.md"}), names);
            for (const auto& name : names) {
                QVERIFY2(stages().contains(name.chopped(3)), qPrintable(id + "/" + name));
                for (const auto& path : {folder.filePath(name), folder.filePath("de/" + name)}) {
                    QFile file(path);
                    QVERIFY(file.open(QIODevice::ReadOnly));
                    const auto text = QString::fromUtf8(file.readAll());
                    const int words = wordsIn(text);
                    QVERIFY2(text.startsWith("## "), qPrintable(path));
                    QVERIFY2(words >= 80 && words <= 180,
                             qPrintable(QString("%1: %2 words").arg(path).arg(words)));
                    ++pages;
                }
            }
        }
        QVERIFY(pages >= 16);
    }
};

TESSERA_TEST(TestLessonLibrary)
#include "test_lesson_library.moc"
