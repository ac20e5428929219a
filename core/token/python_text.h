#pragma once

#include "core/api/result.h"
#include "core/api/token.h"

#include <string>
#include <string_view>

// JSON as Python's json module writes it and reads it, digit for digit: other programs sign and
// hash such texts.
namespace tessera::token {

// repr(float): shortest digits that read back the same, "1.0", "1e-07", "1e+16", "-0.0", "Infinity"
// and "NaN" as json.dumps has them.
[[nodiscard]] std::string pythonFloat(double value);

enum class PythonLayout {
    Compact,  // separators (",", ":")
    Default,  // separators (", ", ": ")
    Indented, // indent=2
};
enum class PythonKeys { AsTheyAre, Sorted };

// Maps and arrays inside one another, the outermost included. Reader and writer agree on it.
inline constexpr int kMaxJsonDepth = 64;

// json.dumps of the value, non-ASCII as \uXXXX. InvalidArgument: what parsePythonJson() would not
// give back: binary data, text that is not UTF-8, a key twice, more than 64 levels deep.
[[nodiscard]] Result<std::string> pythonJson(const Metadata& value, PythonLayout layout,
                                             PythonKeys keys = PythonKeys::AsTheyAre);

// json.loads: also accepts bare NaN, Infinity and -Infinity; keeps the order of keys, integers
// apart from floats. Corrupt: not JSON, a key twice, more than 64 levels deep, text that is not
// UTF-8 (half a surrogate pair included); Unsupported: a whole number that does not fit in 64 bits.
// Offsets count from the first byte.
[[nodiscard]] Result<Metadata> parsePythonJson(std::string_view text);

} // namespace tessera::token
