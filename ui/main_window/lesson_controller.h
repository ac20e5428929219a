#pragma once

#include "ui/bridge/lesson_library.h"
#include "ui/bridge/lesson_trail.h"

#include <QObject>

namespace tessera::ui {

class Docks;
class LessonPanel;
class NoticeBar;
class RunController;
class Services;

// Teaching mode: starts lessons, follows runs that go step by step, and brings the view forward
// that a lesson speaks of. UI thread.
class LessonController : public QObject {
    Q_OBJECT

public:
    // All outlive it.
    LessonController(Services& services, RunController& runs, Docks& docks, NoticeBar& notices,
                     QObject* parent);

    [[nodiscard]] LessonTrail& trail() { return m_trail; }
    // Made once; shown by the docks under the id "lesson".
    [[nodiscard]] LessonPanel* makePanel(QWidget* parent);

    // Teaching mode on or off, with its panel.
    void setTeaching(bool teaching);
    // The list of lessons.
    void showLessons();
    // Puts the lesson's experiment into Setup, which can be undone, and runs it step by step.
    void start(const QString& lesson);
    // To the next stage, or to the end; the views show what comes.
    void proceed();
    void runToEnd();

private:
    void onStage(const std::optional<Phase>& stage);

    Services& m_services;
    RunController& m_runs;
    Docks& m_docks;
    NoticeBar& m_notices;
    LessonLibrary m_lessons;
    LessonTrail m_trail;
    LessonPanel* m_panel = nullptr;
};

} // namespace tessera::ui
