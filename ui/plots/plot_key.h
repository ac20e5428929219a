#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/marker.h"
#include "ui/plots/qcustomplot_wrapper.h"

#include <vector>

namespace tessera::ui {

// A marker of about `size` across.
void drawMarker(QPainter& painter, Marker marker, QPointF centre, double size,
                const QColor& colour);

struct KeyEntry {
    QString text;
    QColor textColour;
    QColor colour;
    Marker marker = Marker::None;
    Qt::PenStyle line = Qt::NoPen;
    double lineWidth = 1.5;
};

// What colours, dashes and markers stand for, or a title, or a caption: entries in a row that
// breaks where the plot ends. It never asks for width, only for the height that its text needs.
class PlotKey : public QCPLayoutElement {
public:
    explicit PlotKey(QCustomPlot* canvas) : QCPLayoutElement(canvas) {}

    void setEntries(std::vector<KeyEntry> entries) { m_entries = std::move(entries); }
    [[nodiscard]] const std::vector<KeyEntry>& entries() const { return m_entries; }
    void setFont(const QFont& font) { m_font = font; }
    // Share of the plot's width that is its own, for a plot with halves.
    void setWidthShare(double share) { m_share = share; }

    // What it takes of the height of a plot of this width, with its text in `font`.
    [[nodiscard]] int heightFor(int plotWidth, const QFont& font) const;

    [[nodiscard]] QSize minimumOuterSizeHint() const override { return {0, neededHeight()}; }
    [[nodiscard]] QSize maximumOuterSizeHint() const override {
        return {QWIDGETSIZE_MAX, neededHeight()};
    }

protected:
    void draw(QCPPainter* painter) override;

private:
    struct Cell {
        QRect icon;
        QRect text;
    };
    [[nodiscard]] std::vector<Cell> cells(int width, const QFont& font) const;
    [[nodiscard]] int neededHeight() const;

    std::vector<KeyEntry> m_entries;
    QFont m_font;
    double m_share = 1.0;
};

} // namespace tessera::ui
