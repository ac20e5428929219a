#pragma once

#include <array>
#include <cstddef>

// What the fields of an experiment may be. Shared by reader, writer and the table of fields.
namespace tessera::experiment {

enum class Presence { Optional, Required };

// Both ends included.
struct IntegerRange {
    int lowest;
    int highest;
};

// NaN is in none of them.
struct RealRange {
    bool (*contains)(double);
    const char* text;
};

// Networks compute in single precision, which ends at 3.4e38: ten times a rate (the first step of
// Adam) and the square of a temperature must not go beyond.
inline constexpr double kLargestReal = 1e37;
inline constexpr double kLargestTemperature = 1e18;
inline constexpr RealRange kPositive{[](double v) { return v > 0.0 && v <= kLargestReal; },
                                     "a number above 0, at most 1e37"};
inline constexpr RealRange kNotNegative{[](double v) { return v >= 0.0 && v <= kLargestReal; },
                                        "a number from 0 to 1e37"};
inline constexpr RealRange kTemperature{
    [](double v) { return v > 0.0 && v <= kLargestTemperature; }, "a number above 0, at most 1e18"};
inline constexpr RealRange kPositiveOrInfinite{[](double v) { return v > 0.0; },
                                               "a number above 0 or \"Infinity\""};
inline constexpr RealRange kProbability{[](double v) { return v > 0.0 && v < 1.0; },
                                        "a number above 0 and below 1"};

inline constexpr RealRange kShare{[](double v) { return v >= 0.0 && v <= 1.0; },
                                  "a number from 0 to 1"};

// An enumerator and its frozen name in files.
template <class Enum>
struct NamedValue {
    const char* name;
    Enum value;
};

template <class Enum, std::size_t N>
using Choices = std::array<NamedValue<Enum>, N>;

} // namespace tessera::experiment
