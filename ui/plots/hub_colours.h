#pragma once

// Included by sources only: what it gives out is drawn by QCustomPlot.
#include "core/api/run_view.h"
#include "ui/plots/point_cloud.h"

#include <optional>
#include <vector>

class QCPColorGradient;

namespace tessera::ui {

struct Theme;

// What the colours of the points in the hub mean.
enum class HubColours { Class, Network, Correctness, Drift };

// How the points of one network look.
struct CloudLook {
    std::vector<CloudStyle> styles;
    std::vector<int> which; // style of each sample; empty: the first one for all
    int top = -1;           // style that lies above the others
};

struct HubLook {
    CloudLook source;
    CloudLook receiver;
    std::vector<KeyEntry> entries;   // what the colours stand for
    QColor sourceKey, receiverKey;   // of the networks' own entries, which tell the markers
    std::optional<double> mostDrift; // nats at the end of the gradient; nothing: no gradient
};

// How the samples of a snapshot look. Where what the colours mean was not measured, all are grey.
[[nodiscard]] HubLook hubLook(const RunView& run, const Snapshot& snapshot, HubColours colours,
                              const Theme& theme);

// From what lies close to the background to what stands out from it.
[[nodiscard]] QCPColorGradient driftGradient(const Theme& theme);

// Whether a network names the class of a sample. Nothing: it is not known.
[[nodiscard]] std::optional<bool> isRight(const Snapshot& snapshot, const NetworkRows* network,
                                          std::size_t sample);

} // namespace tessera::ui
