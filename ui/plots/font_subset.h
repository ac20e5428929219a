#pragma once

#include <QByteArray>
#include <QString>

class QRawFont;

namespace tessera::ui {

// An OpenType file with the glyphs of these letters, to embed in a figure. Letters outside of
// the basic plane, and those that the font has not, are left out. Of a font with PostScript
// outlines all glyphs stay. Empty where the font's licence forbids it (fsType of OS/2: restricted,
// or no subsets), or it is damaged or no OpenType. Pure.
//
// Tables as in ISO/IEC 14496-22 (Open Font Format).
[[nodiscard]] QByteArray fontSubset(const QRawFont& font, const QString& letters);

} // namespace tessera::ui
