#pragma once

#include "core/api/run.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace tessera::ui {

// What a lesson expects of its run: a figure, or the difference of two, within bounds. Figures are
// fractions: "source_accuracy", "accuracy_before", "accuracy_after", "agreement", "recovery", and
// "control:ID" for the accuracy of a control.
struct LessonCheck {
    QStringList figures; // one; or two, of which the second is taken from the first
    std::optional<double> atLeast, atMost; // one of them at least
};

enum class LessonVerdict { AsExpected, NotAsExpected, NotMeasured };

struct LessonOutcome {
    LessonVerdict verdict = LessonVerdict::NotMeasured;
    std::optional<double> measured;
};

// Whether there is a figure of this name.
[[nodiscard]] bool isLessonFigure(const QString& figure);

// Both bounds belong to what is expected. What was not measured, or is no number, is neither as
// expected nor otherwise.
[[nodiscard]] LessonOutcome outcomeOf(const LessonCheck& check, const RunSummary& summary);

// "Expected: accuracy after at least 60%. Measured: 83.2%. As expected."
[[nodiscard]] QString lessonSentence(const LessonCheck& check, const LessonOutcome& outcome);

// A sign that goes with the words, never without them.
[[nodiscard]] QString lessonSign(LessonVerdict verdict);

} // namespace tessera::ui
