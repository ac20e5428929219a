#include "core/tap/row_store.h"

#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <limits>

#include <sys/resource.h>

using namespace tessera;
using namespace tessera::tap;

namespace {

torch::Tensor draw(std::int64_t rows, std::int64_t width, torch::ScalarType type) {
    torch::manual_seed(static_cast<std::uint64_t>(rows * 1000 + width));
    return torch::randn({rows, width}, type);
}

void must(const Result<void>& result) {
    if (!result) {
        qFatal("%s", result.error().detail.c_str());
    }
}

// Written in parts of `part` rows.
RowStore stored(const torch::Tensor& rows, const RowSpacePtr& space, std::int64_t part = 256) {
    auto store = RowStore::create({rows.size(0), rows.size(1), rows.scalar_type()}, space).value();
    for (std::int64_t begin = 0; begin < rows.size(0); begin += part) {
        must(store.append(rows.narrow(0, begin, std::min(part, rows.size(0) - begin))));
    }
    return store;
}

torch::Tensor joined(const RowStore& store, std::int64_t rowsPerChunk) {
    std::vector<torch::Tensor> parts;
    std::int64_t next = 0;
    const auto read = store.eachChunk(
        rowsPerChunk, [&](std::int64_t begin, const torch::Tensor& rows) -> Result<void> {
            if (begin != next || rows.size(0) > rowsPerChunk) {
                return fail(ErrorCode::Internal, "not in order");
            }
            next += rows.size(0);
            parts.push_back(rows.clone());
            return {};
        });
    must(read);
    return parts.empty() ? torch::Tensor() : torch::cat(parts);
}

// No file may grow beyond `bytes` while this lives, which stands for a full disk.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileLimit() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FileLimit(const FileLimit&) = delete;
    FileLimit& operator=(const FileLimit&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

class TestRowStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fileEqualsMemory_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("isDouble");
        for (const bool isDouble : {false, true}) {
            const char* type = isDouble ? "float64" : "float32";
            QTest::addRow("one row, %s", type) << 1 << 5 << isDouble;
            QTest::addRow("one value, %s", type) << 1 << 1 << isDouble;
            QTest::addRow("odd, %s", type) << 777 << 13 << isDouble;
            QTest::addRow("several chunks, %s", type) << 2500 << 1031 << isDouble;
        }
    }
    void fileEqualsMemory() {
        QFETCH(int, rows);
        QFETCH(int, width);
        QFETCH(bool, isDouble);
        const auto values = draw(rows, width, isDouble ? torch::kFloat64 : torch::kFloat32);
        const auto memory = stored(values, nullptr);
        const auto file = stored(values, space(0), 100);
        QVERIFY(file.inFile() && !memory.inFile());
        const auto order = torch::randperm(rows, torch::kInt64);
        for (const auto& store : {memory, file, RowStore(values)}) {
            QVERIFY(store.defined());
            QCOMPARE(store.count(), std::int64_t{rows});
            QCOMPARE(store.width(), std::int64_t{width});
            QVERIFY(torch::equal(store.rows(0, rows).value(), values));
            QVERIFY(
                torch::equal(store.first(rows / 2 + 1).value(), values.narrow(0, 0, rows / 2 + 1)));
            QVERIFY(torch::equal(store.first(rows + 9).value(), values));
            QCOMPARE(store.rows(rows, 0).value().size(0), std::int64_t{0});
            QVERIFY(torch::equal(store.gather(order).value(), values.index_select(0, order)));
            for (const std::int64_t part : {1, 7, rows, rows + 1}) {
                if (rows < 1000 || part > 1) {
                    QVERIFY(torch::equal(joined(store, part), values));
                }
            }
            QVERIFY(torch::equal(joined(store, chunkRows(width)), values));
        }
        // Nothing of it can be seen in the folder.
        QVERIFY(std::filesystem::is_empty(m_folder.path().toStdString()));
    }

    // Sums come out the same to the last bit, wherever the rows are.
    void sumsAreTheSame() {
        const auto values = draw(3001, 701, torch::kFloat32);
        const auto sumOf = [](const RowStore& store) {
            auto sum = torch::zeros({701, 701}, torch::kFloat64);
            must(store.eachChunk([&](std::int64_t, const torch::Tensor& rows) -> Result<void> {
                const auto x = rows.to(torch::kFloat64);
                sum.addmm_(x.t(), x);
                return {};
            }));
            return sum;
        };
        QVERIFY(torch::equal(sumOf(stored(values, nullptr)), sumOf(stored(values, space(0)))));
    }

    void noRows() {
        for (const auto& where : {space(0), RowSpacePtr()}) {
            const auto store = RowStore::create({0, 4}, where).value();
            QVERIFY(store.defined());
            QCOMPARE(store.count(), std::int64_t{0});
            QCOMPARE(store.width(), std::int64_t{4});
            QVERIFY(!joined(store, 10).defined());
            QCOMPARE(store.first(3).value().size(0), std::int64_t{0});
            QVERIFY(isFinite(store).value());
        }
        const RowStore nothing;
        QVERIFY(!nothing.defined() && !RowStore(torch::Tensor()).defined());
        QCOMPARE(nothing.count(), std::int64_t{0});
        QCOMPARE(nothing.width(), std::int64_t{0});
        QVERIFY(!joined(nothing, 10).defined());
        QCOMPARE(RowStore(torch::ones({6})).width(), std::int64_t{0}); // not a matrix
    }

