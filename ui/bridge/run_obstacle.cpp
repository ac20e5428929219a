#include "ui/bridge/run_obstacle.h"

#include "ui/bridge/services.h"

#include <QCoreApplication>

namespace tessera::ui {

namespace {

struct RunObstacleWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui::RunController)
};

} // namespace

QString storeObstacle(const RunLibrary& library) {
    if (!library.isOpen()) {
        return RunObstacleWords::tr(
            "No run store is open. Open or create one with File, Open store.");
    }
    if (library.isLost()) {
        return RunObstacleWords::tr(
            "The run store is no longer there. Put it back or open another one.");
    }
    if (!library.opened()->writable) {
        return RunObstacleWords::tr(
            "The run store can only be read here. Open another one to run experiments.");
    }
    return {};
}

QString runObstacle(const Services& services) {
    const auto& engine = services.bridge.engine();
    if (!engine) {
        return RunObstacleWords::tr("The engine is still being loaded.");
    }
    if (!*engine) {
        return RunObstacleWords::tr(
            "The engine could not be loaded. Runs can be looked at, but not made.");
    }
    return storeObstacle(services.library);
}

} // namespace tessera::ui
