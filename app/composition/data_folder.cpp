#include "app/composition/data_folder.h"

#include <cstdlib>
#include <system_error>

namespace tessera::app {

std::filesystem::path dataFolder() {
    const char* chosen = std::getenv("TESSERA_DATA_DIR");
    if (chosen != nullptr && *chosen != '\0') {
        return chosen;
    }
    // build/<preset>/bin/tessera -> resources/data of the source tree
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    for (auto folder = program.parent_path(); folder.has_relative_path();
         folder = folder.parent_path()) {
        const auto candidate = folder / "resources" / "data";
        if (std::filesystem::exists(folder / "CMakePresets.json", error) &&
            std::filesystem::is_directory(candidate, error)) {
            return candidate;
        }
    }
    return program.parent_path().parent_path() / "share" / "tessera-workbench" / "data";
}

} // namespace tessera::app
