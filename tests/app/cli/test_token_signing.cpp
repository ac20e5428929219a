#include "tests/app/cli/token_cli_util.h"
#include "tests/support/test_registry.h"

#include <QFile>

using namespace tessera;
using namespace tessera::test;

// keygen, sign, verify and trust.
class TestTokenSigning : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void makesKeys_data();
    void makesKeys();
    void overwritesNoKey();
    void signsEveryForm_data();
    void signsEveryForm();
    void signsInPlaceIfTold();
    void acceptsAccordingToTheTrustList_data();
    void acceptsAccordingToTheTrustList();
    void noticesEveryChange_data();
    void noticesEveryChange();
    void saysWhatAPartialSignatureCovers();
    void validatesBySigner();
    void losesSignaturesThatNoLongerFit();
    void refusesToSign_data();
    void refusesToSign();
    void keepsATrustList();
    void refusesToTrust_data();
    void refusesToTrust();
    void believesNoDamagedTrustList();

private:
    // A key pair of this name, and whether it is in the trust list under `as`.
    void makeKey(const QString& name, const QString& as = {}) const {
        QVERIFY(!m_space->json({"keygen", name}).is_null());
        if (!as.isEmpty()) {
            QVERIFY(!m_space->json({"trust", "add", as, name + ".pub.pem"}).is_null());
        }
    }
    // Returns what the program says.
    Json sign(const QString& file, const QString& key, const QString& signer,
              const QString& to) const {
        auto json =
            m_space->json({"sign", file, "--key", key + ".pem", "--signer", signer, "--to", to});
        [&] { QVERIFY(!json.is_null()); }();
        return json;
    }

    std::unique_ptr<TokenSpace> m_space;
};

void TestTokenSigning::init() {
    m_space = std::make_unique<TokenSpace>();
}

void TestTokenSigning::makesKeys_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QStringList>("files"); // private, public
    QTest::newRow("a name") << QStringList{"alice"} << QStringList{"alice.pem", "alice.pub.pem"};
    QTest::newRow("a path") << QStringList{"config/../alice.pem"}
                            << QStringList{"alice.pem", "alice.pub.pem"};
    QTest::newRow("a dot in the name")
        << QStringList{"alice.b"} << QStringList{"alice.b.pem", "alice.b.pub.pem"};
    QTest::newRow("a public key elsewhere")
        << QStringList{"alice", "--public", "mine.pem"} << QStringList{"alice.pem", "mine.pem"};
}

void TestTokenSigning::makesKeys() {
    QFETCH(QStringList, arguments);
    QFETCH(QStringList, files);
    std::filesystem::create_directory(m_space->path("config"));
    const auto ended = m_space->run(QStringList{"keygen"} + arguments);
    QVERIFY2(ended.code == 0 && ended.err.isEmpty(), told(ended));
    using std::filesystem::perms;
    const auto permissions =
        std::filesystem::status(m_space->path(files[0].toStdString())).permissions();
    QCOMPARE(permissions, perms::owner_read | perms::owner_write);
    QVERIFY(m_space->read(files[1].toStdString()).starts_with("-----BEGIN PUBLIC KEY-----"));
    const auto added = m_space->json({"trust", "add", "me", files[1]});
    const auto fingerprint = added["signers"][0]["fingerprint"].get<std::string>();
    QVERIFY2(QString(ended.out).contains(fingerprint.c_str()), told(ended));
}

void TestTokenSigning::overwritesNoKey() {
    makeKey("alice");
    const auto mine = m_space->read("alice.pem");
    for (const auto& arguments :
         {QStringList{"keygen", "alice"}, QStringList{"keygen", "bob", "--public", "alice.pub.pem"},
          QStringList{"keygen", "bob", "--public", "bob.pem"}}) {
        const auto ended = m_space->run(arguments);
        QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    }
    QCOMPARE(m_space->read("alice.pem"), mine);
    QVERIFY(!m_space->exists("bob.pem"));
}

void TestTokenSigning::signsEveryForm_data() {
    QTest::addColumn<QString>("numbers");
    QTest::addColumn<QString>("to");
    for (const auto* numbers : {"float32", "float16", "bfloat16", "int8"}) {
        QTest::newRow(numbers) << numbers << "signed.tbf";
    }
    QTest::newRow("pair") << "float32"
                          << "signed.safetensors";
}

