#pragma once

#include "core/api/result.h"
#include "core/api/token.h"

#include <string>
#include <vector>

// A token's fields, without the vector, as the one map that a TBF file holds.
namespace tessera::token {

struct TokenFields {
    Token token;                     // without its vector
    Metadata unknownKeys;            // an object: keys that this version does not know
    std::vector<std::string> absent; // known keys that the file lacks; they have their defaults
};

// The map t m c l g proj pe pd d src tgt ts v x, in this order. A drift that was not measured is
// left out. InvalidArgument: a number is NaN or out of its range, a key is used twice, or a field
// is not of its type.
[[nodiscard]] Result<Metadata> fieldsFromToken(const Token& token);

// Corrupt: not a map, t, m, c or l is missing, or a field has the wrong type or an impossible
// value.
[[nodiscard]] Result<TokenFields> tokenFromFields(const Metadata& map);

} // namespace tessera::token