    void spaceIsShared() {
        const auto where = space(1000); // 10 rows of 25 float32
        {
            const auto first = RowStore::create({4, 25}, where).value();
            const auto second = RowStore::create({5, 25}, where).value();
            QCOMPARE(where->bytesLeft(), std::int64_t{100});
            const auto third = RowStore::create({2, 25}, where).value();
            QVERIFY(!first.inFile() && !second.inFile() && third.inFile());
            QVERIFY(!RowStore::create({1, 25}, where).value().inFile()); // it fits exactly
            const auto copy = second;                                    // takes nothing more
            QCOMPARE(where->bytesLeft(), std::int64_t{100});
            QCOMPARE(copy.space(), where);
        }
        QCOMPARE(where->bytesLeft(), std::int64_t{1000});
        QCOMPARE(where->memoryBytes(), std::int64_t{1000});
    }

    void typesAreConverted() {
        auto store = RowStore::create({2, 3, torch::kFloat64}, space(0)).value();
        QVERIFY(store.append(torch::ones({1, 3})));
        QCOMPARE(store.count(), std::int64_t{1});
        // Turned, with gradients, and as integers.
        const auto turned = torch::arange(3, torch::kFloat32).view({3, 1}).requires_grad_();
        QVERIFY(store.append(turned.t()));
        const auto rows = store.rows(0, 2).value();
        QCOMPARE(rows.scalar_type(), torch::kFloat64);
        QVERIFY(torch::equal(
            rows, torch::tensor({1.0, 1.0, 1.0, 0.0, 1.0, 2.0}, torch::kFloat64).view({2, 3})));
    }

    void misfitRowsAreADefect() {
        auto store = RowStore::create({2, 3}, space(0)).value();
        QVERIFY_EXCEPTION_THROWN((void)store.append(torch::ones({1, 4})), c10::Error);
        QVERIFY_EXCEPTION_THROWN((void)store.append(torch::ones({3, 3})), c10::Error);
        QVERIFY_EXCEPTION_THROWN((void)store.append(torch::ones({3})), c10::Error);
        QVERIFY_EXCEPTION_THROWN((void)store.rows(0, 1), c10::Error);
        QVERIFY(store.append(torch::ones({2, 3})));
        const auto outside = torch::tensor({2}, torch::kInt64);
        QVERIFY_EXCEPTION_THROWN((void)store.gather(outside), c10::Error);
    }

    void visitorsEndTheReading() {
        const auto store = stored(draw(100, 3, torch::kFloat32), space(0));
        int visits = 0;
        const auto read = store.eachChunk(10, [&](std::int64_t, const torch::Tensor&) {
            return ++visits == 2 ? Result<void>(fail(ErrorCode::Corrupt, "enough"))
                                 : Result<void>();
        });
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QCOMPARE(visits, 2);
    }

    void pairsOfStores() {
        const auto wide = draw(3000, 600, torch::kFloat32);
        const auto narrow = draw(3000, 2, torch::kFloat64);
        std::vector<torch::Tensor> left, right;
        const auto read = eachChunk(stored(narrow, nullptr), stored(wide, space(0)),
                                    [&](const torch::Tensor& a, const torch::Tensor& b) {
                                        left.push_back(a);
                                        right.push_back(b);
                                        return Result<void>();
                                    });
        QVERIFY(read);
        QVERIFY(left.size() > 1); // as small as the wide one asks for
        QVERIFY(torch::equal(torch::cat(left), narrow));
        QVERIFY(torch::equal(torch::cat(right), wide));
    }

    void finiteOrNot() {
        auto values = draw(3000, 600, torch::kFloat32);
        QVERIFY(isFinite(stored(values, space(0))).value());
        for (const float bad :
             {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
            values[2999][599] = bad;
            QVERIFY(!isFinite(stored(values, space(0))).value());
        }
    }

    void chunksHaveOneSize() {
        QCOMPARE(chunkRows(2048), std::int64_t{512});
        QCOMPARE(chunkRows(1), std::int64_t{1} << 20);
        QCOMPARE(chunkRows(0), std::int64_t{1} << 20);
        QCOMPARE(chunkRows(std::int64_t{1} << 40), std::int64_t{1});
    }

    // Said before anything is computed, with the place and the figure.
    void fullDisk() {
        const FileLimit limit(100'000);
        QVERIFY(RowStore::create({100, 250}, space(0))); // as much as there is
        const auto refused = RowStore::create({1001, 250}, space(0));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Io);
        const auto& detail = refused.error().detail;
        QVERIFY2(detail.find("1.0 MB") != std::string::npos, detail.c_str());
        QVERIFY2(detail.find(m_folder.path().toStdString()) != std::string::npos, detail.c_str());
        QVERIFY(std::filesystem::is_empty(m_folder.path().toStdString()));
    }

    void folderIsMadeOrRefused() {
        const auto folder = std::filesystem::path(m_folder.path().toStdString()) / "new" / "deep";
        QVERIFY(RowStore::create({1, 1}, std::make_shared<RowSpace>(0, folder)));
        QVERIFY(std::filesystem::is_directory(folder));
        std::filesystem::remove_all(folder.parent_path());
        for (const char* nowhere : {"", "/proc/nowhere"}) {
            const auto refused = RowStore::create({1, 1}, std::make_shared<RowSpace>(0, nowhere));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Io);
        }
    }

private:
    [[nodiscard]] RowSpacePtr space(std::int64_t bytes) const {
        return std::make_shared<RowSpace>(bytes, m_folder.path().toStdString());
    }

    QTemporaryDir m_folder;
};

TESSERA_TEST(TestRowStore)
#include "test_row_store.moc"
