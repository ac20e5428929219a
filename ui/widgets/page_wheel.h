#pragma once

class QWidget;

namespace tessera::ui {

// Lets the wheel scroll the page that a plot stands on, until somebody has clicked into the plot:
// on a long page it would be caught by every plot that comes under the pointer. UI thread.
void scrollPageByWheel(QWidget* plot);

} // namespace tessera::ui
