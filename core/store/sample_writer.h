#pragma once

#include "core/api/events.h"
#include "core/api/ids.h"
#include "core/api/result.h"
#include "core/store/clock.h"
#include "core/store/connection.h"
#include "core/store/lock_patience.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace tessera::store {

// The one writer of a store: a thread with a connection of its own, which commits queued samples a
// few times a second, keeps the heartbeat of live runs going, and carries out what others want to
// write, in order. Samples that cannot be written (disk full, locked) stay queued and are tried
// again every second; past kMaxQueued new ones are dropped, counted and reported. How long others
// are waited for, LockPatience says.
// Owned by the store; all functions may be called from any thread. The destructor tries once more
// to write what is queued, then joins.
class SampleWriter {
public:
    using Work = std::function<Result<void>(SQLite::Database&)>;

    static constexpr std::size_t kMaxQueued = 500'000;

    explicit SampleWriter(Connection connection, std::size_t maxQueued = kMaxQueued,
                          std::shared_ptr<SteadyClock> clock = std::make_shared<SteadyClock>());
    ~SampleWriter();
    SampleWriter(const SampleWriter&) = delete;
    SampleWriter& operator=(const SampleWriter&) = delete;

    // Live runs are those that samples are taken for and that get heartbeats.
    void addLive(const RunId& run);
    void removeLive(const RunId& run);
    [[nodiscard]] bool isLive(const RunId& run) const;
    [[nodiscard]] std::vector<RunId> liveRuns() const;

    // Returns at once. Dropped, and reported by takeLost(): a sample of a run that is not live or
    // no longer in the store, or one that no longer fits the queue.
    void append(const RunId& run, const MetricSample& sample);

    // Writes everything queued so far. Io (somebody keeps the store locked, too), Corrupt or
    // OutOfMemory: it is still queued.
    [[nodiscard]] Result<void> drain();

    // Carries out `work` on the writer's thread and waits. `work` may throw SQLite::Exception.
    [[nodiscard]] Result<void> execute(Work work);

    // drain(), then `work`, which ends the live run, if that succeeded, with no other write in
    // between. After an Io `work` is kept, and the run live, and it is tried again every second and
    // by endAll(); after anything else the run is live no longer.
    [[nodiscard]] Result<void> end(const RunId& run, Work work);

    // drain(), once more what end() could not do, then `work`, each if the one before succeeded:
    // the last words of a store.
    [[nodiscard]] Result<void> endAll(Work work);

    // What was dropped since the last call, of one run or of all; Io or NotFound with the count.
    [[nodiscard]] Result<void> takeLost(const RunId& run);
    [[nodiscard]] Result<void> takeLost();

private:
    using Clock = std::chrono::steady_clock;

    struct Queued {
        RunId run;
        MetricSample sample;
    };
    enum class Kind { Drain, Execute, End, EndAll };
    struct Command {
        Kind kind = Kind::Execute;
        RunId run; // that ends
        Work work;
        std::promise<Result<void>> done;
    };
    struct Lost {
        std::size_t count = 0;
        ErrorCode code = ErrorCode::Io;
    };

    Result<void> submit(Kind kind, Work work, const RunId& run = {});
    void loop();
    void waitForWork();
    void carryOut(Command& command);
    Result<void> carryOutNow(const Command& command);
    Result<void> inPlace(LockPatience::Attempt attempt, const Work& work);
    void noteEnd(const Command& command, const Result<void>& result);
    Result<void> endKept(LockPatience::Attempt attempt);
    Result<void> writeQueued(LockPatience::Attempt attempt);
    void writeBatch(std::map<RunId, Lost>& lost);
    void beatIfDue();
    void noteLost(const RunId& run, std::size_t count, ErrorCode code); // m_mutex held

    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Queued> m_queue;       // m_mutex
    std::size_t m_unwrittenCount = 0; // m_mutex; size of m_unwritten
    std::deque<Command> m_commands;   // m_mutex
    std::set<RunId> m_live;           // m_mutex
    std::map<RunId, Lost> m_lost;     // m_mutex
    bool m_stopping = false;          // m_mutex

    const std::size_t m_maxQueued;
    const std::shared_ptr<SteadyClock> m_time;
    Connection m_db;                // writer's thread
    LockPatience m_patience;        // writer's thread
    std::deque<Queued> m_unwritten; // writer's thread; taken from m_queue, not yet committed
    std::map<RunId, Work> m_ends;   // writer's thread; of live runs, which could not be written
    Clock::time_point m_nextBeat;   // writer's thread
    Clock::time_point m_nextTry;    // writer's thread; put off after a failure
    std::thread m_thread;           // last: everything above exists before it starts
};

} // namespace tessera::store
