#include "ui/plots/plot_catalog.h"

#include "ui/plots/activation_plot.h"
#include "ui/plots/curve_kinds.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/distribution_plot.h"
#include "ui/plots/drift_strip_plot.h"
#include "ui/plots/hub_plot.h"
#include "ui/plots/layers_plot.h"
#include "ui/plots/spectra_plot.h"
#include "ui/plots/unit_plot.h"

#include <algorithm>

namespace tessera::ui {

namespace {

// The id is the plot's objectName, from which files and settings take it.
template <class Made, class... Arguments>
Plot* named(const char* id, Arguments&&... arguments) {
    auto* plot = new Made(std::forward<Arguments>(arguments)...);
    plot->setObjectName(id);
    return plot;
}

PlotEntry curveEntry(const CurveKind& kind, Plot* (*make)(const PlotContext&, QWidget*)) {
    return {kind.id, kind.title, make};
}

template <std::size_t Index>
Plot* makeCurve(const PlotContext& context, QWidget* parent) {
    const auto& kind = curveKinds()[Index];
    return named<CurvePlot>(kind.id, kind, context, parent);
}

std::vector<PlotEntry> makeCatalog() {
    return {
        {"activations", ActivationPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<ActivationPlot>("activations", context, parent);
         }},
        {"activation-distribution", DistributionPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<DistributionPlot>("activation-distribution", context, parent);
         }},
        {"activation-units", UnitPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<UnitPlot>("activation-units", context, parent);
         }},
        {"hub-space", HubPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<HubPlot>("hub-space", context, parent);
         }},
        {"layers", LayersPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<LayersPlot>("layers", context, parent);
         }},
        {"spectra", SpectraPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<SpectraPlot>("spectra", context, parent);
         }},
        curveEntry(curveKinds()[0], makeCurve<0>),
        curveEntry(curveKinds()[1], makeCurve<1>),
        curveEntry(curveKinds()[2], makeCurve<2>),
        curveEntry(curveKinds()[3], makeCurve<3>),
        curveEntry(curveKinds()[4], makeCurve<4>),
        {"curve.drift.pairs", DriftStripPlot::plotTitle,
         [](const PlotContext& context, QWidget* parent) {
             return named<DriftStripPlot>("curve.drift.pairs", context, parent);
         }},
        curveEntry(curveKinds()[5], makeCurve<5>),
    };
}

} // namespace

const std::vector<PlotEntry>& plotCatalog() {
    static const std::vector<PlotEntry> catalog = makeCatalog();
    return catalog;
}

const PlotEntry* findPlot(const QString& id) {
    const auto& catalog = plotCatalog();
    const auto found = std::find_if(catalog.begin(), catalog.end(),
                                    [&id](const PlotEntry& entry) { return id == entry.id; });
    return found == catalog.end() ? nullptr : &*found;
}

} // namespace tessera::ui
