#include "core/store/sqlite_run_store.h"

#include "core/store/file_system.h"
#include "core/store/placing.h"
#include "core/store/removed_runs.h"
#include "core/store/run_rows.h"
#include "core/store/sample_writer.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace tessera::store {

namespace {

std::filesystem::path folderOf(const std::filesystem::path& file) {
    std::error_code error;
    return std::filesystem::absolute(file, error).lexically_normal().parent_path();
}

tl::unexpected<Error> noSuchRun(const RunId& run) {
    return fail(ErrorCode::NotFound,
                fmt::format("There is no run '{}' in this store; list the runs to see their ids.",
                            run.value));
}

Result<void> checkOutcome(RunState state) {
    if (state != RunState::Done && state != RunState::Cancelled && state != RunState::Failed) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("A run cannot finish as '{}'; use done, cancelled or failed.",
                                runStateName(state)));
    }
    return {};
}

Result<void> checkUnfinished(SQLite::Database& db, const RunId& run, bool begunHere) {
    const auto state = stateOf(db, run);
    if (!state) {
        return noSuchRun(run);
    }
    // Another program may have taken us for dead (a suspended machine, a stopped clock): then the
    // run is Interrupted, and its owner's word counts.
    if (!begunHere) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The run '{}' is {} and was not begun here or has ended already; "
                                "begin a new one.",
                                run.value, runStateName(*state)));
    }
    return {};
}

Result<void> checkEdit(const RunEdit& edit) {
    if (edit.name && edit.name->empty()) {
        return fail(ErrorCode::InvalidArgument, "A run needs a name; enter one.");
    }
    if (edit.tags && std::find(edit.tags->begin(), edit.tags->end(), "") != edit.tags->end()) {
        return fail(ErrorCode::InvalidArgument, "A tag cannot be empty; leave it out.");
    }
    if (edit.selections) {
        std::set<std::string> names;
        for (const auto& selection : *edit.selections) {
            if (selection.name.empty() || !names.insert(selection.name).second) {
                return fail(ErrorCode::InvalidArgument,
                            "A selection needs a name that no other one of its run has.");
            }
        }
    }
    return {};
}

Result<void> checkRemovable(SQLite::Database& db, const RunId& run, Removal removal) {
    const auto state = stateOf(db, run);
    if (!state) {
        return noSuchRun(run);
    }
    const bool active =
        *state == RunState::Queued || *state == RunState::Running || *state == RunState::Cancelling;
    if (removal == Removal::Remove && active) {
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The run '{}' is still {}; wait for its end or cancel it before "
                                "you remove it.",
                                run.value, runStateName(*state)));
    }
    return {};
}

} // namespace

Result<std::unique_ptr<RunStore>> openRunStore(const std::filesystem::path& file, OpenMode mode,
                                               ExperimentCodec codec) {
    const Journal journal = networkWarning(file) ? Journal::Rollback : Journal::Wal;
    return SqliteRunStore::open(file, mode, journal, std::move(codec));
}

Result<std::unique_ptr<RunStore>> SqliteRunStore::open(const std::filesystem::path& file,
                                                       OpenMode mode, Journal journal,
                                                       ExperimentCodec codec,
                                                       std::shared_ptr<SteadyClock> clock) {
    return guarded([&]() -> Result<std::unique_ptr<RunStore>> {
        Connection writing;
        if (mode == OpenMode::ReadWrite) {
            auto writer = openConnection(file, Access::ReadWrite, journal);
            if (!writer) {
                return fail(writer.error());
            }
            writing = *std::move(writer);
            auto ready = LockPatience().during(
                *writing, LockPatience::Attempt::Asked, [&](SQLite::Database& db) -> Result<void> {
                    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
                    interruptDeadRuns(db, currentOwner(), clock->now());
                    transaction.commit();
                    return {};
                });
            if (!ready) {
                return fail(ready.error());
            }
            removeLeftovers(folderOf(file) / file.filename());
            purgeRemovedRuns(*writing, folderOf(file) / file.filename(), clock->now());
        }
        auto reader = openConnection(file, Access::ReadOnly, journal);
        if (!reader) {
            return fail(reader.error());
        }
        return std::unique_ptr<RunStore>(new SqliteRunStore(
            file, std::move(codec), *std::move(reader), std::move(writing), std::move(clock)));
    });
}

