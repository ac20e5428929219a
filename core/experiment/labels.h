#pragma once

#include <string>

#include "core/api/experiment.h"

// Short names of networks and experiments, for people and for tokens. English, not translated.
namespace tessera::experiment {

// "mlp 128d/4L": family, width, depth.
[[nodiscard]] std::string architectureLabel(const ArchitectureSpec& architecture);

// The label of the architecture; for a network from a file the file's stem ("teacher" of
// nets/teacher.safetensors).
[[nodiscard]] std::string networkLabel(const NetworkSpec& network);

// The same as an identifier, for tokens: "mlp_128d_4L", or the stem with '_' in place of everything
// but ASCII letters, digits, '.', '-' and '_'.
[[nodiscard]] std::string modelId(const NetworkSpec& network);

// "digits mlp 128d/4L > lstm 64d/2L"
[[nodiscard]] std::string defaultName(const Experiment& experiment);

} // namespace tessera::experiment
