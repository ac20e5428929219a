#include "app/composition/library_path.h"

#include "core/api/result.h"

#include <dlfcn.h>

#include <system_error>

namespace tessera::app {

std::filesystem::path libraryBesideBase(const std::string& name) {
    Dl_info base{};
    if (dladdr(reinterpret_cast<void*>(&errorCodeName), &base) == 0 || base.dli_fname == nullptr) {
        return {};
    }
    auto path = std::filesystem::path(base.dli_fname).parent_path() / name;
    std::error_code error;
    return std::filesystem::exists(path, error) ? path : std::filesystem::path();
}

} // namespace tessera::app
