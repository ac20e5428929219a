#pragma once

#include "core/api/result.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace tessera {

// A picture as bytes: row by row, channels side by side (grey, or red green blue).
struct DecodedImage {
    std::int64_t height = 0, width = 0, channels = 1;
    std::vector<std::uint8_t> pixels; // height * width * channels
};

struct ImageRequest {
    std::int64_t height = 0, width = 0; // to bring it to, smoothly; 0 = as it is
    std::int64_t channels = 0;          // 1 = grey (ITU-R BT.601 weights), 3 = colour; 0 = as it is
    std::int64_t maxPixels = std::int64_t{1} << 26; // refuse larger files before decoding them
};

// Reads image files. Implemented outside the core, with a library for many formats. All functions
// may be called from any thread.
class ImageDecoder {
public:
    virtual ~ImageDecoder() = default;
    // Lower-case endings without the dot.
    [[nodiscard]] virtual std::vector<std::string> endings() const = 0;
    // NotFound, Io, Corrupt, Unsupported.
    [[nodiscard]] virtual Result<DecodedImage> decode(const std::filesystem::path& file,
                                                      const ImageRequest& request) = 0;
};

} // namespace tessera
