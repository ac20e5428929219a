#include "ui/plots/curve_kinds.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace tessera::ui {

namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("tessera::ui", text);
}

QString accuracyTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Accuracy and agreement"));
}
QString outputDriftTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Output drift"));
}
QString hubErrorTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Hub error"));
}
QString hubDriftTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Hub drift"));
}
QString layerDriftTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Layer drift"));
}
QString lossTitle() {
    return translated(QT_TRANSLATE_NOOP("tessera::ui", "Losses"));
}

QString hubDriftCaption() {
    return translated(QT_TRANSLATE_NOOP(
        "tessera::ui", "Hub drift can rise in a good transfer: it compares the shapes of two "
                       "clouds, not what the networks answer."));
}
QString accuracyCaption() {
    return translated(QT_TRANSLATE_NOOP(
        "tessera::ui", "Curves: validation inputs. Whisker: 95% interval of the accuracy on the "
                       "test inputs."));
}

std::vector<CurveKind> makeKinds() {
    std::vector<CurveKind> kinds;
    kinds.push_back({.id = "curve.accuracy",
                     .title = accuracyTitle,
                     .lines = {{"accuracy.validation", CurveStyle::Main},
                               {"agreement.validation", CurveStyle::Second}},
                     .caption = accuracyCaption,
                     .percent = true,
                     .test = true,
                     .band = true});
    kinds.push_back(
        {.id = "curve.drift.output", .title = outputDriftTitle, .lines = {{"drift.output"}}});
    kinds.push_back(
        {.id = "curve.drift.hub_error", .title = hubErrorTitle, .lines = {{"drift.hub_error"}}});
    kinds.push_back({.id = "curve.drift.hub",
                     .title = hubDriftTitle,
                     .lines = {{"drift.hub"}},
                     .caption = hubDriftCaption});
    kinds.push_back({.id = "curve.drift.layer",
                     .title = layerDriftTitle,
                     .lines = {{"drift.layer"}},
                     .pairs = true});
    kinds.push_back({.id = "curve.loss",
                     .title = lossTitle,
                     .lines = {{"loss.total", CurveStyle::Main},
                               {"loss.activation", CurveStyle::Second},
                               {"loss.behaviour", CurveStyle::Third}},
                     .hasReadout = false,
                     .batches = true});
    return kinds;
}

} // namespace

const std::vector<CurveKind>& curveKinds() {
    static const std::vector<CurveKind> kinds = makeKinds();
    return kinds;
}

const CurveKind& curveKind(const char* id) {
    const auto& kinds = curveKinds();
    return *std::find_if(kinds.begin(), kinds.end(),
                         [id](const CurveKind& kind) { return std::string_view(kind.id) == id; });
}

} // namespace tessera::ui
