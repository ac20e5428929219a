#pragma once

#include <QColor>
#include <QString>

#include <vector>

class QCPColorGradient;

namespace tessera::ui {

enum class ColourMap;
struct Theme;

// A map of values that have no middle, as it can be chosen. Ids are frozen: settings hold them.
struct ColourMapEntry {
    ColourMap map;
    const char* id;
    QString (*title)();
};
[[nodiscard]] const std::vector<ColourMapEntry>& colourMaps();
// The first one for an id that is not known.
[[nodiscard]] ColourMap colourMapOf(const QString& id);

// The theme's map: from dark blue to yellow, even in lightness, and readable with every kind of
// colour blindness. Viridis (van der Walt and Smith 2015) or cividis, which looks the same to most
// (Nunez, Anderton and Renslow 2018).
[[nodiscard]] QCPColorGradient sequentialGradient(const Theme& theme);

// Blue, pale grey, orange: for values round zero. Nine stops of a blue-orange map whose two sides
// differ in hue for every kind of colour blindness.
[[nodiscard]] QCPColorGradient divergingGradient(const Theme& theme);

// What is missing: a dull colour that no gradient holds.
[[nodiscard]] QColor missingColour(const Theme& theme);

} // namespace tessera::ui
