#include "core/token/vector_codec.h"
#include "tests/core/token/token_test_util.h"
#include "tests/support/test_registry.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

using namespace tessera;
using namespace tessera::token;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

std::uint16_t stored16(float value, TokenNumbers numbers) {
    const auto bytes = storeVector(std::span(&value, 1), numbers).value().bytes;
    return static_cast<std::uint16_t>(std::to_integer<unsigned>(bytes.at(0)) |
                                      std::to_integer<unsigned>(bytes.at(1)) << 8U);
}

Result<std::vector<float>> loaded16(unsigned bits, TokenNumbers numbers) {
    const std::array bytes = {static_cast<std::byte>(bits), static_cast<std::byte>(bits >> 8U)};
    return loadVector(bytes, numbers);
}

// What a half means, by the definition of IEEE 754, in arithmetic that has nothing in common with
// the codec's.
double meaningOfHalf(unsigned bits) {
    const double sign = (bits & 0x8000U) != 0 ? -1 : 1;
    const int exponent = int(bits >> 10U & 0x1FU);
    const double fraction = double(bits & 0x3FFU) / 1024;
    if (exponent == 31) {
        return fraction == 0 ? sign * double{kInfinity} : std::nan("");
    }
    return exponent == 0 ? sign * std::ldexp(fraction, -14)
                         : sign * std::ldexp(1 + fraction, exponent - 15);
}

// The nearest half of a finite number, ties to the even one: whole steps of the right size.
double nearestHalf(double value) {
    int exponent = 0;
    std::frexp(value, &exponent);
    const double step = std::ldexp(1.0, std::max(exponent - 11, -24));
    const double rounded = std::nearbyint(value / step) * step;
    return std::fabs(rounded) > 65504 ? std::copysign(double{kInfinity}, value) : rounded;
}

std::vector<float> roundTrip(const std::vector<float>& vector, TokenNumbers numbers) {
    const auto stored = storeVector(vector, numbers).value();
    return loadVector(stored.bytes, numbers, stored.int8).value();
}

} // namespace