void TestTokenSigning::signsEveryForm() {
    QFETCH(QString, numbers);
    QFETCH(QString, to);
    makeKey("alice", "alice");
    const auto plain = m_space->writeToken("a.tbf", smallToken({0.1F, -0.7F, 0.33F, 2.0F}));
    QVERIFY(!m_space->json({"convert", plain, "--to", "b.tbf", "--numbers", numbers}).is_null());
    const auto before = m_space->read("b.tbf");
    const auto json = sign("b.tbf", "alice", "alice", to);
    QCOMPARE(json["numbers"].get<std::string>(), numbers.toStdString());
    QCOMPARE(m_space->read("b.tbf"), before); // the input stays
    const auto verified = m_space->json({"verify", to});
    QCOMPARE(textOf(verified["verified"]), textOf(Json(true)));
    QCOMPARE(textOf(verified["signer"]), textOf(Json("alice")));
    QCOMPARE(textOf(verified["covers"]), textOf(Json("everything")));
    QCOMPARE(textOf(verified["fingerprint"]), textOf(json["fingerprint"]));
    const auto words = m_space->run({"verify", to});
    QVERIFY2(words.code == 0 && words.err.isEmpty(), told(words));
    QVERIFY2(words.out.contains("signed by 'alice'") && words.out.contains("every field"),
             told(words));
    const auto shown = m_space->run({"inspect", to});
    QVERIFY2(shown.out.contains("Signed in full by 'alice'"), told(shown));
    // The numbers did not change.
    QCOMPARE(textOf(m_space->json({"diff", "b.tbf", to})["vector"]["differing"]), textOf(Json(0)));
}

void TestTokenSigning::signsInPlaceIfTold() {
    makeKey("alice", "alice");
    TokenWriteOptions seal;
    seal.hmacKey = "\x01\x02";
    const auto file = m_space->writeToken("strange.name", smallToken(), seal);
    const QStringList key{"--hmac-key", "0102"};
    QVERIFY(!m_space
                 ->json(QStringList{"sign", file, "--key", "alice.pem", "--signer", "alice",
                                    "--force"} +
                        key)
                 .is_null());
    QCOMPARE(textOf(m_space->json(QStringList{"verify", file} + key)["verified"]),
             textOf(Json(true)));
    QCOMPARE(textOf(m_space->inspected(file, key)["checks"]["hmac"]),
             textOf(Json("valid"))); // still sealed
    const auto unopened = m_space->run({"verify", file});
    QVERIFY2(unopened.code == 3 && isRefusal(unopened), told(unopened));
}

void TestTokenSigning::acceptsAccordingToTheTrustList_data() {
    QTest::addColumn<QStringList>("trust");  // name and key in turn
    QTest::addColumn<QString>("revoked");    // a name
    QTest::addColumn<QStringList>("verify"); // more arguments
    QTest::addColumn<QString>("refusal");    // empty = accepted
    const auto row = [](const char* name, const QStringList& trust, const char* revoked,
                        const QStringList& verify, const char* refusal) {
        QTest::newRow(name) << trust << revoked << verify << refusal;
    };
    row("trusted", {"alice", "alice"}, "", {}, "");
    row("trusted, by name", {"alice", "alice"}, "", {"--signer", "alice"}, "");
    row("another name is asked for", {"alice", "alice"}, "", {"--signer", "bob"}, "not by 'bob'");
    row("nobody is trusted", {}, "", {}, "not in the trust list");
    row("somebody else is trusted", {"bob", "bob"}, "", {}, "not in the trust list");
    row("the key of another", {"bob", "alice"}, "", {}, "gives to 'bob'");
    row("the key of another, given", {"bob", "alice"}, "", {"--key", "alice.pub.pem"},
        "gives to 'bob'");
    row("another key of that name", {"alice", "bob"}, "", {}, "not in the trust list");
    row("revoked", {"alice", "alice"}, "alice", {}, "revoked");
    row("revoked, given", {"alice", "alice"}, "alice", {"--key", "alice.pub.pem"}, "revoked");
    row("given", {}, "", {"--key", "alice.pub.pem"}, "");
    row("given as a private key", {}, "", {"--key", "alice.pem"}, "");
    row("given, by name", {}, "", {"--key", "alice.pub.pem", "--signer", "alice"}, "");
    row("given, by another name", {}, "", {"--key", "alice.pub.pem", "--signer", "bob"},
        "not by 'bob'");
    row("another is given", {"alice", "alice"}, "", {"--key", "bob.pub.pem"}, "another key");
}

