#pragma once

#include "core/api/snapshot.h"

#include <string>

class QComboBox;

namespace tessera::ui {

// Offers the layers of a network, null for none, and chooses the one that chooseLayer() takes for
// `wanted`. Sends no signal.
void fillLayerPicker(QComboBox& box, const NetworkRows* network, const std::string& wanted);

} // namespace tessera::ui
