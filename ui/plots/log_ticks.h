#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/few_ticks.h"

namespace tessera::ui {

// At most five ticks for an axis whose coordinate is log10 of the value: at powers of ten, or at
// 1, 2, 5 times such, or, between two of those, evenly in the value.
class LogTicks : public FewTicks {
protected:
    double getTickStep(const QCPRange&) override { return 1.0; }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                         int precision) override;

private:
    [[nodiscard]] QVector<double> ticksIn(const QCPRange& range);

    int m_significant = 4; // digits of a label
};

} // namespace tessera::ui
