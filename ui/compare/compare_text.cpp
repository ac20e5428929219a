#include "ui/compare/compare_text.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

constexpr double kPerCent = 100.0;
constexpr double kSmallestP = 0.001;

struct CompareTextWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::Compare)
};

const char* seriesOf(RunMeasure measure) {
    switch (measure) {
    case RunMeasure::OutputDrift:
        return "drift.output";
    case RunMeasure::HubError:
        return "drift.hub_error";
    case RunMeasure::HubDrift:
        return "drift.hub";
    case RunMeasure::LayerDrift:
        return "drift.layer";
    case RunMeasure::Accuracy:
    case RunMeasure::Change:
    case RunMeasure::Agreement:
        break;
    }
    return "";
}

// A distance between two values: of accuracies in percentage points.
QString amountText(RunMeasure measure, double amount) {
    if (!isFraction(measure)) {
        return numberText(amount);
    }
    const double points = kPerCent * amount; // never "-0.0"
    return CompareTextWords::tr("%1 points")
        .arg(QLocale().toString(std::abs(points) < 0.05 ? 0.0 : points, 'f', 1));
}

// The interval turned round for a sentence about the smaller one.
QString evidenceOf(RunMeasure measure, const stats::Difference& difference, double turn) {
    const double lo = turn * difference.interval->lo, hi = turn * difference.interval->hi;
    auto text =
        CompareTextWords::tr("95% interval %1 to %2")
            .arg(amountText(measure, std::min(lo, hi)), amountText(measure, std::max(lo, hi)));
    if (difference.pHolm) {
        text = CompareTextWords::tr("%1, %2 (Holm)").arg(text, pText(*difference.pHolm));
    }
    return CompareTextWords::tr("%1, n = %2").arg(text).arg(difference.count);
}

QString oneSeedText(RunMeasure measure, double mean, const QString& other) {
    if (mean == 0.0) {
        return CompareTextWords::tr("equal to %1 on the only seed: n = 1, no interval over seeds")
            .arg(other);
    }
    const auto amount = amountText(measure, std::abs(mean));
    return mean > 0.0
               ? CompareTextWords::tr("%1 above %2 on the only seed: n = 1, no interval over seeds")
                     .arg(amount, other)
               : CompareTextWords::tr("%1 below %2 on the only seed: n = 1, no interval over seeds")
                     .arg(amount, other);
}

QString noSpreadText(RunMeasure measure, const stats::Difference& difference,
                     const QString& other) {
    const auto amount = amountText(measure, std::abs(*difference.mean));
    const auto text =
        *difference.mean > 0.0
            ? CompareTextWords::tr("%1 above %2 on every seed alike: no spread, so no test, n = %3")
            : CompareTextWords::tr(
                  "%1 below %2 on every seed alike: no spread, so no test, n = %3");
    return text.arg(amount, other).arg(difference.count);
}

} // namespace

QString pText(double p) {
    return p < kSmallestP ? CompareTextWords::tr("p < %1").arg(QLocale().toString(kSmallestP))
                          : CompareTextWords::tr("p = %1").arg(numberText(p, 2));
}

QString measureText(RunMeasure measure) {
    switch (measure) {
    case RunMeasure::Accuracy:
        return CompareTextWords::tr("Accuracy after");
    case RunMeasure::Change:
        return CompareTextWords::tr("Change of accuracy");
    case RunMeasure::Agreement:
        return CompareTextWords::tr("Agreement with the source");
    default:
        return seriesText(seriesOf(measure));
    }
}

QString measureAxisText(RunMeasure measure) {
    switch (measure) {
    case RunMeasure::Accuracy:
    case RunMeasure::Agreement:
        return CompareTextWords::tr("%1 (%)", "name of a measure").arg(measureText(measure));
    case RunMeasure::Change:
        return CompareTextWords::tr("%1 (points)", "name of a measure").arg(measureText(measure));
    default:
        return seriesAxisText(seriesOf(measure));
    }
}

double axisValue(RunMeasure measure, double value) {
    return isFraction(measure) ? kPerCent * value : value;
}

QString measuredText(RunMeasure measure, std::optional<double> value) {
    if (!value) {
        return numberText(std::nullopt);
    }
    return measure == RunMeasure::Change ? amountText(measure, *value)
           : isFraction(measure)         ? percentText(value)
                                         : numberText(value);
}

QString groupText(std::size_t group) {
    return CompareTextWords::tr("group %1").arg(group + 1);
}

QString runText(const RunRecord& run) {
    return CompareTextWords::tr("%1, seed %2")
        .arg(fromUtf8(run.name), QString::number(run.experiment.seed));
}

