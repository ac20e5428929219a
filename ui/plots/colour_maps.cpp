#include "ui/plots/colour_maps.h"

#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <span>

namespace tessera::ui {

namespace {

constexpr std::array<QRgb, 9> kViridis = {0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C,
                                          0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725};
constexpr std::array<QRgb, 10> kCividis = {0x00224E, 0x123570, 0x3B496C, 0x575D6D, 0x707173,
                                           0x8A8678, 0xA59C74, 0xC3B369, 0xE1CC55, 0xFEE838};
constexpr std::array<QRgb, 9> kBlueOrange = {0x08306B, 0x2166AC, 0x5AA0D0, 0xB3D3E8, 0xF5F1E8,
                                             0xF8CFA0, 0xED9A4A, 0xC4600F, 0x7A3403};

QCPColorGradient fromStops(std::span<const QRgb> stops, const Theme& theme) {
    QCPColorGradient gradient;
    gradient.clearColorStops();
    for (std::size_t i = 0; i < stops.size(); ++i) {
        gradient.setColorStopAt(static_cast<double>(i) / static_cast<double>(stops.size() - 1),
                                QColor(stops[i]));
    }
    gradient.setNanHandling(QCPColorGradient::nhNanColor);
    gradient.setNanColor(missingColour(theme));
    return gradient;
}

} // namespace

const std::vector<ColourMapEntry>& colourMaps() {
    static const std::vector<ColourMapEntry> all = {
        {ColourMap::Viridis, "viridis",
         [] { return QCoreApplication::translate("tessera::ui", "Viridis: blue, green, yellow"); }},
        {ColourMap::Cividis, "cividis",
         [] { return QCoreApplication::translate("tessera::ui", "Cividis: blue, grey, yellow"); }},
    };
    return all;
}

ColourMap colourMapOf(const QString& id) {
    const auto& all = colourMaps();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const ColourMapEntry& each) { return id == each.id; });
    return found == all.end() ? all.front().map : found->map;
}

QCPColorGradient sequentialGradient(const Theme& theme) {
    switch (theme.colours) {
    case ColourMap::Cividis:
        return fromStops(kCividis, theme);
    case ColourMap::Viridis:
        break;
    }
    return fromStops(kViridis, theme);
}

QCPColorGradient divergingGradient(const Theme& theme) {
    return fromStops(kBlueOrange, theme);
}

QColor missingColour(const Theme& theme) {
    return theme.dark ? QColor(0x6E4A55) : QColor(0xB4B4B4);
}

} // namespace tessera::ui
