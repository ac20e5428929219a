#include "app/composition/engine_loader.h"

#include <dlfcn.h>

#include <filesystem>

namespace tessera::app {

namespace {

constexpr const char* kLibrary = "libtessera_engine.so";
constexpr const char* kFactory = "tesseraCreateEngine";

// The engine lies beside tessera_base. By its whole path, because a bare name is looked for on
// behalf of whoever calls dlopen, and that need not be this program: sanitizers stand in between.
std::string libraryPath() {
    Dl_info base{};
    if (dladdr(reinterpret_cast<void*>(&errorCodeName), &base) != 0 && base.dli_fname != nullptr) {
        const auto path = std::filesystem::path(base.dli_fname).parent_path() / kLibrary;
        std::error_code error;
        if (std::filesystem::exists(path, error)) {
            return path.string();
        }
    }
    return kLibrary;
}

} // namespace

Result<std::unique_ptr<Engine>> loadEngine(const EngineSettings& settings) {
    void* library = dlopen(libraryPath().c_str(), RTLD_LAZY | RTLD_LOCAL);
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