SqliteRunStore::SqliteRunStore(const std::filesystem::path& file, ExperimentCodec codec,
                               Connection reader, Connection writer,
                               std::shared_ptr<SteadyClock> clock)
    : m_file(file), m_folder(folderOf(file)), m_codec(std::move(codec)), m_owner(currentOwner()),
      m_clock(std::move(clock)),
      m_writer(writer ? std::make_unique<SampleWriter>(std::move(writer), SampleWriter::kMaxQueued,
                                                       m_clock)
                      : nullptr),
      m_reader(std::move(reader)) {}

SqliteRunStore::~SqliteRunStore() {
    if (!m_writer) {
        return;
    }
    // Nobody is left to tell: what fails here, the next opening of the store repairs.
    (void)m_writer->endAll([this](SQLite::Database& db) -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        interruptRuns(db, m_writer->liveRuns(), m_clock->now());
        transaction.commit();
        return {};
    });
}

Result<void> SqliteRunStore::checkWritable() const {
    if (m_writer) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument, fmt::format("The run store '{}' was opened for reading "
                                                        "only; open it for writing.",
                                                        m_file.string()));
}

template <class Read>
auto SqliteRunStore::reading(Read&& read) {
    const std::lock_guard lock(m_readMutex);
    return m_readPatience.during(*m_reader, LockPatience::Attempt::Asked,
                                 [&](SQLite::Database& db) {
                                     // One snapshot for all statements of a question.
                                     SQLite::Transaction snapshot(db);
                                     return read(db);
                                 });
}

Result<RunId> SqliteRunStore::begin(const RunStart& start) {
    if (auto writable = checkWritable(); !writable) {
        return fail(writable.error());
    }
    RunId id;
    auto begun = m_writer->execute([&](SQLite::Database& db) -> Result<void> {
        const auto now = m_clock->now();
        id = newRunId(now);
        insertRun(db, id, start, m_codec, m_owner, now);
        return {};
    });
    if (!begun) {
        return fail(begun.error().within("cannot begin a run"));
    }
    m_writer->addLive(id);
    return id;
}

void SqliteRunStore::append(const RunId& run, const MetricSample& sample) {
    if (m_writer) {
        m_writer->append(run, sample);
    } else {
        m_dropped = true;
    }
}

Result<void> SqliteRunStore::addArtifact(const RunId& run, const Artifact& artifact) {
    if (auto writable = checkWritable(); !writable) {
        return writable;
    }
    Artifact stored = artifact;
    if (stored.path.is_absolute()) {
        stored.path = stored.path.lexically_normal().lexically_relative(m_folder);
    }
    return m_writer->execute([&](SQLite::Database& db) -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (!stateOf(db, run)) {
            return noSuchRun(run);
        }
        insertArtifact(db, run, stored);
        transaction.commit();
        return {};
    });
}

Result<void> SqliteRunStore::addRelease(const RunId& run, const Release& release) {
    if (auto writable = checkWritable(); !writable) {
        return writable;
    }
    if (!(release.mu >= 0.0 && std::isfinite(release.mu))) {
        return fail(ErrorCode::InvalidArgument,
                    "The privacy loss mu of a release must be a finite number >= 0; check the "
                    "noise and the sensitivity.");
    }
    return m_writer->execute([&](SQLite::Database& db) -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (!stateOf(db, run)) {
            return noSuchRun(run);
        }
        insertRelease(db, run, release);
        transaction.commit();
        return {};
    });
}

