#pragma once

#include "core/api/analysis.h"

#include <QString>

namespace tessera::ui {

[[nodiscard]] QString similarityText(SimilarityKind kind); // "unbiased CKA"
[[nodiscard]] QString matchingText(MatchingKind kind);     // "in order", after "matched"

} // namespace tessera::ui
