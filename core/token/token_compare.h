#pragma once

#include "core/api/token_file.h"

namespace tessera::token {

// Field by field, maps key by key whatever their order (lists as a whole), vectors number by number
// (float64 sums). cosine = a.b / (|a| |b|), clamped to [-1, 1]. What comes out as NaN, because of
// infinite numbers, is not measured. A key that is there with nil and one that is not are a
// difference, though both sides of it read null. Pure.
[[nodiscard]] TokenDifference compareTokens(const Token& left, const Token& right);

} // namespace tessera::token
