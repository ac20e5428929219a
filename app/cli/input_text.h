#pragma once

#include "core/api/input_spec.h"

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tessera::cli {

// "images of 3 x 32 x 32 (channels, height, width)"
[[nodiscard]] std::string inputText(const InputSpec& input);
// {kind: "image", shape: [3, 32, 32]}, with a vocabulary for tokens.
[[nodiscard]] nlohmann::ordered_json inputJson(const InputSpec& input);

// Of one sample, in the order of a tensor's axes.
[[nodiscard]] std::vector<std::int64_t> sampleShape(const InputSpec& input);

// "3x32x32" (an image), "rows:16x8", "flat:64" or "64", "tokens:16:256" (length, vocabulary).
[[nodiscard]] std::optional<InputSpec> inputFromText(const std::string& text);
// For CLI11: what is wrong with it, or nothing.
[[nodiscard]] std::string problemOfInput(const std::string& text);

} // namespace tessera::cli
