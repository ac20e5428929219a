#pragma once

#include "core/api/result.h"

#include <string>
#include <vector>

namespace tessera::ui {
class Plot;
}

namespace tessera::workbench {

// Chooses in the plots' pickers, as a person would: each setting is "name=value", where the name is
// the picker's objectName. The value is an entry's text or value, a number, or "on" and "off". Each
// plot that has such a picker gets it. InvalidArgument: a name or a value that there is not; the
// detail lists those that there are. UI thread.
[[nodiscard]] Result<void> setPickers(const std::vector<ui::Plot*>& plots,
                                      const std::vector<std::string>& settings);

} // namespace tessera::workbench
