#pragma once

#include "ui/panels/plots_view.h"

namespace tessera::ui {

// Where source and receiver put the same inputs in the hub. UI thread.
class HubView : public PlotsView {
    Q_OBJECT

public:
    explicit HubView(Services& services, QWidget* parent = nullptr);

    // Ids in the plot catalogue.
    [[nodiscard]] static std::vector<const char*> plotIds() { return {"hub-space"}; }
};

} // namespace tessera::ui
