#include "ui/study/study_text.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tessera::ui {

namespace {

struct StudyTextWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

const QString kDash = QStringLiteral("\u2014");

QStringList partsOf(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

template <class Number>
bool addOnce(Number number, std::vector<Number>& numbers) {
    if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) {
        return false;
    }
    numbers.push_back(number);
    return true;
}

template <class Number>
TypedNumbers<Number> refused(const QString& problem) {
    return {{}, problem};
}

// "3" or "1-5", also with an en dash.
bool readRange(const QString& part, std::uint64_t& first, std::uint64_t& last) {
    static const QRegularExpression form(QStringLiteral("^([0-9]+)(?:[-\u2013]([0-9]+))?$"));
    const auto match = form.match(part);
    bool good = match.hasMatch();
    if (good) {
        first = match.captured(1).toULongLong(&good);
        last = first;
    }
    if (good && !match.captured(2).isEmpty()) {
        last = match.captured(2).toULongLong(&good);
    }
    return good;
}

QString signedText(double points) {
    const auto text = QLocale().toString(points, 'f', 1);
    return points > 0.0 ? QLocale().positiveSign() + text : text;
}

QString pText(double p) {
    constexpr double kLeast = 0.001;
    return p < kLeast ? StudyTextWords::tr("p < %1").arg(QLocale().toString(kLeast, 'f', 3))
                      : StudyTextWords::tr("p = %1").arg(QLocale().toString(p, 'g', 2));
}

} // namespace

TypedNumbers<std::uint64_t> seedsFrom(const QString& text) {
    TypedNumbers<std::uint64_t> typed;
    // Blanks around a dash belong to the range.
    static const QRegularExpression loose(QStringLiteral("\\s*([-\u2013])\\s*"));
    for (const auto& part : partsOf(QString(text).replace(loose, QStringLiteral("-")))) {
        std::uint64_t first = 0, last = 0;
        if (!readRange(part, first, last)) {
            return refused<std::uint64_t>(
                StudyTextWords::tr(
                    "\u201C%1\u201D is no seed. Type whole numbers and ranges: 1-5, 8.")
                    .arg(part));
        }
        if (last < first) {
            return refused<std::uint64_t>(
                StudyTextWords::tr("%1 ends before it begins. Type the smaller seed first.")
                    .arg(part));
        }
        if (last - first >= kMostSeeds || typed.numbers.size() + (last - first) >= kMostSeeds) {
            return refused<std::uint64_t>(
                StudyTextWords::tr("These are more than %1 seeds.")
                    .arg(QLocale().toString(static_cast<qulonglong>(kMostSeeds))));
        }
        for (std::uint64_t offset = 0; offset <= last - first; ++offset) {
            if (!addOnce(first + offset, typed.numbers)) {
                return refused<std::uint64_t>(
                    StudyTextWords::tr("Seed %1 stands twice. Name every seed once.")
                        .arg(first + offset));
            }
        }
    }
    if (typed.numbers.empty()) {
        return refused<std::uint64_t>(StudyTextWords::tr("Type at least one seed."));
    }
    return typed;
}

QString seedsText(const std::vector<std::uint64_t>& seeds) {
    QStringList parts;
    for (std::size_t i = 0; i < seeds.size();) {
        std::size_t end = i + 1;
        while (end < seeds.size() && seeds[end] == seeds[end - 1] + 1) {
            ++end;
        }
        const auto first = QString::number(seeds[i]);
        // Two are no range.
        if (end - i > 2) {
            parts << first + QLatin1Char('-') + QString::number(seeds[end - 1]);
        } else {
            end = i + 1;
            parts << first;
        }
        i = end;
    }
    return parts.join(QStringLiteral(", "));
}

TypedNumbers<int> integersFrom(const QString& text, int lowest, int highest) {
    TypedNumbers<int> typed;
    for (const auto& part : partsOf(text)) {
        bool good = false;
        const int number = part.toInt(&good);
        if (!good || number < lowest || number > highest) {
            return refused<int>(
                StudyTextWords::tr("\u201C%1\u201D is no whole number from %2 to %3.")
                    .arg(part, QLocale().toString(lowest), QLocale().toString(highest)));
        }
        if (!addOnce(number, typed.numbers)) {
            return refused<int>(StudyTextWords::tr("%1 stands twice.").arg(part));
        }
    }
    return typed;
}

QString integersText(const std::vector<int>& numbers) {
    QStringList parts;
    for (const int number : numbers) {
        parts << QString::number(number);
    }
    return parts.join(QStringLiteral(", "));
}

