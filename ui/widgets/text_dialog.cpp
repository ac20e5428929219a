#include "ui/widgets/text_dialog.h"

#include "ui/widgets/measures.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kWidth = 360;
constexpr int kHeight = 160;

} // namespace

TextDialog::TextDialog(TextLength length, const QString& title, const QString& label,
                       const QString& text, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("textDialog"));
    setWindowTitle(title);
    auto* question = new QLabel(label, this);
    question->setObjectName(QStringLiteral("textLabel"));
    question->setWordWrap(true);
    auto* editor = makeEditor(length, text);
    editor->setObjectName(QStringLiteral("textEditor"));
    editor->setAccessibleName(QString(label).remove(u'&'));
    question->setBuddy(editor);

    auto* buttons = new QDialogButtonBox(this);
    buttons->setObjectName(QStringLiteral("textButtons"));
    auto* accept = buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    accept->setObjectName(QStringLiteral("textAccept"));
    accept->setDefault(true);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(QStringLiteral("textCancel"));
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    column->setSpacing(kSpace);
    column->addWidget(question);
    column->addWidget(editor, 1);
    column->addSpacing(kSpace);
    column->addWidget(buttons);
    editor->setFocus();
}

QWidget* TextDialog::makeEditor(TextLength length, const QString& text) {
    if (length == TextLength::Line) {
        m_line = new QLineEdit(text, this);
        m_line->setMinimumWidth(kWidth);
        m_line->selectAll();
        return m_line;
    }
    m_paragraphs = new QPlainTextEdit(text, this);
    m_paragraphs->setMinimumSize(kWidth, kHeight);
    m_paragraphs->setTabChangesFocus(true);
    m_paragraphs->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // lines are wrapped
    m_paragraphs->moveCursor(QTextCursor::End);
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}) {
        auto* accept = new QShortcut(QKeySequence(key), this);
        connect(accept, &QShortcut::activated, this, &QDialog::accept);
    }
    return m_paragraphs;
}

QString TextDialog::text() const {
    return m_line != nullptr ? m_line->text() : m_paragraphs->toPlainText();
}

} // namespace tessera::ui