void TestTokenSigning::acceptsAccordingToTheTrustList() {
    QFETCH(QStringList, trust);
    QFETCH(QString, revoked);
    QFETCH(QStringList, verify);
    QFETCH(QString, refusal);
    makeKey("alice");
    makeKey("bob");
    sign(m_space->writeToken("a.tbf", smallToken()), "alice", "alice", "signed.tbf");
    for (qsizetype i = 0; i + 1 < trust.size(); i += 2) {
        QVERIFY(!m_space->json({"trust", "add", trust[i], trust[i + 1] + ".pub.pem"}).is_null());
    }
    if (!revoked.isEmpty()) {
        QVERIFY(!m_space->json({"trust", "revoke", revoked}).is_null());
    }
    const auto words =
        withoutFingerprints(m_space->run(QStringList{"verify", "signed.tbf"} + verify));
    const auto ended =
        withoutFingerprints(m_space->run(QStringList{"verify", "signed.tbf", "--json"} + verify));
    QCOMPARE(ended.code, words.code);
    QCOMPARE(jsonOf(ended)["verified"].get<bool>(), refusal.isEmpty());
    if (refusal.isEmpty()) {
        QVERIFY2(words.code == 0 && words.err.isEmpty(), told(words));
        QVERIFY2(words.out.contains("'alice'") && words.out.contains("every field"), told(words));
    } else {
        QVERIFY2(words.code == 3 && isRefusal(words), told(words));
        QVERIFY2(QString(words.err).contains(refusal), told(words));
        QCOMPARE(codeIn(ended), QString("InvalidArgument"));
    }
}

void TestTokenSigning::noticesEveryChange_data() {
    QTest::addColumn<QString>("change");
    for (const auto* change : {"vector", "drift", "epsilon", "source", "target", "lineage",
                               "weights", "custom", "time", "unknown", "signer", "signature"}) {
        QTest::newRow(change) << change;
    }
}

void TestTokenSigning::noticesEveryChange() {
    QFETCH(QString, change);
    makeKey("alice", "alice");
    sign(m_space->writeToken("a.tbf", smallToken()), "alice", "alice", "signed.tbf");
    QCOMPARE(m_space->run({"verify", "signed.tbf"}).code, 0);
    auto token = m_space->readToken("signed.tbf");
    TokenWriteOptions options;
    auto& signature = token.customMetadata["twb.sig"];
    QVERIFY(signature.is_object() && signature.contains("signature"));
    change == "vector"    ? void(token.uhsVector[0] = std::nextafter(token.uhsVector[0], 9.0F))
    : change == "drift"   ? void(token.driftScore = 0.0)
    : change == "epsilon" ? void(token.privacyEpsilon = 0.1)
    : change == "source"  ? void(token.sourceModelId = "somebody")
    : change == "target"  ? token.targetModelId.reset()
    : change == "lineage" ? void(token.lineageDag["root"] = "x")
    : change == "weights" ? void(token.modalityWeights[0].second = 1.0)
    : change == "custom"  ? void(token.customMetadata["twb.seed"] = 18)
    : change == "time"    ? void(token.timestamp = "2030-01-01T00:00:00+00:00")
    : change == "unknown" ? void(options.unknown["zz"] = 1)
    : change == "signer"  ? void(signature["signer"] = "bob")
                          : void(signature["signature"] = std::string(128, '0'));
    m_space->writeToken("changed.tbf", token, options);
    const auto words = m_space->run({"verify", "changed.tbf", "--key", "alice.pub.pem"});
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    const auto ended = m_space->run({"verify", "changed.tbf", "--json"});
    QVERIFY2(ended.code == 3, told(ended));
    QCOMPARE(textOf(jsonOf(ended)["verified"]), textOf(Json(false)));
    const auto copied = m_space->run({"convert", "changed.tbf", "--to", "copy.tbf"});
    QVERIFY2(copied.code == 0 && QString(copied.err).contains("somebody changed"), told(copied));
    // Such a file is not good, whether or not signatures are asked for.
    QCOMPARE(m_space->run({"validate", "changed.tbf"}).code, 3);
    const auto shown = m_space->run({"inspect", "changed.tbf"});
    QVERIFY2(shown.code == 0 && shown.out.contains("Do not trust it"), told(shown));
}

