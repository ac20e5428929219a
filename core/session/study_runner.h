#pragma once

#include "core/api/engine.h"
#include "core/api/run_store.h"
#include "core/api/study.h"
#include "core/api/token_io.h"
#include "core/session/run_session.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace tessera::session {

// What of a study that has been executed before is executed again.
enum class Redo {
    Unfinished, // all but what is done: failed, cancelled and interrupted cells run again
    Missing,    // only what has neither been done nor has failed
    Everything,
};

struct StudyPlan {
    std::string name; // of the study, in the store
    std::vector<StudyCell> cells;
    Redo redo = Redo::Unfinished;
};

enum class CellFate {
    Waiting, // not reached
    Done,
    There,     // was done (or, for Redo::Missing, had failed) before
    Elsewhere, // another program is at it
    Failed,
    Cancelled,
};

struct CellOutcome {
    CellFate fate = CellFate::Waiting;
    std::optional<RunId> run; // where the store has one
    std::string failure;      // Failed only: one sentence
};

struct StudyOutcome {
    std::vector<CellOutcome> cells; // as the plan's
    bool cancelled = false;         // a stop left some of them undone
    std::optional<Error> failure;   // of the store, which ends a study

    [[nodiscard]] std::size_t count(CellFate fate) const;
};

// Follows a study, on the runner's thread: what a run says comes in between.
class StudyListener : public RunListener {
public:
    // A cell is about to be executed; of `toDo` that were not there, `position` counts from 0.
    virtual void cellBegun(const StudyCell&, std::size_t /*position*/, std::size_t /*toDo*/) {}
    // Of every cell that is reached, executed or not. `run` where it was executed to its end.
    virtual void cellEnded(const StudyCell&, const CellOutcome&, const RunRecord* /*run*/) {}
};

// Executes the cells of a study one after another into one store. What is there stays: a cell is
// the same if its experiment's hash is. A cell that fails is kept as a failed run, with its
// reason, and the others go on; only a store that fails ends the study. Several programs may be
// at one study: each leaves out what another one is at. One thread at a time.
class StudyRunner {
public:
    // All referenced objects outlive the runner. `hash` is StudyCell's, of a stored experiment.
    StudyRunner(Engine& engine, RunStore& store, TokenWriter& tokens, OutputFolder folder,
                std::function<std::string(const Experiment&)> hash);

    // Codes of Engine::check() where it refuses every cell: one that cannot run is a result, but
    // if none can, the recipe is wrong.
    [[nodiscard]] Result<void> check(const StudyPlan& plan) const;

    // Codes of check() and of the store; then nothing has been executed.
    [[nodiscard]] Result<StudyOutcome> run(const StudyPlan& plan, StudyListener& listener,
                                           const std::stop_token& stop);

private:
    [[nodiscard]] Result<CellOutcome> execute(const StudyPlan& plan, const StudyCell& cell,
                                              StudyListener& listener, const std::stop_token& stop);
    [[nodiscard]] Result<CellOutcome> recordRefusal(const StudyPlan& plan, const StudyCell& cell,
                                                    const Error& refusal);

    Engine& m_engine;
    RunStore& m_store;
    TokenWriter& m_tokens;
    OutputFolder m_folder;
    std::function<std::string(const Experiment&)> m_hash;
};

} // namespace tessera::session
