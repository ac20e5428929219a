#include "tests/app/cli/token_cli_util.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

// inspect, and what all commands on tokens have in common.
class TestTokenCommands : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void inspectsGoldenTokens_data();
    void inspectsGoldenTokens();
    void inspectsGoldenPairs_data();
    void inspectsGoldenPairs();
    void judgesBadFiles_data();
    void judgesBadFiles();
    void tellsWhatARefusedFileHolds();
    void checksSeals_data();
    void checksSeals();
    void refusesUselessKeys_data();
    void refusesUselessKeys();
    void speaksPlainly_data();
    void speaksPlainly();
    void showsNoControlCharacters();
    void showsForeignLettersEverywhere();
    void writesNonFiniteNumbersAsText();
    void summarisesTheVector();
    void refusesWhatIsNoFile_data();
    void refusesWhatIsNoFile();

private:
    TokenSpace m_space;
};

void TestTokenCommands::inspectsGoldenTokens_data() {
    QTest::addColumn<std::size_t>("number");
    const auto tokens = goldenTokens();
    QVERIFY(tokens.size() > 10);
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        QTest::newRow(qPrintable(tokens[i].file.section('/', -1))) << i;
    }
}

void TestTokenCommands::inspectsGoldenTokens() {
    QFETCH(std::size_t, number);
    const auto golden = goldenTokens().at(number);
    const auto& about = golden.about;
    const auto found = m_space.inspected(golden.file, golden.keyArguments());
    QVERIFY(!found.is_null());
    QCOMPARE(found["file"].get<std::string>(), golden.file.toStdString());
    QCOMPARE(textOf(found["bytes"]), textOf(about["file_size"]));
    QCOMPARE(found["format"].get<std::string>(),
             "TBF " + about["info"]["version"].get<std::string>());

    const auto& header = found["header"];
    QCOMPARE(textOf(header["version"]), textOf(about["info"]["version"]));
    QCOMPARE(textOf(header["flags"]), textOf(about["header"]["flags"]));
    QCOMPARE(textOf(header["quant"]), textOf(about["header"]["quant_type"]));
    QCOMPARE(textOf(header["metadata_bytes"]), textOf(about["header"]["metadata_length"]));
    QCOMPARE(textOf(header["vector_count"]), textOf(about["header"]["vector_count"]));
    QCOMPARE(textOf(header["vector_bytes"]), textOf(about["header"]["vector_byte_length"]));

    const auto& checks = found["checks"];
    QCOMPARE(checks["header_crc"].get<std::string>(), golden.checksum());
    QCOMPARE(checks["body_crc"].get<std::string>(), golden.checksum());
    QCOMPARE(checks["hmac"].get<std::string>(),
             std::string(golden.isSealed() ? "valid" : "absent"));
    QCOMPARE(checks["signature"].get<std::string>(), golden.signature());

    for (const auto& [field, value] : about["token"].items()) {
        QVERIFY2(found["token"].contains(field), field.c_str());
        QCOMPARE(textOf(found["token"][field]), textOf(value)); // the order of keys as well
    }
    QCOMPARE(found["token"].size(), about["token"].size());

    std::uint64_t end = 0;
    for (const auto& section : found["sections"]) {
        QCOMPARE(section["offset"].get<std::uint64_t>(), end);
        end += section["bytes"].get<std::uint64_t>();
    }
    QCOMPARE(end, about["file_size"].get<std::uint64_t>());
}

void TestTokenCommands::inspectsGoldenPairs_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("fields");
    const auto folder = goldenDir() / "safetensors";
    const auto expected = readJson(folder / "expected.json");
    for (const auto& [stem, about] : expected["files"].items()) {
        for (const auto* ending : {".safetensors", ".json"}) {
            QTest::newRow((stem + ending).c_str())
                << QString::fromStdString((folder / (stem + ending)).string())
                << QString::fromStdString((folder / (stem + ".json")).string());
        }
    }
}