// The reference's signatures, with a key that the person has and without.
void TestTokenSigning::saysWhatAPartialSignatureCovers() {
    const auto golden = goldenToken([](const auto& token) { return token.signature() == "valid"; });
    const auto& x = golden.about["token"]["custom_metadata"];
    const QByteArray prefix = QByteArray::fromHex("302a300506032b6570032100"); // RFC 8410
    const auto key = QByteArray::fromHex(x["public_key_hex"].get<std::string>().c_str());
    m_space->write("site.pem", "-----BEGIN PUBLIC KEY-----\n" +
                                   (prefix + key).toBase64().toStdString() +
                                   "\n-----END PUBLIC KEY-----\n");
    const auto unknown = m_space->run({"verify", golden.file});
    QVERIFY2(unknown.code == 3 && isRefusal(unknown), told(unknown));
    const auto whole = m_space->run({"verify", golden.file, "--key", "site.pem"});
    QVERIFY2(whole.code == 3 && QString(whole.err).contains("--partial"), told(whole));
    const auto part = m_space->run({"verify", golden.file, "--key", "site.pem", "--partial"});
    QVERIFY2(part.code == 0 && part.out.contains("It covers only"), told(part));
    const auto signer = x["contributor_id"].get<std::string>();
    QVERIFY(!m_space->json({"trust", "add", QString::fromStdString(signer), "site.pem"}).is_null());
    const auto json = m_space->json({"verify", golden.file, "--partial"});
    QCOMPARE(json["signer"].get<std::string>(), signer);
    QVERIFY(json["covers"].is_array());
    QCOMPARE(m_space->run({"validate", golden.file}).code, 0);
    QCOMPARE(m_space->run({"validate", golden.file, "--require-signature"}).code, 3);
}

void TestTokenSigning::validatesBySigner() {
    makeKey("alice", "alice");
    makeKey("bob", "bob");
    const auto plain = m_space->writeToken("plain.tbf", smallToken());
    sign(plain, "alice", "alice", "a.tbf");
    sign(plain, "bob", "bob", "b.tbf");
    sign(plain, "bob", "alice", "fake.tbf");
    const auto code = [&](const QStringList& arguments) {
        return m_space->run(QStringList{"validate"} + arguments).code;
    };
    QCOMPARE(code({"a.tbf", "b.tbf", "--require-signature"}), 0);
    QCOMPARE(code({"a.tbf", "plain.tbf", "--require-signature"}), 3);
    QCOMPARE(code({"a.tbf", "--signer", "alice"}), 0);
    QCOMPARE(code({"a.tbf", "b.tbf", "--signer", "alice"}), 3);
    QCOMPARE(code({"fake.tbf", "--signer", "alice"}), 3);
    QCOMPARE(code({"fake.tbf"}), 0); // whole, and nobody asked who made it
}

void TestTokenSigning::losesSignaturesThatNoLongerFit() {
    makeKey("alice", "alice");
    sign(m_space->writeToken("a.tbf", smallToken({0.1F, 0.7F})), "alice", "alice", "signed.tbf");
    const auto kept = m_space->run({"convert", "signed.tbf", "--to", "pair.json"});
    QVERIFY2(kept.code == 0 && kept.err.isEmpty(), told(kept));
    QCOMPARE(m_space->run({"verify", "pair.safetensors"}).code, 0);
    const auto lost =
        m_space->run({"convert", "signed.tbf", "--to", "half.tbf", "--numbers", "float16"});
    QVERIFY2(lost.code == 0 && QString(lost.err).contains("signatures are left out"), told(lost));
    QCOMPARE(textOf(m_space->inspected("half.tbf")["checks"]["signature"]), textOf(Json("absent")));
    const auto stripped = m_space->run({"strip", "signed.tbf", "--to", "bare.tbf"});
    QVERIFY2(stripped.out.contains("signatures are out"), told(stripped));
    QCOMPARE(textOf(m_space->inspected("bare.tbf")["checks"]["signature"]), textOf(Json("absent")));
}

void TestTokenSigning::refusesToSign_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("code");
    QTest::newRow("no such key") << "none.pem"
                                 << "NotFound";
    QTest::newRow("a public key") << "alice.pub.pem"
                                  << "Unsupported";
    QTest::newRow("no key at all") << "text.pem"
                                   << "Corrupt";
    QTest::newRow("a folder") << "."
                              << "InvalidArgument";
}

