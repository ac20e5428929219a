#include "tests/app/cli/token_cli_util.h"
#include "tests/support/test_registry.h"

using namespace tessera;
using namespace tessera::test;

// validate and diff, and wrong use of any command on tokens.
class TestTokenValidation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void validates_data();
    void validates();
    void findsDifferences();
    void findsNoDifferenceInACopy();
    void refusesWrongUse_data();
    void refusesWrongUse();

private:
    TokenSpace m_space;
};

void TestTokenValidation::validates_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("good"); // a letter a file
    const auto row = [](const char* name, const QStringList& arguments, const char* good) {
        QTest::newRow(name) << arguments << good;
    };
    row("one", {"a.tbf"}, "y");
    row("several", {"a.tbf", "b.tbf", "a.tbf"}, "yyy");
    row("one is damaged", {"a.tbf", "damaged.tbf", "b.tbf"}, "yny");
    row("one is not there", {"none.tbf", "a.tbf"}, "ny");
    row("one is a folder", {"a.tbf", "."}, "yn");
    row("seals are asked for", {"a.tbf", "sealed.tbf", "--require-hmac", "--hmac-key", "0102"},
        "ny");
    row("a seal without its key", {"sealed.tbf", "--require-hmac"}, "n");
    row("signatures are asked for", {"a.tbf", "--require-signature"}, "n");
    row("a signer is asked for", {"a.tbf", "--signer", "alice"}, "n");
    row("a file named like a command", {"trust"}, "y");
}

void TestTokenValidation::validates() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, good);
    TokenSpace space;
    space.writeToken("a.tbf", smallToken());
    space.writeToken("b.tbf", smallToken({}));
    space.writeToken("trust", smallToken());
    TokenWriteOptions seal;
    seal.hmacKey = "\x01\x02";
    space.writeToken("sealed.tbf", smallToken(), seal);
    space.write("damaged.tbf", space.read("a.tbf").substr(0, 150));
    const auto words = space.run(QStringList{"validate"} + arguments);
    QCOMPARE(words.code, good.contains('n') ? 3 : 0);
    QVERIFY2(words.err.isEmpty(), told(words));
    const auto lines = words.out.trimmed().split('\n');
    QCOMPARE(lines.size(), good.size());
    const auto ended = space.run(QStringList{"validate", "--json"} + arguments);
    QCOMPARE(ended.code, words.code);
    const auto json = jsonOf(ended);
    QCOMPARE(json["good"].get<bool>(), words.code == 0);
    QCOMPARE(json["files"].size(), static_cast<std::size_t>(good.size()));
    for (qsizetype i = 0; i < good.size(); ++i) {
        const auto& file = json["files"][static_cast<std::size_t>(i)];
        const bool isGood = good[i] == 'y';
        QVERIFY2(lines[i].startsWith(arguments[i].toUtf8() + (isGood ? ": good: " : ": bad: ")),
                 told(words));
        QCOMPARE(file["file"].get<std::string>(), arguments[i].toStdString());
        QCOMPARE(file["good"].get<bool>(), isGood);
        QCOMPARE(file.contains("error"), !isGood);
    }
}

void TestTokenValidation::findsDifferences() {
    auto other = smallToken({1.0F, -0.5F, 0.5F, 2.0F});
    other.sourceModelId = "another teacher";
    other.driftScore = 0.5;
    other.customMetadata["twb.seed"] = 18;
    const auto left = m_space.writeToken("left.tbf", smallToken());
    TokenWriteOptions newer;
    newer.unknown["zz"] = "new";
    const auto right = m_space.writeToken("right.tbf", other, newer);
    const auto json = m_space.json({"diff", left, right, "--per-dimension"});
    QCOMPARE(json["equal"].get<bool>(), false);
    QStringList fields;
    for (const auto& field : json["fields"]) {
        fields << QString::fromStdString(field["field"].get<std::string>());
    }
    QCOMPARE(fields, QStringList({"drift_score", "source_model_id", "custom_metadata.twb.seed",
                                  "unknown.zz"}));
    QCOMPARE(textOf(json["fields"][0]),
             QByteArray(R"({"field":"drift_score","left":null,"right":0.5})"));
    QCOMPARE(textOf(json["vector"]["per_dimension"]), QByteArray("[0.0,0.0,0.25,0.0]"));
    QCOMPARE(json["vector"]["differing"].get<int>(), 1);
    QCOMPARE(json["vector"]["largest"].get<double>(), 0.25);
    QCOMPARE(json["vector"]["distance"].get<double>(), 0.25);
    const auto words = m_space.run({"diff", left, right, "--per-dimension"});
    QVERIFY2(words.code == 0 && words.err.isEmpty(), told(words));
    for (const auto* part : {"\ndifferent\n", "teacher | another teacher", "1 of 4 numbers",
                             "custom_metadata.twb.seed: 17 | 18", "0.25"}) {
        QVERIFY2(words.out.contains(part), told(words));
    }
    const auto longer = m_space.writeToken("longer.tbf", smallToken({1, 2, 3, 4, 5}));
    const auto lengths = m_space.json({"diff", left, longer});
    QCOMPARE(lengths["equal"].get<bool>(), false);
    QVERIFY(lengths["vector"]["cosine"].is_null());
}

