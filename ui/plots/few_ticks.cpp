#include "ui/plots/few_ticks.h"

#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kLabelShare = 0.14; // of the axis: what two labels need

// Multiples of `step` inside the range.
double ticksWithin(const QCPRange& range, double step) {
    return std::floor(range.upper / step) - std::ceil(range.lower / step) + 1.0;
}

} // namespace

double FewTicks::getTickStep(const QCPRange& range) {
    constexpr std::array<double, 4> kMantissas = {1.0, 2.0, 2.5, 5.0};
    if (!(range.size() > 0.0) || !std::isfinite(range.size())) {
        return 1.0;
    }
    // From a step that is surely too fine upwards, until few enough remain.
    double power = std::pow(10.0, std::floor(std::log10(range.size())) - 2.0);
    while (true) {
        for (const double mantissa : kMantissas) {
            const double step = mantissa * power;
            const bool allowed = m_numbers == Numbers::Any || step == std::round(step);
            if (allowed && ticksWithin(range, step) <= most()) {
                return step;
            }
        }
        power *= 10.0;
    }
}

QVector<double> FewTicks::createTickVector(double tickStep, const QCPRange& range) {
    auto ticks = multiples(tickStep, range);
    const double near = std::min(kLabelShare * range.size(), 0.999);
    ticks.removeIf(
        [&](double tick) { return m_extra.has_value() && std::abs(tick - *m_extra) < near; });
    return withExtra(std::move(ticks), range);
}

QVector<double> FewTicks::multiples(double step, const QCPRange& range) {
    QVector<double> ticks;
    const auto last = std::floor(range.upper / step);
    for (double i = std::ceil(range.lower / step); i <= last && ticks.size() < kMost; i += 1.0) {
        ticks.append(i * step);
    }
    return ticks;
}

QVector<double> FewTicks::withExtra(QVector<double> ticks, const QCPRange& range) const {
    if (m_extra && range.contains(*m_extra)) {
        while (ticks.size() > 1 && (ticks.size() >= kMost || std::abs(ticks.last() - *m_extra) <
                                                                 kLabelShare * range.size())) {
            ticks.removeLast();
        }
        ticks.append(*m_extra);
    }
    return ticks;
}

QString FewTicks::getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                               int precision) {
    if (isExtra(tick)) {
        return m_extraText;
    }
    if (m_labeller) {
        const auto text = m_labeller(tick);
        if (!text.isEmpty()) {
            return text;
        }
    }
    return QCPAxisTicker::getTickLabel(tick, locale, formatChar, precision);
}

} // namespace tessera::ui
