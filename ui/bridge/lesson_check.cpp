#include "ui/bridge/lesson_check.h"

#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace tessera::ui {

namespace {

struct LessonCheckWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::LessonCheck)
};

constexpr const char* kControl = "control:";

struct Figure {
    const char* id; // frozen: the lessons' files
    std::optional<double> RunSummary::*value;
    const char* text;
};

constexpr std::array<Figure, 5> kFigures = {
    {{"source_accuracy", &RunSummary::sourceAccuracy,
      QT_TRANSLATE_NOOP("tessera::ui::LessonCheck", "accuracy of the source")},
     {"accuracy_before", &RunSummary::accuracyBefore,
      QT_TRANSLATE_NOOP("tessera::ui::LessonCheck", "accuracy before")},
     {"accuracy_after", &RunSummary::accuracyAfter,
      QT_TRANSLATE_NOOP("tessera::ui::LessonCheck", "accuracy after")},
     {"agreement", &RunSummary::agreement,
      QT_TRANSLATE_NOOP("tessera::ui::LessonCheck", "agreement with the source")},
     {"recovery", &RunSummary::recovery,
      QT_TRANSLATE_NOOP("tessera::ui::LessonCheck", "recovery")}}};

const Figure* findFigure(const QString& id) {
    const auto found = std::find_if(kFigures.begin(), kFigures.end(),
                                    [&](const Figure& figure) { return id == figure.id; });
    return found != kFigures.end() ? &*found : nullptr;
}

ControlId controlOf(const QString& figure) {
    return ControlId(figure.mid(static_cast<int>(qstrlen(kControl))).toStdString());
}

std::optional<double> valueOf(const QString& figure, const RunSummary& summary) {
    std::optional<double> value;
    if (const auto* known = findFigure(figure)) {
        value = summary.*(known->value);
    } else if (figure.startsWith(QLatin1String(kControl))) {
        for (const auto& control : summary.controls) {
            if (control.id == controlOf(figure)) {
                value = control.accuracy;
            }
        }
    }
    return value && std::isfinite(*value) ? value : std::nullopt;
}

QString figureText(const QString& figure) {
    const auto* known = findFigure(figure);
    return known != nullptr ? LessonCheckWords::tr(known->text)
                            : LessonCheckWords::tr("accuracy of the control \u201C%1\u201D")
                                  .arg(controlText(controlOf(figure)));
}

QString subjectText(const LessonCheck& check) {
    const auto first = figureText(check.figures.value(0));
    return check.figures.size() < 2 ? first
                                    : LessonCheckWords::tr("%1 minus %2", "two figures of a run")
                                          .arg(first, figureText(check.figures[1]));
}

constexpr int kFewestDecimals = 1, kMostDecimals = 6;

// A difference of percentages is in points.
QString valueText(const LessonCheck& check, double value, int decimals) {
    if (check.figures.size() < 2) {
        return percentText(value, decimals);
    }
    return LessonCheckWords::tr("%1 points", "percentage points")
        .arg(QLocale().toString(value * 100.0, 'f', decimals));
}

// So many that what was measured looks different from a bound that it is not.
int decimalsOf(const LessonCheck& check, const std::optional<double>& measured) {
    for (int decimals = kFewestDecimals; measured && decimals <= kMostDecimals; ++decimals) {
        const auto text = valueText(check, *measured, decimals);
        const auto differs = [&](const std::optional<double>& bound) {
            return !bound || valueText(check, *bound, decimals) != text;
        };
        if (differs(check.atLeast) && differs(check.atMost)) {
            return decimals;
        }
    }
    return kFewestDecimals; // they are the same
}

QString expectedText(const LessonCheck& check, int decimals) {
    const auto subject = subjectText(check);
    if (check.atLeast && check.atMost) {
        return LessonCheckWords::tr("Expected: %1 from %2 to %3.")
            .arg(subject, valueText(check, *check.atLeast, decimals),
                 valueText(check, *check.atMost, decimals));
    }
    return check.atLeast
               ? LessonCheckWords::tr("Expected: %1 at least %2.")
                     .arg(subject, valueText(check, *check.atLeast, decimals))
               : LessonCheckWords::tr("Expected: %1 at most %2.")
                     .arg(subject, valueText(check, check.atMost.value_or(0.0), decimals));
}

} // namespace

bool isLessonFigure(const QString& figure) {
    return findFigure(figure) != nullptr ||
           (figure.startsWith(QLatin1String(kControl)) && !controlOf(figure).value.empty());
}

LessonOutcome outcomeOf(const LessonCheck& check, const RunSummary& summary) {
    double measured = 0.0;
    double sign = 1.0;
    for (const auto& figure : check.figures) {
        const auto value = valueOf(figure, summary);
        if (!value) {
            return {};
        }
        measured += sign * *value;
        sign = -1.0;
    }
    const bool good = (!check.atLeast || measured >= *check.atLeast) &&
                      (!check.atMost || measured <= *check.atMost);
    return {good ? LessonVerdict::AsExpected : LessonVerdict::NotAsExpected, measured};
}

QString lessonSentence(const LessonCheck& check, const LessonOutcome& outcome) {
    const int decimals = decimalsOf(check, outcome.measured);
    const auto expected = expectedText(check, decimals);
    if (!outcome.measured || outcome.verdict == LessonVerdict::NotMeasured) {
        return LessonCheckWords::tr("%1 Not measured.", "what was expected").arg(expected);
    }
    const auto measured = valueText(check, *outcome.measured, decimals);
    return outcome.verdict == LessonVerdict::AsExpected
               ? LessonCheckWords::tr("%1 Measured: %2. As expected.").arg(expected, measured)
               : LessonCheckWords::tr("%1 Measured: %2. Not as expected.").arg(expected, measured);
}

QString lessonSign(LessonVerdict verdict) {
    switch (verdict) {
    case LessonVerdict::AsExpected:
        return QStringLiteral("\u2713");
    case LessonVerdict::NotAsExpected:
        return QStringLiteral("\u2717");
    case LessonVerdict::NotMeasured:
        break;
    }
    return QStringLiteral("\u2013");
}

} // namespace tessera::ui