void TestTokenSigning::refusesToSign() {
    QFETCH(QString, key);
    QFETCH(QString, code);
    makeKey("alice");
    m_space->write("text.pem", "hello\n");
    const auto file = m_space->writeToken("a.tbf", smallToken());
    const QStringList arguments{"sign", file, "--key", key, "--signer", "alice", "--to", "b.tbf"};
    const auto words = m_space->run(arguments);
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    const auto json = m_space->run(arguments + QStringList{"--json"});
    QCOMPARE(errorOf(json).first, code);
    QVERIFY(!m_space->exists("b.tbf"));
}

void TestTokenSigning::keepsATrustList() {
    const auto empty = m_space->run({"trust", "list"});
    QVERIFY2(empty.code == 0 && empty.out.contains("is empty"), told(empty));
    QCOMPARE(m_space->json({"trust", "list"})["signers"].size(), std::size_t(0));
    makeKey("alice", "alice");
    makeKey("bob", "bob b. \xc3\xa4");
    auto list = m_space->json({"trust", "list"});
    QVERIFY(list["file"].get<std::string>().starts_with(m_space->folder().toStdString()));
    QCOMPARE(list["signers"].size(), std::size_t(2));
    QCOMPARE(list["signers"][1]["name"].get<std::string>(), std::string("bob b. \xc3\xa4"));
    QVERIFY(!list["signers"][0]["added"].is_null());
    list = m_space->json({"trust", "revoke", "alice"});
    QCOMPARE(textOf(list["signers"][0]["revoked"]), textOf(Json(true)));
    list = m_space->json({"trust", "remove", "bob b. \xc3\xa4"});
    QCOMPARE(list["signers"].size(), std::size_t(1));
    const auto words = m_space->run({"trust", "list"});
    QVERIFY2(words.out.contains("alice") && words.out.contains("revoked"), told(words));
    QVERIFY2(!words.out.contains("bob"), told(words));
}

void TestTokenSigning::refusesToTrust_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("code");
    QTest::newRow("a name twice") << QStringList{"add", "alice", "bob.pub.pem"}
                                  << "InvalidArgument";
    QTest::newRow("a key twice") << QStringList{"add", "bob", "alice.pub.pem"} << "InvalidArgument";
    QTest::newRow("a revoked key")
        << QStringList{"add", "mallory", "lost.pub.pem"} << "InvalidArgument";
    QTest::newRow("no such key") << QStringList{"add", "bob", "none.pem"} << "NotFound";
    QTest::newRow("revoking a stranger") << QStringList{"revoke", "bob"} << "NotFound";
    QTest::newRow("removing a stranger") << QStringList{"remove", "bob"} << "NotFound";
    QTest::newRow("removing a revoked one") << QStringList{"remove", "lost"} << "InvalidArgument";
}

void TestTokenSigning::refusesToTrust() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, code);
    makeKey("alice", "alice");
    makeKey("lost", "lost");
    makeKey("bob");
    QVERIFY(!m_space->json({"trust", "revoke", "lost"}).is_null());
    const auto before = m_space->run({"trust", "list", "--json"}).out;
    const auto words = m_space->run(QStringList{"trust"} + arguments);
    QVERIFY2(words.code == 3 && isRefusal(words), told(words));
    const auto json = m_space->run(QStringList{"trust"} + arguments + QStringList{"--json"});
    QCOMPARE(errorOf(json).first, code);
    QCOMPARE(m_space->run({"trust", "list", "--json"}).out, before);
}

void TestTokenSigning::believesNoDamagedTrustList() {
    makeKey("alice", "alice");
    sign(m_space->writeToken("a.tbf", smallToken()), "alice", "alice", "signed.tbf");
    const auto list = m_space->json({"trust", "list"})["file"].get<std::string>();
    { std::ofstream(list, std::ios::trunc) << "{"; }
    for (const auto& arguments : {QStringList{"verify", "signed.tbf"}, QStringList{"trust", "list"},
                                  QStringList{"validate", "signed.tbf", "--require-signature"},
                                  QStringList{"trust", "add", "bob", "alice.pub.pem"}}) {
        const auto ended = m_space->run(arguments);
        QVERIFY2(ended.code == 3 && isRefusal(ended), told(ended));
    }
    const auto shown = m_space->run({"inspect", "signed.tbf"});
    QVERIFY2(shown.code == 0 && shown.out.contains("Nothing proves"), told(shown));
}

TESSERA_TEST(TestTokenSigning)
#include "test_token_signing.moc"
