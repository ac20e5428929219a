#pragma once

#include "core/api/image_decoder.h"

namespace tessera::images {

// Reads images with Qt Gui; needs no application object. Formats that are drawings, and those that
// do not say their size before they are decoded, are refused. Pictures are turned upright as their
// camera says, numbers of 16 bits cut to 8, all colour spaces taken for sRGB's numbers, and what is
// transparent is laid on black.
class QtImageDecoder : public ImageDecoder {
public:
    QtImageDecoder();
    [[nodiscard]] std::vector<std::string> endings() const override { return m_endings; }
    [[nodiscard]] Result<DecodedImage> decode(const std::filesystem::path& file,
                                              const ImageRequest& request) override;

private:
    std::vector<std::string> m_endings;
};

} // namespace tessera::images

// Opened by app/composition with dlopen, so that the command line needs no Qt. The caller owns it.
extern "C" tessera::ImageDecoder* tesseraCreateImageDecoder();
