#include "ui/panels/lesson_panel.h"

#include "ui/bridge/lesson_library.h"
#include "ui/bridge/lesson_trail.h"
#include "ui/bridge/services.h"
#include "ui/strings/strings.h"
#include "ui/widgets/measures.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kLessonRole = Qt::UserRole;

QLabel* makeLabel(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QPushButton* makeButton(const QString& name, const QString& text, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

QString stageName(const std::optional<Phase>& stage) {
    return stage ? QString::fromLatin1(phaseName(*stage)) : QStringLiteral("start");
}

} // namespace

LessonPanel::LessonPanel(Services& services, LessonTrail& trail, const LessonLibrary& lessons,
                         QWidget* parent)
    : QWidget(parent), m_services(services), m_trail(trail), m_lessons(lessons),
      m_stack(new QStackedWidget(this)) {
    setObjectName("lesson.panel");
    m_stack->setObjectName("lesson.stack");
    m_stack->addWidget(makeStart());
    m_stack->addWidget(makeCourse());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kSpace, kSpace, kSpace, kSpace);
    layout->addWidget(m_stack);
    const auto takeFocus = [this](int index) {
        setFocusProxy(index == 0 ? static_cast<QWidget*>(m_list) : m_page);
    };
    connect(m_stack, &QStackedWidget::currentChanged, this, takeFocus);
    takeFocus(m_stack->currentIndex());
    connect(&m_trail, &LessonTrail::changed, this, &LessonPanel::refresh);
    connect(&m_trail, &LessonTrail::stageShown, this, &LessonPanel::showStage);
    connect(&services.library, &RunLibrary::runsChanged, this, &LessonPanel::refresh);
    refresh();
}

QWidget* LessonPanel::makeStart() {
    auto* start = new QWidget(m_stack);
    m_hint = makeLabel("lesson.hint", start);
    m_list = new QListWidget(start);
    m_list->setObjectName("lesson.list");
    m_list->setAccessibleName(tr("Lessons"));
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_begin = makeButton("lesson.begin", tr("Start lesson"), start);
    m_begin->setToolTip(tr("Put the lesson's experiment into Setup, and run it step by step"));
    m_toRun = makeButton("lesson.to-run", tr("Back to the run"), start);
    for (const auto& entry : m_lessons.entries()) {
        auto* item = new QListWidgetItem(m_list);
        if (entry.lesson) {
            item->setText(
                tr("%1\n%2", "title, summary").arg(entry.lesson->title, entry.lesson->summary));
            item->setData(kLessonRole, entry.id);
        } else {
            item->setText(tr("The lesson \u201C%1\u201D cannot be read.").arg(entry.id));
            item->setToolTip(plainToolTip(fromUtf8(entry.lesson.error().detail)));
        }
    }
    m_list->setCurrentRow(0);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_begin);
    buttons->addWidget(m_toRun);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_hint);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_list, &QListWidget::currentRowChanged, this, &LessonPanel::refreshStart);
    connect(m_list, &QListWidget::itemActivated, this, &LessonPanel::choose);
    connect(m_begin, &QPushButton::clicked, this, &LessonPanel::choose);
    connect(m_toRun, &QPushButton::clicked, this, [this] {
        m_stack->setCurrentIndex(1);
        m_page->setFocus();
    });
    return start;
}

QWidget* LessonPanel::makeCourse() {
    auto* course = new QWidget(m_stack);
    m_heading = makeLabel("lesson.heading", course);
    auto bold = m_heading->font();
    bold.setBold(true);
    m_heading->setFont(bold);
    m_page = new QTextBrowser(course);
    m_page->setObjectName("lesson.page");
    m_page->setAccessibleName(tr("Page of the lesson"));
    m_page->setOpenLinks(false);
    m_page->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_back = makeButton("lesson.back", tr("Back"), course);
    m_back->setToolTip(tr("Show the views as they were one stage earlier"));
    m_forward = makeButton("lesson.forward", tr("Forward"), course);
    m_forward->setToolTip(tr("Show the views as they were one stage later"));
    auto* all = makeButton("lesson.all", tr("All lessons"), course);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_forward);
    buttons->addStretch(1);
    buttons->addWidget(all);
    auto* column = new QVBoxLayout(course);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kSpace);
    column->addWidget(m_heading);
    column->addWidget(m_page, 1);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, &m_trail, &LessonTrail::goBack);
    connect(m_forward, &QPushButton::clicked, &m_trail, &LessonTrail::goForward);
    connect(all, &QPushButton::clicked, this, &LessonPanel::showLessons);
    return course;
}

