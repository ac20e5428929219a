#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tessera::ui {

// Whether a dialog is as large as its contents, or as large as the person likes.
enum class DialogSize { Fixed, Free };

// A dialog that asks for something: contents, a line that says what is still wrong, and two
// buttons. It can be accepted only when nothing is wrong. UI thread.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    // `name`: object name, and the beginning of those of label and buttons.
    FormDialog(const QString& name, const QString& title, DialogSize size, QWidget* parent);

    // What is wrong and how to mend it; empty: nothing. The button's tool tip says the same.
    void setProblem(const QString& sentence);
    [[nodiscard]] QString problem() const;

protected:
    // Of the contents, above the line and the buttons.
    [[nodiscard]] QVBoxLayout* contents() const { return m_contents; }
    // Once, after the contents, so that Tab reaches the buttons last.
    void addButtons(const QString& accept);
    // One or more sentences that explain.
    QLabel* addText(const QString& text);
    // Small words below a field, hidden while they are empty.
    QLabel* addNote(const QString& name);
    static void setNote(QLabel* note, const QString& text);

private:
    DialogSize m_size;
    QVBoxLayout* m_contents;
    QLabel* m_problem;
    QPushButton* m_accept = nullptr;
};

} // namespace tessera::ui
