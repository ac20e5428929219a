#pragma once

#include "core/api/result.h"
#include "core/api/token.h"

#include <cstdint>
#include <filesystem>

namespace tessera {

// Writes tokens to files. Stateless; any thread.
class TokenWriter {
public:
    virtual ~TokenWriter() = default;

    // Replaces the file in one step; on an error nothing is left behind. Returns the bytes written.
    [[nodiscard]] virtual Result<std::int64_t> write(const std::filesystem::path& file,
                                                     const Token& token) = 0;
};

} // namespace tessera
