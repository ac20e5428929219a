#pragma once

#include "core/api/study_desk.h"

#include <memory>

namespace tessera::app {

// Recipes as JSON, statistics of core/stats, reports of core/experiment. Holds no state.
[[nodiscard]] std::unique_ptr<StudyDesk> makeStudyDesk();

} // namespace tessera::app
