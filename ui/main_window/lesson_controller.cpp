#include "ui/main_window/lesson_controller.h"

#include "ui/bridge/services.h"
#include "ui/main_window/docks.h"
#include "ui/main_window/run_controller.h"
#include "ui/panels/lesson_panel.h"
#include "ui/strings/strings.h"
#include "ui/widgets/notice_bar.h"

namespace tessera::ui {

namespace {

constexpr const char* kDock = "lesson";

} // namespace

LessonController::LessonController(Services& services, RunController& runs, Docks& docks,
                                   NoticeBar& notices, QObject* parent)
    : QObject(parent), m_services(services), m_runs(runs), m_docks(docks), m_notices(notices),
      m_trail(services) {
    connect(&m_runs, &RunController::stepwiseSubmitted, &m_trail, &LessonTrail::expect);
    connect(&m_trail, &LessonTrail::stageShown, this, &LessonController::onStage);
}

LessonPanel* LessonController::makePanel(QWidget* parent) {
    m_panel = new LessonPanel(m_services, m_trail, m_lessons, parent);
    connect(m_panel, &LessonPanel::lessonChosen, this, &LessonController::start);
    return m_panel;
}

void LessonController::setTeaching(bool teaching) {
    m_runs.setTeaching(teaching);
    m_docks.showGuide(teaching);
}

void LessonController::showLessons() {
    m_docks.raise(kDock);
    m_panel->showLessons();
}

void LessonController::start(const QString& lesson) {
    const auto* found = m_lessons.find(lesson);
    if (found == nullptr) {
        return; // the list says so
    }
    const auto experiment = m_services.documents.parseExperiment(found->experiment);
    if (!experiment) {
        m_notices.post(
            MessageLevel::Error,
            tr("The experiment of the lesson \u201C%1\u201D cannot be used.").arg(found->title),
            fromUtf8(experiment.error().detail));
        return;
    }
    m_services.experiment.replace(*experiment, tr("Start a lesson"));
    setTeaching(true);
    m_runs.runLesson(lesson);
}

void LessonController::proceed() {
    m_trail.goToNow();
    m_runs.proceed();
}

void LessonController::runToEnd() {
    m_trail.goToNow();
    m_runs.runToEnd();
}

void LessonController::onStage(const std::optional<Phase>& stage) {
    const auto* lesson = m_lessons.find(m_trail.lesson());
    if (lesson == nullptr) {
        return; // somebody's own run: they choose what to look at
    }
    const auto view = lesson->views.find(stage ? QString::fromLatin1(phaseName(*stage))
                                               : QStringLiteral("start"));
    if (view != lesson->views.end()) {
        m_docks.bringForward(view->second);
    }
}

} // namespace tessera::ui
