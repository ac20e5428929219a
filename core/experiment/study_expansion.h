#pragma once

#include <string>
#include <vector>

#include "core/api/study.h"

namespace tessera::experiment {

// SHA-256, in hex, of the experiment's canonical JSON: all fields with defaults filled in, keys
// sorted, no blanks; without the name, which decides nothing. Equal hashes are equal experiments.
[[nodiscard]] std::string experimentHash(const Experiment& experiment);

// "noise 0.5", or "none".
[[nodiscard]] std::string shiftLabel(const ShiftSpec& shift);

// "permuted 0.5", "other letters.csv", or "the same".
[[nodiscard]] std::string taskLabel(const TaskSpec& task);

// The runs of a good study (problemsOf() is empty), always in the same order: by seed first, so
// that what is there after a while is a smaller study of its own; then by pair, shift, task, size
// of the reference set and method, each in the order of the recipe.
[[nodiscard]] std::vector<StudyCell> expandStudy(const StudySpec& study);

} // namespace tessera::experiment
