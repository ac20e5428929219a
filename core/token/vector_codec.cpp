#include "core/token/vector_codec.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

namespace tessera::token {

namespace {

static_assert(std::endian::native == std::endian::little, "float32 vectors are copied as they lie");

constexpr std::uint32_t kSign = 0x8000'0000U;
constexpr std::uint32_t kInfinity = 0x7F80'0000U; // bits of a float32
constexpr std::uint16_t kHalfInfinity = 0x7C00U;

tl::unexpected<Error> nanAt(std::size_t index, std::size_t itemBytes) {
    return fail(Error{ErrorCode::Corrupt, fmt::format("Number {} of the vector is NaN.", index),
                      index * itemBytes});
}

// `value` without its lowest `count` bits, which decide the rounding; ties go to the even result.
std::uint32_t roundOff(std::uint32_t value, unsigned count) {
    const std::uint32_t kept = value >> count;
    const std::uint32_t rest = value & ((1U << count) - 1U);
    const std::uint32_t half = 1U << (count - 1U);
    return kept + ((rest > half || (rest == half && (kept & 1U) != 0)) ? 1U : 0U);
}

// IEEE 754-2008 binary32 to binary16, to nearest even. Not for NaN.
std::uint16_t halfFromFloat(float value) {
    constexpr unsigned kDropped = 23 - 10;               // bits of the fraction that do not fit
    constexpr std::uint32_t kSmallest = (127U - 14U);    // exponent of 2^-14, the least normal one
    constexpr std::uint32_t kBias = (127U - 15U) << 23U; // between the exponents of both forms
    constexpr std::uint32_t kTooLarge = (127U + 16) << 23U; // 65536
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>((bits & kSign) >> 16U);
    const std::uint32_t magnitude = bits & ~kSign;
    if (magnitude >= kTooLarge) {
        return sign | kHalfInfinity;
    }
    const std::uint32_t exponent = magnitude >> 23U;
    if (exponent >= kSmallest) {
        // A fraction that rounds up to 2 carries into the exponent, up to that of infinity.
        return sign | static_cast<std::uint16_t>(roundOff(magnitude - kBias, kDropped));
    }
    const std::uint32_t shift = kDropped + kSmallest - exponent;
    if (shift > 24) { // under half of 2^-24, also zero and all subnormal floats
        return sign;
    }
    const std::uint32_t fraction = (magnitude & 0x007F'FFFFU) | 0x0080'0000U;
    return sign | static_cast<std::uint16_t>(roundOff(fraction, shift));
}

float floatFromHalf(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) {
        const float magnitude = static_cast<float>(fraction) * 0x1p-24F; // exact
        return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(magnitude));
    }
    const std::uint32_t wide = exponent == 0x1FU ? kInfinity : (exponent + 127U - 15U) << 23U;
    return std::bit_cast<float>(sign | wide | fraction << 13U);
}

std::uint16_t upperHalf(float value) {
    return static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16U);
}

float floatFromUpperHalf(std::uint16_t bits) {
    return std::bit_cast<float>(std::uint32_t{bits} << 16U);
}

template <class Convert>
std::vector<std::byte> storeHalves(std::span<const float> vector, Convert convert) {
    std::vector<std::byte> bytes(2 * vector.size());
    for (std::size_t i = 0; i < vector.size(); ++i) {
        const std::uint16_t bits = convert(vector[i]);
        bytes[2 * i] = static_cast<std::byte>(bits);
        bytes[2 * i + 1] = static_cast<std::byte>(bits >> 8U);
    }
    return bytes;
}

template <class Convert>
std::vector<float> loadHalves(std::span<const std::byte> bytes, Convert convert) {
    std::vector<float> vector(bytes.size() / 2);
    for (std::size_t i = 0; i < vector.size(); ++i) {
        const auto low = std::to_integer<std::uint32_t>(bytes[2 * i]);
        const auto high = std::to_integer<std::uint32_t>(bytes[2 * i + 1]);
        vector[i] = convert(static_cast<std::uint16_t>(low | high << 8U));
    }
    return vector;
}

