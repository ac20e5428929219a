#pragma once

#include "core/api/result.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <chrono>
#include <type_traits>
#include <utility>

namespace tessera::store {

// Whether somebody else's lock is what SQLite failed at.
[[nodiscard]] bool isLocked(const SQLite::Exception& exception);

// Io: another program has kept the store locked, with the name of its file and what to do.
[[nodiscard]] Error lockedError(SQLite::Database& db);

// How long a connection waits for other programs' locks. Each attempt has some seconds, and all
// that fail one after the other kInAll together: what a person waits for then ends in bounded time,
// however many things are left to write. Owned by who owns the connection; its thread.
class LockPatience {
public:
    using Milliseconds = std::chrono::milliseconds;
    using Clock = std::chrono::steady_clock;

    static constexpr Milliseconds kAtOnce{5000};
    static constexpr Milliseconds kInAll{10'000};
    static constexpr Milliseconds kUnasked{1000};
    // Attempts further apart have nothing to do with each other.
    static constexpr Milliseconds kForgetAfter{10'000};

    // For what somebody waits for; for what is tried again by itself, which waits briefly and uses
    // nothing up; and for what is lost if it fails, which has kAtOnce whatever was used up before.
    enum class Attempt { Asked, Unasked, Last };

    explicit LockPatience(Milliseconds inAll = kInAll, Milliseconds forgetAfter = kForgetAfter)
        : m_inAll(inAll), m_left(inAll), m_forgetAfter(forgetAfter) {}

    // Calls work(db), which returns a Result, as guarded() does; for a lock that was not given up,
    // the error is lockedError().
    template <class Work>
    [[nodiscard]] std::invoke_result_t<Work, SQLite::Database&>
    during(SQLite::Database& db, Attempt attempt, Work&& work) {
        const auto begun = Clock::now();
        allow(db, attempt, begun);
        bool locked = false;
        auto done = guarded([&] {
            try {
                return work(db);
            } catch (const SQLite::Exception& exception) {
                locked = isLocked(exception);
                throw;
            }
        });
        if (locked) {
            done = fail(lockedError(db));
            noteLocked(attempt, begun);
        } else if (done) {
            m_left = m_inAll;
        }
        return done;
    }

private:
    void allow(SQLite::Database& db, Attempt attempt, Clock::time_point now);
    void noteLocked(Attempt attempt, Clock::time_point begun);

    Milliseconds m_inAll, m_left, m_forgetAfter;
    Clock::time_point m_lastLocked; // of the last attempt that somebody asked for
};

} // namespace tessera::store
