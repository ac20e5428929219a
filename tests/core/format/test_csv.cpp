#include "core/format/csv.h"

#include "tests/support/test_registry.h"

#include <QTest>

using namespace tessera::format;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rowsOf(std::string_view text, char separator = ',', std::string* problem = nullptr) {
    CsvReader reader(text, separator);
    Rows rows;
    std::vector<std::string> fields;
    while (reader.next(fields)) {
        rows.push_back(fields);
    }
    if (problem != nullptr) {
        *problem = reader.problem();
    }
    return rows;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rows_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("rows");
        QTest::addColumn<QByteArray>("last"); // fields of the last row, joined by |
        QTest::newRow("plain") << QByteArray("a,b\n1,2\n") << 2 << QByteArray("1|2");
        QTest::newRow("no last line end") << QByteArray("a,b\n1,2") << 2 << QByteArray("1|2");
        QTest::newRow("CRLF") << QByteArray("a,b\r\n1,2\r\n") << 2 << QByteArray("1|2");
        QTest::newRow("CR") << QByteArray("a,b\r1,2\r") << 2 << QByteArray("1|2");
        QTest::newRow("empty lines")
            << QByteArray("\n\na,b\n\n\n1,2\n\n") << 2 << QByteArray("1|2");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx,y") << 1 << QByteArray("x|y");
        QTest::newRow("quotes") << QByteArray("\"a,b\",\"c\"\"d\"") << 1 << QByteArray("a,b|c\"d");
        QTest::newRow("quote over lines")
            << QByteArray("\"a\nb\",2\n") << 1 << QByteArray("a\nb|2");
        QTest::newRow("after the quote") << QByteArray("\"a\"b,2") << 1 << QByteArray("ab|2");
        QTest::newRow("quote inside") << QByteArray("a\"b,2") << 1 << QByteArray("a\"b|2");
        QTest::newRow("empty fields") << QByteArray(",,\n") << 1 << QByteArray("||");
        QTest::newRow("trailing separator") << QByteArray("1,\n") << 1 << QByteArray("1|");
        QTest::newRow("ragged") << QByteArray("1,2\n3\n") << 2 << QByteArray("3");
        QTest::newRow("nothing") << QByteArray("") << 0 << QByteArray("");
        QTest::newRow("only line ends") << QByteArray("\r\n\n\r") << 0 << QByteArray("");
    }
    void rows() {
        QFETCH(QByteArray, text);
        QFETCH(int, rows);
        QFETCH(QByteArray, last);
        std::string problem;
        const auto all = rowsOf(text.toStdString(), ',', &problem);
        QCOMPARE(problem, std::string());
        QCOMPARE(int(all.size()), rows);
        if (!all.empty()) {
            std::string joined;
            for (const auto& field : all.back()) {
                joined += (&field == all.back().data() ? "" : "|") + field;
            }
            QCOMPARE(QByteArray::fromStdString(joined), last);
        }
    }

    void linesAreCounted() {
        CsvReader reader("a\n\"x\ny\"\nb\n", ',');
        std::vector<std::string> fields;
        std::vector<std::size_t> lines;
        while (reader.next(fields)) {
            lines.push_back(reader.line());
        }
        QCOMPARE(lines, (std::vector<std::size_t>{1, 2, 4}));
    }

    void quoteThatIsNeverClosed() {
        std::string problem;
        QCOMPARE(rowsOf("a,b\n1,\"2\n3,4\n", ',', &problem).size(), std::size_t(1));
        QVERIFY(problem.find("line 2") != std::string::npos);
    }

    void aMillionColumns() {
        std::string text;
        for (int i = 0; i < 1'000'000; ++i) {
            text += "7,";
        }
        text += "7\n";
        const auto rows = rowsOf(text);
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows.front().size(), std::size_t(1'000'001));
        std::string problem;
        QVERIFY(rowsOf(std::string(3'000'000, ','), ',', &problem).empty());
        QVERIFY(!problem.empty());
    }

    void separators_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("separator");
        QTest::newRow("comma") << QByteArray("a,b,c\n1,2,3\n") << ',';
        QTest::newRow("semicolon, decimal comma") << QByteArray("a;b\n1,5;2\n3;4,25\n") << ';';
        QTest::newRow("tab") << QByteArray("a\tb\n1 x\t2\n") << '\t';
        QTest::newRow("bar") << QByteArray("a|b\n1|2\n") << '|';
        QTest::newRow("space") << QByteArray("1 2 3\n4 5 6\n") << ' ';
        QTest::newRow("quoted commas") << QByteArray("\"a,b\";c\n\"d,e\";f\n") << ';';
        QTest::newRow("as many commas as semicolons")
            << QByteArray("1,5;2,5;3\n4,5;1,5;9\n") << ';';
        QTest::newRow("text and a label") << QByteArray("a b,pos\nc d,neg\n") << ',';
        QTest::newRow("one row too long") << QByteArray("a;b\n1;2\n3;4;5\n6;7\n8;9\n1;1\n") << ';';
        QTest::newRow("one column") << QByteArray("a\nb\n") << ',';
        QTest::newRow("nothing") << QByteArray("") << ',';
    }
    void separators() {
        QFETCH(QByteArray, text);
        QFETCH(char, separator);
        QCOMPARE(guessSeparator(text.toStdString()), separator);
    }

    void numbers_data() {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<bool>("isNumber");
        QTest::addColumn<double>("value");
        QTest::addColumn<bool>("comma");
        const auto row = [](const char* field, double value, bool comma = false) {
            QTest::newRow(comma ? QByteArray("; ") + field : QByteArray(field))
                << QByteArray(field) << true << value << comma;
        };
        const auto none = [](const char* field, bool comma = false) {
            QTest::newRow(QByteArray(comma ? "; " : "") + "no number: " + field)
                << QByteArray(field) << false << 0.0 << comma;
        };
        row("1", 1);
        row(" \t-2.5 ", -2.5);
        row("+3", 3);
        row("1e3", 1000);
        row(".5", 0.5);
        row("1e-400", 0);
        row("1,5", 1.5, true);
        row("-0,25", -0.25, true);
        row("1.5", 1.5, true);
        for (const char* field : {"", " ", "+", "-", "+-5", "++5", "1 2", "0x10", "nan", "inf",
                                  "-inf", "1e400", "1,5", "a", "1a"}) {
            none(field);
        }
        for (const char* field : {"1.234,5", "1,234,5", ",", "a,5"}) {
            none(field, true);
        }
    }
    void numbers() {
        QFETCH(QByteArray, field);
        QFETCH(bool, isNumber);
        QFETCH(double, value);
        QFETCH(bool, comma);
        const auto number =
            numberOf(field.toStdString(), comma ? DecimalMark::PointOrComma : DecimalMark::Point);
        QCOMPARE(number.has_value(), isNumber);
        QCOMPARE(number.value_or(0.0), value);
    }
};

TESSERA_TEST(TestCsv)
#include "test_csv.moc"
