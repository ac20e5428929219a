#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

// A run store that is not called runs.tessera.db, as the window can make it.
class TestNamedStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheRunThere();
    void looksIntoIt();
    void repeatsFromIt();
    void namesItWhereARunIsToBeRepeated();
    void isNotTheDefault();

private:
    [[nodiscard]] Ended command(const QStringList& arguments) const {
        return runProgram(arguments +
                          QStringList{"--store", "other.db", "--out", m_space.name("out")});
    }

    Workspace m_space;
    QString m_id;
    Json m_run;
};

void TestNamedStore::initTestCase() {
    const auto ended = runSmall(m_space, "{}", {"--store", "other.db"});
    QVERIFY2(ended.code == 0, told(ended));
    m_run = jsonOf(ended)["runs"][0];
    m_id = QString::fromStdString(m_run["id"].get<std::string>());
}

void TestNamedStore::keepsTheRunThere() {
    QCOMPARE(m_run["store"].get<std::string>(), std::string("other.db"));
    const auto files = m_space.tree("out");
    QVERIFY(files.contains("other.db"));
    QVERIFY(!files.contains("runs.tessera.db"));
    QVERIFY(files.contains("runs/" + m_id + "/token.tbf"));
}

void TestNamedStore::looksIntoIt() {
    const auto listed = command({"runs", "list", "--json"});
    QVERIFY2(listed.code == 0, told(listed));
    QCOMPARE(textOf(jsonOf(listed)), textOf(Json::array({m_run})));
    const auto shown = command({"runs", "show", m_id, "--json"});
    QVERIFY2(shown.code == 0, told(shown));
    QCOMPARE(textOf(jsonOf(shown)["runs"]), textOf(Json::array({m_run})));
    const auto exported = command({"runs", "export", m_id});
    QVERIFY2(exported.code == 0, told(exported));
    QCOMPARE(textOf(jsonOf(exported)["store"]), textOf(m_run["store"]));
}

void TestNamedStore::repeatsFromIt() {
    const auto ended = command({"run", "--again", m_id});
    QVERIFY2(ended.code == 0, told(ended));
    QVERIFY2(QString(ended.out).contains("kept in " + m_space.name("out/other.db")), told(ended));
    const auto listed = jsonOf(command({"runs", "list", "--json"}));
    QCOMPARE(listed.size(), std::size_t(2));
    QCOMPARE(textOf(listed[1]["drift"]), textOf(m_run["drift"]));
    QVERIFY(!m_space.tree("out").contains("runs.tessera.db"));
}

void TestNamedStore::namesItWhereARunIsToBeRepeated() {
    {
        const auto store =
            store::openRunStore(m_space.path("out/other.db"), store::OpenMode::ReadWrite,
                                {experiment::experimentText, experiment::parseExperiment});
        QVERIFY(store && (*store)->begin({})); // and never ended
    }
    const auto listed = command({"runs", "list"});
    QVERIFY2(QString(listed.out).contains("was interrupted; repeat it with: tessera run --again"),
             told(listed));
    QVERIFY2(listed.out.trimmed().endsWith("--store other.db"), told(listed));
}

void TestNamedStore::isNotTheDefault() {
    const auto listed = runProgram({"runs", "list", "--json", "--out", m_space.name("out")});
    QCOMPARE(listed.code, 3);
    QCOMPARE(errorOf(listed).first, QString("NotFound"));
}

TESSERA_TEST(TestNamedStore)
#include "test_named_store.moc"
