#include "core/store/lock_patience.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>

namespace tessera::store {

bool isLocked(const SQLite::Exception& exception) {
    const int code = exception.getErrorCode() & 0xFF;
    return code == SQLITE_BUSY || code == SQLITE_LOCKED;
}

Error lockedError(SQLite::Database& db) {
    const char* file = sqlite3_db_filename(db.getHandle(), "main");
    return {ErrorCode::Io,
            fmt::format("Another program has kept the run store '{}' locked; wait for it or close "
                        "it (fuser shows who has the file open) and try again.",
                        file != nullptr ? file : ""),
            {}};
}

void LockPatience::allow(SQLite::Database& db, Attempt attempt, Clock::time_point now) {
    if (now - m_lastLocked > m_forgetAfter) {
        m_left = m_inAll;
    }
    const auto wait = attempt == Attempt::Last
                          ? kAtOnce
                          : std::min(m_left, attempt == Attempt::Asked ? kAtOnce : kUnasked);
    sqlite3_busy_timeout(db.getHandle(), static_cast<int>(wait.count()));
}

void LockPatience::noteLocked(Attempt attempt, Clock::time_point begun) {
    if (attempt == Attempt::Unasked) {
        return;
    }
    m_lastLocked = Clock::now();
    const auto waited = std::chrono::duration_cast<Milliseconds>(m_lastLocked - begun);
    m_left = std::max(Milliseconds(0), m_left - waited);
}

} // namespace tessera::store
