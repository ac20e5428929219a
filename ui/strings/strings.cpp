#include "ui/strings/strings.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTextDocument>

#include <array>
#include <cmath>
#include <string_view>

namespace tessera::ui {

namespace {

// Whose tr() the tools that gather texts find.
struct StringsWords {
    Q_DECLARE_TR_FUNCTIONS(tessera::ui)
};

QString translated(const char* text) {
    return StringsWords::tr(text);
}

struct Named {
    std::string_view id;
    const char* text;
};

template <std::size_t N>
QString lookUp(const std::array<Named, N>& names, const std::string& id) {
    for (const auto& named : names) {
        if (named.id == id) {
            return translated(named.text);
        }
    }
    return fromUtf8(id);
}

constexpr std::array<const char*, 9> kPhases = {QT_TRANSLATE_NOOP("tessera::ui", "Prepare"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Fingerprint"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Collect"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Hub"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Encode/decode"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Fine-tune"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Measure"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Package"),
                                                QT_TRANSLATE_NOOP("tessera::ui", "Controls")};

constexpr std::array<const char*, 7> kStates = {
    QT_TRANSLATE_NOOP("tessera::ui", "queued"),     QT_TRANSLATE_NOOP("tessera::ui", "running"),
    QT_TRANSLATE_NOOP("tessera::ui", "cancelling"), QT_TRANSLATE_NOOP("tessera::ui", "done"),
    QT_TRANSLATE_NOOP("tessera::ui", "cancelled"),  QT_TRANSLATE_NOOP("tessera::ui", "failed"),
    QT_TRANSLATE_NOOP("tessera::ui", "interrupted")};

constexpr std::array<Named, 3> kControls = {
    {{"untrained_source", QT_TRANSLATE_NOOP("tessera::ui", "Untrained source")},
     {"shuffled_targets", QT_TRANSLATE_NOOP("tessera::ui", "Shuffled targets")},
     {"readout_only", QT_TRANSLATE_NOOP("tessera::ui", "Readout only")}}};

constexpr std::array<Named, 15> kModes = {
    {{"A", QT_TRANSLATE_NOOP("tessera::ui", "A: activation")},
     {"kd", QT_TRANSLATE_NOOP("tessera::ui", "KD: logit distillation")},
     {"kd_readout", QT_TRANSLATE_NOOP("tessera::ui", "KD + readout")},
     {"fitnets", QT_TRANSLATE_NOOP("tessera::ui", "FitNets: hints")},
     {"rkd", QT_TRANSLATE_NOOP("tessera::ui", "RKD: relations")},
     {"similarity", QT_TRANSLATE_NOOP("tessera::ui", "Similarity-preserving")},
     {"attention", QT_TRANSLATE_NOOP("tessera::ui", "Attention transfer")},
     {"crd", QT_TRANSLATE_NOOP("tessera::ui", "CRD: contrastive")},
     {"lora", QT_TRANSLATE_NOOP("tessera::ui", "LoRA (trained receiver)")},
     {"adapter", QT_TRANSLATE_NOOP("tessera::ui", "Adapter (trained receiver)")},
     {"stitching", QT_TRANSLATE_NOOP("tessera::ui", "Stitching (trained receiver)")},
     {"ridge_input", QT_TRANSLATE_NOOP("tessera::ui", "Ridge from the raw input")},
     {"supervised", QT_TRANSLATE_NOOP("tessera::ui", "Supervised: labels")},
     {"none", QT_TRANSLATE_NOOP("tessera::ui", "None: the receiver as it is")},
     {"reference", QT_TRANSLATE_NOOP("tessera::ui", "Reference: tessera-core 0.1 as it is")}}};

constexpr std::array<Named, 3> kHubKinds = {
    {{"orthogonal", QT_TRANSLATE_NOOP("tessera::ui", "Orthogonal")},
     {"relative", QT_TRANSLATE_NOOP("tessera::ui", "Relative")},
     {"contrastive", QT_TRANSLATE_NOOP("tessera::ui", "Contrastive")}}};

constexpr std::array<Named, 7> kArchitectures = {
    {{"transformer", QT_TRANSLATE_NOOP("tessera::ui", "Transformer")},
     {"mlp", QT_TRANSLATE_NOOP("tessera::ui", "MLP")},
     {"conv", QT_TRANSLATE_NOOP("tessera::ui", "Convolution")},
     {"lstm", QT_TRANSLATE_NOOP("tessera::ui", "LSTM")},
     {"gru", QT_TRANSLATE_NOOP("tessera::ui", "GRU")},
     {"resnet", QT_TRANSLATE_NOOP("tessera::ui", "ResNet")},
     {"vit", QT_TRANSLATE_NOOP("tessera::ui", "Vision transformer")}}};

constexpr std::array<Named, 7> kShifts = {
    {{"noise", QT_TRANSLATE_NOOP("tessera::ui", "noise")},
     {"rotation", QT_TRANSLATE_NOOP("tessera::ui", "rotation")},
     {"blur", QT_TRANSLATE_NOOP("tessera::ui", "blur")},
     {"occlusion", QT_TRANSLATE_NOOP("tessera::ui", "occlusion")},
     {"substitution", QT_TRANSLATE_NOOP("tessera::ui", "substituted tokens")},
     {"scaling", QT_TRANSLATE_NOOP("tessera::ui", "scaled features")},
     {"classes", QT_TRANSLATE_NOOP("tessera::ui", "fewer classes")}}};

constexpr std::array<Named, 3> kTasks = {
    {{"permuted", QT_TRANSLATE_NOOP("tessera::ui", "permuted labels")},
     {"coarser", QT_TRANSLATE_NOOP("tessera::ui", "coarser labels")},
     {"other", QT_TRANSLATE_NOOP("tessera::ui", "other data")}}};

constexpr std::array<Named, 10> kSeries = {
    {{"accuracy.validation", QT_TRANSLATE_NOOP("tessera::ui", "Accuracy")},
     {"agreement.validation", QT_TRANSLATE_NOOP("tessera::ui", "Agreement with the source")},
     {"drift.output", QT_TRANSLATE_NOOP("tessera::ui", "Output drift")},
     {"drift.hub_error", QT_TRANSLATE_NOOP("tessera::ui", "Hub error")},
     {"drift.hub", QT_TRANSLATE_NOOP("tessera::ui", "Hub drift")},
     {"drift.layer", QT_TRANSLATE_NOOP("tessera::ui", "Layer drift")},
     {"loss.total", QT_TRANSLATE_NOOP("tessera::ui", "Loss")},
     {"loss.activation", QT_TRANSLATE_NOOP("tessera::ui", "Activation part")},
     {"loss.behaviour", QT_TRANSLATE_NOOP("tessera::ui", "Behaviour part")},
     {"loss.batch", QT_TRANSLATE_NOOP("tessera::ui", "Loss per batch")}}};

// The unit of a series, empty for numbers without one.
constexpr std::array<Named, 6> kUnits = {
    {{"accuracy.validation", "%"},
     {"agreement.validation", "%"},
     {"drift.output", QT_TRANSLATE_NOOP("tessera::ui", "nats")},
     {"drift.hub", QT_TRANSLATE_NOOP("tessera::ui", "nats")},
     {"drift.layer", QT_TRANSLATE_NOOP("tessera::ui", "nats")},
     {"drift.hub_error", QT_TRANSLATE_NOOP("tessera::ui", "relative")}}};

const char* sentenceFor(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return QT_TRANSLATE_NOOP("tessera::ui", "This cannot be done with these settings.");
    case ErrorCode::NotFound:
        return QT_TRANSLATE_NOOP("tessera::ui", "Something that is needed was not found.");
    case ErrorCode::Corrupt:
        return QT_TRANSLATE_NOOP("tessera::ui", "The file is damaged and cannot be read.");
    case ErrorCode::Unsupported:
        return QT_TRANSLATE_NOOP("tessera::ui", "This program cannot read or do this.");
    case ErrorCode::Io:
        return QT_TRANSLATE_NOOP("tessera::ui",
                                 "The system refused to read or write a file. Is the disk full, "
                                 "or the folder protected?");
    case ErrorCode::OutOfMemory:
        return QT_TRANSLATE_NOOP("tessera::ui", "There is not enough memory for this.");
    case ErrorCode::Device:
        return QT_TRANSLATE_NOOP("tessera::ui", "The computing device failed.");
    case ErrorCode::Internal:
        return QT_TRANSLATE_NOOP("tessera::ui",
                                 "Something went wrong inside the program. Please report it with "
                                 "the details.");
    case ErrorCode::Diverged:
        return QT_TRANSLATE_NOOP("tessera::ui",
                                 "Learning diverged: its numbers grew beyond all bounds. Try a "
                                 "lower learning rate.");
    }
    return "";
}

constexpr auto kNotMeasured = u"\u2014";

} // namespace

QString phaseText(Phase phase) {
    return translated(kPhases[static_cast<std::size_t>(phase)]);
}

QString stateText(RunState state) {
    return translated(kStates[static_cast<std::size_t>(state)]);
}

QString controlText(const ControlId& control) {
    return lookUp(kControls, control.value);
}

QString modeText(const ModeId& mode) {
    return lookUp(kModes, mode.value);
}

QString hubKindText(const HubKindId& kind) {
    return lookUp(kHubKinds, kind.value);
}

QString architectureText(const ArchitectureId& family) {
    return lookUp(kArchitectures, family.value);
}

QString shiftText(const std::string& shift) {
    return lookUp(kShifts, shift);
}

QString taskText(const std::string& task) {
    return lookUp(kTasks, task);
}

QString seriesText(const std::string& series) {
    return lookUp(kSeries, series);
}

QString seriesAxisText(const std::string& series) {
    for (const auto& unit : kUnits) {
        if (unit.id == series) {
            return QStringLiteral("%1 (%2)").arg(seriesText(series), translated(unit.text));
        }
    }
    return seriesText(series);
}

QString errorText(const Error& error) {
    return translated(sentenceFor(error.code));
}

QString percentText(std::optional<double> fraction, int decimals) {
    if (!fraction || !std::isfinite(*fraction)) {
        return QString::fromUtf16(kNotMeasured);
    }
    return QStringLiteral("%1%").arg(QLocale().toString(100.0 * *fraction, 'f', decimals));
}

QString numberText(std::optional<double> value, int significant) {
    if (!value || std::isnan(*value)) {
        return QString::fromUtf16(kNotMeasured);
    }
    if (std::isinf(*value)) {
        return *value > 0 ? QStringLiteral("\u221E") : QStringLiteral("-\u221E");
    }
    // Thousands are written out: 4,150 instead of 4.15e+03.
    const double magnitude = std::floor(std::log10(std::abs(*value)));
    constexpr double kMostWritten = 6.0;
    if (magnitude >= significant && magnitude < kMostWritten) {
        const double step = std::pow(10.0, magnitude - significant + 1);
        return QLocale().toString(std::round(*value / step) * step, 'f', 0);
    }
    return QLocale().toString(*value, 'g', significant);
}

QString secondsText(double seconds) {
    if (seconds < 0.0 || !std::isfinite(seconds)) {
        return QString::fromUtf16(kNotMeasured);
    }
    constexpr double kShort = 0.1;
    if (seconds > 0.0 && seconds < kShort) {
        return StringsWords::tr("%1 ms").arg(QLocale().toString(1000.0 * seconds, 'f', 0));
    }
    if (seconds < 10.0) {
        return StringsWords::tr("%1 s").arg(QLocale().toString(seconds, 'f', 1));
    }
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60) {
        return StringsWords::tr("%1 s").arg(whole);
    }
    if (whole < 3600) {
        return StringsWords::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return StringsWords::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString bytesText(std::int64_t bytes) {
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString plainToolTip(const QString& text) {
    return Qt::mightBeRichText(text) ? QStringLiteral("<qt>%1</qt>").arg(text.toHtmlEscaped())
                                     : text;
}

QString timeText(const std::string& isoUtc) {
    const auto time = QDateTime::fromString(fromUtf8(isoUtc), Qt::ISODateWithMs);
    return time.isValid() ? QLocale().toString(time.toLocalTime(), QLocale::ShortFormat)
                          : fromUtf8(isoUtc);
}

} // namespace tessera::ui
