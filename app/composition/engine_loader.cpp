#include "app/composition/engine_loader.h"

#include <dlfcn.h>

namespace tessera::app {

namespace {

// Found beside the programs through their run path.
constexpr const char* kLibrary = "libtessera_engine.so";
constexpr const char* kFactory = "tesseraCreateEngine";

} // namespace

Result<std::unique_ptr<Engine>> loadEngine(const EngineSettings& settings) {
    void* library = dlopen(kLibrary, RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = dlerror();
        return fail(ErrorCode::NotFound,
                    std::string("the tensor engine cannot be loaded (") +
                        (reason != nullptr ? reason : "unknown reason") +
                        "); install LibTorch 1.13 and the program's libraries again");
    }
    using Factory = Engine* (*)(int, const EngineSettings*);
    const auto create = reinterpret_cast<Factory>(dlsym(library, kFactory));
    std::unique_ptr<Engine> engine(create != nullptr ? create(kEngineVersion, &settings) : nullptr);
    if (engine == nullptr) {
        return fail(ErrorCode::Unsupported,
                    "the tensor engine is of another version than this program; install both from "
                    "the same package");
    }
    return engine;
}

} // namespace tessera::app