QString leftOutText(const CompareData& data, const RunGroups::Omission& omission) {
    const auto& run = data.runs[omission.run];
    switch (omission.reason) {
    case LeftOut::Failed:
        return run.failure.empty() ? CompareTextWords::tr("%1: failed").arg(runText(run))
                                   : CompareTextWords::tr("%1: failed, %2")
                                         .arg(runText(run), fromUtf8(run.failure));
    case LeftOut::Cancelled:
        return CompareTextWords::tr("%1: cancelled").arg(runText(run));
    case LeftOut::Interrupted:
        return CompareTextWords::tr("%1: interrupted").arg(runText(run));
    case LeftOut::NotFinished:
        return CompareTextWords::tr("%1: not finished").arg(runText(run));
    case LeftOut::Unreadable:
        return CompareTextWords::tr("%1: its setup was written by another version of the program")
            .arg(runText(run));
    case LeftOut::Repeated:
        return CompareTextWords::tr("%1: repeated by a later run, which counts").arg(runText(run));
    }
    return {};
}

QString countRemark(const GroupFigures& figures) {
    const auto n = figures.values.size();
    if (n == 0) {
        return CompareTextWords::tr("not measured");
    }
    if (figures.seeds == 1) {
        return CompareTextWords::tr("n = 1, no interval over seeds");
    }
    return n < GroupFigures::kFewestOfABox
               ? CompareTextWords::tr("n = %1, too few for a box").arg(n)
               : QString();
}

QString differenceText(const CompareData& data, const GroupComparison& comparison) {
    const auto measure = data.choice.measure;
    const auto& difference = comparison.difference;
    const auto other = groupText(comparison.second);
    switch (stats::findingOf(difference)) {
    case stats::Finding::NotMeasured:
        return CompareTextWords::tr("not compared with %1: no seed has both").arg(other);
    case stats::Finding::OneSeed:
        return oneSeedText(measure, *difference.mean, other);
    case stats::Finding::Identical:
        return CompareTextWords::tr("equal to %1 on every seed, n = %2")
            .arg(other)
            .arg(difference.count);
    case stats::Finding::NoSpread:
        return noSpreadText(measure, difference, other);
    case stats::Finding::NotDistinguishable:
        return CompareTextWords::tr("not distinguishable from %1 (difference %2, %3)")
            .arg(other, amountText(measure, *difference.mean),
                 evidenceOf(measure, difference, 1.0));
    case stats::Finding::Better:
        return CompareTextWords::tr("higher than %1 by %2 (%3)")
            .arg(other, amountText(measure, *difference.mean),
                 evidenceOf(measure, difference, 1.0));
    case stats::Finding::Worse:
        return CompareTextWords::tr("lower than %1 by %2 (%3)")
            .arg(other, amountText(measure, -*difference.mean),
                 evidenceOf(measure, difference, -1.0));
    }
    return {};
}

QString shortened(const QString& text, const QFontMetrics& metrics) {
    constexpr int kLetters = 24;
    return metrics.elidedText(text, Qt::ElideMiddle, kLetters * metrics.averageCharWidth());
}

QStringList findingsOf(const CompareData& data, int most) {
    const auto& comparisons = data.result.comparisons;
    const auto count = static_cast<int>(comparisons.size());
    QStringList lines;
    for (int i = 0; i < std::min(count, most); ++i) {
        const auto& comparison = comparisons[static_cast<std::size_t>(i)];
        lines << CompareTextWords::tr("Group %1 is %2.", "number, finding")
                     .arg(QString::number(comparison.first + 1), differenceText(data, comparison));
    }
    if (count > most) {
        lines << CompareTextWords::tr("And %n more comparison(s): see the table.", "",
                                      count - most);
    }
    return lines;
}

QStringList overviewOf(const CompareData& data, int most) {
    const auto& groups = data.result.groups;
    QStringList lines{
        CompareTextWords::tr("%1 in %2.", "runs in groups")
            .arg(CompareTextWords::tr("%n run(s)", "", static_cast<int>(data.runs.size())),
                 CompareTextWords::tr("%n group(s)", "", static_cast<int>(groups.groups.size())))};
    const auto count = static_cast<int>(groups.leftOut.size());
    if (count > 0) {
        lines << CompareTextWords::tr("%n run(s) are in no group:", "", count);
    }
    for (int i = 0; i < std::min(count, most); ++i) {
        lines << leftOutText(data, groups.leftOut[static_cast<std::size_t>(i)]);
    }
    if (count > most) {
        lines << CompareTextWords::tr("And %n more: their states are in the table.", "",
                                      count - most);
    }
    return lines;
}

} // namespace tessera::ui