// All that int8 numbers of one scale can be, by q + 128: value = (q - zero point) * scale, each
// operand and each result rounded to float32, as the reference reads them.
using Int8Values = std::array<float, 256>;

Int8Values int8Values(const Int8Scale& int8) {
    const auto scale = static_cast<float>(int8.scale);
    const auto zeroPoint = static_cast<float>(int8.zeroPoint);
    Int8Values values{};
    for (int q = -128; q < 128; ++q) {
        values[static_cast<std::size_t>(q + 128)] = (static_cast<float>(q) - zeroPoint) * scale;
    }
    return values;
}

bool usable(double scale) {
    const auto step = static_cast<float>(scale);
    return std::isfinite(step) && step != 0.0F;
}

// Each number's q where the kept scale has every one of them.
std::optional<std::vector<std::byte>> storeKept(std::span<const float> vector,
                                                const Int8Scale& keep) {
    if (!usable(keep.scale)) {
        return std::nullopt;
    }
    const Int8Values values = int8Values(keep);
    std::vector<std::pair<float, int>> sorted;
    for (int q = -128; q < 128; ++q) {
        sorted.emplace_back(values[static_cast<std::size_t>(q + 128)], q);
    }
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::byte> bytes;
    bytes.reserve(vector.size());
    for (const float value : vector) {
        const auto found =
            std::lower_bound(sorted.begin(), sorted.end(), value,
                             [](const auto& entry, float wanted) { return entry.first < wanted; });
        if (found == sorted.end() || found->first != value || std::isinf(value)) {
            return std::nullopt;
        }
        bytes.push_back(static_cast<std::byte>(found->second));
    }
    return bytes;
}

// scale = (max - min) / 255, zero point = rint(-min / scale) - 128, both in float64. A constant
// vector has no range: its q are 0, and (0 + 1) * scale is the constant; zeros need (0 - 0) * 1.
Int8Scale freshScale(float smallest, float largest) {
    if (smallest == largest) {
        return smallest == 0.0F ? Int8Scale{1.0, 0} : Int8Scale{double{smallest}, -1};
    }
    const double scale = (double{largest} - double{smallest}) / 255.0;
    // Below 2^33: neighbouring floats differ by at least 2^-24 of their size.
    const double zeroPoint = std::nearbyint(-double{smallest} / scale) - 128.0;
    return {scale, static_cast<std::int64_t>(zeroPoint)};
}

Result<StoredVector> storeInt8(std::span<const float> vector, std::optional<Int8Scale> keep) {
    constexpr ErrorCode kCode = ErrorCode::InvalidArgument;
    if (keep) {
        if (auto kept = storeKept(vector, *keep)) {
            return StoredVector{std::move(*kept), keep};
        }
    }
    if (vector.empty()) {
        return fail(kCode, "A vector of no numbers has no int8 form; choose another type.");
    }
    const auto [smallest, largest] = std::minmax_element(vector.begin(), vector.end());
    if (!std::isfinite(*smallest) || !std::isfinite(*largest)) {
        return fail(kCode, "The vector holds an infinity, which int8 cannot express; choose "
                           "another type.");
    }
    const Int8Scale int8 = freshScale(*smallest, *largest);
    const auto step = static_cast<float>(int8.scale);
    if (!usable(int8.scale)) {
        return fail(kCode, "The vector's numbers lie too close to each other for int8; choose "
                           "another type.");
    }
    const bool constant = *smallest == *largest;
    const auto zeroPoint = static_cast<float>(int8.zeroPoint);
    const Int8Values values = int8Values(int8);
    StoredVector stored{std::vector<std::byte>(vector.size()), int8};
    for (std::size_t i = 0; i < vector.size() && !constant; ++i) {
        const float place = std::nearbyint(vector[i] / step) + zeroPoint;
        const int q = static_cast<int>(std::clamp(place, -128.0F, 127.0F));
        stored.bytes[i] = static_cast<std::byte>(q);
        const double off = double{values[static_cast<std::size_t>(q + 128)]} - double{vector[i]};
        stored.blurred += std::fabs(off) <= int8.scale ? 0 : 1;
    }
    return stored;
}

