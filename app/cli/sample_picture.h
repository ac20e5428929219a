#pragma once

#include "core/api/data_description.h"
#include "core/api/input_spec.h"

#include <string>
#include <vector>

namespace tessera::cli {

// One sample in characters: an image as shades from ' ' (smallest) to '@' (largest), two characters
// a pixel and at most 32 pixels a side, anything else as its first numbers. A line each.
[[nodiscard]] std::vector<std::string>
samplePicture(const DataSample& sample, const InputSpec& input, double smallest, double largest);

// Pictures side by side, as many as fit into a line of 100 characters, titles above.
struct TitledPicture {
    std::string title;
    std::vector<std::string> lines;
};
[[nodiscard]] std::string sideBySide(const std::vector<TitledPicture>& pictures);

} // namespace tessera::cli
