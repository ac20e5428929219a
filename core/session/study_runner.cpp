#include "core/session/study_runner.h"

#include "core/api/job_service.h"
#include "core/session/environment.h"
#include "core/session/study_ledger.h"

#include <algorithm>
#include <utility>

namespace tessera::session {

namespace {

// Passes on what a run says and keeps its id.
class Follower : public RunListener {
public:
    explicit Follower(RunListener& listener) : m_listener(listener) {}

    void begun(const RunId& run) override {
        m_run = run;
        m_listener.begun(run);
    }
    void progress(const Progress& progress) override { m_listener.progress(progress); }
    void sample(const MetricSample& sample) override { m_listener.sample(sample); }
    void notice(const Notice& notice) override { m_listener.notice(notice); }
    void snapshot(const SnapshotPtr& snapshot) override { m_listener.snapshot(snapshot); }
    void stageDone(Phase phase) override { m_listener.stageDone(phase); }

    [[nodiscard]] const std::optional<RunId>& run() const { return m_run; }

private:
    RunListener& m_listener;
    std::optional<RunId> m_run;
};

// What is there of a cell and keeps it from being executed; nothing if it has to be.
std::optional<CellOutcome> thereOf(const std::optional<StudyLedger::Entry>& entry, Redo redo) {
    if (!entry) {
        return std::nullopt;
    }
    if (!isTerminal(entry->state)) {
        return CellOutcome{CellFate::Elsewhere, entry->run, {}};
    }
    const bool there = entry->state == RunState::Done ||
                       (redo == Redo::Missing && entry->state == RunState::Failed);
    return there && redo != Redo::Everything
               ? std::optional(CellOutcome{CellFate::There, entry->run, {}})
               : std::nullopt;
}

} // namespace

std::size_t StudyOutcome::count(CellFate fate) const {
    return static_cast<std::size_t>(std::count_if(
        cells.begin(), cells.end(), [fate](const auto& cell) { return cell.fate == fate; }));
}

StudyRunner::StudyRunner(Engine& engine, RunStore& store, TokenWriter& tokens, OutputFolder folder,
                         std::function<std::string(const Experiment&)> hash)
    : m_engine(engine), m_store(store), m_tokens(tokens), m_folder(std::move(folder)),
      m_hash(std::move(hash)) {}

Result<StudyOutcome> StudyRunner::run(const StudyPlan& plan, StudyListener& listener,
                                      const std::stop_token& stop) {
    if (auto good = check(plan); !good) {
        return fail(good.error());
    }
    StudyLedger ledger(m_store, plan.name, m_hash);
    if (auto read = ledger.refresh(); !read) {
        return fail(read.error());
    }
    StudyOutcome outcome;
    outcome.cells.resize(plan.cells.size());
    std::size_t toDo = 0;
    for (const auto& cell : plan.cells) {
        toDo += thereOf(ledger.find(cell.hash), plan.redo) ? 0 : 1;
    }
    std::size_t position = 0;
    for (std::size_t i = 0; i < plan.cells.size() && !stop.stop_requested(); ++i) {
        const auto& cell = plan.cells[i];
        if (auto read = ledger.refresh(); !read) {
            outcome.failure = read.error();
            break;
        }
        if (const auto there = thereOf(ledger.find(cell.hash), plan.redo)) {
            outcome.cells[i] = *there;
            listener.cellEnded(cell, outcome.cells[i], nullptr);
            continue;
        }
        // Another program may have given up what it was at.
        toDo = std::max(toDo, position + 1);
        listener.cellBegun(cell, position++, toDo);
        auto ended = execute(plan, cell, listener, stop);
        if (!ended) {
            outcome.failure = ended.error();
            break;
        }
        outcome.cells[i] = *std::move(ended);
    }
    outcome.cancelled = stop.stop_requested() &&
                        outcome.count(CellFate::Waiting) + outcome.count(CellFate::Cancelled) > 0;
    return outcome;
}

Result<void> StudyRunner::check(const StudyPlan& plan) const {
    std::optional<Error> first;
    for (const auto& cell : plan.cells) {
        auto good = m_engine.check(cell.experiment);
        if (good) {
            return {};
        }
        if (!first) {
            first = good.error();
        }
    }
    return first ? fail(*first) : Result<void>();
}

// An error is the store's.
Result<CellOutcome> StudyRunner::execute(const StudyPlan& plan, const StudyCell& cell,
                                         StudyListener& listener, const std::stop_token& stop) {
    RunSession session(m_engine, m_store, m_tokens, m_folder, plan.name);
    Follower follower(listener);
    const auto run =
        session.execute(cell.experiment, cell.sourceLabel, cell.receiverLabel, follower, stop);
    CellOutcome outcome;
    if (run) {
        outcome = {
            run->state == RunState::Done ? CellFate::Done : CellFate::Cancelled, run->id, {}};
        listener.cellEnded(cell, outcome, &*run);
        return outcome;
    }
    if (!follower.run()) {
        auto recorded = recordRefusal(plan, cell, run.error());
        if (!recorded) {
            return recorded;
        }
        outcome = *std::move(recorded);
    } else {
        const auto kept = m_store.get(*follower.run());
        if (!kept || kept->state != RunState::Failed) {
            return fail(run.error()); // the store could not say how the run ended
        }
        outcome = {CellFate::Failed, follower.run(), run.error().detail};
    }
    listener.cellEnded(cell, outcome, nullptr);
    return outcome;
}

Result<CellOutcome> StudyRunner::recordRefusal(const StudyPlan& plan, const StudyCell& cell,
                                               const Error& refusal) {
    const auto id =
        m_store.begin({cell.experiment, cell.sourceLabel, cell.receiverLabel,
                       captureEnvironment(m_engine.info(), cell.experiment), plan.name});
    if (!id) {
        return fail(id.error());
    }
    if (auto finished = m_store.finish(*id, RunState::Failed, {}, refusal.detail); !finished) {
        return fail(finished.error());
    }
    return CellOutcome{CellFate::Failed, *id, refusal.detail};
}

} // namespace tessera::session
