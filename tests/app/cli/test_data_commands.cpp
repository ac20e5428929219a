#include "tests/support/data_files.h"
#include "tests/support/digit_files.h"
#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

#include <set>
#include <string>

using namespace tessera;
using namespace tessera::test;

namespace {

std::filesystem::path dataDir() {
    return std::filesystem::path(TESSERA_SOURCE_DIR) / "resources" / "data";
}

QString named(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

// The JSON of a command that must succeed without a word on standard error; null if it does not.
Json jsonFor(const QStringList& arguments) {
    const auto ended = runProgram(arguments + QStringList{"--json"});
    if (ended.code != 0 || !ended.err.isEmpty()) {
        qWarning("%s", told(ended).constData());
        return nullptr;
    }
    return jsonOf(ended);
}

Json infoOf(const std::filesystem::path& file, const QStringList& more = {}) {
    return jsonFor(QStringList{"data", "info", named(file)} + more);
}

// 400 x 1,000 numbers: 1.6 MB in memory.
QByteArray wideCsv() {
    QByteArray text;
    for (int row = 0; row < 400; ++row) {
        text += QByteArray("1,").repeated(1000) + (row % 2 == 0 ? "a\n" : "b\n");
    }
    return text;
}

} // namespace

class TestDataCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists();
    void describesTheDigits();
    void describesFiles_data();
    void describesFiles();
    void readsAsItIsTold_data();
    void readsAsItIsTold();
    void tellsWhatIsLeftOut();
    void showsShifts();
    void readsImages();
    void whatItFoundGoesIntoAnExperiment();
    void refuses_data();
    void refuses();
    void refusesWrongUse_data();
    void refusesWrongUse();
    void showsNoControlCharacters();

private:
    DataFolder m_folder;
};

void TestDataCommands::lists() {
    const auto json = jsonFor({"data", "list"});
    std::set<std::string> ids;
    for (const auto& each : json["data"]) {
        ids.insert(each["id"].get<std::string>());
        QVERIFY(each["samples"].get<int>() > 0 && each["classes"].get<int>() > 1);
        QVERIFY(each["splits"]["reference"].get<int>() > 0);
    }
    QVERIFY(ids.contains("digits") && ids.contains("token-mean"));
    QVERIFY(!json["shifts"].empty() && !json["tasks"].empty());
    const auto text = runProgram({"data", "list"});
    QCOMPARE(text.code, 0);
    for (const auto& id : ids) {
        QVERIFY(text.out.contains(QByteArray::fromStdString(id)));
    }
    for (const auto& shift : json["shifts"]) {
        QVERIFY(text.out.contains(QByteArray::fromStdString(shift["id"].get<std::string>())));
    }
}

void TestDataCommands::describesTheDigits() {
    const auto json = jsonFor({"data", "info", "digits"});
    QCOMPARE(textOf(json["input"]), QByteArray(R"({"kind":"image","shape":[1,8,8]})"));
    QCOMPARE(json["samples"].get<int>(), 1797);
    QCOMPARE(json["classes"].size(), std::size_t(10));
    QVERIFY(json["reading"].is_null());
    QCOMPARE(json["preview"][0]["values"].size(), std::size_t(64));
    const auto text = runProgram({"data", "info", "digits"});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains("1797") && text.out.contains("@@"));
}

void TestDataCommands::describesFiles_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("input");
    const auto x =
        arrayOf<std::uint8_t>(format::DType::U8, {4, 2, 2}, std::vector<std::uint8_t>(16));
    const auto y = arrayOf<std::uint8_t>(format::DType::U8, {4}, {0, 1, 0, 1});
    QTest::newRow("CSV") << QByteArray("1,2,a\n3,4,b\n5,6,a\n7,8,b\n") << QByteArray("CSV")
                         << QByteArray(R"({"kind":"flat","shape":[2]})");
    QTest::newRow("text") << QByteArray("text,label\nab,0\ncde,1\nf,0\ng,1\n")
                          << QByteArray("CSV with text")
                          << QByteArray(R"({"kind":"tokens","shape":[3],"vocabulary":256})");
    QTest::newRow("npz") << zipOf({{"x.npy", npyOf(x)}, {"y.npy", npyOf(y)}})
                         << QByteArray("NumPy archive")
                         << QByteArray(R"({"kind":"image","shape":[1,2,2]})");
}

void TestDataCommands::describesFiles() {
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, input);
    const auto path = m_folder.write("described", file);
    const auto json = infoOf(path);
    QCOMPARE(QByteArray::fromStdString(json["format"].get<std::string>()), format);
    QCOMPARE(textOf(json["input"]), input);
    QCOMPARE(json["samples"].get<int>(), 4);
    QCOMPARE(json["classes"].size(), std::size_t(2));
    QCOMPARE(json["classes"][0]["samples"].get<int>(), 2);
    QCOMPARE(json["dropped"]["count"].get<int>(), 0);
    const auto text = runProgram({"data", "info", named(path)});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(format), told(text));
}

