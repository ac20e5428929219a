#pragma once

#include "core/api/result.h"
#include "core/api/token_file.h"

#include <optional>
#include <string>
#include <vector>

// A token's fields, without the vector, as the one map that a TBF file holds.
namespace tessera::token {

struct TokenFields {
    Token token;                     // without its vector
    std::optional<Int8Scale> int8;   // Int8 only
    Metadata unknownKeys;            // an object: keys that this version does not know
    std::vector<std::string> absent; // known keys that the file lacks; they have their defaults
};

// The map t m c l g proj pe pd d src tgt ts v x, in this order, then the unknown keys in theirs,
// then _q_scale and _q_zp if there is an int8 scale. A drift that was not measured is left out.
// InvalidArgument: a number is NaN or out of its range, a key is used twice, an unknown key is one
// of ours, or a field is not of its type.
[[nodiscard]] Result<Metadata> fieldsFromToken(const Token& token,
                                               const Metadata& unknown = Metadata::object(),
                                               const std::optional<Int8Scale>& int8 = std::nullopt);

// Corrupt: not a map, t, m, c or l is missing, or a field has the wrong type or an impossible
// value. _q_scale and _q_zp are required of int8 numbers, and unknown keys beside others.
[[nodiscard]] Result<TokenFields> tokenFromFields(const Metadata& map,
                                                  TokenNumbers numbers = TokenNumbers::Float32);

} // namespace tessera::token
