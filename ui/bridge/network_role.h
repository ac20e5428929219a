#pragma once

#include "core/api/experiment.h"

#include <QString>

namespace tessera::ui {

enum class NetworkRole { Source, Receiver };

// The part of an experiment that speaks of the one or of the other.
[[nodiscard]] inline QString placeOf(NetworkRole role) {
    return role == NetworkRole::Source ? QStringLiteral("source") : QStringLiteral("receiver");
}

[[nodiscard]] inline NetworkSpec& networkOf(Experiment& experiment, NetworkRole role) {
    return role == NetworkRole::Source ? experiment.source.network : experiment.receiver.network;
}

[[nodiscard]] inline const NetworkSpec& networkOf(const Experiment& experiment, NetworkRole role) {
    return role == NetworkRole::Source ? experiment.source.network : experiment.receiver.network;
}

[[nodiscard]] inline TrainSpec& trainingOf(Experiment& experiment, NetworkRole role) {
    return role == NetworkRole::Source ? experiment.source.train : experiment.receiver.train;
}

[[nodiscard]] inline const TrainSpec& trainingOf(const Experiment& experiment, NetworkRole role) {
    return role == NetworkRole::Source ? experiment.source.train : experiment.receiver.train;
}

// Whether it comes from a file, or will as soon as one is chosen.
[[nodiscard]] inline bool isFromFile(const NetworkSpec& network) {
    return !network.file.empty() || !network.architecture;
}

} // namespace tessera::ui
