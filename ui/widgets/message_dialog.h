#pragma once

#include <QDialog>

class QAbstractButton;
class QDialogButtonBox;
class QPlainTextEdit;
class QPushButton;

namespace tessera::ui {

enum class MessageLevel;

// A message or a question: symbol, one sentence and buttons; with a technical text also "Details",
// which unfolds it, and "Copy". Esc is the button that changes nothing. UI thread.
class MessageDialog : public QDialog {
    Q_OBJECT

public:
    MessageDialog(MessageLevel level, const QString& sentence, const QString& details,
                  QWidget* parent = nullptr);

    enum class Weight { Plain, Default }; // Enter presses the default button
    // The dialog ends with `result` when the button is pressed.
    QPushButton* addButton(const QString& name, const QString& text, int result, Weight weight);

private:
    void addDetails(const QString& sentence, const QString& details);

    QDialogButtonBox* m_buttons = nullptr;
    QPlainTextEdit* m_details = nullptr;
};

} // namespace tessera::ui
