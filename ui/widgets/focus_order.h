#pragma once

class QWidget;

namespace tessera::ui {

// Lets Tab go from `before` to the widgets below `compound`, in their own order, and then on. For
// what is made after the window: it would come last. UI thread.
void insertInTabOrder(QWidget* before, const QWidget* compound);

} // namespace tessera::ui