class TestVectorCodec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sizes() {
        QCOMPARE(numberBytes(TokenNumbers::Float32), std::size_t(4));
        QCOMPARE(numberBytes(TokenNumbers::Float16), std::size_t(2));
        QCOMPARE(numberBytes(TokenNumbers::BFloat16), std::size_t(2));
        QCOMPARE(numberBytes(TokenNumbers::Int8), std::size_t(1));
    }

    void everyHalf() {
        for (unsigned bits = 0; bits <= 0xFFFFU; ++bits) {
            const double meaning = meaningOfHalf(bits);
            const auto value = loaded16(bits, TokenNumbers::Float16);
            QCOMPARE(value.has_value(), !std::isnan(meaning));
            if (value) {
                QVERIFY(double{value->at(0)} == meaning);
                QCOMPARE(std::signbit(value->at(0)), (bits & 0x8000U) != 0);
                QCOMPARE(unsigned(stored16(value->at(0), TokenNumbers::Float16)), bits);
            } else {
                QCOMPARE(value.error().code, ErrorCode::Corrupt);
            }
        }
    }

    // Between, on and around the middles of all neighbouring halfs.
    void roundingToHalf() {
        for (unsigned bits = 0; bits < 0x7C00U; ++bits) {
            const double low = meaningOfHalf(bits);
            const double high = bits + 1 == 0x7C00U ? 65536 : meaningOfHalf(bits + 1);
            const auto middle = static_cast<float>((low + high) / 2);
            for (const float value :
                 {middle, std::nextafter(middle, 0.0F), std::nextafter(middle, kInfinity), -middle,
                  static_cast<float>(low + (high - low) / 8)}) {
                const auto half = stored16(value, TokenNumbers::Float16);
                QVERIFY(meaningOfHalf(half) == nearestHalf(value));
                QCOMPARE((half & 0x8000U) != 0, std::signbit(value));
            }
        }
    }

    void randomHalfs() {
        std::mt19937 random(7);
        for (int i = 0; i < 200'000; ++i) {
            const auto value = std::bit_cast<float>(std::uint32_t(random()));
            if (!std::isfinite(value)) {
                continue;
            }
            QVERIFY(meaningOfHalf(stored16(value, TokenNumbers::Float16)) == nearestHalf(value));
        }
    }

    void overflowIsCounted() {
        const std::vector<float> vector = {65504.0F, 65519.99F, 65520.0F, -1e6F, kInfinity, 1.0F};
        const auto stored = storeVector(vector, TokenNumbers::Float16).value();
        QCOMPARE(stored.overflowed, std::size_t(2)); // the infinity was one before
        const auto back = loadVector(stored.bytes, TokenNumbers::Float16).value();
        QVERIFY(back == (std::vector<float>{65504, 65504, kInfinity, -kInfinity, kInfinity, 1}));
        QCOMPARE(storeVector(vector, TokenNumbers::Float32).value().overflowed, std::size_t(0));
    }

    void everyBfloat() {
        for (unsigned bits = 0; bits <= 0xFFFFU; ++bits) {
            const auto value = loaded16(bits, TokenNumbers::BFloat16);
            const bool isNan = (bits & 0x7F80U) == 0x7F80U && (bits & 0x7FU) != 0;
            QCOMPARE(value.has_value(), !isNan);
            if (value) {
                QCOMPARE(std::bit_cast<std::uint32_t>(value->at(0)), bits << 16U);
                QCOMPARE(unsigned(stored16(value->at(0), TokenNumbers::BFloat16)), bits);
            }
        }
    }

    // The lower half is cut off, so no finite number grows; and a NaN whose upper half would be an
    // infinity is not stored as one.
    void bfloatCuts() {
        QCOMPARE(int(stored16(std::bit_cast<float>(0x3F80FFFFU), TokenNumbers::BFloat16)), 0x3F80);
        QCOMPARE(int(stored16(std::bit_cast<float>(0xFF7FFFFFU), TokenNumbers::BFloat16)), 0xFF7F);
        QCOMPARE(int(stored16(-kInfinity, TokenNumbers::BFloat16)), 0xFF80);
        const std::vector<float> nan = {1.0F, std::bit_cast<float>(0x7F800001U)};
        QCOMPARE(storeVector(nan, TokenNumbers::BFloat16).error().code, ErrorCode::InvalidArgument);
    }

    void float32IsExact() {
        std::vector<float> vector = {0.0F, -0.0F, 1e-45F, -1e-45F, 3.4e38F, kInfinity, -kInfinity};
        token::test::compareVectors(roundTrip(vector, TokenNumbers::Float32), vector);
        const auto bytes =
            storeVector(std::vector<float>{1.0F}, TokenNumbers::Float32).value().bytes;
        QCOMPARE(bytes, token::test::bytesOf(QByteArray::fromHex("0000803f")));
    }

    void nanIsRefused_data() {
        QTest::addColumn<int>("numbers");
        QTest::addColumn<QByteArray>("hex"); // the second number is one
        QTest::newRow("float32") << int(TokenNumbers::Float32) << QByteArray("000000000100807f");
        QTest::newRow("float32, quiet")
            << int(TokenNumbers::Float32) << QByteArray("000000000000c0ff");
        QTest::newRow("float16") << int(TokenNumbers::Float16) << QByteArray("0000017c");
        QTest::newRow("bfloat16") << int(TokenNumbers::BFloat16) << QByteArray("0000817f");
    }
    void nanIsRefused() {
        QFETCH(int, numbers);
        QFETCH(QByteArray, hex);
        const auto vector =
            loadVector(token::test::bytesOf(QByteArray::fromHex(hex)), TokenNumbers(numbers));
        QCOMPARE(vector.error().code, ErrorCode::Corrupt);
        QVERIFY(vector.error().offset == numberBytes(TokenNumbers(numbers)));
        const std::vector<float> nan = {0.0F, std::nanf("")};
        QCOMPARE(storeVector(nan, TokenNumbers(numbers)).error().code, ErrorCode::InvalidArgument);
    }

    // Zeros read as zeros, here and in the reference.
    void int8Zeros() {
        const std::vector<float> zeros(5, 0.0F);
        const auto stored = storeVector(zeros, TokenNumbers::Int8).value();
        QVERIFY(stored.int8 == (Int8Scale{1.0, 0}));
        QCOMPARE(stored.bytes, std::vector<std::byte>(5));
        token::test::compareVectors(
            loadVector(stored.bytes, TokenNumbers::Int8, stored.int8).value(), zeros);
        QVERIFY(roundTrip({0.0F, -0.0F}, TokenNumbers::Int8) == std::vector<float>(2));
        // What the reference writes for zeros are ones to everybody.
        QVERIFY(loadVector(stored.bytes, TokenNumbers::Int8, Int8Scale{1.0, -1}).value() ==
                std::vector<float>(5, 1.0F));
    }

    void int8Constants() {
        for (const float value : {3.25F, -3.25F, 1e-45F, -3.4e38F, 0.7F}) {
            const std::vector<float> vector(3, value);
            const auto stored = storeVector(vector, TokenNumbers::Int8).value();
            QVERIFY(stored.int8 == (Int8Scale{double{value}, -1}));
            QCOMPARE(stored.bytes, std::vector<std::byte>(3));
            token::test::compareVectors(
                loadVector(stored.bytes, TokenNumbers::Int8, stored.int8).value(), vector);
            QCOMPARE(stored.blurred, std::size_t(0));
        }
    }

    // Within 0.52 steps wherever the offset is small against the range.
    void int8Error() {
        std::mt19937 random(3);
        std::uniform_real_distribution<float> uniform(-2.0F, 5.0F);
        std::vector<float> vector(10'000);
        for (float& value : vector) {
            value = uniform(random);
        }
        const auto stored = storeVector(vector, TokenNumbers::Int8).value();
        QCOMPARE(stored.blurred, std::size_t(0));
        const auto back = loadVector(stored.bytes, TokenNumbers::Int8, stored.int8).value();
        for (std::size_t i = 0; i < vector.size(); ++i) {
            QVERIFY(std::fabs(double{back[i]} - double{vector[i]}) <= 0.52 * stored.int8->scale);
        }
    }

    // Quarters of a step of 1: ties go to the even number.
    void int8Ties() {
        const std::vector<float> vector = {0.0F, 0.5F, 1.5F, 2.5F, 255.0F};
        const auto stored = storeVector(vector, TokenNumbers::Int8).value();
        QVERIFY(stored.int8 == (Int8Scale{1.0, -128}));
        QVERIFY(roundTrip(vector, TokenNumbers::Int8) == (std::vector<float>{0, 0, 2, 2, 255}));
    }

    // Small differences on a large offset are lost: the format has nothing better, but says so.
    void int8Blurs() {
        const std::vector<float> vector = {1e6F, 1e6F + 0.0625F, 1e6F + 0.125F};
        const auto stored = storeVector(vector, TokenNumbers::Int8).value();
        QVERIFY(stored.blurred > 0);
        QVERIFY(loadVector(stored.bytes, TokenNumbers::Int8, stored.int8).has_value());
    }

    void int8Impossible_data() {
        QTest::addColumn<std::vector<float>>("vector");
        QTest::newRow("empty") << std::vector<float>{};
        QTest::newRow("infinity") << std::vector<float>{kInfinity, 1.0F};
        QTest::newRow("minus infinity") << std::vector<float>{0.0F, -kInfinity};
        QTest::newRow("infinities alone") << std::vector<float>{kInfinity, kInfinity};
        QTest::newRow("NaN") << std::vector<float>{std::nanf("")};
        QTest::newRow("too close") << std::vector<float>{0.0F, 1e-45F};
    }
    void int8Impossible() {
        QFETCH(std::vector<float>, vector);
        const auto stored = storeVector(vector, TokenNumbers::Int8);
        QCOMPARE(stored.error().code, ErrorCode::InvalidArgument);
        QVERIFY(!stored.error().detail.empty());
    }

    void int8Extremes() {
        const float most = std::numeric_limits<float>::max();
        QVERIFY(storeVector(std::vector<float>{-most, most}, TokenNumbers::Int8).has_value());
        const auto close =
            storeVector(std::vector<float>{most, std::nextafter(most, 0.0F)}, TokenNumbers::Int8)
                .value();
        QVERIFY(std::abs(close.int8->zeroPoint) < std::int64_t{1} << 33U);
    }

    // A kept scale gives the same numbers back, whatever its zero point; q too where one q = one
    // number.
    void int8Keeps_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<qint64>("zeroPoint");
        QTest::newRow("usual") << 0.0109 << qint64(-74);
        QTest::newRow("negative") << -0.0109 << qint64(12);
        QTest::newRow("far away") << 0.0039 << qint64(-25'628);
        QTest::newRow("further than float32 counts") << 0.0039 << qint64(2'000'000'000);
        QTest::newRow("tiny") << 1e-45 << qint64(0);
    }
    void int8Keeps() {
        QFETCH(double, scale);
        QFETCH(qint64, zeroPoint);
        const Int8Scale keep{scale, zeroPoint};
        std::vector<std::byte> bytes(256);
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            bytes[i] = static_cast<std::byte>(i);
        }
        const auto vector = loadVector(bytes, TokenNumbers::Int8, keep).value();
        const auto stored = storeVector(vector, TokenNumbers::Int8, keep).value();
        QVERIFY(stored.int8 == keep);
        token::test::compareVectors(
            loadVector(stored.bytes, TokenNumbers::Int8, stored.int8).value(), vector);
        if (std::abs(zeroPoint) < 1'000'000) {
            QCOMPARE(stored.bytes, bytes);
        }
        // Something that the scale does not have: a fresh one.
        auto changed = vector;
        changed[3] = 0.123F;
        const auto fresh = storeVector(changed, TokenNumbers::Int8, keep).value();
        QVERIFY(!(fresh.int8 == keep));
    }

    void int8KeepsOnlyWhatIsPossible() {
        const Int8Scale keep{1.0, 0};
        QVERIFY(storeVector({}, TokenNumbers::Int8, keep).value().int8 == keep); // a copy
        for (const double scale : {0.0, 1e-60, 1e60, double{kInfinity}, std::nan("")}) {
            const auto stored = storeVector(std::vector<float>{1.0F, 2.0F}, TokenNumbers::Int8,
                                            Int8Scale{scale, 0});
            QVERIFY(stored.value().int8->scale == 1.0 / 255);
        }
    }

    void int8Loads() {
        const std::array bytes = {std::byte{0x80}, std::byte{0}, std::byte{0x7F}};
        QCOMPARE(loadVector(bytes, TokenNumbers::Int8).error().code, ErrorCode::InvalidArgument);
        QVERIFY(loadVector(bytes, TokenNumbers::Int8, Int8Scale{2.0, 1}).value() ==
                (std::vector<float>{-258, -2, 252}));
        const auto huge = loadVector(bytes, TokenNumbers::Int8, Int8Scale{3e38, 0});
        QCOMPARE(huge.error().code, ErrorCode::Corrupt);
        QVERIFY(huge.error().offset == std::uint64_t{0});
        QVERIFY(loadVector({}, TokenNumbers::Int8, Int8Scale{2.0, 1}).value().empty());
    }

    void findsNan() {
        std::vector<float> vector(1000, kInfinity);
        QVERIFY(!firstNan(vector).has_value());
        QVERIFY(!firstNan({}).has_value());
        vector[999] = std::nanf("");
        QVERIFY(firstNan(vector) == std::size_t{999});
        vector[5] = std::bit_cast<float>(0xFF800001U);
        QVERIFY(firstNan(vector) == std::size_t{5});
    }
};

TESSERA_TEST(TestVectorCodec)
#include "test_vector_codec.moc"
