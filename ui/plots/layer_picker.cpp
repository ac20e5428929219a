#include "ui/plots/layer_picker.h"

#include "ui/plots/activation_rows.h"
#include "ui/strings/strings.h"

#include <QComboBox>
#include <QSignalBlocker>

namespace tessera::ui {

void fillLayerPicker(QComboBox& box, const NetworkRows* network, const std::string& wanted) {
    QStringList names;
    for (std::size_t i = 0; network != nullptr && i < network->layers.size(); ++i) {
        names << fromUtf8(network->layers[i].name);
    }
    QStringList present;
    for (int i = 0; i < box.count(); ++i) {
        present << box.itemText(i);
    }
    const QSignalBlocker blocker(box);
    if (names != present) {
        box.clear();
        box.addItems(names);
    }
    if (network != nullptr) {
        const auto* layer = chooseLayer(*network, wanted);
        box.setCurrentIndex(
            layer != nullptr ? static_cast<int>(names.indexOf(fromUtf8(layer->name))) : -1);
    }
    box.setEnabled(names.size() > 1);
}

} // namespace tessera::ui
