#include "core/format/file_io.h"
#include "core/format/sha256.h"
#include "core/token/signing_key.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <optional>

#include <sys/stat.h>

using namespace tessera;
using namespace tessera::token;

namespace {

namespace fs = std::filesystem;
using token::test::bytesOf;

// Protected with a passphrase; it opens nothing.
constexpr const char* kEncrypted =
    "-----BEGIN ENCRYPTED PRIVATE KEY-----\n"
    "MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhSyQLxgZNh1wICCAAw\n"
    "DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEGmUzdyXQ9Bw521EIaJ2UKgEQLrL\n"
    "8uCEQaj6OLoZWgGtbHv6tZAr0yqpp/qe5Re24ecyQIkjVNVIoR1RX58Xg6nImjWy\n"
    "R+owHhN8pGSnpCh6Ygs=\n"
    "-----END ENCRYPTED PRIVATE KEY-----\n";

Metadata golden() {
    return tessera::test::readJson(tessera::test::goldenDir() / "numeric" / "signing.json");
}

QByteArray hexAt(const Metadata& map, const char* key) {
    return QByteArray::fromHex(QByteArray::fromStdString(map[key].get<std::string>()));
}

SigningKey keyFrom(const Metadata& map) {
    const auto seed = bytesOf(hexAt(map, "seed_hex"));
    return SigningKey::fromSeed(std::span(seed).first<32>()).value();
}

// The usual armour around DER.
QByteArray pem(const QByteArray& der, const QByteArray& what = "PRIVATE KEY") {
    return "-----BEGIN " + what + "-----\n" + der.toBase64() + "\n-----END " + what + "-----\n";
}

// What stands before the 32 bytes of a public key of RFC 8410; `kind` is 0x70 for Ed25519.
QByteArray publicDer(const PublicKey& key, char kind) {
    auto der = QByteArray::fromHex("302a300506032b6570032100");
    der[8] = kind;
    return der + QByteArray(reinterpret_cast<const char*>(key.bytes.data()), 32);
}

// Files of one test. Private unless said otherwise.
class Folder {
public:
    [[nodiscard]] fs::path path(const char* name) const {
        return fs::path(m_dir.path().toStdString()) / name;
    }
    [[nodiscard]] fs::path put(const char* name, const QByteArray& text, mode_t mode = 0600) const {
        if (!format::writeFileAtomically(path(name), bytesOf(text))) {
            qFatal("cannot write '%s'", name);
        }
        ::chmod(path(name).c_str(), mode);
        return path(name);
    }
    [[nodiscard]] QByteArray text(const char* name) const {
        const auto bytes = format::readFile(path(name), 1 << 20).value();
        return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
    }
    [[nodiscard]] int mode(const char* name) const {
        struct stat status {};
        return ::stat(path(name).c_str(), &status) == 0 ? int(status.st_mode & 07777U) : -1;
    }

private:
    QTemporaryDir m_dir;
};

// Until the end of a scope.
class Umask {
public:
    explicit Umask(mode_t mask) : m_before(::umask(mask)) {}
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;
    ~Umask() { ::umask(m_before); }

private:
    mode_t m_before;
};

} // namespace

