#pragma once

#include "core/api/result.h"

#include <string>
#include <string_view>

namespace tessera::zoo {

// Reads the code of a TorchScript file before LibTorch parses it. Unsupported: code that would run
// while the file is loaded (`__setstate__`), objects of C++ classes, and nesting or chains of
// operators that the parser, which calls itself, might not survive. `name` is used in the sentence.
[[nodiscard]] Result<void> checkScriptSource(const std::string& name, std::string_view text);

} // namespace tessera::zoo
