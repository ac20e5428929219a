#include "core/store/sample_writer.h"

#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>
#include <sqlite3.h>

#include <cmath>
#include <iterator>

namespace tessera::store {

namespace {

using namespace std::chrono_literals;

constexpr auto kCommitEvery = 250ms;
constexpr auto kBeatEvery = 1s;
constexpr auto kRetryAfter = 1s;
// Enough to commit early: a burst then neither waits nor piles up.
constexpr std::size_t kBurst = 16'384;

// What is written to a file without a name goes well, and is gone with this program.
Result<void> checkInPlace(SQLite::Database& db) {
    if (hasMoved(db)) {
        return fail(ErrorCode::Io,
                    "The file of the run store was deleted, moved or replaced while it was in use, "
                    "so nothing more is kept; leave the file alone and start again.");
    }
    return {};
}

} // namespace

SampleWriter::SampleWriter(Connection connection, std::size_t maxQueued,
                           std::shared_ptr<SteadyClock> clock)
    : m_maxQueued(maxQueued), m_time(std::move(clock)), m_db(std::move(connection)),
      m_nextBeat(Clock::now()), m_nextTry(Clock::now()), m_thread([this] { loop(); }) {}

SampleWriter::~SampleWriter() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void SampleWriter::addLive(const RunId& run) {
    {
        const std::lock_guard lock(m_mutex);
        m_live.insert(run);
    }
    m_wake.notify_all(); // with no live run the thread sleeps without a deadline
}

void SampleWriter::removeLive(const RunId& run) {
    const std::lock_guard lock(m_mutex);
    m_live.erase(run);
}

bool SampleWriter::isLive(const RunId& run) const {
    const std::lock_guard lock(m_mutex);
    return m_live.contains(run);
}

std::vector<RunId> SampleWriter::liveRuns() const {
    const std::lock_guard lock(m_mutex);
    return {m_live.begin(), m_live.end()};
}

void SampleWriter::append(const RunId& run, const MetricSample& sample) {
    bool burst = false;
    {
        const std::lock_guard lock(m_mutex);
        if (!m_live.contains(run)) {
            noteLost(run, 1, ErrorCode::NotFound);
            return;
        }
        if (m_queue.size() + m_unwrittenCount >= m_maxQueued) {
            noteLost(run, 1, ErrorCode::Io);
            return;
        }
        m_queue.push_back({run, sample});
        burst = m_queue.size() == kBurst;
    }
    if (burst) {
        m_wake.notify_all();
    }
}

Result<void> SampleWriter::drain() {
    return submit(Kind::Drain, {});
}

Result<void> SampleWriter::execute(Work work) {
    return submit(Kind::Execute, std::move(work));
}

Result<void> SampleWriter::end(const RunId& run, Work work) {
    return submit(Kind::End, std::move(work), run);
}

Result<void> SampleWriter::endAll(Work work) {
    return submit(Kind::EndAll, std::move(work));
}

Result<void> SampleWriter::takeLost(const RunId& run) {
    const std::lock_guard lock(m_mutex);
    const auto found = m_lost.find(run);
    if (found == m_lost.end()) {
        return {};
    }
    const Lost lost = found->second;
    m_lost.erase(found);
    return lost.code == ErrorCode::NotFound
               ? fail(lost.code, fmt::format("{} samples were dropped because the run {} is not "
                                             "running here; begin a run first.",
                                             lost.count, run.value))
               : fail(lost.code, fmt::format("{} samples of the run {} were dropped because the "
                                             "store could not be written for too long; check the "
                                             "disk and run it again.",
                                             lost.count, run.value));
}

Result<void> SampleWriter::takeLost() {
    std::vector<RunId> runs;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [run, lost] : m_lost) {
            runs.push_back(run);
        }
    }
    Result<void> first;
    for (const RunId& run : runs) {
        auto lost = takeLost(run);
        if (first && !lost) {
            first = std::move(lost);
        }
    }
    return first;
}

Result<void> SampleWriter::submit(Kind kind, Work work, const RunId& run) {
    std::future<Result<void>> answer;
    {
        const std::lock_guard lock(m_mutex);
        Command& command = m_commands.emplace_back();
        command.kind = kind;
        command.run = run;
        command.work = std::move(work);
        answer = command.done.get_future();
    }
    m_wake.notify_all();
    return answer.get();
}

void SampleWriter::loop() {
    for (;;) {
        waitForWork();
        std::deque<Command> commands;
        bool stopping = false;
        {
            const std::lock_guard lock(m_mutex);
            commands.swap(m_commands);
            stopping = m_stopping;
        }
        for (Command& command : commands) {
            carryOut(command);
        }
        if (Clock::now() >= m_nextTry || stopping) {
            // A failure stays visible: the samples stay queued, and drain() tries and tells. The
            // last time, nothing else is left to save them.
            const bool written =
                writeQueued(stopping ? LockPatience::Attempt::Last : LockPatience::Attempt::Unasked)
                    .has_value();
            if (written && !stopping && !endKept(LockPatience::Attempt::Unasked)) {
                m_nextTry = Clock::now() + kRetryAfter;
            }
        }
        if (stopping) {
            return;
        }
        beatIfDue();
    }
}

