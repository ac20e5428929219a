#include "core/format/file_io.h"
#include "core/format/safetensors.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <bit>
#include <cstring>

using namespace tessera;
using namespace tessera::format;

namespace {

std::vector<std::byte> fileWith(const std::string& header, std::size_t dataBytes) {
    std::vector<std::byte> file;
    for (unsigned i = 0; i < 8; ++i) {
        file.push_back(static_cast<std::byte>(std::uint64_t{header.size()} >> (8 * i)));
    }
    const auto text = std::as_bytes(std::span(header));
    file.insert(file.end(), text.begin(), text.end());
    file.resize(file.size() + dataBytes);
    return file;
}

ArrayFile sample() {
    ArrayFile file;
    file.metadata = {{"format", "pt"}, {"quote\"d", "\u00e9\n"}};
    file.arrays.push_back({"z.weight", DType::F32, {2, 3}, std::vector<std::byte>(24)});
    file.arrays.push_back({"a \"b\"", DType::I64, {}, std::vector<std::byte>(8)});
    file.arrays.push_back({"empty", DType::BF16, {0, 5}, {}});
    file.arrays.push_back({"flags", DType::Bool, {3}, std::vector<std::byte>(3)});
    for (auto& array : file.arrays) {
        for (std::size_t i = 0; i < array.bytes.size(); ++i) {
            array.bytes[i] = static_cast<std::byte>(i + array.name.size());
        }
    }
    return file;
}

} // namespace

