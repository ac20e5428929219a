#include "ui/widgets/modal_dialogs.h"

#include "ui/settings/settings.h"
#include "ui/widgets/message_dialog.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/reading_dialog.h"
#include "ui/widgets/text_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace tessera::ui {

namespace {

using Weight = MessageDialog::Weight;

// What exec() returns for the button that throws work away; Accepted and Rejected are 1 and 0.
constexpr int kDiscarded = 2;

std::filesystem::path pathOf(const QString& file) {
    return QFile::encodeName(file).toStdString();
}

std::optional<QString> askForFile(QFileDialog& dialog) {
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return std::nullopt;
    }
    return dialog.selectedFiles().constFirst();
}

std::optional<QString> askForText(TextDialog& dialog) {
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.text()) : std::nullopt;
}

} // namespace

void ModalDialogs::showError(QWidget* parent, const QString& sentence, const QString& details) {
    MessageDialog dialog(MessageLevel::Error, sentence, details, parent);
    dialog.addButton(QStringLiteral("messageClose"), tr("Close"), QDialog::Rejected,
                     Weight::Default);
    dialog.exec();
}

void ModalDialogs::showText(QWidget* parent, const QString& title, const QString& text) {
    ReadingDialog(title, text, parent).exec();
}

UnsavedChoice ModalDialogs::askUnsaved(QWidget* parent, const QString& sentence) {
    MessageDialog dialog(MessageLevel::Warning, sentence, {}, parent);
    dialog.addButton(QStringLiteral("messageSave"), tr("&Save"), QDialog::Accepted,
                     Weight::Default);
    dialog.addButton(QStringLiteral("messageDiscard"), tr("Do&n't save"), kDiscarded,
                     Weight::Plain);
    dialog.addButton(QStringLiteral("messageCancel"), tr("Cancel"), QDialog::Rejected,
                     Weight::Plain);
    switch (dialog.exec()) {
    case QDialog::Accepted:
        return UnsavedChoice::Save;
    case kDiscarded:
        return UnsavedChoice::Discard;
    default:
        return UnsavedChoice::Cancel;
    }
}

Consent ModalDialogs::ask(QWidget* parent, const QString& sentence, const QString& yes,
                          const QString& no) {
    MessageDialog dialog(MessageLevel::Info, sentence, {}, parent);
    dialog.addButton(QStringLiteral("messageYes"), yes, QDialog::Accepted, Weight::Plain);
    // A key pressed by habit must not go ahead with what is worth a question.
    dialog.addButton(QStringLiteral("messageCancel"), no, QDialog::Rejected, Weight::Default);
    return dialog.exec() == QDialog::Accepted ? Consent::Yes : Consent::No;
}

std::optional<std::filesystem::path> ModalDialogs::openFile(QWidget* parent, const QString& title,
                                                            const QStringList& filters) {
    QFileDialog dialog(parent, title, folder());
    dialog.setObjectName(QStringLiteral("openDialog"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    dialog.setNameFilters(filters);
    const auto file = askForFile(dialog);
    if (!file) {
        return std::nullopt;
    }
    remember(*file);
    return pathOf(*file);
}

std::optional<std::filesystem::path> ModalDialogs::openFolder(QWidget* parent,
                                                              const QString& title) {
    QFileDialog dialog(parent, title, folder());
    dialog.setObjectName(QStringLiteral("openFolderDialog"));
    dialog.setFileMode(QFileDialog::Directory);
    dialog.setOption(QFileDialog::ShowDirsOnly, false); // what is inside tells it from others
    const auto chosen = askForFile(dialog);
    if (!chosen) {
        return std::nullopt;
    }
    remember(*chosen);
    return pathOf(*chosen);
}

std::optional<std::filesystem::path> ModalDialogs::saveFile(QWidget* parent, const QString& title,
                                                            const QStringList& filters,
                                                            const QString& suggestedName) {
    QFileDialog dialog(parent, title, folder());
    dialog.setObjectName(QStringLiteral("saveDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave); // asks before it overwrites
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setNameFilters(filters);
    dialog.setDefaultSuffix(suffixOf(filters.value(0)));
    QObject::connect(
        &dialog, &QFileDialog::filterSelected, &dialog,
        [&dialog](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
    dialog.selectFile(suggestedName);
    const auto file = askForFile(dialog);
    if (!file) {
        return std::nullopt;
    }
    remember(*file);
    return pathOf(*file);
}

std::optional<QString> ModalDialogs::askText(QWidget* parent, const QString& title,
                                             const QString& label, const QString& text) {
    TextDialog dialog(TextLength::Line, title, label, text, parent);
    return askForText(dialog);
}

std::optional<QString> ModalDialogs::askLongText(QWidget* parent, const QString& title,
                                                 const QString& label, const QString& text) {
    TextDialog dialog(TextLength::Paragraphs, title, label, text, parent);
    return askForText(dialog);
}

Consent ModalDialogs::show(QDialog& dialog) {
    return dialog.exec() == QDialog::Accepted ? Consent::Yes : Consent::No;
}

QString ModalDialogs::folder() const {
    const auto last =
        m_settings != nullptr ? m_settings->value(setting::kLastFolder).toString() : m_folder;
    return !last.isEmpty() && QFileInfo(last).isDir() ? last : QDir::homePath();
}

void ModalDialogs::remember(const QString& file) {
    m_folder = QFileInfo(file).absolutePath();
    if (m_settings != nullptr) {
        m_settings->setValue(setting::kLastFolder, m_folder);
    }
}

QString suffixOf(const QString& filter) {
    const auto open = filter.lastIndexOf(u'(');
    const auto pattern = filter.mid(open + 1, filter.lastIndexOf(u')') - open - 1).trimmed();
    const bool single = open >= 0 && pattern.startsWith(QStringLiteral("*.")) &&
                        !pattern.contains(u' ') && pattern.count(u'*') == 1;
    return single ? pattern.mid(2) : QString();
}

} // namespace tessera::ui
