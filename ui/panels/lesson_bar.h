#pragma once

#include <QWidget>

class QAction;
class QPushButton;

namespace tessera::ui {

class ElidedLabel;
class LessonTrail;

// Below the stages while a run goes step by step, or while the views show an earlier state of it:
// what it waits for, and the buttons that go on. Hidden otherwise. UI thread.
class LessonBar : public QWidget {
    Q_OBJECT

public:
    struct Actions {
        QAction* next;
        QAction* toEnd;
    };
    // The actions belong to the window, which enables them.
    LessonBar(LessonTrail& trail, const Actions& actions, QWidget* parent = nullptr);

private:
    QPushButton* makeButton(const QString& name, QAction* action);
    void refresh();
    [[nodiscard]] QString sentence() const;

    LessonTrail& m_trail;
    ElidedLabel* m_text;
    QPushButton* m_toNow;
    QPushButton* m_next;
    QPushButton* m_toEnd;
};

} // namespace tessera::ui