class TestSafetensors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goldenFiles() {
        const auto folder = test::goldenDir() / "safetensors";
        const auto expected = test::readJson(folder / "expected.json")["files"];
        QVERIFY(!expected.empty());
        for (const auto& [stem, entry] : expected.items()) {
            const auto path = folder / (stem + ".safetensors");
            const auto file = readSafetensors(path);
            QVERIFY(file.has_value());
            QCOMPARE(file->arrays.size(), std::size_t(1));
            const NamedArray& array = file->arrays.front();
            QCOMPARE(array.name, std::string("uhs_vector"));
            QCOMPARE(array.shape.at(0), entry["loaded_vector_len"].get<std::int64_t>());
            double sum = 0;
            for (std::size_t i = 0; i < array.bytes.size() / 4; ++i) {
                float value = 0;
                std::memcpy(&value, array.bytes.data() + 4 * i, 4);
                sum += double(value);
                if (i < entry["loaded_vector_head_f32"].size()) {
                    QCOMPARE(value, float(test::number(entry["loaded_vector_head_f32"][i])));
                }
            }
            QVERIFY(test::near(sum, test::number(entry["loaded_vector_sum_f64"]), 1e-9));
            QCOMPARE(serializeSafetensors(*file).value(), readFile(path, 1 << 20).value());
        }
    }

    void roundTrip() {
        const QTemporaryDir folder;
        const std::filesystem::path path =
            std::filesystem::path(folder.path().toStdString()) / "a.safetensors";
        const ArrayFile file = sample();
        QVERIFY(writeSafetensors(path, file).has_value());
        const auto bytes = readFile(path, 1 << 20).value();
        QCOMPARE(bytes, serializeSafetensors(file).value());
        std::uint64_t headerBytes = 0;
        std::memcpy(&headerBytes, bytes.data(), 8);
        QCOMPARE(headerBytes % 8, std::uint64_t(0));
        const auto again = readSafetensors(path);
        QVERIFY(again.has_value());
        QVERIFY(again->metadata == file.metadata);
        QCOMPARE(again->arrays.size(), file.arrays.size());
        for (std::size_t i = 0; i < file.arrays.size(); ++i) {
            QCOMPARE(again->arrays[i].name, file.arrays[i].name);
            QVERIFY(again->arrays[i].dtype == file.arrays[i].dtype);
            QCOMPARE(again->arrays[i].shape, file.arrays[i].shape);
            QCOMPARE(again->arrays[i].bytes, file.arrays[i].bytes);
        }
        QVERIFY(parseSafetensors(serializeSafetensors({}).value()).value().arrays.empty());
    }

    void headers_data() {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("dataBytes");
        QTest::addColumn<int>("code"); // -1: accepted
        const auto row = [](const char* name, QByteArray header, int bytes, int code) {
            header.replace('\'', '"');
            QTest::newRow(name) << header << bytes << code;
        };
        const int corrupt = int(ErrorCode::Corrupt);
        const QByteArray a = "'a':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}";
        row("fine", "{" + a + "}", 8, -1);
        row("padded", "{" + a + "}   ", 8, -1);
        row("data in another order",
            "{'b':{'dtype':'U8','shape':[1],'data_offsets':[8,9]}," + a + "}", 9, -1);
        row("empty", "", 0, corrupt);
        row("no object", "[]", 0, corrupt);
        row("leading space", " {}", 0, corrupt);
        row("not JSON", "{" + a, 8, corrupt);
        row("ends inside a key", "{'a", 0, corrupt);
        row("text behind", "{" + a + "}x", 8, corrupt);
        row("trailing bytes", "{" + a + "}", 9, corrupt);
        row("too few bytes", "{" + a + "}", 7, corrupt);
        row("same name twice", "{" + a + "," + a + "}", 8, corrupt);
        row("same key twice", "{'a':{'dtype':'U8','dtype':'U8','shape':[],'data_offsets':[0,1]}}",
            1, corrupt);
        row("overlap", "{" + a + ",'b':{'dtype':'F32','shape':[2],'data_offsets':[4,12]}}", 12,
            corrupt);
        row("gap", "{" + a + ",'b':{'dtype':'F32','shape':[1],'data_offsets':[12,16]}}", 16,
            corrupt);
        row("shape too large", "{'a':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}", 8,
            corrupt);
        row("shape overflows",
            "{'a':{'dtype':'F32','shape':[4294967296,4294967296,4],'data_offsets':[0,0]}}", 0,
            corrupt);
        row("end before begin", "{'a':{'dtype':'F32','shape':[0],'data_offsets':[0,-1]}}", 0,
            corrupt);
        row("huge end", "{'a':{'dtype':'U8','shape':[1],'data_offsets':[0,18446744073709551615]}}",
            1, corrupt);
        row("negative size", "{'a':{'dtype':'U8','shape':[-1],'data_offsets':[0,1]}}", 1, corrupt);
        row("fraction", "{'a':{'dtype':'U8','shape':[1.0],'data_offsets':[0,1]}}", 1, corrupt);
        row("three offsets", "{'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1,1]}}", 1, corrupt);
        row("no shape", "{'a':{'dtype':'U8','data_offsets':[0,1]}}", 1, corrupt);
        row("unknown key", "{'a':{'dtype':'U8','shape':[1],'data_offsets':[0,1],'q':1}}", 1,
            corrupt);
        row("tensor is a number", "{'a':3}", 0, corrupt);
        row("nested arrays", "{'a':{'dtype':'U8','shape':[[1]],'data_offsets':[0,1]}}", 1, corrupt);
        row("metadata is not text", "{'__metadata__':{'a':1}}", 0, corrupt);
        row("metadata", "{'__metadata__':{'a':'b'}}", 0, -1);
        row("bad UTF-8", "{'\xFF':{'dtype':'U8','shape':[1],'data_offsets':[0,1]}}", 1, corrupt);
        row("unknown type", "{'a':{'dtype':'F8_E4M3','shape':[1],'data_offsets':[0,1]}}", 1,
            int(ErrorCode::Unsupported));
        row("deep", QByteArray("{'a':") + QByteArray(100'000, '['), 0, corrupt);
    }
    void headers() {
        QFETCH(QByteArray, header);
        QFETCH(int, dataBytes);
        QFETCH(int, code);
        const auto bytes = fileWith(header.toStdString(), std::size_t(dataBytes));
        const auto file = parseSafetensors(bytes);
        QCOMPARE(file.has_value() ? -1 : int(file.error().code), code);
        QVERIFY(file || file.error().offset.value_or(0) <= bytes.size());
    }

    void lengths() {
        auto bytes = serializeSafetensors(sample()).value();
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QCOMPARE(parseSafetensors(std::span(bytes).first(length)).error().code,
                     ErrorCode::Corrupt);
        }
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] ^= std::byte{0x10};
            (void)parseSafetensors(bytes); // must come back
            bytes[i] ^= std::byte{0x10};
        }
        const std::vector<std::byte> huge(64, std::byte{0xFF});
        QCOMPARE(parseSafetensors(huge).error().code, ErrorCode::Corrupt);
    }

    void notWritable() {
        const auto code = [](const ArrayFile& file) {
            return serializeSafetensors(file).error().code;
        };
        const NamedArray good{"a", DType::U8, {1}, std::vector<std::byte>(1)};
        ArrayFile twice{{good, good}, {}};
        QCOMPARE(code(twice), ErrorCode::InvalidArgument);
        ArrayFile file{{good}, {}};
        file.arrays[0].shape = {2};
        QCOMPARE(code(file), ErrorCode::InvalidArgument);
        for (const char* name : {"", "__metadata__", "\xFF"}) {
            file.arrays[0] = good;
            file.arrays[0].name = name;
            QCOMPARE(code(file), ErrorCode::InvalidArgument);
        }
        QCOMPARE(code({{good}, {{"a", "\xFF"}}}), ErrorCode::InvalidArgument);
    }

    void byteCounts() {
        const std::array<std::int64_t, 2> huge = {INT64_MAX, 2};
        QVERIFY(!byteCount(DType::U8, huge).has_value());
        const std::array<std::int64_t, 2> negative = {-1, 0};
        QVERIFY(!byteCount(DType::U8, negative).has_value());
        QCOMPARE(byteCount(DType::F64, {}).value(), std::uint64_t(8));
        for (const auto& entry : kDTypes) {
            QCOMPARE(dtypeName(dtypeFromName(entry.name).value()), entry.name);
        }
        QVERIFY(!dtypeFromName("f32").has_value());
    }
};

TESSERA_TEST(TestSafetensors)
#include "test_safetensors.moc"
