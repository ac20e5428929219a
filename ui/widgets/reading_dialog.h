#pragma once

#include <QDialog>

namespace tessera::ui {

// A text to read and to copy: shortcuts, what the program is. UI thread.
class ReadingDialog : public QDialog {
    Q_OBJECT

public:
    ReadingDialog(const QString& title, const QString& text, QWidget* parent = nullptr);
};

} // namespace tessera::ui
