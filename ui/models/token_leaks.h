#pragma once

#include "core/api/token_file.h"

#include <QString>

namespace tessera::ui {

// What a reader learns from something in a token: one sentence in the person's language where the
// id is known, else the core's own. UI thread.
[[nodiscard]] QString leakText(const TokenLeak& leak);

} // namespace tessera::ui
