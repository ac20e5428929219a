#pragma once

#include "core/api/image_decoder.h"

#include <memory>

namespace tessera::app {

// The decoder of libtessera_images.so, which is opened (and never closed again) when it is asked
// for its first image or its endings. Null where the module is not installed.
[[nodiscard]] std::shared_ptr<ImageDecoder> findImageDecoder();

} // namespace tessera::app
