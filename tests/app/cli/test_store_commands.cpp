#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <SQLiteCpp/Database.h>

#include <QDir>
#include <QFile>

using namespace tessera;
using namespace tessera::test;

// `tessera runs check`, `backup` and `restore`.
class TestStoreCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void findsASoundStore();
    void findsADamagedStore();
    void findsAMissingToken();
    void checksAnOlderStoreWithoutMigratingIt();
    void refusesAMissingStore_data();
    void refusesAMissingStore();
    void backsUp();
    void doesNotOverwriteUnasked();
    void backsUpANamedStore();
    void restores();
    void restoresOverDamage();
    void refusesToRestoreWhatIsNoStore();
    void refusesToRestoreWhileTheStoreIsInUse();
    void saysWhyAnOlderStoreIsNotMigrated();

private:
    [[nodiscard]] Ended runs(const QStringList& arguments) const {
        return runProgram(QStringList{"runs"} + arguments + QStringList{"--out", m_out});
    }
    [[nodiscard]] std::filesystem::path store() const {
        return m_space.path(m_folder) / "runs.tessera.db";
    }
    [[nodiscard]] QString at(const std::string& name) const {
        return m_space.name(m_folder + "-" + name);
    }
    [[nodiscard]] std::string bytes() const { return m_space.read(m_folder + "/runs.tessera.db"); }

    Workspace m_space;
    std::string m_folder; // of this test, a copy of "out"
    QString m_out;
    QString m_id;
    int m_count = 0;
};

void TestStoreCommands::initTestCase() {
    const auto ended = runSmall(m_space);
    QVERIFY2(ended.code == 0, told(ended));
    m_id = QString::fromStdString(jsonOf(ended)["runs"][0]["id"].get<std::string>());
}

void TestStoreCommands::init() {
    m_folder = "copy" + std::to_string(++m_count);
    m_out = m_space.name(m_folder);
    std::filesystem::copy(m_space.path("out"), m_space.path(m_folder),
                          std::filesystem::copy_options::recursive);
}

void TestStoreCommands::findsASoundStore() {
    const auto words = runs({"check"});
    QVERIFY2(words.code == 0 && words.err.isEmpty(), told(words));
    QVERIFY2(QString(words.out).contains("The store is sound."), told(words));
    const auto checked = runs({"check", "--json"});
    QVERIFY2(checked.code == 0, told(checked));
    const auto json = jsonOf(checked);
    QCOMPARE(json["sound"].get<bool>(), true);
    QCOMPARE(json["runs"].get<int>(), 1);
    QCOMPARE(json["schema"].get<int>(), json["newest_schema"].get<int>());
    QCOMPARE(json["bytes"].get<std::size_t>(), bytes().size());
    QVERIFY2(json["problems"].empty() && json["notices"].empty(), told(checked));
}

void TestStoreCommands::findsADamagedStore() {
    auto damaged = bytes();
    damaged.replace(damaged.size() / 2, 2048, 2048, '\xA5');
    m_space.write(m_folder + "/runs.tessera.db", damaged);
    const auto words = runs({"check"});
    QVERIFY2(words.code == 1, told(words));
    QVERIFY2(QString(words.out).contains("The store is not sound"), told(words));
    const auto checked = runs({"check", "--json"});
    QVERIFY2(checked.code == 1, told(checked));
    const auto json = jsonOf(checked);
    QVERIFY2(!json["sound"].get<bool>() && !json["problems"].empty(), told(checked));
    for (const auto& problem : json["problems"]) {
        QVERIFY(isSentence(QString::fromStdString(problem["message"].get<std::string>())));
    }
    QVERIFY(bytes() == damaged);
}

void TestStoreCommands::findsAMissingToken() {
    QVERIFY(QFile::remove(m_out + "/runs/" + m_id + "/token.tbf"));
    const auto checked = runs({"check", "--json"});
    QVERIFY2(checked.code == 1, told(checked));
    const auto json = jsonOf(checked);
    QVERIFY2(json["problems"].size() == 1, told(checked));
    QCOMPARE(json["problems"][0]["kind"].get<std::string>(), std::string("file"));
    QCOMPARE(json["problems"][0]["subject"].get<std::string>(), m_id.toStdString());
}

