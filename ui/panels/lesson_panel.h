#pragma once

#include "core/api/events.h"

#include <QWidget>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTextBrowser;

namespace tessera::ui {

class LessonLibrary;
class LessonTrail;
class Services;

// The pages of teaching mode: what the views show after each stage of the run, with buttons that
// walk through the stages; at the end of a lesson what was expected beside what was measured.
// Before that, and on demand, the list of lessons. UI thread.
class LessonPanel : public QWidget {
    Q_OBJECT

public:
    LessonPanel(Services& services, LessonTrail& trail, const LessonLibrary& lessons,
                QWidget* parent = nullptr);

    // The list, with the focus on it.
    void showLessons();

Q_SIGNALS:
    void lessonChosen(const QString& id);

private:
    QWidget* makeStart();
    QWidget* makeCourse();
    void choose();
    void showStage(const std::optional<Phase>& stage);
    void refresh();
    void refreshStart();
    [[nodiscard]] QString heading() const;
    [[nodiscard]] QString markdown() const;
    // What the run was expected to show, as Markdown; empty where there is nothing to say.
    [[nodiscard]] QString outcome() const;

    Services& m_services;
    LessonTrail& m_trail;
    const LessonLibrary& m_lessons;
    QStackedWidget* m_stack = nullptr;
    QListWidget* m_list = nullptr;
    QLabel* m_hint = nullptr;
    QPushButton* m_begin = nullptr;
    QPushButton* m_toRun = nullptr;
    QLabel* m_heading = nullptr;
    QTextBrowser* m_page = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_forward = nullptr;
    QString m_shown; // Markdown of the page on show
};

} // namespace tessera::ui
