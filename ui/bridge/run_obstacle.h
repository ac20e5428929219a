#pragma once

#include <QString>

namespace tessera::ui {

class RunLibrary;
class Services;

// Why nothing can be run now, in one sentence; empty: something can. UI thread.
[[nodiscard]] QString storeObstacle(const RunLibrary& library);
[[nodiscard]] QString runObstacle(const Services& services); // the engine's and the store's

} // namespace tessera::ui
