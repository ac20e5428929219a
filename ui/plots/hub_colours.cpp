#include "ui/plots/hub_colours.h"

#include "ui/plots/activation_rows.h"
#include "ui/plots/colour_maps.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tessera::ui {

namespace {

struct HubColoursWords {
    Q_DECLARE_TR_FUNCTIONS(HubColours)
};

constexpr int kMostNamed = 20; // classes in the key
constexpr int kShades = 64;    // of the gradient
constexpr int kRight = 0, kWrong = 1, kUnknown = 2;

KeyEntry entryOf(const QString& text, const QColor& colour, Marker marker, const Theme& theme) {
    return {text, theme.text, colour, marker, Qt::NoPen, 1.0};
}

void colourByNetwork(HubLook& look, const Theme& theme) {
    look.source.styles = {{theme.identity(Identity::Source)}};
    look.receiver.styles = {{theme.identity(Identity::Receiver)}};
    look.sourceKey = theme.identity(Identity::Source);
    look.receiverKey = theme.identity(Identity::Receiver);
}

void colourByClass(HubLook& look, const RunView& run, const SampleSet& samples,
                   const Theme& theme) {
    int classes = samples.classes;
    for (const auto label : samples.labels) {
        classes = std::max(classes, label + 1);
    }
    for (int label = 0; label < classes; ++label) {
        look.source.styles.push_back({theme.category(label)});
        if (label < std::min(samples.classes, kMostNamed)) {
            look.entries.push_back(
                entryOf(classText(run, label), theme.category(label), Marker::Block, theme));
        }
    }
    look.source.styles.push_back({theme.mutedText}); // for those without a class
    for (std::size_t i = 0; i < static_cast<std::size_t>(samples.size()); ++i) {
        const auto label = i < samples.labels.size() ? samples.labels[i] : -1;
        look.source.which.push_back(label < 0 ? classes : label);
    }
    look.receiver = look.source;
}

void colourByCorrectness(HubLook& look, const RunView& run, const Snapshot& snapshot,
                         const Theme& theme) {
    // The source stays solid and the receiver open, right or wrong.
    look.source.styles = {{theme.good}, {theme.bad, Marker::Triangle}, {theme.mutedText}};
    look.receiver.styles = {{theme.good}, {theme.bad, Marker::Cross}, {theme.mutedText}};
    bool someUnknown = false;
    const auto judge = [&](CloudLook& cloud, const NetworkRows* network) {
        for (std::size_t i = 0; i < static_cast<std::size_t>(snapshot.samples->size()); ++i) {
            const auto right = isRight(snapshot, network, i);
            cloud.which.push_back(!right ? kUnknown : *right ? kRight : kWrong);
            someUnknown = someUnknown || (network != nullptr && !right);
        }
        cloud.top = kWrong;
    };
    judge(look.source, snapshot.source.get());
    // With classes of its own nobody knows what is right.
    const bool own = run.record.experiment.data.mismatch == Mismatch::Classes;
    judge(look.receiver, own ? nullptr : snapshot.receiver.get());
    look.sourceKey = look.receiverKey = theme.good;
    look.entries = {
        entryOf(HubColoursWords::tr("source is wrong"), theme.bad, Marker::Triangle, theme),
        entryOf(HubColoursWords::tr("receiver is wrong"), theme.bad, Marker::Cross, theme)};
    if (someUnknown) {
        look.entries.push_back(
            entryOf(HubColoursWords::tr("not known"), theme.mutedText, Marker::Block, theme));
    }
}

void colourByDrift(HubLook& look, const Snapshot& snapshot, const Theme& theme) {
    const auto& drift = snapshot.drift;
    double most = -1.0;
    for (const float each : drift) {
        most = std::isfinite(each) ? std::max(most, static_cast<double>(each)) : most;
    }
    if (most < 0.0) {
        look.source.styles = look.receiver.styles = {{theme.mutedText}};
        look.sourceKey = look.receiverKey = theme.mutedText;
        look.entries.push_back(
            entryOf(HubColoursWords::tr(
                        "The drift of single samples was not measured: it needs networks with the "
                        "same classes, and a run made by this version."),
                    theme.text, Marker::None, theme));
        return;
    }
    look.mostDrift = most;
    auto gradient = driftGradient(theme);
    for (int shade = 0; shade < kShades; ++shade) {
        look.source.styles.push_back(
            {gradient.color(static_cast<double>(shade) / (kShades - 1), QCPRange(0.0, 1.0))});
    }
    look.source.styles.push_back({missingColour(theme)});
    bool someMissing = false;
    for (std::size_t i = 0; i < static_cast<std::size_t>(snapshot.samples->size()); ++i) {
        const double each = i < drift.size() ? static_cast<double>(drift[i]) : NAN;
        const double share = most > 0.0 ? each / most : 0.0;
        look.source.which.push_back(
            std::isfinite(each) ? static_cast<int>(std::lround(share * (kShades - 1))) : kShades);
        someMissing = someMissing || !std::isfinite(each);
    }
    look.receiver = look.source;
    if (someMissing) {
        look.entries.push_back(entryOf(HubColoursWords::tr("drift not measured"),
                                       missingColour(theme), Marker::Block, theme));
    }
}

} // namespace

std::optional<bool> isRight(const Snapshot& snapshot, const NetworkRows* network,
                            std::size_t sample) {
    const auto& labels = snapshot.samples->labels;
    if (network == nullptr || sample >= network->predicted.size() || sample >= labels.size() ||
        labels[sample] < 0) {
        return std::nullopt;
    }
    return network->predicted[sample] == labels[sample];
}

QCPColorGradient driftGradient(const Theme& theme) {
    // Neither end disappears in the background, and what drifts most stands out from it.
    constexpr double kFaint = 0.25, kStrong = 1.0; // places in the map, on a dark background
    auto map = sequentialGradient(theme);
    QCPColorGradient gradient;
    gradient.clearColorStops();
    constexpr int kStops = 17;
    for (int stop = 0; stop < kStops; ++stop) {
        const double at = static_cast<double>(stop) / (kStops - 1);
        const double place = kFaint + (kStrong - kFaint) * at;
        gradient.setColorStopAt(
            at, QColor(map.color(theme.dark ? place : 1.0 - place, QCPRange(0.0, 1.0))));
    }
    return gradient;
}

HubLook hubLook(const RunView& run, const Snapshot& snapshot, HubColours colours,
                const Theme& theme) {
    HubLook look;
    look.sourceKey = look.receiverKey = theme.text;
    switch (colours) {
    case HubColours::Class:
        colourByClass(look, run, *snapshot.samples, theme);
        break;
    case HubColours::Network:
        colourByNetwork(look, theme);
        break;
    case HubColours::Correctness:
        colourByCorrectness(look, run, snapshot, theme);
        break;
    case HubColours::Drift:
        colourByDrift(look, snapshot, theme);
        break;
    }
    return look;
}

} // namespace tessera::ui
