#include "core/token/vector_codec.h"

#include "tests/app/cli/token_cli_util.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

// convert, merge and strip.
class TestTokenRewriting : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void copiesToTheLastByte_data();
    void copiesToTheLastByte();
    void convertsPairsBothWays_data();
    void convertsPairsBothWays();
    void convertsNumbers_data();
    void convertsNumbers();
    void refusesWhatCannotBeStored_data();
    void refusesWhatCannotBeStored();
    void keepsSeals();
    void sealsAnew();
    void saysWhereItCannotWrite_data();
    void saysWhereItCannotWrite();
    void replacesNothingUnasked_data();
    void replacesNothingUnasked();
    void merges_data();
    void merges();
    void mergesToUnitLength();
    void addsUpPrivacyBudgets();
    void refusesToMerge_data();
    void refusesToMerge();
    void listsWhatATokenTells();
    void strips();
    void refusesUnknownIds();
    void staysQuiet();

private:
    TokenSpace m_space;
};

void TestTokenRewriting::copiesToTheLastByte_data() {
    QTest::addColumn<std::size_t>("number");
    const auto tokens = goldenTokens();
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        // CRC-32 becomes CRC-32C.
        if (tokens[i].checksum() == "crc32c") {
            QTest::newRow(qPrintable(tokens[i].file.section('/', -1))) << i;
        }
    }
}

void TestTokenRewriting::copiesToTheLastByte() {
    QFETCH(std::size_t, number);
    const auto golden = goldenTokens().at(number);
    TokenSpace space;
    const auto copied =
        space.json(QStringList{"convert", golden.file, "--to", "copy.tbf"} + golden.keyArguments());
    QVERIFY(!copied.is_null());
    QCOMPARE(copied["changed_numbers"].get<int>(), 0);
    QCOMPARE(copied["numbers"].get<std::string>(), golden.numbers().toStdString());
    QCOMPARE(copied["sealed"].get<bool>(), golden.isSealed());
    QFile file(golden.file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QByteArray::fromStdString(space.read("copy.tbf")), file.readAll());
}

void TestTokenRewriting::convertsPairsBothWays_data() {
    QTest::addColumn<QString>("stem");
    const auto folder = goldenDir() / "safetensors";
    const auto expected = readJson(folder / "expected.json");
    for (const auto& [stem, about] : expected["files"].items()) {
        QTest::newRow(stem.c_str()) << QString::fromStdString((folder / stem).string());
    }
}

void TestTokenRewriting::convertsPairsBothWays() {
    QFETCH(QString, stem);
    TokenSpace space;
    QVERIFY(!space.json({"convert", stem + ".safetensors", "--to", "one.tbf"}).is_null());
    const auto pair = space.json({"convert", "one.tbf", "--file", "two.json"});
    QCOMPARE(pair["format"].get<std::string>(), std::string("safetensors_json"));
    QCOMPARE(space.tree(""), QStringList({"one.tbf", "two.json", "two.safetensors"}));
    QFile tensors(stem + ".safetensors");
    QVERIFY(tensors.open(QIODevice::ReadOnly));
    QCOMPARE(QByteArray::fromStdString(space.read("two.safetensors")), tensors.readAll());
    const auto same = space.json({"diff", stem + ".json", "two.safetensors"});
    QCOMPARE(same["equal"].get<bool>(), true);
}

void TestTokenRewriting::convertsNumbers_data() {
    QTest::addColumn<QString>("numbers");
    for (const auto* numbers : {"float32", "float16", "bfloat16", "int8"}) {
        QTest::newRow(numbers) << numbers;
    }
}

