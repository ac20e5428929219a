#include "tests/support/golden.h"
#include "tests/support/test_registry.h"
#include "tests/support/workspace.h"

using namespace tessera;
using namespace tessera::test;

namespace {

Json modelOf(const QStringList& arguments) {
    const auto ended = runProgram(QStringList{"models", "info", "--json"} + arguments);
    if (ended.code != 0 || !ended.err.isEmpty()) {
        qWarning("%s", told(ended).constData());
        return nullptr;
    }
    return jsonOf(ended);
}

} // namespace

class TestModelCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lists() {
        const auto ended = runProgram({"models", "list", "--json"});
        QCOMPARE(ended.code, 0);
        const auto json = jsonOf(ended);
        QVERIFY(json.is_array() && json.size() > 3);
        const auto text = runProgram({"models", "list"});
        for (const auto& each : json) {
            QVERIFY(text.out.contains(QByteArray::fromStdString(each["id"].get<std::string>())));
            QVERIFY(!each["description"].get<std::string>().empty());
        }
    }

    void everyFamily() {
        for (const auto& each : jsonOf(runProgram({"models", "list", "--json"}))) {
            const auto id = QString::fromStdString(each["id"].get<std::string>());
            const auto json = modelOf({"--family", id, "--width", "16", "--depth", "8", "--input",
                                       "3x16x16", "--classes", "5"});
            QVERIFY2(json.is_object(), qPrintable(id));
            QCOMPARE(json["kind"].get<std::string>(), std::string("zoo"));
            QCOMPARE(json["classes"].get<int>(), 5);
            QCOMPARE(textOf(json["input"]["shape"]), QByteArray("[3,16,16]"));
            QVERIFY(json["parameters"].get<int>() > 0);
            QVERIFY(json["refusal"].is_null());
        }
    }

    void torchScript() {
        const auto path = goldenDir() / "models" / "squeezenet1_1.script.pt";
        const auto file = QString::fromStdString(path.string());
        const auto json = modelOf({file, "--input", "3x64x64"});
        QVERIFY(json.is_object());
        QCOMPARE(json["kind"].get<std::string>(), std::string("torchscript"));
        QCOMPARE(json["network"].get<std::string>(), path.filename().string());
        QVERIFY(!json["operators"].empty());
        std::size_t taps = 0;
        for (const auto& module : json["modules"]) {
            taps += module["tap"].get<bool>() ? 1 : 0;
        }
        QVERIFY(taps > 10);
        const auto text = runProgram({"models", "info", file, "--input", "3x64x64"});
        QCOMPARE(text.code, 0);
        for (const auto& each : json["operators"]) {
            QVERIFY(text.out.contains(QByteArray::fromStdString(each["name"].get<std::string>())));
        }
        QVERIFY(text.out.contains("squeeze_activation"));
    }

    void stateDict() {
        const auto path = goldenDir() / "models" / "mlp_d16_l2.state_dict.pt";
        const auto file = QString::fromStdString(path.string());
        // Not to be run as it is, but all that it tells is told.
        const auto alone = runProgram({"models", "info", file, "--json"});
        QCOMPARE(alone.code, 3);
        const auto told = nlohmann::json::parse(alone.out.toStdString());
        QCOMPARE(told["kind"].get<std::string>(), std::string("state_dict"));
        QCOMPARE(told["state"]["guesses"][0].dump(),
                 std::string(R"({"depth":2,"family":"mlp","width":16})"));
        QCOMPARE(told["state"]["classes"].get<int>(), 2);
        const auto text = runProgram({"models", "info", file});
        QVERIFY(text.out.contains("--family mlp --width 16 --depth 2"));

        const auto json = modelOf({file, "--family", "mlp", "--width", "16", "--depth", "2",
                                   "--input", "tokens:16:256"});
        QVERIFY(json.is_object() && json["refusal"].is_null());
        QVERIFY(json["recording_bytes"].get<int>() > 0);
        const auto wrong = runProgram({"models", "info", file, "--family", "conv", "--width", "16",
                                       "--input", "tokens:16:256"});
        QCOMPARE(wrong.code, 3);
        QVERIFY(wrong.out.contains("flatten_proj.weight") && wrong.out.contains("missing"));
    }

    void inputs_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("input"); // empty: wrong use
        const auto row = [](const char* text, const char* input) {
            QTest::newRow(text) << QString(text) << QByteArray(input);
        };
        row("3x16x16", R"({"kind":"image","shape":[3,16,16]})");
        row("image:1x8x4", R"({"kind":"image","shape":[1,8,4]})");
        row("rows:6x5", R"({"kind":"rows","shape":[6,5]})");
        row("flat:9", R"({"kind":"flat","shape":[9]})");
        row("9", R"({"kind":"flat","shape":[9]})");
        row("tokens:16:256", R"({"kind":"tokens","shape":[16],"vocabulary":256})");
        for (const char* text :
             {"", "x", "3x", "3x16", "3x16x16x2", "0x8x8", "-1x8x8", "3x8x8 ", "3x70000x8",
              "rows:6", "tokens:16", "tokens:16:0", "tokens:16:99999999", "sound:9", "flat:3x3",
              "99999999999999999999"}) {
            row(text, "");
        }
    }
    void inputs() {
        QFETCH(QString, text);
        QFETCH(QByteArray, input);
        if (input.isEmpty()) {
            const auto ended = runProgram({"models", "info", "--family", "mlp", "--input", text});
            QVERIFY2(ended.code == 2 && ended.err.contains("--input"), told(ended));
            return;
        }
        const auto json = modelOf({"--family", "mlp", "--input", text});
        QCOMPARE(json.is_object() ? textOf(json["input"]) : QByteArray(), input);
    }

    void refuses_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        const auto nothing = m_space.write("nothing.pt", "");
        QTest::newRow("no such file") << QStringList{"nowhere.pt"} << 3;
        QTest::newRow("no network") << QStringList{nothing} << 3;
        QTest::newRow("no such family") << QStringList{"--family", "rnn", "--input", "9"} << 3;
        QTest::newRow("nothing to look at") << QStringList{} << 2;
        QTest::newRow("a width without a family") << QStringList{nothing, "--width", "3"} << 2;
        QTest::newRow("no classes") << QStringList{nothing, "--classes", "0"} << 2;
    }
    void refuses() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const auto ended = runProgram(QStringList{"models", "info"} + arguments);
        QVERIFY2(ended.code == code && !ended.err.isEmpty(), told(ended));
        QVERIFY2(code == 2 || isRefusal(ended), told(ended));
    }

private:
    Workspace m_space;
};

TESSERA_TEST(TestModelCommands)
#include "test_model_commands.moc"
