#include "core/format/file_io.h"
#include "core/token/trust_list.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

using namespace tessera;
using namespace tessera::token;

namespace {

namespace fs = std::filesystem;
using token::test::bytesOf;

PublicKey newKey() {
    return SigningKey::generate().value().publicKey();
}

SignerKey signerOf(const std::string& name, const PublicKey& key) {
    SignerKey signer;
    signer.name = name;
    signer.publicKeyHex = key.hex();
    signer.added = "2026-01-01T00:00:00+00:00";
    return signer;
}

int modeOf(const fs::path& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0 ? int(status.st_mode & 07777U) : -1;
}

class TrustFolder {
public:
    [[nodiscard]] fs::path path(const std::string& name = "trust.json") const {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    // Only its owner may write it.
    [[nodiscard]] fs::path put(const QByteArray& text, mode_t mode = 0600) const {
        if (!format::writeFileAtomically(path(), bytesOf(text))) {
            qFatal("cannot write");
        }
        ::chmod(path().c_str(), mode);
        return path();
    }
    [[nodiscard]] QByteArray text() const {
        const auto bytes = format::readFile(path(), 1 << 24).value();
        return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
    }

private:
    QTemporaryDir m_dir;
};

// A list with one entry, as JSON to be damaged.
Metadata goodDocument() {
    Metadata entry = Metadata::object();
    entry["name"] = "Ada";
    entry["public_key"] = newKey().hex();
    entry["added"] = "2026-01-01T00:00:00+00:00";
    entry["revoked"] = false;
    return Metadata{{"schema", 1}, {"signers", Metadata::array({entry})}};
}

} // namespace

class TestTrustList : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgement() {
        const auto ada = newKey();
        const auto bob = newKey();
        TrustList list;
        QVERIFY(list.judge(ada, "Ada").trust == KeyTrust::Unknown);
        QVERIFY(list.add(signerOf("Ada", ada)).has_value());
        QVERIFY(list.add(signerOf("Bob", bob)).has_value());

        QVERIFY(list.judge(ada, "Ada").trust == KeyTrust::Trusted);
        QVERIFY(list.judge(newKey(), "Ada").trust == KeyTrust::Unknown);
        QVERIFY(list.judge(newKey(), "Ada").name.empty());
        for (const char* stated : {"Bob", "ada", "Ada ", ""}) {
            const auto judgement = list.judge(ada, stated);
            QVERIFY(judgement.trust == KeyTrust::OtherName);
            QCOMPARE(judgement.name, std::string("Ada"));
        }
        QVERIFY(list.revoke("Ada").has_value());
        for (const char* stated : {"Ada", "Bob"}) {
            QVERIFY(list.judge(ada, stated).trust == KeyTrust::Revoked);
            QCOMPARE(list.judge(ada, stated).name, std::string("Ada"));
        }
        QVERIFY(list.judge(bob, "Bob").trust == KeyTrust::Trusted);
    }

    void goldenKeyStore() {
        const auto golden =
            tessera::test::readJson(tessera::test::goldenDir() / "numeric" / "signing.json");
        const auto& store = golden["keystore_json"];
        TrustList list;
        for (const auto& [name, key] : store["keys"].items()) {
            const auto read = PublicKey::fromHex(key.get<std::string>()).value();
            QVERIFY(list.add(signerOf(name, read)).has_value());
        }
        for (const auto& name : store["revoked"]) {
            QVERIFY(list.revoke(name.get<std::string>()).has_value());
        }
        for (const auto& [name, key] : store["keys"].items()) {
            const bool revoked = std::find(store["revoked"].begin(), store["revoked"].end(),
                                           name) != store["revoked"].end();
            const auto judgement =
                list.judge(PublicKey::fromHex(key.get<std::string>()).value(), name);
            QVERIFY(judgement.trust == (revoked ? KeyTrust::Revoked : KeyTrust::Trusted));
        }
    }

    void addFillsIn() {
        TrustList list;
        auto signer = signerOf("Ada", newKey());
        const auto hex = signer.publicKeyHex;
        signer.publicKeyHex = QString::fromStdString(hex).toUpper().toStdString();
        signer.fingerprint = "made up";
        signer.added.clear();
        QVERIFY(list.add(signer).has_value());
        QCOMPARE(list.signers().size(), std::size_t(1));
        QCOMPARE(list.signers()[0].publicKeyHex, hex);
        QCOMPARE(list.signers()[0].fingerprint, PublicKey::fromHex(hex).value().fingerprint());
        QVERIFY(QString::fromStdString(list.signers()[0].added).startsWith("20"));
    }