void TestTokenRewriting::convertsNumbers() {
    QFETCH(QString, numbers);
    TokenSpace space;
    const auto golden = goldenToken([](const auto& each) { // many numbers show a second rounding
        return each.numbers() == "float32" && each.count() > 1000;
    });
    std::vector<float> vector;
    for (const auto& value : golden.about["token"]["uhs_vector"]) {
        vector.push_back(static_cast<float>(number(value)));
    }
    const auto token = smallToken(vector);
    const auto kind = tokenNumbersFromName(numbers.toStdString()).value();
    const auto stored = token::storeVector(token.uhsVector, kind);
    QVERIFY(stored.has_value());
    const auto expected = token::loadVector(stored->bytes, kind, stored->int8);
    QVERIFY(expected.has_value());

    const auto file = space.writeToken("small.tbf", token);
    const auto json = space.json({"convert", file, "--to", "other.tbf", "--numbers", numbers});
    QCOMPARE(json["numbers"].get<std::string>(), numbers.toStdString());
    const auto opened = token::readTbf(space.path("other.tbf"));
    QVERIFY(opened.has_value());
    const auto& read = opened->token;
    QCOMPARE(read.uhsVector, *expected);
    QVERIFY(opened->int8 == stored->int8); // scaled once, to the last bit
    double largest = 0.0;
    for (std::size_t i = 0; i < expected->size(); ++i) {
        largest = std::max(largest, std::fabs(double(token.uhsVector[i]) - double((*expected)[i])));
    }
    QCOMPARE(json["largest_change"].get<double>(), largest);
    QCOMPARE(largest > 0.0, numbers != "float32");
    QCOMPARE(read.lineageDag == token.lineageDag, numbers == "float32"); // what changed it is told
    QCOMPARE(textOf(read.customMetadata), textOf(token.customMetadata));
    const auto words =
        space.run({"convert", file, "--to", "words.tbf", "--numbers", numbers, "--quiet"});
    QVERIFY2(words.code == 0 && words.out.isEmpty() && words.err.isEmpty(), told(words));
    QCOMPARE(space.read("words.tbf").size(), json["bytes"].get<std::size_t>());
}

void TestTokenRewriting::refusesWhatCannotBeStored_data() {
    QTest::addColumn<float>("number");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, float number, const QStringList& arguments,
                        const char* named) { QTest::newRow(name) << number << arguments << named; };
    row("too large for float16", 1e6F, {"--to", "b.tbf", "--numbers", "float16"}, "float16");
    row("infinity as int8", std::numeric_limits<float>::infinity(),
        {"--to", "b.tbf", "--numbers", "int8"}, "int8");
    row("a pair of float16", 1.0F, {"--to", "b.safetensors", "--numbers", "float16"}, "float32");
    row("a sealed pair", 1.0F, {"--to", "b.json", "--seal-key", "12"}, "seal");
    row("a seal with an empty key", 1.0F, {"--to", "b.tbf", "--seal-key-file", "empty"}, "empty");
    row("a seal without a key", 1.0F, {"--to", "b.tbf", "--seal-key-file", "none"}, "none");
}

void TestTokenRewriting::refusesWhatCannotBeStored() {
    QFETCH(float, number);
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    TokenSpace space;
    space.write("empty", "");
    const auto file = space.writeToken("a.tbf", smallToken({number, 1.0F}));
    const auto before = space.tree("");
    const auto ended = space.run(QStringList{"convert", file} + arguments);
    QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    QVERIFY2(QString(ended.err).contains(named), told(ended));
    QCOMPARE(space.tree(""), before);
}

void TestTokenRewriting::keepsSeals() {
    TokenSpace space;
    TokenWriteOptions seal;
    seal.hmacKey = "\x01\x02";
    const auto file = space.writeToken("a.tbf", smallToken(), seal);
    const auto without = space.run({"convert", file, "--to", "b.tbf"});
    QVERIFY2(without.code == 3 && isRefusal(without) && !space.exists("b.tbf"), told(without));
    const QStringList key{"--hmac-key", "0102"};
    QCOMPARE(textOf(space.json(QStringList{"convert", file, "--to", "b.tbf"} + key)["sealed"]),
             textOf(Json(true)));
    QCOMPARE(textOf(space.inspected("b.tbf", key)["checks"]["hmac"]), textOf(Json("valid")));
    for (const auto& arguments :
         {QStringList{"--to", "c.tbf", "--no-seal"}, QStringList{"--to", "c.safetensors"}}) {
        const auto ended = space.run(QStringList{"convert", file} + arguments + key);
        QVERIFY2(ended.code == 0, told(ended));
        QVERIFY2(QString(ended.err).contains("is sealed"), told(ended)); // it says so
        QCOMPARE(textOf(space.inspected(arguments[1])["checks"]["hmac"]), textOf(Json("absent")));
    }
}

