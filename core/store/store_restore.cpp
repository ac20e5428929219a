#include "core/store/store_restore.h"

#include "core/store/clock.h"
#include "core/store/connection.h"
#include "core/store/placing.h"
#include "core/store/sqlite_error.h"
#include "core/store/store_lock.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <utility>
#include <vector>

namespace tessera::store {

namespace {

constexpr int kMostKept = 100; // of one second

bool isThere(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

constexpr std::array kSideEndings = {"-wal", "-journal"};

bool isAnyThere(const std::filesystem::path& store) {
    return isThere(store) ||
           std::any_of(kSideEndings.begin(), kSideEndings.end(),
                       [&](const char* ending) { return isThere(sideFile(store, ending)); });
}

// A name that is free together with those of its side files.
Result<std::filesystem::path> keptName(const std::filesystem::path& file, std::int64_t nowMs) {
    // "2026-11-22T21:30:45.123Z" without what file names of other systems do not take.
    std::string date = isoUtc(nowMs).substr(0, 19);
    date.erase(
        std::remove_if(date.begin(), date.end(), [](char c) { return c == '-' || c == ':'; }),
        date.end());
    const auto first = sideFile(file, (".before-restore-" + date).c_str());
    for (int number = 1; number <= kMostKept; ++number) {
        const auto kept = number == 1 ? first : sideFile(first, fmt::format(".{}", number).c_str());
        if (!isAnyThere(kept)) {
            return kept;
        }
    }
    return fail(ErrorCode::Io, fmt::format("There are {} stores kept from this second already; try "
                                           "again in a moment.",
                                           kMostKept));
}

tl::unexpected<Error> refusedBy(const std::error_code& error) {
    return fail(ErrorCode::Io,
                fmt::format("The folder refuses it ({}); check its permissions.", error.message()));
}

// Moves what belongs to the present store to another name, and all of it back unless it is kept.
class PresentStore {
public:
    PresentStore(std::filesystem::path file, std::filesystem::path kept)
        : m_file(std::move(file)), m_kept(std::move(kept)) {}
    ~PresentStore() { (void)putBack(); }
    PresentStore(const PresentStore&) = delete;
    PresentStore& operator=(const PresentStore&) = delete;

    // False: there was none. A second name for the file first, so that there is a store under its
    // own name all the time.
    Result<bool> moveAway() {
        const bool any = isAnyThere(m_file);
        if (isThere(m_file)) {
            if (link(m_file.c_str(), m_kept.c_str()) == 0) {
                m_main = Main::Linked;
            } else if (errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS) {
                if (const auto error = renameToFree(m_file, m_kept)) { // no second names here
                    return refusedBy(error);
                }
                m_main = Main::Moved;
            } else {
                return refusedBy({errno, std::generic_category()});
            }
        }
        // There are some only where no whole store could be locked; taken for the new one's, they
        // would damage it.
        for (const char* ending : kSideEndings) {
            const auto from = sideFile(m_file, ending);
            if (!isThere(from)) {
                continue;
            }
            if (const auto error = renameToFree(from, sideFile(m_kept, ending))) {
                return refusedBy(error);
            }
            m_sides.emplace_back(ending);
        }
        return any;
    }
    // The names that something stays under, because its own is taken meanwhile. The log of one
    // store beside another would be played into that.
    std::vector<std::filesystem::path> putBack() {
        std::vector<std::filesystem::path> stay;
        const bool hasMain = m_main != Main::None;
        const bool ours = putMainBack();
        if (hasMain && isThere(m_kept)) {
            stay.push_back(m_kept);
        }
        for (const auto& ending : std::exchange(m_sides, {})) {
            const auto kept = sideFile(m_kept, ending.c_str());
            if (!ours || renameToFree(kept, sideFile(m_file, ending.c_str()))) {
                stay.push_back(kept);
            }
        }
        return stay;
    }
    void keep() {
        m_main = Main::None;
        m_sides.clear();
        std::error_code ignored;
        std::filesystem::remove(sideFile(m_file, "-shm"), ignored); // the old log's
    }

private:
    enum class Main { None, Linked, Moved };

    // True: what has the store's name now, if anything, is what had it before.
    bool putMainBack() {
        std::error_code error;
        switch (std::exchange(m_main, Main::None)) {
        case Main::None:
            return !isThere(m_file);
        case Main::Linked:
            if (!std::filesystem::equivalent(m_file, m_kept, error)) {
                return false;
            }
            std::filesystem::remove(m_kept, error);
            return true;
        case Main::Moved:
            return !renameToFree(m_kept, m_file);
        }
        return false;
    }

    std::filesystem::path m_file, m_kept;
    Main m_main = Main::None;
    std::vector<std::string> m_sides;
};

// Gives what was made its name.
Result<void> place(const TemporaryFile& made, const std::filesystem::path& file) {
    std::error_code error;
    if (isThere(file)) {
        std::filesystem::rename(made.path(), file, error);
    } else {
        error = renameToFree(made.path(), file);
    }
    if (error == std::errc::file_exists) {
        return fail(ErrorCode::Io,
                    "Another program made a store of this name meanwhile; close it and try again.");
    }
    return error ? refusedBy(error) : Result<void>();
}

Result<RestoredStore> replaceBy(const TemporaryFile& made, const std::filesystem::path& file,
                                std::int64_t nowMs) {
    const auto lock = StoreLock::take(file);
    if (!lock) {
        return fail(lock.error());
    }
    const auto kept = keptName(file, nowMs);
    if (!kept) {
        return fail(kept.error());
    }
    PresentStore present(file, *kept);
    const auto moved = present.moveAway();
    auto placed = moved ? place(made, file) : Result<void>(fail(moved.error()));
    if (!placed) {
        if (const auto stay = present.putBack(); !stay.empty()) {
            std::vector<std::string> names;
            for (const auto& name : stay) {
                names.push_back(fmt::format("'{}'", name.string()));
            }
            placed.error().detail +=
                fmt::format(" What was there before lies in {}.", fmt::join(names, " and "));
        }
        return fail(placed.error());
    }
    present.keep();
    syncFolderOf(file);
    RestoredStore restored;
    if (*moved) {
        restored.kept = *kept;
    }
    return restored;
}

} // namespace

Result<RestoredStore> restoreStore(const std::filesystem::path& named,
                                   const std::filesystem::path& backup, std::int64_t nowMs) {
    // A link to a store elsewhere stays a link: SQLite's side files lie beside what it names.
    std::error_code unresolved;
    const auto target = std::filesystem::weakly_canonical(named, unresolved);
    const auto& file = unresolved ? named : target;
    const auto context =
        fmt::format("cannot restore the run store '{}' from '{}'", file.string(), backup.string());
    std::error_code error;
    if (!std::filesystem::is_regular_file(backup, error)) {
        return fail(Error{ErrorCode::NotFound, "There is no such file; check the path.", {}}.within(
            context));
    }
    if (std::filesystem::equivalent(file, backup, error)) {
        return fail(Error{
            ErrorCode::InvalidArgument,
            "This is the store itself; choose a backup of it.",
            {}}.within(context));
    }
    if (file.has_parent_path()) {
        std::filesystem::create_directories(file.parent_path(), error); // as opening a store does
    }
    removeLeftovers(file);
    // A copy of our own, which nobody changes between the check and the rename.
    const TemporaryFile made(file);
    auto copied = guarded([&]() -> Result<StoreCopy> {
        const auto source = openAsItIs(backup);
        return copyInto(*source, made.path());
    });
    if (!copied) {
        return fail(copied.error().within(context));
    }
    copyPermissions(isThere(file) ? file : backup, made.path());
    auto restored = replaceBy(made, file, nowMs);
    if (!restored) {
        return fail(restored.error().within(context));
    }
    restored->copy = *copied;
    return restored;
}

} // namespace tessera::store
