#include "core/format/file_io.h"
#include "core/format/restricted_pickle.h"
#include "core/format/state_dict.h"
#include "core/format/utf8.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cstring>
#include <map>
#include <set>

using namespace tessera;
using namespace tessera::format;

namespace {

using Bytes = std::vector<std::byte>;

Bytes bytesOf(const QByteArray& text) {
    const auto bytes = std::as_bytes(std::span(text.constData(), std::size_t(text.size())));
    return {bytes.begin(), bytes.end()};
}

QByteArray littleEndian(std::uint64_t value, int size) {
    QByteArray bytes;
    for (int i = 0; i < size; ++i) {
        bytes.append(i < 8 ? char(value >> (8 * i)) : char(0));
    }
    return bytes;
}

std::uint32_t crc32(const QByteArray& bytes) {
    std::uint32_t crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= std::uint8_t(byte);
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? crc >> 1U ^ 0xEDB88320U : crc >> 1U;
        }
    }
    return ~crc;
}

struct Record {
    QByteArray name;
    QByteArray data;
    std::uint16_t method = 0; // stored
};

Bytes zipOf(const std::vector<Record>& records) {
    QByteArray file;
    QByteArray directory;
    for (const Record& record : records) {
        const auto size = std::uint64_t(record.data.size());
        const QByteArray common =
            littleEndian(20, 2) + littleEndian(0, 2) + littleEndian(record.method, 2) +
            littleEndian(0, 4) + littleEndian(crc32(record.data), 4) + littleEndian(size, 4) +
            littleEndian(size, 4) + littleEndian(std::uint64_t(record.name.size()), 2) +
            littleEndian(0, 2);
        directory += "PK\x01\x02" + littleEndian(20, 2) + common + littleEndian(0, 10) +
                     littleEndian(std::uint64_t(file.size()), 4) + record.name;
        file += "PK\x03\x04" + common + record.name + record.data;
    }
    const QByteArray end = "PK\x05\x06" + littleEndian(0, 4) + littleEndian(records.size(), 2) +
                           littleEndian(records.size(), 2) +
                           littleEndian(std::uint64_t(directory.size()), 4) +
                           littleEndian(std::uint64_t(file.size()), 4) + littleEndian(0, 2);
    return bytesOf(file + directory + end);
}

QByteArray text(const QByteArray& value) {
    return "X" + littleEndian(std::uint64_t(value.size()), 4) + value;
}

QByteArray number(std::int32_t value) {
    return "J" + littleEndian(std::uint64_t(value), 4);
}

// A tensor with 64 dimensions that is asked for again and again, with five bytes each time.
QByteArray repeatedTensor(int times) {
    const QByteArray ones = "(" + QByteArray("K\x01").repeated(64) + "t";
    return "ctorch._utils\n_rebuild_tensor_v2\nq" + QByteArray(1, '\0') + "((" + text("storage") +
           "ctorch\nFloatStorage\n" + text("0") + text("cpu") + number(1) + "tQ" + number(0) +
           ones + ones + "\x89}tq\x01" + QByteArray("h\0h\x01R", 5).repeated(times);
}

// A pickled tensor on storage 0 of float32; shape and strides are opcodes that leave a tuple.
QByteArray tensor(int elements, int offset, const QByteArray& shape, const QByteArray& strides,
                  const QByteArray& key = "0") {
    return "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") + "ctorch\nFloatStorage\n" +
           text(key) + text("cpu") + number(elements) + "tQ" + number(offset) + shape + strides +
           "\x89"
           "}tR";
}

QByteArray pair(int a, int b) {
    return number(a) + number(b) + "\x86";
}

QByteArray dictOf(const QByteArray& name, const QByteArray& value) {
    return "\x80\x02}" + text(name) + value + "s.";
}

Bytes archiveOf(const QByteArray& pickle, const QByteArray& storage) {
    return zipOf({{"m/data.pkl", pickle}, {"m/data/0", storage}});
}

QByteArray floats(const std::vector<float>& values) {
    return QByteArray(reinterpret_cast<const char*>(values.data()),
                      qsizetype(values.size() * sizeof(float)));
}

std::vector<float> floatsOf(const NamedArray& array) {
    std::vector<float> values(array.bytes.size() / sizeof(float));
    if (!values.empty()) {
        std::memcpy(values.data(), array.bytes.data(), values.size() * sizeof(float));
    }
    return values;
}

