#pragma once

#include "tests/support/workspace.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <QRegularExpression>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

// Runs that are watched from outside, by what they say and by what is in the store.
namespace tessera::test {

// The samples of one curve, as another program sees them.
struct StoredSteps {
    std::int64_t count = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;

    // None is missing between the first and the last, and none is there twice (the key forbids it).
    [[nodiscard]] bool isWhole() const { return count == 0 || (first == 1 && last == count); }
};

inline StoredSteps storedSteps(const std::filesystem::path& store, const std::string& name) {
    try {
        SQLite::Database db(store, SQLite::OPEN_READONLY, 10'000);
        SQLite::Statement row(db, "SELECT count(*), min(step), max(step) FROM metrics WHERE "
                                  "run_id = (SELECT id FROM runs WHERE name = ?) AND "
                                  "series = 'loss.batch' AND value IS NOT NULL");
        row.bind(1, name);
        row.executeStep();
        return {row.getColumn(0).getInt64(), row.getColumn(1).getInt64(),
                row.getColumn(2).getInt64()};
    } catch (const SQLite::Exception&) {
        return {}; // not there yet, or the tables are not
    }
}

// What a program has said it has done, and when.
struct ReportedSteps {
    double seconds = 0.0; // since the start
    std::int64_t steps = 0;
};

// A `tessera run` that believes to be on a terminal, where it tells its progress ten times a
// second.
class WatchedRun : public Program {
public:
    WatchedRun(const QStringList& arguments, std::int64_t plannedSteps)
        : Program(arguments), m_planned(plannedSteps) {
        m_master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
        if (m_master < 0 || grantpt(m_master) != 0 || unlockpt(m_master) != 0) {
            qFatal("no terminal can be made");
        }
        m_slave = ::open(ptsname(m_master), O_RDWR | O_NOCTTY | O_CLOEXEC);
        setChildProcessModifier([slave = m_slave] { ::dup2(slave, STDERR_FILENO); });
    }
    ~WatchedRun() override {
        ::close(m_slave);
        ::close(m_master);
    }
    WatchedRun(const WatchedRun&) = delete;
    WatchedRun& operator=(const WatchedRun&) = delete;

    void begin() {
        m_begun = Clock::now();
        start();
        waitForStarted();
    }

    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - m_begun).count();
    }

    // Takes in what it has said meanwhile.
    void listen() {
        const double now = seconds();
        char buffer[4096];
        for (ssize_t n = 0; (n = ::read(m_master, buffer, sizeof buffer)) > 0;) {
            m_said.append(buffer, static_cast<qsizetype>(n));
        }
        static const QRegularExpression kShare("fine-tune (\\d+)%");
        for (auto match = kShare.match(QString::fromUtf8(m_said), m_heard); match.hasMatch();
             match = kShare.match(QString::fromUtf8(m_said), m_heard)) {
            m_heard = match.capturedEnd();
            // Percents are rounded: at least so many, the one at work not counted.
            const double share = (match.captured(1).toDouble() - 0.5) / 100.0;
            const auto steps =
                static_cast<std::int64_t>(share * static_cast<double>(m_planned)) - 1;
            if (steps > 0 && (m_reports.empty() || steps > m_reports.back().steps)) {
                m_reports.push_back({now, steps});
            }
        }
    }

    [[nodiscard]] const std::vector<ReportedSteps>& reports() const { return m_reports; }
    [[nodiscard]] const QByteArray& said() const { return m_said; }

    // The steps that it had reported by then.
    [[nodiscard]] std::int64_t reportedBy(double seconds) const {
        std::int64_t steps = 0;
        for (const auto& report : m_reports) {
            if (report.seconds <= seconds) {
                steps = report.steps;
            }
        }
        return steps;
    }

private:
    using Clock = std::chrono::steady_clock;

    const std::int64_t m_planned;
    int m_master = -1, m_slave = -1;
    Clock::time_point m_begun;
    QByteArray m_said;
    qsizetype m_heard = 0;
    std::vector<ReportedSteps> m_reports;
};

// A number that a script sets in the environment.
inline int numberFromEnvironment(const char* name, int otherwise) {
    bool good = false;
    const int number = qEnvironmentVariableIntValue(name, &good);
    return good ? number : otherwise;
}

// One line for who reads the summaries of several tests; to the file that a script names.
inline void writeSummary(const Json& summary) {
    if (const auto file = qgetenv("TESSERA_SUMMARY"); !file.isEmpty()) {
        std::ofstream(file.toStdString(), std::ios::trunc) << summary.dump() << "\n";
    }
}

} // namespace tessera::test
