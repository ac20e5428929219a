#pragma once

#include <QIcon>
#include <QString>
#include <QStringList>

namespace tessera::ui {

// The icon of resources/icons/<name>.svg, drawn in the palette's text colour: it follows a change
// of the palette and is sharp at every size and scale. A name without a file gives a null icon and
// a warning; a test looks for such names in the sources. UI thread.
[[nodiscard]] QIcon icon(const QString& name);

// Every name that icon() knows, sorted.
[[nodiscard]] QStringList iconNames();

} // namespace tessera::ui
