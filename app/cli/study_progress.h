#pragma once

#include "app/cli/console_progress.h"
#include "core/session/study_runner.h"

#include <optional>
#include <string>

namespace tessera::cli {

// A study as it goes, on standard error: a table that grows by a line with every run that ends,
// and below it the progress of the current one with an estimate of the time left. One thread.
class StudyProgress final : public session::StudyListener {
public:
    // `store`: of the store that the runs go to, made when it was opened.
    StudyProgress(const std::vector<StudyCell>& cells, StoreWatch store, bool quiet, bool verbose);

    void cellBegun(const StudyCell& cell, std::size_t position, std::size_t toDo) override;
    void cellEnded(const StudyCell& cell, const session::CellOutcome& outcome,
                   const RunRecord* run) override;

    void progress(const Progress& progress) override;
    void sample(const MetricSample&) override {}
    void notice(const Notice& notice) override;

private:
    [[nodiscard]] std::string row(const StudyCell& cell, const std::string& rest) const;

    StoreWatch m_store;
    bool m_quiet, m_verbose;
    std::size_t m_nameWidth = 0, m_methodWidth = 0;
    std::size_t m_position = 0, m_toDo = 0;
    std::optional<ConsoleProgress> m_console; // from the first run on, when their number is known
};

} // namespace tessera::cli
