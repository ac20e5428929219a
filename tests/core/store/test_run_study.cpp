#include "core/store/sqlite_run_store.h"

#include "tests/core/store/store_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tessera;
using namespace tessera::test;

class TestRunStudy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isKept() {
        QTemporaryDir dir;
        const auto file = std::filesystem::path(dir.path().toStdString()) / "runs.db";
        RunId inStudy, alone;
        {
            const auto store = openOrDie(file);
            auto start = startNamed("a");
            start.study = "pairs & 'seeds'";
            inStudy = must(store->begin(start));
            alone = must(store->begin(startNamed("b")));
            QCOMPARE(must(store->get(inStudy)).study, start.study);
        }
        const auto store = openOrDie(file);
        const auto runs = must(store->list());
        QCOMPARE(runs.size(), std::size_t(2));
        QCOMPARE(runs[0].study, std::string("pairs & 'seeds'"));
        QCOMPARE(runs[1].study, std::string());
        QCOMPARE(query(file, "SELECT count(*) FROM runs WHERE study IS NULL"), std::string("1"));
        QCOMPARE(query(file, "SELECT study FROM runs WHERE id = '" + inStudy.value + "'"),
                 std::string("pairs & 'seeds'"));
    }
};

TESSERA_TEST(TestRunStudy)
#include "test_run_study.moc"
