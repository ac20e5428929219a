#include "tests/support/test_registry.h"
#include "tests/ui/panels/shown_runs.h"
#include "ui/panels/run_export.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>

#include <fstream>
#include <iterator>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

class TestRunActions : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void remember(const QUrl& url) { m_url = url; } // a handler of QDesktopServices

private Q_SLOTS:
    void editsTagsOfSeveralRuns() {
        auto runs = fourRuns();
        runs[3].tags = {"paper", "old"};
        runs[2].tags = {"old", "noise"};
        ShownRuns s(runs);
        QVERIFY(s.good);
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        s.fake.dialogs.texts = {"new, paper"};
        s.action("runs.tags")->trigger();
        QCOMPARE(s.fake.dialogs.offeredTexts, QStringList{"old"}); // what they have in common
        const auto& library = s.fake.services.library;
        QCOMPARE(library.find(runId(4))->tags, (std::vector<std::string>{"paper", "new"}));
        QCOMPARE(library.find(runId(3))->tags, (std::vector<std::string>{"noise", "new", "paper"}));
        s.fake.services.undo.undo();
        QCOMPARE(library.find(runId(4))->tags, (std::vector<std::string>{"paper", "old"}));
        s.action("runs.tags")->trigger(); // thinks better of it
        QCOMPARE(s.fake.services.undo.index(), 0);
    }

    void editsTheNote() {
        ShownRuns s;
        QVERIFY(s.good);
        s.fake.dialogs.texts = {"worth a\nsecond look\n"};
        s.action("runs.note")->trigger();
        QCOMPARE(s.fake.services.library.find(runId(4))->note, "worth a\nsecond look");
        QCOMPARE(s.fake.services.undo.undoText(), "Edit note");
    }

    void handsOverExperiments() {
        ShownRuns s;
        QVERIFY(s.good);
        std::vector<std::string> again, setup;
        connect(&s.panel, &RunsPanel::runAgainRequested, this,
                [&](const Experiment& experiment) { again.push_back(experiment.name); });
        connect(&s.panel, &RunsPanel::useSetupRequested, this,
                [&](const Experiment& experiment) { setup.push_back(experiment.name); });
        s.action("runs.useSetup")->trigger();
        QCOMPARE(setup, std::vector<std::string>{"delta"});
        s.key(Qt::Key_Down, Qt::ShiftModifier);
        QVERIFY(!s.action("runs.useSetup")->isEnabled());
        s.action("runs.again")->trigger();
        QCOMPARE(again, (std::vector<std::string>{"gamma", "delta"}));
    }

    void exportsJsonAndToken() {
        auto runs = fourRuns();
        runs[3].name = "digits mlp 8d/2L > lstm";
        runs[3].artifacts = {{"token", "delta.tbf", "", 5}};
        ShownRuns s(runs);
        QVERIFY(s.good);
        std::ofstream(s.fake.folder() / "delta.tbf") << "bytes";
        QSignalSpy said(&s.panel, &RunsPanel::said);
        s.fake.dialogs.files = {s.fake.folder() / "out.json", s.fake.folder() / "out.tbf"};
        s.action("runs.exportJson")->trigger();
        s.action("runs.exportToken")->trigger();
        QTRY_COMPARE(said.count(), 2);
        QVERIFY(said[0][0].toString().contains("out.json"));
        QVERIFY(contentOf(s.fake.folder() / "out.json").find(runId(4).value) != std::string::npos);
        QCOMPARE(contentOf(s.fake.folder() / "out.tbf"), "bytes");
        QCOMPARE(s.fake.dialogs.suggestedNames,
                 (QStringList{"digits-mlp-8d-2L-lstm.json", "digits-mlp-8d-2L-lstm.tbf"}));
        QVERIFY(s.fake.dialogs.errors.empty());
    }

    void saysWhyAnExportFailed() {
        auto runs = fourRuns();
        runs[3].artifacts = {{"token", "gone.tbf", "", 5}};
        ShownRuns s(runs);
        QVERIFY(s.good);
        s.fake.dialogs.files = {s.fake.folder() / "out.tbf", s.fake.folder() / "out.json"};
        s.action("runs.exportToken")->trigger();
        QTRY_COMPARE(s.fake.dialogs.errors.size(), std::size_t(1));
        QVERIFY(s.fake.dialogs.errors[0].details.contains("gone.tbf"));
        s.fake.documents.refuseWrites(Error{ErrorCode::Io, "no space left", std::nullopt});
        s.action("runs.exportJson")->trigger();
        QTRY_COMPARE(s.fake.dialogs.errors.size(), std::size_t(2));
        QCOMPARE(s.fake.dialogs.errors[1].details, "no space left");
        QVERIFY(!std::filesystem::exists(s.fake.folder() / "out.json"));
    }

    void copiesTheCommandLine() {
        ShownRuns s;
        QVERIFY(s.good);
        s.action("runs.copyCommand")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), commandLineOf(runId(4), s.fake.folder()));
    }

    void quotesForAShell_data() {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("plain") << "/home/a/runs-1.x"
                               << "/home/a/runs-1.x";
        QTest::newRow("blank") << "/my runs"
                               << "'/my runs'";
        QTest::newRow("quote") << "/it's"
                               << "'/it'\\''s'";
        QTest::newRow("dollar") << "/$HOME"
                                << "'/$HOME'";
        QTest::newRow("new line") << "/a\nb"
                                  << "'/a\nb'";
        QTest::newRow("nothing") << ""
                                 << "''";
    }
    void quotesForAShell() {
        QFETCH(QString, folder);
        QFETCH(QString, quoted);
        QCOMPARE(commandLineOf(RunId("r1"), folder.toStdString()),
                 "tessera run --again r1 --out " + quoted);
    }

    void namesFiles_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("file");
        QTest::newRow("signs") << "a > b/c: d"
                               << "a-b-c-d";
        QTest::newRow("hidden") << "../x"
                                << "x";
        QTest::newRow("nothing left") << "///"
                                      << "run";
        QTest::newRow("letters of the world") << "\u00FCbung 1.2"
                                              << "\u00FCbung-1.2";
    }
    void namesFiles() {
        QFETCH(QString, name);
        QTEST(fileNameFrom(name), "file");
    }

    void revealsTheFolder() {
        auto runs = fourRuns();
        runs[3].artifacts = {{"token", "runs/4/token.tbf", "", 5}};
        ShownRuns s(runs);
        QVERIFY(s.good);
        QDesktopServices::setUrlHandler("file", this, "remember");
        s.action("runs.reveal")->trigger();
        QCOMPARE(m_url.toLocalFile().toStdString(), (s.fake.folder() / "runs/4").string());
        s.key(Qt::Key_Down);
        s.action("runs.reveal")->trigger();
        QCOMPARE(m_url.toLocalFile().toStdString(), s.fake.folder().string());
        QDesktopServices::unsetUrlHandler("file");
    }

    void deletesNoRunThatIsGoingOn() {
        auto runs = fourRuns();
        runs[3].state = RunState::Running;
        ShownRuns s(runs);
        QVERIFY(s.good);
        QTRY_VERIFY(!s.action("runs.delete")->isEnabled());
        QVERIFY(s.action("runs.delete")->toolTip().contains("cancel it first"));
        s.key(Qt::Key_Delete);
        QCOMPARE(s.names().size(), 4);
    }

    void editsNothingInAStoreForReading() {
        ShownRuns s(fourRuns(), /*writable=*/false);
        QVERIFY(s.good);
        for (const auto* name :
             {"runs.rename", "runs.star", "runs.tags", "runs.note", "runs.delete"}) {
            QVERIFY(!s.action(name)->isEnabled());
            QVERIFY(s.action(name)->toolTip().contains("reading only"));
        }
        QVERIFY(s.action("runs.again")->isEnabled());
        s.key(Qt::Key_F2);
        QVERIFY(s.table->findChild<QLineEdit*>("runs.editor") == nullptr);
    }

private:
    QUrl m_url;
};

TESSERA_TEST(TestRunActions)

#include "test_run_actions.moc"