Result<void> SqliteRunStore::finish(const RunId& run, RunState state, const RunSummary& summary,
                                    const std::string& failure) {
    if (auto writable = checkWritable(); !writable) {
        return writable;
    }
    if (auto valid = checkOutcome(state); !valid) {
        return valid;
    }
    // It may be kept for later, so it has all that it needs.
    const auto work =
        [&writer = *m_writer, clock = m_clock, run, at = m_clock->now(),
         outcome = Outcome{state, summary, failure}](SQLite::Database& db) mutable -> Result<void> {
        if (auto unfinished = checkUnfinished(db, run, writer.isLive(run)); !unfinished) {
            return unfinished;
        }
        // Before the transaction: only this thread adds samples to this run, and others need not
        // wait while they are read.
        outcome.summary.metricsHash = metricsHashOf(db, run);
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        recordOutcome(db, run, outcome, at);
        transaction.commit();
        return {};
    };
    auto finished = m_writer->end(run, work);
    if (!finished) {
        auto error = finished.error().within(fmt::format("cannot finish the run {}", run.value));
        if (error.code == ErrorCode::Io) {
            error.detail += " Its outcome is kept in memory and tried again as long as this "
                            "program goes on.";
        }
        return fail(std::move(error));
    }
    return m_writer->takeLost(run);
}

Result<void> SqliteRunStore::flush() {
    if (!m_writer) {
        return m_dropped.exchange(false) ? checkWritable() : Result<void>();
    }
    if (auto drained = m_writer->drain(); !drained) {
        return drained;
    }
    return m_writer->takeLost();
}

Result<void> SqliteRunStore::edit(const RunId& run, const RunEdit& edit) {
    if (auto writable = checkWritable(); !writable) {
        return writable;
    }
    if (auto valid = checkEdit(edit); !valid) {
        return valid;
    }
    return m_writer->execute([&](SQLite::Database& db) -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (!updateRun(db, run, edit)) {
            return noSuchRun(run);
        }
        transaction.commit();
        return {};
    });
}

Result<void> SqliteRunStore::setRemoved(const RunId& run, Removal removal) {
    if (auto writable = checkWritable(); !writable) {
        return writable;
    }
    return m_writer->execute([&](SQLite::Database& db) -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (auto removable = checkRemovable(db, run, removal); !removable) {
            return removable;
        }
        markRemoved(db, run, removal, m_clock->now());
        transaction.commit();
        return {};
    });
}

Result<std::int64_t> SqliteRunStore::revision() {
    const std::lock_guard lock(m_readMutex);
    // A patience of its own: what others have used up is no reason to find the store locked.
    return LockPatience().during(*m_reader, LockPatience::Attempt::Unasked,
                                 [](SQLite::Database& db) -> Result<std::int64_t> {
                                     // Counts the commits of other connections that this one has
                                     // seen, and all writing here is done by another one. Outside
                                     // of a transaction, in which nothing new is seen.
                                     return db.execAndGet("PRAGMA data_version").getInt64();
                                 });
}

Result<std::vector<RunRecord>> SqliteRunStore::list() {
    return reading([&](SQLite::Database& db) -> Result<std::vector<RunRecord>> {
        return readRuns(db, m_codec, std::nullopt);
    });
}

Result<RunRecord> SqliteRunStore::get(const RunId& run) {
    return reading([&](SQLite::Database& db) -> Result<RunRecord> {
        auto records = readRuns(db, m_codec, run);
        if (records.empty()) {
            return noSuchRun(run);
        }
        return std::move(records.front());
    });
}

Result<std::vector<MetricSample>> SqliteRunStore::samples(const RunId& run) {
    return reading([&](SQLite::Database& db) -> Result<std::vector<MetricSample>> {
        if (!stateOf(db, run)) {
            return noSuchRun(run);
        }
        return readSamples(db, run);
    });
}

Result<std::vector<Release>> SqliteRunStore::releases(const std::string& populationHash) {
    return reading([&](SQLite::Database& db) -> Result<std::vector<Release>> {
        return readReleases(db, populationHash);
    });
}

} // namespace tessera::store
