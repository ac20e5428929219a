#pragma once

#include "core/api/image_decoder.h"
#include "core/format/file_io.h"

#include <QByteArray>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

// A decoder of "images" of our own: three bytes height, width, channels, then the pixels. Brings
// them to another size by taking the nearest pixel. Whatever is shorter does not decode.
namespace tessera::test {

class FakeDecoder : public ImageDecoder {
public:
    [[nodiscard]] std::vector<std::string> endings() const override { return {"png", "raw"}; }

    [[nodiscard]] Result<DecodedImage> decode(const std::filesystem::path& file,
                                              const ImageRequest& request) override {
        decoded.push_back(file.filename().string());
        if (onDecode) {
            onDecode();
        }
        const auto bytes = format::readFile(file, 1 << 20);
        if (!bytes || bytes->size() < 3) {
            return fail(ErrorCode::Corrupt, "it is damaged");
        }
        const auto at = [&](std::size_t i) { return std::to_integer<std::uint8_t>((*bytes)[i]); };
        DecodedImage image{at(0), at(1), at(2), {}};
        if (std::int64_t(bytes->size()) != 3 + image.height * image.width * image.channels) {
            return fail(ErrorCode::Corrupt, "it is cut short");
        }
        const auto wanted = [](std::int64_t asked, std::int64_t is) {
            return asked > 0 ? asked : is;
        };
        DecodedImage result{wanted(request.height, image.height),
                            wanted(request.width, image.width),
                            wanted(request.channels, image.channels),
                            {}};
        for (std::int64_t y = 0; y < result.height; ++y) {
            for (std::int64_t x = 0; x < result.width; ++x) {
                const auto from = (y * image.height / result.height * image.width +
                                   x * image.width / result.width) *
                                  image.channels;
                for (std::int64_t c = 0; c < result.channels; ++c) {
                    result.pixels.push_back(
                        at(3 + std::size_t(from + std::min(c, image.channels - 1))));
                }
            }
        }
        if (lies) {
            result.pixels.pop_back();
        }
        return result;
    }

    std::vector<std::string> decoded; // in the order in which they were asked for
    std::function<void()> onDecode;
    bool lies = false;
};

inline QByteArray rawImage(int height, int width, int channels, const QByteArray& pixels) {
    QByteArray bytes;
    bytes.append(char(height)).append(char(width)).append(char(channels));
    return bytes + pixels;
}

} // namespace tessera::test
