#include "ui/widgets/notice_bar.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kNoticeLines = 5;

QToolButton* addButton(QWidget* parent, const char* name, const QString& text,
                       const QString& iconName) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

QString levelText(MessageLevel level) {
    switch (level) {
    case MessageLevel::Info:
        return QCoreApplication::translate("tessera::ui", "Note", "level of a message");
    case MessageLevel::Warning:
        return QCoreApplication::translate("tessera::ui", "Warning");
    case MessageLevel::Error:
        break;
    }
    return QCoreApplication::translate("tessera::ui", "Error");
}

QString levelIcon(MessageLevel level) {
    switch (level) {
    case MessageLevel::Info:
        return QStringLiteral("info");
    case MessageLevel::Warning:
        return QStringLiteral("warning");
    case MessageLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

NoticeBar::NoticeBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("noticeBar"));
    build();
    showFirst();
}

void NoticeBar::build() {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QLatin1String(name));
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_symbol = label("noticeSymbol");
    m_level = label("noticeLevel");
    auto bold = m_level->font();
    bold.setBold(true);
    m_level->setFont(bold);
    m_sentence = label("noticeSentence");
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_position = label("noticePosition");
    m_position->setForegroundRole(QPalette::PlaceholderText);
    m_showDetails = addButton(this, "noticeDetails", tr("Details"), QStringLiteral("details"));
    m_showDetails->setCheckable(true);
    m_showDetails->setAccessibleDescription(tr("Shows the technical text of the message."));
    m_copy = addButton(this, "noticeCopy", tr("Copy"), QStringLiteral("copy"));
    m_copy->setAccessibleDescription(tr("Copies the message with its technical text."));
    m_dismiss = addButton(this, "noticeDismiss", tr("Dismiss"), QStringLiteral("close"));
    m_details = new QPlainTextEdit(this);
    m_details->setObjectName(QStringLiteral("noticeText"));
    m_details->setAccessibleName(tr("Technical text of the message"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setFixedHeight(m_details->fontMetrics().lineSpacing() * kNoticeLines + 2 * kSpace);
    connect(m_showDetails, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QToolButton::clicked, this, &NoticeBar::copy);
    connect(m_dismiss, &QToolButton::clicked, this, &NoticeBar::dismiss);

    auto* line = new QHBoxLayout;
    line->setSpacing(kSpace);
    line->addWidget(m_symbol);
    line->addWidget(m_level);
    line->addWidget(m_sentence, 1);
    for (QWidget* widget : {static_cast<QWidget*>(m_position), static_cast<QWidget*>(m_showDetails),
                            static_cast<QWidget*>(m_copy), static_cast<QWidget*>(m_dismiss)}) {
        line->addWidget(widget);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kSpace, kSpace / 2, kSpace, kSpace / 2);
    column->addLayout(line);
    column->addWidget(m_details);
}

void NoticeBar::post(MessageLevel level, const QString& sentence, const QString& details) {
    const Message message{level, sentence, details};
    std::erase_if(m_messages, [&](const Message& old) {
        // Of what went well, only the last is worth a line.
        return old == message || (level == MessageLevel::Info && old.level == MessageLevel::Info);
    });
    m_messages.push_front(message);
    showFirst();
    Q_EMIT countChanged(count());
    announce();
}

void NoticeBar::dismiss() {
    if (m_messages.empty()) {
        return;
    }
    m_messages.pop_front();
    m_showDetails->setChecked(false);
    showFirst();
    Q_EMIT countChanged(count());
    if (!m_messages.empty()) {
        announce();
    }
}

void NoticeBar::clear() {
    if (!m_messages.empty()) {
        m_messages.clear();
        showFirst();
        Q_EMIT countChanged(0);
    }
}

QString NoticeBar::sentence() const {
    return m_messages.empty() ? QString() : m_messages.front().sentence;
}

void NoticeBar::showFirst() {
    setVisible(!m_messages.empty());
    const auto message = m_messages.empty() ? Message{} : m_messages.front();
    m_level->setText(levelText(message.level));
    showSymbol();
    m_sentence->setText(message.sentence);
    m_details->setPlainText(message.details);
    m_showDetails->setVisible(!message.details.isEmpty());
    m_details->setVisible(!message.details.isEmpty() && m_showDetails->isChecked());
    m_position->setVisible(count() > 1);
    m_position->setText(tr("1 of %1").arg(locale().toString(count())));
    setAccessibleName(m_messages.empty()
                          ? tr("Messages")
                          : tr("%1: %2").arg(levelText(message.level), message.sentence));
}

void NoticeBar::showSymbol() {
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, this);
    const auto level = m_messages.empty() ? MessageLevel::Info : m_messages.front().level;
    m_symbol->setPixmap(icon(levelIcon(level)).pixmap(QSize(size, size), devicePixelRatioF()));
}

void NoticeBar::announce() {
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void NoticeBar::copy() const {
    if (m_messages.empty()) {
        return;
    }
    const auto& message = m_messages.front();
    QApplication::clipboard()->setText(
        message.details.isEmpty() ? message.sentence : message.sentence + u'\n' + message.details);
}

void NoticeBar::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    // The symbol is a picture in the colour of the palette it was made with.
    if (event->type() == QEvent::PaletteChange && m_symbol != nullptr) {
        showSymbol();
    }
}

} // namespace tessera::ui
