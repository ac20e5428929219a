#include "core/format/npy.h"
#include "core/format/npy_header.h"

#include "tests/support/test_registry.h"

#include <zip.h>

#include <QTest>

#include <bit>
#include <cstring>
#include <limits>

using namespace tessera;
using namespace tessera::format;

namespace {

std::vector<std::byte> bytesOfText(const std::string& text) {
    const auto bytes = std::as_bytes(std::span(text));
    return {bytes.begin(), bytes.end()};
}

// A version 1.0 file around a header and numbers, as numpy.save() writes it.
std::vector<std::byte> npy(std::string header, const std::string& numbers, char major = 1) {
    header += '\n';
    std::string file("\x93NUMPY", 6);
    file += major;
    file += '\0';
    file += static_cast<char>(header.size() & 0xFFU);
    file += static_cast<char>(header.size() >> 8U);
    if (major > 1) {
        file += std::string(2, '\0');
    }
    return bytesOfText(file + header + numbers);
}

std::string header(const char* descr, const char* order, const char* shape) {
    return QStringLiteral("{'descr': '%1', 'fortran_order': %2, 'shape': %3, }")
        .arg(descr, order, shape)
        .toStdString();
}

template <class T>
std::string raw(std::initializer_list<T> values) {
    std::string text;
    for (const T value : values) {
        text.append(reinterpret_cast<const char*>(&value), sizeof(T));
    }
    return text;
}

template <class T>
std::vector<T> numbersOf(const NamedArray& array) {
    std::vector<T> values(array.bytes.size() / sizeof(T));
    std::memcpy(values.data(), array.bytes.data(), array.bytes.size());
    return values;
}

// An archive in memory, made by libzip.
std::vector<std::byte>
archiveOf(const std::vector<std::pair<const char*, std::vector<std::byte>>>& records,
          zip_int32_t method) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* whole = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(whole);
    zip_t* archive = zip_open_from_source(whole, ZIP_TRUNCATE, &error);
    for (const auto& [name, bytes] : records) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        const auto index = zip_file_add(archive, name, source, ZIP_FL_ENC_UTF_8);
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index), method, 0);
    }
    zip_close(archive);
    zip_source_open(whole);
    zip_source_seek(whole, 0, SEEK_END);
    std::vector<std::byte> bytes(static_cast<std::size_t>(zip_source_tell(whole)));
    zip_source_seek(whole, 0, SEEK_SET);
    zip_source_read(whole, bytes.data(), bytes.size());
    zip_source_close(whole);
    zip_source_free(whole);
    return bytes;
}

} // namespace

