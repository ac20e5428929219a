#include "ui/panels/lesson_bar.h"

#include "ui/bridge/lesson_trail.h"
#include "ui/strings/strings.h"
#include "ui/widgets/elided_label.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

namespace tessera::ui {

LessonBar::LessonBar(LessonTrail& trail, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_trail(trail), m_text(new ElidedLabel(this)),
      m_toNow(new QPushButton(tr("Back to now"), this)),
      m_next(makeButton("lesson.next", actions.next)),
      m_toEnd(makeButton("lesson.to-end", actions.toEnd)) {
    setObjectName("lesson.bar");
    setAccessibleName(tr("Teaching mode"));
    m_text->setObjectName("lesson.state");
    m_toNow->setObjectName("lesson.to-now");
    m_toNow->setToolTip(tr("Let the views show the run as it is now"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 4);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    for (auto* button : {m_toNow, m_next, m_toEnd}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(m_toNow, &QPushButton::clicked, &m_trail, &LessonTrail::goToNow);
    connect(&m_trail, &LessonTrail::changed, this, &LessonBar::refresh);
    connect(actions.toEnd, &QAction::changed, this, &LessonBar::refresh);
    refresh();
}

QPushButton* LessonBar::makeButton(const QString& name, QAction* action) {
    auto* button = new QPushButton(action->text().remove(QLatin1Char('&')), this);
    button->setObjectName(name);
    button->setIcon(action->icon());
    const auto follow = [button, action] {
        button->setEnabled(action->isEnabled());
        button->setToolTip(action->toolTip());
    };
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, follow);
    follow();
    return button;
}

void LessonBar::refresh() {
    const bool goes = m_trail.hasRun() && !m_trail.isOver();
    setVisible(goes || m_trail.isPast());
    m_toNow->setVisible(m_trail.isPast());
    m_next->setVisible(goes);
    m_toEnd->setVisible(goes);
    m_text->setText(sentence());
}

QString LessonBar::sentence() const {
    const auto working = m_trail.workingOn();
    const auto waiting = m_trail.waitingAfter();
    if (m_trail.isPast()) {
        const auto shown = phaseText(*m_trail.shownStage());
        if (m_trail.isOver()) {
            return tr("Showing the state after %1; the run has ended.").arg(shown);
        }
        if (waiting) {
            return tr("Showing the state after %1; the run waits for you after %2.")
                .arg(shown, phaseText(*waiting));
        }
        return working ? tr("Showing the state after %1; the run is at %2.")
                             .arg(shown, phaseText(*working))
                       : tr("Showing the state after %1; the run goes on.").arg(shown);
    }
    if (waiting) {
        return tr("Waiting after %1: look at the views, then go on.").arg(phaseText(*waiting));
    }
    if (!working) {
        return m_trail.shownStage() ? tr("Step by step: the run goes on.")
                                    : tr("Step by step: the run is being prepared.");
    }
    return m_toEnd->isEnabled() ? tr("Step by step: %1 is at work.").arg(phaseText(*working))
                                : tr("To the end: %1 is at work.").arg(phaseText(*working));
}

} // namespace tessera::ui
