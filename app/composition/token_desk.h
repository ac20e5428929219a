#pragma once

#include "core/api/token_desk.h"

#include <filesystem>
#include <memory>

namespace tessera::app {

// The person's trust list, one for both programs: tessera-workbench/trusted-signers.json in
// $XDG_CONFIG_HOME, else in ~/.config.
[[nodiscard]] std::filesystem::path trustListFile();

// Tokens as files on this machine. Holds nothing but the path of the trust list, which is read
// anew by every call that needs it; a list that cannot be read leaves all keys unknown.
[[nodiscard]] std::unique_ptr<TokenDesk> makeTokenDesk(std::filesystem::path trustListFile);

} // namespace tessera::app
