#include "ui/plots/plot.h"

#include "ui/plots/plot_axes.h"

namespace tessera::ui {

std::vector<PlotAxes> Plot::axes(const Theme&) const {
    return {};
}

} // namespace tessera::ui
