#include "ui/widgets/message_dialog.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/measures.h"
#include "ui/widgets/notice_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace tessera::ui {

namespace {

constexpr int kSentenceWidth = 360;
constexpr int kDetailsWidth = 480;
constexpr int kDetailLines = 8;

} // namespace

MessageDialog::MessageDialog(MessageLevel level, const QString& sentence, const QString& details,
                             QWidget* parent)
    : QDialog(parent), m_buttons(new QDialogButtonBox(this)) {
    setObjectName(QStringLiteral("messageDialog"));
    setWindowTitle(level == MessageLevel::Info ? QApplication::applicationDisplayName()
                                               : levelText(level));
    setAccessibleName(windowTitle());
    setAccessibleDescription(sentence);

    auto* symbol = new QLabel(this);
    symbol->setObjectName(QStringLiteral("messageSymbol"));
    const int size = style()->pixelMetric(QStyle::PM_LargeIconSize, nullptr, this);
    symbol->setPixmap(icon(levelIcon(level)).pixmap(QSize(size, size), devicePixelRatioF()));
    symbol->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* label = new QLabel(sentence, this);
    label->setObjectName(QStringLiteral("messageSentence"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setMinimumWidth(kSentenceWidth);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* line = new QHBoxLayout;
    line->setSpacing(kDialogMargin);
    line->addWidget(symbol);
    line->addWidget(label, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    column->setSpacing(kDialogMargin);
    column->setSizeConstraint(QLayout::SetFixedSize); // follows the details
    column->addLayout(line);
    m_buttons->setObjectName(QStringLiteral("messageButtons"));
    if (!details.isEmpty()) {
        addDetails(sentence, details);
        column->addWidget(m_details);
    }
    column->addWidget(m_buttons);
}

void MessageDialog::addDetails(const QString& sentence, const QString& details) {
    m_details = new QPlainTextEdit(details, this);
    m_details->setObjectName(QStringLiteral("messageText"));
    m_details->setAccessibleName(tr("Technical text of the message"));
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_details->setMinimumSize(kDetailsWidth, m_details->fontMetrics().lineSpacing() * kDetailLines);
    m_details->hide();

    auto* unfold = m_buttons->addButton(tr("&Details"), QDialogButtonBox::ActionRole);
    unfold->setObjectName(QStringLiteral("messageDetails"));
    unfold->setCheckable(true);
    unfold->setAutoDefault(false);
    connect(unfold, &QPushButton::toggled, m_details, &QWidget::setVisible);
    auto* copy = m_buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("messageCopy"));
    copy->setAutoDefault(false);
    copy->setAccessibleDescription(tr("Copies the message with its technical text."));
    connect(copy, &QPushButton::clicked, this, [sentence, details] {
        QApplication::clipboard()->setText(sentence + u'\n' + details);
    });
}

QPushButton* MessageDialog::addButton(const QString& name, const QString& text, int result,
                                      Weight weight) {
    // The box knows the usual order of the desktop by the role.
    const auto role = result == QDialog::Rejected   ? QDialogButtonBox::RejectRole
                      : weight == Weight::Default   ? QDialogButtonBox::AcceptRole
                      : result == QDialog::Accepted ? QDialogButtonBox::AcceptRole
                                                    : QDialogButtonBox::DestructiveRole;
    auto* button = m_buttons->addButton(text, role);
    button->setObjectName(name);
    button->setAutoDefault(weight == Weight::Default);
    button->setDefault(weight == Weight::Default);
    connect(button, &QPushButton::clicked, this, [this, result] { done(result); });
    if (weight == Weight::Default) {
        button->setFocus();
    }
    return button;
}

} // namespace tessera::ui
