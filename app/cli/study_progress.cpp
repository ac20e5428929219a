#include "app/cli/study_progress.h"

#include "app/cli/shown_text.h"
#include "app/cli/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tessera::cli {

namespace {

std::string pairOf(const StudyCell& cell) {
    return shown(cell.sourceLabel) + " > " + shown(cell.receiverLabel);
}

} // namespace

StudyProgress::StudyProgress(const std::vector<StudyCell>& cells, StoreWatch store, bool quiet,
                             bool verbose)
    : m_store(std::move(store)), m_quiet(quiet), m_verbose(verbose) {
    for (const auto& cell : cells) {
        m_nameWidth = std::max(m_nameWidth, pairOf(cell).size());
        m_methodWidth = std::max(m_methodWidth, shown(cell.method).size());
    }
}

void StudyProgress::cellBegun(const StudyCell& cell, std::size_t position, std::size_t toDo) {
    if (!m_console) {
        m_console.emplace(static_cast<int>(toDo), m_quiet, m_verbose, m_store);
    }
    m_position = position;
    m_toDo = toDo;
    m_console->beginRun(
        fmt::format("{}, {}, seed {}", pairOf(cell), shown(cell.method), cell.experiment.seed));
}

void StudyProgress::cellEnded(const StudyCell& cell, const session::CellOutcome& outcome,
                              const RunRecord* run) {
    if (outcome.fate == session::CellFate::There || outcome.fate == session::CellFate::Elsewhere ||
        !m_console) {
        return;
    }
    m_console->endRun();
    if (outcome.fate == session::CellFate::Done && run != nullptr) {
        const auto& summary = run->summary;
        m_console->line(
            row(cell, fmt::format("before {:>5} %  after {:>5} %  agree {:>5} %",
                                  percent(summary.accuracyBefore), percent(summary.accuracyAfter),
                                  percent(summary.agreement))));
    } else if (outcome.fate == session::CellFate::Failed) {
        m_console->line(row(cell, fmt::format("failed: {}", shown(outcome.failure))));
    } else {
        m_console->line(row(cell, "cancelled"));
    }
}

void StudyProgress::progress(const Progress& progress) {
    if (m_console) {
        m_console->progress(progress);
    }
}

void StudyProgress::notice(const Notice& notice) {
    if (m_console) {
        m_console->notice(notice);
    }
}

std::string StudyProgress::row(const StudyCell& cell, const std::string& rest) const {
    const auto number = fmt::format("[{}/{}]", m_position + 1, m_toDo);
    return fmt::format("{:<11} {:<{}}  {:<{}}  seed {:<3} {}", number, pairOf(cell), m_nameWidth,
                       shown(cell.method), m_methodWidth, cell.experiment.seed, rest);
}

} // namespace tessera::cli
