#include "ui/widgets/elided_label.h"

#include "ui/strings/strings.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

namespace tessera::ui {

namespace {

// What must stay readable at the narrowest.
constexpr int kFewestCharacters = 4;

} // namespace

ElidedLabel::ElidedLabel(QWidget* parent) : ElidedLabel(QString(), parent) {}

ElidedLabel::ElidedLabel(const QString& text, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidedLabel::setText(const QString& text) {
    QLabel::setText(text);
    updateGeometry();
    refreshToolTip();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode) {
    m_elideMode = mode;
    refreshToolTip();
    update();
}

bool ElidedLabel::isElided() const {
    return shownText() != text();
}

QSize ElidedLabel::sizeHint() const {
    const auto inner = QSize(fontMetrics().horizontalAdvance(text()), fontMetrics().height());
    return inner.grownBy(contentsMargins()) + QSize(2 * margin(), 2 * margin());
}

QSize ElidedLabel::minimumSizeHint() const {
    const auto wanted = sizeHint();
    const int few = fontMetrics().averageCharWidth() * kFewestCharacters;
    return {qMin(wanted.width(), few + wanted.width() - fontMetrics().horizontalAdvance(text())),
            wanted.height()};
}

QString ElidedLabel::shownText() const {
    return fontMetrics().elidedText(text(), m_elideMode, contentsRect().width() - 2 * margin());
}

void ElidedLabel::refreshToolTip() {
    setToolTip(isElided() ? plainToolTip(text()) : QString());
}

void ElidedLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawFrame(&painter);
    const auto inner = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const auto where = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(&painter, inner, static_cast<int>(where) | Qt::TextSingleLine, palette(),
                          isEnabled(), shownText(), foregroundRole());
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    refreshToolTip();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
        refreshToolTip();
    }
}

} // namespace tessera::ui