void TestTokenRewriting::sealsAnew() {
    TokenSpace space;
    const auto file = space.writeToken("a.tbf", smallToken());
    space.write("key", "secret\n");
    QVERIFY(!space.json({"convert", file, "--to", "b.tbf", "--seal-key-file", "key"}).is_null());
    const QByteArray key("secret\n"); // with its line end
    QCOMPARE(textOf(space.inspected("b.tbf", {"--hmac-key", key.toHex()})["checks"]["hmac"]),
             textOf(Json("valid")));
    const QStringList other{"--hmac-key-file", "key", "--seal-key", "ff"};
    QVERIFY(!space.json(QStringList{"convert", "b.tbf", "--to", "c.tbf"} + other).is_null());
    QCOMPARE(space.run({"validate", "c.tbf", "--hmac-key", "ff"}).code, 0);
    QCOMPARE(space.run({"validate", "c.tbf", "--hmac-key-file", "key"}).code, 3);
}

void TestTokenRewriting::saysWhereItCannotWrite_data() {
    QTest::addColumn<QString>("to");
    QTest::newRow("no such folder") << "nowhere/b.tbf";
    QTest::newRow("no such folder, a pair") << "nowhere/b.safetensors";
    QTest::newRow("below a file") << "a.tbf/b.tbf";
}

void TestTokenRewriting::saysWhereItCannotWrite() {
    QFETCH(QString, to);
    TokenSpace space;
    const auto file = space.writeToken("a.tbf", smallToken());
    const auto words = space.run({"convert", file, "--to", to});
    QVERIFY2(words.code == 1 && isRefusal(words), told(words));
    QVERIFY2(QString(words.err).contains(to), told(words));
    const auto json = space.run({"convert", file, "--to", to, "--json"});
    QVERIFY2(json.code == 1, told(json));
    QCOMPARE(errorOf(json).first, QString("Io"));
    QCOMPARE(space.tree(""), QStringList({"a.tbf"}));
}

void TestTokenRewriting::replacesNothingUnasked_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("convert") << QStringList{"convert", "a.tbf", "--to", "there.tbf"};
    QTest::newRow("convert onto itself") << QStringList{"convert", "a.tbf", "--to", "a.tbf"};
    QTest::newRow("one half of a pair") << QStringList{"convert", "a.tbf", "--to", "p.safetensors"};
    QTest::newRow("a link to nothing") << QStringList{"convert", "a.tbf", "--to", "link.tbf"};
    QTest::newRow("merge") << QStringList{"merge", "a.tbf", "b.tbf", "--to", "there.tbf"};
    QTest::newRow("strip") << QStringList{"strip", "a.tbf", "--to", "there.tbf"};
}

void TestTokenRewriting::replacesNothingUnasked() {
    QFETCH(QStringList, arguments);
    TokenSpace space;
    space.writeToken("a.tbf", smallToken());
    space.writeToken("b.tbf", smallToken({4, 3, 2, 1}));
    space.write("there.tbf", "mine");
    space.write("p.json", "mine");
    std::filesystem::create_symlink("nowhere", space.path("link.tbf"));
    const auto input = space.read("a.tbf");
    const auto before = space.tree("");
    const auto ended = space.run(arguments);
    QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    QVERIFY2(QString(ended.err).contains("--force"), told(ended));
    QCOMPARE(space.tree(""), before);
    QCOMPARE(space.read("there.tbf"), std::string("mine"));
    QCOMPARE(space.read("p.json"), std::string("mine"));
    QCOMPARE(space.read("a.tbf"), input);
    const auto forced = space.run(arguments + QStringList{"--force"});
    QVERIFY2(forced.code == 0 && forced.err.isEmpty(), told(forced));
    QCOMPARE(space.run({"validate", arguments.last()}).code, 0);
}

void TestTokenRewriting::merges_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<float>("first"); // of the numbers 1, 3, 8, 100
    QTest::newRow("mean") << QStringList() << 28.0F;
    QTest::newRow("median") << QStringList{"--rule", "median"} << 5.5F;
    QTest::newRow("weighted") << QStringList{"--rule", "weighted", "--weights", "1,1,2,0"} << 5.0F;
    QTest::newRow("weighted alike") << QStringList{"--rule", "weighted"} << 28.0F;
    QTest::newRow("trimmed") << QStringList{"--rule", "trimmed", "--trim", "0.25"} << 5.5F;
}

