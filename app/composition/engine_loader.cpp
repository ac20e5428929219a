#include "app/composition/engine_loader.h"

#include "app/composition/library_path.h"

#include <dlfcn.h>
#include <sys/mman.h>

#include <cstddef>

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

// What the libraries and the first buffer of OpenBLAS take together. Where a limit leaves less,
// they end the program in their own way, or wait for memory for ever.
constexpr std::size_t kAddressBytes = 1'200'000'000;

bool hasAddressSpace() {
    void* probe =
        mmap(nullptr, kAddressBytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return probe != MAP_FAILED && munmap(probe, kAddressBytes) == 0;
}

// OpenBLAS asks for its buffer at the first product, and if it gets none, again and again without
// end. So it gets one here, while there is room, and keeps it.
void reserveBlasBuffer(void* library) {
    const auto allocate = reinterpret_cast<void* (*)(int)>(dlsym(library, "blas_memory_alloc"));
    const auto release = reinterpret_cast<void (*)(void*)>(dlsym(library, "blas_memory_free"));
    if (allocate != nullptr && release != nullptr) {
        release(allocate(0));
    }
}

} // namespace

Result<std::unique_ptr<Engine>> loadEngine(const EngineSettings& settings) {
    if (!hasAddressSpace()) {
        return fail(
            ErrorCode::OutOfMemory,
            "there is not enough memory to start the tensor engine; raise the limit of this "
            "program's memory (ulimit -v) above 1.5 GB");
    }
    void* library = dlopen(enginePath().c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr) {
        const char* reason = dlerror();
        return fail(ErrorCode::NotFound,
                    std::string("the tensor engine cannot be loaded (") +
                        (reason != nullptr ? reason : "unknown reason") +
                        "); install LibTorch 1.13 and the program's libraries again");
    }
    reserveBlasBuffer(library);
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
