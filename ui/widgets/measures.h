#pragma once

// Distances and sizes that every panel and dialog shares, so that they align.

namespace tessera::ui {

constexpr int kNarrowSpace = 4;   // pixels, between parts of one thing
constexpr int kSpace = 8;         // pixels, between things and round the content of a panel
constexpr int kDialogMargin = 16; // pixels, round the content of a dialog

constexpr double kTitleSize = 1.3;    // of the usual font
constexpr double kCaptionSize = 0.85; // of the usual font

constexpr int kProgressSteps = 1000; // of a progress bar whose work has no count

} // namespace tessera::ui
