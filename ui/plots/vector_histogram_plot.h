#pragma once

#include "ui/plots/vector_plot.h"

namespace tessera::ui {

class BarsItem;
class CurveLineItem;

// How often the numbers of a vector have which value: bars; of a pair, the second as a dashed
// outline. UI thread.
class VectorHistogramPlot : public VectorPlot {
    Q_OBJECT

public:
    VectorHistogramPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] bool isEmpty() const override { return m_histogram.edges.empty(); }
    [[nodiscard]] PlotTable table() const override;
    [[nodiscard]] std::vector<PlotAxes> axes(const Theme& theme) const override;

protected:
    void rebuild() override;
    void restyle(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] std::int64_t places() const override;
    [[nodiscard]] QCPRange placeSpan(std::int64_t place) const override;
    [[nodiscard]] QString placeText(std::int64_t place) const override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries(const PlotLook& look) const override;
    [[nodiscard]] QStringList ownSentences() const override;

private:
    [[nodiscard]] QString edgeText(int edge) const;

    VectorHistogram m_histogram;
    BarsItem* m_bars; // these belong to the canvas
    std::vector<CurveLineItem*> m_outlines;
};

} // namespace tessera::ui
