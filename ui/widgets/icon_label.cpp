#include "ui/widgets/icon_label.h"

#include "ui/widgets/icons.h"

#include <QEvent>

namespace tessera::ui {

IconLabel::IconLabel(QString name, int size, QWidget* parent)
    : QLabel(parent), m_name(std::move(name)), m_size(size) {
    draw();
}

void IconLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        draw();
    }
}

void IconLabel::draw() {
    setPixmap(icon(m_name).pixmap(QSize(m_size, m_size), devicePixelRatio()));
}

} // namespace tessera::ui
