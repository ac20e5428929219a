#include "ui/widgets/form_dialog.h"

#include "ui/widgets/measures.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kTextWidth = 440;

QLabel* wrapped(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(kTextWidth);
    return label;
}

} // namespace

FormDialog::FormDialog(const QString& name, const QString& title, DialogSize size, QWidget* parent)
    : QDialog(parent), m_size(size), m_contents(new QVBoxLayout), m_problem(wrapped({}, this)) {
    setObjectName(name);
    setWindowTitle(title);
    m_problem->setObjectName(name + QStringLiteral(".problem"));
    m_problem->hide();
    m_contents->setSpacing(kSpace);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    column->setSpacing(kSpace);
    column->addLayout(m_contents, 1);
    column->addWidget(m_problem);
}

void FormDialog::addButtons(const QString& accept) {
    auto* buttons = new QDialogButtonBox(this);
    m_accept = buttons->addButton(accept, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(objectName() + QStringLiteral(".accept"));
    m_accept->setDefault(true);
    auto* cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(objectName() + QStringLiteral(".cancel"));
    cancel->setAutoDefault(false);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = static_cast<QVBoxLayout*>(layout());
    column->addSpacing(kSpace);
    column->addWidget(buttons);
    if (m_size == DialogSize::Fixed) {
        column->setSizeConstraint(QLayout::SetFixedSize); // follows notes and problems
    }
    setProblem(problem());
}

void FormDialog::setProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (m_accept == nullptr) {
        return;
    }
    m_accept->setEnabled(sentence.isEmpty());
    m_accept->setToolTip(sentence);
    m_accept->setAccessibleDescription(sentence);
}

QString FormDialog::problem() const {
    return m_problem->text();
}

QLabel* FormDialog::addText(const QString& text) {
    auto* label = wrapped(text, this);
    m_contents->addWidget(label);
    return label;
}

QLabel* FormDialog::addNote(const QString& name) {
    auto* label = addText({});
    label->setObjectName(name);
    auto font = label->font();
    font.setPointSizeF(kCaptionSize * font.pointSizeF());
    label->setFont(font);
    label->hide();
    return label;
}

void FormDialog::setNote(QLabel* note, const QString& text) {
    note->setText(text);
    note->setVisible(!text.isEmpty());
}

} // namespace tessera::ui
