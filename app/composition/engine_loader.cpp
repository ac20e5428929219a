#include "app/composition/engine_loader.h"

#include "app/composition/library_path.h"

#include <dlfcn.h>

namespace tessera::app {

namespace {

constexpr const char* kLibrary = "libtessera_engine.so";
constexpr const char* kFactory = "tesseraCreateEngine";

// By its whole path, because a bare name is looked for on behalf of whoever calls dlopen, and that
// need not be this program: sanitizers stand in between.
std::string enginePath() {
    const auto beside = libraryBesideBase(kLibrary);
    return beside.empty() ? std::string(kLibrary) : beside.string();
}

} // namespace

Result<std::unique_ptr<Engine>> loadEngine(const EngineSettings& settings) {
    void* library = dlopen(enginePath().c_str(), RTLD_LAZY | RTLD_LOCAL);
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
