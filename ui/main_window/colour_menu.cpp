#include "ui/main_window/colour_menu.h"

#include "ui/bridge/services.h"
#include "ui/plots/colour_maps.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace tessera::ui {

QMenu* makeColourMenu(Services& services, QWidget* parent) {
    auto* menu = new QMenu(QCoreApplication::translate("tessera::ui", "&Colours of maps"), parent);
    auto* group = new QActionGroup(menu);
    const auto chosen = colourMapOf(services.settings.value(setting::kColours).toString());
    services.theme.setColours(chosen);
    for (const auto& entry : colourMaps()) {
        auto* action = group->addAction(menu->addAction(entry.title()));
        action->setCheckable(true);
        action->setObjectName(QStringLiteral("action.colours.") + entry.id);
        action->setChecked(entry.map == chosen);
        QObject::connect(action, &QAction::triggered, menu, [&services, entry] {
            services.settings.setValue(setting::kColours, QString(entry.id));
            services.theme.setColours(entry.map);
        });
    }
    return menu;
}

} // namespace tessera::ui
