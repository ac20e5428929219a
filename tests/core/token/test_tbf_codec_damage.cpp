#include "core/token/tbf_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <fstream>
#include <new>

#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace tessera;
using namespace tessera::token;

namespace {

using Bytes = std::vector<std::byte>;
using token::test::mendChecksums;
using token::test::putU32;
using token::test::smallToken;

const std::string kKey = "a key";

Bytes smallFile(bool sealed) {
    TokenWriteOptions options;
    if (sealed) {
        options.hmacKey = kKey;
    }
    return encodeTbf(smallToken(), options).value();
}

// As long as it lives, the program can grow by so much and no more. What earlier tests gave back to
// the heap without the system getting it can be used too.
class MemoryLimit {
public:
    explicit MemoryLimit(rlim_t more) {
        malloc_trim(0);
        getrlimit(RLIMIT_AS, &m_before);
        std::ifstream file("/proc/self/statm");
        rlim_t pages = 0;
        file >> pages;
        rlimit limit = m_before;
        limit.rlim_cur = pages * rlim_t(sysconf(_SC_PAGESIZE)) + more;
        setrlimit(RLIMIT_AS, &limit);
    }
    MemoryLimit(const MemoryLimit&) = delete;
    MemoryLimit& operator=(const MemoryLimit&) = delete;
    ~MemoryLimit() { setrlimit(RLIMIT_AS, &m_before); }

private:
    rlimit m_before{};
};

// A file of nothing but a header with these lengths, some bytes and right checksums.
Bytes claims(std::uint32_t metadata, std::uint32_t count, std::uint32_t bytes) {
    Bytes file = smallFile(false);
    file.resize(100);
    putU32(file, kTbfMetadataLengthOffset, metadata);
    putU32(file, kTbfVectorCountOffset, count);
    putU32(file, 16, bytes);
    mendChecksums(file);
    return file;
}

// A float32 file without numbers around these metadata.
Bytes around(const Bytes& metadata) {
    Bytes file = smallFile(false);
    file.resize(kTbfHeaderBytes);
    file.insert(file.end(), metadata.begin(), metadata.end());
    file.resize(std::size_t(tbfFileBytes(metadata.size(), 0)));
    putU32(file, kTbfMetadataLengthOffset, std::uint32_t(metadata.size()));
    putU32(file, kTbfVectorCountOffset, 0);
    putU32(file, 16, 0);
    mendChecksums(file);
    return file;
}

} // namespace

