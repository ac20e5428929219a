#pragma once

#include <filesystem>

namespace tessera::app {

// Where the built-in data files are: TESSERA_DATA_DIR, then the build tree, then the installation
// that the program belongs to (bin/../share/tessera-workbench/data).
[[nodiscard]] std::filesystem::path dataFolder();

} // namespace tessera::app
