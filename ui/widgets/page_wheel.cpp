#include "ui/widgets/page_wheel.h"

#include <QEvent>
#include <QWidget>

namespace tessera::ui {

namespace {

class PageWheel : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const auto* widget = qobject_cast<QWidget*>(watched);
        if (event->type() != QEvent::Wheel || widget == nullptr || widget->hasFocus()) {
            return false;
        }
        event->ignore(); // for the page
        return true;
    }
};

} // namespace

void scrollPageByWheel(QWidget* plot) {
    auto* canvas = plot->focusProxy() != nullptr ? plot->focusProxy() : plot;
    canvas->installEventFilter(new PageWheel(canvas));
}

} // namespace tessera::ui
