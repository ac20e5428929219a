#include "core/data/csv_file.h"

#include "tests/core/data/data_test_util.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::data;
using namespace tessera::test;

namespace {

Result<DataFile> csv(const QByteArray& text, const DataReading& reading = {},
                     const ReadLimits& limits = {}) {
    return readCsv(text.toStdString(), fileSpec({}, reading), limits);
}

DataFile mustCsv(const QByteArray& text, const DataReading& reading = {}) {
    auto read = csv(text, reading);
    if (!read) {
        qFatal("%s", read.error().detail.c_str());
    }
    return *std::move(read);
}

} // namespace

class TestCsvFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The first row's inputs and class, however the table is written.
    void forms_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("classes");
        QTest::addColumn<int>("samples");
        QTest::addColumn<QByteArray>("label"); // as the reading names it
        const auto row = [](const char* name, const QByteArray& text, const char* classes = "a|b",
                            const char* label = "column 3", int samples = 3) {
            QTest::newRow(name) << text << QByteArray(classes) << samples << QByteArray(label);
        };
        row("label last", "1.5,-2,a\n3,4,b\n5,6,b\n");
        row("label named", "a,label,b\n1.5,a,-2\n3,b,4\n5,b,6\n", "a|b", "label");
        row("label named in capitals", " Class ,x,z\na,1.5,-2\nb,3,4\nb,5,6\n", "a|b", "Class");
        row("label first, the only text", "a,1.5,-2\nb,3,4\nb,5,6\na,7,8\n", "a|b", "column 1", 4);
        row("CRLF and a byte order mark", "\xEF\xBB\xBFx,y,label\r\n1.5,-2,a\r\n3,4,b\r\n5,6,b\r\n",
            "a|b", "label");
        row("semicolon, decimal comma", "1,5;-2;a\n3;4,0;b\n5;6;b\n");
        row("semicolon, decimal comma everywhere", "1,5;-2,0;1,0\n3,5;4,5;2,0\n5,1;6,1;2,0\n",
            "1,0|2,0");
        row("tabs and blanks around", "1.5 \t -2\t a\n3\t4\tb\n5\t6\tb\n");
        row("blanks", "1.5 -2 a\n3 4 b\n5 6 b\n");
        row("bars", "1.5|-2|a\n3|4|b\n5|6|b\n");
        row("quoted", "\"1.5\",\"-2\",\"a\"\n3,4,b\n5,6,b\n");
        row("a quote over lines", "1.5,-2,\"a\nx\"\n3,4,b\n5,6,b\n", "a\nx|b");
        row("numbers above, label named", "0,1,label\n1.5,-2,a\n3,4,b\n5,6,b\n", "a|b", "label");
        row("an index without a name", ",x,z,label\n0,1.5,-2,a\n1,3,4,b\n2,5,6,b\n", "a|b",
            "label");
        row("a separator at the end", "x,z,label,\n1.5,-2,a,\n3,4,b,\n5,6,b,\n", "a|b", "label");
        row("numbers for classes", "1.5,-2,10\n3,4,9\n5,6,9\n", "9|10");
        row("a name twice", "label,x,label\n1,1.5,-2\n2,3,4\n2,5,6\n", "1|2", "label");
    }
    void forms() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, classes);
        QFETCH(int, samples);
        QFETCH(QByteArray, label);
        const auto file = mustCsv(text);
        QCOMPARE(QByteArray::fromStdString(joined(file.classes)), classes);
        QCOMPARE(file.rows.size(), samples);
        QCOMPARE(file.input, (InputSpec{InputKind::Flat, 2, 0, 1, 0}));
        QCOMPARE(numbersOf(file.rows.inputs[0]), (std::vector<float>{1.5F, -2.0F}));
        QCOMPARE(QByteArray::fromStdString(file.about.reading.label), label);
        QCOMPARE(file.about.droppedCount, 0);
        // What was found out, once set, reads the same.
        const auto again = mustCsv(text, file.about.reading);
        QVERIFY(isSame(again.rows.inputs, file.rows.inputs));
        QVERIFY(isSame(again.rows.labels, file.rows.labels));
    }

    void chosenLabels_data() {
        QTest::addColumn<QByteArray>("label");
        QTest::addColumn<QByteArray>("classes");
        QTest::newRow("by name") << QByteArray("kind") << QByteArray("7|8");
        QTest::newRow("by number") << QByteArray("1") << QByteArray("1|3|5");
        QTest::newRow("by the number of a nameless one") << QByteArray("3") << QByteArray("2|4|6");
        QTest::newRow("a name before a number") << QByteArray("2") << QByteArray("2|4|6");
    }
    void chosenLabels() {
        QFETCH(QByteArray, label);
        QFETCH(QByteArray, classes);
        DataReading reading;
        reading.label = label.toStdString();
        reading.header = HeaderRow::Yes;
        const QByteArray header = label == "2" ? "x,kind,2\n" : "x,kind,z\n";
        const auto file = mustCsv(header + "1,7,2\n3,8,4\n5,8,6\n", reading);
        QCOMPARE(QByteArray::fromStdString(joined(file.classes)), classes);
    }

    void headers() {
        // All is text: the first row is a header if only its label is there once.
        const QByteArray rows = "fine,pos\nbad,neg\ngood,pos\nworse,neg\n";
        QCOMPARE(mustCsv(rows).rows.size(), 4);
        const auto headed = mustCsv("text,opinion\n" + rows);
        QCOMPARE(headed.rows.size(), 4);
        QCOMPARE(joined(headed.classes), std::string("neg|pos"));
        QCOMPARE(headed.about.columns[0].name, std::string("text"));
        QCOMPARE(headed.about.columns[1].different, std::size_t(2));
        DataReading reading;
        reading.header = HeaderRow::No;
        QCOMPARE(mustCsv("text,opinion\n" + rows, reading).rows.size(), 5);
        reading.header = HeaderRow::Yes;
        QCOMPARE(mustCsv("1,2\n3,4\n5,6\n", reading).rows.size(), 2);
        QCOMPARE(mustCsv("y,1\nn,2\ny,3\n").rows.size(), 3); // a value, not a name
    }

    void droppedRows_data() {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("a field less") << QByteArray("1,2") << QByteArray("2 fields instead of 3");
        QTest::newRow("a field more") << QByteArray("1,2,0,9") << QByteArray("4 fields");
        QTest::newRow("NaN") << QByteArray("1,nan,0") << QByteArray("'z' holds no finite number");
        QTest::newRow("infinity") << QByteArray("inf,1,0") << QByteArray("'x' holds no");
        QTest::newRow("beyond double") << QByteArray("1e999,1,0") << QByteArray("'x' holds no");
        QTest::newRow("beyond float") << QByteArray("1,1e39,0") << QByteArray("'z' holds no");
        QTest::newRow("a gap") << QByteArray("1,,0") << QByteArray("'z' holds no");
        QTest::newRow("a word") << QByteArray("1,x,0") << QByteArray("'z' holds no");
        QTest::newRow("a decimal comma") << QByteArray("1,\"2,5\",0") << QByteArray("'z' holds no");
        QTest::newRow("no label") << QByteArray("1,2,") << QByteArray("it has no label");
        QTest::newRow("a blank label") << QByteArray("1,2,  ") << QByteArray("it has no label");
        QTest::newRow("NaN for a label")
            << QByteArray("1,2,nan") << QByteArray("label is no number");
        QTest::newRow("a word for a label")
            << QByteArray("1,2,?") << QByteArray("label is no number");
    }
    void droppedRows() {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, reason);
        const auto file = mustCsv("x,z,label\n1,2,0\n3,4,1\n" + row + "\n5,6,1\n");
        QCOMPARE(numbersOf(file.rows.inputs), (std::vector<float>{1, 2, 3, 4, 5, 6}));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{0, 1, 1}));
        QCOMPARE(file.about.droppedCount, 1);
        QCOMPARE(file.about.dropped.front().place, std::string("line 4"));
        QVERIFY(says(file.about.dropped.front().reason, reason.toStdString()));
    }

    void allAreCountedAndTheFirstListed() {
        const auto file = mustCsv("x,label\n1,a\n2,b\n" + QByteArray("oops\n").repeated(250));
        QCOMPARE(file.about.droppedCount, 250);
        QCOMPARE(file.about.dropped.size(), DataDescription::kMostDropped);
    }

    void columns() {
        const auto file = mustCsv("x,z,label\n1,7,a\n2,7,b\n3,7,b\n?,7,a\n");
        const auto& columns = file.about.columns;
        QCOMPARE(columns.size(), std::size_t(3));
        QVERIFY(columns[0].numeric && columns[1].numeric && !columns[2].numeric);
        QVERIFY(!columns[0].constant && columns[1].constant);
        QCOMPARE(columns[0].different, std::size_t(4));
        QCOMPARE(file.about.format, std::string("CSV"));
    }

    void uselessColumns() {
        const auto index = mustCsv(",x,label\n0,4,a\n1,6,b\n2,5,b\n");
        QCOMPARE(index.input.length, 1);
        QVERIFY(says(joined(index.about.warnings), "numbers the rows; it is left out"));
        const auto named = mustCsv("id,x,label\n1,4,a\n2,6,b\n3,5,b\n");
        QCOMPARE(named.input.length, 2);
        QVERIFY(says(joined(named.about.warnings), "'id' numbers the rows and is taken"));
        const auto empty = mustCsv("x,,label\n4,,a\n6,,b\n5,,b\n");
        QCOMPARE(empty.input.length, 1);
        QVERIFY(says(joined(empty.about.warnings), "'column 2' is empty"));
    }

    void text() {
        const auto file = mustCsv("text,label\n\"ab, c\",1\n\xC3\xA9,0\n,1\n");
        QCOMPARE(file.input, (InputSpec{InputKind::Tokens, 5, 0, 1, 256}));
        QCOMPARE(file.rows.inputs.scalar_type(), torch::kInt64);
        QCOMPARE(numbersOf(file.rows.inputs),
                 (std::vector<float>{'a', 'b', ',', ' ', 'c', 0xC3, 0xA9, 0, 0, 0, 0, 0, 0, 0, 0}));
        QCOMPARE(labelsOf(file), (std::vector<std::int64_t>{1, 0, 1}));
        QCOMPARE(file.about.format, std::string("CSV with text"));
        QVERIFY(isSame(
            mustCsv("text,label\n\"ab, c\",1\n\xC3\xA9,0\n,1\n", file.about.reading).rows.inputs,
            file.rows.inputs));

        DataReading reading;
        reading.width = 2;
        const auto cut = mustCsv("text,label\nabc,1\nd,0\n", reading);
        QCOMPARE(cut.input.length, 2);
        QCOMPARE(numbersOf(cut.rows.inputs), (std::vector<float>{'a', 'b', 'd', 0}));
        QVERIFY(says(joined(cut.about.warnings), "1 texts are longer than 2 bytes"));
        const auto endless = mustCsv("text,label\n" + QByteArray(10'000, 'x') + ",1\nd,0\n");
        QCOMPARE(endless.input.length, 256);
    }

    void shapes_data() {
        QTest::addColumn<int>("input");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("channels");
        QTest::addColumn<QList<int>>("shape"); // empty: refused
        const auto row = [](const char* name, DataInput input, int height, int width, int channels,
                            const QList<int>& shape) {
            QTest::newRow(name) << int(input) << height << width << channels << shape;
        };
        row("flat", DataInput::Flat, 0, 0, 0, {2, 12});
        row("found", DataInput::Find, 0, 0, 0, {2, 12});
        row("colour", DataInput::Image, 0, 0, 3, {2, 3, 2, 2});
        row("grey", DataInput::Image, 3, 4, 1, {2, 1, 3, 4});
        row("height only", DataInput::Image, 6, 0, 0, {2, 1, 6, 2});
        row("width only", DataInput::Image, 0, 2, 2, {2, 2, 3, 2});
        row("rows", DataInput::Rows, 0, 3, 0, {2, 4, 3});
        row("tokens", DataInput::Tokens, 0, 0, 0, {2, 12});
        row("no square", DataInput::Image, 0, 0, 1, {});
        row("other size", DataInput::Image, 5, 5, 1, {});
        row("too large", DataInput::Image, 65536, 65536, 65536, {});
        row("channels", DataInput::Image, 0, 0, 13, {});
        row("rows without a width", DataInput::Rows, 0, 0, 0, {});
        row("rows that do not fit", DataInput::Rows, 0, 5, 0, {});
    }
    void shapes() {
        QFETCH(int, input);
        QFETCH(int, height);
        QFETCH(int, width);
        QFETCH(int, channels);
        QFETCH(QList<int>, shape);
        DataReading reading;
        reading.input = DataInput(input);
        reading.height = height;
        reading.width = width;
        reading.channels = channels;
        const QByteArray text = "0,1,2,3,4,5,6,7,8,9,10,11,a\n9,8,7,6,5,4,3,2,1,0,1,255,b\n";
        const auto file = csv(text, reading);
        if (shape.isEmpty()) {
            QVERIFY(says(refusal(file, ErrorCode::InvalidArgument), "set data.reading."));
            return;
        }
        QVERIFY2(file.has_value(), file ? "" : file.error().detail.c_str());
        QCOMPARE(file->rows.inputs.sizes().vec(),
                 std::vector<std::int64_t>(shape.begin(), shape.end()));
        QCOMPARE(numbersOf(file->rows.inputs[0]),
                 (std::vector<float>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
        QCOMPARE(file->bytes, reading.input == DataInput::Image);
        QCOMPARE(file->input.vocabulary, reading.input == DataInput::Tokens ? 256 : 0);
    }

    void tokens() {
        DataReading reading;
        reading.input = DataInput::Tokens;
        QCOMPARE(mustCsv("1,700,a\n3,4,b\n", reading).input.vocabulary, 701);
        for (const char* row : {"1.5", "-1", "1048576", "1e30"}) {
            QVERIFY(!refusal(csv(QByteArray(row) + ",2,a\n3,4,b\n", reading),
                             ErrorCode::InvalidArgument)
                         .empty());
        }
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char* name, const QByteArray& text, ErrorCode code,
                            const char* said) {
            QTest::newRow(name) << text << int(code) << QByteArray(said);
        };
        using enum ErrorCode;
        row("nothing", "", Corrupt, "no rows");
        row("only line ends", "\n\r\n", Corrupt, "no rows");
        row("a byte order mark", "\xEF\xBB\xBF", Corrupt, "no rows");
        row("a header only", "x,label\n", Corrupt, "no rows");
        row("one column", "1\n2\n3\n", InvalidArgument, "only one column");
        row("an open quote", "1,a\n2,\"b\n3,a\n", Corrupt, "line 2 opens a quote");
        row("columns of text", "x,z,label\na,b,1\nc,d,2\n", InvalidArgument,
            "2 of the 2 columns beside the label hold text ('x', ...)");
        row("a column of text", "x,z,label\n1,b,1\n2,d,2\n", InvalidArgument, "('z')");
        row("nothing beside the label", "x,label\n,1\n,2\n", InvalidArgument, "empty");
        row("zero bytes", QByteArray("1,a\n\0,b\n", 8), Corrupt, "no kind of data file");
        row("UTF-16",
            QByteArray("\xFF\xFE"
                       "1\0,\0a\0\n\0",
                       10),
            Corrupt, "UTF-16");
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        QFETCH(QByteArray, said);
        QVERIFY(says(refusal(csv(text), ErrorCode(code)), said.toStdString()));
    }

    void labelsThatAreNotThere() {
        for (const char* label : {"kind", "0", "4", "-1", "1.5", "99999999999999999999"}) {
            DataReading reading;
            reading.label = label;
            QVERIFY(says(refusal(csv("1,2,a\n3,4,b\n", reading), ErrorCode::InvalidArgument),
                         "from 1 to 3"));
        }
        QByteArray many = "x,label\n";
        for (int i = 0; i <= 10'000; ++i) {
            many += "1," + QByteArray::number(i * 0.5) + "\n";
        }
        QVERIFY(says(refusal(csv(many), ErrorCode::InvalidArgument), "more than 10000"));
    }

    void textIsTokensOnly() {
        DataReading reading;
        reading.input = DataInput::Image;
        QVERIFY(says(refusal(csv("text,label\nab,1\nc,0\n", reading), ErrorCode::InvalidArgument),
                     "tokens"));
    }

    // Bytes that are not UTF-8 stay in what is read, but not in what is shown.
    void namesAreReadable() {
        const auto file = mustCsv("gr\xF6\xDF"
                                  "e,label\n1,s\xFC"
                                  "d\n2,ost\n");
        QCOMPARE(joined(file.classes), std::string("ost|s?d"));
        QCOMPARE(file.about.columns[0].name, std::string("gr??e"));
        const auto endless = mustCsv(QByteArray(5000, 'x') + ",label\n1,a\n2,b\n");
        QVERIFY(endless.about.columns[0].name.size() < 300);
    }

    void aMillionColumns() {
        constexpr int kColumns = 1'000'000;
        const auto row = QByteArray("7,").repeated(kColumns);
        const auto file = mustCsv(row + "a\n" + row + "b\n");
        QCOMPARE(file.input.length, kColumns);
        QCOMPARE(joined(file.classes), std::string("a|b"));
    }

    void memoryIsLimited() {
        const auto numbers = QByteArray("1,2,3,a\n").repeated(100);
        ReadLimits limits;
        limits.maxBytes = 100 * 3 * 4;
        QVERIFY(csv(numbers, {}, limits).has_value());
        limits.maxBytes -= 1;
        QVERIFY(says(refusal(csv(numbers, {}, limits), ErrorCode::InvalidArgument), "memory"));
        // A long text makes all of them long.
        const auto texts =
            "text,label\n" + QByteArray(200, 'x') + ",a\n" + QByteArray("t,b\n").repeated(99);
        limits.maxBytes = 100 * 200 * 8;
        QVERIFY(csv(texts, {}, limits).has_value());
        limits.maxBytes -= 1;
        QVERIFY(says(refusal(csv(texts, {}, limits), ErrorCode::InvalidArgument), "memory"));
    }

    void stops() {
        std::stop_source stop;
        ReadLimits limits;
        limits.stop = stop.get_token();
        const QByteArray text = "1,2,a\n3,4,b\n";
        QVERIFY(csv(text, {}, limits).has_value());
        stop.request_stop();
        QVERIFY(says(refusal(csv(text, {}, limits), ErrorCode::InvalidArgument), "cancelled"));
    }
};

TESSERA_TEST(TestCsvFile)
#include "test_csv_file.moc"
