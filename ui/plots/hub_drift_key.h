#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <optional>

namespace tessera::ui {

// What the shades of the drift stand for: a bar from nothing to the most, in nats. Takes no room
// while there is nothing to tell.
class HubDriftKey : public QCPLayoutElement {
public:
    explicit HubDriftKey(QCustomPlot* canvas) : QCPLayoutElement(canvas) {}

    // Nats at the end of the bar; nothing: no bar.
    void setMost(std::optional<double> most) { m_most = most; }
    [[nodiscard]] std::optional<double> most() const { return m_most; }
    void setLook(const QCPColorGradient& gradient, const QFont& font, const QColor& text) {
        m_gradient = gradient;
        m_font = font;
        m_text = text;
    }
    [[nodiscard]] int heightFor(const QFont& font) const;

    [[nodiscard]] QSize minimumOuterSizeHint() const override { return {0, heightFor(m_font)}; }
    [[nodiscard]] QSize maximumOuterSizeHint() const override {
        return {QWIDGETSIZE_MAX, heightFor(m_font)};
    }

protected:
    void draw(QCPPainter* painter) override;

private:
    std::optional<double> m_most;
    QCPColorGradient m_gradient;
    QFont m_font;
    QColor m_text;
};

} // namespace tessera::ui