void TestTokenCommands::inspectsGoldenPairs() {
    QFETCH(QString, file);
    QFETCH(QString, fields);
    const auto found = m_space.inspected(file);
    QVERIFY(!found.is_null());
    QVERIFY(found["checks"]["header_crc"].is_null()); // such files have none
    QCOMPARE(found["checks"]["hmac"].get<std::string>(), std::string("absent"));
    const auto about = readJson(fields.toStdString());
    for (const auto& [field, value] : about.items()) {
        if (field != "uhs_vector") {
            QCOMPARE(textOf(found["token"][field]), textOf(value));
        }
    }
    const auto& vector = found["token"]["uhs_vector"];
    QCOMPARE(vector.size(), about["uhs_vector"].size());
    QCOMPARE(found["header"]["vector_count"].get<std::size_t>(), vector.size());
    for (std::size_t i = 0; i < vector.size(); ++i) {
        QCOMPARE(static_cast<float>(vector[i].get<double>()),
                 static_cast<float>(about["uhs_vector"][i].get<double>()));
    }
}

void TestTokenCommands::judgesBadFiles_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("should");
    const auto folder = goldenDir() / "tbf_bad";
    const auto bad = readJson(folder / "bad.json");
    for (const auto& each : bad["files"]) {
        const auto name = each["file"].get<std::string>();
        const auto& key = each["reader_key_hex"];
        QTest::newRow(name.c_str())
            << QString::fromStdString((folder / name).string())
            << (key.is_null() ? QString() : QString::fromStdString(key.get<std::string>()))
            << QString::fromStdString(each["should"].get<std::string>());
    }
}

void TestTokenCommands::judgesBadFiles() {
    QFETCH(QString, file);
    QFETCH(QString, key);
    QFETCH(QString, should);
    const auto more = key.isEmpty() ? QStringList() : QStringList{"--hmac-key", key};
    const auto json = m_space.run(QStringList{"inspect", "--full", "--json", file} + more);
    QVERIFY2(json.code == 0 || json.code == 3, told(json));
    QVERIFY2(json.err.isEmpty(), told(json));
    const bool accepted = json.code == 0;
    QVERIFY2(should == "either" || accepted == (should == "accept"), told(json));
    const auto found = jsonOf(json);
    QCOMPARE(found.contains("token"), accepted);
    QCOMPARE(codeIn(json).isEmpty(), accepted);
    for (const auto* part : {"file", "format", "header", "checks", "sections"}) {
        QVERIFY2(found.contains(part), part);
    }
    const auto words = m_space.run(QStringList{"inspect", file} + more);
    QVERIFY2(accepted ? words.code == 0 && words.err.isEmpty() : refusesInWords(words, 3),
             told(words));
    const auto line = m_space.run(QStringList{"validate", file} + more);
    QCOMPARE(line.code, words.code);
    QVERIFY2(line.out.count('\n') == 1 && line.err.isEmpty(), told(line));
    QVERIFY2(QString(line.out).contains(accepted ? ": good: " : ": bad: "), told(line));
}