class TestSigningKey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rawVectors() {
        const auto raw = golden()["raw_ed25519"];
        const auto key = keyFrom(raw);
        QVERIFY(!raw["vectors"].empty());
        for (const auto& vector : raw["vectors"]) {
            const auto message = bytesOf(hexAt(vector, "message_hex"));
            const auto signature = key.sign(message).value();
            QCOMPARE(signatureHex(signature), vector["signature_hex"].get<std::string>());
            QVERIFY(verifyEd25519(key.publicKey(), message, signature));
        }
    }

    void goldenKeys() {
        const Folder folder;
        const auto cases = golden()["cases"];
        QVERIFY(!cases.empty());
        for (const auto& one : cases) {
            const auto file = folder.put("key.pem", pem(hexAt(one, "private_key_pkcs8_der_hex")));
            const auto read = SigningKey::read(file);
            QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
            const auto expected = one["public_key_hex"].get<std::string>();
            QCOMPARE(read->publicKey().hex(), expected);
            QCOMPARE(keyFrom(one).publicKey().hex(), expected);
            QCOMPARE(readPublicKey(file).value().hex(), expected);
            const auto message = bytesOf(hexAt(one, "signed_message_hex"));
            QCOMPARE(signatureHex(read->sign(message).value()),
                     one["signature_hex"].get<std::string>());
        }
    }

    void anyChangeIsFound() {
        const auto raw = golden()["raw_ed25519"];
        const auto key = keyFrom(raw);
        const auto message = bytesOf(hexAt(raw["vectors"].back(), "message_hex"));
        const auto signature = key.sign(message).value();
        for (std::size_t bit = 0; bit < 8 * message.size(); bit += 7) {
            auto changed = message;
            changed[bit / 8] ^= std::byte(1U << (bit % 8));
            QVERIFY(!verifyEd25519(key.publicKey(), changed, signature));
        }
        for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit) {
            auto changed = signature;
            changed[bit / 8] ^= std::byte(1U << (bit % 8));
            QVERIFY(!verifyEd25519(key.publicKey(), message, changed));
        }
        for (std::size_t bit = 0; bit < 256; ++bit) {
            auto changed = key.publicKey();
            changed.bytes[bit / 8] ^= std::byte(1U << (bit % 8));
            QVERIFY(!verifyEd25519(changed, message, signature));
        }
        QVERIFY(!verifyEd25519(key.publicKey(), {}, signature));
        QVERIFY(!verifyEd25519(SigningKey::generate().value().publicKey(), message, signature));
    }

    // RFC 8032, 5.1.7: S is below the order of the group, or one signature has several forms.
    void signaturesHaveOneForm() {
        const auto raw = golden()["raw_ed25519"];
        const auto key = keyFrom(raw);
        const auto message = bytesOf(hexAt(raw["vectors"].front(), "message_hex"));
        auto signature = key.sign(message).value();
        const auto order =
            QByteArray::fromHex("edd3f55c1a631258d69cf7a2def9de14000000000000000000000000000000"
                                "10");
        unsigned carry = 0;
        for (std::size_t i = 0; i < 32; ++i) {
            carry += std::to_integer<unsigned>(signature[32 + i]) +
                     static_cast<unsigned char>(order[qsizetype(i)]);
            signature[32 + i] = static_cast<std::byte>(carry);
            carry >>= 8U;
        }
        QVERIFY(!verifyEd25519(key.publicKey(), message, signature));
    }

    // With S = 0 and R the neutral point every message "is signed" by these keys, or each eighth.
    void keysUnderWhichAnybodyCanSign() {
        Ed25519Signature made{};
        made[0] = std::byte{1};
        const QByteArray high(30, '\xFF');
        for (const auto& y :
             {QByteArray(32, '\0'), "\x01" + QByteArray(31, '\0'), '\xEC' + high + '\x7F',
              '\xED' + high + '\x7F', '\xEE' + high + '\x7F',
              QByteArray::fromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c6333"
                                  "9b13802886d53fc05"),
              QByteArray::fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc"
                                  "64ec7fd7792ac037a")}) {
            for (const char sign : {'\0', '\x80'}) {
                QByteArray key = y;
                key[31] = static_cast<char>(key[31] | sign);
                QCOMPARE(key.size(), qsizetype(32));
                PublicKey weak;
                std::copy_n(bytesOf(key).begin(), 32, weak.bytes.begin());
                QCOMPARE(PublicKey::fromHex(weak.hex()).error().code, ErrorCode::Corrupt);
                for (char message = 0; message < 32; ++message) {
                    QVERIFY(!verifyEd25519(weak, bytesOf(QByteArray(1, message)), made));
                }
                const Folder folder;
                const auto file = folder.put("weak.pem", pem(publicDer(weak, 0x70), "PUBLIC KEY"));
                QCOMPARE(readPublicKey(file).error().code, ErrorCode::Corrupt);
            }
        }
    }

    void hex() {
        const auto key = keyFrom(golden()["raw_ed25519"]).publicKey();
        const auto text = key.hex();
        QCOMPARE(text.size(), std::size_t(64));
        QVERIFY(PublicKey::fromHex(text).value() == key);
        QVERIFY(PublicKey::fromHex(QString::fromStdString(text).toUpper().toStdString()).value() ==
                key);
        for (const auto& bad :
             {std::string(), text.substr(1), text + "0", text.substr(1) + " ", text.substr(1) + "g",
              "0x" + text.substr(2), std::string(64, '\0')}) {
            QCOMPARE(PublicKey::fromHex(bad).error().code, ErrorCode::Corrupt);
            QVERIFY(!signatureFromHex(bad + text).has_value() || bad.empty());
        }
        QVERIFY(!signatureFromHex("").has_value());
        QVERIFY(!signatureFromHex(text).has_value());
        QCOMPARE(signatureHex(signatureFromHex(text + text).value()), text + text);
        QCOMPARE(key.fingerprint(), format::sha256Hex(key.bytes));
    }

    void newKeys() {
        const auto first = SigningKey::generate().value();
        const auto second = SigningKey::generate().value();
        QVERIFY(!(first.publicKey() == second.publicKey()));
        const auto message = bytesOf("message");
        QVERIFY(verifyEd25519(first.publicKey(), message, first.sign(message).value()));
        QVERIFY(!verifyEd25519(second.publicKey(), message, first.sign(message).value()));
    }

    void writtenAndRead() {
        const Folder folder;
        const auto key = SigningKey::generate().value();
        {
            const Umask open(0);
            QVERIFY(key.write(folder.path("key.pem"), folder.path("key.pub.pem")).has_value());
        }
        QCOMPARE(folder.mode("key.pem"), 0600);
        QCOMPARE(folder.mode("key.pub.pem"), 0644);
        QVERIFY(folder.text("key.pem").startsWith("-----BEGIN PRIVATE KEY-----\n"));
        QVERIFY(folder.text("key.pub.pem").startsWith("-----BEGIN PUBLIC KEY-----\n"));
        const auto read = SigningKey::read(folder.path("key.pem"));
        QVERIFY(read.has_value());
        QVERIFY(read->publicKey() == key.publicKey());
        QVERIFY(readPublicKey(folder.path("key.pem")).value() == key.publicKey());
        QVERIFY(readPublicKey(folder.path("key.pub.pem")).value() == key.publicKey());
        const auto message = bytesOf("message");
        QCOMPARE(read->sign(message).value(), key.sign(message).value());
    }

    void nothingIsOverwritten() {
        const Folder folder;
        const auto key = SigningKey::generate().value();
        const auto other = folder.put("other", "precious");
        const auto none = folder.path("none");
        QCOMPARE(key.write(other, none).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(none));
        QCOMPARE(key.write(none, other).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(none));
        QCOMPARE(key.write(none, none).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(none));
        // Not even through a link.
        fs::create_symlink(folder.path("elsewhere"), folder.path("link"));
        QCOMPARE(key.write(folder.path("link"), none).error().code, ErrorCode::InvalidArgument);
        QVERIFY(!fs::exists(folder.path("elsewhere")));
        QCOMPARE(folder.text("other"), QByteArray("precious"));
        QCOMPARE(key.write(folder.path("no folder/key"), none).error().code, ErrorCode::Io);
        QCOMPARE(key.write(none, folder.path("no folder/key")).error().code, ErrorCode::Io);
        QVERIFY(!fs::exists(none));
    }

    void othersMayNotReadPrivateKeys_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("usable");
        QTest::newRow("owner only") << 0600 << true;
        QTest::newRow("owner, read only") << 0400 << true;
        for (const int mode : {0640, 0644, 0604, 0620, 0602, 0610}) {
            QTest::addRow("%o", unsigned(mode)) << mode << false;
        }
    }
    void othersMayNotReadPrivateKeys() {
        QFETCH(int, mode);
        QFETCH(bool, usable);
        const Folder folder;
        const auto one = golden()["cases"][0];
        const auto file = folder.put("key.pem", pem(hexAt(one, "private_key_pkcs8_der_hex")),
                                     static_cast<mode_t>(mode));
        const auto read = SigningKey::read(file);
        QCOMPARE(read.has_value(), usable);
        if (!usable) {
            QCOMPARE(read.error().code, ErrorCode::InvalidArgument);
            QVERIFY(QString::fromStdString(read.error().detail).contains("chmod 600"));
        }
        QCOMPARE(readPublicKey(file).value().hex(), one["public_key_hex"].get<std::string>());
    }

    void notUsable_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("signing");   // code of SigningKey::read(), -1: none
        QTest::addColumn<int>("verifying"); // code of readPublicKey(), -1: none
        const auto one = golden()["cases"][0];
        const auto der = hexAt(one, "private_key_pkcs8_der_hex");
        const auto key = keyFrom(one).publicKey();
        auto other = der;
        other[11] = 0x6E; // X25519
        const int corrupt = int(ErrorCode::Corrupt);
        const int unsupported = int(ErrorCode::Unsupported);
        const auto row = [](const char* name, const QByteArray& text, int signing, int verifying) {
            QTest::newRow(name) << text << signing << verifying;
        };
        row("empty", "", corrupt, corrupt);
        row("other text", "{\"a\": 1}", corrupt, corrupt);
        row("zero bytes", QByteArray(1000, '\0'), corrupt, corrupt);
        row("no armour", der, corrupt, corrupt);
        row("no end", pem(der).chopped(20), corrupt, corrupt);
        row("no Base64", pem(der).replace("MC4C", "M*4C"), corrupt, corrupt);
        row("cut", pem(der.chopped(1)), corrupt, corrupt);
        row("key of 31 bytes",
            pem(QByteArray::fromHex("302d020100300506032b65700421041f") + QByteArray(31, 'k')),
            corrupt, corrupt);
        row("passphrase", kEncrypted, unsupported, unsupported);
        row("X25519", pem(other), unsupported, unsupported);
        row("OpenSSH", pem("openssh-key-v1", "OPENSSH PRIVATE KEY"), unsupported, unsupported);
        row("certificate", pem(der, "CERTIFICATE"), corrupt, corrupt);
        row("public", pem(publicDer(key, 0x70), "PUBLIC KEY"), unsupported, -1);
        row("public X25519", pem(publicDer(key, 0x6E), "PUBLIC KEY"), unsupported, unsupported);
        row("public, cut", pem(publicDer(key, 0x70).chopped(1), "PUBLIC KEY"), unsupported,
            corrupt);
        row("too long", pem(der) + QByteArray(70'000, '\n'), unsupported, unsupported);
    }
    void notUsable() {
        QFETCH(QByteArray, text);
        QFETCH(int, signing);
        QFETCH(int, verifying);
        const Folder folder;
        const auto file = folder.put("key.pem", text);
        const auto read = SigningKey::read(file);
        QCOMPARE(read ? -1 : int(read.error().code), signing);
        const auto half = readPublicKey(file);
        QCOMPARE(half ? -1 : int(half.error().code), verifying);
        if (!read) {
            QVERIFY(QString::fromStdString(read.error().detail).contains("key.pem"));
        }
    }

    void noFile() {
        const Folder folder;
        QCOMPARE(SigningKey::read(folder.path("none")).error().code, ErrorCode::NotFound);
        QCOMPARE(readPublicKey(folder.path("none")).error().code, ErrorCode::NotFound);
        QCOMPARE(SigningKey::read(folder.path("")).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readPublicKey(folder.path("")).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(SigningKey::read("/dev/zero").error().code, ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestSigningKey)
#include "test_signing_key.moc"