void TestTokenRewriting::merges() {
    QFETCH(QStringList, arguments);
    QFETCH(float, first);
    TokenSpace space;
    QStringList files;
    for (const float number : {1.0F, 3.0F, 8.0F, 100.0F}) {
        auto token = smallToken({number, 1.0F});
        token.sourceModelId = "teacher" + std::to_string(files.size());
        files << space.writeToken(std::to_string(files.size()) + ".tbf", token);
    }
    const auto json = space.json(QStringList{"merge"} + arguments + files +
                                 QStringList{"--no-unit-length", "--file", "out.tbf"});
    QVERIFY(!json.is_null());
    const auto merged = space.readToken("out.tbf");
    QCOMPARE(merged.uhsVector, std::vector<float>({first, 1.0F}));
    QCOMPARE(json["merged"].size(), std::size_t(4));
    QCOMPARE(json["generation"].get<std::int64_t>(), merged.generation);
    QCOMPARE(merged.generation, 2);
    QCOMPARE(textOf(space.inspected("out.tbf")["token"]["drift_score"]), textOf(Json(nullptr)));
    const auto words = space.run({"inspect", "out.tbf"});
    QVERIFY2(words.out.contains("merge"), told(words)); // in the lineage
}

void TestTokenRewriting::mergesToUnitLength() {
    TokenSpace space;
    const auto left = space.writeToken("left.tbf", smallToken({3.0F, 0.0F}));
    const auto right = space.writeToken("right.tbf", smallToken({3.0F, 8.0F}));
    const auto ended = space.run({"merge", left, right, "--to", "out.tbf", "--numbers", "float16"});
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    QVERIFY2(ended.out.contains("out.tbf") && ended.out.contains("float16"), told(ended));
    const auto vector = space.readToken("out.tbf").uhsVector;
    QVERIFY(std::fabs(vector[0] - 0.6) < 1e-3 && std::fabs(vector[1] - 0.8) < 1e-3);
}

void TestTokenRewriting::addsUpPrivacyBudgets() {
    TokenSpace space;
    const auto one = space.writeToken("one.tbf", smallToken());
    auto token = smallToken({4, 3, 2, 1});
    token.privacyEpsilon = 0.5;
    const auto two = space.writeToken("two.tbf", token);
    QCOMPARE(space.json({"merge", one, two, "--to", "a.tbf"})["privacy_epsilon"].get<double>(),
             2.5);
    token.privacyEpsilon = std::numeric_limits<double>::infinity();
    const auto open = space.writeToken("open.tbf", token);
    QCOMPARE(textOf(space.json({"merge", one, open, "--to", "b.tbf"})["privacy_epsilon"]),
             textOf(Json("Infinity")));
    const auto words = space.run({"merge", one, open, "--to", "c.tbf"});
    QVERIFY2(words.out.contains("privacy is off"), told(words));
}

void TestTokenRewriting::refusesToMerge_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("one file") << QStringList{"a.tbf"};
    QTest::newRow("other lengths") << QStringList{"a.tbf", "longer.tbf"};
    QTest::newRow("a damaged one") << QStringList{"a.tbf", "damaged.tbf"};
    QTest::newRow("a sealed one") << QStringList{"a.tbf", "sealed.tbf"};
    QTest::newRow("one without a seal") << QStringList{"a.tbf", "sealed.tbf", "--hmac-key", "0102"};
    QTest::newRow("too few weights")
        << QStringList{"a.tbf", "a.tbf", "--rule", "weighted", "--weights", "1"};
    QTest::newRow("a negative weight")
        << QStringList{"a.tbf", "a.tbf", "--rule", "weighted", "--weights", "1,-1"};
    QTest::newRow("no weight at all")
        << QStringList{"a.tbf", "a.tbf", "--rule", "weighted", "--weights", "0,0"};
    QTest::newRow("a weight that is no number")
        << QStringList{"a.tbf", "a.tbf", "--rule", "weighted", "--weights", "1,nan"};
    QTest::newRow("trimming all") << QStringList{"a.tbf",   "a.tbf",  "--rule",
                                                 "trimmed", "--trim", "0.5"};
}

