#include "core/store/store_care.h"

#include "core/api/run.h"
#include "core/store/clock.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"
#include "core/store/owner.h"
#include "core/store/removed_runs.h"
#include "core/store/run_json.h"
#include "core/store/run_rows.h"
#include "core/store/sqlite_error.h"

#include <SQLiteCpp/Column.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace tessera::store {

namespace {

constexpr int kMostDamages = 20; // more of them say no more

std::filesystem::path wholePath(const std::filesystem::path& file) {
    std::error_code error;
    const auto whole = std::filesystem::absolute(file, error).lexically_normal();
    return error ? file : whole;
}

// Looks through one store; what it finds lands in `found`.
class StoreInspection {
public:
    explicit StoreInspection(const std::filesystem::path& file) : m_file(wholePath(file)) {
        found.newest = migrations().back().to;
    }

    Result<void> inspect() {
        readFolders(); // before the rows: a run's row is there before its folder
        return part([&] {
            m_db = openAsItIs(m_file);
            const SQLite::Transaction snapshot(*m_db);
            return inspectAll();
        });
    }

    StoreCheck found;

private:
    using Part = std::function<Result<void>()>;

    void problem(FindingKind kind, const std::string& subject, std::string text) {
        found.problems.push_back({kind, subject, std::move(text)});
    }
    void notice(FindingKind kind, const std::string& subject, std::string text) {
        found.notices.push_back({kind, subject, std::move(text)});
    }

    // Damage is what is looked for, so that only what keeps from looking is an error.
    Result<void> part(const Part& look) {
        auto looked = guarded(look);
        if (!looked && looked.error().code == ErrorCode::Corrupt) {
            problem(FindingKind::Damage, "", looked.error().detail);
            return {};
        }
        return looked;
    }

    Result<void> inspectAll() {
        const std::array<Part, 6> parts = {
            [&] { return inspectSchema(); },    [&] { return inspectPages(); },
            [&] { return inspectLinks(); },     [&] { return inspectRuns(); },
            [&] { return inspectArtifacts(); }, [&] { return inspectFolders(); }};
        for (const auto& each : parts) {
            if (auto looked = part(each); !looked) {
                return looked;
            }
        }
        return {};
    }

    Result<void> inspectSchema() {
        found.sizeBytes = m_db->execAndGet("PRAGMA page_count").getInt64() *
                          m_db->execAndGet("PRAGMA page_size").getInt64();
        found.version = m_db->execAndGet("PRAGMA user_version").getInt();
        const auto version = schemaVersion(*m_db, migrations());
        if (!version) {
            problem(FindingKind::Schema, "", version.error().detail);
        } else if (*version == 0) {
            problem(FindingKind::Schema, "", "The file is empty and holds no run store yet.");
        } else {
            m_ours = true;
            if (*version < found.newest) {
                notice(FindingKind::Schema, "",
                       fmt::format("The schema is {} and becomes {} when the store is opened for "
                                   "writing; a backup is kept beside it.",
                                   *version, found.newest));
            }
        }
        return {};
    }

    Result<void> inspectPages() {
        SQLite::Statement pages(*m_db, fmt::format("PRAGMA integrity_check({})", kMostDamages));
        while (pages.executeStep()) {
            if (std::string text = pages.getColumn(0).getString(); text != "ok") {
                std::replace(text.begin(), text.end(), '\n', ' ');
                problem(FindingKind::Damage, "",
                        fmt::format("The file is damaged, as SQLite says: {}.", text));
            }
        }
        return {};
    }

    Result<void> inspectLinks() {
        if (!m_ours) {
            return {};
        }
        std::map<std::string, int> loose;
        SQLite::Statement links(*m_db, "PRAGMA foreign_key_check");
        while (links.executeStep()) {
            ++loose[links.getColumn(0).getString()];
        }
        for (const auto& [table, count] : loose) {
            problem(FindingKind::Link, table,
                    fmt::format("{} rows of the table {} belong to no run.", count, table));
        }
        return {};
    }

    Result<void> inspectRuns() {
        if (!m_ours) {
            return {};
        }
        const char* removed = found.version < 2 ? "NULL" : "removed_at";
        SQLite::Statement rows(
            *m_db, fmt::format("SELECT id, state, started_at, finished_at, summary, heartbeat, "
                               "owner_pid, owner_start, owner_boot, owner_machine, {} FROM runs",
                               removed));
        while (rows.executeStep()) {
            ++found.runs;
            m_known.insert(rows.getColumn(0).getString());
            inspectState(rows);
            inspectCurves(rows);
        }
        m_allKnown = true;
        return {};
    }