void LessonPanel::showLessons() {
    m_stack->setCurrentIndex(0);
    m_list->setFocus(Qt::OtherFocusReason);
}

void LessonPanel::choose() {
    const auto* item = m_list->currentItem();
    const auto id = item != nullptr ? item->data(kLessonRole).toString() : QString();
    if (!id.isEmpty()) {
        Q_EMIT lessonChosen(id);
    }
}

void LessonPanel::showStage(const std::optional<Phase>&) {
    m_stack->setCurrentIndex(1);
    refresh();
}

void LessonPanel::refreshStart() {
    const auto* item = m_list->currentItem();
    m_begin->setEnabled(item != nullptr && !item->data(kLessonRole).toString().isEmpty());
    m_list->setVisible(m_list->count() > 0);
    m_toRun->setVisible(m_trail.hasRun());
    m_hint->setText(m_list->count() > 0
                        ? tr("Choose a lesson. Or run your own experiment in teaching mode: it "
                             "waits after each stage, and this panel says what the views show.")
                        : tr("No lessons are installed. Run your own experiment in teaching mode: "
                             "it waits after each stage."));
}

void LessonPanel::refresh() {
    refreshStart();
    if (!m_trail.hasRun()) {
        m_stack->setCurrentIndex(0);
        return;
    }
    m_back->setEnabled(m_trail.canGoBack());
    m_forward->setEnabled(m_trail.canGoForward());
    m_heading->setText(heading());
    // Only another page: a person may have scrolled in this one.
    if (auto text = markdown(); text != m_shown) {
        m_shown = std::move(text);
        m_page->document()->setMarkdown(m_shown, QTextDocument::MarkdownNoHTML);
    }
}

QString LessonPanel::heading() const {
    const auto stage = m_trail.shownStage();
    const auto place =
        stage ? tr("After %1", "a stage").arg(phaseText(*stage)) : tr("Before the first stage");
    const auto* lesson = m_lessons.find(m_trail.lesson());
    return lesson != nullptr ? tr("%1: %2", "lesson, place in it").arg(lesson->title, place)
                             : place;
}

QString LessonPanel::markdown() const {
    const auto page = m_lessons.page(m_trail.lesson(), stageName(m_trail.shownStage()));
    const auto text = page.value_or(tr("There is no page about this stage."));
    const auto end = outcome();
    return end.isEmpty() ? text : text + QStringLiteral("\n\n") + end;
}

QString LessonPanel::outcome() const {
    const auto* lesson = m_lessons.find(m_trail.lesson());
    if (lesson == nullptr || lesson->expected.empty() || !m_trail.isOver() || m_trail.isPast()) {
        return {};
    }
    if (m_trail.state() != RunState::Done) {
        return tr("The run did not come to its end, so there is nothing to compare with what was "
                  "expected of it.");
    }
    const auto* record = m_services.library.find(*m_trail.run());
    if (record == nullptr) {
        return tr(
            "The run is not in the list of runs any more, so there is nothing to compare with "
            "what was expected of it. Undo brings it back.");
    }
    // The list says that a run has ended before it has read its figures.
    if (record->finishedAt.empty()) {
        return tr("The figures of the run are being read.");
    }
    auto text = QStringLiteral("## ") + tr("What was expected, and what came out");
    for (const auto& check : lesson->expected) {
        const auto found = outcomeOf(check, record->summary);
        text += QStringLiteral("\n\n%1 %2")
                    .arg(lessonSign(found.verdict), lessonSentence(check, found));
    }
    return text;
}

} // namespace tessera::ui
