#include "ui/compare/compare_view.h"
#include "ui/panels/activations_view.h"
#include "ui/panels/curves_view.h"
#include "ui/panels/hub_view.h"
#include "ui/panels/layers_view.h"
#include "ui/panels/token_view.h"
#include "ui/panels/view.h"
#include "ui/study/studies_view.h"

#include <QCoreApplication>

namespace tessera::ui {

namespace {

struct ViewCatalogWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

template <class T>
View* make(Services& services, QWidget* parent) {
    return new T(services, parent);
}

} // namespace

const std::vector<ViewEntry>& viewCatalog() {
    static const std::vector<ViewEntry> all = {
        {"activations", [] { return ViewCatalogWords::tr("Activations"); }, "activations",
         make<ActivationsView>, ActivationsView::plotIds()},
        {"hub", [] { return ViewCatalogWords::tr("Hub space"); }, "hub", make<HubView>,
         HubView::plotIds()},
        {"layers", [] { return ViewCatalogWords::tr("Layers"); }, "layers", make<LayersView>,
         LayersView::plotIds()},
        {"curves", [] { return ViewCatalogWords::tr("Curves"); }, "curves", make<CurvesView>,
         CurvesView::plotIds()},
        {"token", [] { return ViewCatalogWords::tr("Token"); }, "token", make<TokenView>, {}},
        {"compare",
         [] { return ViewCatalogWords::tr("Compare"); },
         "compare",
         make<CompareView>,
         {}},
        {"studies", [] { return ViewCatalogWords::tr("Studies"); }, "table", make<StudiesView>, {}},
    };
    return all;
}

} // namespace tessera::ui
