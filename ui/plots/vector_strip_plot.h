#pragma once

#include "ui/plots/vector_plot.h"

class QCPColorScale;

namespace tessera::ui {

// The numbers of a vector in the order of its dimensions, as colours round zero; of a pair, one
// strip below the other. UI thread.
class VectorStripPlot : public VectorPlot {
    Q_OBJECT

public:
    VectorStripPlot(const PlotContext& context, QWidget* parent);
    [[nodiscard]] static QString plotTitle();

    [[nodiscard]] bool isEmpty() const override { return vectors().dimensions() == 0; }
    // Of all dimensions.
    [[nodiscard]] PlotTable table() const override;

protected:
    void rebuild() override;
    void restyle(const PlotLook& look) override;
    void fitAxes() override;
    [[nodiscard]] QList<QCPAxis*> movableAxes() const override;
    [[nodiscard]] std::int64_t places() const override { return vectors().dimensions(); }
    [[nodiscard]] QCPRange placeSpan(std::int64_t place) const override;
    [[nodiscard]] QString placeText(std::int64_t place) const override;
    [[nodiscard]] QString readoutAt(const QPoint& position, QCPAxisRect& rect) override;
    [[nodiscard]] std::vector<KeyEntry> keyEntries(const PlotLook& look) const override;
    [[nodiscard]] QStringList ownSentences() const override;

private:
    class Strips;

    Strips* m_strips; // these belong to the canvas
    QCPColorScale* m_colours;
};

} // namespace tessera::ui