void SampleWriter::waitForWork() {
    std::unique_lock lock(m_mutex);
    const auto called = [this] {
        return m_stopping || !m_commands.empty() ||
               (m_queue.size() >= kBurst && Clock::now() >= m_nextTry);
    };
    if (m_live.empty() && m_queue.empty() && m_unwritten.empty() && m_ends.empty()) {
        m_wake.wait(lock, [&] { return called() || !m_live.empty(); });
    } else {
        m_wake.wait_for(lock, kCommitEvery, called);
    }
}

void SampleWriter::carryOut(Command& command) {
    auto result = carryOutNow(command);
    if (command.kind == Kind::End) {
        noteEnd(command, result);
    }
    command.done.set_value(std::move(result));
}

Result<void> SampleWriter::carryOutNow(const Command& command) {
    using enum LockPatience::Attempt;
    Result<void> ready;
    switch (command.kind) {
    case Kind::Drain:
        return writeQueued(Asked);
    case Kind::Execute:
        return inPlace(Asked, command.work);
    case Kind::End:
        ready = writeQueued(Last);
        break;
    case Kind::EndAll:
        ready = writeQueued(Last);
        if (ready) {
            ready = endKept(Last);
        }
        break;
    }
    return ready ? inPlace(Last, command.work) : ready;
}

Result<void> SampleWriter::inPlace(LockPatience::Attempt attempt, const Work& work) {
    return m_patience.during(*m_db, attempt, [&](SQLite::Database& db) {
        auto there = checkInPlace(db);
        return there ? work(db) : there;
    });
}

void SampleWriter::noteEnd(const Command& command, const Result<void>& result) {
    if (!result && result.error().code == ErrorCode::Io && isLive(command.run)) {
        m_ends[command.run] = command.work;
        m_nextTry = Clock::now() + kRetryAfter;
    } else {
        m_ends.erase(command.run);
        removeLive(command.run);
    }
}

Result<void> SampleWriter::endKept(LockPatience::Attempt attempt) {
    while (!m_ends.empty()) {
        const auto first = m_ends.begin();
        auto ended = inPlace(attempt, first->second);
        if (!ended && ended.error().code == ErrorCode::Io) {
            return ended;
        }
        removeLive(first->first);
        m_ends.erase(first);
    }
    return {};
}

Result<void> SampleWriter::writeQueued(LockPatience::Attempt attempt) {
    {
        const std::lock_guard lock(m_mutex);
        std::move(m_queue.begin(), m_queue.end(), std::back_inserter(m_unwritten));
        m_queue.clear();
        m_unwrittenCount = m_unwritten.size();
    }
    if (m_unwritten.empty()) {
        return {};
    }
    std::map<RunId, Lost> lost;
    auto written = m_patience.during(*m_db, attempt, [&](SQLite::Database& db) {
        auto there = checkInPlace(db);
        if (there) {
            writeBatch(lost);
        }
        return there;
    });
    if (!written) {
        m_nextTry = Clock::now() + kRetryAfter;
        return written;
    }
    m_unwritten.clear();
    m_nextTry = Clock::now();
    const std::lock_guard lock(m_mutex);
    m_unwrittenCount = 0;
    for (const auto& [run, entry] : lost) {
        noteLost(run, entry.count, entry.code);
    }
    return {};
}

void SampleWriter::writeBatch(std::map<RunId, Lost>& lost) {
    SQLite::Transaction transaction(*m_db, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement insert(*m_db, "INSERT OR REPLACE INTO metrics (run_id, series, layer, step, "
                                    "value) VALUES (?, ?, ?, ?, ?)");
    for (const Queued& entry : m_unwritten) {
        insert.bind(1, entry.run.value);
        insert.bind(2, entry.sample.series);
        insert.bind(3, entry.sample.layer);
        insert.bind(4, entry.sample.step);
        // NaN is how arithmetic says "not measured"; infinities are values.
        if (entry.sample.value && !std::isnan(*entry.sample.value)) {
            insert.bind(5, *entry.sample.value);
        } else {
            insert.bind(5);
        }
        const int code = insert.tryExecuteStep();
        if ((code & 0xFF) == SQLITE_CONSTRAINT) {
            // Somebody removed the run; that must not hold up the samples of the others.
            Lost& entryLost = lost[entry.run];
            ++entryLost.count;
            entryLost.code = ErrorCode::NotFound;
        } else if (code != SQLITE_DONE) {
            throw SQLite::Exception(m_db->getHandle(), code);
        }
        (void)insert.tryReset();
    }
    transaction.commit();
}

void SampleWriter::beatIfDue() {
    const auto now = Clock::now();
    if (now < m_nextBeat) {
        return;
    }
    m_nextBeat = now + kBeatEvery;
    const std::vector<RunId> runs = liveRuns();
    if (runs.empty()) {
        return;
    }
    // A missed beat is no error: the process itself is the better witness, and the next one comes.
    const auto beat = [&](SQLite::Database& db) -> Result<void> {
        if (auto there = checkInPlace(db); !there) {
            return there;
        }
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement update(db, "UPDATE runs SET heartbeat = ? WHERE id = ?");
        for (const RunId& run : runs) {
            update.bind(1, m_time->now());
            update.bind(2, run.value);
            update.exec();
            update.reset();
        }
        transaction.commit();
        return {};
    };
    (void)m_patience.during(*m_db, LockPatience::Attempt::Unasked, beat);
}

void SampleWriter::noteLost(const RunId& run, std::size_t count, ErrorCode code) {
    Lost& lost = m_lost[run];
    lost.count += count;
    lost.code = code;
}

} // namespace tessera::store