void TestTokenCommands::tellsWhatARefusedFileHolds() {
    const auto golden = plainGoldenToken();
    QFile file(golden.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto bytes = file.readAll();
    bytes[bytes.size() - 40] = static_cast<char>(bytes[bytes.size() - 40] ^ 1); // of the vector
    const auto damaged = m_space.write("damaged.tbf", bytes.toStdString());
    const auto ended = m_space.run({"inspect", "--json", damaged});
    QCOMPARE(ended.code, 3);
    QCOMPARE(codeIn(ended), QString("Corrupt"));
    const auto found = jsonOf(ended);
    QCOMPARE(textOf(found["header"]["vector_count"]),
             textOf(golden.about["header"]["vector_count"]));
    QCOMPARE(found["checks"]["header_crc"].get<std::string>(), std::string("crc32c"));
    QCOMPARE(found["checks"]["body_crc"].get<std::string>(), std::string("bad"));
    QVERIFY(found["checks"]["signature"].is_null());
    const auto words = m_space.run({"inspect", damaged});
    QVERIFY2(QString(words.out).contains("Do not use it"), told(words));
    QVERIFY2(QString(words.err).contains("damaged.tbf"), told(words));
}

void TestTokenCommands::checksSeals_data() {
    QTest::addColumn<QStringList>("arguments"); // KEY and FILE stand for the right ones
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("hmac");
    QTest::newRow("the key") << QStringList{"--hmac-key", "KEY"} << 0 << "valid";
    QTest::newRow("the key in a file") << QStringList{"--hmac-key-file", "FILE"} << 0 << "valid";
    QTest::newRow("another key") << QStringList{"--hmac-key", "00ff"} << 3 << "invalid";
    QTest::newRow("no key") << QStringList() << 3 << "unverified";
    QTest::newRow("unverified") << QStringList{"--unverified"} << 0 << "unverified";
}

void TestTokenCommands::checksSeals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, hmac);
    const auto golden = goldenToken([](const auto& token) { return token.isSealed(); });
    const auto key = golden.keyArguments().at(1);
    arguments.replaceInStrings("KEY", key);
    arguments.replaceInStrings(
        "FILE", m_space.write("key", QByteArray::fromHex(key.toLatin1()).toStdString()));
    const auto ended = m_space.run(QStringList{"inspect", "--json", golden.file} + arguments);
    QVERIFY2(ended.code == code, told(ended));
    QCOMPARE(jsonOf(ended)["checks"]["hmac"].get<std::string>(), hmac.toStdString());
    const auto words = m_space.run(QStringList{"inspect", golden.file} + arguments);
    QCOMPARE(words.code, code);
    QCOMPARE(QString(words.out).contains("Sealed with your key"), hmac == "valid");
    QCOMPARE(QString(words.out).contains("Not verified"), code == 0 && hmac == "unverified");
}

void TestTokenCommands::refusesUselessKeys_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QStringList& arguments, int code,
                        const char* named) { QTest::newRow(name) << arguments << code << named; };
    row("not hexadecimal", {"--hmac-key", "0x12"}, 2, "--hmac-key");
    row("half a byte", {"--hmac-key", "123"}, 2, "--hmac-key");
    row("empty", {"--hmac-key", ""}, 2, "--hmac-key");
    row("a variable that is not set", {"--hmac-key-file", ""}, 2, "--hmac-key-file");
    row("both forms", {"--hmac-key", "12", "--hmac-key-file", "empty"}, 2, "excludes");
    row("a key and without one", {"--hmac-key", "12", "--unverified"}, 2, "excludes");
    row("an empty file", {"--hmac-key-file", "empty"}, 3, "empty");
    row("no such file", {"--hmac-key-file", "nothing"}, 3, "nothing");
    row("a folder", {"--hmac-key-file", "."}, 3, ".");
    row("a key for a file without a seal", {"--hmac-key", "12"}, 3, "HMAC");
}

void TestTokenCommands::refusesUselessKeys() {
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, named);
    m_space.write("empty", "");
    const auto file = m_space.writeToken("small.tbf", smallToken());
    const auto ended = m_space.run(QStringList{"inspect", file} + arguments);
    QVERIFY2(ended.code == code, told(ended));
    QVERIFY2(QString(ended.err).contains(named), told(ended));
}

void TestTokenCommands::speaksPlainly_data() {
    QTest::addColumn<QString>("change");
    QTest::addColumn<QStringList>("said");
    QTest::newRow("a claim") << "none"
                             << QStringList{"teacher",          "pupil",
                                            "claims epsilon 2", "Nothing proves who made it",
                                            "lineage",          "not stated"};
    QTest::newRow("privacy off") << "off" << QStringList{"Privacy is off", "drift", "not measured"};
    QTest::newRow("a statement") << "statement"
                                 << QStringList{"carries noise", "one sample",
                                                "Not covered: drift_score"};
    QTest::newRow("lineage") << "lineage"
                             << QStringList{"source (anchor, netA) -> receiver (netB), mode A"};
    QTest::newRow("no target") << "any" << QStringList{"any"};
    QTest::newRow("an empty vector") << "empty" << QStringList{"0 numbers", "from - to -"};
}

