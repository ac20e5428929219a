#include "ui/panels/hub_view.h"

#include "ui/widgets/plot_frame.h"

namespace tessera::ui {

HubView::HubView(Services& services, QWidget* parent)
    : PlotsView(services, QStringLiteral("view.hub"), plotIds(),
                tr("Run a transfer to see source and receiver in the hub."), parent) {
    setContent(frames().front());
}

} // namespace tessera::ui