TypedNumbers<double> sharesFrom(const QString& text) {
    TypedNumbers<double> typed;
    for (const auto& part : partsOf(text)) {
        bool good = false;
        const double number = part.toDouble(&good);
        if (!good || !(number >= 0.0 && number <= 1.0)) {
            return refused<double>(
                StudyTextWords::tr(
                    "\u201C%1\u201D is no number from 0 to 1. Type numbers with a point: "
                    "0.25, 0.5.")
                    .arg(part));
        }
        if (!addOnce(number, typed.numbers)) {
            return refused<double>(StudyTextWords::tr("%1 stands twice.").arg(part));
        }
    }
    return typed;
}

QString sharesText(const std::vector<double>& shares) {
    QStringList parts;
    for (const double share : shares) {
        parts << QString::number(share, 'g', 15);
    }
    return parts.join(QStringLiteral(", "));
}

QString pointsText(std::optional<double> difference) {
    return difference && std::isfinite(*difference) ? signedText(100.0 * *difference) : kDash;
}

QString pointsText(const std::optional<Interval>& interval) {
    return interval ? QStringLiteral("[%1, %2]")
                          .arg(signedText(100.0 * interval->lo), signedText(100.0 * interval->hi))
                    : kDash;
}

QString percentsText(const std::optional<Interval>& interval) {
    const QLocale locale;
    return interval ? QStringLiteral("[%1, %2]")
                          .arg(locale.toString(100.0 * interval->lo, 'f', 1),
                               locale.toString(100.0 * interval->hi, 'f', 1))
                    : kDash;
}

QString gapText(const StudyGap& gap) {
    const auto& [count, mean, interval] = gap.difference;
    const auto seeds = StudyTextWords::tr("n = %1").arg(count);
    const auto size = QLocale().toString(100.0 * std::abs(mean.value_or(0.0)), 'f', 1);
    const auto figures =
        gap.pHolm ? StudyTextWords::tr("%1, %2 (Holm), %3", "interval, p-value, number of seeds")
                        .arg(pointsText(interval), pText(*gap.pHolm), seeds)
                  : QStringLiteral("%1, %2").arg(pointsText(interval), seeds);
    switch (gap.finding) {
    case StudyFinding::NotMeasured:
        return StudyTextWords::tr("not measured");
    case StudyFinding::OneSeed:
        return StudyTextWords::tr("%1 points on the only seed: n = 1, no interval over seeds")
            .arg(pointsText(mean));
    case StudyFinding::Identical:
        return StudyTextWords::tr("the same on every seed, %1").arg(seeds);
    case StudyFinding::NoSpread:
        return StudyTextWords::tr("%1 points on every seed, so that no test is possible, %2")
            .arg(pointsText(mean), seeds);
    case StudyFinding::NotDistinguishable:
        return StudyTextWords::tr("not distinguishable: %1 points %2", "difference, figures")
            .arg(pointsText(mean), figures);
    case StudyFinding::Better:
        return StudyTextWords::tr("better by %1 points %2", "difference, figures")
            .arg(size, figures);
    case StudyFinding::Worse:
        return StudyTextWords::tr("worse by %1 points %2", "difference, figures")
            .arg(size, figures);
    }
    return {};
}

QString rivalText(const StudyRival& rival, const StudyOverview& overview) {
    const auto mine = fromUtf8(overview.methods[overview.compared]);
    const auto other =
        rival.kind == StudyRival::Kind::Before    ? StudyTextWords::tr("the receiver before")
        : rival.kind == StudyRival::Kind::Control ? StudyTextWords::tr("its control \u201C%1\u201D")
                                                        .arg(controlText(ControlId(rival.name)))
                                                  : fromUtf8(rival.name);
    auto text = StudyTextWords::tr("%1 against %2: %3; %n pair(s).", "method, rival, finding",
                                   static_cast<int>(rival.pairs))
                    .arg(mine, other, gapText(rival.gap));
    return overview.settings.size() > 1
               ? QStringLiteral("%1: %2").arg(fromUtf8(overview.settings[rival.setting]), text)
               : text;
}

QString extentText(const StudyExtent& extent) {
    const auto count = [](std::size_t number) {
        constexpr auto kMost = static_cast<std::size_t>(std::numeric_limits<int>::max());
        return static_cast<int>(std::min(number, kMost));
    };
    QStringList factors{StudyTextWords::tr("%n pair(s)", "", count(extent.pairs)),
                        StudyTextWords::tr("%n method(s)", "", count(extent.methods)),
                        StudyTextWords::tr("%n seed(s)", "", count(extent.seeds))};
    if (extent.settings > 1) {
        factors << StudyTextWords::tr("%n setting(s)", "", count(extent.settings));
    }
    const auto text = StudyTextWords::tr("%1 = %2", "factors, product")
                          .arg(factors.join(QStringLiteral(" \u00D7 ")),
                               StudyTextWords::tr("%n run(s)", "", count(extent.runs())));
    return extent.seeds == 1 ? StudyTextWords::tr("%1. n = 1, no interval over seeds.").arg(text)
                             : text;
}

} // namespace tessera::ui
