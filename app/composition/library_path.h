#pragma once

#include <filesystem>
#include <string>

namespace tessera::app {

// Where a library of ours lies: beside tessera_base. Empty if it is not there.
[[nodiscard]] std::filesystem::path libraryBesideBase(const std::string& name);

} // namespace tessera::app
