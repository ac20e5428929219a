#include "tests/app/composition/token_desk_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <thread>

using namespace tessera;
using namespace tessera::test;

// Keys, signatures and whom to trust.
class TestTokenDeskTrust : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // A signature is over what the reader of this very file sees, however it is stored.
    void signedAndRead_data() { addNumbers(); }

    void signedAndRead() {
        QFETCH(int, numbers);
        QFETCH(int, format);
        const Place place;
        auto options =
            writing(static_cast<TokenNumbers>(numbers), static_cast<TokenFormat>(format));
        options.unknown = {{"newer", 1}};
        const auto key = place.desk->makeKey(place / "key.pem", place / "key.pub.pem");
        QVERIFY2(key, qPrintable(problemOf(key)));
        const auto signedToken =
            place.desk->sign(someToken(), options, {place / "key.pem", "Ada", true});
        QVERIFY2(signedToken, qPrintable(problemOf(signedToken)));
        QVERIFY(sameBits(signedToken->uhsVector, someToken().uhsVector));
        const bool isPair = options.format == TokenFormat::LegacyPair;
        const auto file = place / (isPair ? "a.safetensors" : "a.tbf");
        QVERIFY(place.desk->write(file, *signedToken, options));
        const auto read = place.desk->examine(file, {});
        QVERIFY(read && read->content);
        const auto& checks = read->content->signatures;
        QCOMPARE(checks.size(), std::size_t{2});
        for (const auto& check : checks) {
            QVERIFY2(check.state == SignatureCheck::State::Valid, check.problem.c_str());
            QCOMPARE(check.publicKeyHex, key->publicKeyHex);
            QVERIFY(check.trust == KeyTrust::Unknown && check.problem.empty());
        }
        QCOMPARE(checks[0].signer, std::string("Ada"));
        // One field changed afterwards: ours notices, of every field.
        auto changed = read->content->token;
        changed.driftScore = 0.0;
        QVERIFY(place.desk->write(file, changed, options));
        const auto again = place.desk->examine(file, {});
        QVERIFY(again && again->content);
        QVERIFY(again->content->signatures[0].state == SignatureCheck::State::Invalid);
        QVERIFY(!again->content->signatures[0].problem.empty());
    }

    void whomTheKeyBelongsTo() {
        const Place place;
        auto key = *place.desk->makeKey(place / "key.pem", place / "key.pub.pem");
        const auto signedToken =
            place.desk->sign(someToken(), {}, {place / "key.pem", "Ada", false});
        QVERIFY(place.desk->write(place / "a.tbf", *signedToken, {}));
        const auto trust = [&] {
            const auto read = place.desk->examine(place / "a.tbf", {});
            return read->content->signatures.at(0).trust;
        };
        QVERIFY(trust() == KeyTrust::Unknown);
        key.name = "Mallory";
        QVERIFY(place.desk->trust(key));
        QVERIFY(trust() == KeyTrust::OtherName);
        QVERIFY(place.desk->distrust("Mallory"));
        key.name = "Ada";
        QVERIFY(place.desk->trust(key));
        QVERIFY(trust() == KeyTrust::Trusted);
        QVERIFY(place.desk->revoke("Ada"));
        QVERIFY(trust() == KeyTrust::Revoked);
    }

    // The token can be looked at all the same; only whom the key belongs to stays open.
    void trustListThatCannotBeRead() {
        const Place place;
        QVERIFY(place.desk->makeKey(place / "key.pem", place / "key.pub.pem"));
        const auto signedToken =
            place.desk->sign(someToken(), {}, {place / "key.pem", "Ada", false});
        QVERIFY(place.desk->write(place / "a.tbf", *signedToken, {}));
        fs::create_directory(place / "config");
        std::ofstream(place.trustList()) << "no list";
        fs::permissions(place.trustList(), fs::perms::owner_read | fs::perms::owner_write);
        const auto read = place.desk->examine(place / "a.tbf", {});
        QVERIFY(read && read->content);
        const auto& check = read->content->signatures.at(0);
        QVERIFY(check.state == SignatureCheck::State::Valid);
        QVERIFY(check.trust == KeyTrust::Unknown);
        QVERIFY(check.problem.find("trusted.json") != std::string::npos);
        QCOMPARE(place.desk->trusted().error().code, ErrorCode::Corrupt);
        QVERIFY(!place.desk->trust({"Ada", check.publicKeyHex, "", "", false}));
        QCOMPARE(readBytes(place.trustList()), std::string("no list"));
    }

    void signingThatFails() {
        const Place place;
        QVERIFY(place.desk->makeKey(place / "key.pem", place / "key.pub.pem"));
        const auto code = [&](const TokenWriteOptions& options, const SigningRequest& request) {
            return place.desk->sign(someToken(), options, request).error().code;
        };
        QCOMPARE(code({}, {place / "none.pem", "Ada", false}), ErrorCode::NotFound);
        QCOMPARE(code({}, {place.write("text.pem", "text"), "Ada", false}), ErrorCode::Corrupt);
        QCOMPARE(code({}, {place / "key.pem", "", false}), ErrorCode::InvalidArgument);
        QCOMPARE(code(writing(TokenNumbers::Int8, TokenFormat::LegacyPair),
                      {place / "key.pem", "Ada", false}),
                 ErrorCode::InvalidArgument);
    }

    void keys() {
        const Place place;
        const auto key = place.desk->makeKey(place / "a.pem", place / "a.pub.pem");
        QVERIFY(key);
        QCOMPARE(key->publicKeyHex.size(), std::size_t{64});
        QCOMPARE(key->fingerprint.size(), std::size_t{64});
        QVERIFY(fs::status(place / "a.pem").permissions() ==
                (fs::perms::owner_read | fs::perms::owner_write));
        for (const char* name : {"a.pem", "a.pub.pem"}) {
            const auto read = place.desk->readKey(place / name);
            QVERIFY(read);
            QCOMPARE(read->publicKeyHex, key->publicKeyHex);
            QCOMPARE(read->fingerprint, key->fingerprint);
            QVERIFY(read->name.empty());
        }
        QCOMPARE(place.desk->makeKey(place / "a.pem", place / "b.pem").error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(place.desk->readKey(place / "b.pem").error().code, ErrorCode::NotFound);
        QVERIFY(place.desk->makeKey(place / "c.pem", place / "c.pub.pem")->publicKeyHex !=
                key->publicKeyHex);
    }

    void trustList() {
        const Place place;
        QVERIFY(place.desk->trusted() && place.desk->trusted()->empty());
        QVERIFY(!fs::exists(place.trustList()));
        auto ada = *place.desk->makeKey(place / "a.pem", place / "a.pub.pem");
        ada.name = "Ada";
        QVERIFY2(place.desk->trust(ada), qPrintable(problemOf(place.desk->trusted())));
        QCOMPARE(place.desk->trust(ada).error().code, ErrorCode::InvalidArgument);
        const auto list = place.desk->trusted();
        QCOMPARE(list->size(), std::size_t{1});
        QCOMPARE(list->front().name, std::string("Ada"));
        QCOMPARE(list->front().fingerprint, ada.fingerprint);
        QVERIFY(!list->front().added.empty());
        QVERIFY(fs::status(place.trustList()).permissions() ==
                (fs::perms::owner_read | fs::perms::owner_write));
        QVERIFY(fs::status(place / "config").permissions() == fs::perms::owner_all);
        QCOMPARE(place.desk->revoke("Bob").error().code, ErrorCode::NotFound);
        QCOMPARE(place.desk->distrust("Bob").error().code, ErrorCode::NotFound);
        QVERIFY(place.desk->revoke("Ada"));
        QCOMPARE(place.desk->distrust("Ada").error().code, ErrorCode::InvalidArgument);
        QVERIFY(app::makeTokenDesk(place.trustList())->trusted()->front().revoked);
    }

    // Two writers lose nobody, be they threads of one program or two of them.
    void manyTrustAtOnce() {
        const Place place;
        constexpr int kWriters = 4, kEach = 8;
        std::vector<SignerKey> keys;
        for (int i = 0; i < kWriters * kEach; ++i) {
            const auto name = std::to_string(i);
            keys.push_back(
                *place.desk->makeKey(place / (name + ".pem"), place / (name + ".pub.pem")));
            keys.back().name = name;
        }
        const auto other = app::makeTokenDesk(place.trustList());
        std::vector<std::thread> threads;
        for (int writer = 0; writer < kWriters; ++writer) {
            threads.emplace_back([&, writer] {
                auto& desk = writer % 2 == 0 ? *place.desk : *other;
                for (int i = 0; i < kEach; ++i) {
                    (void)desk.trust(keys[std::size_t(writer * kEach + i)]);
                    (void)desk.trusted();
                }
            });
        }
        for (auto& thread : threads) {
            thread.join();
        }
        QCOMPARE(place.desk->trusted()->size(), keys.size());
    }

    void noPlaceForTheTrustList() {
        const Place place;
        const auto blocked = app::makeTokenDesk(place.write("file", "x") / "config" / "list.json");
        const auto key = *place.desk->makeKey(place / "a.pem", place / "a.pub.pem");
        const auto trusted = blocked->trust({"Ada", key.publicKeyHex, "", "", false});
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().code, ErrorCode::Io);
    }

    void whereTheTrustListIs() {
        const QByteArray config = qgetenv("XDG_CONFIG_HOME"), home = qgetenv("HOME");
        const bool hadConfig = qEnvironmentVariableIsSet("XDG_CONFIG_HOME");
        const fs::path end = fs::path("tessera-workbench") / "trusted-signers.json";
        qputenv("HOME", "/home/ada");
        qputenv("XDG_CONFIG_HOME", "/etc/ada");
        QCOMPARE(app::trustListFile(), "/etc/ada" / end);
        for (const char* ignored : {"", "relative"}) {
            qputenv("XDG_CONFIG_HOME", ignored);
            QCOMPARE(app::trustListFile(), "/home/ada/.config" / end);
        }
        qunsetenv("XDG_CONFIG_HOME");
        QCOMPARE(app::trustListFile(), "/home/ada/.config" / end);
        qunsetenv("HOME");
        QVERIFY(app::trustListFile().is_absolute());
        qputenv("HOME", home);
        if (hadConfig) {
            qputenv("XDG_CONFIG_HOME", config);
        }
    }
};

TESSERA_TEST(TestTokenDeskTrust)

#include "test_token_desk_trust.moc"