class TestNpy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void types_data() {
        QTest::addColumn<QByteArray>("descr");
        QTest::addColumn<QByteArray>("numbers");
        QTest::addColumn<int>("dtype");
        QTest::addColumn<double>("second"); // of two
        const auto row = [](const char* descr, const std::string& numbers, DType dtype,
                            double second) {
            QTest::newRow(descr) << QByteArray(descr)
                                 << QByteArray(numbers.data(), qsizetype(numbers.size()))
                                 << int(dtype) << second;
        };
        row("<f8", raw<double>({1.5, -2.25}), DType::F64, -2.25);
        row("<f4", raw<float>({1.5F, -2.25F}), DType::F32, -2.25);
        row("=f4", raw<float>({1.5F, -2.25F}), DType::F32, -2.25);
        row("<i8", raw<std::int64_t>({1, -7}), DType::I64, -7);
        row("<i4", raw<std::int32_t>({1, -7}), DType::I32, -7);
        row("<i2", raw<std::int16_t>({1, -7}), DType::I16, -7);
        row("|i1", raw<std::int8_t>({1, -7}), DType::I8, -7);
        row("|u1", raw<std::uint8_t>({1, 200}), DType::U8, 200);
        row("|b1", raw<std::uint8_t>({0, 1}), DType::Bool, 1);
        row("<u2", raw<std::uint16_t>({1, 65535}), DType::I32, 65535);
        row("<u4", raw<std::uint32_t>({1, 4294967295U}), DType::I64, 4294967295.0);
        row("<u8", raw<std::uint64_t>({1, 1ULL << 62U}), DType::I64, 4611686018427387904.0);
        row(">i2", std::string("\x00\x01\xFF\xF9", 4), DType::I16, -7);
        row(">u2", std::string("\x00\x01\x01\x02", 4), DType::I32, 258);
    }
    void types() {
        QFETCH(QByteArray, descr);
        QFETCH(QByteArray, numbers);
        QFETCH(int, dtype);
        QFETCH(double, second);
        for (const char major : {1, 2, 3}) {
            const auto array =
                parseNpy(npy(header(descr, "False", "(2,)"), numbers.toStdString(), major));
            QVERIFY2(array.has_value(), array ? "" : array.error().detail.c_str());
            QCOMPARE(int(array->dtype), dtype);
            QCOMPARE(array->shape, std::vector<std::int64_t>{2});
            double value = 0;
            switch (array->dtype) {
            case DType::F64:
                value = numbersOf<double>(*array)[1];
                break;
            case DType::F32:
                value = double(numbersOf<float>(*array)[1]);
                break;
            case DType::I64:
                value = double(numbersOf<std::int64_t>(*array)[1]);
                break;
            case DType::I32:
                value = numbersOf<std::int32_t>(*array)[1];
                break;
            case DType::I16:
                value = numbersOf<std::int16_t>(*array)[1];
                break;
            case DType::I8:
                value = numbersOf<std::int8_t>(*array)[1];
                break;
            default:
                value = numbersOf<std::uint8_t>(*array)[1];
                break;
            }
            QCOMPARE(value, second);
        }
    }

    // [[0,1,2],[3,4,5]] stored column by column.
    void columnMajor() {
        const auto numbers = raw<float>({0, 3, 1, 4, 2, 5});
        const auto array = parseNpy(npy(header("<f4", "True", "(2, 3)"), numbers));
        QVERIFY(array.has_value());
        QCOMPARE(numbersOf<float>(*array), (std::vector<float>{0, 1, 2, 3, 4, 5}));
    }

    void shapes() {
        const auto one = parseNpy(npy(header("<f4", "False", "()"), raw<float>({3})));
        QVERIFY(one.has_value());
        QVERIFY(one->shape.empty());
        const auto none = parseNpy(npy(header("<f4", "False", "(0, 5)"), ""));
        QVERIFY(none.has_value());
        QVERIFY(none->bytes.empty());
        const auto old = parseNpy(npy(header("<f4", "False", "(2L,)"), raw<float>({3, 4})));
        QCOMPARE(old->shape, std::vector<std::int64_t>{2});
    }

    void roundTrip() {
        const NamedArray array{"", DType::I16, {2, 2}, bytesOfText(std::string("abcdefgh"))};
        const auto file = serializeNpy(array);
        QCOMPARE(file.size() % 64, std::size_t(8)); // the numbers begin at a multiple of 64
        const auto back = parseNpy(file);
        QVERIFY(back.has_value());
        QCOMPARE(back->shape, array.shape);
        QCOMPARE(back->bytes, array.bytes);
        for (std::size_t length = 0; length < file.size(); ++length) {
            QVERIFY(!parseNpy(std::span(file).first(length)).has_value());
        }
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* text, ErrorCode code) {
            QTest::newRow(name) << QByteArray(text) << int(code);
        };
        using enum ErrorCode;
        row("not a dictionary", "[1, 2]", Corrupt);
        row("missing shape", "{'descr': '<f4', 'fortran_order': False, }", Corrupt);
        row("twice", "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,), }",
            Corrupt);
        row("unknown key", "{'descr': '<f4', 'x': False, 'shape': (1,), }", Corrupt);
        row("code", "{'descr': '<f4', 'fortran_order': exit(), 'shape': (1,), }", Corrupt);
        row("negative", "{'descr': '<f4', 'fortran_order': False, 'shape': (-1,), }", Corrupt);
        row("huge", "{'descr': '<f4', 'fortran_order': False, 'shape': (9223372036854775807, 9), }",
            Corrupt);
        row("beyond 64 bits",
            "{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999,), }",
            Corrupt);
        row("more than there is", "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }",
            Corrupt);
        row("less than there is", "{'descr': '|u1', 'fortran_order': False, 'shape': (2,), }",
            Corrupt);
        row("objects", "{'descr': '|O', 'fortran_order': False, 'shape': (1,), }", Unsupported);
        row("text", "{'descr': '<U8', 'fortran_order': False, 'shape': (1,), }", Unsupported);
        row("complex", "{'descr': '<c8', 'fortran_order': False, 'shape': (1,), }", Unsupported);
        row("records", "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }",
            Unsupported);
        row("endless quote", "{'descr': '<f4", Corrupt);
        row("rest", "{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } + 1", Corrupt);
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto array = parseNpy(npy(text.toStdString(), raw<float>({1})));
        QVERIFY(!array.has_value());
        QCOMPARE(int(array.error().code), code);
        QVERIFY(!array.error().detail.empty());
    }

    void numbersTooLarge() {
        const auto array =
            parseNpy(npy(header("<u8", "False", "(1,)"),
                         raw<std::uint64_t>({std::numeric_limits<std::uint64_t>::max()})));
        QCOMPARE(array.error().code, ErrorCode::Unsupported);
    }

    void archives() {
        const auto x = npy(header("<f4", "False", "(2,)"), raw<float>({1, 2}));
        const auto y = npy(header("<i8", "False", "(1,)"), raw<std::int64_t>({5}));
        for (const zip_int32_t method : {ZIP_CM_STORE, ZIP_CM_DEFLATE}) {
            const auto file =
                archiveOf({{"x.npy", x}, {"notes.txt", bytesOfText("hi")}, {"y.npy", y}}, method);
            const auto arrays = parseNpz(file, 1 << 20);
            QVERIFY2(arrays.has_value(), arrays ? "" : arrays.error().detail.c_str());
            QCOMPARE(arrays->size(), std::size_t(2));
            QCOMPARE((*arrays)[0].name, std::string("x"));
            QCOMPARE(numbersOf<float>((*arrays)[0]), (std::vector<float>{1, 2}));
            QCOMPARE((*arrays)[1].name, std::string("y"));
            for (std::size_t i = 0; i < file.size(); i += 7) { // never a crash
                auto damaged = file;
                damaged[i] ^= std::byte{0xFF};
                (void)parseNpz(damaged, 1 << 20);
            }
        }
        QCOMPARE(
            parseNpz(archiveOf({{"a.txt", bytesOfText("hi")}}, ZIP_CM_STORE), 1 << 20).error().code,
            ErrorCode::Corrupt);
        QCOMPARE(parseNpz(bytesOfText("PK"), 1 << 20).error().code, ErrorCode::Corrupt);
    }

    // 64 MB of zeros in a file of 64 kB: read where there is room, refused before it is unpacked
    // where there is not.
    void bomb() {
        constexpr std::size_t kCount = std::size_t(64) << 20U;
        const auto zeros = npy(header("|u1", "False", "(67108864,)"), std::string(kCount, '\0'));
        const auto file = archiveOf({{"x.npy", zeros}}, ZIP_CM_DEFLATE);
        QVERIFY(file.size() < std::size_t(200'000));
        QCOMPARE(parseNpz(file, 1 << 20).error().code, ErrorCode::Unsupported);
        const auto arrays = parseNpz(file, std::size_t(65) << 20U);
        QVERIFY(arrays.has_value());
        QCOMPARE(arrays->front().bytes.size(), kCount);
    }

    // Two arrays that fit alone but not together, and one that grows when it is widened.
    void limitCountsAllArrays() {
        const auto x = npy(header("|u1", "False", "(1000,)"), std::string(1000, '\1'));
        const auto two = archiveOf({{"x.npy", x}, {"y.npy", x}}, ZIP_CM_STORE);
        QVERIFY(parseNpz(two, 2 * x.size()).has_value());
        QCOMPARE(parseNpz(two, 2 * x.size() - 1).error().code, ErrorCode::Unsupported);
        const auto wide = npy(header("<u2", "False", "(1000,)"), std::string(2000, '\1'));
        const auto grown = archiveOf({{"x.npy", wide}}, ZIP_CM_STORE);
        QVERIFY(parseNpz(grown, 4000).has_value());
        QCOMPARE(parseNpz(grown, 3999).error().code, ErrorCode::Unsupported);
    }
};

TESSERA_TEST(TestNpy)
#include "test_npy.moc"