void TestStoreCommands::checksAnOlderStoreWithoutMigratingIt() {
    const auto folder = at("old");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(TESSERA_FIXTURES "/store/v1.db", folder + "/runs.tessera.db"));
    for (int again = 0; again < 2; ++again) {
        const auto checked = runProgram({"runs", "check", "--json", "--out", folder});
        QCOMPARE(jsonOf(checked)["schema"].get<int>(), 1);
    }
    const auto listed = runProgram({"runs", "list", "--out", folder});
    QVERIFY2(listed.code == 0, told(listed));
    QVERIFY(QFile::exists(folder + "/runs.tessera.db.v1.backup"));
    const auto checked = runProgram({"runs", "check", "--json", "--out", folder});
    QVERIFY2(jsonOf(checked)["schema"].get<int>() > 1, told(checked));
    // And back.
    const auto restored = runProgram(
        {"runs", "restore", folder + "/runs.tessera.db.v1.backup", "--json", "--out", folder});
    QVERIFY2(restored.code == 0, told(restored));
    QCOMPARE(jsonOf(restored)["schema"].get<int>(), 1);
}

void TestStoreCommands::refusesAMissingStore_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("check") << QStringList{"check"};
    QTest::newRow("backup") << QStringList{"backup", "@"};
}

void TestStoreCommands::refusesAMissingStore() {
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings("@", at("backup.db"));
    const auto ended = runProgram(QStringList{"runs"} + arguments +
                                  QStringList{"--json", "--out", m_space.name("nowhere")});
    QVERIFY2(ended.code != 0 && errorOf(ended).first == "NotFound", told(ended));
    QVERIFY(!QFile::exists(m_space.name("nowhere")) && !QFile::exists(at("backup.db")));
}

void TestStoreCommands::backsUp() {
    const auto ended = runs({"backup", at("backup.db"), "--json"});
    QVERIFY2(ended.code == 0, told(ended));
    const auto json = jsonOf(ended);
    QCOMPARE(json["runs"].get<int>(), 1);
    QCOMPARE(json["bytes"].get<qint64>(), QFile(at("backup.db")).size());
    const auto words = runs({"backup", at("second.db")});
    QVERIFY2(words.code == 0 && QString(words.out).startsWith("1 run, "), told(words));
}

void TestStoreCommands::doesNotOverwriteUnasked() {
    const auto file = at("backup.db");
    m_space.write(m_folder + "-backup.db", "somebody's");
    const auto refused = runs({"backup", file});
    QVERIFY2(refused.code != 0 && isRefusal(refused), told(refused));
    QVERIFY2(refused.err.contains("--force"), told(refused));
    QCOMPARE(m_space.read(m_folder + "-backup.db"), std::string("somebody's"));
    const auto forced = runs({"backup", file, "--force"});
    QVERIFY2(forced.code == 0, told(forced));
    QVERIFY(m_space.read(m_folder + "-backup.db") != "somebody's");
    const auto itself = runs({"backup", QString::fromStdString(store().string()), "--force"});
    QVERIFY2(itself.code != 0 && isRefusal(itself), told(itself));
    // What force cannot do is not suggested either.
    const auto unforced = runs({"backup", QString::fromStdString(store().string())});
    QVERIFY2(unforced.code != 0 && !unforced.err.contains("--force"), told(unforced));
}

void TestStoreCommands::backsUpANamedStore() {
    std::filesystem::rename(store(), m_space.path(m_folder) / "other.db");
    const auto ended = runs({"backup", at("backup.db"), "--json", "--store", "other.db"});
    QVERIFY2(ended.code == 0, told(ended));
    const auto checked = runs({"check", "--store", "other.db"});
    QVERIFY2(checked.code == 0, told(checked));
}

