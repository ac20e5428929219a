#include "tests/app/composition/token_desk_util.h"
#include "tests/app/composition/unprivileged.h"
#include "tests/support/golden.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <string_view>

using namespace tessera;
using namespace tessera::test;

namespace {

constexpr std::string_view kKey = "a key";

bool isRefusedWith(const Result<TokenExamination>& examination, ErrorCode code) {
    return examination && examination->refusal && !examination->content &&
           examination->refusal->code == code && !examination->refusal->detail.empty();
}

fs::path pairOfTheReference() {
    return goldenDir() / "safetensors" / "legacy_small.safetensors";
}

} // namespace

class TestTokenDesk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Whatever it is, there is an examination: of content, or with the reason why not.
    void filesOfOtherWriters() {
        const Place place;
        int good = 0, sealed = 0, bad = 0;
        for (const char* folder : {"tbf", "tbf_bad"}) {
            for (const auto& entry : fs::directory_iterator(goldenDir() / folder)) {
                if (entry.path().extension() != ".tbf") {
                    continue;
                }
                TokenReadOptions options;
                options.unverified = true;
                const auto examination = place.desk->examine(entry.path(), options);
                QVERIFY(examination);
                QCOMPARE(examination->file, entry.path());
                QCOMPARE(examination->content.has_value(), !examination->refusal.has_value());
                good += examination->content ? 1 : 0;
                bad += examination->content ? 0 : 1;
                sealed += examination->hmac == HmacState::Unverified ? 1 : 0;
            }
        }
        QVERIFY(good > 30 && bad > 30 && sealed > 5);
    }

    void pairsByEitherFile() {
        const Place place;
        const auto tensors = pairOfTheReference();
        auto fields = tensors;
        fields.replace_extension(".json");
        for (const auto& file : {tensors, fields}) {
            const auto examination = place.desk->examine(file, {});
            QVERIFY(examination && examination->content);
            QCOMPARE(examination->file, file);
            QVERIFY(examination->content->format == TokenFormat::LegacyPair);
            QCOMPARE(examination->content->fileBytes,
                     std::int64_t(fs::file_size(tensors) + fs::file_size(fields)));
        }
    }

    // A pair has no seal: one that is asked for was taken away, or never was.
    void pairsHaveNoSeal() {
        const Place place;
        TokenReadOptions options;
        options.hmacKey = kKey;
        QVERIFY(
            isRefusedWith(place.desk->examine(pairOfTheReference(), options), ErrorCode::Corrupt));
        options.hmacKey.reset();
        options.requireHmac = true;
        QVERIFY(
            isRefusedWith(place.desk->examine(pairOfTheReference(), options), ErrorCode::Corrupt));
    }

    void namesSayNothing() {
        const Place place;
        QVERIFY(place.desk->write(place / "a.tbf", someToken(), {}));
        for (const char* name : {"a.json", "a.safetensors", "a", "a.txt"}) {
            fs::copy_file(place / "a.tbf", place / name);
            const auto examination = place.desk->examine(place / name, {});
            QVERIFY(examination && examination->content);
            QVERIFY(examination->content->format == TokenFormat::Tbf);
        }
    }

    void whatIsNoToken_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& bytes, ErrorCode code) {
            QTest::addRow("%s %d", name, int(bytes.size())) << name << bytes << int(code);
        };
        row("a.tbf", "", ErrorCode::Corrupt);
        row("a.tbf", "TBF1", ErrorCode::Corrupt);
        row("a.txt", "some text", ErrorCode::Corrupt);
        row("a.json", "{}", ErrorCode::NotFound); // the other half
        row("a.safetensors", "", ErrorCode::NotFound);
        row("a", QByteArray("\x02\0\0\0\0\0\0\0{}", 10), ErrorCode::Corrupt);
        row("b", "{\"knowledge_type\": \"ACTIVATION\"}", ErrorCode::NotFound);
    }

    void whatIsNoToken() {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(int, code);
        const Place place;
        const auto file = place.write(name.toStdString(), bytes.toStdString());
        QVERIFY(isRefusedWith(place.desk->examine(file, {}), static_cast<ErrorCode>(code)));
    }

    void brokenPairs() {
        const Place place;
        const auto half = place / "a.safetensors";
        fs::copy_file(pairOfTheReference(), half);
        QVERIFY(isRefusedWith(place.desk->examine(half, {}), ErrorCode::NotFound));
        place.write("a.json", "{\"knowledge_type\":");
        QVERIFY(isRefusedWith(place.desk->examine(half, {}), ErrorCode::Corrupt));
        QVERIFY(isRefusedWith(place.desk->examine(place / "a.json", {}), ErrorCode::Corrupt));
    }

    void filesThatCannotBeRead() {
        const Place place;
        const auto missing = place.desk->examine(place / "none.tbf", {});
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        const auto folder = place.desk->examine(place / "", {});
        QVERIFY(!folder);
        QCOMPARE(folder.error().code, ErrorCode::InvalidArgument);
        fs::permissions(place.write("secret.tbf", "TBF1"), fs::perms::none);
        fs::permissions(place / "", fs::perms::owner_all | fs::perms::others_exec);
        const Unprivileged person;
        const auto forbidden = place.desk->examine(place / "secret.tbf", {});
        QVERIFY(!forbidden);
        QCOMPARE(forbidden.error().code, ErrorCode::Io);
    }

    void tooLongForAToken() {
        const Place place;
        const auto file = place.write("a.tbf", "TBF1");
        fs::resize_file(file, (std::uintmax_t{256} << 20U) + 1);
        const auto examination = place.desk->examine(file, {});
        QVERIFY(isRefusedWith(examination, ErrorCode::Unsupported));
        QCOMPARE(examination->file, file);
    }

    void writtenAndRead_data() { addNumbers(); }

    void writtenAndRead() {
        QFETCH(int, numbers);
        QFETCH(int, format);
        const Place place;
        const auto token = someToken();
        auto options =
            writing(static_cast<TokenNumbers>(numbers), static_cast<TokenFormat>(format));
        options.unknown = {{"newer", 1}};
        const auto stored = place.desk->asStored(token, options);
        QVERIFY2(stored, qPrintable(problemOf(stored)));
        const auto bytes = place.desk->write(place / "a", token, options);
        QVERIFY2(bytes, qPrintable(problemOf(bytes)));
        const bool isPair = options.format == TokenFormat::LegacyPair;
        const auto file = place / (isPair ? "a.json" : "a");
        const auto read = place.desk->examine(file, {});
        QVERIFY(read);
        QVERIFY2(read->content, read->refusal ? read->refusal->detail.c_str() : "");
        const auto& content = *read->content;
        QVERIFY(content.format == options.format && content.numbers == options.numbers);
        QCOMPARE(content.fileBytes, *bytes);
        QVERIFY(sameBits(content.token.uhsVector, stored->uhsVector));
        QCOMPARE(content.unknown.dump(), options.unknown.dump());
        QVERIFY(content.signatures.empty());
        const auto difference = place.desk->compare(*stored, content.token);
        QVERIFY(difference.fields.empty() && difference.differing == 0);
        // What was read goes out again bit for bit.
        options.int8 = content.int8;
        QVERIFY(place.desk->write(place / "b", content.token, options));
        for (const char* ending : {"", ".json", ".safetensors"}) {
            if (fs::exists(place / (std::string("a") + ending))) {
                QCOMPARE(readBytes(place / (std::string("b") + ending)),
                         readBytes(place / (std::string("a") + ending)));
            }
        }
    }

    void sealed() {
        const Place place;
        auto options = writing(TokenNumbers::Float16);
        options.hmacKey = kKey;
        QVERIFY(place.desk->write(place / "a.tbf", someToken(), options));
        QVERIFY(
            isRefusedWith(place.desk->examine(place / "a.tbf", {}), ErrorCode::InvalidArgument));
        TokenReadOptions reading;
        reading.hmacKey = kKey;
        const auto read = place.desk->examine(place / "a.tbf", reading);
        QVERIFY(read && read->content && read->content->hmac == HmacState::Valid);
        reading.hmacKey = "another";
        QVERIFY(isRefusedWith(place.desk->examine(place / "a.tbf", reading), ErrorCode::Corrupt));
    }

    void refusedToWrite_data() {
        using Vector = QList<float>;
        QTest::addColumn<Vector>("vector");
        QTest::addColumn<int>("numbers");
        QTest::addColumn<int>("format");
        QTest::addColumn<bool>("key");
        const float infinity = std::numeric_limits<float>::infinity();
        const auto row = [](const char* name, const Vector& vector, TokenNumbers numbers,
                            TokenFormat format = TokenFormat::Tbf, bool key = false) {
            QTest::newRow(name) << vector << int(numbers) << int(format) << key;
        };
        for (int numbers = 0; numbers < 4; ++numbers) {
            const auto kind = static_cast<TokenNumbers>(numbers);
            const auto name = std::string("NaN as ") + tokenNumbersName(kind);
            row(name.c_str(), {1, std::nanf("")}, kind);
        }
        row("beyond float16", {1, 65520}, TokenNumbers::Float16);
        row("far below float16", {-1e6F}, TokenNumbers::Float16);
        row("infinity as int8", {1, infinity}, TokenNumbers::Int8);
        row("nothing as int8", {}, TokenNumbers::Int8);
        row("steps too fine for int8", {1e6F, 1e6F + 0.0625F, 1e6F + 0.125F}, TokenNumbers::Int8);
        row("NaN in a pair", {std::nanf("")}, TokenNumbers::Float32, TokenFormat::LegacyPair);
        row("half a pair", {1}, TokenNumbers::Float16, TokenFormat::LegacyPair);
        row("sealed pair", {1}, TokenNumbers::Float32, TokenFormat::LegacyPair, true);
    }

    void refusedToWrite() {
        QFETCH(QList<float>, vector);
        QFETCH(int, numbers);
        QFETCH(int, format);
        QFETCH(bool, key);
        const Place place;
        auto token = someToken();
        token.uhsVector = {vector.begin(), vector.end()};
        auto options =
            writing(static_cast<TokenNumbers>(numbers), static_cast<TokenFormat>(format));
        options.hmacKey = key ? std::optional<std::string>(kKey) : std::nullopt;
        place.write("a", "as it was");
        const auto written = place.desk->write(place / "a", token, options);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readBytes(place / "a"), std::string("as it was"));
        QVERIFY(!fs::exists(place / "a.json") && !fs::exists(place / "a.safetensors"));
        const auto stored = place.desk->asStored(token, options);
        QVERIFY(!stored);
        QCOMPARE(stored.error().detail, written.error().detail);
    }

    void infinitiesThatAreMeant() {
        const Place place;
        auto token = someToken();
        token.uhsVector = {std::numeric_limits<float>::infinity(), 1.0F};
        for (const auto numbers :
             {TokenNumbers::Float32, TokenNumbers::Float16, TokenNumbers::BFloat16}) {
            const auto stored = place.desk->asStored(token, writing(numbers));
            QVERIFY(stored);
            QVERIFY(sameBits(stored->uhsVector, token.uhsVector));
        }
    }

    void noPlaceToWrite() {
        const Place place;
        const auto written = place.desk->write(place / "none" / "a.tbf", someToken(), {});
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::Io);
    }

    void otherNumbersAreAStep() {
        const Place place;
        auto token = someToken();
        token.customMetadata["twb.sig"] = {{"signature", "00"}};
        for (const auto numbers :
             {TokenNumbers::Float16, TokenNumbers::BFloat16, TokenNumbers::Int8}) {
            const auto other = place.desk->requantised(token, numbers);
            QVERIFY(other);
            const auto stored = place.desk->asStored(token, writing(numbers));
            QVERIFY(sameBits(other->uhsVector, stored->uhsVector));
            QVERIFY(!other->customMetadata.contains("twb.sig"));
            const auto& step = other->lineageDag["nodes"].back();
            QCOMPARE(step["type"].get<std::string>(), std::string("requantise"));
            QCOMPARE(step["numbers"].get<std::string>(), std::string(tokenNumbersName(numbers)));
            QCOMPARE(other->lineageDag["edges"].back()["from"].get<std::string>(),
                     std::string("n0"));
        }
        const auto same = place.desk->requantised(token, TokenNumbers::Float32);
        QVERIFY(same && same->customMetadata == token.customMetadata);
        QVERIFY(same->lineageDag == token.lineageDag);
        const auto half = *place.desk->requantised(token, TokenNumbers::Float16);
        QVERIFY(place.desk->requantised(half, TokenNumbers::Float16)->lineageDag ==
                half.lineageDag);
        token.uhsVector = {1e6F};
        QVERIFY(!place.desk->requantised(token, TokenNumbers::Float16));
    }

    // What tests/core/token goes into, in one piece: merged, stripped, written, read.
    void fromTwoTokensToAPublication() {
        const Place place;
        auto other = someToken();
        other.sourceModelId = "conv";
        other.uhsVector[0] = 0.5F;
        const auto merged = place.desk->merge({someToken(), other}, {});
        QVERIFY(merged);
        const auto leaks = place.desk->leaks(*merged, Metadata::object());
        std::vector<std::string> ids;
        for (const auto& leak : leaks) {
            ids.push_back(leak.id);
        }
        const auto stripped = place.desk->strip(*merged, Metadata::object(), ids);
        QVERIFY(stripped);
        auto options = writing(TokenNumbers::Float32);
        options.unknown = stripped->second;
        QVERIFY(place.desk->write(place / "a.tbf", stripped->first, options));
        const auto read = place.desk->examine(place / "a.tbf", {});
        QVERIFY(read && read->content);
        QVERIFY(place.desk->leaks(read->content->token, read->content->unknown).empty());
        QVERIFY(place.desk->compare(*merged, read->content->token).differing == 0);
        QVERIFY(!place.desk->merge({someToken()}, {}));
    }
};

TESSERA_TEST(TestTokenDesk)

#include "test_token_desk.moc"
