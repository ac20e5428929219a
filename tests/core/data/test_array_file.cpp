#include "core/data/array_file.h"

#include "core/format/safetensors.h"
#include "tests/core/data/data_test_util.h"
#include "tests/support/test_registry.h"

#include <limits>

using namespace tessera;
using namespace tessera::data;
using namespace tessera::format;
using namespace tessera::test;

namespace {

// 0, 1, 2, ... of a shape.
template <class T>
NamedArray counting(DType dtype, const std::vector<std::int64_t>& shape) {
    std::vector<T> values(std::size_t(byteCount(dtype, shape).value() / itemSize(dtype)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = T(i);
    }
    return arrayOf(dtype, shape, values);
}

NamedArray classes(const std::vector<std::int64_t>& values) {
    return arrayOf(DType::I64, {std::int64_t(values.size())}, values);
}

QByteArray npz(const NamedArray& x, const NamedArray& y, Packing packing = Packing::Stored) {
    return zipOf({{"x.npy", npyOf(x)}, {"y.npy", npyOf(y)}}, packing);
}

QByteArray safetensors(NamedArray x, NamedArray y) {
    x.name = "x";
    y.name = "y";
    return asBytes(serializeSafetensors({{std::move(x), std::move(y)}, {}}).value());
}

} // namespace

class TestArrayFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds() {
        const auto kindOf = [](const QByteArray& bytes) {
            const auto all = std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size())));
            return arrayKind(all);
        };
        const auto x = counting<float>(DType::F32, {2, 3});
        QCOMPARE(kindOf(npyOf(x)), ArrayKind::Npy);
        QCOMPARE(kindOf(npz(x, classes({0, 1}))), ArrayKind::Npz);
        QCOMPARE(kindOf(idxOf(x)), ArrayKind::Idx);
        QCOMPARE(kindOf(safetensors(x, classes({0, 1}))), ArrayKind::Safetensors);
        for (const char* text : {"", "1,2,3\n", "PK", "\x93N", "{\"a\": 1}"}) {
            QVERIFY(!kindOf(text));
        }
    }

    // The same samples in every container.
    void containers_data() {
        QTest::addColumn<QByteArray>("x");
        QTest::addColumn<QByteArray>("y"); // empty: in the same file
        QTest::addColumn<QByteArray>("xName");
        QTest::addColumn<QByteArray>("yName");
        QTest::addColumn<QByteArray>("format");
        const auto x = counting<float>(DType::F32, {3, 2});
        const auto y = arrayOf<std::int32_t>(DType::I32, {3}, {7, 5, 7});
        const auto row = [](const char* name, const QByteArray& x, const char* xName,
                            const QByteArray& y, const char* yName, const char* format) {
            QTest::newRow(name) << x << y << QByteArray(xName) << QByteArray(yName)
                                << QByteArray(format);
        };
        row("npz", npz(x, y), "d.npz", {}, "", "NumPy archive");
        row("packed npz", npz(x, y, Packing::Deflated), "d.npz", {}, "", "NumPy archive");
        row("SafeTensors", safetensors(x, y), "d.safetensors", {}, "", "SafeTensors");
        row("npy pair", npyOf(x), "x.npy", npyOf(y), "y.npy", "NumPy array");
        row("npy pair with parts", npyOf(x), "X_train.npy", npyOf(y), "Y_train.npy", "NumPy array");
        row("npy pair with -labels", npyOf(x), "d.npy", npyOf(y), "d-labels.npy", "NumPy array");
        row("inputs and labels", npyOf(x), "inputs.npy", npyOf(y), "labels.npy", "NumPy array");
        row("IDX pair", idxOf(x), "train-images-idx3-ubyte", idxOf(y), "train-labels-idx1-ubyte",
            "IDX");
        row("gzipped IDX pair", gzipped(idxOf(x)), "images.idx3.gz", gzipped(idxOf(y)),
            "labels.idx1.gz", "IDX");
    }
    void containers() {
        QFETCH(QByteArray, x);
        QFETCH(QByteArray, y);
        QFETCH(QByteArray, xName);
        QFETCH(QByteArray, yName);
        QFETCH(QByteArray, format);
        const DataFolder folder;
        const auto path = folder.write(xName.toStdString(), x);
        if (!yName.isEmpty()) {
            folder.write(yName.toStdString(), y);
        }
        const auto file = mustRead(path);
        QCOMPARE(QByteArray::fromStdString(file.about.format), format);
        QCOMPARE(file.input, (InputSpec{InputKind::Flat, 2, 0, 1, 0}));
        QCOMPARE(numbersOf(file.rows.inputs), (std::vector<float>{0, 1, 2, 3, 4, 5}));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{1, 0, 1}));
        QCOMPARE(joined(file.classes), std::string("5|7"));
        const auto again = mustRead(path, file.about.reading);
        QVERIFY(isSame(again.rows.inputs, file.rows.inputs));
        QVERIFY(isSame(again.rows.labels, file.rows.labels));
    }

    void choices_data() {
        QTest::addColumn<QByteArray>("names"); // of float [2,3], float [2,4], int [2], int [2]
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("found"); // inputs|label, or what is said
        const auto row = [](const char* name, const char* names, const char* inputs,
                            const char* label, const char* found) {
            QTest::newRow(name) << QByteArray(names) << QByteArray(inputs) << QByteArray(label)
                                << QByteArray(found);
        };
        row("usual names", "a,b,id,labels", "", "", "b|labels");
        row("the first of one axis", "a,b,c,d", "", "", "b|c");
        row("chosen inputs", "a,b,c,y", "a", "", "a|y");
        row("chosen label", "a,b,c,y", "", "c", "b|c");
        row("both chosen", "a,b,c,y", "a", "c", "a|c");
        row("a one-hot label", "a,b,c,d", "b", "a", "b|a");
        row("inputs that look like a label", "y,b,c,d", "y", "", "y|c");
        row("no such inputs", "a,b,c,y", "q", "", "there is no array 'q'; choose from a, b, c, y");
        row("no such label", "a,b,c,y", "", "q", "there is no array 'q'");
        row("both the same", "a,b,c,y", "a", "a", "a: F32 [2, 3]; b: F32 [2, 4]");
    }
    void choices() {
        QFETCH(QByteArray, names);
        QFETCH(QByteArray, inputs);
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, found);
        const auto each = names.split(',');
        const DataFolder folder;
        const auto path = folder.write(
            "d.npz", zipOf({{each[0] + ".npy", npyOf(counting<float>(DType::F32, {2, 3}))},
                            {each[1] + ".npy", npyOf(counting<float>(DType::F32, {2, 4}))},
                            {each[2] + ".npy", npyOf(classes({0, 1}))},
                            {each[3] + ".npy", npyOf(classes({1, 0}))}}));
        DataReading reading;
        reading.inputs = inputs.toStdString();
        reading.label = label.toStdString();
        const auto file = readFile(path, reading);
        if (!found.contains('|')) {
            QVERIFY(says(refusal(file, ErrorCode::InvalidArgument), found.toStdString()));
            return;
        }
        QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
        const auto& read = file->about.reading;
        QCOMPARE(QByteArray::fromStdString(read.inputs + "|" + read.label), found);
        QCOMPARE(file->about.arrays.size(), std::size_t(4));
    }

    void shapes_data() {
        QTest::addColumn<QList<int>>("axes");
        QTest::addColumn<bool>("bytes");
        QTest::addColumn<int>("input");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QList<int>>("shape"); // empty: refused
        QTest::addColumn<float>("second");     // number of the first sample's second row or channel
        const auto row = [](const char* name, const QList<int>& axes, bool bytes, DataInput input,
                            const QList<int>& shape, float second = 1, int channels = 0) {
            QTest::newRow(name) << axes << bytes << int(input) << channels << shape << second;
        };
        using enum DataInput;
        row("flat", {2, 4}, false, Find, {2, 4});
        row("flat bytes", {2, 4}, true, Find, {2, 4});
        row("three axes of floats are rows", {2, 3, 2}, false, Find, {2, 3, 2}, 2);
        row("three axes of bytes are images", {2, 3, 2}, true, Find, {2, 1, 3, 2}, 2);
        row("floats as images", {2, 3, 2}, false, Image, {2, 1, 3, 2}, 2);
        row("bytes as rows", {2, 3, 2}, true, Rows, {2, 3, 2}, 2);
        row("channels first", {2, 3, 2, 2}, true, Find, {2, 3, 2, 2}, 4);
        row("channels last", {2, 2, 2, 3}, true, Find, {2, 3, 2, 2}, 1);
        row("four channels last", {2, 2, 2, 4}, false, Find, {2, 4, 2, 2}, 1);
        row("channels in question are first", {2, 3, 5, 3}, true, Find, {2, 3, 5, 3}, 15);
        row("channels as the reading says", {2, 3, 2, 5}, true, Find, {2, 5, 3, 2}, 1, 5);
        row("other channels than the reading says", {2, 3, 2, 2}, true, Find, {}, 0, 7);
        row("flat as a colour image", {2, 12}, true, Image, {2, 3, 2, 2}, 4, 3);
        row("flat as no image", {2, 7}, true, Image, {});
        row("flat as rows without a width", {2, 4}, false, Rows, {});
        row("five axes are flat", {2, 2, 1, 2, 1}, false, Find, {2, 4});
        row("tokens", {2, 4}, true, Tokens, {2, 4});
        row("tokens of floats", {2, 4}, false, Tokens, {});
    }
    void shapes() {
        QFETCH(QList<int>, axes);
        QFETCH(bool, bytes);
        QFETCH(int, input);
        QFETCH(int, channels);
        QFETCH(QList<int>, shape);
        QFETCH(float, second);
        const std::vector<std::int64_t> sizes(axes.begin(), axes.end());
        const auto x =
            bytes ? counting<std::uint8_t>(DType::U8, sizes) : counting<float>(DType::F32, sizes);
        DataReading reading;
        reading.input = DataInput(input);
        reading.channels = channels;
        const DataFolder folder;
        const auto path = folder.write("d.npz", npz(x, classes({0, 1})));
        const auto file = readFile(path, reading);
        if (shape.isEmpty()) {
            QVERIFY(!refusal(file, ErrorCode::InvalidArgument).empty());
            return;
        }
        QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
        const auto& inputs = file->rows.inputs;
        QCOMPARE(inputs.sizes().vec(), std::vector<std::int64_t>(shape.begin(), shape.end()));
        QCOMPARE(inputs[0].squeeze(0).select(0, 1).flatten()[0].item<float>(), second);
        QCOMPARE(file->bytes, bytes && file->input.kind != InputKind::Tokens);
        QCOMPARE(file->input.vocabulary, file->input.kind == InputKind::Tokens ? 256 : 0);
        const auto again = mustRead(path, file->about.reading);
        QCOMPARE(again.input, file->input);
        QVERIFY(isSame(again.rows.inputs, inputs));
    }

    void arraysAreNotResized() {
        const DataFolder folder;
        const auto path = folder.write(
            "d.npz", npz(counting<std::uint8_t>(DType::U8, {2, 4, 4}), classes({0, 1})));
        DataReading reading;
        reading.height = 4;
        QCOMPARE(mustRead(path, reading).input.length, 4);
        reading.height = 8;
        QVERIFY(says(refusal(readFile(path, reading), ErrorCode::InvalidArgument), "4 x 4"));
    }

    void tokenVocabularies_data() {
        QTest::addColumn<qlonglong>("largest");
        QTest::addColumn<int>("vocabulary"); // 0: refused
        QTest::newRow("bytes") << 255LL << 256;
        QTest::newRow("more than bytes") << 256LL << 257;
        QTest::newRow("the most") << (1LL << 20) - 1 << (1 << 20);
        QTest::newRow("too many") << (1LL << 20) << 0;
        QTest::newRow("2^63 - 1") << std::numeric_limits<qlonglong>::max() << 0;
        QTest::newRow("negative") << -1LL << 0;
    }
    void tokenVocabularies() {
        QFETCH(qlonglong, largest);
        QFETCH(int, vocabulary);
        const DataFolder folder;
        const auto path =
            folder.write("d.npz", npz(arrayOf<std::int64_t>(DType::I64, {2, 2}, {0, 1, 2, largest}),
                                      classes({0, 1})));
        DataReading reading;
        reading.input = DataInput::Tokens;
        const auto file = readFile(path, reading);
        if (vocabulary == 0) {
            QVERIFY(says(refusal(file, ErrorCode::InvalidArgument), "tokens must be"));
        } else {
            QCOMPARE(file->input.vocabulary, vocabulary);
        }
    }

    void labels_data() {
        QTest::addColumn<QByteArray>("y");
        QTest::addColumn<QByteArray>("classes");
        QTest::addColumn<QByteArray>("kept"); // the first numbers of the samples that are left
        const auto nan = std::numeric_limits<float>::quiet_NaN();
        const auto inf = std::numeric_limits<float>::infinity();
        const auto row = [](const char* name, const NamedArray& y, const char* classes,
                            const char* kept = "0,2,4") {
            QTest::newRow(name) << npyOf(y) << QByteArray(classes) << QByteArray(kept);
        };
        row("numbers in their order", classes({10, 9, -1}), "-1|9|10");
        row("floats", arrayOf<float>(DType::F32, {3}, {1.5F, 2, 2}), "1.5|2");
        row("minus zero is zero", arrayOf<float>(DType::F32, {3}, {-0.0F, 0, 1}), "0|1");
        row("a column", arrayOf<std::uint8_t>(DType::U8, {3, 1}, {1, 0, 1}), "0|1");
        row("truth", arrayOf<std::uint8_t>(DType::Bool, {3}, {1, 0, 1}), "0|1");
        row("beyond a double's whole numbers",
            classes({(std::int64_t(1) << 53) + 1, std::int64_t(1) << 53, 1}),
            "1|9007199254740992|9007199254740993");
        row("one-hot", arrayOf<float>(DType::F32, {3, 3}, {0, 0, 1, 1, 0, 0, 0, 0, 1}), "0|2");
        row("soft", arrayOf<float>(DType::F32, {3, 2}, {.4F, .6F, .7F, .3F, 0, 1}), "0|1");
        row("one class", classes({4, 4, 4}), "4");
        row("not finite", arrayOf<float>(DType::F32, {3}, {1, nan, 2}), "1|2", "0,4");
        row("infinite", arrayOf<float>(DType::F32, {3}, {-inf, 1, 2}), "1|2", "2,4");
        row("one-hot with nothing set", arrayOf<float>(DType::F32, {3, 2}, {1, 0, 0, 0, 0, 1}),
            "0|1", "0,4");
        row("one-hot with a NaN", arrayOf<float>(DType::F32, {3, 2}, {1, 0, nan, 1, 0, 1}), "0|1",
            "0,4");
    }
    void labels() {
        QFETCH(QByteArray, y);
        QFETCH(QByteArray, classes);
        QFETCH(QByteArray, kept);
        const DataFolder folder;
        const auto path = folder.write(
            "d.npz", zipOf({{"x.npy", npyOf(counting<float>(DType::F32, {3, 2}))}, {"y.npy", y}}));
        const auto file = mustRead(path);
        QCOMPARE(QByteArray::fromStdString(joined(file.classes)), classes);
        QByteArray left;
        for (std::int64_t i = 0; i < file.rows.size(); ++i) {
            left += (i > 0 ? "," : "") + QByteArray::number(file.rows.inputs[i][0].item<int>());
        }
        QCOMPARE(left, kept);
        QCOMPARE(file.rows.labels.size(0), file.rows.size());
        QCOMPARE(file.about.droppedCount, 3 - file.rows.size());
    }

    void samplesThatAreNotFinite() {
        const auto nan = std::numeric_limits<double>::quiet_NaN();
        const DataFolder folder;
        const auto path = folder.write(
            "d.npz", npz(arrayOf<double>(DType::F64, {5, 2}, {1, 2, nan, 0, 3, 4, 1e300, 0, 5, 6}),
                         classes({0, 1, 1, 0, 0})));
        const auto file = mustRead(path);
        QCOMPARE(numbersOf(file.rows.inputs), (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{0, 1, 0}));
        QCOMPARE(file.about.droppedCount, 2);
        QCOMPARE(file.about.dropped[0].place, std::string("sample 1"));
        QCOMPARE(file.about.dropped[1].place, std::string("sample 3"));
    }

    void bigEndianAndColumnMajor() {
        // [[1, 2], [3, 4]] of '>f4' column by column.
        QByteArray npy = npyOf(counting<float>(DType::F32, {2, 2}));
        npy.replace("'<f4'", "'>f4'").replace("False", "True ");
        npy.chop(16);
        for (const float value : {1.0F, 3.0F, 2.0F, 4.0F}) {
            std::uint32_t bits = 0;
            std::memcpy(&bits, &value, sizeof(bits));
            npy += bigEndian32(bits);
        }
        const DataFolder folder;
        const auto file = mustRead(
            folder.write("d.npz", zipOf({{"x.npy", npy}, {"y.npy", npyOf(classes({0, 1}))}})));
        QCOMPARE(numbersOf(file.rows.inputs), (std::vector<float>{1, 2, 3, 4}));
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QByteArray& file, ErrorCode code,
                            const char* said) {
            QTest::newRow(name) << file << int(code) << QByteArray(said);
        };
        using enum ErrorCode;
        const auto x = counting<float>(DType::F32, {3, 2});
        row("counts that differ", npz(x, classes({0, 1})), InvalidArgument, "cannot be found out");
        row("one axis of inputs", npz(counting<float>(DType::F32, {3}), classes({0, 1, 0})),
            InvalidArgument, "x: F32 [3]; y: I64 [3]");
        row("three axes of labels", npz(x, counting<float>(DType::F32, {3, 1, 1})), InvalidArgument,
            "labels 1 or 2");
        row("no samples", npz(counting<float>(DType::F32, {0, 2}), classes({})), InvalidArgument,
            "two at least");
        row("one sample", npz(counting<float>(DType::F32, {1, 2}), classes({0})), InvalidArgument,
            "two at least");
        row("no numbers", npz(counting<float>(DType::F32, {3, 0}), classes({0, 1, 0})),
            InvalidArgument, "no numbers");
        row("no arrays", zipOf({{"a.txt", "hi"}}), Corrupt, "no NumPy arrays");
        row("an archive cut short", npz(x, classes({0, 1, 0})).chopped(30), Corrupt, "damaged");
        row("an array that lies", zipOf({{"x.npy", npyOf(x).chopped(1)}, {"y.npy", npyOf(x)}}),
            Corrupt, "x.npy");
        row("an IDX header that lies", idxOf(x).chopped(4), Corrupt, "3 x 2 numbers");
        row("inputs alone", npyOf(x), NotFound, "d-labels");
        row("an array of objects",
            zipOf({{"x.npy", npyOf(x).replace("'<f4'", "'|O' ")}, {"y.npy", npyOf(x)}}),
            Unsupported, "'|O'");
    }
    void refused() {
        QFETCH(QByteArray, file);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        const DataFolder folder;
        const auto read = readFile(folder.write("d", file));
        QVERIFY(says(refusal(read, ErrorCode(code)), said.toStdString()));
    }

    void countsThatDiffer() {
        const DataFolder folder;
        const auto path = folder.write("x.npy", npyOf(counting<float>(DType::F32, {3, 2})));
        folder.write("y.npy", npyOf(classes({0, 1})));
        QVERIFY(says(refusal(readFile(path), ErrorCode::InvalidArgument), "3 inputs but 2 labels"));
        folder.write("y.npy", "no array");
        QVERIFY(says(refusal(readFile(path), ErrorCode::Corrupt), "y.npy"));
    }

    void labelFileByName() {
        const DataFolder folder;
        const auto path = folder.write("x.npy", npyOf(counting<float>(DType::F32, {2, 2})));
        folder.write("kinds.npy", npyOf(classes({3, 4})));
        DataReading reading;
        reading.label = "kinds.npy";
        QCOMPARE(joined(mustRead(path, reading).classes), std::string("3|4"));
        reading.label = folder.path("kinds.npy").string();
        QCOMPARE(joined(mustRead(path, reading).classes), std::string("3|4"));
        reading.label = "kind.npy";
        QVERIFY(says(refusal(readFile(path, reading), ErrorCode::NotFound), "kind.npy"));
    }

    // 64 MB of zeros in 64 kB: never unpacked where they do not fit.
    void bomb() {
        const auto zeros = arrayOf(DType::U8, {2, 32 << 20}, std::vector<std::uint8_t>(64 << 20));
        const auto file = npz(zeros, classes({0, 1}), Packing::Deflated);
        QVERIFY(file.size() < 200'000);
        const DataFolder folder;
        ReadLimits limits;
        limits.maxBytes = 8 << 20;
        QVERIFY(
            says(refusal(readFile(folder.write("d.npz", file), {}, limits), ErrorCode::Unsupported),
                 "8 MB"));
        // It can be unpacked, but its numbers take four times as much.
        limits.maxBytes = 128 << 20;
        QVERIFY(
            says(refusal(readFile(folder.path("d.npz"), {}, limits), ErrorCode::InvalidArgument),
                 "128 MB"));
        const auto packed = folder.write("d.csv.gz", gzipped(QByteArray(16 << 20, 'a')));
        limits.maxBytes = 8 << 20;
        QVERIFY(!refusal(readFile(packed, {}, limits), ErrorCode::Unsupported).empty());
    }
};

TESSERA_TEST(TestArrayFile)
#include "test_array_file.moc"