    void inspectState(SQLite::Statement& row) {
        const std::string id = row.getColumn(0).getString();
        const std::string name = row.getColumn(1).getString();
        const auto state = runStateFromName(name);
        if (!state) {
            problem(FindingKind::State, id, fmt::format("The state '{}' is not known.", name));
            return;
        }
        const bool active = *state == RunState::Queued || *state == RunState::Running ||
                            *state == RunState::Cancelling;
        const bool ended = !row.isColumnNull(3);
        if (active == ended) {
            problem(FindingKind::State, id,
                    fmt::format("The run is {} and {}.", name,
                                ended ? "yet has an end" : "yet has no end"));
        }
        if (active && !row.isColumnNull(10)) {
            problem(FindingKind::State, id, fmt::format("The run is {} and yet removed.", name));
        }
        if (ended && row.getColumn(3).getString() < row.getColumn(2).getString()) {
            notice(FindingKind::State, id,
                   "The run ended before it began; the clock was set back meanwhile.");
        }
        const Owner owner{row.getColumn(6).getInt64(), row.getColumn(7).getInt64(),
                          row.getColumn(8).getString(), row.getColumn(9).getString()};
        const std::int64_t heartbeat = row.getColumn(5).getInt64();
        if (active && isHeartbeatDoubtful(owner, m_here, heartbeat, nowMs())) {
            notice(FindingKind::State, id,
                   fmt::format("The run is {}, and its last sign of life lies in the future; "
                               "whether its program is there shows a minute after the store is "
                               "opened for writing.",
                               name));
        }
        if (active && isOwnerGone(owner, m_here, heartbeat, nowMs())) {
            notice(FindingKind::State, id,
                   fmt::format("The run is {}, but its program is gone; it becomes interrupted "
                               "when the store is opened for writing.",
                               name));
        }
    }

    // Numbers that changed in a whole page are damage that SQLite cannot see.
    void inspectCurves(SQLite::Statement& row) {
        const std::string id = row.getColumn(0).getString();
        const auto json = parse(row.getColumn(4).getString());
        const auto summary = json ? summaryFromJson(*json) : Result<RunSummary>(fail(json.error()));
        if (!summary) {
            problem(FindingKind::Damage, id, "The summary of the run cannot be read.");
        } else if (!summary->metricsHash.empty() &&
                   summary->metricsHash != metricsHashOf(*m_db, RunId(id))) {
            problem(FindingKind::Curves, id,
                    "The curves are not those with which the run ended; use a backup.");
        }
    }

    Result<void> inspectArtifacts() {
        if (!m_ours) {
            return {};
        }
        SQLite::Statement rows(*m_db, "SELECT run_id, kind, path, bytes FROM artifacts "
                                      "ORDER BY run_id, kind, path");
        while (rows.executeStep()) {
            const std::string run = rows.getColumn(0).getString();
            const std::string path = rows.getColumn(2).getString();
            std::error_code error;
            const auto bytes = std::filesystem::file_size(m_file.parent_path() / path, error);
            if (error) {
                problem(FindingKind::File, run,
                        fmt::format("The file '{}' ({}) is missing ({}).", path,
                                    rows.getColumn(1).getString(), error.message()));
            } else if (static_cast<std::int64_t>(bytes) != rows.getColumn(3).getInt64()) {
                notice(FindingKind::File, run,
                       fmt::format("The file '{}' has {} bytes; it had {} when the run kept it.",
                                   path, bytes, rows.getColumn(3).getInt64()));
            }
        }
        return {};
    }

    void readFolders() {
        std::error_code error;
        std::filesystem::directory_iterator entries(m_file.parent_path() / "runs", error);
        for (; !error && entries != std::filesystem::directory_iterator();
             entries.increment(error)) {
            const std::string name = entries->path().filename().string();
            if (isRunId(name) && entries->is_directory(error)) {
                m_folders.insert(name);
            }
        }
    }

    Result<void> inspectFolders() {
        if (!m_allKnown) {
            return {};
        }
        for (const auto& name : m_folders) {
            if (!m_known.contains(name) && !isKnownBeside(m_file, RunId(name))) {
                problem(FindingKind::Folder, name,
                        fmt::format("The folder 'runs/{}' holds files of a run that no store here "
                                    "has; use a backup that has it, or delete the folder.",
                                    name));
            }
        }
        return {};
    }

    const std::filesystem::path m_file;
    const Owner m_here = currentOwner();
    Connection m_db;
    bool m_ours = false;     // a store of a version that this program knows
    bool m_allKnown = false; // every run's row could be read
    std::set<std::string> m_known, m_folders;
};

} // namespace

const char* findingName(FindingKind kind) {
    switch (kind) {
    case FindingKind::Schema:
        return "schema";
    case FindingKind::Damage:
        return "damage";
    case FindingKind::Link:
        return "link";
    case FindingKind::State:
        return "state";
    case FindingKind::Curves:
        return "curves";
    case FindingKind::File:
        return "file";
    case FindingKind::Folder:
        return "folder";
    }
    return "damage";
}

Result<StoreCheck> checkStore(const std::filesystem::path& file) {
    const std::string context = fmt::format("cannot check the run store '{}'", file.string());
    std::error_code error;
    if (!std::filesystem::exists(file, error)) {
        return fail(Error{ErrorCode::NotFound, "There is no such file; check the path.", {}}.within(
            context));
    }
    if (std::filesystem::is_directory(file, error)) {
        return fail(
            Error{ErrorCode::Io, "This is a folder; name a file in it.", {}}.within(context));
    }
    StoreInspection inspection(file);
    if (auto looked = inspection.inspect(); !looked) {
        return fail(looked.error().within(context));
    }
    return std::move(inspection.found);
}

} // namespace tessera::store