void TestDataCommands::readsAsItIsTold_data() {
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("classes");
    QTest::newRow("label by name")
        << QStringList{"--label", "kind"} << QByteArray(R"({"kind":"flat","shape":[4]})") << 2;
    QTest::newRow("label by number")
        << QStringList{"--label", "1"} << QByteArray(R"({"kind":"flat","shape":[4]})") << 4;
    QTest::newRow("image") << QStringList{"--input", "image", "--normalise", "unit"}
                           << QByteArray(R"({"kind":"image","shape":[1,2,2]})") << 2;
    QTest::newRow("image of a size") << QStringList{"--input", "image", "--height", "4"}
                                     << QByteArray(R"({"kind":"image","shape":[1,4,1]})") << 2;
    QTest::newRow("rows") << QStringList{"--input", "rows", "--width", "2"}
                          << QByteArray(R"({"kind":"rows","shape":[2,2]})") << 2;
    QTest::newRow("separator and header") << QStringList{"--separator", "comma", "--header", "yes"}
                                          << QByteArray(R"({"kind":"flat","shape":[4]})") << 2;
}

void TestDataCommands::readsAsItIsTold() {
    QFETCH(QStringList, options);
    QFETCH(QByteArray, input);
    QFETCH(int, classes);
    const auto path =
        m_folder.write("told.csv", "a,b,c,d,kind\n1,2,3,4,0\n2,2,3,4,1\n3,2,3,4,0\n4,2,3,4,1\n");
    const auto json = infoOf(path, options);
    QCOMPARE(textOf(json["input"]), input);
    QCOMPARE(int(json["classes"].size()), classes);
}

void TestDataCommands::tellsWhatIsLeftOut() {
    const auto path = m_folder.write("gaps.csv", "x,label\n1,a\n2,b\n?,a\n4\n5,b\n6,a\n" +
                                                     QByteArray("7\n").repeated(200));
    const auto json = infoOf(path);
    QCOMPARE(json["dropped"]["count"].get<int>(), 202);
    QCOMPARE(json["dropped"]["first"].size(), std::size_t(100));
    QCOMPARE(json["dropped"]["first"][0]["place"].get<std::string>(), std::string("line 4"));
    const auto text = runProgram({"data", "info", named(path)});
    QVERIFY2(text.out.contains("left out: 202") && text.out.contains("line 4:") &&
                 text.out.contains("and 192 more"),
             told(text));
}

void TestDataCommands::showsShifts() {
    const auto json = jsonFor({"data", "info", "digits", "--shift", "noise", "--strength", "0.25"});
    QCOMPARE(json["shifted"].size(), json["preview"].size());
    QVERIFY(json["shifted"] != json["preview"]);
    QVERIFY(jsonFor({"data", "info", "digits"})["shifted"].empty());
    const auto text = runProgram({"data", "info", "digits", "--shift", "noise"});
    QVERIFY2(text.out.contains("with noise of strength 0.5"), told(text));
}

// Where the module is not built, the answer says so.
void TestDataCommands::readsImages() {
    const auto digits = readDigits(dataDir());
    const auto images = writeDigitsPng(m_folder, digits);
    m_folder.write("images/3/damaged.png", QByteArray::fromHex("89504e470d0a1a0a00000000"));
#ifdef TESSERA_HAS_IMAGES
    const auto ended = runProgram({"data", "info", named(images), "--json"});
    QVERIFY2(ended.code == 0, told(ended));
    const auto json = jsonOf(ended);
    QCOMPARE(textOf(json["input"]), QByteArray(R"({"kind":"image","shape":[1,8,8]})"));
    QCOMPARE(json["samples"].get<std::size_t>(), digits.labels.size());
    QCOMPARE(json["classes"].size(), std::size_t(10));
    QCOMPARE(json["dropped"]["count"].get<int>(), 1);
    QCOMPARE(json["dropped"]["first"][0]["place"].get<std::string>(), std::string("3/damaged.png"));
    QCOMPARE(json["largest"].get<double>(), 1.0);
    const auto small = runProgram({"data", "info", named(images), "--height", "4", "--width", "4",
                                   "--channels", "3", "--json"});
    QCOMPARE(textOf(jsonOf(small)["input"]["shape"]), QByteArray("[3,4,4]"));

    // And a run learns from them about as well as from the built-in ones.
    const Workspace space;
    const auto accuracy = [&](const Json& data, const char* out) {
        auto experiment = smallExperiment("{'source': {'train': {'epochs': 20}}}");
        experiment["data"].merge_patch(data);
        const auto file = space.writeJson("run.tessera.json", experiment);
        const auto run = runProgram({"run", file, "--json", "--out", space.name(out)});
        return jsonOf(run)["runs"][0]["source_accuracy"].get<double>();
    };
    const auto known = accuracy(Json::object(), "a");
    const auto found = accuracy({{"name", "mine"}, {"file", images.string()}}, "b");
    QVERIFY2(known > 0.7 && found > 0.7, qPrintable(QString("%1 %2").arg(known).arg(found)));
#else
    const auto ended = runProgram({"data", "info", named(images)});
    QVERIFY2(ended.code != 0 && isRefusal(ended) && ended.err.contains("libtessera_images"),
             told(ended));
#endif
}

