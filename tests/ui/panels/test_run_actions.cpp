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
        QVERIFY(!s.fake.services.undo.canUndo());
    }

    void editsTheRunsForWhichItAskedTags() {
        ShownRuns s;
        QVERIFY(s.good);
        s.key(Qt::Key_Down, Qt::ShiftModifier); // gamma and delta
        s.fake.dialogs.texts = {"new"};
        s.fake.dialogs.whileOpen = [&] {
            s.fake.store->forget(runId(3));
            QVERIFY(s.fake.refreshed());
            s.table->select({runId(1)});
            QCOMPARE(s.panel.actions().runs(), std::vector<RunId>{runId(1)});
        };
        s.action("runs.tags")->trigger();
        const auto& library = s.fake.services.library;
        QCOMPARE(library.find(runId(4))->tags, std::vector<std::string>{"new"});
        QCOMPARE(library.find(runId(1))->tags, std::vector<std::string>());
        QVERIFY(library.find(runId(3)) == nullptr);
        QCOMPARE(s.fake.services.undo.count(), 1);
    }

    void nothingToUndoWhereTheRunIsGone() {
        ShownRuns s;
        QVERIFY(s.good);
        s.fake.dialogs.texts = {"new", "a note"};
        s.fake.dialogs.whileOpen = [&] {
            s.fake.store->forget(runId(4));
            QVERIFY(s.fake.refreshed());
        };
        s.action("runs.tags")->trigger();
        QCOMPARE(s.fake.services.undo.count(), 0);
        s.table->select({runId(3)});
        s.fake.dialogs.whileOpen = [&] {
            s.fake.store->forget(runId(3));
            QVERIFY(s.fake.refreshed());
        };
        s.action("runs.note")->trigger();
        QCOMPARE(s.fake.services.undo.count(), 0);
        QVERIFY(s.fake.dialogs.texts.empty());
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

    void addsToWhatIsCompared() {
        ShownRuns s;
        QVERIFY(s.good);
        QSignalSpy asked(&s.panel, &RunsPanel::compareRequested);
        s.key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(asked.count(), 1);
        s.table->select({runId(1), runId(2)});
        QTRY_COMPARE(s.fake.services.compared.runs(),
                     (std::vector<RunId>{runId(4), runId(1), runId(2)}));
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

    void exportsTheRunForWhichItAsked() {
        ShownRuns s;
        QVERIFY(s.good);
        s.fake.store->put(madeRecord(1, "alpha"), {{"drift.hub", 0, 1.0, ""}});
        s.table->select({runId(1)});
        s.fake.dialogs.files = {s.fake.folder() / "out.json"};
        s.fake.dialogs.whileOpen = [&] { s.fake.services.library.remove({runId(1)}); };
        QSignalSpy said(&s.panel, &RunsPanel::said);
        s.action("runs.exportJson")->trigger();
        QTRY_COMPARE(said.count(), 1);
        const auto json = contentOf(s.fake.folder() / "out.json");
        QVERIFY2(json.find(runId(1).value) != std::string::npos, json.c_str());
        QVERIFY2(json.find("\"samples\": 1") != std::string::npos, json.c_str());
    }

    void exportsFromTheStoreForWhichItAsked() {
        ShownRuns s;
        QVERIFY(s.good);
        s.fake.dialogs.files = {s.fake.folder() / "out.json"};
        s.fake.dialogs.whileOpen = [&] {
            auto& library = s.fake.services.library;
            library.open(s.fake.folder() / "other.db");
            QVERIFY(QTest::qWaitFor([&] { return library.runs().empty(); }));
        };
        QSignalSpy said(&s.panel, &RunsPanel::said);
        s.action("runs.exportJson")->trigger();
        QTRY_COMPARE(said.count(), 1);
        QVERIFY(contentOf(s.fake.folder() / "out.json").find(runId(4).value) != std::string::npos);
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
        const auto usual = s.fake.folder() / "runs.tessera.db";
        s.action("runs.copyCommand")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), commandLineOf(runId(4), usual));
        auto other = *s.fake.services.library.opened();
        other.file = s.fake.folder() / "other.db";
        s.fake.documents.putStore(other.file, other);
        s.fake.services.library.open(other.file);
        QTRY_COMPARE(s.fake.services.library.opened()->file, other.file);
        s.table->select({runId(2)});
        s.action("runs.copyCommand")->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), commandLineOf(runId(2), other.file));
    }

    void namesTheStoreOnTheCommandLine_data() {
        QTest::addColumn<QString>("store");
        QTest::addColumn<QString>("options");
        QTest::newRow("the usual one") << "/home/a/runs.tessera.db"
                                       << "--out /home/a";
        QTest::newRow("another one") << "/home/a/digits.db"
                                     << "--out /home/a --store digits.db";
        QTest::newRow("with blanks") << "/my runs/it's mine.db"
                                     << "--out '/my runs' --store 'it'\\''s mine.db'";
        QTest::newRow("usual name of a folder") << "/runs.tessera.db/a.db"
                                                << "--out /runs.tessera.db --store a.db";
    }
    void namesTheStoreOnTheCommandLine() {
        QFETCH(QString, store);
        QFETCH(QString, options);
        QCOMPARE(commandLineOf(RunId("r1"), store.toStdString()),
                 "tessera run --again r1 " + options);
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
