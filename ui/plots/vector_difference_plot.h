#pragma once

#include "ui/plots/vector_plot.h"

namespace tessera::ui {

// What the second vector of a pair has more or less than the first, dimension by dimension: up is
// more, down is less. UI thread.
class VectorDifferencePlot : public VectorPlot {
    Q_OBJECT

public:
    VectorDifferencePlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] bool isEmpty() const override { return m_difference.empty(); }
    [[nodiscard]] QString emptyText() const override;
    // Of all dimensions.
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
    class Stems;

    std::vector<float> m_difference;
    Stems* m_stems; // belongs to the canvas
};

} // namespace tessera::ui