// Copied from the answer into a file, the reading gives the same numbers.
void TestDataCommands::whatItFoundGoesIntoAnExperiment() {
    const Workspace space;
    const auto path = writeDigitsCsv(m_folder, readDigits(dataDir()));
    const auto info = infoOf(path, {"--input", "image", "--normalise", "unit"});
    auto json = smallExperiment();
    json["data"]["file"] = path.string();
    json["data"]["reading"] = info["reading"];
    const auto run = [&](const Json& experiment, const char* out) {
        const auto file = space.writeJson("found.tessera.json", experiment);
        const auto ended = runProgram({"run", file, "--json", "--out", space.name(out)});
        if (ended.code != 0) {
            qWarning("%s", told(ended).constData());
        }
        return jsonOf(ended);
    };
    const auto own = run(json, "own"), known = run(smallExperiment(), "known");
    QVERIFY(own.is_object() && known.is_object());
    QVERIFY(own["runs"][0]["accuracy_after"].is_number());
    QCOMPARE(textOf(own["runs"][0]["accuracy_after"]), textOf(known["runs"][0]["accuracy_after"]));
}

void TestDataCommands::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto file = named(m_folder.write("refused.csv", "1,2,a\n3,4,b\n5,6,a\n7,8,b\n"));
    QTest::newRow("no such set") << QStringList{"imagenet"} << "digits, token-mean";
    QTest::newRow("no such file") << QStringList{"nothing.csv"} << "nothing.csv";
    QTest::newRow("no such label") << QStringList{file, "--label", "kind"} << "from 1 to 3";
    QTest::newRow("no such shift") << QStringList{file, "--shift", "fog"} << "noise, rotation";
    QTest::newRow("a shift that does not fit") << QStringList{file, "--shift", "blur"} << "blur";
    QTest::newRow("no image") << QStringList{file, "--input", "image"} << "2 numbers are no image";
    QTest::newRow("damaged") << QStringList{named(m_folder.write("open.csv", "1,\"a\n"))}
                             << "line 1 opens a quote";
    QTest::newRow("no data") << QStringList{named(m_folder.write("a.bin", QByteArray(9, '\0')))}
                             << "no kind of data file";
    QTest::newRow("more than the memory budget")
        << QStringList{named(m_folder.write("wide.csv", wideCsv())), "--memory-budget", "1MB"}
        << "memory";
}

void TestDataCommands::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, said);
    const auto ended = runProgram(QStringList{"data", "info"} + arguments);
    QVERIFY2(ended.code == 3 && isRefusal(ended) && QString(ended.err).contains(said), told(ended));
    const auto json = runProgram(QStringList{"data", "info", "--json"} + arguments);
    QCOMPARE(json.code, 3);
    QVERIFY2(errorOf(json).second.contains(said), told(json));
}

void TestDataCommands::refusesWrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    QTest::newRow("no verb") << QStringList{"data"} << "subcommand";
    QTest::newRow("unknown verb") << QStringList{"data", "show"} << "choose from list, info";
    QTest::newRow("no data") << QStringList{"data", "info"} << "data";
    QTest::newRow("an empty name") << QStringList{"data", "info", ""} << "empty";
    QTest::newRow("an unknown input")
        << QStringList{"data", "info", "digits", "--input", "sound"} << "--input";
    QTest::newRow("a strength without a shift")
        << QStringList{"data", "info", "digits", "--strength", "0.5"} << "--shift";
    QTest::newRow("too much strength")
        << QStringList{"data", "info", "digits", "--shift", "noise", "--strength", "2"}
        << "--strength";
    QTest::newRow("hardly any memory")
        << QStringList{"data", "info", "digits", "--memory-budget", "10"} << "--memory-budget";
    QTest::newRow("memory in words")
        << QStringList{"data", "info", "digits", "--memory-budget", "much"} << "--memory-budget";
    QTest::newRow("a negative size")
        << QStringList{"data", "info", "digits", "--height", "-1"} << "--height";
}

void TestDataCommands::refusesWrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    const auto ended = runProgram(arguments);
    QVERIFY2(ended.code == 2 && QString(ended.err).contains(named), told(ended));
}

void TestDataCommands::showsNoControlCharacters() {
    const auto path =
        m_folder.write("evil\x1b[31m.csv", "x\x1b[2J,label\n1,\x1b[31mred\n2,b\n3,\xFF\n4\n");
    const auto text = runProgram({"data", "info", named(path)});
    QCOMPARE(text.code, 0);
    QVERIFY2(!text.out.contains('\x1b') && text.out.contains("\\x1b[31mred"), told(text));
    QVERIFY(infoOf(path).is_object());
}

TESSERA_TEST(TestDataCommands)
#include "test_data_commands.moc"
