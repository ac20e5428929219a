#pragma once

#include "ui/panels/plots_view.h"

namespace tessera::ui {

// The activations of source and receiver on the same inputs. UI thread.
class ActivationsView : public PlotsView {
    Q_OBJECT

public:
    explicit ActivationsView(Services& services, QWidget* parent = nullptr);

    // Ids in the plot catalogue.
    [[nodiscard]] static std::vector<const char*> plotIds() { return {"activations"}; }
};

} // namespace tessera::ui
