#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <algorithm>
#include <cmath>

namespace tessera::ui {

// Names at 0, 1, 2, ... of an axis, as many as there is room for without overlapping.
class LayerTicks : public QCPAxisTicker {
public:
    // The axis outlives the ticker's use.
    explicit LayerTicks(const QCPAxis& axis) : m_axis(axis) {}

    void setNames(const QStringList& names) { m_names = names; }
    // About so many pixels long is the axis: ticks are made before it has its length.
    void setRoom(double pixels) { m_room = pixels; }

protected:
    double getTickStep(const QCPRange&) override { return 1.0; }
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double, const QCPRange& range) override {
        const int first = std::max(0, static_cast<int>(std::ceil(range.lower)));
        const int last = std::min(static_cast<int>(m_names.size()) - 1,
                                  static_cast<int>(std::floor(range.upper)));
        const int step = std::max(1, stepFor(range));
        QVector<double> ticks;
        for (int at = (first + step - 1) / step * step; at <= last; at += step) {
            ticks.append(at);
        }
        return ticks;
    }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return m_names.value(static_cast<int>(std::lround(tick)));
    }

private:
    // Names are one line high; along the axis they take that, or their width if they lie on it.
    [[nodiscard]] int stepFor(const QCPRange& range) const {
        const bool lies =
            m_axis.orientation() == Qt::Horizontal && m_axis.tickLabelRotation() == 0.0;
        const QFontMetrics metrics(m_axis.tickLabelFont());
        double needed = metrics.height();
        for (const auto& name : m_names) {
            needed = std::max<double>(needed, lies ? metrics.horizontalAdvance(name) + 6 : 0);
        }
        const double cell = m_room / std::max(range.size(), 1e-9);
        return static_cast<int>(std::min(1e6, std::ceil(needed / std::max(cell, 1e-3))));
    }

    const QCPAxis& m_axis;
    QStringList m_names;
    double m_room = 300.0;
};

} // namespace tessera::ui
