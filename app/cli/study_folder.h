#pragma once

#include "core/api/run_store.h"
#include "core/api/study.h"
#include "core/session/run_session.h"
#include "core/stats/study_summary.h"

#include <string>
#include <vector>

namespace tessera::cli {

// A study with what the store has of it.
struct LoadedStudy {
    StudySpec spec;
    std::vector<StudyRow> rows;
    stats::StudySummary summary;
    std::size_t otherRuns = 0; // of the study, but not of its recipe as it is now
};

// The method labelled `chosen` is compared with the others; empty: the first of mode A, or the
// first. InvalidArgument: no name of a study. NotFound: no such study or method, or the recipe is
// missing. Codes of experiment::readStudy() and RunStore::list().
[[nodiscard]] Result<LoadedStudy> loadStudy(const session::OutputFolder& folder, RunStore& store,
                                            const std::string& name, const std::string& chosen);

} // namespace tessera::cli
