#include "core/token/metadata_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace tessera;
using namespace tessera::token;

class TestMetadataCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knownBytes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("order and kinds")
            << QByteArray(R"({"b":1,"a":1.0})") << QByteArray("82a16201a161cb3ff0000000000000");
        QTest::newRow("integers") << QByteArray("[0,127,128,255,256,65535,65536,4294967296]")
                                  << QByteArray("98007fcc80ccffcd0100cdffffce00010000cf00000001"
                                                "00000000");
        QTest::newRow("negative") << QByteArray("[-1,-32,-33,-128,-129,-32769,-2147483649]")
                                  << QByteArray("97ffe0d0dfd080d1ff7fd2ffff7fffd3ffffffff7fffffff");
        QTest::newRow("constants")
            << QByteArray("[null,true,false,\"\",[],{}]") << QByteArray("96c0c3c2a09080");
    }
    void knownBytes() {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, hex);
        const auto value = Metadata::parse(json.toStdString());
        const auto bytes = token::test::bytesOf(QByteArray::fromHex(hex));
        QCOMPARE(packMetadata(value).value(), bytes);
        QCOMPARE(unpackMetadata(bytes).value().dump(), value.dump());
    }

    void extremes() {
        Metadata value = Metadata::object();
        value["max"] = std::numeric_limits<std::uint64_t>::max();
        value["min"] = std::numeric_limits<std::int64_t>::min();
        value["inf"] = -std::numeric_limits<double>::infinity();
        value["zero"] = -0.0;
        value["text"] = std::string(70'000, 't');
        value["bin"] = Metadata::binary(std::vector<std::uint8_t>(300, 7));
        value["list"] = Metadata(std::vector<int>(70'000, 5));
        const auto bytes = packMetadata(value).value();
        const auto again = unpackMetadata(bytes).value();
        QVERIFY(again == value);
        QCOMPARE(packMetadata(again).value(), bytes);
        QVERIFY(std::signbit(again["zero"].get<double>()));
    }

    void depth() {
        const auto nested = [](int levels) {
            Metadata value = Metadata::array();
            for (int i = 1; i < levels; ++i) {
                value = i % 2 == 0 ? Metadata::array({value}) : Metadata{{"k", value}};
            }
            return value;
        };
        const auto bytes = packMetadata(nested(kMaxMetadataDepth));
        QVERIFY(bytes.has_value());
        QVERIFY(unpackMetadata(*bytes).has_value());
        QCOMPARE(packMetadata(nested(kMaxMetadataDepth + 1)).error().code,
                 ErrorCode::InvalidArgument);
        QByteArray deeper(kMaxMetadataDepth + 1, '\x91');
        deeper.back() = '\x90';
        QVERIFY(unpackMetadata(token::test::bytesOf(deeper.mid(1))).has_value());
        QCOMPARE(unpackMetadata(token::test::bytesOf(deeper)).error().code, ErrorCode::Corrupt);
        QCOMPARE(unpackMetadata(token::test::bytesOf(QByteArray(1'000'000, '\x91'))).error().code,
                 ErrorCode::Corrupt);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("hex");
        QTest::addColumn<int>("code");
        const int corrupt = int(ErrorCode::Corrupt);
        QTest::newRow("empty") << QByteArray() << corrupt;
        QTest::newRow("cut") << QByteArray("92c0") << corrupt;
        QTest::newRow("two values") << QByteArray("c0c0") << corrupt;
        QTest::newRow("never used") << QByteArray("91c1") << corrupt;
        QTest::newRow("bad UTF-8") << QByteArray("a1ff") << corrupt;
        QTest::newRow("bad UTF-8 key") << QByteArray("81a1ff01") << corrupt;
        QTest::newRow("same key") << QByteArray("82a16101a16102") << corrupt;
        QTest::newRow("same key, long form") << QByteArray("82a16101d9016102") << corrupt;
        QTest::newRow("huge array") << QByteArray("ddffffffff") << corrupt;
        QTest::newRow("huge map") << QByteArray("dfffffffff") << corrupt;
        QTest::newRow("huge text") << QByteArray("dbffffffff") << corrupt;
        QTest::newRow("huge binary") << QByteArray("c6ffffffff") << corrupt;
        QTest::newRow("extension") << QByteArray("d40000") << int(ErrorCode::Unsupported);
        QTest::newRow("integer key") << QByteArray("810101") << int(ErrorCode::Unsupported);
        QTest::newRow("array as key") << QByteArray("819001") << int(ErrorCode::Unsupported);
    }
    void refused() {
        QFETCH(QByteArray, hex);
        QFETCH(int, code);
        const auto value = unpackMetadata(token::test::bytesOf(QByteArray::fromHex(hex)));
        QVERIFY(!value.has_value());
        QCOMPARE(int(value.error().code), code);
        QVERIFY(value.error().offset.has_value());
    }

    void manyKeysAreQuick() {
        // 100000 keys: a search through all of them for each would take minutes.
        QByteArray bytes("\xdf\x00\x01\x86\xa0", 5);
        for (int i = 0; i < 100'000; ++i) {
            bytes += "\xa5" + QByteArray::number(100'000 + i).right(5) + "\xc0";
        }
        QCOMPARE(unpackMetadata(token::test::bytesOf(bytes)).value().size(), std::size_t(100'000));
    }

    void notWritable() {
        QCOMPARE(packMetadata("\xFF").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(packMetadata(Metadata{{"\xFF", 1}}).error().code, ErrorCode::InvalidArgument);
        QCOMPARE(packMetadata(Metadata::binary({1}, 5)).error().code, ErrorCode::InvalidArgument);
        Metadata twice = Metadata::object();
        twice.get_ref<Metadata::object_t&>().push_back({"a", 1});
        twice.get_ref<Metadata::object_t&>().push_back({"a", 2});
        QCOMPARE(packMetadata(twice).error().code, ErrorCode::InvalidArgument);
    }
};

TESSERA_TEST(TestMetadataCodec)
#include "test_metadata_codec.moc"
