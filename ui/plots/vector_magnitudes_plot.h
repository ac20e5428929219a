#pragma once

#include "ui/plots/vector_plot.h"

namespace tessera::ui {

class CurveLineItem;

// The numbers of a vector without their signs, from the largest down, on a logarithmic axis:
// whether a few dimensions carry all, and where the noise begins. UI thread.
class VectorMagnitudesPlot : public VectorPlot {
    Q_OBJECT

public:
    VectorMagnitudesPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] bool isEmpty() const override;
    [[nodiscard]] QString emptyText() const override;
    // Of the ranks that are drawn.
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
    [[nodiscard]] QStringList captions() const override;
    [[nodiscard]] QStringList ownSentences() const override;

private:
    [[nodiscard]] std::int64_t lastRank() const;
    [[nodiscard]] QString rankText(std::int64_t rank) const;
    [[nodiscard]] std::optional<float> magnitudeAt(std::size_t vector, std::int64_t rank) const;

    std::vector<std::vector<float>> m_sorted; // of each vector
    std::vector<std::int64_t> m_ranks;        // that are drawn
    std::vector<CurveLineItem*> m_lines;      // these belong to the canvas
};

} // namespace tessera::ui
