#pragma once

#include "core/api/token_file.h"

#include <cstddef>
#include <span>

namespace tessera::token {

enum class VectorUse {
    Copy,        // into the content's token
    CheckInPlace // float32 only, anything else is refused; the token has no vector
};

// What examineTbf() does. Both functions that open token files come here, so that no file passes
// one way and not the other.
[[nodiscard]] TokenExamination examineBytes(std::span<const std::byte> file,
                                            const TokenReadOptions& options, VectorUse use);

} // namespace tessera::token