    void addRefuses_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("allowed");
        QTest::newRow("letters") << QByteArray("Ada Lovelace, Zürich") << true;
        QTest::newRow("longest") << QByteArray(200, 'a') << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("too long") << QByteArray(201, 'a') << false;
        QTest::newRow("blank") << QByteArray(" ") << false;
        QTest::newRow("blank in front") << QByteArray(" Ada") << false;
        QTest::newRow("blank behind") << QByteArray("Ada ") << false;
        QTest::newRow("two lines") << QByteArray("Ada\nBob") << false;
        QTest::newRow("escape") << QByteArray("\x1B[31mAda") << false;
        QTest::newRow("zero byte") << QByteArray("Ada\0", 4) << false;
        QTest::newRow("not UTF-8") << QByteArray("Ad\xE4") << false;
    }
    void addRefuses() {
        QFETCH(QByteArray, name);
        QFETCH(bool, allowed);
        TrustList list;
        const auto added = list.add(signerOf(name.toStdString(), newKey()));
        QCOMPARE(added.has_value(), allowed);
        QCOMPARE(checkSignerName(name.toStdString()).has_value(), allowed);
        QCOMPARE(list.signers().size(), std::size_t(allowed ? 1 : 0));
        if (!allowed) {
            QCOMPARE(added.error().code, ErrorCode::InvalidArgument);
        }
    }

    void noKeyAndNoTime() {
        TrustList list;
        auto signer = signerOf("Ada", newKey());
        signer.publicKeyHex = std::string(64, '0'); // anybody can sign under it
        QCOMPARE(list.add(signer).error().code, ErrorCode::Corrupt);
        signer.publicKeyHex = "00";
        QCOMPARE(list.add(signer).error().code, ErrorCode::Corrupt);
        signer = signerOf("Ada", newKey());
        signer.added = std::string(65, '2');
        QCOMPARE(list.add(signer).error().code, ErrorCode::InvalidArgument);
        QVERIFY(list.signers().empty());
    }

    void duplicatesAndRevokedOnes() {
        const auto ada = newKey();
        TrustList list;
        QVERIFY(list.add(signerOf("Ada", ada)).has_value());
        QCOMPARE(list.add(signerOf("Ada", newKey())).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(list.add(signerOf("Eve", ada)).error().code, ErrorCode::InvalidArgument);
        QVERIFY(list.revoke("Ada").has_value());
        QVERIFY(list.revoke("Ada").has_value());
        QCOMPARE(list.add(signerOf("Ada", ada)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(list.add(signerOf("Ada", newKey())).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(list.add(signerOf("Eve", ada)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(list.remove("Ada").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(list.signers().size(), std::size_t(1));
        QVERIFY(list.signers()[0].revoked);
        QVERIFY(list.judge(ada, "Ada").trust == KeyTrust::Revoked);
    }

    void removedOnesCanComeBack() {
        const auto ada = newKey();
        TrustList list;
        QCOMPARE(list.remove("Ada").error().code, ErrorCode::NotFound);
        QCOMPARE(list.revoke("Ada").error().code, ErrorCode::NotFound);
        QVERIFY(list.add(signerOf("Ada", ada)).has_value());
        QVERIFY(list.remove("Ada").has_value());
        QVERIFY(list.judge(ada, "Ada").trust == KeyTrust::Unknown);
        QVERIFY(list.add(signerOf("Eve", ada)).has_value());
    }

    void writtenAndRead() {
        const TrustFolder folder;
        const auto file = folder.path("new/folder/trust.json");
        TrustList list;
        QVERIFY(list.add(signerOf("Ada \"✓\"", newKey())).has_value());
        QVERIFY(list.add(signerOf("Bob", newKey())).has_value());
        QVERIFY(list.revoke("Bob").has_value());
        const mode_t before = ::umask(0);
        const bool written = list.write(file).has_value();
        ::umask(before);
        QVERIFY(written);
        QCOMPARE(modeOf(file), 0600);
        QCOMPARE(modeOf(file.parent_path()), 0700);

        const auto read = TrustList::read(file);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->signers().size(), list.signers().size());
        for (std::size_t i = 0; i < list.signers().size(); ++i) {
            const auto& a = read->signers()[i];
            const auto& b = list.signers()[i];
            QCOMPARE(a.name, b.name);
            QCOMPARE(a.publicKeyHex, b.publicKeyHex);
            QCOMPARE(a.fingerprint, b.fingerprint);
            QCOMPARE(a.added, b.added);
            QCOMPARE(a.revoked, b.revoked);
        }

        // Replaced as a whole, and for its owner only again.
        ::chmod(file.c_str(), 0644);
        QVERIFY(TrustList().write(file).has_value());
        QCOMPARE(modeOf(file), 0600);
        QVERIFY(TrustList::read(file).value().signers().empty());
        QCOMPARE(int(std::distance(fs::directory_iterator(file.parent_path()), {})), 1);
    }

    void linksStay() {
        const TrustFolder folder;
        fs::create_symlink("elsewhere.json", folder.path());
        TrustList list;
        QVERIFY(list.write(folder.path("elsewhere.json")).has_value());
        QVERIFY(list.add(signerOf("Ada", newKey())).has_value());
        QVERIFY(list.write(folder.path()).has_value());
        QVERIFY(fs::is_symlink(folder.path()));
        QCOMPARE(TrustList::read(folder.path("elsewhere.json")).value().signers().size(),
                 std::size_t(1));
    }

    void notThere() {
        const TrustFolder folder;
        QVERIFY(TrustList::read(folder.path("none")).value().signers().empty());
        QCOMPARE(TrustList::read(folder.path("")).error().code, ErrorCode::InvalidArgument);
        QVERIFY(folder.put("x").has_filename());
        QCOMPARE(TrustList().write(folder.path("trust.json/below")).error().code, ErrorCode::Io);
        QVERIFY(fs::create_directory(folder.path("folder")));
        QCOMPARE(TrustList().write(folder.path("folder")).error().code, ErrorCode::Io);
    }

    void othersMayNotChangeIt() {
        const TrustFolder folder;
        const auto text = QByteArray::fromStdString(goodDocument().dump());
        for (const int mode : {0600, 0644, 0400}) {
            QCOMPARE(TrustList::read(folder.put(text, mode_t(mode))).value().signers().size(),
                     std::size_t(1));
        }
        for (const int mode : {0620, 0602, 0666}) {
            QCOMPARE(TrustList::read(folder.put(text, mode_t(mode))).error().code,
                     ErrorCode::InvalidArgument);
        }
    }

    // Patches a good list; an empty patch stands for `text` itself.
    void refused_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const int corrupt = int(ErrorCode::Corrupt);
        const auto text = [](const char* name, const QByteArray& text, int code) {
            QTest::newRow(name) << text << code;
        };
        const auto patched = [](const char* name, const char* patch,
                                int code = int(ErrorCode::Corrupt)) {
            auto document = goodDocument();
            document.merge_patch(Metadata::parse(patch));
            QTest::newRow(name) << QByteArray::fromStdString(document.dump()) << code;
        };
        const auto entry = [](const char* name, const char* patch) {
            auto document = goodDocument();
            document["signers"][0].merge_patch(Metadata::parse(patch));
            QTest::newRow(name) << QByteArray::fromStdString(document.dump())
                                << int(ErrorCode::Corrupt);
        };
        const auto good = QByteArray::fromStdString(goodDocument().dump());
        text("empty", "", corrupt);
        text("cut", good.chopped(1), corrupt);
        text("something behind", good + "x", corrupt);
        text("array", "[]", corrupt);
        text("number", "1", corrupt);
        text("nested", QByteArray(100'000, '['), corrupt);
        text("key twice", QByteArray(good).replace("{\"schema\":1", "{\"schema\":1,\"schema\":1"),
             corrupt);
        text("too long", good + QByteArray(1 << 20, ' '), int(ErrorCode::Unsupported));
        patched("no schema", R"({"schema":null})");
        patched("schema 0", R"({"schema":0})");
        patched("negative schema", R"({"schema":-1})");
        patched("schema is text", R"({"schema":"1"})");
        patched("schema is a float", R"({"schema":1.0})");
        patched("newer schema", R"({"schema":2,"more":1})", int(ErrorCode::Unsupported));
        patched("unknown key", R"({"more":1})");
        patched("no signers", R"({"signers":null})");
        patched("signers are a map", R"({"signers":{"a":1}})");
        patched("signer is text", R"({"signers":["Ada"]})");
        entry("no name", R"({"name":null})");
        entry("name is a number", R"({"name":1})");
        entry("empty name", R"({"name":""})");
        entry("name of two lines", R"({"name":"a\nb"})");
        entry("no key", R"({"public_key":null})");
        entry("key is a number", R"({"public_key":1})");
        entry("short key", R"({"public_key":"00"})");
        entry("no time", R"({"added":null})");
        entry("empty time", R"({"added":""})");
        entry("revoked is a number", R"({"revoked":0})");
        entry("unknown key in an entry", R"({"comment":"x"})");
        auto document = goodDocument();
        document["signers"].push_back(document["signers"][0]);
        text("entry twice", QByteArray::fromStdString(document.dump()), corrupt);
        document["signers"][1]["name"] = "Bob";
        document["signers"][0]["revoked"] = true;
        text("revoked key under another name", QByteArray::fromStdString(document.dump()), corrupt);
    }
    void refused() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const TrustFolder folder;
        const auto list = TrustList::read(folder.put(text));
        QVERIFY(!list.has_value());
        QCOMPARE(int(list.error().code), code);
        QVERIFY(QString::fromStdString(list.error().detail).contains("trust.json"));
        QCOMPARE(folder.text(), text);
    }
};

TESSERA_TEST(TestTrustList)
#include "test_trust_list.moc"
