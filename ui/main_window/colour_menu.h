#pragma once

class QMenu;
class QWidget;

namespace tessera::ui {

class Services;

// The colours of maps, to choose from; puts the remembered choice into force. UI thread.
[[nodiscard]] QMenu* makeColourMenu(Services& services, QWidget* parent);

} // namespace tessera::ui