class TestTbfCodecDamage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kinds_data() {
        QTest::addColumn<bool>("sealed");
        QTest::newRow("plain") << false;
        QTest::newRow("sealed") << true;
    }

    void everyTruncationIsRefused_data() { kinds_data(); }
    void everyTruncationIsRefused() {
        QFETCH(bool, sealed);
        const auto bytes = smallFile(sealed);
        TokenReadOptions options;
        if (sealed) {
            options.hmacKey = kKey;
        }
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            const auto seen = examineTbf(std::span(bytes).first(length), options);
            QVERIFY(seen.refusal && seen.refusal->code == ErrorCode::Corrupt);
            QVERIFY(!seen.content.has_value());
            std::uint64_t end = 0;
            for (const TokenSection& part : seen.sections) {
                QCOMPARE(part.offset, end);
                end += part.bytes;
            }
            QCOMPARE(end, length);
            QCOMPARE(seen.header.has_value(), length >= kTbfHeaderBytes);
        }
        for (std::size_t more = 1; more < 200; ++more) {
            Bytes longer = bytes;
            longer.resize(bytes.size() + more);
            QCOMPARE(decodeTbf(longer, options).error().code, ErrorCode::Corrupt);
        }
    }

    void everyFlipIsRefused_data() { kinds_data(); }
    void everyFlipIsRefused() {
        QFETCH(bool, sealed);
        auto bytes = smallFile(sealed);
        TokenReadOptions options;
        if (sealed) {
            options.hmacKey = kKey;
        }
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                bytes[i] ^= std::byte{1} << bit;
                QVERIFY(!decodeTbf(bytes, options).has_value());
                bytes[i] ^= std::byte{1} << bit;
            }
            bytes[i] ^= std::byte{0xFF};
            QVERIFY(!decodeTbf(bytes, options).has_value());
            bytes[i] ^= std::byte{0xFF};
        }
        QVERIFY(decodeTbf(bytes, options).has_value());
    }

    // Without the key, all but the HMAC itself is still guarded by the checksums.
    void everyFlipOfAnUnverifiedFile() {
        auto bytes = smallFile(true);
        TokenReadOptions options;
        options.unverified = true;
        const std::size_t trailer = bytes.size() - kTbfTrailerBytes;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            const bool isHmac = i >= trailer && i < trailer + kTbfHmacBytes;
            for (unsigned bit = 0; bit < 8; ++bit) {
                bytes[i] ^= std::byte{1} << bit;
                const auto seen = examineTbf(bytes, options);
                QCOMPARE(seen.content.has_value(), isHmac);
                QVERIFY(seen.hmac != HmacState::Valid);
                bytes[i] ^= std::byte{1} << bit;
            }
        }
    }

    // With the checksums made right again, damage reaches the parsers behind them; what they let
    // pass can be written.
    void flipsBehindTheChecksum_data() {
        QTest::addColumn<int>("numbers");
        for (int i = 0; i < 4; ++i) {
            QTest::newRow(tokenNumbersName(TokenNumbers(i))) << i;
        }
    }
    void flipsBehindTheChecksum() {
        QFETCH(int, numbers);
        TokenWriteOptions options;
        options.numbers = TokenNumbers(numbers);
        const auto bytes = encodeTbf(smallToken(), options).value();
        int passed = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (const unsigned value : {0x00U, 0x7FU, 0x80U, 0xC1U, 0xC7U, 0xDDU, 0xDFU, 0xFFU}) {
                Bytes file = bytes;
                file[i] = static_cast<std::byte>(value);
                mendChecksums(file);
                const auto decoded = decodeTbf(file);
                if (decoded) {
                    ++passed;
                    TokenWriteOptions own;
                    own.numbers = decoded->numbers;
                    own.int8 = decoded->int8;
                    own.unknown = decoded->unknown;
                    const auto again = encodeTbf(decoded->token, own);
                    QVERIFY2(again.has_value(), again ? "" : again.error().detail.c_str());
                    token::test::compareVectors(decodeTbf(*again).value().token.uhsVector,
                                                decoded->token.uhsVector);
                }
            }
        }
        QVERIFY(passed > 0);
    }

    void impossibleLengths_data() {
        QTest::addColumn<quint32>("metadata");
        QTest::addColumn<quint32>("count");
        QTest::addColumn<quint32>("bytes");
        QTest::newRow("2 GiB of metadata") << 0x8000'0000U << 0U << 0U;
        QTest::newRow("all of metadata") << 0xFFFF'FFFFU << 0U << 0U;
        QTest::newRow("wraps around") << 0xFFFF'FFE0U << 0U << 0U;
        QTest::newRow("2 GiB of numbers") << 8U << 0x2000'0000U << 0x8000'0000U;
        QTest::newRow("count x 4 = 4 in 32 bits") << 8U << 0x4000'0001U << 4U;
        QTest::newRow("count x 4 = 0 in 32 bits") << 8U << 0x4000'0000U << 0U;
        QTest::newRow("everything") << 0xFFFF'FFFFU << 0xFFFF'FFFFU << 0xFFFF'FFFFU;
        QTest::newRow("sum is the file's size in 32 bits")
            << 0x8000'0000U << 0x2000'0000U << 0x8000'0000U;
    }
    void impossibleLengths() {
        QFETCH(quint32, metadata);
        QFETCH(quint32, count);
        QFETCH(quint32, bytes);
        const Bytes file = claims(metadata, count, bytes);
        const auto refusal = refusalInLittleMemory(file);
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::Corrupt);
    }

    // Metadata that ask for more than there is.
    void bombs_data() {
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("text of 2 GiB") << QByteArray("\x81\xa1\x78\xdb\x80\x00\x00\x00", 8);
        QTest::newRow("binary of 4 GiB") << QByteArray("\x81\xa1\x78\xc6\xff\xff\xff\xff", 8);
        QTest::newRow("array of 4 Gi") << QByteArray("\x81\xa1\x78\xdd\xff\xff\xff\xff", 8);
        QTest::newRow("map of 4 Gi") << QByteArray("\x81\xa1\x78\xdf\xff\xff\xff\xff", 8);
        QTest::newRow("the map itself") << QByteArray("\xdf\xff\xff\xff\xff\xa1\x78\xc0", 8);
        QTest::newRow("10000 arrays") << "\x81\xa1\x78" + QByteArray(10'000, '\x91') + "\xc0";
        QByteArray maps = "\x81\xa1\x78";
        for (int i = 0; i < 10'000; ++i) {
            maps += "\x81\xa1\x61";
        }
        QTest::newRow("10000 maps") << maps + "\xc0";
    }
    void bombs() {
        QFETCH(QByteArray, metadata);
        const Bytes file = around(token::test::bytesOf(metadata));
        const auto refusal = refusalInLittleMemory(file);
        QVERIFY(refusal.has_value());
        QCOMPARE(refusal->code, ErrorCode::Corrupt);
        QVERIFY(refusal->offset.value() >= kTbfHeaderBytes);
    }

    // Also where all lengths agree.
    void tooMuchMetadata() {
        const auto filled = [](std::size_t bytes) { // {"x": text}, then zeros of padding
            Bytes metadata(bytes, std::byte{'a'});
            const auto start = token::test::bytesOf(QByteArray("\x81\xa1\x78\xdb\0\0\0\0", 8));
            std::copy(start.begin(), start.end(), metadata.begin());
            for (unsigned i = 0; i < 4; ++i) {
                metadata[4 + i] = static_cast<std::byte>((bytes - 8) >> (8 * (3 - i)));
            }
            return around(metadata);
        };
        const auto most = decodeTbf(filled(std::size_t(kTbfMaxMetadataBytes)));
        QVERIFY(most.error().detail.find("1 MiB") == std::string::npos); // keys are missing
        const auto more = decodeTbf(filled(std::size_t(kTbfMaxMetadataBytes) + 1));
        QCOMPARE(more.error().code, ErrorCode::Corrupt);
        QVERIFY(more.error().detail.find("1 MiB") != std::string::npos);
        QVERIFY(more.error().offset == std::uint64_t{kTbfMetadataLengthOffset});
    }

    // Which part of a tampered file is to blame.
    void blame() {
        const auto states = [](const Bytes& file, const TokenReadOptions& options) {
            std::string text;
            for (const TokenSection& part : examineTbf(file, options).sections) {
                text += part.id.substr(0, 1) + "?+-"[int(part.state)] + ' ';
            }
            return text;
        };
        const Bytes good = smallFile(true);
        const TokenReadOptions key{kKey};
        TokenReadOptions unverified;
        unverified.unverified = true;
        QCOMPARE(states(good, key), std::string("h+ m+ p+ v+ h+ c+ "));
        QCOMPARE(states(good, unverified), std::string("h+ m+ p+ v+ h? c+ "));
        QCOMPARE(states(good, {}), std::string("h+ m+ p+ v+ h? c+ "));
        Bytes file = good;
        file[file.size() - kTbfTrailerBytes - 1] ^= std::byte{1}; // of the vector
        QCOMPARE(states(file, key), std::string("h+ m? p? v? h- c- "));
        mendChecksums(file);
        QCOMPARE(states(file, key), std::string("h+ m? p? v? h- c+ "));
        QVERIFY(examineTbf(file, key).hmac == HmacState::Invalid);
        file = good;
        file.back() ^= std::byte{1};
        QCOMPARE(states(file, key), std::string("h+ m? p? v? h+ c- "));
        QCOMPARE(examineTbf(file, key).bodyCrc, std::string("bad"));
        file = good;
        file[kTbfFlagsOffset] ^= std::byte{1};
        QCOMPARE(states(file, key), std::string("h- m? p? v? h- c- "));
        QCOMPARE(examineTbf(file, key).headerCrc, std::string("bad"));
        file = good;
        file[kTbfMetadataLengthOffset] ^= std::byte{64};
        QCOMPARE(states(file, key), std::string("h- r- "));
    }

private:
    static std::optional<Error> refusalInLittleMemory(const Bytes& file) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        return examineTbf(file).refusal; // the sanitizers need the room for themselves
#else
        constexpr std::size_t kRoom = std::size_t{32} << 20U;
        constexpr std::size_t kTooMuch = std::size_t{1} << 30U; // the files claim more
        const MemoryLimit limit(kRoom);
        try {
            void* const volatile tooMuch = ::operator new(kTooMuch); // not optimised away
            ::operator delete(tooMuch);
            qFatal("the limit does not work");
        } catch (const std::bad_alloc&) {
        }
        return examineTbf(file).refusal;
#endif
    }
};

TESSERA_TEST(TestTbfCodecDamage)
#include "test_tbf_codec_damage.moc"
