#include "app/composition/engine_settings.h"

#include "app/composition/data_folder.h"
#include "app/composition/image_loader.h"

namespace tessera::app {

EngineSettings engineSettings() {
    return {dataFolder(), findImageDecoder()};
}

} // namespace tessera::app
