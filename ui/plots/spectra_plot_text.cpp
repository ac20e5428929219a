// The spectra of layers in words and numbers: what SpectraPlot tells to those who read rather than
// look.
#include "ui/plots/curve_line.h"
#include "ui/plots/plot_axes.h"
#include "ui/plots/spectra_plot.h"
#include "ui/strings/strings.h"
#include "ui/widgets/theme.h"

#include <QComboBox>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr std::int64_t kFewest = 2;     // samples; one does not vary
constexpr double kSpectrumReach = 24.0; // pixels from a point within which the readout is its value
enum Column { Network, Layer, Ratio, Axis, Eigenvalue };

} // namespace

QString SpectraPlot::emptyText() const {
    if (!m_run) {
        return tr("Run a transfer to see how the layers of both networks spread their variance.");
    }
    return m_run->record.finishedAt.empty()
               ? tr("The spectra will be here as soon as the transfer has recorded the layers.")
               : tr("This run kept no layers. Run it again to see their spectra.");
}

QString SpectraPlot::notice() const {
    if (isEmpty()) {
        return {};
    }
    if (m_snapshot->samples->size() < kFewest) {
        return tr("Too few samples: there are %1, and a spectrum needs %2.")
            .arg(m_snapshot->samples->size())
            .arg(kFewest);
    }
    for (const auto* result : {m_source.result(), m_receiver.result()}) {
        if (result != nullptr && !result->has_value()) {
            return errorText(result->error());
        }
    }
    if (spectra(Side::Source).empty() && spectra(Side::Receiver).empty()) {
        if (!m_source.canCompute()) {
            return tr("There is no engine here that could compute the spectra.");
        }
        return m_source.isReady() ? tr("Computing the spectra.")
                                  : tr("The spectra will be computed once the engine is loaded.");
    }
    const bool any = std::any_of(m_curves.begin(), m_curves.end(), [](const Curve& curve) {
        const auto& points = curve.line->points();
        return std::any_of(points.begin(), points.end(),
                           [](const CurveLinePoint& point) { return point.y.has_value(); });
    });
    return any || !isComplete() ? QString()
                                : tr("The chosen layers do not vary from sample to sample, or are "
                                     "not finite: they have no spectrum.");
}

QString SpectraPlot::networkText(Side side) const {
    const auto& record = m_run->record;
    return side == Side::Source ? tr("source %1").arg(fromUtf8(record.sourceLabel))
                                : tr("receiver %1").arg(fromUtf8(record.receiverLabel));
}

QString SpectraPlot::layerText(Side side, std::size_t layer) const {
    const auto name = fromUtf8(spectra(side)[layer].layer);
    return side == Side::Source ? tr("source %1").arg(name) : tr("receiver %1").arg(name);
}

QString SpectraPlot::ratioText(Side side, std::size_t layer) const {
    const auto& spectrum = spectra(side)[layer];
    const auto ratio = spectrum.participationRatio;
    return ratio ? tr("%1: participation ratio %2 of %3 axes")
                       .arg(layerText(side, layer), numberText(ratio, 3))
                       .arg(spectrum.eigenvalues.size())
                 : tr("%1: participation ratio not measured").arg(layerText(side, layer));
}

QString SpectraPlot::readoutAt(const QPoint& position, QCPAxisRect& rect) {
    const bool ratios = &rect == m_ratioRect;
    double best = kSpectrumReach;
    QString text;
    for (const auto& curve : ratios ? m_ratios : m_curves) {
        const auto& points = curve.line->points();
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto at = points[i].y ? curve.line->coordsToPixels(points[i].x, *points[i].y)
                                        : QPointF(NAN, NAN);
            const double distance = std::hypot(at.x() - position.x(), at.y() - position.y());
            if (!(distance < best)) {
                continue;
            }
            best = distance;
            text = ratios
                       ? ratioText(curve.side, i)
                       : tr("%1, axis %2: variance %3")
                             .arg(layerText(curve.side, curve.layer))
                             .arg(i + 1)
                             .arg(numberText(spectra(curve.side)[curve.layer].eigenvalues[i], 3));
        }
    }
    return text;
}

