#pragma once

#include "core/api/result.h"

#include <cstddef>
#include <span>

namespace tessera::zoo {

// Walks through a pickle as LibTorch will, but keeps only the heights of its stacks: LibTorch takes
// from them without looking whether something is there. Corrupt: damaged; Unsupported: an
// instruction that TorchScript does not write, or nested too deeply to be taken apart again.
[[nodiscard]] Result<void> checkScriptPickle(std::span<const std::byte> pickle);

} // namespace tessera::zoo