void TestTokenCommands::speaksPlainly() {
    QFETCH(QString, change);
    QFETCH(QStringList, said);
    auto token = smallToken();
    if (change == "off") {
        token.privacyEpsilon = std::numeric_limits<double>::infinity();
    } else if (change == "statement") {
        token.customMetadata["twb.privacy"] = {{"noised", true},
                                               {"unit", "one sample"},
                                               {"release_size", 40},
                                               {"sigma", "a text where a number belongs"},
                                               {"not_covered", {"drift_score", 7}}};
    } else if (change == "lineage") {
        token.lineageDag = Json::parse(R"({"nodes": [{"id": "source", "type": "anchor",
            "ref": "netA"}, {"id": "receiver", "ref": "netB"}, 5],
            "edges": [{"from": "source", "to": "receiver", "mode": "A"}], "root": "source"})");
    } else if (change == "any") {
        token.targetModelId.reset();
    } else if (change == "empty") {
        token.uhsVector.clear();
    }
    const auto file = m_space.writeToken("small.tbf", token);
    const auto ended = m_space.run({"inspect", "--full", file});
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    for (const auto& part : said) {
        QVERIFY2(QString(ended.out).contains(part), part.toUtf8() + " is not in\n" + ended.out);
    }
}

// Whoever wrote the file must not be able to draw on the terminal of whoever looks at it.
void TestTokenCommands::showsNoControlCharacters() {
    const std::string evil = "a\x1b[2J\x1b]0;title\x07\r\nb\t\xc2\x9b\xe2\x80\xae\x7f";
    auto token = smallToken();
    token.sourceModelId = evil;
    token.version = evil;
    token.timestamp = evil;
    token.modalityWeights = {{evil, 1.0}};
    token.correlationMap[evil] = evil;
    token.lineageDag = {{"nodes", {{{"id", evil}, {"type", evil}, {"ref", evil}}}},
                        {"edges", {{{"from", evil}, {"to", evil}, {"mode", evil}}}}};
    token.projectionHints = {evil};
    token.customMetadata[evil] = {{evil, evil}};
    token.customMetadata["twb.privacy"] = {{"unit", evil}, {"not_covered", {evil}}};
    token.customMetadata["twb.sig"] = {{"scheme", evil}, {"signer", evil}};
    const auto file = m_space.writeToken("small.tbf", token);
    const auto plain = m_space.writeToken("plain.tbf", smallToken());
    for (const auto& arguments :
         {QStringList{"inspect", "--full", file}, QStringList{"validate", file},
          QStringList{"diff", file, plain}, QStringList{"strip", "--list", file},
          QStringList{"verify", file}, QStringList{"validate", "--require-signature", file}}) {
        const auto ended = m_space.run(arguments);
        for (const auto letter : QString::fromUtf8(ended.out + ended.err)) {
            const bool visible = letter == '\n' || (letter.isPrint() && letter != QChar(0x202e));
            QVERIFY2(visible, told(ended));
        }
        QVERIFY2((ended.out + ended.err).contains("\\x1b[2J") || arguments[0] == "validate" ||
                     arguments[0] == "verify",
                 told(ended));
    }
}

