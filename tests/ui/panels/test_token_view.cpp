#include "tests/support/test_registry.h"
#include "tests/ui/support/fake_services.h"
#include "tests/ui/support/run_views.h"
#include "tests/ui/support/token_files.h"
#include "ui/models/token_model.h"
#include "ui/panels/token_view.h"
#include "ui/plots/vector_plots.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/notice_bar.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTreeView>

#include <fstream>
#include <iterator>

using namespace tessera;
using namespace tessera::test;
using namespace tessera::ui;

namespace {

struct ShownTokenView {
    ShownTokenView() {
        good = fake.openStore();
        view.resize(700, 500);
        view.show();
        good = good && QTest::qWaitForWindowExposed(&view);
        tree = view.findChild<QTreeView*>("token.tree");
        empty = view.findChild<EmptyState*>("view.token.empty");
        notices = view.findChild<NoticeBar*>("token.notices");
        exportAction = view.findChild<QAction*>("token.export");
    }

    // The window's part: the view follows the choice of runs.
    void follow() {
        QObject::connect(&fake.services.views, &RunViews::viewsChanged, &view,
                         [this] { view.setRuns(fake.services.views.views()); });
    }

    // A run with a token of this content.
    RunViewPtr runWith(const TokenFile& token, const std::string& id = "r1") {
        return runWith(madeExamination(token), id);
    }
    RunViewPtr runWith(const Result<TokenExamination>& token, const std::string& id = "r1") {
        auto run = std::make_shared<RunView>(*madeRunView());
        run->record.id = RunId(id);
        run->record.name = "run " + id;
        run->record.artifacts = {{"token", id + ".tbf", "hash of " + id, 9000}};
        fake.tokens.put(fake.folder() / (id + ".tbf"), token);
        return run;
    }
    [[nodiscard]] QString title() const { return view.findChild<QLabel*>("token.title")->text(); }
    [[nodiscard]] QString trust() const { return view.findChild<QLabel*>("token.trust")->text(); }

    FakeServices fake;
    TokenView view{fake.services};
    QTreeView* tree = nullptr;
    EmptyState* empty = nullptr;
    NoticeBar* notices = nullptr;
    QAction* exportAction = nullptr;
    bool good = false;
};

const auto kDamaged = madeRefusal(ErrorCode::Corrupt, "the checksum does not fit", "bad");

Consent accepted(QDialog&) {
    return Consent::Yes;
}

} // namespace

