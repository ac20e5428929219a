#pragma once

// Included by sources only: it derives from a class of QCustomPlot.
#include "ui/plots/qcustomplot_wrapper.h"

#include <functional>
#include <optional>

namespace tessera::ui {

// At most five ticks, so at most five grid lines, at multiples of 1, 2, 2.5 or 5 powers of ten.
class FewTicks : public QCPAxisTicker {
public:
    enum class Numbers { Any, Integers };

    explicit FewTicks(Numbers numbers = Numbers::Any) : m_numbers(numbers) {}

    // Text for a tick instead of its number; an empty text falls back to the number.
    void setLabeller(std::function<QString(double)> labeller) { m_labeller = std::move(labeller); }
    // A tick that is always there (it takes the place of close neighbours), with its text.
    void setExtraTick(std::optional<double> position, const QString& text) {
        m_extra = position;
        m_extraText = text;
    }

    static constexpr int kMost = 5;

protected:
    double getTickStep(const QCPRange& range) override;
    int getSubTickCount(double) override { return 0; }
    QVector<double> createTickVector(double tickStep, const QCPRange& range) override;
    QString getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                         int precision) override;

    // Of `step` in the range, kMost at most.
    [[nodiscard]] static QVector<double> multiples(double step, const QCPRange& range);
    // With the extra tick, in place of those that are too close to it.
    [[nodiscard]] QVector<double> withExtra(QVector<double> ticks, const QCPRange& range) const;
    [[nodiscard]] bool isExtra(double tick) const { return m_extra && tick == *m_extra; }

private:
    [[nodiscard]] int most() const { return m_extra ? kMost - 1 : kMost; }

    Numbers m_numbers;
    std::function<QString(double)> m_labeller;
    std::optional<double> m_extra;
    QString m_extraText;
};

} // namespace tessera::ui