void TestTokenRewriting::refusesToMerge() {
    QFETCH(QStringList, arguments);
    TokenSpace space;
    space.writeToken("a.tbf", smallToken());
    space.writeToken("longer.tbf", smallToken({1, 2, 3, 4, 5}));
    TokenWriteOptions seal;
    seal.hmacKey = "\x01\x02";
    space.writeToken("sealed.tbf", smallToken(), seal);
    space.write("damaged.tbf", space.read("a.tbf").substr(0, 150));
    const auto before = space.tree("");
    const auto ended = space.run(QStringList{"merge", "--to", "out.tbf"} + arguments);
    QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    QCOMPARE(space.tree(""), before);
}

void TestTokenRewriting::listsWhatATokenTells() {
    TokenSpace space;
    const auto file = space.writeToken("a.tbf", smallToken());
    const auto json = space.json({"strip", file, "--list", "--keep", "time"});
    QStringList ids;
    for (const auto& leak : json["leaks"]) {
        ids << QString::fromStdString(leak["id"].get<std::string>());
        QVERIFY(isSentence(QString::fromStdString(leak["tells"].get<std::string>())));
    }
    QVERIFY2(ids.contains("source") && ids.contains("target") && ids.contains("seed"),
             qPrintable(ids.join(' ')));
    const auto out = json["taken_out"].get<std::vector<std::string>>();
    QVERIFY(std::find(out.begin(), out.end(), "source") != out.end());
    QVERIFY(std::find(out.begin(), out.end(), "time") == out.end());
    const auto words = space.run({"strip", file, "--list", "--keep", "time"});
    QVERIFY2(words.code == 0 && words.err.isEmpty(), told(words));
    QVERIFY2(words.out.contains("[x] source\n") && words.out.contains("[ ] time\n"), told(words));
    QVERIFY2(words.out.contains("source_model_id = teacher"), told(words));
    QCOMPARE(space.tree(""), QStringList({"a.tbf"}));
}

void TestTokenRewriting::strips() {
    TokenSpace space;
    const auto file = space.writeToken("a.tbf", smallToken());
    const auto json = space.json({"strip", file, "--to", "b.tbf", "--keep", "time,target"});
    QCOMPARE(textOf(json["kept"]), textOf(Json({"target", "time"})));
    const auto bytes = space.read("b.tbf");
    QVERIFY(bytes.find("teacher") == std::string::npos);
    const auto token = space.readToken("b.tbf");
    QCOMPARE(token.sourceModelId, std::string());
    QVERIFY(!token.customMetadata.contains("twb.seed"));
    QCOMPARE(token.targetModelId.value_or(""), std::string("pupil"));
    QCOMPARE(token.timestamp, smallToken().timestamp);
    QCOMPARE(token.uhsVector, smallToken().uhsVector);
    QCOMPARE(token.privacyEpsilon, 2.0);
    const auto words = space.run({"strip", file, "--to", "c.tbf"});
    QVERIFY2(words.code == 0 && words.out.contains("Taken out: source"), told(words));
}

void TestTokenRewriting::refusesUnknownIds() {
    TokenSpace space;
    const auto file = space.writeToken("a.tbf", smallToken());
    for (const auto* option : {"--keep", "--also"}) {
        const auto ended = space.run({"strip", file, "--to", "b.tbf", option, "sources"});
        QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
        QVERIFY2(QString(ended.err).contains("'sources'"), told(ended));
    }
    QVERIFY(!space.exists("b.tbf"));
}

void TestTokenRewriting::staysQuiet() {
    TokenSpace space;
    TokenWriteOptions seal;
    seal.hmacKey = "\x01\x02";
    const auto file = space.writeToken("a.tbf", smallToken(), seal);
    const auto ended =
        space.run({"convert", file, "--to", "b.tbf", "--hmac-key", "0102", "--no-seal", "--quiet"});
    QVERIFY2(ended.code == 0 && ended.out.isEmpty() && ended.err.isEmpty(), told(ended));
    const auto words =
        space.run({"convert", file, "--to", "c.tbf", "--hmac-key", "0102", "--no-seal"});
    QVERIFY2(!words.out.isEmpty() && messages(words.err).size() == 1, told(words));
}

TESSERA_TEST(TestTokenRewriting)
#include "test_token_rewriting.moc"
