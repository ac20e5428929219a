#pragma once

#include <QDialog>

class QLineEdit;
class QPlainTextEdit;

namespace tessera::ui {

enum class TextLength { Line, Paragraphs };

// Asks for a text. Enter accepts a line; in paragraphs Ctrl+Enter does, since Enter starts a new
// one. UI thread.
class TextDialog : public QDialog {
    Q_OBJECT

public:
    TextDialog(TextLength length, const QString& title, const QString& label, const QString& text,
               QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;

private:
    QWidget* makeEditor(TextLength length, const QString& text);

    QLineEdit* m_line = nullptr;
    QPlainTextEdit* m_paragraphs = nullptr;
};

} // namespace tessera::ui
