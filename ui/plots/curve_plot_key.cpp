// Legend and caption of the curves, and what tells one from another besides its colour.
#include "ui/bridge/selection.h"
#include "ui/plots/curve_plot.h"
#include "ui/plots/drift_strip_data.h"
#include "ui/plots/plot_key.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace tessera::ui {

namespace {

// Of several runs. A triangle is a readout. Their numbers have no common divisor, so that twenty
// runs differ.
constexpr std::array kRunMarkers = {Marker::Square, Marker::Disc, Marker::Diamond, Marker::Cross,
                                    Marker::OpenSquare};
constexpr std::array kRunDashes = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine,
                                   Qt::DashDotDotLine};

} // namespace

// Of one run, and where a run has several curves, a dash is a series; else it is a run.
Qt::PenStyle CurvePlot::dashOf(const Curve& curve) const {
    if (m_runs.size() > 1 && m_kind.lines.size() == 1) {
        return kRunDashes[curve.run % kRunDashes.size()];
    }
    switch (curve.style) {
    case CurveStyle::Main:
    case CurveStyle::Background:
        return Qt::SolidLine;
    case CurveStyle::Second:
        return Qt::DashLine;
    case CurveStyle::Third:
        return Qt::DotLine;
    }
    return Qt::SolidLine;
}

Marker CurvePlot::markerOf(const Curve& curve) const {
    if (curve.style == CurveStyle::Background) {
        return Marker::None;
    }
    if (m_runs.size() > 1) {
        return kRunMarkers[curve.run % kRunMarkers.size()];
    }
    // Squares are the receiver's; an open one belongs to a dashed curve.
    return curve.style == CurveStyle::Main ? Marker::Square : Marker::OpenSquare;
}

bool CurvePlot::isChosen(const Curve& curve) const {
    const auto& layers = selection().layers();
    return layers && !curve.layer.empty() && curve.layer == pairOfLayers(*layers);
}

// One entry for all curves of a series.
std::vector<KeyEntry> CurvePlot::seriesEntries(const PlotLook& look) const {
    const bool several = m_runs.size() > 1;
    std::vector<KeyEntry> entries;
    std::vector<std::string> named;
    for (const auto& curve : m_set.curves) {
        const bool chosen = isChosen(curve);
        const auto name = curve.series + (curve.layer.empty() ? "" : chosen ? "/chosen" : "/pair");
        if (curve.lastMeasured() == nullptr ||
            std::find(named.begin(), named.end(), name) != named.end()) {
            continue;
        }
        named.push_back(name);
        const bool behind = curve.style == CurveStyle::Background;
        const auto colour = several ? look.theme->mutedText : colourOf(curve, *look.theme);
        const auto what = chosen                 ? tr("%1, chosen").arg(fromUtf8(curve.layer))
                          : !curve.layer.empty() ? tr("one matched pair of layers")
                          : m_kind.pairs         ? tr("mean over the pairs")
                                                 : seriesText(curve.series);
        const bool ofRuns = several && m_kind.lines.size() == 1; // whose dashes differ
        entries.push_back({what, look.theme->text, colour, several ? Marker::None : markerOf(curve),
                           ofRuns ? Qt::NoPen : dashOf(curve), behind ? 1.0 : 1.2 * look.line});
    }
    return entries;
}

void CurvePlot::fillKey(const PlotLook& look) {
    const bool several = m_runs.size() > 1;
    const auto& theme = *look.theme;
    std::vector<KeyEntry> entries;
    const auto add = [&](const QString& name, const QColor& colour, Marker marker) {
        entries.push_back({name, theme.text, colour, marker, Qt::NoPen, look.line});
    };
    for (std::size_t run = 0; several && run < m_runs.size(); ++run) {
        const Curve main{run, m_kind.lines.front().series, {}, CurveStyle::Main, {}};
        add(runText(run), colourOf(run, theme), markerOf(main));
        if (m_kind.lines.size() == 1) {
            entries.back().line = dashOf(main);
        }
    }
    const auto series = seriesEntries(look);
    // The title and the axis say it all of one curve.
    if (series.size() > 1 || !m_set.tests.empty() || (several && m_kind.pairs)) {
        entries.insert(entries.end(), series.begin(), series.end());
    }
    if (m_set.readoutsApart) {
        add(tr("readout, after the last epoch"), theme.mutedText, Marker::Triangle);
    }
    if (!m_set.tests.empty()) {
        add(several ? tr("test, 95%") : testText(m_set.tests.front()),
            several ? theme.mutedText : colourOf(0, theme), Marker::Whisker);
    }
    for (const auto& control : m_set.controls) {
        add(controlValueText(control), theme.identity(Identity::Control), Marker::Cross);
    }
    m_key->setFont(look.text);
    m_key->setEntries(std::move(entries));
}

QString CurvePlot::bandText() const {
    if (m_set.bands.empty()) {
        return {};
    }
    const auto inputs = m_set.bands.front().inputs;
    const bool same =
        std::all_of(m_set.bands.begin(), m_set.bands.end(),
                    [inputs](const CurveBand& band) { return band.inputs == inputs; });
    return same ? tr("Band: 95% interval (Wilson) of the accuracy on %1 validation inputs.")
                      .arg(QLocale().toString(static_cast<qlonglong>(inputs)))
                : tr("Bands: 95% intervals (Wilson) of the accuracies on the validation inputs of "
                     "each run.");
}

QStringList CurvePlot::captions() const {
    QStringList sentences;
    if (m_kind.caption != nullptr) {
        sentences << m_kind.caption();
    }
    if (const auto text = bandText(); !text.isEmpty()) {
        sentences << text;
    }
    if (smoothing() > 0.0 && !isEmpty()) {
        sentences << tr("Strong lines: exponential moving average, weight %1. Pale lines and "
                        "numbers: as measured.")
                         .arg(QLocale().toString(smoothing()));
    }
    if (leavesOutValues()) {
        sentences << tr("Epoch 0 is left out: it has no place on a logarithmic axis.");
    }
    return sentences;
}

void CurvePlot::fillCaption(const PlotLook& look) {
    auto parts = captions();
    if (!m_set.controls.empty()) {
        parts << tr("Crosses: controls, on the test inputs.");
    }
    if (m_runs.size() > 1) {
        parts << tr("N = %n run(s).", nullptr, static_cast<int>(m_runs.size()));
    }
    std::vector<KeyEntry> entries;
    if (!parts.isEmpty()) {
        entries.push_back(
            {parts.join(' '), look.theme->mutedText, {}, Marker::None, Qt::NoPen, 1.0});
    }
    m_caption->setFont(look.text);
    m_caption->setEntries(std::move(entries));
}

} // namespace tessera::ui
