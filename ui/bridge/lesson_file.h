#pragma once

#include "core/api/result.h"
#include "ui/bridge/lesson_check.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <string>
#include <vector>

namespace tessera::ui {

// What a lesson's description says: which experiment it runs, what is to be looked at after which
// stage, and what should come out. A value.
struct Lesson {
    QString title, summary;
    int number = 0;                   // place in the list
    std::string experiment;           // as in an experiment file; what it leaves out is the default
    std::map<QString, QString> views; // by stage ("start", or a phase's name): id of a view
    std::vector<LessonCheck> expected;
};

// Of a file lesson.json: {"schema": 1, "number": 1, "title": {"en": ..., "de": ...}, "summary":
// {...}, "experiment": {...}, "views": {"hub": "hub"}, "expected": [{"measure": "accuracy_after",
// "at_least": 0.6}, {"control": "shuffled_targets", "at_most": 0.25}, {"difference": [FIGURE,
// FIGURE], "at_least": 0.3}]}. Texts in `language`, else in English. Corrupt, with what is wrong
// where; unknown keys are wrong too.
[[nodiscard]] Result<Lesson> parseLesson(const QByteArray& json, const QString& language);

} // namespace tessera::ui