void TestTokenCommands::showsForeignLettersEverywhere() {
    auto token = smallToken();
    token.sourceModelId = "Lehrer \xc3\xa4\xc3\xb6\xc3\xbc \xe7\xbd\x91 \xf0\x9f\x94\x8d";
    const auto file = m_space.writeToken("small.tbf", token);
    for (const auto* locale : {"C", "POSIX", "C.UTF-8", "xx_XX.nothing"}) {
        for (const auto& arguments : {QStringList{"inspect", file}, QStringList{"validate", file},
                                      QStringList{"inspect", "--json", file}}) {
            const auto ended = runProgram(
                arguments, {{"LC_ALL", locale}, {"XDG_CONFIG_HOME", m_space.name("config")}});
            QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
            QCOMPARE(ended.out.contains(token.sourceModelId.c_str()), arguments[0] == "inspect");
        }
    }
}

void TestTokenCommands::writesNonFiniteNumbersAsText() {
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    auto token = smallToken({kInfinity, -kInfinity, -0.0F, 0.1F});
    token.privacyEpsilon = kInfinity;
    token.customMetadata = {{"nan", std::nan("")}, {"list", {-kInfinity, 1}}};
    const auto found = m_space.inspected(m_space.writeToken("small.tbf", token));
    QCOMPARE(textOf(found["token"]["uhs_vector"]),
             QByteArray(R"(["Infinity","-Infinity",-0.0,0.1])"));
    QCOMPARE(textOf(found["token"]["privacy_epsilon"]), QByteArray(R"("Infinity")"));
    QCOMPARE(textOf(found["token"]["custom_metadata"]),
             QByteArray(R"({"nan":"NaN","list":["-Infinity",1]})"));
    QCOMPARE(textOf(found["token"]["drift_score"]), QByteArray("null"));
    QCOMPARE(found["vector"]["infinite"].get<int>(), 2);
    QVERIFY(found["vector"]["mean"].is_null());
}

void TestTokenCommands::summarisesTheVector() {
    const auto file = m_space.writeToken("small.tbf", smallToken({3.0F, 0.0F, 4.0F, -1.0F}));
    const auto found = m_space.json({"inspect", file});
    QVERIFY(!found["token"].contains("uhs_vector")); // only in full
    const auto& vector = found["vector"];
    QCOMPARE(vector["count"].get<int>(), 4);
    QCOMPARE(vector["zeros"].get<int>(), 1);
    QCOMPARE(vector["norm"].get<double>(), std::sqrt(26.0));
    QCOMPARE(vector["least"].get<double>(), -1.0);
    QCOMPARE(vector["greatest"].get<double>(), 4.0);
    QCOMPARE(vector["mean"].get<double>(), 1.5);
    QCOMPARE(vector["deviation"].get<double>(), std::sqrt(17.0) / 2.0);
}

void TestTokenCommands::refusesWhatIsNoFile_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    for (const auto* command : {"inspect", "verify"}) {
        QTest::addRow("%s: nothing there", command) << QStringList{command, "none"} << "NotFound";
        QTest::addRow("%s: a folder", command) << QStringList{command, "."} << "InvalidArgument";
        QTest::addRow("%s: a device", command)
            << QStringList{command, "/dev/zero"} << "InvalidArgument";
    }
    QTest::newRow("diff") << QStringList{"diff", "small.tbf", "none"} << "NotFound";
    QTest::newRow("convert") << QStringList{"convert", "none", "--to", "x.tbf"} << "NotFound";
    QTest::newRow("strip") << QStringList{"strip", "none", "--list"} << "NotFound";
    QTest::newRow("merge") << QStringList{"merge", "small.tbf", "none", "--to", "x.tbf"}
                           << "NotFound";
}

void TestTokenCommands::refusesWhatIsNoFile() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    m_space.writeToken("small.tbf", smallToken());
    const auto words = m_space.run(arguments);
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    const auto json = m_space.run(arguments + QStringList{"--json"});
    QVERIFY2(json.code == 3 && json.err.isEmpty(), told(json));
    QCOMPARE(errorOf(json).first, code);
    QVERIFY(!m_space.exists("x.tbf"));
}

TESSERA_TEST(TestTokenCommands)
#include "test_token_commands.moc"