PlotTable SpectraPlot::table() const {
    PlotTable table;
    if (isEmpty()) {
        return table;
    }
    table.columns = {tr("network"), tr("layer"), tr("participation ratio"), tr("principal axis"),
                     tr("variance")};
    for (const auto side : {Side::Source, Side::Receiver}) {
        const auto network = side == Side::Source ? tr("source") : tr("receiver");
        const auto& all = spectra(side);
        for (std::size_t layer = 0; layer < all.size(); ++layer) {
            const auto name = fromUtf8(all[layer].layer);
            const auto ratio = all[layer].participationRatio;
            const auto known = ratio ? QVariant(*ratio) : QVariant();
            const auto& values = all[layer].eigenvalues;
            if (!isShown(side, layer) || values.empty()) {
                table.rows.push_back({network, name, known, QVariant(), QVariant()});
                continue;
            }
            for (std::size_t i = 0; i < values.size(); ++i) {
                table.rows.push_back(
                    {network, name, known, static_cast<qulonglong>(i + 1), values[i]});
            }
        }
        const auto rows = rowsOf(side);
        for (std::size_t layer = 0; all.empty() && layer < rows->layers.size(); ++layer) {
            table.rows.push_back(
                {network, fromUtf8(rows->layers[layer].name), QVariant(), QVariant(), QVariant()});
        }
    }
    return table;
}

std::vector<PlotAxes> SpectraPlot::axes(const Theme& theme) const {
    PlotAxes spectraAxes;
    spectraAxes.x = tr("principal axis, by variance");
    spectraAxes.y = tr("variance (eigenvalue of the covariance)");
    spectraAxes.logarithmicY = isLogarithmic();
    std::size_t row = 0;
    for (const auto side : {Side::Source, Side::Receiver}) {
        const bool source = side == Side::Source;
        const auto& all = spectra(side);
        for (std::size_t layer = 0; layer < all.size(); ++layer) {
            const auto count = all[layer].eigenvalues.size();
            if (!isShown(side, layer) || count == 0) {
                ++row;
                continue;
            }
            PlotSeries series;
            series.name = layerText(side, layer);
            series.x = Axis;
            series.y = Eigenvalue;
            series.colour = colourOf(side, layer, theme);
            series.line = source ? Qt::SolidLine : Qt::DashLine;
            series.marker = source ? Marker::Disc : Marker::OpenSquare;
            series.firstRow = row;
            series.rows = count;
            spectraAxes.series.push_back(std::move(series));
            row += count;
        }
        row += all.empty() && !isEmpty() ? rowsOf(side)->layers.size() : 0;
    }
    return spectraAxes.series.empty() ? std::vector<PlotAxes>()
                                      : std::vector{std::move(spectraAxes)};
}

QString SpectraPlot::ratioSentence(Side side) const {
    QStringList ratios;
    for (const auto& layer : spectra(side)) {
        ratios << tr("%1 %2", "layer, number")
                      .arg(fromUtf8(layer.layer), numberText(layer.participationRatio, 3));
    }
    if (ratios.isEmpty()) {
        return {};
    }
    return side == Side::Source
               ? tr("Participation ratios of the source: %1.").arg(ratios.join(", "))
               : tr("Participation ratios of the receiver: %1.").arg(ratios.join(", "));
}

QString SpectraPlot::summary() const {
    if (isEmpty()) {
        return emptyText();
    }
    QStringList sentences{runSentence(m_run->record),
                          tr("Spectra of layers on %n sample(s), the receiver as it is at step %1.",
                             nullptr, static_cast<int>(m_snapshot->samples->size()))
                              .arg(m_snapshot->step),
                          ratioSentence(Side::Source), ratioSentence(Side::Receiver)};
    for (const auto& curve : m_curves) {
        const auto& values = spectra(curve.side)[curve.layer].eigenvalues;
        if (m_curves.size() <= 2 && !values.empty()) {
            sentences << tr("%1: largest variance %2 on one of %3 axes.")
                             .arg(layerText(curve.side, curve.layer), numberText(values.front(), 3))
                             .arg(values.size());
        }
    }
    sentences << notice();
    sentences.removeAll(QString());
    return sentences.join(' ');
}

} // namespace tessera::ui
