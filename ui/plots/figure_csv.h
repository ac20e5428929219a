#pragma once

#include <QByteArray>
#include <QVariant>

namespace tessera::ui {

// A value as RFC 4180 has it, C locale: of a number the shortest text that reads back as the same;
// empty where it was not measured.
[[nodiscard]] QByteArray csvField(const QVariant& value);

} // namespace tessera::ui
