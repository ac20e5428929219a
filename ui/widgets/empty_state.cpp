#include "ui/widgets/empty_state.h"

#include "ui/widgets/measures.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kWidestLine = 420;

} // namespace

EmptyState::EmptyState(QWidget* parent) : EmptyState({}, {}, parent) {}

EmptyState::EmptyState(const QString& sentence, const QString& button, QWidget* parent)
    : QWidget(parent), m_sentence(new QLabel(this)), m_button(new QPushButton(this)) {
    setObjectName(QStringLiteral("emptyState"));
    m_sentence->setObjectName(QStringLiteral("emptySentence"));
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setMaximumWidth(kWidestLine);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_button->setObjectName(QStringLiteral("emptyButton"));
    connect(m_button, &QPushButton::clicked, this, &EmptyState::activated);

    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(m_sentence, 100);
    line->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    column->setSpacing(kDialogMargin);
    column->addStretch();
    column->addLayout(line);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addStretch();

    setSentence(sentence);
    setButtonText(button);
}

QString EmptyState::sentence() const {
    return m_sentence->text();
}

void EmptyState::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
}

QString EmptyState::buttonText() const {
    return m_button->text();
}

void EmptyState::setButtonText(const QString& text) {
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void EmptyState::setButtonObstacle(const QString& reason) {
    m_button->setEnabled(reason.isEmpty());
    m_button->setToolTip(reason);
    m_button->setAccessibleDescription(reason);
}

} // namespace tessera::ui
