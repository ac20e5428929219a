#include "ui/panels/activations_view.h"

#include "ui/widgets/plot_frame.h"

namespace tessera::ui {

ActivationsView::ActivationsView(Services& services, QWidget* parent)
    : PlotsView(services, QStringLiteral("view.activations"), plotIds(),
                tr("Run a transfer to see the activations of source and receiver side by side."),
                parent) {
    setContent(frames().front());
}

} // namespace tessera::ui
