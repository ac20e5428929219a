#pragma once

#include "ui/widgets/dialogs.h"

#include <QCoreApplication>

namespace tessera::ui {

class Settings;

// The dialogs a person sees. Files are asked for in the folder where the last one was. UI thread.
class ModalDialogs : public Dialogs {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::ModalDialogs)

public:
    // `settings`, which outlive this object, remember the folder between sessions; null: they
    // do not.
    explicit ModalDialogs(Settings* settings = nullptr) : m_settings(settings) {}

    void showError(QWidget* parent, const QString& sentence, const QString& details) override;
    void showText(QWidget* parent, const QString& title, const QString& text) override;
    UnsavedChoice askUnsaved(QWidget* parent, const QString& sentence) override;
    Consent ask(QWidget* parent, const QString& sentence, const QString& yes,
                const QString& no) override;
    std::optional<std::filesystem::path> openFile(QWidget* parent, const QString& title,
                                                  const QStringList& filters) override;
    std::optional<std::filesystem::path> openFolder(QWidget* parent, const QString& title) override;
    std::optional<std::filesystem::path> saveFile(QWidget* parent, const QString& title,
                                                  const QStringList& filters,
                                                  const QString& suggestedName) override;
    std::optional<QString> askText(QWidget* parent, const QString& title, const QString& label,
                                   const QString& text) override;
    std::optional<QString> askLongText(QWidget* parent, const QString& title, const QString& label,
                                       const QString& text) override;
    Consent show(QDialog& dialog) override;

private:
    [[nodiscard]] QString folder() const;
    void remember(const QString& file);

    Settings* m_settings;
    QString m_folder; // where there are no settings
};

// "tessera.json" of "Experiments (*.tessera.json)": what a name without an ending gets. Empty where
// the filter has no single ending.
[[nodiscard]] QString suffixOf(const QString& filter);

} // namespace tessera::ui
