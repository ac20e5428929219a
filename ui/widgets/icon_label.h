#pragma once

#include <QLabel>

namespace tessera::ui {

// An icon as a picture beside text. Follows the palette. Says nothing to screen readers: the text
// beside it does. UI thread.
class IconLabel : public QLabel {
    Q_OBJECT

public:
    IconLabel(QString name, int size, QWidget* parent = nullptr);

private:
    void changeEvent(QEvent* event) override;
    void draw();

    QString m_name;
    int m_size;
};

} // namespace tessera::ui
