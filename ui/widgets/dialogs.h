#pragma once

#include "core/api/result.h"

#include <QString>
#include <QStringList>

#include <filesystem>
#include <optional>

class QDialog;
class QWidget;

namespace tessera::ui {

enum class UnsavedChoice { Save, Discard, Cancel };
enum class Consent { Yes, No };

// The seam through which every modal question goes, so that tests can answer. UI thread.
class Dialogs {
public:
    virtual ~Dialogs() = default;

    // One sentence, "Details" with the technical text, "Copy".
    virtual void showError(QWidget* parent, const QString& sentence, const QString& details) = 0;
    // Text to read, and to copy.
    virtual void showText(QWidget* parent, const QString& title, const QString& text) = 0;
    virtual UnsavedChoice askUnsaved(QWidget* parent, const QString& sentence) = 0;
    // The texts of the button that goes ahead and of the one that leaves things as they are.
    virtual Consent ask(QWidget* parent, const QString& sentence, const QString& yes,
                        const QString& no) = 0;
    // Empty: the person thought better of it. `filters` as QFileDialog has them.
    virtual std::optional<std::filesystem::path> openFile(QWidget* parent, const QString& title,
                                                          const QStringList& filters) = 0;
    virtual std::optional<std::filesystem::path> openFolder(QWidget* parent,
                                                            const QString& title) = 0;
    virtual std::optional<std::filesystem::path> saveFile(QWidget* parent, const QString& title,
                                                          const QStringList& filters,
                                                          const QString& suggestedName) = 0;
    virtual std::optional<QString> askText(QWidget* parent, const QString& title,
                                           const QString& label, const QString& text) = 0;
    virtual std::optional<QString> askLongText(QWidget* parent, const QString& title,
                                               const QString& label, const QString& text) = 0;
    // A dialog of the caller's own, which keeps what was entered.
    virtual Consent show(QDialog& dialog) = 0;
};

} // namespace tessera::ui
