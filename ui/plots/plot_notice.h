#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/plot_look.h"
#include "ui/plots/qcustomplot_wrapper.h"
#include "ui/widgets/theme.h"

#include <QPointer>

#include <algorithm>

namespace tessera::ui {

// A sentence in the middle of an axis rect: what is missing there, or still to come.
class PlotNotice : public QCPLayerable {
public:
    explicit PlotNotice(QCPAxisRect& rect)
        : QCPLayerable(rect.parentPlot(), "axes"), m_rect(&rect) {}

    // Empty: nothing is drawn.
    void setText(const QString& text) { m_text = text; }
    [[nodiscard]] const QString& text() const { return m_text; }
    void applyLook(const PlotLook& look) {
        m_font = look.text;
        m_ink = look.theme->text;
        m_paper = look.theme->base;
        m_border = look.theme->border;
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override {
        painter->setAntialiasing(true);
    }
    void draw(QCPPainter* painter) override {
        if (m_text.isEmpty() || !m_rect) {
            return;
        }
        constexpr int kFlags = Qt::AlignCenter | Qt::TextWordWrap;
        const int room = QFontMetrics(m_font).height();
        const QRect whole = m_rect->rect();
        const QRect inside = whole.adjusted(room, room, -room, -room);
        painter->setFont(m_font);
        const auto text = painter->boundingRect(inside, kFlags, m_text);
        painter->setPen(QPen(m_border, 1.0));
        painter->setBrush(m_paper);
        painter->drawRect(text.adjusted(-room / 2, -room / 4, room / 2, room / 4));
        painter->setPen(m_ink);
        painter->drawText(text, kFlags | Qt::TextDontClip, m_text);
    }

private:
    QPointer<QCPAxisRect> m_rect;
    QString m_text;
    QFont m_font;
    QColor m_ink, m_paper, m_border;
};

} // namespace tessera::ui
