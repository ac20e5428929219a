#pragma once

#include "core/api/engine.h"

#include <functional>
#include <memory>

namespace tessera::remote {

// The child's side: loads an engine at the first call and answers one call after another, until
// the program at the other end of `socket` is gone; then it ends the process at once, also in the
// middle of a call, as nobody would hear of its end.
[[noreturn]] void serveEngine(int socket,
                              const std::function<Result<std::unique_ptr<Engine>>()>& loadEngine);

} // namespace tessera::remote
