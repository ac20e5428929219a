#pragma once

#include <QString>

namespace tessera::ui {

// One word of a command line, for a POSIX shell: as it is where nothing in it means anything to the
// shell, else in single quotes.
[[nodiscard]] QString shellQuoted(const QString& word);

} // namespace tessera::ui