class TestTokenView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void asksForARun() {
        ShownTokenView s;
        QVERIFY(s.good);
        QVERIFY(s.empty->isVisible());
        QSignalSpy run(&s.view, &View::runRequested);
        QTest::keyClick(s.empty->findChild<QPushButton*>(), Qt::Key_Space);
        QCOMPARE(run.count(), 1);
        QVERIFY(!s.exportAction->isEnabled());
        QVERIFY(s.view.plots().empty());
    }

    void showsTheTokenOfARun() {
        ShownTokenView s;
        QVERIFY(s.good);
        auto run = std::make_shared<RunView>(*s.runWith(madeTokenFile()));
        run->record.summary.privacy = madePrivacyStatement();
        s.view.setRuns({run});
        QTRY_VERIFY(s.tree->isVisible());
        QCOMPARE(s.title(), "run r1");
        const auto privacy = s.view.findChild<QLabel*>("token.privacy")->text();
        QVERIFY(privacy.contains("epsilon 2") && privacy.contains("Not covered"));
        const auto* model = s.tree->model();
        QCOMPARE(model->index(0, 0).data().toString(), "Checks");
        QVERIFY(s.tree->isExpanded(model->index(0, 0)));
        QVERIFY(s.exportAction->isEnabled());
        QVERIFY(!s.notices->isVisible());
    }

    void readsATokenOnceHoweverOftenItIsShown() {
        ShownTokenView s;
        QVERIFY(s.good);
        const auto run = s.runWith(madeTokenFile());
        for (int i = 0; i < 5; ++i) {
            s.view.setRuns({run});
        }
        QTRY_VERIFY(s.tree->isVisible());
        auto renamed = std::make_shared<RunView>(*run);
        renamed->record.name = "another name";
        s.view.setRuns({renamed});
        QCOMPARE(s.title(), "another name");
        s.fake.services.background.waitForDone();
        QCOMPARE(s.fake.tokens.examined(), 1);
    }

    void shortensMeaningsWhereThereIsNoRoom() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(madeTokenFile())});
        QTRY_VERIFY(s.tree->isVisible());
        auto* meaning = s.view.findChild<QLabel*>("token.meaning");
        QVERIFY(!s.tree->isColumnHidden(TokenModel::Meaning));
        QVERIFY(!meaning->isVisible());
        s.view.resize(400, 500);
        QTRY_VERIFY(s.tree->isColumnHidden(TokenModel::Meaning));
        QVERIFY(meaning->isVisible());
        s.tree->setFocus();
        s.tree->setCurrentIndex(s.tree->model()->index(0, 0));
        QTest::keyClick(s.tree, Qt::Key_Down);
        QCOMPARE(meaning->text(), "The bytes are as they were written.");
        QTest::keyClick(s.tree, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), "\u2713 good (CRC-32C)");
    }

    void saysWhyThereIsNoToken_data() {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("sentence");
        const QString never = "This run has no token: only runs that are done have one.";
        const QString later = "The token will be here when the run is done.";
        QTest::newRow("running") << int(RunState::Running) << later;
        QTest::newRow("cancelling") << int(RunState::Cancelling) << later;
        QTest::newRow("cancelled") << int(RunState::Cancelled) << never;
        QTest::newRow("failed") << int(RunState::Failed) << never;
    }
    void saysWhyThereIsNoToken() {
        QFETCH(int, state);
        ShownTokenView s;
        QVERIFY(s.good);
        auto run = std::make_shared<RunView>(*madeRunView());
        run->record.state = static_cast<RunState>(state);
        s.view.setRuns({run});
        QTEST(s.empty->sentence(), "sentence");
        QVERIFY(s.empty->isVisible());
        QVERIFY(!s.exportAction->isEnabled());
    }

    void showsDamageInPlace() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(kDamaged, "bad")});
        QTRY_VERIFY(s.tree->isVisible());
        QVERIFY(s.trust().contains("Do not trust this token"));
        QVERIFY(!s.exportAction->isEnabled());
        QVERIFY(s.fake.dialogs.errors.empty());
        auto* tabs = s.view.findChild<QTabWidget*>("token.tabs");
        QVERIFY(tabs->isTabEnabled(0) && tabs->isTabEnabled(3)); // fields and bytes
        QVERIFY(!tabs->isTabEnabled(1) && !tabs->isTabEnabled(2) && !tabs->isTabEnabled(4));
        QVERIFY(!s.view.findChild<QLabel*>("token.privacy")->isVisible());
        QTest::keyClick(s.view.findChild<QPushButton*>("token.details"), Qt::Key_Space);
        QCOMPARE(s.fake.dialogs.errors.size(), std::size_t(1));
        QCOMPARE(s.fake.dialogs.errors[0].details, "the checksum does not fit");
        // Another run: nothing is left of the damage.
        s.view.setRuns({s.runWith(madeTokenFile(), "good")});
        QTRY_VERIFY(s.exportAction->isEnabled());
        QVERIFY(s.trust().startsWith("Intact but unsigned"));
        QVERIFY(tabs->isTabEnabled(1) && tabs->isTabEnabled(4));
    }

    void saysThatAFileCannotBeReadAtAll() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(fail(ErrorCode::Io, "the disk is gone"))});
        QTRY_VERIFY(s.notices->isVisible());
        QVERIFY(s.empty->isVisible());
        QVERIFY(!s.tree->isVisible());
        QVERIFY(s.fake.dialogs.errors.empty());
    }

    void showsTheNewestOfSeveralReadings() {
        ShownTokenView s;
        QVERIFY(s.good);
        auto other = madeTokenFile();
        other.token.sourceModelId = "second";
        s.view.setRuns({s.runWith(kDamaged, "first")});
        s.view.setRuns({s.runWith(other, "second")});
        QTRY_VERIFY(s.tree->isVisible());
        QCOMPARE(s.title(), "run second");
        QCOMPARE(s.notices->count(), 0);
        s.view.setRuns({s.runWith(madeTokenFile(), "third")});
        s.view.setRuns({}); // deselected while it is being read
        s.fake.services.background.waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(s.empty->isVisible());
    }

    void opensAFileUntilAnotherRunIsChosen() {
        ShownTokenView s;
        QVERIFY(s.fake.openStore(
            {s.runWith(madeTokenFile(), "r1")->record, s.runWith(madeTokenFile(), "r2")->record}));
        s.follow();
        auto& services = s.fake.services;
        services.views.show({RunId("r1")});
        QTRY_COMPARE(s.title(), "run r1");
        auto foreign = madeTokenFile();
        const auto file = s.fake.folder() / "foreign.tbf";
        s.fake.putToken(file, foreign);
        s.fake.dialogs.files = {file};
        s.view.findChild<QAction*>("token.open")->trigger();
        QTRY_COMPARE(s.title(), "foreign.tbf");
        s.view.setRuns(services.views.views()); // the same run grows or is renamed
        QCOMPARE(s.title(), "foreign.tbf");
        services.views.show({RunId("r1"), RunId("r2")}); // one more, to compare
        QTRY_COMPARE(services.views.views().size(), std::size_t(2));
        QCOMPARE(s.title(), "foreign.tbf");
        services.views.show({RunId("r2")});
        QTRY_COMPARE(s.title(), "run r2");
        s.view.findChild<QAction*>("token.open")->trigger(); // thinks better of it
        QCOMPARE(s.title(), "run r2");
    }

    void aFileStaysWhenTheRunOfTheLastSessionArrives() {
        ShownTokenView s;
        QVERIFY(s.fake.openStore(
            {s.runWith(madeTokenFile(), "r1")->record, s.runWith(madeTokenFile(), "r2")->record}));
        s.follow();
        auto& services = s.fake.services;
        const auto file = s.fake.folder() / "foreign.tbf";
        s.fake.putToken(file, madeTokenFile());
        services.views.show({RunId("r1")});
        QVERIFY(services.views.views().empty()); // it is being loaded
        s.view.openToken(file);
        QTRY_COMPARE(services.views.views().size(), std::size_t(1));
        QTRY_COMPARE(s.title(), "foreign.tbf");
        services.background.waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(s.title(), "foreign.tbf");
        QVERIFY(s.tree->isVisible());
        QCOMPARE(s.fake.tokens.examined(), 1);
        services.views.show({RunId("r2")});
        QTRY_COMPARE(s.title(), "run r2");
    }

    void saysThatAFileIsNotThere() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.openToken(s.fake.folder() / "absent.tbf");
        QTRY_VERIFY(s.notices->isVisible());
        QVERIFY(s.notices->sentence().contains("not found"));
    }

    void drawsTheVectorWhenItIsLookedAt() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(madeTokenFile())});
        QTRY_VERIFY(s.tree->isVisible());
        QVERIFY(s.view.findChild<VectorPlots*>() == nullptr);
        auto* tabs = s.view.findChild<QTabWidget*>("token.tabs");
        tabs->setCurrentIndex(1);
        const auto* plots = s.view.findChild<VectorPlots*>();
        QVERIFY(plots != nullptr && !plots->isEmpty());
        QVERIFY(!s.view.plots().empty());
        QSignalSpy wished(&s.view, &View::exportRequested);
        Q_EMIT const_cast<VectorPlots*>(plots)->exportRequested(s.view.plots().front());
        QCOMPARE(wished.count(), 1);
        tabs->setCurrentIndex(0);
        QVERIFY(s.view.plots().empty());
        tabs->setCurrentIndex(1);
        s.view.setRuns({s.runWith(kDamaged, "bad")}); // the tab goes
        QTRY_VERIFY(s.trust().contains("Do not trust"));
        QVERIFY(plots->isEmpty());
        s.view.setRuns({});
        QVERIFY(s.view.plots().empty());
    }

    void exportsACopy() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(madeTokenFile())});
        QTRY_VERIFY(s.tree->isVisible());
        std::ofstream(s.fake.folder() / "r1.tbf") << "bytes";
        s.fake.dialogs.files = {s.fake.folder() / "copy.tbf"};
        s.fake.dialogs.forms = {accepted};
        s.exportAction->trigger();
        QTRY_VERIFY(s.notices->isVisible());
        QVERIFY(s.notices->sentence().contains("copy.tbf"));
        QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"run-r1.tbf"});
        std::ifstream copy(s.fake.folder() / "copy.tbf");
        QCOMPARE(std::string(std::istreambuf_iterator<char>(copy), {}), "bytes");
    }

    void exportsTheTokenForWhichItAsked() {
        ShownTokenView s;
        QVERIFY(s.good);
        s.view.setRuns({s.runWith(madeTokenFile())});
        QTRY_VERIFY(s.tree->isVisible());
        std::ofstream(s.fake.folder() / "r1.tbf") << "bytes";
        std::ofstream(s.fake.folder() / "second.tbf") << "others";
        s.fake.dialogs.files = {s.fake.folder() / "copy.tbf"};
        s.fake.dialogs.forms = {accepted};
        s.fake.dialogs.whileOpen = [&] { s.view.setRuns({s.runWith(madeTokenFile(), "second")}); };
        s.exportAction->trigger();
        QTRY_VERIFY(std::filesystem::exists(s.fake.folder() / "copy.tbf"));
        s.fake.services.background.waitForDone();
        std::ifstream copy(s.fake.folder() / "copy.tbf");
        QCOMPARE(std::string(std::istreambuf_iterator<char>(copy), {}), "bytes");
        QCOMPARE(s.fake.dialogs.suggestedNames, QStringList{"run-r1.tbf"});
    }
};

TESSERA_TEST(TestTokenView)

#include "test_token_view.moc"
