#pragma once

#include "ui/plots/custom_plot.h"
#include "ui/plots/vector_data.h"

#include <cstdint>
#include <memory>
#include <optional>

class QCPRange;

namespace tessera::ui {

struct KeyEntry;
class PlaceMark;
class PlotKey;

// A figure of the numbers of one vector, or of two over each other. The left and right arrows go
// through its places (bins, ranks, dimensions) and read them out. One vector has the hub's colour,
// since it lives in the hub's space; two have colours, dashes and markers of their own. UI thread.
class VectorPlot : public CustomPlot {
    Q_OBJECT

public:
    VectorPlot(const PlotContext& context, const QString& title, QWidget* parent);

    // A vector is no run's: it comes by setVectors().
    void setRuns(const std::vector<RunViewPtr>&) override {}
    void setVectors(std::shared_ptr<const VectorSet> vectors);

    [[nodiscard]] QString emptyText() const override;
    [[nodiscard]] QString summary() const override;
    // Grows with the words below the axes, so that these keep their room.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    [[nodiscard]] const VectorSet& vectors() const { return *m_vectors; }

    // Computes and lays out what the new vectors need.
    virtual void rebuild() = 0;
    virtual void restyle(const PlotLook& look) = 0;
    // What the arrows go through, from the left to the right, and where it stands.
    [[nodiscard]] virtual std::int64_t places() const = 0;
    [[nodiscard]] virtual QCPRange placeSpan(std::int64_t place) const = 0;
    [[nodiscard]] virtual QString placeText(std::int64_t place) const = 0;
    [[nodiscard]] virtual std::vector<KeyEntry> keyEntries(const PlotLook&) const;
    // Sentences below the plot.
    [[nodiscard]] virtual QStringList captions() const;
    // What the summary says after the figures of the vectors.
    [[nodiscard]] virtual QStringList ownSentences() const { return {}; }

    void applyOwnLook(const PlotLook& look) final;
    bool onArrow(int dx, int dy) override;
    bool onKey(int key) override;

    // To be called at the end of the constructor of what derives from it; its own rows of the
    // canvas stand then.
    void finish();
    [[nodiscard]] QColor colourOf(std::size_t vector, const Theme& theme) const;
    // Of one of a pair; else "value".
    [[nodiscard]] QString nameOf(std::size_t vector) const;
    // "left: 3, right: 5"; of one alone "5".
    [[nodiscard]] QString eachText(const QStringList& values) const;
    // "0.0123", or that it is not finite.
    [[nodiscard]] static QString valueText(float value);
    [[nodiscard]] bool hasMissing() const { return m_missing; }

private:
    void goTo(std::int64_t place);
    void fillKeys(const PlotLook& look);

    std::shared_ptr<const VectorSet> m_vectors;
    std::vector<VectorFigures> m_figures; // of each vector
    bool m_missing = false;               // a number is not finite
    std::optional<std::int64_t> m_place;
    PlaceMark* m_mark; // these belong to the canvas
    PlotKey* m_key;
    PlotKey* m_caption;
};

} // namespace tessera::ui
