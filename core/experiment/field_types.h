#pragma once

#include <array>
#include <cmath>
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

inline constexpr RealRange kPositive{[](double v) { return v > 0.0 && std::isfinite(v); },
                                     "a finite number above 0"};
inline constexpr RealRange kNotNegative{[](double v) { return v >= 0.0 && std::isfinite(v); },
                                        "a finite number, 0 or more"};
inline constexpr RealRange kPositiveOrInfinite{[](double v) { return v > 0.0; },
                                               "a number above 0 or \"Infinity\""};
inline constexpr RealRange kProbability{[](double v) { return v > 0.0 && v < 1.0; },
                                        "a number above 0 and below 1"};

// An enumerator and its frozen name in files.
template <class Enum>
struct NamedValue {
    const char* name;
    Enum value;
};

template <class Enum, std::size_t N>
using Choices = std::array<NamedValue<Enum>, N>;

} // namespace tessera::experiment
