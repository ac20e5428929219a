#include "ui/widgets/reading_dialog.h"

#include "ui/widgets/measures.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace tessera::ui {

namespace {

constexpr int kColumns = 64; // letters
constexpr int kMostLines = 24;

} // namespace

ReadingDialog::ReadingDialog(const QString& title, const QString& text, QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("readingDialog"));
    setWindowTitle(title);
    auto* page = new QPlainTextEdit(text.trimmed(), this);
    page->setObjectName(QStringLiteral("readingText"));
    page->setAccessibleName(title);
    page->setReadOnly(true);
    page->setTabChangesFocus(true);
    const QFontMetrics metrics(page->font());
    const int lines = std::min(kMostLines, static_cast<int>(text.count(QLatin1Char('\n'))) + 6);
    page->setMinimumSize(kColumns * metrics.averageCharWidth(), lines * metrics.lineSpacing());

    auto* buttons = new QDialogButtonBox(this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("readingCopy"));
    copy->setAutoDefault(false);
    auto* close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close->setObjectName(QStringLiteral("readingClose"));
    close->setDefault(true);
    connect(copy, &QPushButton::clicked, this,
            [page] { QGuiApplication::clipboard()->setText(page->toPlainText()); });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kDialogMargin, kDialogMargin, kDialogMargin, kDialogMargin);
    layout->setSpacing(kDialogMargin / 2);
    layout->addWidget(page);
    layout->addWidget(buttons);
}

} // namespace tessera::ui
