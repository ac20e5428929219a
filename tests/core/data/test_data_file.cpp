#include "core/data/data_file.h"

#include "core/data/class_collector.h"
#include "tests/core/data/data_test_util.h"
#include "tests/support/digit_files.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

namespace {

std::filesystem::path dataDir() {
    return std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

// Labels as the collector orders them.
std::string ordered(const std::vector<std::string>& labels) {
    ClassCollector collector;
    for (const auto& label : labels) {
        if (!collector.add(label)) {
            return "refused";
        }
    }
    return joined(collector.finish().names);
}

} // namespace

class TestDataFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The digits are the same whether they are built in or come from a person's file.
    void digitsFromEveryFormat_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("npz") << 0;
        QTest::newRow("IDX") << 1;
        QTest::newRow("CSV") << 2;
    }
    void digitsFromEveryFormat() {
        QFETCH(int, format);
        const DataFolder folder;
        const auto digits = readDigits(dataDir());
        DataSpec spec;
        spec.splits = {600, 597, 200, 400};
        spec.file = format == 0   ? writeDigitsNpz(folder, digits)
                    : format == 1 ? writeDigitsIdx(folder, digits)
                                  : writeDigitsCsv(folder, digits);
        spec.reading.input = DataInput::Image;
        spec.reading.normalise = Normalisation::Unit;
        DataSpec builtIn;
        builtIn.name = "digits";
        builtIn.splits = spec.splits;
        for (const std::uint64_t seed : {1, 7}) {
            const auto own = loadData(spec, seed, {dataDir(), {}});
            QVERIFY2(own.has_value(), own ? "" : own.error().detail.c_str());
            QVERIFY(isSame(*own, loadData(builtIn, seed, {dataDir(), {}}).value()));
        }
    }

    void content_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("format");
        // By what is in them, whatever they are called.
        QTest::newRow("CSV") << QByteArray("a.npy") << QByteArray("1,2,a\n3,4,b\n")
                             << QByteArray("CSV");
        QTest::newRow("gzipped CSV")
            << QByteArray("a.csv") << gzipped("1,2,a\n3,4,b\n") << QByteArray("CSV");
        QTest::newRow("npz")
            << QByteArray("a.csv")
            << zipOf({{"x.npy", npyOf(arrayOf<float>(format::DType::F32, {2, 1}, {1, 2}))},
                      {"y.npy", npyOf(arrayOf<float>(format::DType::F32, {2}, {1, 2}))}})
            << QByteArray("NumPy archive");
    }
    void content() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, format);
        const DataFolder folder;
        const auto file = mustRead(folder.write(name.toStdString(), bytes));
        QCOMPARE(QByteArray::fromStdString(file.about.format), format);
        QCOMPARE(file.rows.size(), 2);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("empty") << QByteArray() << int(ErrorCode::Corrupt) << QByteArray("no rows");
        QTest::newRow("gzip cut short") << gzipped("1,2,a\n3,4,b\n").chopped(9)
                                        << int(ErrorCode::Corrupt) << QByteArray("ends too early");
        QTest::newRow("one sample") << QByteArray("1,2,a\n1,b\n") << int(ErrorCode::InvalidArgument)
                                    << QByteArray("1 were left out, the first at line 2: it has 2");
        QTest::newRow("a program") << QByteArray("\x7F"
                                                 "ELF\x02\x01\x01\0\0\0",
                                                 10)
                                   << int(ErrorCode::Corrupt) << QByteArray("no kind of data file");
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const DataFolder folder;
        const auto detail = refusal(readFile(folder.write("some.file", bytes)), ErrorCode(code));
        QVERIFY(says(detail, said.toStdString()));
        QVERIFY(says(detail, "some.file"));
    }

    void paths() {
        const DataFolder folder;
        QVERIFY(says(refusal(readFile(folder.path("nothing.csv")), ErrorCode::NotFound),
                     "nothing.csv"));
        QVERIFY(!refusal(readFile("/dev/null"), ErrorCode::InvalidArgument).empty());
        ReadLimits limits;
        limits.maxBytes = 10;
        QVERIFY(!refusal(readFile(folder.write("a.csv", "1,2,a\n3,4,b\n"), {}, limits),
                         ErrorCode::Unsupported)
                     .empty());
    }

    // Every prefix of a good file, and every byte of it turned over: an answer, never a crash.
    void damage_data() {
        QTest::addColumn<QByteArray>("bytes");
        const auto x = arrayOf<float>(format::DType::F32, {2, 2}, {1, 2, 3, 4});
        const auto y = arrayOf<std::int64_t>(format::DType::I64, {2}, {0, 1});
        QTest::newRow("npz") << zipOf({{"x.npy", npyOf(x)}, {"y.npy", npyOf(y)}});
        QTest::newRow("packed npz")
            << zipOf({{"x.npy", npyOf(x)}, {"y.npy", npyOf(y)}}, Packing::Deflated);
        QTest::newRow("CSV") << QByteArray("x,\"z\",label\n1,\"2\",a\n3,4.5,\"b\"\n");
        QTest::newRow("gzipped CSV") << gzipped("x,z,label\n1,2,a\n3,4.5,b\n");
    }
    void damage() {
        QFETCH(QByteArray, bytes);
        const DataFolder folder;
        ReadLimits limits;
        limits.maxBytes = 1 << 20;
        const auto isSound = [&](const QByteArray& damaged) {
            const auto file = readFile(folder.write("d", damaged), {}, limits);
            return file ? file->rows.size() == file->rows.labels.size(0) && file->rows.size() > 1
                        : !file.error().detail.empty();
        };
        QVERIFY(isSound(bytes));
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QVERIFY(isSound(bytes.left(i)));
            for (const int bit : {0, 7}) {
                auto turned = bytes;
                turned[i] = char(turned[i] ^ (1 << bit));
                QVERIFY(isSound(turned));
            }
        }
    }

    void classOrder_data() {
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QByteArray>("order");
        QTest::newRow("none") << QStringList() << QByteArray();
        QTest::newRow("one") << QStringList{"a", "a"} << QByteArray("a");
        QTest::newRow("numbers by size")
            << QStringList{"10", "9", "-1", "1e1"} << QByteArray("-1|9|10|1e1");
        QTest::newRow("numbers first") << QStringList{"b", "2", "a", "1"} << QByteArray("1|2|a|b");
        QTest::newRow("NaN is a text")
            << QStringList{"nan", "3", "inf", "1", "2", "nan"} << QByteArray("1|2|3|inf|nan");
    }
    void classOrder() {
        QFETCH(QStringList, labels);
        QFETCH(QByteArray, order);
        std::vector<std::string> texts;
        for (const auto& label : labels) {
            texts.push_back(label.toStdString());
        }
        QCOMPARE(QByteArray::fromStdString(ordered(texts)), order);
        std::reverse(texts.begin(), texts.end());
        QCOMPARE(QByteArray::fromStdString(ordered(texts)), order);
    }

    void mostClasses() {
        std::vector<std::string> labels;
        for (std::size_t i = 0; i < ClassCollector::kMostClasses; ++i) {
            labels.push_back(std::to_string(i));
        }
        QVERIFY(ordered(labels) != "refused");
        labels.emplace_back("one more");
        QCOMPARE(ordered(labels), std::string("refused"));
    }
};

TESSERA_TEST(TestDataFile)
#include "test_data_file.moc"