void TestTokenValidation::findsNoDifferenceInACopy() {
    const auto golden = plainGoldenToken();
    const auto words = m_space.run({"diff", golden.file, golden.file});
    QVERIFY2(words.code == 0 && words.out.endsWith("\nequal\n"), told(words));
    const auto json = m_space.json({"diff", golden.file, golden.file});
    QCOMPARE(json["equal"].get<bool>(), true);
    QCOMPARE(json["fields"].size(), std::size_t(0));
    QCOMPARE(json["vector"]["differing"].get<int>(), 0);
}

void TestTokenValidation::refusesWrongUse_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* name, const QStringList& arguments, const char* named) {
        QTest::newRow(name) << arguments << named;
    };
    row("inspect nothing", {"inspect"}, "file");
    row("inspect two", {"inspect", "a", "b"}, "b");
    row("inspect an empty name", {"inspect", ""}, "file");
    row("validate nothing", {"validate"}, "files");
    row("a signer without a name", {"validate", "a", "--signer", ""}, "--signer");
    row("diff of one", {"diff", "a"}, "right");
    row("merge without a file to write", {"merge", "a", "b"}, "--to");
    row("an unknown rule", {"merge", "a", "b", "--to", "c.tbf", "--rule", "vote"}, "--rule");
    row("weights for a mean", {"merge", "a", "b", "--to", "c.tbf", "--weights", "1,2"},
        "--weights");
    row("trimming a mean", {"merge", "a", "b", "--to", "c.tbf", "--trim", "0.2"}, "--trim");
    row("a word for a weight",
        {"merge", "a", "b", "--to", "c.tbf", "--rule", "weighted", "--weights", "1,much"},
        "--weights");
    row("convert to nothing", {"convert", "a"}, "--to");
    row("an unknown form", {"convert", "a", "--to", "b.xml"}, ".tbf");
    row("unknown numbers", {"convert", "a", "--to", "b.tbf", "--numbers", "int4"}, "--numbers");
    row("two seals", {"convert", "a", "--to", "b.tbf", "--seal-key", "12", "--seal-key-file", "k"},
        "excludes");
    row("a seal and none", {"convert", "a", "--to", "b.tbf", "--seal-key", "12", "--no-seal"},
        "excludes");
    row("strip to nothing", {"strip", "a"}, "--to");
    row("strip and list", {"strip", "a", "--to", "b.tbf", "--list"}, "excludes");
    row("keygen without a name", {"keygen"}, "key");
    row("keygen with an empty name", {"keygen", ""}, "key");
    row("sign without a key", {"sign", "a", "--signer", "n", "--to", "b.tbf"}, "--key");
    row("sign without a name", {"sign", "a", "--key", "k", "--to", "b.tbf"}, "--signer");
    row("sign in place by accident", {"sign", "a", "--key", "k", "--signer", "n"}, "--force");
    row("verify with an empty key", {"verify", "a", "--key", ""}, "--key");
    row("trust without a verb", {"trust"}, "subcommand");
    row("trust with an unknown verb", {"trust", "show"}, "trust knows no 'show'; choose from list");
    row("trust without a key", {"trust", "add", "alice"}, "key");
    row("revoke nobody", {"trust", "revoke", ""}, "name");
}

void TestTokenValidation::refusesWrongUse() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, named);
    TokenSpace space;
    const auto ended = space.run(arguments);
    QVERIFY2(ended.code == 2, told(ended));
    QVERIFY2(ended.out.isEmpty() && QString(ended.err).contains(named), told(ended));
    QCOMPARE(space.tree(""), QStringList());
}

TESSERA_TEST(TestTokenValidation)
#include "test_token_validation.moc"
