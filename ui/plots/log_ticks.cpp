#include "ui/plots/log_ticks.h"

#include "ui/strings/strings.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr int kUsualDigits = 4, kMostDigits = 12;

QVector<double> decades(const QCPRange& range) {
    const double first = std::ceil(range.lower), last = std::floor(range.upper);
    const double step = std::max(1.0, std::ceil((last - first + 1.0) / FewTicks::kMost));
    QVector<double> ticks;
    for (double power = std::ceil(first / step) * step;
         power <= last && ticks.size() < FewTicks::kMost; power += step) {
        ticks.append(power);
    }
    return ticks;
}

// 1, 2, 5 times powers of ten.
QVector<double> roundNumbers(const QCPRange& range) {
    constexpr std::array<double, 3> kMantissas = {1.0, 2.0, 5.0};
    QVector<double> ticks;
    for (double power = std::floor(range.lower); power <= range.upper; power += 1.0) {
        for (const double mantissa : kMantissas) {
            const double tick = power + std::log10(mantissa);
            if (range.contains(tick)) {
                ticks.append(tick);
            }
        }
    }
    return ticks;
}

} // namespace

QVector<double> LogTicks::createTickVector(double, const QCPRange& range) {
    return withExtra(ticksIn(range), range);
}

QVector<double> LogTicks::ticksIn(const QCPRange& range) {
    m_significant = kUsualDigits;
    constexpr double kFewDecades = 3.0;
    const auto powers = decades(range);
    if (powers.size() >= 3 || range.size() >= kFewDecades) {
        return powers;
    }
    const auto numbers = roundNumbers(range);
    if (numbers.size() >= 3) {
        return numbers.size() <= kMost ? numbers : powers;
    }
    const QCPRange values(std::pow(10.0, range.lower), std::pow(10.0, range.upper));
    const double step = FewTicks::getTickStep(values);
    if (!(values.lower > 0.0) || !std::isfinite(values.upper) || !(step > 0.0)) {
        return powers;
    }
    QVector<double> ticks;
    for (const double value : multiples(step, values)) {
        ticks.append(std::log10(value));
    }
    const double digits = std::ceil(std::log10(values.upper / step)) + 1.0;
    m_significant = static_cast<int>(std::clamp<double>(digits, kUsualDigits, kMostDigits));
    return ticks;
}

QString LogTicks::getTickLabel(double tick, const QLocale& locale, QChar formatChar,
                               int precision) {
    if (isExtra(tick)) {
        return FewTicks::getTickLabel(tick, locale, formatChar, precision);
    }
    return numberText(std::pow(10.0, tick), m_significant);
}

} // namespace tessera::ui
