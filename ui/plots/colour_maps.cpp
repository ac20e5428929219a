#include "ui/plots/colour_maps.h"

#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <array>
#include <span>

namespace tessera::ui {

namespace {

constexpr std::array<QRgb, 9> kViridis = {0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C,
                                          0x28AE80, 0x5EC962, 0xADDC30, 0xFDE725};
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

QCPColorGradient sequentialGradient(const Theme& theme) {
    return fromStops(kViridis, theme);
}

QCPColorGradient divergingGradient(const Theme& theme) {
    return fromStops(kBlueOrange, theme);
}

QColor missingColour(const Theme& theme) {
    return theme.dark ? QColor(0x6A6A6A) : QColor(0xB4B4B4);
}

} // namespace tessera::ui
