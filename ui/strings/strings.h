#pragma once

#include "core/api/events.h"
#include "core/api/ids.h"
#include "core/api/result.h"
#include "core/api/run.h"

#include <QString>

#include <optional>

// Words for what the core knows by ids. An id without a translation is shown as it is. UI thread.
namespace tessera::ui {

[[nodiscard]] QString phaseText(Phase phase);    // "Fine-tune"
[[nodiscard]] QString stateText(RunState state); // "done"
[[nodiscard]] QString controlText(const ControlId& control);
[[nodiscard]] QString modeText(const ModeId& mode);
[[nodiscard]] QString hubKindText(const HubKindId& kind);
[[nodiscard]] QString architectureText(const ArchitectureId& family);
[[nodiscard]] QString shiftText(const std::string& shift);   // of the inputs: "noise"
[[nodiscard]] QString taskText(const std::string& task);     // of the source: "labels permuted"
[[nodiscard]] QString seriesText(const std::string& series); // "Output drift"
// With the unit for an axis: "Output drift (nats)".
[[nodiscard]] QString seriesAxisText(const std::string& series);

// One translated sentence for the kind of error; the detail goes behind "Details".
[[nodiscard]] QString errorText(const Error& error);

// Numbers in the user's locale; an em dash where nothing was measured.
[[nodiscard]] QString percentText(std::optional<double> fraction, int decimals = 1); // "88.7%"
[[nodiscard]] QString numberText(std::optional<double> value, int significant = 4);
[[nodiscard]] QString secondsText(double seconds); // "4 s", "2 min 10 s"
[[nodiscard]] QString bytesText(std::int64_t bytes);
// "2026-11-22T21:30:45.123Z" in the user's zone and locale; empty stays empty.
[[nodiscard]] QString timeText(const std::string& isoUtc);

// A tool tip that says `text` as it is: Qt takes what looks like HTML for HTML.
[[nodiscard]] QString plainToolTip(const QString& text);

// Names on screen: UTF-8 from the core.
[[nodiscard]] inline QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace tessera::ui