std::vector<std::filesystem::path> goldenModels() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(test::goldenDir() / "models")) {
        if (entry.path().string().ends_with(".state_dict.pt")) {
            files.push_back(entry.path());
        }
    }
    return files;
}

} // namespace

class TestStateDict : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles() {
        const auto files = goldenModels();
        QVERIFY(!files.empty());
        for (const auto& path : files) {
            const auto file = readStateDict(path);
            QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
            std::map<std::string, const NamedArray*> byName;
            for (const auto& array : file->arrays) {
                QCOMPARE(std::uint64_t(array.bytes.size()),
                         byteCount(array.dtype, array.shape).value());
                byName[array.name] = &array;
            }
            QCOMPARE(byName.size(), file->arrays.size());

            auto stem = path.filename().string();
            stem.resize(stem.size() - std::strlen(".state_dict.pt"));
            const auto facts = test::readJson(path.parent_path() / (stem + ".json"));
            for (const auto& [name, shape] : facts["parameters"].items()) {
                QVERIFY2(byName.contains(name), name.c_str());
                QCOMPARE(byName[name]->shape, shape.get<std::vector<std::int64_t>>());
            }
            // The first token's row of the embedding is the first thing that the network computes.
            const auto rows = floatsOf(*byName.at("embedding.weight"));
            const auto& first = facts["activations"]["embedding"]["first"];
            const auto token = facts["input"][0][0].get<std::size_t>();
            const auto width = std::size_t(byName.at("embedding.weight")->shape.at(1));
            for (std::size_t i = 0; i < first.size(); ++i) {
                QVERIFY(
                    test::near(double(rows.at(token * width + i)), test::number(first[i]), 1e-7));
            }
        }
    }

    void sharedTensorAppearsUnderBothNames() {
        int shared = 0;
        for (const auto& path : goldenModels()) {
            const auto file = readStateDict(path);
            QVERIFY(file.has_value());
            std::map<std::string, const NamedArray*> byName;
            for (const auto& array : file->arrays) {
                byName[array.name] = &array;
            }
            QCOMPARE(file->arrays.front().name, std::string("embedding.weight"));
            if (byName.contains("lstm.weight_ih_l0")) {
                ++shared;
                QCOMPARE(byName.at("layers.0.weight_ih_l0")->bytes,
                         byName.at("lstm.weight_ih_l0")->bytes);
            }
        }
        QVERIFY(shared > 0);
    }

    void damage() {
        for (const auto& path : goldenModels()) {
            auto bytes = readFile(path, 1 << 20).value();
            for (std::size_t length = 0; length < bytes.size(); length += 1 + bytes.size() / 150) {
                QVERIFY(!parseStateDict(std::span(bytes).first(length)).has_value());
            }
            // A flip in padding or in a date changes nothing, so only that it comes back counts.
            for (std::size_t i = 0; i < bytes.size(); i += 1 + bytes.size() / 400) {
                bytes[i] ^= std::byte{0x04};
                (void)parseStateDict(bytes);
                bytes[i] ^= std::byte{0x04};
            }
        }
    }

    void damagedPickle() {
        const QByteArray pickle = dictOf("w", tensor(6, 0, pair(2, 3), pair(3, 1)));
        QVERIFY(parseStateDictPickle(bytesOf(pickle)).has_value());
        for (qsizetype length = 0; length < pickle.size(); ++length) {
            QVERIFY(!parseStateDictPickle(bytesOf(pickle.left(length))).has_value());
        }
        for (qsizetype i = 0; i < pickle.size(); ++i) {
            for (int value = 0; value < 256; ++value) {
                QByteArray changed = pickle;
                changed[i] = char(value);
                (void)parseStateDictPickle(bytesOf(changed));
                (void)parseStateDict(archiveOf(changed, QByteArray(24, '\0')));
            }
        }
    }

    void strides() {
        const QByteArray storage = floats({0, 1, 2, 3, 4, 5, 6});
        const auto values = [&](const QByteArray& value) {
            const auto file = parseStateDict(archiveOf(dictOf("w", value), storage));
            return file ? floatsOf(file->arrays.at(0)) : std::vector<float>{-1};
        };
        QCOMPARE(values(tensor(7, 1, pair(2, 3), pair(3, 1))),
                 (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(values(tensor(7, 1, pair(3, 2), pair(1, 3))),
                 (std::vector<float>{1, 4, 2, 5, 3, 6}));
        QCOMPARE(values(tensor(7, 5, pair(2, 2), pair(0, 1))), (std::vector<float>{5, 6, 5, 6}));
        QCOMPARE(values(tensor(7, 6, ")", ")")), (std::vector<float>{6}));
        QCOMPARE(values(tensor(7, 100, pair(0, 2), pair(2, 1))), (std::vector<float>{}));
        QCOMPARE(values("ctorch._utils\n_rebuild_parameter\n(" +
                        tensor(7, 0, pair(1, 2), pair(2, 1)) + "\x88)tR"),
                 (std::vector<float>{0, 1}));
    }

    void doesNotFit_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::newRow("one too many") << tensor(7, 2, pair(2, 3), pair(3, 1));
        QTest::newRow("offset at the end") << tensor(7, 7, ")", ")");
        QTest::newRow("huge offset") << tensor(7, INT32_MAX, pair(1, 1), pair(1, 1));
        QTest::newRow("huge stride") << tensor(7, 0, pair(2, 2), pair(INT32_MAX, 1));
        QTest::newRow("huge shape") << tensor(7, 0, pair(INT32_MAX, INT32_MAX), pair(0, 0));
        QTest::newRow("negative stride") << tensor(7, 3, pair(2, 2), pair(-1, 1));
        QTest::newRow("negative offset") << tensor(7, -1, pair(2, 2), pair(2, 1));
        QTest::newRow("negative shape") << tensor(7, 0, pair(-2, 2), pair(2, 1));
        QTest::newRow("ranks differ") << tensor(7, 0, pair(2, 2), ")");
        QTest::newRow("another storage size") << tensor(8, 0, pair(2, 2), pair(2, 1));
        QTest::newRow("storage missing") << tensor(7, 0, pair(2, 2), pair(2, 1), "1");
        QTest::newRow("storage with a path") << tensor(7, 0, pair(2, 2), pair(2, 1), "../0");
    }
    void doesNotFit() {
        QFETCH(QByteArray, value);
        const auto file =
            parseStateDict(archiveOf(dictOf("w", value), floats({0, 1, 2, 3, 4, 5, 6})));
        QVERIFY(!file.has_value());
        QCOMPARE(file.error().code, ErrorCode::Corrupt);
    }

    void refusedPickles_data() {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("mentions");
        const int corrupt = int(ErrorCode::Corrupt);
        const int unsupported = int(ErrorCode::Unsupported);
        QTest::newRow("os.system") << QByteArray("\x80\x02"
                                                 "cos\nsystem\n(") +
                                          text("true") + "tR."
                                   << unsupported << QByteArray("'os.system'");
        QTest::newRow("eval") << QByteArray("\x80\x02"
                                            "c__builtin__\neval\n(") +
                                     text("1") + "tR."
                              << unsupported << QByteArray("'__builtin__.eval'");
        QTest::newRow("name with control characters") << QByteArray("\x80\x02"
                                                                    "c\x1b[31m\nx\n.")
                                                      << unsupported << QByteArray("unreadable");
        QTest::newRow("INST") << QByteArray("\x80\x02(ios\nsystem\n.") << unsupported
                              << QByteArray("0x69");
        QTest::newRow("STACK_GLOBAL")
            << QByteArray("\x80\x04") + text("os") + text("system") + "\x93." << unsupported
            << QByteArray("0x93");
        QTest::newRow("not a dictionary")
            << QByteArray("\x80\x02].") << unsupported << QByteArray("dictionary");
        QTest::newRow("not tensors")
            << dictOf("epoch", number(3)) << unsupported << QByteArray("'epoch'");
        QTest::newRow("nested") << dictOf("model", "}") << unsupported << QByteArray("'model'");
        QTest::newRow("empty") << QByteArray() << corrupt << QByteArray("early");
        QTest::newRow("version") << QByteArray("\x80\x09}.") << corrupt << QByteArray("version");
        QTest::newRow("underflow") << QByteArray("\x80\x02s.") << corrupt << QByteArray("values");
        QTest::newRow("below a mark")
            << QByteArray("\x80\x02}N(Ns.") << corrupt << QByteArray("values");
        QTest::newRow("no mark") << QByteArray("\x80\x02Nt.") << corrupt << QByteArray("mark");
        QTest::newRow("two values") << QByteArray("\x80\x02}}.") << corrupt << QByteArray("behind");
        QTest::newRow("unknown memo")
            << QByteArray("\x80\x02h\x05.") << corrupt << QByteArray("remembered");
        QTest::newRow("endless text")
            << QByteArray("\x80\x02X\xFF\xFF\xFF\xFF.") << corrupt << QByteArray("text");
        QTest::newRow("endless name") << QByteArray("\x80\x02"
                                                    "c") +
                                             QByteArray(1000, 'a')
                                      << corrupt << QByteArray("name");
        QTest::newRow("list in itself") << QByteArray("\x80\x02]q\x01h\x01"
                                                      "a.")
                                        << unsupported << QByteArray("dictionary");
        QTest::newRow("nesting bomb") << QByteArray("\x80\x02") + QByteArray(3'000'000, '(')
                                      << corrupt << QByteArray("deeply");
        QTest::newRow("value bomb") << QByteArray("\x80\x02") + QByteArray(3'000'000, 'N')
                                    << unsupported << QByteArray("too many");
        QTest::newRow("tensor bomb") << QByteArray("\x80\x02") + repeatedTensor(300'000)
                                     << unsupported << QByteArray("more tensors");
        QTest::newRow("dimension bomb") << QByteArray("\x80\x02") + repeatedTensor(20'000)
                                        << unsupported << QByteArray("more tensors");
        QTest::newRow("same name twice")
            << QByteArray("\x80\x02}") + text("w") + tensor(1, 0, ")", ")") + "s" + text("w") +
                   tensor(1, 0, ")", ")") + "s."
            << corrupt << QByteArray("twice");
    }
    void refusedPickles() {
        QFETCH(QByteArray, pickle);
        QFETCH(int, code);
        QFETCH(QByteArray, mentions);
        const auto direct = parseStateDictPickle(bytesOf(pickle));
        QVERIFY(!direct.has_value());
        QCOMPARE(int(direct.error().code), code);
        QVERIFY2(QByteArray::fromStdString(direct.error().detail).contains(mentions),
                 direct.error().detail.c_str());
        const auto inArchive = parseStateDict(archiveOf(pickle, floats({1})));
        QCOMPARE(int(inArchive.error().code), code);
    }

    void refusedArchives() {
        const QByteArray pickle = dictOf("w", tensor(1, 0, ")", ")"));
        const auto code = [](const Bytes& bytes) { return parseStateDict(bytes).error().code; };
        QVERIFY(parseStateDict(archiveOf(pickle, floats({1}))).has_value());
        QCOMPARE(code(zipOf({})), ErrorCode::Unsupported);
        QCOMPARE(code(zipOf({{"m/other", "x"}})), ErrorCode::Unsupported);
        QCOMPARE(code(zipOf({{"m/data.pkl", pickle}, {"m/constants.pkl", "x"}})),
                 ErrorCode::Unsupported);
        QCOMPARE(code(zipOf({{"m/data.pkl", pickle}, {"m/byteorder", "big"}})),
                 ErrorCode::Unsupported);
        QCOMPARE(code(zipOf({{"m/data.pkl", pickle}, {"m/data/0", floats({1}), 8}})),
                 ErrorCode::Unsupported);
        QCOMPARE(code(bytesOf(QByteArray("\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20"))),
                 ErrorCode::Unsupported);
        QCOMPARE(code(bytesOf("no archive")), ErrorCode::Corrupt);
        QCOMPARE(code({}), ErrorCode::Corrupt);
        QCOMPARE(readStateDict("/dev/zero").error().code, ErrorCode::InvalidArgument);
    }

    void namesThatAreNotText() {
        const auto file = parseStateDict(zipOf({{"\xFF/data.pkl", "x"}}));
        QCOMPARE(file.error().code, ErrorCode::Corrupt);
        QVERIFY2(isUtf8(file.error().detail), file.error().detail.c_str());
    }

    void checksumOfARecordIsCompared() {
        auto bytes = archiveOf(dictOf("w", tensor(1, 0, ")", ")")), "UNIQ");
        const std::string_view whole(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        bytes[whole.find("UNIQ")] ^= std::byte{1};
        QCOMPARE(parseStateDict(bytes).error().code, ErrorCode::Corrupt);
    }
};

TESSERA_TEST(TestStateDict)
#include "test_state_dict.moc"