Result<std::vector<float>> loadInt8(std::span<const std::byte> bytes,
                                    const std::optional<Int8Scale>& int8) {
    if (!int8) {
        return fail(ErrorCode::InvalidArgument, "Numbers of type int8 cannot be read without "
                                                "their scale and zero point.");
    }
    const Int8Values values = int8Values(*int8);
    std::vector<float> vector(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto q = static_cast<std::int8_t>(bytes[i]);
        vector[i] = values[static_cast<std::size_t>(q + 128)];
        if (!std::isfinite(vector[i])) {
            return fail(Error{ErrorCode::Corrupt,
                              fmt::format("Number {} of the vector is not finite once scaled.", i),
                              i});
        }
    }
    return vector;
}

} // namespace

std::size_t numberBytes(TokenNumbers numbers) {
    constexpr std::array<std::size_t, 4> kBytes = {4, 2, 2, 1};
    return kBytes[static_cast<std::size_t>(numbers)];
}

std::optional<std::size_t> firstNan(std::span<const float> vector) {
    // Without an early exit the compiler can compare many numbers at once.
    unsigned any = 0;
    for (const float value : vector) {
        any |= static_cast<unsigned>(value != value);
    }
    if (any == 0) {
        return std::nullopt;
    }
    const auto found =
        std::find_if(vector.begin(), vector.end(), [](float value) { return std::isnan(value); });
    return static_cast<std::size_t>(found - vector.begin());
}

Result<StoredVector> storeVector(std::span<const float> vector, TokenNumbers numbers,
                                 std::optional<Int8Scale> keep) {
    if (const auto nan = firstNan(vector)) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Number {} of the vector is NaN, which no token may hold.", *nan));
    }
    StoredVector stored;
    switch (numbers) {
    case TokenNumbers::Float32: {
        const auto bytes = std::as_bytes(vector);
        stored.bytes.assign(bytes.begin(), bytes.end());
        return stored;
    }
    case TokenNumbers::Float16:
        stored.bytes = storeHalves(vector, halfFromFloat);
        stored.overflowed =
            static_cast<std::size_t>(std::count_if(vector.begin(), vector.end(), [](float value) {
                return std::isfinite(value) &&
                       (halfFromFloat(value) & kHalfInfinity) == kHalfInfinity;
            }));
        return stored;
    case TokenNumbers::BFloat16:
        stored.bytes = storeHalves(vector, upperHalf);
        return stored;
    case TokenNumbers::Int8:
        return storeInt8(vector, keep);
    }
    return fail(ErrorCode::Internal, "There is no such type of numbers.");
}

Result<std::vector<float>> loadVector(std::span<const std::byte> bytes, TokenNumbers numbers,
                                      std::optional<Int8Scale> int8) {
    std::vector<float> vector;
    switch (numbers) {
    case TokenNumbers::Float32:
        vector.resize(bytes.size() / sizeof(float));
        if (!vector.empty()) {
            std::memcpy(vector.data(), bytes.data(), vector.size() * sizeof(float));
        }
        break;
    case TokenNumbers::Float16:
        vector = loadHalves(bytes, floatFromHalf);
        break;
    case TokenNumbers::BFloat16:
        vector = loadHalves(bytes, floatFromUpperHalf);
        break;
    case TokenNumbers::Int8:
        return loadInt8(bytes, int8);
    }
    if (const auto nan = firstNan(vector)) {
        return nanAt(*nan, numberBytes(numbers));
    }
    return vector;
}

} // namespace tessera::token
