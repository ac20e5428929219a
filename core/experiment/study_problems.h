#pragma once

#include <string>
#include <vector>

#include "core/api/study.h"

namespace tessera::experiment {

// A study with more cells than this is a mistake.
inline constexpr std::size_t kMostCells = 100000;

// What concerns more than one field of a study, as sentences: what is missing, what stands twice,
// what cannot go together. Empty if the study is good; what the engine knows is not asked.
[[nodiscard]] std::vector<std::string> problemsOf(const StudySpec& study);

// What the study asks for, without expanding it: pairs x methods x seeds x sizes x shifts; no less
// than that, for pairs that are skipped count as well. kMostCells + 1 stands for all that is more.
[[nodiscard]] std::size_t mostCellsOf(const StudySpec& study);

// The pairs in their order: those named, or every source with every receiver. For studies within
// kMostCells.
[[nodiscard]] std::vector<StudyPair> pairsOf(const StudySpec& study);

} // namespace tessera::experiment
