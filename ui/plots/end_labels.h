#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <vector>

namespace tessera::ui {

struct EndLabel {
    double x = 0.0, y = 0.0; // of the curve's end
    QString text;
    QColor colour;
};

// The last values of curves, each beside the end of its curve, moved apart where they would
// overlap; hidden where the end is out of sight.
class EndLabels : public QCPLayerable {
public:
    explicit EndLabels(QCPAxisRect* rect)
        : QCPLayerable(rect->parentPlot(), "legend"), m_rect(rect) {}

    void setLabels(std::vector<EndLabel> labels) { m_labels = std::move(labels); }
    [[nodiscard]] const std::vector<EndLabel>& labels() const { return m_labels; }
    void setFont(const QFont& font) { m_font = font; }
    // Behind the text, where a label stands on other curves.
    void setBackground(const QColor& colour) { m_background = colour; }
    // What the right margin must hold.
    [[nodiscard]] int width() const;

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override;

private:
    struct Place {
        double x, y;
        const EndLabel* label;
    };
    void spread(std::vector<Place>::iterator begin, std::vector<Place>::iterator end,
                double line) const;

    QCPAxisRect* m_rect;
    std::vector<EndLabel> m_labels;
    QFont m_font;
    QColor m_background;
};

} // namespace tessera::ui