void TestStoreCommands::restores() {
    QVERIFY(runs({"backup", at("backup.db")}).code == 0);
    {
        SQLite::Database db(store(), SQLite::OPEN_READWRITE);
        db.exec("UPDATE runs SET note = 'written since'");
    }
    const auto ended = runs({"restore", at("backup.db"), "--json"});
    QVERIFY2(ended.code == 0, told(ended));
    const auto json = jsonOf(ended);
    QCOMPARE(json["runs"].get<int>(), 1);
    const auto kept = QString::fromStdString(json["kept"].get<std::string>());
    QVERIFY2(kept.contains("runs.tessera.db.before-restore-") && QFile::exists(kept), told(ended));
    QCOMPARE(m_space.runs(m_folder).at(0).note, std::string());
    SQLite::Database before(kept.toStdString(), SQLite::OPEN_READONLY);
    QCOMPARE(before.execAndGet("SELECT note FROM runs").getString(), std::string("written since"));
    const auto words = runs({"restore", at("backup.db")});
    QVERIFY2(words.code == 0 && QString(words.out).contains("is kept as"), told(words));
    QVERIFY2(runs({"check"}).code == 0, told(runs({"check"})));
}

void TestStoreCommands::restoresOverDamage() {
    QVERIFY(runs({"backup", at("backup.db")}).code == 0);
    m_space.write(m_folder + "/runs.tessera.db", std::string(5000, 'x'));
    QVERIFY(runs({"list"}).code != 0);
    QVERIFY(runs({"check"}).code == 1);
    const auto ended = runs({"restore", at("backup.db")});
    QVERIFY2(ended.code == 0, told(ended));
    const auto checked = runs({"check"});
    QVERIFY2(checked.code == 0, told(checked));
}

void TestStoreCommands::refusesToRestoreWhatIsNoStore() {
    const auto before = bytes();
    const auto notes = m_space.write(m_folder + "-notes.txt", std::string(5000, 'x'));
    const auto ended = runs({"restore", notes, "--json"});
    QVERIFY2(ended.code != 0 && errorOf(ended).first == "Corrupt", told(ended));
    QVERIFY(bytes() == before);
    const auto missing = runs({"restore", at("nothing.db"), "--json"});
    QVERIFY2(missing.code != 0 && errorOf(missing).first == "NotFound", told(missing));
    QCOMPARE(m_space.tree(m_folder).filter("runs.tessera.db"), QStringList{"runs.tessera.db"});
}

void TestStoreCommands::refusesToRestoreWhileTheStoreIsInUse() {
    QVERIFY(runs({"backup", at("backup.db")}).code == 0);
    auto open = store::openRunStore(store(), store::OpenMode::ReadWrite,
                                    {experiment::experimentText, experiment::parseExperiment});
    QVERIFY(open);
    const auto idle = runs({"restore", at("backup.db")});
    QVERIFY2(idle.code == 1 && isRefusal(idle), told(idle));
    RunStart start;
    start.experiment = m_space.runs(m_folder).at(0).experiment;
    const auto run = (*open)->begin(start);
    QVERIFY(run);
    const auto busy = runs({"restore", at("backup.db")});
    QVERIFY2(busy.code == 1 && isRefusal(busy), told(busy));
    QVERIFY2(QString(busy.err).contains(QString::fromStdString(run->value)), told(busy));
    QVERIFY((*open)->finish(*run, RunState::Done, {}, ""));
    open->reset();
    QCOMPARE(m_space.runs(m_folder).size(), std::size_t(2));
}

// No space for the backup: nothing is migrated, and the list says why it cannot be shown.
void TestStoreCommands::saysWhyAnOlderStoreIsNotMigrated() {
    const auto folder = at("old");
    QVERIFY(QDir().mkpath(folder));
    QVERIFY(QFile::copy(TESSERA_FIXTURES "/store/v1.db", folder + "/runs.tessera.db"));
    const auto ended = runShell("ulimit -f 30; exec \"$TESSERA\" runs list --out '" + folder + "'");
    QVERIFY2(ended.code == 1 && isRefusal(ended), told(ended));
    QVERIFY2(ended.err.contains("no backup"), told(ended));
    const auto checked = runProgram({"runs", "check", "--json", "--out", folder});
    QCOMPARE(jsonOf(checked)["schema"].get<int>(), 1);
}

TESSERA_TEST(TestStoreCommands)
#include "test_store_commands.moc"
