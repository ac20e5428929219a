#include "core/projection/parallel.h"

#include "tests/support/test_registry.h"

#include <QTest>

#include <stdexcept>
#include <vector>

using namespace tessera;
using namespace tessera::projection;

class TestParallel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachOnce_data() {
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("piece");
        QTest::newRow("nothing") << 2 << 0 << 5;
        QTest::newRow("one thread") << 1 << 103 << 10;
        QTest::newRow("some threads") << 4 << 1003 << 7;
        QTest::newRow("more threads than pieces") << 8 << 3 << 2;
        QTest::newRow("one large piece") << 3 << 5 << 100;
    }
    void eachOnce() {
        QFETCH(int, threads);
        QFETCH(int, count);
        QFETCH(int, piece);
        std::vector<int> visits(std::size_t(count), 0);
        parallelFor(threads, count, piece, [&](std::int64_t first, std::int64_t last) {
            for (auto i = first; i < last; ++i) {
                ++visits[std::size_t(i)];
            }
        });
        QCOMPARE(visits, std::vector<int>(std::size_t(count), 1));
    }

    void whatIsThrownComesOut() {
        for (const int threads : {1, 4}) {
            bool caught = false;
            try {
                parallelFor(threads, 1000, 1, [](std::int64_t first, std::int64_t) {
                    if (first == 17) {
                        throw std::runtime_error("no more");
                    }
                });
            } catch (const std::runtime_error&) {
                caught = true;
            }
            QVERIFY(caught);
        }
    }
};

TESSERA_TEST(TestParallel)
#include "test_parallel.moc"
