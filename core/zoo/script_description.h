#pragma once

#include "core/api/network_description.h"
#include "core/api/watch.h"
#include "core/zoo/script_network.h"

#include <memory>

namespace tessera::zoo {

// What a TorchScript file holds. It is run on made-up inputs of `options.input` only if `tryIt`,
// and only if nothing in it is refused; what then goes wrong, or what this program cannot load, is
// the description's refusal. Null if stopped. NotFound, Io, Corrupt.
[[nodiscard]] Result<std::shared_ptr<NetworkDescription>>
describeScript(const std::filesystem::path& path, const ScriptOptions& options, bool tryIt,
               const Watch& watch);

} // namespace tessera::zoo
